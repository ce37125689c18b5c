// Proves that the states a rule knows and the states a table accepts are the same.

import { MACHINES } from '@support-market/domain/shared/machines';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from './testing/test-database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

/** Tables with a state that is no machine's, each with why. */
const NO_MACHINE: Readonly<Record<string, string>> = {
  effects: 'whether a call to somebody outside is under way; no step of anybody, and written by the one who calls',
};

test('every state of a table belongs to a machine, or says here why it does not', async () => {
  const { rows } = await sql<{ table: string }>`
    select class.relname as table from pg_attribute as attribute join pg_class as class on class.oid = attribute.attrelid
     where class.relnamespace = 'public'::regnamespace and class.relkind in ('r', 'p') and not class.relispartition
       and attribute.attname = 'state' and not attribute.attisdropped order by 1`.execute(database.ownerDb);
  expect(rows.map(({ table }) => table)).toEqual([...Object.keys(MACHINES), ...Object.keys(NO_MACHINE)].sort());
});

test.each(Object.entries(MACHINES).map(([table, { states }]) => [table, states] as const))(
  '%s accept exactly the states of their machine',
  async (table, states) => {
    const { rows } = await sql<{ definition: string }>`
    select pg_get_constraintdef(oid) as definition from pg_constraint
     where conrelid = ${table}::regclass and contype = 'c' and conname = ${`${table}_state_check`}`.execute(
      database.ownerDb,
    );
    const accepted = [...(rows[0]?.definition ?? '').matchAll(/'([a-z-]+)'/g)].map(([, state]) => state);
    expect([...accepted].sort()).toEqual([...states].sort());
  },
);
