// What a higher price comes to on one order: in a year as it runs each week, and for the visits that are planned. Both sides,
// the council and the money that is set aside ask here, so that what was told is what is charged.
// Source: the domain notes, section 9 (price rises: the yearly effect in pounds).

import { type Amount, amountPence, isTimedUnit, type Unit } from '../listings/prices.ts';
import { splitOverShares, type WeightedShare } from '../orders/schedule.ts';
import { addPence, type Pence, pence, shareOf, subtractPence } from '../shared/money.ts';

/** As care is budgeted: 3 hours a week at 96p more are £149.76 a year. */
export const WEEKS_IN_A_YEAR = 52;

/** Longer reasons than this are not taken. */
export const LONGEST_WHY = 2_000;

/** A visit that is planned, as it is priced now: VAT is in both sums. */
export type PricedVisit = {
  readonly minutes: number | null;
  readonly quantity: number;
  readonly unitPence: Pence;
  readonly plannedPence: Pence;
};

function amountOf(unit: Unit, visit: Pick<PricedVisit, 'minutes' | 'quantity'>): Amount {
  return isTimedUnit(unit) ? { minutes: visit.minutes ?? 0 } : { quantity: visit.quantity };
}

/** What an order line with a rate of VAT is charged for a price without it. */
export function withVat(netPence: Pence, vatRateBasisPoints: number): Pence {
  return addPence(netPence, shareOf(netPence, vatRateBasisPoints));
}

/** How much more a year of the same weeks costs. `weekly` are the visits of one week; none for what is bought once. */
export function yearlyEffect(input: {
  readonly unit: Unit;
  readonly weekly: readonly Pick<PricedVisit, 'minutes' | 'quantity'>[];
  readonly fromPence: Pence;
  readonly toPence: Pence;
}): Pence {
  const { unit, weekly, fromPence, toPence } = input;
  const weeksMore = weekly.map((visit) => {
    const amount = amountOf(unit, visit);
    return subtractPence(amountPence(unit, toPence, amount), amountPence(unit, fromPence, amount));
  });
  return pence(addPence(...weeksMore) * BigInt(WEEKS_IN_A_YEAR));
}

/** A planned visit at another price. Throws RangeError where that is lower: nothing here lowers a price. */
export function repriced(unit: Unit, visit: PricedVisit, toPence: Pence): Pence {
  if (toPence < visit.unitPence) throw new RangeError('a price rise cannot lower a price');
  return amountPence(unit, toPence, amountOf(unit, visit));
}

/** How much more some planned visits cost together. */
export function plannedEffect(unit: Unit, visits: readonly PricedVisit[], toPence: Pence): Pence {
  return addPence(...visits.map((visit) => subtractPence(repriced(unit, visit, toPence), visit.plannedPence)));
}

/** One line's part of a visit before and after. */
export type RepricedShare = {
  readonly position: number;
  readonly lineId: string;
  readonly reservationId: string | null;
  readonly beforePence: Pence;
  readonly plannedPence: Pence;
};

/** The parts of a visit at its new price, split as they were when it was ordered. */
export function repricedShares(
  plannedPence: Pence,
  shares: readonly (WeightedShare & Pick<RepricedShare, 'position' | 'reservationId' | 'beforePence'>)[],
): readonly RepricedShare[] {
  const parts = splitOverShares(plannedPence, shares);
  return shares.map(({ position, lineId, reservationId, beforePence }, index) => ({
    ...{ position, lineId, reservationId, beforePence },
    plannedPence: parts[index]?.amountPence ?? pence(0),
  }));
}
