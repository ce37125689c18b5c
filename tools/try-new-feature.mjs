// Shows that what npm run new-feature writes is whole: in a copy of the repository, three new nouns (a person's, an
// organisation's, the council's own) pass every check and test untouched, and each is written in a real browser. Then parts are cut out of them, and for each
// of these a test has to fail.

import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ROOT } from './lib/root.mjs';
import { cutParts, TELLERS, untold } from './new-feature/parts.mjs';

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

// The journeys of the writes need somebody of every role, and no year of made-up lives.
const env = { ...process.env, E2E_SMALL: '1' };

function fail(words) {
  process.stderr.write(`Failed in the copy: ${words}\n`);
  process.exit(1);
}

function run(...words) {
  const { status } = spawnSync(process.execPath, words, { cwd: house, stdio: 'inherit', env });
  if (status !== 0) fail(`node ${words.join(' ')}`);
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
run('tools/types.mjs', 'apps/api', 'apps/web', 'apps/e2e', 'packages/domain');
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

cutParts(house);
const report = join(house, 'report.json');
spawnSync(
  process.execPath,
  [
    'node_modules/vitest/vitest.mjs',
    ...['run', ...TELLERS.files, '-t', TELLERS.names],
    ...['--testTimeout', '300000', '--hookTimeout', '300000', '--reporter=json', `--outputFile=${report}`],
  ],
  { cwd: house, stdio: 'ignore', env },
);
if (!existsSync(report)) fail('the tests of nouns that lack something did not end');
const silent = untold(JSON.parse(readFileSync(report, 'utf8')));
if (silent.length > 0) fail(`no test tells that a noun lacks ${silent.join(', ')}`);
