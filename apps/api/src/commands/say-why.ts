// How a program of ours ends when it cannot begin: one sentence instead of a trace.

import { reasonOf } from '@support-market/db/reason-of';

/** Ends the program with 1 and what is wrong, on standard error, in place of a trace that tells an operator nothing. */
export function sayWhyAndStop(error: unknown): never {
  process.stderr.write(`${reasonOf(error)}\n`);
  process.exit(1);
}
