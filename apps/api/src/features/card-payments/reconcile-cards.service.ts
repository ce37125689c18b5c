// Every day what we have of card payments is compared with what moved on our balance at the processor. An event that was
// lost is caught up with; what still differs waits for a finance officer.

import { inTransaction } from '@support-market/db/transaction';
import { readProcessorReference } from '@support-market/domain/budgets/card-payments';
import { Temporal } from 'temporal-polyfill';
import type { AppContext } from '../../platform/context.ts';
import { listCouncilIds } from '../../platform/council-ids.repo.ts';
import { newId } from '../../platform/ids.ts';
import type { CardMovement } from '../../ports/payments/card-payments.ts';
import { catchUpWith } from './card-payments.service.ts';
import { factsOf, insertCardException, settledBetween } from './card-returns.repo.ts';

/** Days that each look goes over again, so that a day on which the worker stood still is not lost. */
const LOOK_BACK = { hours: 24 * 7 };
/** What moved within the last hour may still be on its way to us. */
const SETTLING = { hours: 1 };

interface Theirs {
  readonly paymentId: string;
  readonly councilId: string;
  paidPence: bigint;
  takenBackPence: bigint;
}

/** What the processor lists, by payment; payments that name no council of ours are another program's. */
function theirsByPayment(movements: readonly CardMovement[]): readonly Theirs[] {
  const councilOf = new Map<string, string>();
  for (const { paymentId, transferId } of movements) {
    const councilId = readProcessorReference(transferId)?.councilId;
    if (paymentId !== undefined && councilId !== undefined) councilOf.set(paymentId, councilId);
  }
  const theirs = new Map<string, Theirs>();
  for (const { paymentId, kind, amountPence } of movements) {
    const councilId = paymentId === undefined ? undefined : councilOf.get(paymentId);
    if (paymentId === undefined || councilId === undefined) continue;
    const one = theirs.get(paymentId) ?? { paymentId, councilId, paidPence: 0n, takenBackPence: 0n };
    if (kind === 'payment') one.paidPence += amountPence;
    else one.takenBackPence -= amountPence;
    theirs.set(paymentId, one);
  }
  return [...theirs.values()];
}

/** Compares the last days. Answers how many differences were raised; throws when the processor cannot be asked. */
export async function reconcileCards(context: AppContext): Promise<number> {
  const { db, clock, cards } = context;
  // Seconds are the processor's measure of time.
  const until = Temporal.Instant.fromEpochMilliseconds(
    Math.floor(clock.now().subtract(SETTLING).epochMilliseconds / 1000) * 1000,
  );
  const from = until.subtract(LOOK_BACK);
  const listed = await cards.listMovements(from, until);
  if (!listed.ok) throw new Error(`the card processor's list could not be read: ${listed.code}`);
  const theirs = theirsByPayment(listed.value);
  for (const { paymentId } of theirs) await catchUpWith(context, paymentId);
  let raised = 0;
  for (const councilId of await listCouncilIds(db)) {
    raised += await inTransaction(db, councilId, async (tx) => {
      const mine = theirs.filter((one) => one.councilId === councilId);
      const ours = new Map(
        (
          await factsOf(
            tx,
            councilId,
            mine.map(({ paymentId }) => paymentId),
          )
        ).map((fact) => [fact.providerId, fact]),
      );
      let count = 0;
      const raise = async (
        what: 'not-there' | 'not-here' | 'other-amount' | 'other-taken-back',
        providerId: string,
        cardPaymentId: string | null,
        expectedPence: bigint,
        foundPence: bigint,
      ) => {
        const made = await insertCardException(tx, councilId, {
          id: newId(clock, 'exception'),
          kind: 'card-difference',
          subject: `${what}:${providerId}:${foundPence}`,
          cardPaymentId,
          expectedPence,
          foundPence,
          details: { what, providerId },
          at: clock.now(),
        });
        if (made) count += 1;
      };
      const paid = mine.filter(({ paidPence }) => paidPence !== 0n);
      for (const { paymentId, paidPence } of paid) {
        const our = ours.get(paymentId);
        if (!our) await raise('not-here', paymentId, null, 0n, paidPence);
        else if (our.amountPence !== paidPence)
          await raise('other-amount', paymentId, our.cardPaymentId, our.amountPence, paidPence);
      }
      const listedPaid = new Set(paid.map(({ paymentId }) => paymentId));
      // A payment at the very edge of these days is looked at by the next look, and was by the one before.
      for (const our of await settledBetween(tx, councilId, from.add({ hours: 1 }), until.subtract({ hours: 1 })))
        if (our.providerId !== null && !listedPaid.has(our.providerId))
          await raise('not-there', our.providerId, our.cardPaymentId, our.amountPence, 0n);
      // Only where the payment itself lies within these days is everything that was taken back of it listed too.
      for (const { paymentId, takenBackPence } of paid) {
        const our = ours.get(paymentId);
        if (our && our.takenBackPence !== takenBackPence)
          await raise('other-taken-back', paymentId, our.cardPaymentId, our.takenBackPence, takenBackPence);
      }
      return count;
    });
  }
  return raised;
}
