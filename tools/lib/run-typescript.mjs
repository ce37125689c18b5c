// Runs a TypeScript file in this very process: signals, exit code and streams need no forwarding, and killing the
// command leaves nothing behind.

import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from './root.mjs';

/** Imports `file` (from the repository's root) as the main program with `args`. */
export async function runTypescript(file, args) {
  // npm sets INIT_CWD to the folder it was called from; paths that a person types are meant from there.
  process.env.INIT_CWD ??= process.cwd();
  process.chdir(ROOT);
  const path = resolve(ROOT, file);
  process.argv.splice(1, process.argv.length, path, ...args);
  await import('tsx');
  await import(pathToFileURL(path).href);
}
