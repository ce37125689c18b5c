// Shows that what npm run new-feature writes is whole: in a copy of the repository, three new nouns (a person's, an
// organisation's, the council's own) pass every check and test untouched, and each is written in a real browser. In a second
// copy parts are cut out of them, and for each of these a test has to fail.

import { execFileSync, spawn } from 'node:child_process';
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
/** The same again, in which nouns lack something. */
const lacking = mkdtempSync(join(tmpdir(), 'support-market-house-'));
process.once('exit', () => {
  for (const folder of [house, lacking]) rmSync(folder, { recursive: true, force: true });
});

/** Copies to a folder what git knows or would take, and leads to the packages that are installed here. */
function copyRepository(from, to) {
  const paths = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], { cwd: from })
    .toString()
    .split('\0');
  for (const path of paths) {
    if (path === '' || !existsSync(join(from, path))) continue;
    mkdirSync(dirname(join(to, path)), { recursive: true });
    cpSync(join(from, path), join(to, path));
  }
  const parts = [
    '.',
    ...['apps', 'packages'].flatMap((folder) => readdirSync(join(ROOT, folder)).map((name) => `${folder}/${name}`)),
  ];
  for (const part of parts) {
    const installed = join(ROOT, part, 'node_modules');
    if (!existsSync(installed)) continue;
    // The packages themselves stay where they are; the links between our own lead into the copy.
    mkdirSync(join(to, part, 'node_modules'), { recursive: true });
    for (const name of readdirSync(installed)) {
      const link = join(to, part, 'node_modules', name);
      if (name === '.pnpm') symlinkSync(join(installed, name), link);
      else cpSync(join(installed, name), link, { recursive: true, verbatimSymlinks: true });
    }
  }
}

// The journeys of the writes need somebody of every role, and no year of made-up lives.
const env = { ...process.env, E2E_SMALL: '1' };
const VITEST = 'node_modules/vitest/vitest.mjs';
// It may run beside the journeys, when each test has a part of a processor.
const PATIENT = ['--testTimeout', '300000', '--hookTimeout', '300000'];

const running = new Set();
process.once('exit', () => {
  for (const child of running) child.kill();
});

function fail(words) {
  process.stderr.write(`Failed in the copy: ${words}\n`);
  process.exit(1);
}

/** Runs a program in a folder, and shows what it said when it is over, as others run beside it. Answers its exit code. */
function runIn(cwd, words) {
  const started = performance.now();
  return new Promise((resolve) => {
    const child = spawn(process.execPath, words, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    running.add(child);
    const said = [];
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (bytes) => said.push(bytes));
    child.once('error', (error) => said.push(Buffer.from(error.message)));
    child.once('close', (code) => {
      running.delete(child);
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      resolve({ code: code ?? 1, said: Buffer.concat(said).toString(), seconds });
    });
  });
}

/** The same in the copy that lacks nothing, where each has to hold. */
async function run(...words) {
  const { code, said, seconds } = await runIn(house, words);
  process.stdout.write(`${said}node ${words.slice(0, 4).join(' ')}: ${seconds} s\n`);
  if (code !== 0) fail(`node ${words.join(' ')}`);
}

/** Some checks ask git which files there are. */
function beginGit(folder) {
  for (const words of [
    ['init', '-q'],
    ['add', '-A'],
  ])
    execFileSync('git', words, { cwd: folder });
}

const plurals = NOUNS.map(([plural]) => plural).join('|');

async function checks() {
  await run('node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.');
  await run('tools/types.mjs', 'apps/api', 'apps/web', 'apps/e2e', 'packages/domain');
  const cruise = 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs';
  await run(cruise, '--config', '.dependency-cruiser.cjs', 'apps', 'packages');
  await run('node_modules/knip/bin/knip.js');
  await run('node_modules/knip/bin/knip.js', '--production', '--config', 'knip.production.json');
}

async function tests() {
  await run(
    VITEST,
    ...['run', ...PATIENT, ...plurals.split('|')],
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
    // Of the menu the new lines alone: the others were walked where they stand.
    ...['-t', `^(?!the menu of the role \\S+ .*page at (?!/(?:${plurals})\\b))`],
  );
}

async function journeys() {
  await run('--eval', "import('./tools/lib/build-web.mjs').then(({ buildWeb }) => buildWeb())");
  await run(VITEST, ...['run', '--root', 'apps/e2e', 'src/journeys/writes.test.ts', '-t', plurals]);
}

async function cuts() {
  cutParts(lacking);
  const report = join(lacking, 'report.json');
  const told = ['run', ...TELLERS.files, '-t', TELLERS.names, ...PATIENT];
  const { seconds } = await runIn(lacking, [VITEST, ...told, '--reporter=json', `--outputFile=${report}`]);
  if (!existsSync(report)) fail('the tests of nouns that lack something did not end');
  const silent = untold(JSON.parse(readFileSync(report, 'utf8')));
  if (silent.length > 0) fail(`no test tells that a noun lacks ${silent.join(', ')}`);
  process.stdout.write(`for each part that was cut out a test fails: ${seconds} s\n`);
}

copyRepository(ROOT, house);
beginGit(house);
for (const [plural, singular, owner] of NOUNS)
  await run('tools/run.mjs', 'tools/new-feature.ts', plural, singular, '--owner', owner);
await run('tools/run.mjs', 'tools/gen.ts');
execFileSync('git', ['add', '-A'], { cwd: house });
copyRepository(house, lacking);
beginGit(lacking);
// Two rows beside each other: a journey and a test of pages wait more than they work.
await Promise.all([checks().then(tests), journeys().then(cuts)]);
