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
