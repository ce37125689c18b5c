// The rows of accounts, of their places in councils, and of the roles they hold there.

import type { Db, Tx } from '@support-market/db/pool';
import type { Role } from '@support-market/domain/access/roles';
import { sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';

export interface Account {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly passwordHash: string | null;
  readonly confirmed: boolean;
  readonly closed: boolean;
}

const COLUMNS = ['id', 'email', 'name', 'password_hash', 'email_confirmed_at', 'closed_at'] as const;

function toAccount(row: {
  id: string;
  email: string;
  name: string;
  password_hash: string | null;
  email_confirmed_at: Temporal.Instant | null;
  closed_at: Temporal.Instant | null;
}): Account {
  return {
    id: row.id,
    email: row.email,
    name: row.name,
    passwordHash: row.password_hash,
    confirmed: row.email_confirmed_at !== null,
    closed: row.closed_at !== null,
  };
}

export async function findAccountById(db: Db | Tx, id: string): Promise<Account | null> {
  const row = await db.selectFrom('accounts').select(COLUMNS).where('id', '=', id).executeTakeFirst();
  return row ? toAccount(row) : null;
}

export async function findAccountByEmail(db: Db | Tx, email: string): Promise<Account | null> {
  const row = await db
    .selectFrom('accounts')
    .select(COLUMNS)
    .where(sql<boolean>`lower(email) = lower(${email})`)
    .executeTakeFirst();
  return row ? toAccount(row) : null;
}

/** Makes an account unless its address has one; answers whether it did. */
export async function insertAccount(
  tx: Tx,
  account: {
    readonly id: string;
    readonly email: string;
    readonly name: string;
    readonly passwordHash: string;
    readonly createdAt: Temporal.Instant;
    readonly confirmedAt: Temporal.Instant | null;
  },
): Promise<boolean> {
  const row = await tx
    .insertInto('accounts')
    .values({
      id: account.id,
      email: account.email,
      name: account.name,
      password_hash: account.passwordHash,
      created_at: account.createdAt,
      email_confirmed_at: account.confirmedAt,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** Takes over an account whose address nobody has proved to have yet. False when someone did in the meantime. */
export async function replaceUnconfirmed(
  tx: Tx,
  id: string,
  values: { readonly name: string; readonly passwordHash: string; readonly confirmedAt: Temporal.Instant | null },
): Promise<boolean> {
  const row = await tx
    .updateTable('accounts')
    .set({ name: values.name, password_hash: values.passwordHash, email_confirmed_at: values.confirmedAt })
    .where('id', '=', id)
    .where('email_confirmed_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

export async function confirmAccount(tx: Tx, id: string, now: Temporal.Instant): Promise<void> {
  await tx
    .updateTable('accounts')
    .set({ email_confirmed_at: now })
    .where('id', '=', id)
    .where('email_confirmed_at', 'is', null)
    .execute();
}

/** Sets a password; whoever may set it by a mailed link has proved the address too. */
export async function setPassword(tx: Tx, id: string, passwordHash: string, now: Temporal.Instant): Promise<void> {
  await tx
    .updateTable('accounts')
    .set({
      password_hash: passwordHash,
      email_confirmed_at: sql<Temporal.Instant>`coalesce(email_confirmed_at, ${now})`,
    })
    .where('id', '=', id)
    .execute();
}

export async function joinCouncil(tx: Tx, accountId: string, councilId: string): Promise<void> {
  await tx
    .insertInto('account_councils')
    .values({ account_id: accountId, council_id: councilId })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** How many mails went to an address since an instant. */
export async function countMailsTo(tx: Tx, recipient: string, since: Temporal.Instant): Promise<number> {
  const row = await tx
    .selectFrom('mails')
    .select(sql<number>`count(*)::int`.as('mails'))
    .where('recipient', '=', recipient)
    .where('created_at', '>', since)
    .executeTakeFirstOrThrow();
  return row.mails;
}

export interface Member {
  readonly id: string;
  readonly accountId: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly organisationName: string | null;
  readonly personReference: string | null;
}

/** Who has which role in a council, by name, one more than `limit`; after the (name, id) of the last one shown. */
export async function listMembers(
  tx: Tx,
  councilId: string,
  after: readonly string[] | null,
  limit: number,
): Promise<Member[]> {
  const rows = await tx
    .selectFrom('memberships')
    .innerJoin('accounts', 'accounts.id', 'memberships.account_id')
    .leftJoin('organisations', 'organisations.id', 'memberships.organisation_id')
    .leftJoin('people', (join) =>
      join.onRef('people.council_id', '=', 'memberships.council_id').onRef('people.id', '=', 'memberships.person_id'),
    )
    .select([
      'memberships.id',
      'memberships.account_id',
      'accounts.name',
      'accounts.email',
      'memberships.role',
      'organisations.name as organisation_name',
      'people.reference',
    ])
    .where('memberships.council_id', '=', councilId)
    .where('memberships.ended_at', 'is', null)
    .$if(after !== null, (query) =>
      query.where(sql<boolean>`(accounts.name, memberships.id) > (${after?.[0] ?? ''}, ${after?.[1] ?? ''})`),
    )
    .orderBy('accounts.name')
    .orderBy('memberships.id')
    .limit(limit + 1)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    accountId: row.account_id,
    name: row.name,
    email: row.email,
    role: row.role as Role,
    organisationName: row.organisation_name,
    personReference: row.reference,
  }));
}

export async function insertMembership(
  tx: Tx,
  membership: {
    readonly councilId: string;
    readonly id: string;
    readonly accountId: string;
    readonly role: string;
    readonly personId: string | null;
    readonly organisationId: string | null;
  },
): Promise<void> {
  await tx
    .insertInto('memberships')
    .values({
      council_id: membership.councilId,
      id: membership.id,
      account_id: membership.accountId,
      role: membership.role,
      person_id: membership.personId,
      organisation_id: membership.organisationId,
    })
    .execute();
}

/** The role that a membership gives and to whom, or null where the council has none such. */
export async function findMembership(
  tx: Tx,
  councilId: string,
  id: string,
): Promise<{ accountId: string; role: string; personId: string | null } | null> {
  const row = await tx
    .selectFrom('memberships')
    .select(['account_id', 'role', 'person_id'])
    .where('council_id', '=', councilId)
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return row ? { accountId: row.account_id, role: row.role, personId: row.person_id } : null;
}

/** Whether an account already has exactly this role here. */
export async function hasMembership(
  tx: Tx,
  councilId: string,
  accountId: string,
  held: { readonly role: string; readonly personId: string | null; readonly organisationId: string | null },
): Promise<boolean> {
  const row = await tx
    .selectFrom('memberships')
    .select('id')
    .where('council_id', '=', councilId)
    .where('account_id', '=', accountId)
    .where('role', '=', held.role)
    .where(sql<boolean>`person_id is not distinct from ${held.personId}`)
    .where(sql<boolean>`organisation_id is not distinct from ${held.organisationId}`)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return row !== undefined;
}

export async function endMembership(tx: Tx, councilId: string, id: string, now: Temporal.Instant): Promise<boolean> {
  const row = await tx
    .updateTable('memberships')
    .set({ ended_at: now })
    .where('council_id', '=', councilId)
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}
