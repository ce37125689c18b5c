// The SQL of the accounts that funders pay from: rows that are added and ended, never overwritten.

import type { Tx } from '@support-market/db/pool';
import type { FunderAccountState } from '@support-market/domain/funders/funder-account-states';
import { startState } from '@support-market/domain/shared/machines';
import { type RawBuilder, sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';

export interface FunderBankDetails {
  readonly accountName: string;
  readonly sortCode: string;
  readonly accountNumber: string;
}

export interface FunderAccountRow extends FunderBankDetails {
  readonly id: string;
  readonly funderId: string;
  readonly state: FunderAccountState;
  readonly proposedBy: string;
  readonly proposedByName: string;
  readonly proposedAt: Temporal.Instant;
  readonly decidedByName: string | null;
  readonly decidedAt: Temporal.Instant | null;
  readonly replacedAt: Temporal.Instant | null;
  readonly note: string;
}

function select(
  councilId: string,
  where: RawBuilder<unknown>,
  rest: RawBuilder<unknown>,
): RawBuilder<FunderAccountRow> {
  return sql<FunderAccountRow>`
    select account.id, account.funder_id as "funderId", account.account_name as "accountName", account.sort_code as "sortCode",
           account.account_number as "accountNumber", account.state, account.proposed_by as "proposedBy", proposer.name as "proposedByName",
           account.proposed_at as "proposedAt", decider.name as "decidedByName", account.decided_at as "decidedAt",
           account.replaced_at as "replacedAt", account.note
      from funder_accounts as account
      join accounts as proposer on proposer.id = account.proposed_by
      left join accounts as decider on decider.id = account.decided_by
     where account.council_id = ${councilId} and ${where} ${rest}`;
}

/** More than any funder will ever have had. */
const MOST_ACCOUNTS = 100;

/** The accounts of a funder, newest first. */
export async function accountsOfFunder(tx: Tx, councilId: string, funderId: string): Promise<FunderAccountRow[]> {
  const { rows } = await select(
    councilId,
    sql`account.funder_id = ${funderId}`,
    sql`order by account.proposed_at desc, account.id desc limit ${MOST_ACCOUNTS}`,
  ).execute(tx);
  return rows;
}

/** One account, locked. */
export async function lockFunderAccount(tx: Tx, councilId: string, id: string): Promise<FunderAccountRow | undefined> {
  const { rows } = await select(councilId, sql`account.id = ${id}`, sql`for update of account`).execute(tx);
  return rows[0];
}

/** The accounts of a funder that wait or are in use, behind a lock on the funder, so that two officers follow each other. */
export async function lockOpenAccounts(tx: Tx, councilId: string, funderId: string): Promise<FunderAccountRow[]> {
  await sql`select 1 from funders where council_id = ${councilId} and id = ${funderId} for update`.execute(tx);
  const { rows } = await select(
    councilId,
    sql`account.funder_id = ${funderId} and account.state in ('proposed', 'released')`,
    sql`order by account.id`,
  ).execute(tx);
  return rows;
}

export async function insertFunderAccount(
  tx: Tx,
  councilId: string,
  account: FunderBankDetails & {
    readonly id: string;
    readonly funderId: string;
    readonly proposedBy: string;
    readonly proposedAt: Temporal.Instant;
  },
): Promise<void> {
  await tx
    .insertInto('funder_accounts')
    .values({
      council_id: councilId,
      id: account.id,
      funder_id: account.funderId,
      account_name: account.accountName,
      sort_code: account.sortCode,
      account_number: account.accountNumber,
      state: startState('funder_accounts', 'propose'),
      proposed_by: account.proposedBy,
      proposed_at: account.proposedAt,
    })
    .execute();
}
