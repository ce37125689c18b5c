// Proves that the application's connections cannot act as the owner, and that transactions repeat after a deadlock.

import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { APP_ROLE } from './app-login.ts';
import { createDb } from './pool.ts';
import { createTestDatabase, type TestDatabase } from './testing/test-database.ts';
import { runAsAdmin } from './testing/test-server.ts';
import { inTransaction } from './transaction.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await runAsAdmin(
    database.url,
    'create table pairs (id int primary key, value int not null)',
    'insert into pairs values (1, 0), (2, 0)',
    `grant select, update on pairs to ${APP_ROLE}`,
    'create table closed (id int)',
  );
});
afterAll(() => database.drop());

async function currentUser(db: TestDatabase['db']): Promise<string | undefined> {
  const answer = await sql<{ name: string }>`select current_user as name`.execute(db);
  return answer.rows[0]?.name;
}

test('every connection of the application acts as the application role, many at once too', async () => {
  const users = await Promise.all(Array.from({ length: 10 }, () => currentUser(database.db)));
  expect(new Set(users)).toEqual(new Set([APP_ROLE]));
  expect(await currentUser(database.ownerDb)).not.toBe(APP_ROLE);
});

test('the application role is refused a table that was not granted to it', async () => {
  await expect(sql`select * from closed`.execute(database.db)).rejects.toThrow(/permission denied/);
});

test('the council named to row-level security ends with the transaction', async () => {
  const single = createDb(database.appUrl, { max: 1, role: 'app' });
  const read = sql<{ id: string | null }>`select nullif(current_setting('app.council_id', true), '') as id`;
  try {
    const inside = await inTransaction(single, 'cncl_one', async (tx) => (await read.execute(tx)).rows[0]?.id);
    expect(inside).toBe('cncl_one');
    expect((await read.execute(single)).rows[0]?.id).toBeNull();
  } finally {
    await single.destroy();
  }
});

test('two transactions that deadlock both succeed in the end, and each counts once', async () => {
  let firstTries = 0;
  let waiting: (() => void)[] = [];
  // Both hold their first row before either asks for its second, in the first round.
  const meet = async (): Promise<void> => {
    firstTries += 1;
    if (firstTries > 2) return;
    if (firstTries === 2) {
      for (const resume of waiting) resume();
      waiting = [];
      return;
    }
    await new Promise<void>((resume) => waiting.push(resume));
  };
  const addInOrder = (first: number, second: number): Promise<void> =>
    inTransaction(database.db, null, async (tx) => {
      await sql`update pairs set value = value + 1 where id = ${first}`.execute(tx);
      await meet();
      await sql`update pairs set value = value + 1 where id = ${second}`.execute(tx);
    });
  await Promise.all([addInOrder(1, 2), addInOrder(2, 1)]);
  expect(firstTries).toBe(3);
  const rows = await sql<{ value: number }>`select value from pairs order by id`.execute(database.ownerDb);
  expect(rows.rows.map(({ value }) => value)).toEqual([2, 2]);
});

test('a failure that will not pass is not tried again, and leaves nothing', async () => {
  let tries = 0;
  const failing = inTransaction(database.db, null, async (tx) => {
    tries += 1;
    await sql`update pairs set value = 999 where id = 1`.execute(tx);
    throw new Error('no');
  });
  await expect(failing).rejects.toThrow('no');
  expect(tries).toBe(1);
  const rows = await sql<{ value: number }>`select value from pairs where id = 1`.execute(database.ownerDb);
  expect(rows.rows[0]?.value).not.toBe(999);
});

test('a serialisation failure is given up after five tries', async () => {
  let tries = 0;
  const failing = inTransaction(database.db, null, async (tx) => {
    tries += 1;
    await sql`do $$ begin raise exception 'again' using errcode = '40001'; end $$`.execute(tx);
  });
  await expect(failing).rejects.toMatchObject({ code: '40001' });
  expect(tries).toBe(5);
});

test('a statement, a lock or an idle transaction of a request has its limit, and a job a longer one', async () => {
  const limits = sql<{ statement: string; lock: string; idle: string }>`
    select current_setting('statement_timeout') as statement, current_setting('lock_timeout') as lock,
           current_setting('idle_in_transaction_session_timeout') as idle`;
  const jobs = createDb(database.appUrl, { max: 1, role: 'app', work: 'job' });
  const within = async (db: TestDatabase['db'], options = {}) =>
    inTransaction(db, null, async (tx) => (await limits.execute(tx)).rows[0], options);
  try {
    expect(await within(database.db)).toEqual({ statement: '20s', lock: '5s', idle: '1min' });
    expect(await within(jobs)).toEqual({ statement: '15min', lock: '1min', idle: '10min' });
    expect(await within(database.db, { work: 'job' })).toEqual({ statement: '15min', lock: '1min', idle: '10min' });
    expect(await within(database.db)).toEqual({ statement: '20s', lock: '5s', idle: '1min' });
  } finally {
    await jobs.destroy();
  }
});

test('what is no council’s id is never put into a statement', async () => {
  const work = async () => undefined;
  await expect(inTransaction(database.db, "x'; drop table pairs; --", work)).rejects.toThrow(/not the id of a council/);
});
