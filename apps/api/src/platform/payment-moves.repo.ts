// How a payment and what it pays move from one state to another, for the rooms that propose, send and hear of it.

import type { Tx } from '@support-market/db/pool';
import type { PaymentRunState } from '@support-market/domain/payments/payment-run-states';
import type { PaymentState } from '@support-market/domain/payments/payment-states';
import { sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';

/** Moves invoices from one state to another; answers how many were really there. */
export async function moveInvoices(
  tx: Tx,
  councilId: string,
  ids: readonly string[],
  from: readonly string[],
  to: 'approved' | 'paying' | 'paid',
  paidAt: Temporal.Instant | null,
): Promise<number> {
  if (ids.length === 0) return 0;
  const done = await sql`
    update invoices set state = ${to}, paid_at = ${paidAt}
     where council_id = ${councilId} and id = any(${[...ids]}::text[]) and state = any(${[...from]}::text[])`.execute(
    tx,
  );
  return Number(done.numAffectedRows ?? 0n);
}

export async function movePayIns(
  tx: Tx,
  councilId: string,
  ids: readonly string[],
  from: readonly ('due' | 'paying' | 'paid')[],
  to: 'due' | 'paying' | 'paid',
): Promise<number> {
  if (ids.length === 0) return 0;
  const done = await sql`
    update pay_ins set state = ${to} where council_id = ${councilId} and id = any(${[...ids]}::text[]) and state = any(${[...from]}::text[])`.execute(
    tx,
  );
  return Number(done.numAffectedRows ?? 0n);
}

/** Moves payments from one state to another with what the bank said; answers how many were really there. */
export async function movePayments(
  tx: Tx,
  councilId: string,
  ids: readonly string[],
  from: readonly PaymentState[],
  to: PaymentState,
  result: { readonly code: string | null; readonly at: Temporal.Instant | null },
): Promise<number> {
  if (ids.length === 0) return 0;
  const done = await sql`
    update payments set state = ${to}, result_code = ${result.code}, settled_at = ${result.at}
     where council_id = ${councilId} and id = any(${[...ids]}::text[]) and state = any(${[...from]}::text[])`.execute(
    tx,
  );
  return Number(done.numAffectedRows ?? 0n);
}

/** What these payments paid for is owed again and may join another run. */
export async function releaseItems(tx: Tx, councilId: string, paymentIds: readonly string[]): Promise<void> {
  if (paymentIds.length === 0) return;
  await sql`update payment_items set live = false where council_id = ${councilId} and payment_id = any(${[...paymentIds]}::text[])`.execute(
    tx,
  );
}

/** proposed or authorised → … ; the sums are those of the payments that were not dropped. False when it had moved on. */
export async function moveRun(
  tx: Tx,
  councilId: string,
  id: string,
  from: readonly PaymentRunState[],
  to: PaymentRunState,
  change: {
    readonly authorisedBy?: string;
    readonly authorisedAt?: Temporal.Instant;
    readonly emittedAt?: Temporal.Instant;
    /** As the files say; later than proposed where that day had passed. */
    readonly executionDate?: Temporal.PlainDate;
    readonly settledAt?: Temporal.Instant;
  } = {},
): Promise<boolean> {
  const done = await tx
    .updateTable('payment_runs')
    .set({
      state: to,
      ...(change.authorisedBy === undefined ? {} : { authorised_by: change.authorisedBy }),
      ...(change.authorisedAt === undefined ? {} : { authorised_at: change.authorisedAt }),
      ...(change.emittedAt === undefined ? {} : { emitted_at: change.emittedAt }),
      ...(change.executionDate === undefined ? {} : { execution_date: change.executionDate }),
      ...(change.settledAt === undefined ? {} : { settled_at: change.settledAt }),
    })
    .where('council_id', '=', councilId)
    .where('id', '=', id)
    .where('state', 'in', [...from])
    .executeTakeFirst();
  return done.numUpdatedRows === 1n;
}
