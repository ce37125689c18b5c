// Shows what `npm run distribute` would do on Citus. The engine cannot be installed here: the database is a real
// PostgreSQL in which stand-ins carry the names of the engine's functions and write down how they were called.

import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { distribute, stepsToDistribute, whyNotDistributable } from './distribute.ts';
import { partitionsOfSchema, type TableOfSchema, tablesOfSchema } from './placement.ts';
import { createTestDatabase, type TestDatabase } from './testing/test-database.ts';

let database: TestDatabase;
let tables: readonly TableOfSchema[];
beforeAll(async () => {
  database = await createTestDatabase();
  tables = await tablesOfSchema(database.ownerDb);
});
afterAll(() => database.drop());

const run = (text: string) => sql.raw(text).execute(database.ownerDb);

/** In a schema of their own, as the engine's are, so that none of them is taken for a table of ours. */
const STAND_INS = `
  create schema engine;
  create table engine.calls (position serial, name text, arguments text[], setting text);
  create table engine.pg_dist_partition (logicalrelid regclass primary key);
  create function engine.citus_is_coordinator() returns boolean language sql as 'select false';
  create function engine.create_reference_table(relation regclass) returns void language sql as $$
    insert into engine.pg_dist_partition values (relation);
    insert into engine.calls (name, arguments, setting) values ('reference', array[relation::text], current_setting('citus.multi_shard_modify_mode')) $$;
  create function engine.create_distributed_table(relation regclass, by text, colocate_with text) returns void language sql as $$
    insert into engine.pg_dist_partition values (relation);
    insert into engine.calls (name, arguments, setting) values ('distributed', array[relation::text, by, colocate_with], current_setting('citus.multi_shard_modify_mode')) $$;
  create function engine.create_distributed_function(signature regprocedure, by text, colocate_with text) returns void language sql as $$
    insert into engine.calls (name, arguments, setting) values ('function', array[signature::text, by, colocate_with], current_setting('citus.multi_shard_modify_mode')) $$;
  do $$ begin execute format('alter database %I set search_path = public, engine', current_database()); end $$`;

interface Call {
  readonly name: 'reference' | 'distributed' | 'function';
  readonly arguments: readonly string[];
  readonly setting: string;
}

async function calls(): Promise<readonly Call[]> {
  const { rows } = await sql<Call>`select name, arguments, setting from engine.calls order by position`.execute(
    database.ownerDb,
  );
  return rows;
}

/** Connections that were open before keep the old path. */
async function reconnect(): Promise<void> {
  await sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`.execute(
    database.ownerDb,
  );
  await run('set search_path = public, engine');
}

test('a PostgreSQL without Citus is refused, and so is a machine that is not the coordinator', async () => {
  await expect(distribute(database.ownerDb, () => undefined)).rejects.toThrow(/has no Citus/);
  await run(STAND_INS);
  await reconnect();
  expect(await whyNotDistributable(database.ownerDb)).toMatch(/not its coordinator/);
  await expect(distribute(database.ownerDb, () => undefined)).rejects.toThrow(/not its coordinator/);
  expect(await calls()).toEqual([]);
  await run(`create or replace function engine.citus_is_coordinator() returns boolean language sql as 'select true'`);
});

describe('on a coordinator', () => {
  test('every table but those of sign-in is placed once, those of a council by it and side by side', async () => {
    await distribute(database.ownerDb, () => undefined);
    const made = await calls();
    const placed = made.filter(({ name }) => name !== 'function').map((call) => call.arguments[0]);
    const local = tables.filter(({ place }) => place === 'local').map(({ name }) => name);
    expect(local).toEqual(['mails', 'one_time_links', 'sessions', 'sign_in_failures']);
    expect([...placed].sort()).toEqual(
      tables
        .map(({ name }) => name)
        .filter((name) => !local.includes(name))
        .sort(),
    );
    const councils = made.filter(({ name }) => name === 'distributed');
    expect(councils.length).toBeGreaterThan(50);
    expect(new Set(councils.map((call) => call.arguments[1]))).toEqual(new Set(['council_id']));
    const [first, ...others] = councils;
    expect(first?.arguments[2]).toBe('none');
    expect(new Set(others.map((call) => call.arguments[2]))).toEqual(new Set([first?.arguments[0]]));
    expect(new Set(made.map(({ setting }) => setting))).toEqual(new Set(['sequential']));
  });

  test('what a foreign key points at is placed before what points, and nothing left behind points at all', async () => {
    const placed = (await calls()).map((call) => call.arguments[0] ?? '');
    const early = tables
      .filter(({ place }) => place !== 'local')
      .flatMap(({ name, pointsAt }) =>
        pointsAt
          .filter(({ table }) => placed.indexOf(table) > placed.indexOf(name))
          .map(({ table }) => `${name} before ${table}`),
      );
    expect(early).toEqual([]);
    const now = await tablesOfSchema(database.ownerDb);
    expect(now.filter(({ place, pointsAt }) => place === 'local' && pointsAt.length > 0)).toEqual([]);
    const shared = new Set(now.filter(({ place }) => place === 'shared').map(({ name }) => name));
    expect(
      now.filter(({ name, pointsAt }) => shared.has(name) && pointsAt.some(({ table }) => !shared.has(table))),
    ).toEqual([]);
  });

  test('the ledger’s function goes by its council, and the settings stay with the database', async () => {
    const functions = (await calls())
      .filter(({ name }) => name === 'function')
      .map((call) => call.arguments.slice(0, 2));
    expect(functions).toEqual([['ledger_transfer(text,jsonb)', 'in_council']]);
    const { rows } = await sql<{ settings: string[] }>`
      select setconfig as settings from pg_db_role_setting join pg_database on pg_database.oid = setdatabase where datname = current_database() and setrole = 0`.execute(
      database.ownerDb,
    );
    expect(rows[0]?.settings).toEqual(
      expect.arrayContaining(['citus.enable_unsafe_triggers=on', 'citus.propagate_set_commands=local']),
    );
  });

  test('a second run places nothing again', async () => {
    const steps = await stepsToDistribute(database.ownerDb);
    expect(steps.filter((step) => /create_(reference|distributed)_table|drop constraint/.test(step))).toEqual([]);
    // The parts of a table that is kept by month go where it goes.
    const parts = await partitionsOfSchema(database.ownerDb);
    expect(parts.size).toBeGreaterThan(0);
    expect((await calls()).some((call) => parts.has(call.arguments[0] ?? ''))).toBe(false);
  });
});
