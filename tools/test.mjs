// npm test: everything that has to hold, in one command, from a bare clone. Ends with "N passed, N failed".

import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { buildWeb } from './lib/build-web.mjs';
import { ensureInstalled } from './lib/ensure-installed.mjs';
import { ROOT } from './lib/root.mjs';
import { runStages } from './lib/stages.mjs';

await ensureInstalled();

const STAGES = [
  { title: 'format and lint', kind: 'check', words: ['node_modules/@biomejs/biome/bin/biome', 'check', '.'] },
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
    title: 'generated files are what the sources say',
    kind: 'check',
    words: ['--import', 'tsx', 'tools/gen.ts', '--check'],
  },
  {
    title: 'unit, API, migration, concurrency and page tests (TZ=America/Los_Angeles)',
    kind: 'vitest',
    words: [],
    env: { TZ: 'America/Los_Angeles' },
  },
  {
    title: 'the domain on the other side of the world (TZ=Pacific/Auckland)',
    kind: 'vitest',
    words: ['--project', 'domain'],
    env: { TZ: 'Pacific/Auckland' },
  },
  { title: 'the pages build', kind: 'work', work: buildPages },
  { title: 'browser journeys', kind: 'vitest', words: ['--root', 'apps/e2e'] },
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

/** Writes the demonstration council's documents from a database of their own and shows them to the judges. */
async function judgeDocuments(run) {
  const home = mkdtempSync(join(tmpdir(), 'support-market-documents-'));
  chmodSync(home, 0o755);
  try {
    const folder = join(home, 'documents');
    const env = { DATA_DIR: join(home, 'data') };
    const exported = await run(['tools/run.mjs', 'apps/api/src/commands/demo-export.ts', folder], env);
    return exported === 0 && (await run(['tools/judge-documents.mjs', folder], {})) === 0;
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

const { passed, failed } = await runStages(STAGES);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
