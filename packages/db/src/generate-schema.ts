// Derives the TypeScript types of all tables and a page about them from the migrations, so that none can drift apart.

import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describeTables } from './describe-tables.ts';
import { connectOrStart } from './embedded/embedded-postgres.ts';
import { migrate } from './migrate.ts';
import { createPool } from './pool.ts';

const HEADER = `// The tables as TypeScript types, so that every query is checked: made from the migrations by
// generate-schema.ts, never edited.
`;

/**
 * Path → text of the types and of the page, the same on every machine: migrates a throwaway database and reads its
 * catalogue. int8 is bigint, date is Temporal.PlainDate, timestamptz is Temporal.Instant, as the parsers make them.
 */
export async function generateSchema(): Promise<Record<string, string>> {
  const dataDir = mkdtempSync(join(tmpdir(), 'support-market-schema-'));
  const server = await connectOrStart({ dataDir, fastAndUnsafe: true, temporary: true });
  try {
    await migrate(server.url);
    const pool = createPool(server.url, { max: 1, role: 'owner', name: 'support-market schema' });
    const page = await describeTables(pool);
    await pool.end();
    return {
      'packages/db/src/schema.ts': await readCatalogue(server.url, join(dataDir, 'schema.ts')),
      'docs/generated/schema.md': page,
    };
  } finally {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function readCatalogue(url: string, outFile: string): Promise<string> {
  const codegen = join(dirname(createRequire(import.meta.url).resolve('kysely-codegen')), 'cli', 'bin.js');
  await promisify(execFile)(process.execPath, [
    codegen,
    ...['--dialect', 'postgres', '--url', url, '--out-file', outFile, '--log-level', 'error'],
    ...['--exclude-pattern', '{migration,graphile_worker}.*'],
    ...['--custom-imports', JSON.stringify({ Temporal: 'temporal-polyfill' })],
    '--type-mapping',
    JSON.stringify({
      int8: 'bigint',
      date: 'Temporal.PlainDate',
      timestamptz: 'Temporal.Instant',
      timestamp: 'Temporal.PlainDateTime',
    }),
  ]);
  const types = readFileSync(outFile, 'utf8')
    .replace(/^\/\*\*.*?\*\/\n/s, '')
    .replace('export interface DB {', 'export interface Schema {');
  return format(`${HEADER}${types}`);
}

/** In the house style, so that the formatter finds nothing to change. */
async function format(text: string): Promise<string> {
  const root = fileURLToPath(new URL('../../../', import.meta.url));
  const biome = createRequire(join(root, 'package.json')).resolve('@biomejs/biome/bin/biome');
  const run = promisify(execFile)(process.execPath, [biome, 'format', '--stdin-file-path=packages/db/src/schema.ts'], {
    cwd: root,
    maxBuffer: 10_000_000,
  });
  run.child.stdin?.end(text);
  return (await run).stdout;
}
