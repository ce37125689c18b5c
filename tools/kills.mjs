// npm run kills: the kills of npm test, two hundred times over. It takes half an hour; run it before a release.

import { ensureInstalled } from './lib/ensure-installed.mjs';
import { runStages } from './lib/stages.mjs';

/** After each kill everything that lies there is looked at, so one long life would take a time that grows with its square. */
const KILLS_A_LIFE = 25;

const [wanted = '200'] = process.argv.slice(2);
const lives = Math.ceil(Number(wanted) / KILLS_A_LIFE);

await ensureInstalled();
const { passed, failed } = await runStages(
  Array.from({ length: lives }, (_, life) => ({
    title: `life ${life + 1} of ${lives}: the program is killed ${KILLS_A_LIFE} times`,
    kind: 'vitest',
    words: ['--root', 'apps/api', 'src/failure/kills.test.ts'],
    env: { FAILURE_ROUNDS: String(KILLS_A_LIFE) },
  })),
);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
