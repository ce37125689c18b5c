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

/** Of these pay-ins, those that begin after the last day of their person: somebody who died or left since. */
async function overAmong({ tx, actor }: Work, payIns: readonly { readonly id: string }[]): Promise<{ id: string }[]> {
  if (payIns.length === 0) return [];
  const { councilId } = actor;
  const { rows } = await sql<{ id: string }>`
    select pay_in.id from pay_ins as pay_in
      join budget_lines as line on line.council_id = ${councilId} and line.id = pay_in.line_id
      join people as person on person.council_id = ${councilId} and person.id = line.person_id
     where pay_in.council_id = ${councilId} and pay_in.id = any(${payIns.map(({ id }) => id)}::text[]) and pay_in.from_date > person.last_day
     order by pay_in.id`.execute(tx);
  return rows;
}

/**
 * Moves the invoices and pay-ins that payments pay for, all or none. The audit trail has the run or the bank's word as the
 * cause of it. A pay-in that is given back and is no longer anybody's is stopped, so that no later run pays it.
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
  const payIns = idsOf(items, ({ payInId }) => payInId);
  await step(work, 'pay_ins', event, payIns, { audit: null });
  if (event === 'dropFromRun' || event === 'returnPayment')
    await step(work, 'pay_ins', 'stop', await overAmong(work, payIns), { audit: () => ({}) });
}

/** What these payments paid for is owed again and may join another run. */
export async function releaseItems(tx: Tx, councilId: string, paymentIds: readonly string[]): Promise<void> {
  if (paymentIds.length === 0) return;
  await sql`update payment_items set live = false where council_id = ${councilId} and payment_id = any(${[...paymentIds]}::text[])`.execute(
    tx,
  );
}
