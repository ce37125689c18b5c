// What a refused read says, told apart from a failure, which no page can speak of.
import type { Refusal } from '@support-market/api-client/public-pages';
import { type Problem, problemFrom } from '../api/problem.ts';

function isRefusal(cause: unknown): cause is Refusal {
  return typeof cause === 'object' && cause !== null && 'code' in cause && 'status' in cause;
}

/** The problem of a read that was refused. Throws any other failure on. */
export function problemOf(error: unknown): Problem {
  if (!(error instanceof Error) || !isRefusal(error.cause)) throw error;
  return problemFrom(error.cause, error.cause.status);
}
