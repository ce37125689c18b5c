// The SQL of what the bank said: the run it is about, the payments that were sent, and the remittance advices that follow.

import type { Tx } from '@support-market/db/pool';
import type { PaymentRunState } from '@support-market/domain/payments/payment-run-states';
import type { PaymentState } from '@support-market/domain/payments/payment-states';
import { startState } from '@support-market/domain/shared/machines';
import type { Pence } from '@support-market/domain/shared/money';
import { sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';
import { chunksOf } from '../../platform/chunks.ts';
import { begin, type Work } from '../../platform/transitions.repo.ts';

export interface RunRow {
  readonly id: string;
  readonly reference: string;
  readonly state: PaymentRunState;
  readonly executionDate: Temporal.PlainDate;
  readonly emittedAt: Temporal.Instant | null;
  /** Whose money it pays. */
  readonly funderId: string;
}

/** The run, locked, so that two answers of the bank follow each other. */
export async function lockRun(tx: Tx, councilId: string, id: string): Promise<RunRow | undefined> {
  const { rows } = await sql<RunRow>`
    select id, reference, state, execution_date as "executionDate", funder_id as "funderId", emitted_at as "emittedAt"
      from payment_runs where council_id = ${councilId} and id = ${id} for update`.execute(tx);
  return rows[0];
}

/** The message ids of the files that a run gave the bank, as a result file names them. */
export async function messageIdsOf(tx: Tx, councilId: string, runId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('payment_files')
    .select('message_id as messageId')
    .where('council_id', '=', councilId)
    .where('run_id', '=', runId)
    .orderBy('format')
    .execute();
  return rows.map(({ messageId }) => messageId);
}

export interface PaymentRow {
  readonly id: string;
  readonly organisationId: string | null;
  readonly payeeAccountId: string;
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
    select payment.id, payment.payee_organisation_id as "organisationId", payment.payee_name as "payeeName", payment.payee_account_id as "payeeAccountId",
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
      join.on('payment_runs.council_id', '=', councilId).onRef('payment_runs.id', '=', 'payments.run_id'),
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

/** What may still be taken out of the purses and kept returns of some lines, by account id. */
export async function availableOf(
  tx: Tx,
  councilId: string,
  accountIds: readonly string[],
): Promise<ReadonlyMap<string, bigint>> {
  if (accountIds.length === 0) return new Map();
  const rows = await tx
    .selectFrom('ledger_accounts')
    .select(['id', 'available'])
    .where('council_id', '=', councilId)
    .where('id', 'in', [...accountIds])
    .execute();
  return new Map(rows.map(({ id, available }) => [id, available ?? 0n]));
}

/** What came back waits for an officer; raising it again changes nothing. */
export async function insertReturns(
  work: Work,
  returns: readonly {
    readonly id: string;
    readonly paymentId: string;
    readonly amountPence: Pence;
    readonly details: Readonly<Record<string, string | boolean>>;
    readonly at: Temporal.Instant;
  }[],
): Promise<void> {
  for (const one of returns) {
    const raised = await work.tx
      .insertInto('exceptions')
      .values({
        council_id: work.actor.councilId,
        id: one.id,
        kind: 'payment-returned',
        payment_id: one.paymentId,
        subject: one.paymentId,
        details: JSON.stringify(one.details),
        expected_pence: one.amountPence,
        found_pence: 0n,
        state: startState('exceptions', 'raise'),
        raised_at: one.at,
      })
      .onConflict((conflict) =>
        conflict.columns(['council_id', 'kind', 'subject']).where('subject', 'is not', null).doNothing(),
      )
      .returning('id')
      .execute();
    await begin(work, 'exceptions', 'raise', raised, { audit: null });
  }
}

export interface BankEntry {
  readonly id: string;
  readonly source: 'officer' | 'pain.002';
  readonly sourceSha256: string | null;
  readonly sourcePosition: number | null;
  readonly entryDate: Temporal.PlainDate;
  readonly amountPence: bigint;
  readonly endToEndId: string;
  readonly said: string;
  readonly reasonCode: string | null;
  readonly outcome: string;
  readonly paymentId: string | null;
}

/** Keeps what the bank said; the same place of the same file is kept once. */
export async function insertEntries(
  tx: Tx,
  councilId: string,
  run: Pick<RunRow, 'id' | 'reference'>,
  by: { readonly accountId: string; readonly at: Temporal.Instant },
  entries: readonly BankEntry[],
): Promise<void> {
  for (const chunk of chunksOf(entries)) {
    await tx
      .insertInto('bank_entries')
      .values(
        chunk.map((entry) => ({
          council_id: councilId,
          id: entry.id,
          source: entry.source,
          source_sha256: entry.sourceSha256,
          source_position: entry.sourcePosition,
          entry_date: entry.entryDate,
          amount_pence: entry.amountPence,
          reference: run.reference,
          end_to_end_id: entry.endToEndId,
          said: entry.said,
          reason_code: entry.reasonCode,
          outcome: entry.outcome,
          run_id: run.id,
          payment_id: entry.paymentId,
          recorded_by: by.accountId,
          recorded_at: by.at,
        })),
      )
      .onConflict((conflict) => conflict.columns(['council_id', 'source_sha256', 'source_position']).doNothing())
      .execute();
  }
}

export interface BankEntryRow {
  readonly id: string;
  readonly source: string;
  readonly entryDate: Temporal.PlainDate;
  readonly amountPence: Pence;
  readonly endToEndId: string;
  readonly payeeName: string | null;
  readonly said: string;
  readonly reasonCode: string | null;
  readonly outcome: string;
  readonly recordedByName: string | null;
  readonly recordedAt: Temporal.Instant;
}

/** What the bank said of a run, newest first, one row more than asked for. */
export async function listEntries(
  tx: Tx,
  councilId: string,
  runId: string,
  page: { readonly before: string | null; readonly limit: number },
): Promise<BankEntryRow[]> {
  const before = page.before === null ? sql`` : sql` and entry.id < ${page.before}`;
  const { rows } = await sql<BankEntryRow>`
    select entry.id, entry.source, entry.entry_date as "entryDate", entry.amount_pence as "amountPence", entry.end_to_end_id as "endToEndId",
           payment.payee_name as "payeeName", entry.said, entry.reason_code as "reasonCode", entry.outcome, officer.name as "recordedByName",
           entry.recorded_at as "recordedAt"
      from bank_entries as entry
      left join payments as payment on payment.council_id = ${councilId} and payment.id = entry.payment_id
      left join accounts as officer on officer.id = entry.recorded_by
     where entry.council_id = ${councilId} and entry.run_id = ${runId}${before} order by entry.id desc limit ${page.limit + 1}`.execute(
    tx,
  );
  return rows;
}
