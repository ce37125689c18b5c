// Shows that what npm run new-feature writes is whole: in a copy of the repository, three new nouns (a person's, an
// organisation's, the council's own) pass every check and test untouched, and each is written in a real browser.

import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ROOT } from './lib/root.mjs';

const NOUNS = [
  ['sea-shells', 'sea-shell', 'person'],
  ['sand-castles', 'sand-castle', 'organisation'],
  ['rock-analyses', 'rock-analysis', 'council'],
];

const house = mkdtempSync(join(tmpdir(), 'support-market-house-'));
process.once('exit', () => rmSync(house, { recursive: true, force: true }));

/** Copies what git knows or would take, and leads to the packages that are installed here. */
function copyRepository() {
  const paths = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], { cwd: ROOT })
    .toString()
    .split('\0');
  for (const path of paths) {
    if (path === '' || !existsSync(join(ROOT, path))) continue;
    mkdirSync(dirname(join(house, path)), { recursive: true });
    cpSync(join(ROOT, path), join(house, path));
  }
  const parts = [
    '.',
    ...['apps', 'packages'].flatMap((folder) => readdirSync(join(ROOT, folder)).map((name) => `${folder}/${name}`)),
  ];
  for (const part of parts) {
    const installed = join(ROOT, part, 'node_modules');
    if (!existsSync(installed)) continue;
    // The packages themselves stay where they are; the links between our own lead into the copy.
    mkdirSync(join(house, part, 'node_modules'), { recursive: true });
    for (const name of readdirSync(installed)) {
      const to = join(house, part, 'node_modules', name);
      if (name === '.pnpm') symlinkSync(join(installed, name), to);
      else cpSync(join(installed, name), to, { recursive: true, verbatimSymlinks: true });
    }
  }
}

function run(...words) {
  const { status } = spawnSync(process.execPath, words, {
    cwd: house,
    stdio: 'inherit',
    // The journeys of the writes need somebody of every role, and no year of made-up lives.
    env: { ...process.env, E2E_SMALL: '1' },
  });
  if (status !== 0) {
    process.stderr.write(`Failed in the copy: node ${words.join(' ')}\n`);
    process.exit(1);
  }
}

copyRepository();
// Some checks ask git which files there are.
for (const words of [
  ['init', '-q'],
  ['add', '-A'],
])
  execFileSync('git', words, { cwd: house });
for (const [plural, singular, owner] of NOUNS)
  run('tools/run.mjs', 'tools/new-feature.ts', plural, singular, '--owner', owner);
run('tools/run.mjs', 'tools/gen.ts');
execFileSync('git', ['add', '-A'], { cwd: house });
run('node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.');
run('tools/types.mjs', 'apps/api', 'apps/web', 'packages/domain');
run(
  'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
  '--config',
  '.dependency-cruiser.cjs',
  'apps',
  'packages',
);
run('node_modules/knip/bin/knip.js');
run('node_modules/knip/bin/knip.js', '--production', '--config', 'knip.production.json');
const plurals = NOUNS.map(([plural]) => plural);
run(
  'node_modules/vitest/vitest.mjs',
  'run',
  // It may run beside the journeys, when each test has a part of a processor.
  ...['--testTimeout', '300000', '--hookTimeout', '300000'],
  ...plurals,
  'src/http/access.test.ts',
  'src/http/write-access.test.ts',
  'src/shell/navigation.test.tsx',
  'tools/names.test.ts',
  'tools/words.test.ts',
  'tools/writes.test.ts',
  'tools/plain-english.test.ts',
  'tools/reach.test.ts',
  'tools/state-writes.test.ts',
  'packages/words',
);
run('--eval', "import('./tools/lib/build-web.mjs').then(({ buildWeb }) => buildWeb())");
run(
  'node_modules/vitest/vitest.mjs',
  ...['run', '--root', 'apps/e2e', 'src/journeys/writes.test.ts', '-t', plurals.join('|')],
);
