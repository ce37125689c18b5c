// Proves that what runs often is planned once on a connection, that a changed table or a pooler that loses names stops
// nothing, and that the server's memory stays bounded.

import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { APP_ROLE } from './app-login.ts';
import { statementNames } from './named-statements.ts';
import { createDb, type Db, type Tx } from './pool.ts';
import { prepared } from './prepared.ts';
import { createTestDatabase, type TestDatabase } from './testing/test-database.ts';
import { runAsAdmin } from './testing/test-server.ts';
import { allOf, inTransaction, write, writeChecked } from './transaction.ts';

let database: TestDatabase;
let one: Db;
beforeAll(async () => {
  database = await createTestDatabase();
  await runAsAdmin(
    database.url,
    'create table kept (id int primary key, value int not null)',
    'insert into kept values (1, 10), (2, 20)',
    `grant select, insert, update on kept to ${APP_ROLE}`,
  );
  one = createDb(database.appUrl, { max: 1, role: 'app' });
});
afterAll(async () => {
  await one.destroy();
  await database.drop();
});

interface Prepared {
  readonly statement: string;
  readonly plans: number;
  readonly uses: number;
}

/** What the only connection of a `Db` has learnt. */
async function keptBy(db: Db): Promise<readonly Prepared[]> {
  const { rows } = await sql<Prepared>`
    select statement, custom_plans::int as plans, (custom_plans + generic_plans)::int as uses
      from pg_prepared_statements order by 1`.execute(db);
  return rows;
}

const readAll = (db: Db, id: number) => sql<{ id: number }>`select * from kept where id = ${id}`.execute(db);

test('a statement that runs often is kept by the server and not planned each time', async () => {
  for (let turn = 0; turn < 30; turn += 1) await readAll(one, 1 + (turn % 2));
  const [kept] = await keptBy(one);
  expect(kept?.statement).toBe('select * from kept where id = $1');
  expect(kept?.uses).toBe(26);
  // PostgreSQL itself plans the first five with their values, to compare.
  expect(kept?.plans).toBe(5);
});

test('a table that changes behind a plan is read as it is now, in a transaction and outside one', async () => {
  await runAsAdmin(database.url, 'alter table kept add column colour text not null default $$red$$');
  expect((await readAll(one, 1)).rows).toEqual([{ id: 1, value: 10, colour: 'red' }]);
  for (let turn = 0; turn < 10; turn += 1) await readAll(one, 1);
  await runAsAdmin(database.url, 'alter table kept add column size int not null default 3');
  let tries = 0;
  const { rows } = await inTransaction(one, null, async (tx) => {
    tries += 1;
    return readAll(tx, 2);
  });
  expect(rows).toEqual([{ id: 2, value: 20, colour: 'red', size: 3 }]);
  expect(tries).toBe(2);
});

test('where a name is lost behind our back the statement runs all the same', async () => {
  const db = createDb(database.appUrl, { max: 1, role: 'app', prepare: 'on' });
  try {
    for (let turn = 0; turn < 10; turn += 1) await readAll(db, 1);
    await sql`deallocate all`.execute(db);
    const answer = await inTransaction(db, null, (tx) => readAll(tx, 2));
    expect(answer.rows).toHaveLength(1);
    for (let turn = 0; turn < 10; turn += 1) await readAll(db, 1);
    expect(await keptBy(db)).toEqual([]);
  } finally {
    await db.destroy();
  }
});

test('with names switched off nothing is kept', async () => {
  const db = createDb(database.appUrl, { max: 1, role: 'app', prepare: 'off' });
  try {
    for (let turn = 0; turn < 10; turn += 1) await readAll(db, 1);
    expect(await keptBy(db)).toEqual([]);
  } finally {
    await db.destroy();
  }
});

test('ever new texts do not fill the server: a connection that learnt many is closed', async () => {
  const session = async (): Promise<unknown> => (await sql`select pg_backend_pid() as pid`.execute(one)).rows[0];
  const first = await session();
  let most = 0;
  for (let text = 0; text < 420; text += 1) {
    for (let turn = 0; turn < 5; turn += 1) await sql`select ${sql.lit(text)} + ${1}::int`.execute(one);
    if (text % 20 === 0) most = Math.max(most, (await keptBy(one)).length);
  }
  expect(most).toBeLessThanOrEqual(401);
  expect(await session()).not.toEqual(first);
});

test('of more texts than names those that were used last have one', () => {
  const { nameOf } = statementNames({ often: 2, most: 2 });
  const ask = (text: string) => nameOf(text)?.text;
  expect([ask('a'), ask('a'), ask('b'), ask('b'), ask('a')]).toEqual([undefined, 'a', undefined, 'b', 'a']);
  expect([ask('c'), ask('c')]).toEqual([undefined, 'c']);
  expect([ask('a'), ask('b')]).toEqual(['a', undefined]);
});

test('statements that go out together answer in their order', async () => {
  const answers = await inTransaction(one, null, (tx) =>
    allOf(tx, [
      sql<{ n: number }>`select ${1}::int as n`.compile(tx),
      sql`update kept set value = value + 1 where id = ${1}`.compile(tx),
      sql<{ value: number }>`select value from kept where id = ${1}`.compile(tx),
    ]),
  );
  expect(answers[0].rows).toEqual([{ n: 1 }]);
  expect(answers[1].numAffectedRows).toBe(1n);
  expect(answers[2].rows).toEqual([{ value: 11 }]);
  expect(await inTransaction(one, null, (tx) => allOf(tx, []))).toEqual([]);
});

test('where one of them fails the error is its own, and nothing of the transaction remains', async () => {
  const failing = inTransaction(one, null, (tx) =>
    allOf(tx, [
      sql`update kept set value = 99 where id = ${1}`.compile(tx),
      sql`insert into kept (id, value) values (${1}, 0)`.compile(tx),
      sql`update kept set value = 98 where id = ${2}`.compile(tx),
    ]),
  );
  await expect(failing).rejects.toMatchObject({ code: '23505', constraint: 'kept_pkey' });
  const { rows } = await sql<{ value: number }>`select value from kept order by id`.execute(one);
  expect(rows.map(({ value }) => value)).toEqual([11, 20]);
});

test('what is not waited for fails the next statement that is, or the commit, with its own error', async () => {
  const twice = (tx: Tx) => sql`insert into kept (id, value) values (${1}, 0)`.compile(tx);
  const set = (tx: Tx) => sql`update kept set value = 97 where id = ${2}`.compile(tx);
  const its = { code: '23505', constraint: 'kept_pkey' };
  const followed = inTransaction(one, null, async (tx) => {
    await write(tx, set(tx), twice(tx), set(tx));
    return allOf(tx, [set(tx), set(tx)]);
  });
  await expect(followed).rejects.toMatchObject(its);
  await expect(inTransaction(one, null, (tx) => write(tx, set(tx), twice(tx)))).rejects.toMatchObject(its);
  const { rows } = await sql<{ value: number }>`select value from kept order by id`.execute(one);
  expect(rows.map(({ value }) => value)).toEqual([11, 20]);
  await inTransaction(one, null, (tx) => write(tx, set(tx)));
  expect((await readAll(one, 2)).rows).toMatchObject([{ value: 97 }]);
});

test('a transaction that cannot begin says why, and the next one works', async () => {
  const refused = one
    .transaction()
    .setIsolationLevel('serializable')
    .execute((tx) => sql.raw(`set local no.such = '1'; set local statement_timeout = 'never'`).execute(tx));
  await expect(refused).rejects.toThrow(/statement_timeout/);
  expect((await inTransaction(one, null, (tx) => readAll(tx, 1))).rows).toHaveLength(1);
});

test('a wrong number of rows fails what is waited for next, at the latest before the commit', async () => {
  const set = (tx: Tx) => sql`update kept set value = 96 where id = ${2}`.compile(tx);
  const none = (count: number): void => {
    if (count !== 0) throw new Error(`${count} rows`);
  };
  await expect(inTransaction(one, null, (tx) => writeChecked(tx, set(tx), none))).rejects.toThrow('1 rows');
  const followed = inTransaction(one, null, async (tx) => {
    await writeChecked(tx, set(tx), none);
    return readAll(tx, 1);
  });
  await expect(followed).rejects.toThrow('1 rows');
  expect((await readAll(one, 2)).rows).toMatchObject([{ value: 97 }]);
});

test('a statement that failed under a name runs under it when it can', async () => {
  const divided = (by: number) => sql<{ n: number }>`select 6 / ${by}::int as n, ${'a'}::text as a`.execute(one);
  for (let turn = 0; turn < 4; turn += 1) await divided(2);
  await expect(divided(0)).rejects.toMatchObject({ code: '22012' });
  await expect(divided(0)).rejects.toMatchObject({ code: '22012' });
  expect((await divided(3)).rows).toEqual([{ n: 2, a: 'a' }]);
  expect((await divided(1)).rows).toEqual([{ n: 6, a: 'a' }]);
});

test('a statement that was put together once takes each value to its place', async () => {
  const pick = prepared(
    (first: number, second: string | null, list: readonly string[]) =>
      sql<object>`select ${second}::text as second, ${first}::int as first, ${list}::text[] as list, ${first}::int + ${5}::int as more`,
  );
  const { sql: text } = pick(1, 'b', []);
  expect(text).toBe(pick(7, null, ['x']).sql);
  expect(text).toMatch(/\$2::int as first, .*, \$2::int \+ \$4::int as more/);
  expect((await one.executeQuery(pick(1, 'b', []))).rows).toEqual([{ second: 'b', first: 1, list: [], more: 6 }]);
  expect((await one.executeQuery(pick(7, null, ['x', 'y']))).rows).toEqual([
    { second: null, first: 7, list: ['x', 'y'], more: 12 },
  ]);
});
