// The rows of accounts, of their places in councils, and of the roles they hold there.

import type { Tx } from '@support-market/db/pool';
import { know } from '@support-market/db/transaction';
import type { Role } from '@support-market/domain/access/roles';
import { sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';
import { accountsWithPassword } from '../../platform/account-passwords.repo.ts';
import { accountIdOf } from '../../platform/councils.repo.ts';

export interface Account {
  readonly id: string;
  /** Null for somebody without an address, who signs in with a name that their council gave them. */
  readonly email: string | null;
  readonly signInName: string | null;
  readonly name: string;
  readonly passwordHash: string | null;
  readonly confirmed: boolean;
  readonly closed: boolean;
}

function toAccount(row: {
  id: string;
  email: string | null;
  sign_in_name: string | null;
  name: string;
  secret_hash: string | null;
  email_confirmed_at: Temporal.Instant | null;
  closed_at: Temporal.Instant | null;
}): Account {
  return {
    id: row.id,
    email: row.email,
    signInName: row.sign_in_name,
    name: row.name,
    passwordHash: row.secret_hash,
    confirmed: row.email_confirmed_at !== null,
    closed: row.closed_at !== null,
  };
}

/** From here on the transaction is about this account. */
export async function findAccountById(tx: Tx, id: string): Promise<Account | null> {
  await know(tx, { account: id });
  const row = await accountsWithPassword(tx).where('accounts.id', '=', id).executeTakeFirst();
  return row ? toAccount(row) : null;
}

/** The same by the address. */
export async function findAccountByEmail(tx: Tx, email: string): Promise<Account | null> {
  return findAccountById(tx, (await accountIdOf(tx, email)) ?? '');
}

/** Makes an account unless its address has one; answers whether it did. */
export async function insertAccount(
  tx: Tx,
  account: {
    readonly id: string;
    readonly email: string | null;
    readonly signInName?: string;
    readonly name: string;
    /** None where the owner chooses a password later. */
    readonly password: NewPassword | null;
    readonly createdAt: Temporal.Instant;
    readonly confirmedAt: Temporal.Instant | null;
  },
): Promise<boolean> {
  await know(tx, { account: account.id });
  const row = await tx
    .insertInto('accounts')
    .values({
      id: account.id,
      email: account.email,
      sign_in_name: account.signInName ?? null,
      name: account.name,
      created_at: account.createdAt,
      email_confirmed_at: account.confirmedAt,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (row && account.password) await putPassword(tx, account.id, account.password, account.createdAt);
  return row !== undefined;
}

export interface NewPassword {
  readonly credentialId: string;
  readonly hash: string;
}

/** A password in place of the one before, whose row stays as an ended one without its hash's use. */
async function putPassword(tx: Tx, accountId: string, password: NewPassword, now: Temporal.Instant): Promise<void> {
  await tx
    .updateTable('account_credentials')
    .set({ ended_at: now })
    .where('account_id', '=', accountId)
    .where('kind', '=', 'password')
    .where('ended_at', 'is', null)
    .execute();
  await tx
    .insertInto('account_credentials')
    .values({
      id: password.credentialId,
      account_id: accountId,
      kind: 'password',
      secret_hash: password.hash,
      created_at: now,
    })
    .execute();
}

/** Takes over an account whose address is not yet proved. False when someone did in the meantime. */
export async function replaceUnconfirmed(
  tx: Tx,
  id: string,
  values: {
    readonly name: string;
    readonly password: NewPassword;
    readonly now: Temporal.Instant;
    readonly confirmedAt: Temporal.Instant | null;
  },
): Promise<boolean> {
  await know(tx, { account: id });
  const row = await tx
    .updateTable('accounts')
    .set({ name: values.name, email_confirmed_at: values.confirmedAt })
    .where('id', '=', id)
    .where('email_confirmed_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  if (row) await putPassword(tx, id, values.password, values.now);
  return row !== undefined;
}

export async function confirmAccount(tx: Tx, id: string, now: Temporal.Instant): Promise<void> {
  await know(tx, { account: id });
  await tx
    .updateTable('accounts')
    .set({ email_confirmed_at: now })
    .where('id', '=', id)
    .where('email_confirmed_at', 'is', null)
    .execute();
}

/** Sets a password; to set it by a mailed link proves the address too. */
export async function setPassword(tx: Tx, id: string, password: NewPassword, now: Temporal.Instant): Promise<void> {
  await know(tx, { account: id });
  await putPassword(tx, id, password, now);
  await tx
    .updateTable('accounts')
    .set({
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

/** What an account whose address is not proved yet wants to open; what it asked for before is forgotten. */
export async function noteAskedStore(
  tx: Tx,
  accountId: string,
  councilId: string,
  store: { readonly kind: string; readonly name: string } | null,
): Promise<void> {
  await tx
    .updateTable('account_councils')
    .set({ asked_kind: store?.kind ?? null, asked_name: store?.name.trim() ?? null })
    .where('account_id', '=', accountId)
    .where('council_id', '=', councilId)
    .execute();
}

/** How many mails went to an address since an instant. */
export async function countMailsTo(tx: Tx, recipient: string, since: Temporal.Instant): Promise<number> {
  const { rows } = await sql<{ mails: number }>`select count_mails_to(${recipient}, ${since}) as mails`.execute(tx);
  return rows[0]?.mails ?? 0;
}

export interface Member {
  readonly id: string;
  readonly accountId: string;
  readonly name: string;
  readonly email: string | null;
  readonly signInName: string | null;
  readonly role: Role;
  readonly organisationName: string | null;
  readonly personReference: string | null;
}

/**
 * Who has which role in a council, by name, one more than `limit`; after the (name, id) of the last one shown. Those who
 * signed up for themselves are not the council's to see (docs/decisions/0028).
 */
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
      join.on('people.council_id', '=', councilId).onRef('people.id', '=', 'memberships.person_id'),
    )
    .select([
      'memberships.id',
      'memberships.account_id',
      'accounts.name',
      'accounts.email',
      'accounts.sign_in_name',
      'memberships.role',
      'organisations.name as organisation_name',
      'people.reference',
    ])
    .where('memberships.council_id', '=', councilId)
    .where('memberships.ended_at', 'is', null)
    .where(sql<boolean>`people.origin is distinct from 'self-made'`)
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
    signInName: row.sign_in_name,
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

/** The role that a membership gives and to whom, or null where the council has none such to see. */
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
    .where(
      sql<boolean>`not exists (select from people where people.council_id = ${councilId} and people.id = memberships.person_id and people.origin = 'self-made')`,
    )
    .executeTakeFirst();
  return row ? { accountId: row.account_id, role: row.role, personId: row.person_id } : null;
}

/** The person whose own account it is, so that a letter finds them; null for a helper or an officer. */
export async function ownPersonOf(tx: Tx, councilId: string, accountId: string): Promise<string | null> {
  const row = await tx
    .selectFrom('memberships')
    .select('person_id')
    .where('council_id', '=', councilId)
    .where('account_id', '=', accountId)
    .where('person_id', 'is not', null)
    .where('ended_at', 'is', null)
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
  return row?.person_id ?? null;
}

/** Whether an account has any role in the council now. */
export async function hasAnyMembership(tx: Tx, councilId: string, accountId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('memberships')
    .select('id')
    .where('council_id', '=', councilId)
    .where('account_id', '=', accountId)
    .where('ended_at', 'is', null)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
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
