// The SQL of card money that was taken back: what the line gave, what is owed, and the exception that finance sees.

import type { Tx } from '@support-market/db/pool';
import type { CardReturnState } from '@support-market/domain/payments/card-return-states';
import { startState } from '@support-market/domain/shared/machines';
import type { Pence } from '@support-market/domain/shared/money';
import { sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';

export interface CardReturnRow {
  readonly id: string;
  readonly cardPaymentId: string;
  readonly lineId: string;
  readonly personId: string;
  readonly lineName: string;
  readonly funderId: string;
  readonly kind: 'refund' | 'dispute';
  readonly providerId: string;
  readonly amountPence: Pence;
  readonly state: CardReturnState;
  readonly fromLinePence: Pence;
  readonly owedPence: Pence;
  readonly repaidPence: Pence;
  readonly writtenOffPence: Pence;
}

const SELECT = sql`
  select card_return.id, card_return.card_payment_id as "cardPaymentId", card_return.line_id as "lineId", line.person_id as "personId", line.name as "lineName",
         line.funder_id as "funderId", card_return.kind, card_return.provider_id as "providerId", card_return.amount_pence as "amountPence", card_return.state,
         card_return.from_line_pence as "fromLinePence", card_return.owed_pence as "owedPence", card_return.repaid_pence as "repaidPence",
         card_return.written_off_pence as "writtenOffPence"
    from card_returns as card_return`;

/** What was taken back of one card payment, locked. */
export async function lockReturnsOf(tx: Tx, councilId: string, cardPaymentId: string): Promise<CardReturnRow[]> {
  const { rows } = await sql<CardReturnRow>`
    ${SELECT} join budget_lines as line on line.council_id = ${councilId} and line.id = card_return.line_id
     where card_return.council_id = ${councilId} and card_return.card_payment_id = ${cardPaymentId}
     order by card_return.id for update of card_return`.execute(tx);
  return rows;
}

/** What is owed on lines that have money again, oldest first, locked. One line, or all. */
export async function lockCollectable(tx: Tx, councilId: string, lineId: string | null): Promise<CardReturnRow[]> {
  const ofLine = lineId === null ? sql`` : sql` and card_return.line_id = ${lineId}`;
  const { rows } = await sql<CardReturnRow>`
    ${SELECT} join budget_lines as line on line.council_id = ${councilId} and line.id = card_return.line_id
      join ledger_accounts as account on account.council_id = ${councilId} and account.line_id = card_return.line_id and account.purpose = 'line' and account.available > 0
     where card_return.council_id = ${councilId} and card_return.owed_pence > 0${ofLine}
     order by card_return.id for update of card_return`.execute(tx);
  return rows;
}

/** What a line may still spend. */
export async function leftOnLine(tx: Tx, councilId: string, lineId: string): Promise<Pence> {
  const row = await tx
    .selectFrom('ledger_accounts')
    .select('available')
    .where('council_id', '=', councilId)
    .where('id', '=', `line:${lineId}`)
    .executeTakeFirst();
  return (row?.available ?? 0n) as Pence;
}

/** What the person owes for a line in all. */
export async function owedForLine(tx: Tx, councilId: string, lineId: string): Promise<Pence> {
  const row = await tx
    .selectFrom('card_returns')
    .select(({ fn }) => fn.sum<bigint>('owed_pence').as('owed'))
    .where('council_id', '=', councilId)
    .where('line_id', '=', lineId)
    .executeTakeFirst();
  return BigInt(row?.owed ?? 0) as Pence;
}

export async function insertReturn(
  tx: Tx,
  councilId: string,
  taken: Pick<
    CardReturnRow,
    'id' | 'cardPaymentId' | 'lineId' | 'kind' | 'providerId' | 'amountPence' | 'fromLinePence' | 'owedPence'
  > & { readonly at: Temporal.Instant },
): Promise<void> {
  await tx
    .insertInto('card_returns')
    .values({
      council_id: councilId,
      id: taken.id,
      card_payment_id: taken.cardPaymentId,
      line_id: taken.lineId,
      kind: taken.kind,
      provider_id: taken.providerId,
      amount_pence: taken.amountPence,
      state: startState('card_returns', 'take'),
      from_line_pence: taken.fromLinePence,
      owed_pence: taken.owedPence,
      taken_at: taken.at,
    })
    .execute();
}

/** What the line has given now, and what is still owed. */
export async function saveCollected(
  tx: Tx,
  councilId: string,
  id: string,
  sums: { readonly fromLinePence: Pence; readonly owedPence: Pence },
): Promise<void> {
  await tx
    .updateTable('card_returns')
    .set({ from_line_pence: sums.fromLinePence, owed_pence: sums.owedPence })
    .where('council_id', '=', councilId)
    .where('id', '=', id)
    .execute();
}

/** Raises what waits for an officer once: about a debt, or about a difference with the processor. */
export async function insertCardException(
  tx: Tx,
  councilId: string,
  exception: {
    readonly id: string;
    readonly kind: 'card-debt' | 'card-difference';
    readonly subject: string;
    readonly cardPaymentId: string | null;
    readonly expectedPence: bigint;
    readonly foundPence: bigint;
    readonly details: Readonly<Record<string, string | number>>;
    readonly at: Temporal.Instant;
  },
): Promise<boolean> {
  const made = await tx
    .insertInto('exceptions')
    .values({
      council_id: councilId,
      id: exception.id,
      kind: exception.kind,
      subject: exception.subject,
      card_payment_id: exception.cardPaymentId,
      expected_pence: exception.expectedPence,
      found_pence: exception.foundPence,
      details: JSON.stringify(exception.details),
      state: startState('exceptions', 'raise'),
      raised_at: exception.at,
    })
    .onConflict((conflict) =>
      conflict.columns(['council_id', 'kind', 'subject']).where('subject', 'is not', null).doNothing(),
    )
    .returning('id')
    .executeTakeFirst();
  return made !== undefined;
}

export async function openDebtOf(tx: Tx, councilId: string, cardReturnId: string): Promise<{ id: string }[]> {
  return tx
    .selectFrom('exceptions')
    .select('id')
    .where('council_id', '=', councilId)
    .where('kind', '=', 'card-debt')
    .where('subject', '=', cardReturnId)
    .where('state', '=', 'open')
    .execute();
}

export interface CardFact {
  readonly cardPaymentId: string;
  readonly providerId: string | null;
  readonly amountPence: Pence;
}

/** Our card payments that were settled between two moments, for comparing with the processor's list. */
export async function settledBetween(
  tx: Tx,
  councilId: string,
  from: Temporal.Instant,
  until: Temporal.Instant,
): Promise<CardFact[]> {
  const { rows } = await sql<CardFact>`
    select id as "cardPaymentId", provider_id as "providerId", amount_pence as "amountPence" from card_payments
     where council_id = ${councilId} and state = 'succeeded' and settled_at >= ${from} and settled_at < ${until}
     order by id`.execute(tx);
  return rows;
}

/** What we have of payments that the processor lists: each payment, and what was taken back of it and not given back. */
export async function factsOf(
  tx: Tx,
  councilId: string,
  providerIds: readonly string[],
): Promise<(CardFact & { readonly takenBackPence: Pence })[]> {
  const { rows } = await sql<CardFact & { readonly takenBackPence: Pence }>`
    select payment.id as "cardPaymentId", payment.provider_id as "providerId", payment.amount_pence as "amountPence",
           (select coalesce(sum(card_return.amount_pence), 0)::bigint from card_returns as card_return
             where card_return.council_id = ${councilId} and card_return.card_payment_id = payment.id and card_return.state <> 'given-back') as "takenBackPence"
      from card_payments as payment
     where payment.council_id = ${councilId} and payment.state = 'succeeded' and payment.provider_id = any(${[...providerIds]}::text[])`.execute(
    tx,
  );
  return rows;
}
