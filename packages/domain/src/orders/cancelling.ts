// What a buyer's cancelling of an order gives back and what it still costs, visit by visit.
// Source: the domain notes, section 9 (notice rules decide whether a cancelled visit is charged).

import { Temporal } from 'temporal-polyfill';
import { addPence, type Pence } from '../shared/money.ts';
import { cancellationNotice } from './notice.ts';
import type { OrderState } from './order-states.ts';

export type CancellableVisit = {
  readonly id: string;
  readonly start: Temporal.Instant;
  readonly amountPence: Pence;
  readonly noticeHours: number;
};

export type Cancellation = {
  readonly chargedVisitIds: readonly string[];
  readonly releasedVisitIds: readonly string[];
  readonly chargedPence: Pence;
  readonly backPence: Pence;
};

/**
 * Sorts the planned visits of an order that its buyer cancels. Before the provider accepted, all of it comes back:
 * nothing was promised. After that, a visit inside its notice is charged, one outside comes back, and one that
 * has begun is left as it is, for its provider may still record it.
 */
export function cancelOrder(input: {
  readonly state: OrderState;
  readonly visits: readonly CancellableVisit[];
  readonly at: Temporal.Instant;
}): Cancellation {
  const { state, visits, at } = input;
  const accepted = state !== 'placed';
  const ahead = accepted ? visits.filter((visit) => Temporal.Instant.compare(visit.start, at) > 0) : visits;
  const isCharged = (visit: CancellableVisit) =>
    accepted &&
    cancellationNotice({
      visitStart: visit.start,
      cancelledAt: at,
      noticeHours: visit.noticeHours,
      cancelledBy: 'buyer',
    }).charged;
  const charged = ahead.filter((visit) => isCharged(visit));
  const released = ahead.filter((visit) => !isCharged(visit));
  return {
    chargedVisitIds: charged.map((visit) => visit.id),
    releasedVisitIds: released.map((visit) => visit.id),
    chargedPence: addPence(...charged.map((visit) => visit.amountPence)),
    backPence: addPence(...released.map((visit) => visit.amountPence)),
  };
}

export const DECLINE_REASONS = [
  'no-space',
  'too-far',
  'not-my-kind-of-support',
  'times-do-not-work',
  'price-out-of-date',
  'other',
] as const;
export type DeclineReason = (typeof DECLINE_REASONS)[number];
