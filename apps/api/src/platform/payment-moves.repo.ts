// How what a payment pays moves with it, for the rooms that propose, send and hear of payments.

import type { Tx } from '@support-market/db/pool';
import { sql } from 'kysely';
import { step, type Work } from './transitions.repo.ts';

interface Item {
  readonly invoiceId: string | null;
  readonly payInId: string | null;
}

const idsOf = (items: readonly Item[], of: (item: Item) => string | null): { id: string }[] =>
  items.flatMap((item) => {
    const id = of(item);
    return id === null ? [] : [{ id }];
  });

/**
 * Moves the invoices and pay-ins that payments pay for, all or none. The audit trail has the run or the bank's word as the
 * cause of it.
 */
export async function stepItems(
  work: Work,
  event: 'startPaying' | 'dropFromRun' | 'pay' | 'returnPayment',
  items: readonly Item[],
): Promise<void> {
  const paidAt = event === 'pay' ? work.clock.now() : null;
  await step(
    work,
    'invoices',
    event,
    idsOf(items, ({ invoiceId }) => invoiceId),
    { set: { paid_at: paidAt }, audit: null },
  );
  await step(
    work,
    'pay_ins',
    event,
    idsOf(items, ({ payInId }) => payInId),
    { audit: null },
  );
}

/** What these payments paid for is owed again and may join another run. */
export async function releaseItems(tx: Tx, councilId: string, paymentIds: readonly string[]): Promise<void> {
  if (paymentIds.length === 0) return;
  await sql`update payment_items set live = false where council_id = ${councilId} and payment_id = any(${[...paymentIds]}::text[])`.execute(
    tx,
  );
}
