// The SQL of payees' bank details: rows that are added and ended, never overwritten.

import type { Tx } from '@support-market/db/pool';
import type { Arrangement } from '@support-market/domain/budgets/arrangements';
import type { PayeeAccountOrigin } from '@support-market/domain/payments/payee-account-rules';
import type { PayeeAccountState } from '@support-market/domain/payments/payee-account-states';
import { type StartOf, startState } from '@support-market/domain/shared/machines';
import { type RawBuilder, sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';

/** Who is paid: an organisation, or the person who holds the money of a line. */
export interface Payee {
  readonly organisationId: string | null;
  readonly lineId: string | null;
}

export interface BankDetails {
  readonly accountName: string;
  readonly sortCode: string;
  readonly accountNumber: string;
}

export interface AccountRow extends Payee, BankDetails {
  readonly id: string;
  readonly payeeName: string;
  readonly state: PayeeAccountState;
  readonly origin: PayeeAccountOrigin;
  readonly proposedBy: string;
  readonly proposedByName: string | null;
  readonly proposedAt: Temporal.Instant;
  readonly beginsOn: Temporal.PlainDate | null;
  readonly releasedByName: string | null;
  readonly inForceAt: Temporal.Instant | null;
  readonly heldCode: string | null;
  readonly endedAt: Temporal.Instant | null;
  readonly note: string;
  readonly email: string | null;
  readonly personId: string | null;
  /** The last four digits of the account that is paid now, where there is one. */
  readonly presentLastFour: string | null;
}

function select(councilId: string, where: RawBuilder<unknown>, rest: RawBuilder<unknown>): RawBuilder<AccountRow> {
  return sql<AccountRow>`
    select account.id, account.organisation_id as "organisationId", account.line_id as "lineId", account.account_name as "accountName",
           account.sort_code as "sortCode", account.account_number as "accountNumber", account.state, account.origin,
           coalesce(organisation.name, line.holder_name, person.full_name) as "payeeName",
           account.proposed_by as "proposedBy", proposer.name as "proposedByName", account.proposed_at as "proposedAt", account.begins_on as "beginsOn",
           releaser.name as "releasedByName", account.in_force_at as "inForceAt", account.held_code as "heldCode", account.ended_at as "endedAt",
           account.note, organisation.email, person.id as "personId", right(present.account_number, 4) as "presentLastFour"
      from payee_accounts as account
      left join organisations as organisation on organisation.id = account.organisation_id
      left join budget_lines as line on line.council_id = ${councilId} and line.id = account.line_id
      left join people as person on person.council_id = ${councilId} and person.id = line.person_id
      left join accounts as proposer on proposer.id = account.proposed_by
      left join accounts as releaser on releaser.id = account.released_by
      left join payee_accounts as present on present.council_id = ${councilId} and present.state in ('in-force', 'held')
           and (present.organisation_id = account.organisation_id or present.line_id = account.line_id)
     where account.council_id = ${councilId} and ${where} ${rest}`;
}

/** One row more than asked for, newest first. */
export async function listAccounts(
  tx: Tx,
  councilId: string,
  filter: {
    readonly states: readonly PayeeAccountState[];
    readonly organisationIds?: readonly string[];
    readonly lineId?: string | undefined;
    readonly before: string | null;
    readonly limit: number;
  },
): Promise<AccountRow[]> {
  const conditions = [sql`account.state = any(${[...filter.states]}::text[])`];
  if (filter.organisationIds)
    conditions.push(sql`account.organisation_id = any(${[...filter.organisationIds]}::text[])`);
  if (filter.lineId !== undefined) conditions.push(sql`account.line_id = ${filter.lineId}`);
  if (filter.before !== null) conditions.push(sql`account.id < ${filter.before}`);
  const { rows } = await select(
    councilId,
    sql.join(conditions, sql` and `),
    sql`order by account.id desc limit ${filter.limit + 1}`,
  ).execute(tx);
  return rows;
}

/** Accounts by id, locked in order, so that two officers' steps follow each other. */
export async function lockAccounts(tx: Tx, councilId: string, ids: readonly string[]): Promise<AccountRow[]> {
  await sql`
    select 1 from payee_accounts where council_id = ${councilId} and id = any(${[...ids]}::text[]) order by id for update`.execute(
    tx,
  );
  const { rows } = await select(
    councilId,
    sql`account.id = any(${[...ids]}::text[])`,
    sql`order by account.id`,
  ).execute(tx);
  return rows;
}

/** What these payees have open: the account that is paid now, and what waits to take its place; locked. */
export async function openAccountsOf(tx: Tx, councilId: string, payees: readonly Payee[]): Promise<AccountRow[]> {
  const organisationIds = payees.flatMap(({ organisationId }) => (organisationId === null ? [] : [organisationId]));
  const lineIds = payees.flatMap(({ lineId }) => (lineId === null ? [] : [lineId]));
  const { rows } = await select(
    councilId,
    sql`account.state in ('proposed', 'waiting', 'in-force', 'held')
        and (account.organisation_id = any(${organisationIds}::text[]) or account.line_id = any(${lineIds}::text[]))`,
    sql`order by account.id for update of account`,
  ).execute(tx);
  return rows;
}

/** Whether the council has such a payee: a line of its own, or an organisation. */
export async function organisationExists(tx: Tx, id: string): Promise<boolean> {
  const row = await tx.selectFrom('organisations').select('id').where('id', '=', id).executeTakeFirst();
  return row !== undefined;
}

/** How the money of a line is held. */
export async function arrangementOf(tx: Tx, councilId: string, lineId: string): Promise<Arrangement | undefined> {
  const row = await tx
    .selectFrom('budget_lines')
    .select(sql<Arrangement>`arrangement`.as('arrangement'))
    .where('council_id', '=', councilId)
    .where('id', '=', lineId)
    .executeTakeFirst();
  return row?.arrangement;
}

export interface NewAccount extends Payee, BankDetails {
  readonly id: string;
  readonly start: StartOf<'payee_accounts'>;
  readonly origin: PayeeAccountOrigin;
  readonly proposedBy: string;
  readonly proposedAt: Temporal.Instant;
  readonly beginsOn: Temporal.PlainDate | null;
}

export async function insertAccounts(tx: Tx, councilId: string, accounts: readonly NewAccount[]): Promise<void> {
  if (accounts.length === 0) return;
  await tx
    .insertInto('payee_accounts')
    .values(
      accounts.map((account) => ({
        council_id: councilId,
        id: account.id,
        organisation_id: account.organisationId,
        line_id: account.lineId,
        account_name: account.accountName,
        sort_code: account.sortCode,
        account_number: account.accountNumber,
        state: startState('payee_accounts', account.start),
        origin: account.origin,
        proposed_by: account.proposedBy,
        proposed_at: account.proposedAt,
        begins_on: account.beginsOn,
      })),
    )
    .execute();
}

/** What the payee asked for and whose days are over, of one council. */
export async function dueAccounts(tx: Tx, councilId: string, today: Temporal.PlainDate): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom('payee_accounts')
    .select('id')
    .where('council_id', '=', councilId)
    .where('state', '=', 'waiting')
    .where('begins_on', '<=', today)
    .orderBy('id')
    .execute();
  return rows.map(({ id }) => id);
}

/** The e-mail addresses of a person's own accounts, for a word about the money that they hold. */
export async function addressesOf(tx: Tx, councilId: string, personId: string): Promise<readonly string[]> {
  const { rows } = await sql<{ email: string }>`
    select account.email from memberships as membership join accounts as account on account.id = membership.account_id
     where membership.council_id = ${councilId} and membership.person_id = ${personId} and membership.ended_at is null
       and account.email is not null order by account.email`.execute(tx);
  return rows.map(({ email }) => email);
}

/** What waits for these payees to have an account that takes money. */
export async function openReturnsOf(
  tx: Tx,
  councilId: string,
  payees: readonly Payee[],
): Promise<readonly { readonly id: string }[]> {
  const organisationIds = payees.flatMap(({ organisationId }) => (organisationId === null ? [] : [organisationId]));
  const lineIds = payees.flatMap(({ lineId }) => (lineId === null ? [] : [lineId]));
  const { rows } = await sql<{ id: string }>`
    select exception.id
      from exceptions as exception
      join payments as payment on payment.council_id = ${councilId} and payment.id = exception.payment_id
     where exception.council_id = ${councilId} and exception.kind = 'payment-returned' and exception.state = 'open'
       and (payment.payee_organisation_id = any(${organisationIds}::text[]) or payment.payee_line_id = any(${lineIds}::text[]))
     order by exception.id`.execute(tx);
  return rows;
}
