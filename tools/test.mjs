// npm test: everything that has to hold, in one command, from a bare clone. Ends with "N passed, N failed".

import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { buildWeb } from './lib/build-web.mjs';
import { ensureInstalled } from './lib/ensure-installed.mjs';
import { ROOT } from './lib/root.mjs';
import { runStages } from './lib/stages.mjs';

await ensureInstalled();

// The database of the journeys stays until the end: its documents are the ones that judges are shown.
const journeys = mkdtempSync(join(tmpdir(), 'support-market-journeys-'));
// The database may run as another user, who has to be able to pass through.
chmodSync(journeys, 0o755);
process.once('exit', () => rmSync(journeys, { recursive: true, force: true }));

// Killing the program takes minutes in which little is computed, so it runs beside the journeys.
const KILLS = 'src/failure/kills.test.ts';

// What needs nothing of the demonstration: looks at the sources, and products of their own.
const BESIDE_JOURNEYS = [
  { title: 'types', kind: 'check', words: ['tools/types.mjs'] },
  {
    title: 'import rules',
    kind: 'check',
    words: [
      'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
      ...['--config', '.dependency-cruiser.cjs', 'apps', 'packages', 'tools'],
    ],
  },
  { title: 'dead code', kind: 'check', words: ['node_modules/knip/bin/knip.js'] },
  {
    title: 'nothing is kept for tests alone',
    kind: 'check',
    words: ['node_modules/knip/bin/knip.js', '--production', '--config', 'knip.production.json'],
  },
  {
    title: 'generated files are what the sources say',
    kind: 'check',
    words: ['--import', 'tsx', 'tools/gen.ts', '--check'],
  },
  {
    title: 'a council from nothing to its first paid provider',
    kind: 'vitest',
    words: ['--root', 'apps/e2e', '--config', 'vitest.founding.config.ts'],
  },
  {
    title: 'killed again and again, it loses and doubles nothing',
    kind: 'vitest',
    words: ['--root', 'apps/api', KILLS],
  },
  // Last, as it has two rows of its own to keep both processors busy when the journeys are over.
  {
    title: 'new nouns of three kinds, as npm run new-feature writes them',
    kind: 'check',
    words: ['tools/try-new-feature.mjs'],
  },
];

const STAGES = [
  { title: 'format and lint', kind: 'check', words: ['node_modules/@biomejs/biome/bin/biome', 'check', '.'] },
  {
    title: 'unit, API, migration, concurrency and page tests (TZ=America/Los_Angeles)',
    kind: 'vitest',
    words: ['--exclude', `**/${KILLS}`],
    env: { TZ: 'America/Los_Angeles' },
  },
  {
    title: 'the domain on the other side of the world (TZ=Pacific/Auckland)',
    kind: 'vitest',
    words: ['--project', 'domain'],
    env: { TZ: 'Pacific/Auckland' },
  },
  { title: 'the pages build', kind: 'work', work: buildPages },
  {
    title: 'browser journeys',
    kind: 'vitest',
    words: ['--root', 'apps/e2e'],
    env: { E2E_DATA_DIR: join(journeys, 'data') },
    // A journey goes one step after the other, and leaves a processor with little to do.
    beside: BESIDE_JOURNEYS,
  },
  {
    title: 'documents before outside judges',
    kind: 'work',
    work: judgeDocuments,
    skip: () =>
      existsSync(resolve(ROOT, '../shared/tools')) ? undefined : 'not run, as the judges are not beside this clone',
  },
];

async function buildPages() {
  try {
    await buildWeb();
    return true;
  } catch (error) {
    console.log(error.message);
    return false;
  }
}

/** Writes the documents of the council in which the journeys were made, and shows them to the judges. */
async function judgeDocuments(run) {
  const folder = join(journeys, 'documents');
  const exported = await run(['tools/run.mjs', 'apps/demonstration/src/commands/export.ts', folder], {
    DATA_DIR: join(journeys, 'data'),
  });
  return exported === 0 && (await run(['tools/judge-documents.mjs', folder], {})) === 0;
}

const { passed, failed } = await runStages(STAGES);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
