// How what a payment pays moves with it, for the rooms that propose, send and hear of payments.

import type { Tx } from '@support-market/db/pool';
import { ZERO_PENCE } from '@support-market/domain/shared/money';
import { sql } from 'kysely';
import { type PayInPlan, type PayInTerms, payInTerms, planPayIns, settlePayIns } from './pay-in-changes.repo.ts';
import { sayRecorded } from './recorded-words.ts';
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
 * cause of it. A pay-in that is given back is made right, so that no later run pays for days or
 * money that its line no longer has.
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
  if (event === 'dropFromRun' || event === 'returnPayment') await settlePayIns(work, await termsOf(work, payIns));
}

/** The terms of the lines that some pay-ins are for. */
async function termsOf({ tx, actor }: Work, payIns: readonly { readonly id: string }[]): Promise<PayInTerms[]> {
  if (payIns.length === 0) return [];
  const { rows } = await sql<{ line_id: string }>`
    select distinct line_id from pay_ins where council_id = ${actor.councilId} and id = any(${payIns.map(({ id }) => id)}::text[])`.execute(
    tx,
  );
  return payInTerms(tx, actor.councilId, { lineIds: rows.map((row) => row.line_id) });
}

/** What these payments paid for is owed again and may join another run. */
export async function releaseItems(tx: Tx, councilId: string, paymentIds: readonly string[]): Promise<void> {
  if (paymentIds.length === 0) return;
  await sql`update payment_items set live = false where council_id = ${councilId} and payment_id = any(${[...paymentIds]}::text[])`.execute(
    tx,
  );
}

interface DroppedPayment {
  readonly id: string;
  readonly payeeName: string;
  readonly items: readonly Item[];
}

/** Gives back what some payments claimed: the invoices are approved and the pay-ins due again. */
export async function dropPayments(work: Work, payments: readonly DroppedPayment[], why: string | null): Promise<void> {
  await step(work, 'payments', 'drop', payments, {
    audit: why === null ? null : ({ payeeName }) => ({ reason: why, details: { payeeName } }),
  });
  await stepItems(
    work,
    'dropFromRun',
    payments.flatMap((payment) => payment.items),
  );
  await releaseItems(
    work.tx,
    work.actor.councilId,
    payments.map(({ id }) => id),
  );
}

/** Counts a run's payments and their sum again, without those that were dropped. */
export async function recountRun(tx: Tx, councilId: string, id: string): Promise<void> {
  await sql`
    update payment_runs as run set payments = counted.payments, total_pence = counted.total
      from (select count(*)::int as payments, coalesce(sum(amount_pence), 0)::bigint as total from payments
             where council_id = ${councilId} and run_id = ${id} and state <> 'dropped') as counted
     where run.council_id = ${councilId} and run.id = ${id}`.execute(tx);
}

/** A run of which nothing is left to pay is cancelled by the program. */
export async function cancelEmpty(work: Work, run: { readonly id: string }): Promise<void> {
  await step(work, 'payment_runs', 'cancel', [run], {
    audit: () => ({ reason: sayRecorded('nothing-left-to-pay') }),
    otherwise: 'state.not_allowed',
  });
}

/** Runs that the bank does not have yet and that hold pay-ins of some lines, locked in the order of their ids. */
async function lockOpenRuns(tx: Tx, councilId: string, lineIds: readonly string[]): Promise<void> {
  await sql`
    select run.id from payment_runs as run where run.council_id = ${councilId} and run.state in ('proposed', 'authorised') and run.id in (
      select payment.run_id from payments as payment
        join payment_items as item on item.council_id = ${councilId} and item.payment_id = payment.id and item.live
        join pay_ins as pay_in on pay_in.council_id = ${councilId} and pay_in.id = item.pay_in_id
       where payment.council_id = ${councilId} and pay_in.line_id = any(${[...lineIds]}::text[]))
     order by run.id for update`.execute(tx);
}

/**
 * Makes the pay-ins of some lines right after the line, or its person's time, changed. A payment of a run that the bank
 * does not have yet is taken out where it pays too much, and a run with no payment left is cancelled. Answers what was
 * done, as `planPayIns` shows it before.
 */
export async function makePayInsRight(
  work: Work,
  of: { readonly lineIds: readonly string[] } | { readonly personId: string },
): Promise<PayInPlan> {
  const { tx, clock, actor } = work;
  const { councilId } = actor;
  const terms = await payInTerms(tx, councilId, of);
  if (terms.length === 0) return { changes: [], overPence: ZERO_PENCE };
  await lockOpenRuns(
    tx,
    councilId,
    terms.map(({ lineId }) => lineId),
  );
  const plan = await planPayIns(tx, councilId, clock.today(), terms);
  const claimed = plan.changes.filter(({ payIn }) => payIn.standing === 'claimed').map(({ payIn }) => payIn.id);
  if (claimed.length > 0) {
    const { rows } = await sql<DroppedPayment & { readonly runId: string }>`
      select payment.id, payment.run_id as "runId", payment.payee_name as "payeeName", paid.items
        from payments as payment
        cross join lateral (
          select jsonb_agg(jsonb_build_object('invoiceId', item.invoice_id, 'payInId', item.pay_in_id) order by item.position) as items
            from payment_items as item where item.council_id = ${councilId} and item.payment_id = payment.id) as paid
       where payment.council_id = ${councilId} and payment.id in (select item.payment_id from payment_items as item
               where item.council_id = ${councilId} and item.live and item.pay_in_id = any(${claimed}::text[]))
       order by payment.id`.execute(tx);
    await dropPayments(work, rows, sayRecorded('line-lost-it'));
    for (const id of new Set(rows.map(({ runId }) => runId))) {
      await recountRun(tx, councilId, id);
      const run = await tx
        .selectFrom('payment_runs')
        .select(['id', 'payments'])
        .where('council_id', '=', councilId)
        .where('id', '=', id)
        .executeTakeFirstOrThrow();
      if (run.payments === 0) await cancelEmpty(work, run);
    }
  }
  await settlePayIns(work, terms);
  return plan;
}
