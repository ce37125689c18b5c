// npm run test:near: what a change touches, in under two minutes. It says what it leaves to npm test.

import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureInstalled } from './lib/ensure-installed.mjs';
import { fitting, guessSeconds, nearTests } from './lib/near-tests.mjs';
import { ROOT } from './lib/root.mjs';
import { runStages } from './lib/stages.mjs';

/** What two workers can do in a little more than a minute. */
const SECONDS_OF_WORK = 120;

await ensureInstalled();

const git = (...words) => execFileSync('git', words, { cwd: ROOT, encoding: 'utf8' }).trim();
const tryGit = (...words) => {
  try {
    return execFileSync('git', words, { cwd: ROOT, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  } catch {
    return '';
  }
};
const lines = (text) => text.split('\n').filter((line) => line !== '');

// Everything since the branch left main, committed or not; on main itself, what is not committed.
const [asked] = process.argv.slice(2);
const base = asked ?? (tryGit('merge-base', 'HEAD', 'main') || tryGit('merge-base', 'HEAD', 'origin/main') || 'HEAD');
const changed = [
  ...lines(git('diff', '--name-only', base)),
  ...lines(git('ls-files', '--others', '--exclude-standard')),
];

/** How long each file of tests took when it was last run here. */
function secondsBefore() {
  const took = new Map();
  const folder = join(ROOT, 'node_modules/.vite/vitest');
  for (const name of existsSync(folder) ? readdirSync(folder) : []) {
    const file = join(folder, name, 'results.json');
    if (!existsSync(file)) continue;
    for (const [key, { duration }] of JSON.parse(readFileSync(file, 'utf8')).results ?? [])
      took.set(key.replace(/^[^:]*:\/?/, ''), duration / 1_000);
  }
  return took;
}

const sources = new Map(
  lines(git('ls-files', '--cached', '--others', '--exclude-standard', 'apps', 'packages', 'tools'))
    .filter((path) => /\.(tsx?|mjs)$/.test(path) && !path.startsWith('apps/e2e/') && existsSync(join(ROOT, path)))
    .map((path) => [path, readFileSync(join(ROOT, path), 'utf8')]),
);
const took = secondsBefore();
const near = nearTests(changed, sources);
const { taken, leftOut } = fitting(near, SECONDS_OF_WORK, (test) => took.get(test) ?? guessSeconds(test));
console.log(`${changed.length} files differ from ${base.slice(0, 12)}. Near them: ${near.length} files of tests.`);
if (leftOut > 0) console.log(`${leftOut} of those are further away or take longer: npm test runs them.`);

const present = changed.filter((path) => existsSync(join(ROOT, path)));
const biome = 'node_modules/@biomejs/biome/bin/biome';
const generates = /^migrations\/|\.routes\.ts$|\.schemas\.ts$|(permissions|problems|-states)\.ts$|^docs\/generated\//;
const checks = [
  { title: 'types', kind: 'check', words: ['tools/types.mjs'] },
  ...(changed.some((path) => generates.test(path))
    ? [
        {
          title: 'generated files are what the sources say',
          kind: 'check',
          words: ['--import', 'tsx', 'tools/gen.ts', '--check'],
        },
      ]
    : []),
];
// These read every source and take seconds.
const always = ['tools/state-writes.test.ts', 'tools/names.test.ts', 'tools/clock.test.ts'];
const { passed, failed } = await runStages([
  {
    title: 'format and lint of what changed',
    kind: 'check',
    words: [biome, 'check', '--no-errors-on-unmatched', '--files-ignore-unknown=true', ...present],
    skip: () => (present.length === 0 ? 'nothing changed' : undefined),
  },
  { title: 'tests near the change', kind: 'vitest', words: [...new Set([...taken, ...always])], beside: checks },
]);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
