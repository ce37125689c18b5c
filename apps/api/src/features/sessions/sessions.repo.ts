// The rows of sessions and of who signs in.

import type { Db, Tx } from '@support-market/db/pool';
import { inTransaction, know } from '@support-market/db/transaction';
import { sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';
import { accountsWithPassword } from '../../platform/account-passwords.repo.ts';
import { accountIdOf } from '../../platform/councils.repo.ts';

export interface SignInAccount {
  readonly id: string;
  readonly email: string | null;
  readonly name: string;
  /** Null while it cannot sign in: no password yet, an address not confirmed, or a closed account. */
  readonly passwordHash: string | null;
}

/** By the e-mail address, or by the name that a council gave to somebody without one. */
export async function findSignInAccount(db: Db, name: string): Promise<SignInAccount | null> {
  // The same statements for an unknown name, or the time of the answer would tell.
  const account = (await accountIdOf(db, name)) ?? '';
  const find = (tx: Tx) => accountsWithPassword(tx).where('accounts.id', '=', account).executeTakeFirst();
  const row = await inTransaction(db, null, find, { knowing: { account } });
  if (!row) return null;
  const open = (row.email === null || row.email_confirmed_at !== null) && row.closed_at === null;
  return { id: row.id, email: row.email, name: row.name, passwordHash: open ? row.secret_hash : null };
}

/** The council of the account's latest session, so that signing in leads back to where a person was. */
export async function lastCouncilOf(db: Db, accountId: string): Promise<string | null> {
  const find = (tx: Tx) =>
    tx
      .selectFrom('sessions')
      .select('council_id')
      .where('account_id', '=', accountId)
      .orderBy('created_at', 'desc')
      .limit(1)
      .executeTakeFirst();
  const row = await inTransaction(db, null, find, { knowing: { account: accountId } });
  return row?.council_id ?? null;
}

export interface SessionRow {
  readonly id: string;
  readonly accountId: string;
  readonly councilId: string | null;
  readonly refreshHash: string;
  readonly previousHash: string | null;
  readonly rotatedAt: Temporal.Instant;
  readonly createdAt: Temporal.Instant;
  readonly open: boolean;
}

/** The session, locked until the transaction ends. */
export async function lockSession(tx: Tx, id: string, now: Temporal.Instant): Promise<SessionRow | null> {
  await know(tx, { session: id });
  const row = await tx
    .selectFrom('sessions')
    .select([
      'sessions.id',
      'sessions.account_id',
      'sessions.council_id',
      'sessions.refresh_hash',
      'sessions.previous_hash',
      'sessions.rotated_at',
      'sessions.created_at',
      sql<boolean>`sessions.ended_at is null and sessions.expires_at > ${now}`.as('open'),
    ])
    .where('sessions.id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) return null;
  await know(tx, { account: row.account_id });
  const owner = await tx.selectFrom('accounts').select('closed_at').where('id', '=', row.account_id).executeTakeFirst();
  return {
    id: row.id,
    accountId: row.account_id,
    councilId: row.council_id,
    refreshHash: row.refresh_hash,
    previousHash: row.previous_hash,
    rotatedAt: row.rotated_at,
    createdAt: row.created_at,
    open: row.open && owner?.closed_at === null,
  };
}

export async function rotate(
  tx: Tx,
  session: SessionRow,
  next: { readonly refreshHash: string; readonly now: Temporal.Instant; readonly endsAt: Temporal.Instant },
): Promise<void> {
  await tx
    .updateTable('sessions')
    .set({
      previous_hash: session.refreshHash,
      refresh_hash: next.refreshHash,
      rotated_at: next.now,
      expires_at: next.endsAt,
    })
    .where('id', '=', session.id)
    .execute();
}

/** Ends one session if it is open; answers whose it was, or null. */
export async function endSession(
  tx: Tx,
  id: string,
  now: Temporal.Instant,
  because: string,
): Promise<{ accountId: string; councilId: string | null } | null> {
  await know(tx, { session: id });
  const row = await tx
    .updateTable('sessions')
    .set({ ended_at: now, ended_because: because })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .returning(['account_id', 'council_id'])
    .executeTakeFirst();
  return row ? { accountId: row.account_id, councilId: row.council_id } : null;
}

export async function moveSession(tx: Tx, id: string, councilId: string): Promise<void> {
  await know(tx, { session: id });
  await tx.updateTable('sessions').set({ council_id: councilId }).where('id', '=', id).execute();
}

export async function findAccount(
  db: Db,
  id: string,
): Promise<{ email: string | null; sign_in_name: string | null; name: string }> {
  const find = (tx: Tx) =>
    tx.selectFrom('accounts').select(['email', 'sign_in_name', 'name']).where('id', '=', id).executeTakeFirstOrThrow();
  return inTransaction(db, null, find, { knowing: { account: id } });
}

/** The names of the organisations and their addresses in the catalogue, by id. */
export async function namesOfOrganisations(
  db: Db,
  ids: readonly string[],
): Promise<Map<string, { readonly name: string; readonly slug: string }>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('organisations')
    .select(['id', 'name', 'slug'])
    .where('id', 'in', [...ids])
    .execute();
  return new Map(rows.map(({ id, name, slug }) => [id, { name, slug }]));
}

/** Removes what no longer opens anything. Answers how many rows went. */
export async function removeOld(
  tx: Tx,
  before: {
    readonly sessions: Temporal.Instant;
    readonly links: Temporal.Instant;
    readonly tries: Temporal.Instant;
    readonly mails: Temporal.Instant;
  },
): Promise<bigint> {
  const results = await Promise.all([
    tx
      .deleteFrom('sessions')
      .where((either) =>
        either.or([either('expires_at', '<', before.sessions), either('ended_at', '<', before.sessions)]),
      )
      .executeTakeFirst(),
    tx
      .deleteFrom('one_time_links')
      .where((either) => either.or([either('expires_at', '<', before.links), either('used_at', '<', before.links)]))
      .executeTakeFirst(),
    tx.deleteFrom('sign_in_failures').where('last_at', '<', before.tries).executeTakeFirst(),
    tx.deleteFrom('mails').where('created_at', '<', before.mails).executeTakeFirst(),
  ]);
  return results.reduce((sum, result) => sum + result.numDeletedRows, 0n);
}
