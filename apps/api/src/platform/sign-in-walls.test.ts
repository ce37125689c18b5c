// The tables of sign-in, mails, payees' accounts and settings stay closed to the application's own login, except for what
// a transaction names: tried as that login, with no council, with another one, and with its own.

import { inTransaction, type Known } from '@support-market/db/transaction';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../testing/test-app.ts';
import { ACCOUNTS, buildWorld, WORLD } from '../testing/world.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
  await buildWorld(app);
  await app.signIn(ACCOUNTS.asha, WORLD.council);
  const { ownerDb } = app.database;
  await sql`insert into account_credentials (id, account_id, kind, secret_hash, created_at)
    values ('cred_asha', ${ACCOUNTS.asha}, 'password', 'hash', now())`.execute(ownerDb);
  await sql`insert into account_councils (account_id, council_id) values (${ACCOUNTS.asha}, ${WORLD.council}) on conflict do nothing`.execute(
    ownerDb,
  );
  await sql`insert into one_time_links (token_hash, purpose, account_id, expires_at)
    values ('digest', 'password-reset', ${ACCOUNTS.asha}, now())`.execute(ownerDb);
  await sql`insert into mails (id, recipient, subject, body_text, body_html, created_at)
    values ('mail_one', 'asha@example.org', 's', 't', 'h', now())`.execute(ownerDb);
  await sql`insert into sign_in_failures (email_hash, source_hash, failures, last_at, known)
    values ('name', 'place', 1, now(), false), ('another', 'place', 1, now(), false)`.execute(ownerDb);
  await sql`insert into council_settings (council_id, id, key, from_date, value, set_at)
    values (${WORLD.council}, 'set_one', 'contactTelephone', date '2026-04-01', '"1"', now())`.execute(ownerDb);
});
afterAll(() => app.close());

async function rows(table: string, councilId: string | null, knowing: Known = {}): Promise<number> {
  const found = await inTransaction(
    app.database.db,
    councilId,
    (tx) => sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}`.execute(tx),
    { knowing },
  );
  return found.rows[0]?.n ?? -1;
}

const OF_SIGN_IN = [
  'accounts',
  'account_credentials',
  'account_councils',
  'sessions',
  'one_time_links',
  'mails',
  'sign_in_failures',
];
const OF_A_COUNCIL = ['payee_accounts', 'council_settings', 'memberships'];

test.each([...OF_SIGN_IN, ...OF_A_COUNCIL])('without a council, the application finds nothing in %s', async (table) => {
  expect(await rows(table, null)).toBe(0);
  const { rows: all } = await sql`select from ${sql.table(table)}`.execute(app.database.ownerDb);
  expect(all.length).toBeGreaterThan(0);
});

test.each(OF_A_COUNCIL)('another council finds nothing of ours in %s', async (table) => {
  const seen = await inTransaction(app.database.db, WORLD.elsewhere, (tx) =>
    sql`select from ${sql.table(table)} where council_id = ${WORLD.council}`.execute(tx),
  );
  expect(seen.rows).toEqual([]);
});

describe('sign-in', () => {
  test('a council sees its own people’s accounts, and neither their passwords nor sessions nor links', async () => {
    const accounts = await inTransaction(app.database.db, WORLD.council, (tx) =>
      tx.selectFrom('accounts').select('id').execute(),
    );
    expect(accounts.map(({ id }) => id)).toContain(ACCOUNTS.asha);
    for (const table of ['account_credentials', 'sessions', 'one_time_links', 'mails', 'sign_in_failures'])
      expect([table, await rows(table, WORLD.council)]).toEqual([table, 0]);
    const elsewhere = await inTransaction(app.database.db, WORLD.elsewhere, (tx) =>
      tx.selectFrom('accounts').select('id').where('id', '=', ACCOUNTS.asha).execute(),
    );
    expect(elsewhere).toEqual([]);
  });

  test('what a transaction names it sees, and nothing beside it', async () => {
    expect(await rows('accounts', null, { account: ACCOUNTS.asha })).toBe(1);
    expect(await rows('account_credentials', null, { account: ACCOUNTS.asha })).toBe(1);
    expect(await rows('account_credentials', null, { account: ACCOUNTS.broker })).toBe(0);
    expect(await rows('one_time_links', null, { link: 'digest' })).toBe(1);
    expect(await rows('one_time_links', null, { link: 'another' })).toBe(0);
    expect(await rows('mails', null, { mail: 'mail_one' })).toBe(1);
    expect(await rows('sign_in_failures', null, { triedEmail: 'name' })).toBe(1);
    expect(await rows('sign_in_failures', null, { triedFrom: 'place' })).toBe(2);
  });

  test('a password or name of another’s account cannot be set by naming one’s own', async () => {
    const knowing = { account: ACCOUNTS.broker };
    const give = inTransaction(
      app.database.db,
      WORLD.council,
      (tx) =>
        sql`insert into account_credentials (id, account_id, kind, secret_hash, created_at)
          values ('cred_theft', ${ACCOUNTS.asha}, 'password', 'mine', now())`.execute(tx),
      { knowing },
    );
    await expect(give).rejects.toThrow(/row-level security/);
    const renamed = await inTransaction(
      app.database.db,
      WORLD.council,
      (tx) => tx.updateTable('accounts').set({ name: 'Mine' }).where('id', '=', ACCOUNTS.asha).executeTakeFirst(),
      { knowing },
    );
    expect(renamed.numUpdatedRows).toBe(0n);
  });

  test('what names nothing of ours never reaches a statement', async () => {
    await expect(rows('accounts', null, { account: "x'; reset role; --" })).rejects.toThrow(
      /neither an id nor a digest/,
    );
  });
});
