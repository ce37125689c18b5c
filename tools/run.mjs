// Runs one TypeScript program of the repository: node tools/run.mjs apps/api/src/commands/import.ts people people.csv

import { ensureInstalled, say } from './lib/ensure-installed.mjs';
import { runTypescript } from './lib/run-typescript.mjs';

const [file, ...args] = process.argv.slice(2);
if (file === undefined) {
  say('usage: node tools/run.mjs <file.ts> [arguments]');
  process.exit(2);
}
await ensureInstalled();
await runTypescript(file, args);
