// What a visit that happened costs, split over the same shares in the same order as it was reserved.
// Source: the domain notes, sections 6 (exact pence; parts always add up) and 9 (visits are charged by their real time).

import type { Temporal } from 'temporal-polyfill';
import { amountPence, isTimedUnit, type Unit } from '../listings/prices.ts';
import { type Share, splitOverShares, type WeightedShare } from '../orders/schedule.ts';
import { minutesBetween } from '../shared/local-time.ts';
import type { Pence } from '../shared/money.ts';

export type VisitCharge = {
  /** Minutes that really passed, whatever the unit. */
  readonly minutes: number;
  readonly amountPence: Pence;
  readonly shares: readonly Share[];
};

/** The charge of a recorded visit: by the minute for timed units, `quantity` units (default 1) for the others. */
export function chargeVisit(input: {
  readonly unit: Unit;
  readonly unitPence: Pence;
  readonly start: Temporal.Instant;
  readonly end: Temporal.Instant;
  readonly quantity?: number;
  readonly shares: readonly WeightedShare[];
}): VisitCharge {
  const minutes = minutesBetween(input.start, input.end);
  const amount = amountPence(
    input.unit,
    input.unitPence,
    isTimedUnit(input.unit) ? { minutes } : { quantity: input.quantity ?? 1 },
  );
  return { minutes, amountPence: amount, shares: splitOverShares(amount, input.shares) };
}
