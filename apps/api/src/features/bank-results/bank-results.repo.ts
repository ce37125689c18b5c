// The SQL of what the bank said: the run it is about, the payments that were sent, and the remittance advices that follow.

import type { Tx } from '@support-market/db/pool';
import type { DebitAccount } from '@support-market/domain/payments/payment-file';
import type { PaymentRunState } from '@support-market/domain/payments/payment-run-states';
import type { PaymentState } from '@support-market/domain/payments/payment-states';
import type { Pence } from '@support-market/domain/shared/money';
import { sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';
import { chunksOf } from '../../platform/chunks.ts';

export interface RunRow {
  readonly id: string;
  readonly state: PaymentRunState;
  readonly executionDate: Temporal.PlainDate;
  readonly messageId: string | null;
}

/** The run, locked, so that two answers of the bank follow each other. */
export async function lockRun(tx: Tx, councilId: string, id: string): Promise<RunRow | undefined> {
  const { rows } = await sql<RunRow>`
    select id, state, execution_date as "executionDate", message_id as "messageId"
      from payment_runs where council_id = ${councilId} and id = ${id} for update`.execute(tx);
  return rows[0];
}

export interface PaymentRow {
  readonly id: string;
  readonly debitAccount: DebitAccount;
  readonly organisationId: string | null;
  readonly payeeName: string;
  readonly endToEndId: string;
  readonly amountPence: Pence;
  readonly state: PaymentState;
  readonly remittanceNumber: string | null;
  readonly email: string | null;
  readonly items: readonly {
    readonly invoiceId: string | null;
    readonly payInId: string | null;
    readonly lineId: string | null;
    readonly reference: string;
    readonly amountPence: number;
  }[];
}

/** Every payment of a run with what it pays, by position. */
export async function paymentsOf(tx: Tx, councilId: string, runId: string): Promise<PaymentRow[]> {
  const { rows } = await sql<PaymentRow>`
    select payment.id, payment.debit_account as "debitAccount", payment.payee_organisation_id as "organisationId", payment.payee_name as "payeeName",
           payment.end_to_end_id as "endToEndId", payment.amount_pence as "amountPence", payment.state, remittance.number as "remittanceNumber", organisation.email,
           (select jsonb_agg(jsonb_build_object('invoiceId', item.invoice_id, 'payInId', item.pay_in_id, 'lineId', pay_in.line_id,
                     'reference', coalesce(invoice.number, person.reference), 'amountPence', item.amount_pence) order by item.position)
              from payment_items as item
              left join invoices as invoice on invoice.council_id = ${councilId} and invoice.id = item.invoice_id
              left join pay_ins as pay_in on pay_in.council_id = ${councilId} and pay_in.id = item.pay_in_id
              left join budget_lines as line on line.council_id = ${councilId} and line.id = pay_in.line_id
              left join people as person on person.council_id = ${councilId} and person.id = line.person_id
             where item.council_id = ${councilId} and item.payment_id = payment.id) as items
      from payments as payment
      left join organisations as organisation on organisation.id = payment.payee_organisation_id
      left join remittances as remittance on remittance.council_id = ${councilId} and remittance.payment_id = payment.id
     where payment.council_id = ${councilId} and payment.run_id = ${runId} order by payment.position`.execute(tx);
  return rows;
}

/** Which run a payment of this council belongs to, for explaining a reference that is of another. */
export async function runOfReference(tx: Tx, councilId: string, endToEndId: string): Promise<string | null> {
  const row = await tx
    .selectFrom('payments')
    .innerJoin('payment_runs', (join) =>
      join
        .onRef('payment_runs.council_id', '=', 'payments.council_id')
        .onRef('payment_runs.id', '=', 'payments.run_id'),
    )
    .select('payment_runs.reference')
    .where('payments.council_id', '=', councilId)
    .where('payments.end_to_end_id', '=', endToEndId)
    .executeTakeFirst();
  return row?.reference ?? null;
}

export async function insertRemittances(
  tx: Tx,
  councilId: string,
  remittances: readonly {
    readonly id: string;
    readonly number: string;
    readonly paymentId: string;
    readonly at: Temporal.Instant;
  }[],
): Promise<void> {
  for (const chunk of chunksOf(remittances)) {
    await tx
      .insertInto('remittances')
      .values(
        chunk.map(({ id, number, paymentId, at }) => ({
          council_id: councilId,
          id,
          number,
          payment_id: paymentId,
          created_at: at,
        })),
      )
      .execute();
  }
}
