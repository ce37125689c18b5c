// Proves that no amount of money is kept in a column without the bounds that every amount has.

import { readFileSync } from 'node:fs';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from './testing/test-database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

/** Amounts whose name does not end in `_pence`: what an account of the ledger holds. */
const BALANCES = ['debits_posted', 'credits_posted', 'debits_pending', 'credits_pending', 'available'];
const DOMAINS = ['pence', 'pence_above_zero', 'pence_from_zero'];

test('every column that holds an amount is of a pence domain', async () => {
  const { rows } = await sql<{ place: string; domain: string | null }>`
    select class.relname || '.' || attribute.attname as place, type.typname as domain
      from pg_attribute as attribute
      join pg_class as class on class.oid = attribute.attrelid
      join pg_type as type on type.oid = attribute.atttypid
     where class.relnamespace = 'public'::regnamespace and class.relkind in ('r', 'p', 'v', 'm') and attribute.attnum > 0
       and not attribute.attisdropped
       and (attribute.attname like '%pence' or attribute.attname like '%amount' or attribute.attname = any(${BALANCES}::text[]))`.execute(
    database.ownerDb,
  );
  expect(rows.length).toBeGreaterThan(30);
  expect(rows.filter(({ domain }) => !DOMAINS.includes(domain ?? '')).map(({ place }) => place)).toEqual([]);
});

test.each([
  ['pence', '-99999999999', '-100000000000'],
  ['pence', '99999999999', '100000000000'],
  ['pence_from_zero', '0', '-1'],
  ['pence_from_zero', '99999999999', '100000000000'],
  ['pence_above_zero', '1', '0'],
  ['pence_above_zero', '99999999999', '100000000000'],
])('%s takes %s and refuses %s', async (domain, taken, refused) => {
  const cast = (amount: string) => sql.raw(`select cast(${amount} as ${domain}) as amount`).execute(database.ownerDb);
  expect((await cast(taken)).rows).toEqual([{ amount: BigInt(taken) }]);
  await expect(cast(refused)).rejects.toMatchObject({ code: '23514' });
});

test('the generated types read every amount as a whole number of any size', () => {
  const types = readFileSync(new URL('schema.ts', import.meta.url), 'utf8');
  const amounts = [...types.matchAll(/^ {2}\w*pence: (.+);$/gm)].map(([, type]) => type ?? '');
  expect(amounts.length).toBeGreaterThan(30);
  expect(amounts.filter((type) => !/^(Generated<)?bigint( \| null)?>?$/.test(type))).toEqual([]);
});
