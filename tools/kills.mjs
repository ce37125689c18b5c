// npm run kills: the kills of npm test, two hundred times over. It takes a quarter of an hour; run it before a release.

import { ensureInstalled } from './lib/ensure-installed.mjs';
import { runStages } from './lib/stages.mjs';

const [rounds = '200'] = process.argv.slice(2);

await ensureInstalled();
const { passed, failed } = await runStages([
  {
    title: `the program is killed ${rounds} times`,
    kind: 'vitest',
    words: ['--root', 'apps/api', 'src/failure/kills.test.ts'],
    env: { FAILURE_ROUNDS: rounds },
  },
]);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
