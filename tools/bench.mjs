// `npm run bench` measures speed; `npm run bench -- relevance` measures whether the search finds what people mean.

import { ensureInstalled, say } from './lib/ensure-installed.mjs';
import { runTypescript } from './lib/run-typescript.mjs';

const PROGRAMS = {
  speed: 'apps/api/src/bench/bench.ts',
  // The demonstration's catalogue is searched, and the product knows nothing of the demonstration.
  relevance: 'apps/demonstration/src/commands/relevance.ts',
};

const [which = 'speed', ...args] = process.argv.slice(2);
if (!Object.hasOwn(PROGRAMS, which)) {
  say(`usage: npm run bench [-- ${Object.keys(PROGRAMS).join('|')}]`);
  process.exit(2);
}
await ensureInstalled();
await runTypescript(PROGRAMS[which], args);
