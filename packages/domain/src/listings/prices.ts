// What one unit of an offer costs, and whose price it is: a council's agreed rate is seen and charged only when that
// council's money alone pays; own money and family money pay the public price.
// Source: the domain notes, section 8 (public and private catalogue, after Harrow); UNECE Recommendation 20 for unit codes.

import type { Temporal } from 'temporal-polyfill';
import { isCouncilMoney, type Stream } from '../budgets/streams.ts';
import type { UnitCode } from '../invoices/invoice-document.ts';
import { type Pence, pence, priceForMinutes } from '../shared/money.ts';
import type { CodeOf } from '../shared/problems.ts';
import { ok, type Result, refuse } from '../shared/result.ts';
import { type DatedPrice, priceOn } from './price-periods.ts';

export type UnitFacts = {
  /** UNECE Recommendation 20 code, as electronic invoices want it. */
  readonly uneceCode: UnitCode;
  /** How many of the UNECE unit one of ours is: a half hour is 0.5 HUR, so invoices state hours at the hourly rate. */
  readonly uneceQuantity: number;
  /** How many minutes the price is for, where time decides the charge; undefined where a count does. */
  readonly minutes?: number;
};

export const UNITS = {
  'half-hour': {
    uneceCode: 'HUR',
    uneceQuantity: 0.5,
    minutes: 30,
  },
  hour: { uneceCode: 'HUR', uneceQuantity: 1, minutes: 60 },
  session: { uneceCode: 'EA', uneceQuantity: 1 },
  day: { uneceCode: 'DAY', uneceQuantity: 1 },
  night: { uneceCode: 'EA', uneceQuantity: 1 },
  week: { uneceCode: 'WEE', uneceQuantity: 1 },
  mile: { uneceCode: 'SMI', uneceQuantity: 1 },
  item: { uneceCode: 'EA', uneceQuantity: 1 },
  'one-off': { uneceCode: 'EA', uneceQuantity: 1 },
} as const satisfies Record<string, UnitFacts>;

export type Unit = keyof typeof UNITS;
export const UNIT_NAMES = Object.keys(UNITS) as readonly Unit[];

export function unitFacts(unit: Unit): UnitFacts {
  return UNITS[unit];
}

/** What tells an offer of a listing from another: charged by another unit or on other days, it is another offer. */
export function offerReference(name: string, unit: string, days: string): string {
  return [name.toLowerCase(), unit, days].join('|');
}

/** True where the charge follows the minutes that passed. */
export function isTimedUnit(unit: Unit): boolean {
  return unitFacts(unit).minutes !== undefined;
}

/** What a timed unit costs for an hour: a half-hour price counts twice. Throws RangeError for units that are counted. */
export function hourlyRateOf(unit: Unit, unitPence: Pence): Pence {
  const minutes = unitFacts(unit).minutes;
  if (minutes === undefined) throw new RangeError(`not priced by time: ${unit}`);
  return pence((unitPence * 60n) / BigInt(minutes));
}

/** The price of an hour, or null where the charge does not follow the time. */
export function hourlyRateIfTimed(unit: Unit, unitPence: Pence): Pence | null {
  return isTimedUnit(unit) ? hourlyRateOf(unit, unitPence) : null;
}

/** How much was had: minutes for a timed unit, a whole count for any other. */
export type Amount = { readonly minutes: number } | { readonly quantity: number };

/** The charge for an amount of a unit. Throws RangeError when minutes meet a counted unit or a count a timed one. */
export function amountPence(unit: Unit, unitPence: Pence, amount: Amount): Pence {
  if ('minutes' in amount) return priceForMinutes(hourlyRateOf(unit, unitPence), amount.minutes);
  if (isTimedUnit(unit)) throw new RangeError(`needs minutes: ${unit}`);
  if (!Number.isSafeInteger(amount.quantity) || amount.quantity < 0) throw new RangeError('quantity must be whole');
  return pence(unitPence * BigInt(amount.quantity));
}

/** An offer with its public prices, each with its days. */
export type OfferPrices = { readonly offerId: string; readonly unit: Unit; readonly prices: readonly DatedPrice[] };
export type AgreedRate = DatedPrice & { readonly id: string; readonly offerId: string; readonly councilId: string };

/** Whose money pays: every stream that takes part, and the council whose budgets they are (null for the public). */
export type Paying = { readonly councilId: string | null; readonly streams: readonly Stream[] };

export type UnitPrice =
  | { readonly unitPence: Pence; readonly unit: Unit; readonly source: 'public' }
  | { readonly unitPence: Pence; readonly unit: Unit; readonly source: 'agreed'; readonly agreedRateId: string };

/**
 * The price of one unit on a day. The agreed rate of the paying council holds only if somebody pays and every paying
 * stream is council money; of several that hold, the one that began last. `offer.not_on_sale` on a day without a price.
 */
export function priceFor(input: {
  readonly offer: OfferPrices;
  readonly agreedRates: readonly AgreedRate[];
  readonly paying: Paying;
  readonly on: Temporal.PlainDate;
}): Result<UnitPrice, CodeOf<'offer.not_on_sale'>> {
  const { offer, agreedRates, paying, on } = input;
  const open = priceOn(offer.prices, on);
  if (!open) return refuse('offer.not_on_sale', { offerId: offer.offerId });
  const councilAlonePays = paying.streams.length > 0 && paying.streams.every(isCouncilMoney);
  const rate = councilAlonePays
    ? priceOn(
        agreedRates.filter((one) => one.offerId === offer.offerId && one.councilId === paying.councilId),
        on,
      )
    : undefined;
  return ok(
    rate
      ? { unitPence: rate.unitPence, unit: offer.unit, source: 'agreed', agreedRateId: rate.id }
      : { unitPence: open.unitPence, unit: offer.unit, source: 'public' },
  );
}
