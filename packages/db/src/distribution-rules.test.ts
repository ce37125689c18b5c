// What a distributed engine (Citus) refuses of triggers and functions, read from the schema. The statements that the
// program sends are judged by the same rules while the tests run (testing/judged-statements.ts).

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { tablesOfSchema } from './placement.ts';
import { type Fault, faultsOfFunction, loadParser, type RuleName } from './testing/statement-rules.ts';
import { createTestDatabase, type TestDatabase } from './testing/test-database.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

let database: TestDatabase;
let faults: readonly { readonly name: string; readonly fault: Fault }[];

beforeAll(async () => {
  await loadParser();
  database = await createTestDatabase();
  const tables = await tablesOfSchema(database.ownerDb);
  const named = (place: string) => new Set(tables.filter((table) => table.place === place).map(({ name }) => name));
  const placed = { council: named('council'), local: named('local') };
  const { rows } = await sql<{ name: string; definition: string }>`
    select proname::text as name, pg_get_functiondef(proc.oid) as definition
      from pg_proc as proc join pg_language as language on language.oid = prolang
     where pronamespace = 'public'::regnamespace and lanname in ('sql', 'plpgsql') order by 1`.execute(
    database.ownerDb,
  );
  expect(rows.length).toBeGreaterThan(10);
  faults = rows.flatMap(({ name, definition }) =>
    faultsOfFunction(definition, placed).map((fault) => ({ name, fault })),
  );
});
afterAll(() => database.drop());

const thatBreak = (rule: RuleName): string[] => [
  ...new Set(faults.filter(({ fault }) => fault.rule === rule).map(({ name }) => name)),
];

describe('functions, read as PostgreSQL’s own parser reads them', () => {
  test('no trigger writes a table: a trigger only computes its own row', () => {
    expect(thatBreak('no trigger writes a table')).toEqual([]);
  });

  test('no trigger asks which table it is on, since a shard has another name', () => {
    expect(thatBreak('no trigger asks for its table')).toEqual([]);
  });

  test('none breaks another rule of statements', () => {
    const others = faults.filter(({ fault }) => !fault.rule.startsWith('no trigger'));
    expect(others.map(({ name, fault }) => `${name}: ${fault.rule}: ${fault.what}`)).toEqual([]);
  });
});

describe('sources', () => {
  test('none takes another role, and the council is set by SET LOCAL alone', () => {
    const wrong = ['apps/api/src', 'packages/db/src']
      .flatMap((folder) => readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true }))
      .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.name.endsWith('.test.ts'))
      .map((entry) => join(entry.parentPath, entry.name))
      .filter((file) => /\bset\s+(local\s+|session\s+)?role\b|set_config\('app\./i.test(readFileSync(file, 'utf8')));
    expect(wrong.map((file) => file.slice(ROOT.length))).toEqual([]);
  });
});
