// The SQL of exceptions about money: a payment that came back, a debt, a difference with the card processor.

import type { Tx } from '@support-market/db/pool';
import type { Pence } from '@support-market/domain/shared/money';
import { type RawBuilder, sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';

export const MONEY_EXCEPTION_KINDS = ['payment-returned', 'card-debt', 'card-difference'] as const;
export type MoneyExceptionKind = (typeof MONEY_EXCEPTION_KINDS)[number];

export interface MoneyExceptionRow {
  readonly id: string;
  readonly kind: MoneyExceptionKind;
  readonly state: 'open' | 'settled';
  readonly expectedPence: Pence;
  readonly foundPence: Pence;
  readonly raisedAt: Temporal.Instant;
  readonly settledAt: Temporal.Instant | null;
  readonly settledByName: string | null;
  readonly note: string;
  readonly details: Readonly<Record<string, string | number | boolean>>;
  readonly payeeName: string | null;
  readonly payeeOrganisationId: string | null;
  readonly payeeLineId: string | null;
  readonly payeeAccountId: string | null;
  /** Whether the account that the money came back from is held still. */
  readonly isHeld: boolean;
  readonly runId: string | null;
  readonly runReference: string | null;
  readonly personId: string | null;
  readonly personName: string | null;
  readonly lineName: string | null;
  readonly cardReturnId: string | null;
  readonly lineId: string | null;
  /** Whose money the line is. */
  readonly funderId: string | null;
  readonly owedPence: Pence | null;
}

const select = (councilId: string, where: RawBuilder<unknown>, rest: RawBuilder<unknown>) => sql<MoneyExceptionRow>`
  select exception.id, exception.kind, exception.state, exception.expected_pence as "expectedPence", exception.found_pence as "foundPence",
         exception.raised_at as "raisedAt", exception.settled_at as "settledAt", officer.name as "settledByName", exception.note, exception.details,
         payment.payee_name as "payeeName", payment.payee_organisation_id as "payeeOrganisationId", payment.payee_line_id as "payeeLineId",
         payment.payee_account_id as "payeeAccountId", coalesce(account.state = 'held', false) as "isHeld", run.id as "runId", run.reference as "runReference",
         person.id as "personId", person.full_name as "personName", line.name as "lineName",
         card_return.id as "cardReturnId", line.id as "lineId", line.funder_id as "funderId", card_return.owed_pence as "owedPence"
    from exceptions as exception
    left join accounts as officer on officer.id = exception.settled_by
    left join payments as payment on payment.council_id = ${councilId} and payment.id = exception.payment_id
    left join payee_accounts as account on account.council_id = ${councilId} and account.id = payment.payee_account_id
    left join payment_runs as run on run.council_id = ${councilId} and run.id = payment.run_id
    left join card_payments as card on card.council_id = ${councilId} and card.id = exception.card_payment_id
    left join card_returns as card_return on card_return.council_id = ${councilId} and exception.kind = 'card-debt' and card_return.id = exception.subject
    left join budget_lines as line on line.council_id = ${councilId} and line.id = card.line_id
    left join people as person on person.council_id = ${councilId} and person.id = line.person_id
   where exception.council_id = ${councilId} and exception.visit_id is null and ${where} ${rest}`;

/** One row more than asked for; what waits longest comes first, what is settled last comes first. */
export async function listMoneyExceptions(
  tx: Tx,
  councilId: string,
  filter: { readonly state: 'open' | 'settled'; readonly after: string | null; readonly limit: number },
): Promise<MoneyExceptionRow[]> {
  const open = filter.state === 'open';
  const after =
    filter.after === null
      ? sql``
      : open
        ? sql` and exception.id > ${filter.after}`
        : sql` and exception.id < ${filter.after}`;
  const order = open ? sql`order by exception.id` : sql`order by exception.id desc`;
  const { rows } = await select(
    councilId,
    sql`exception.state = ${filter.state}${after}`,
    sql`${order} limit ${filter.limit + 1}`,
  ).execute(tx);
  return rows;
}

export async function lockMoneyException(
  tx: Tx,
  councilId: string,
  id: string,
): Promise<MoneyExceptionRow | undefined> {
  const { rows } = await select(councilId, sql`exception.id = ${id}`, sql`for update of exception`).execute(tx);
  return rows[0];
}

/** A debt that was repaid or given up is owed no more. */
export async function endDebt(
  tx: Tx,
  councilId: string,
  cardReturnId: string,
  how: 'repaid' | 'written-off',
  amountPence: Pence,
): Promise<boolean> {
  const column = sql.ref(how === 'repaid' ? 'repaid_pence' : 'written_off_pence');
  const done = await sql`
    update card_returns set ${column} = ${column} + ${amountPence}, owed_pence = owed_pence - ${amountPence}
     where council_id = ${councilId} and id = ${cardReturnId} and owed_pence = ${amountPence}`.execute(tx);
  return done.numAffectedRows === 1n;
}
