// Prices follow each other in time: each holds from a day until its end or until the next one begins, so that a file with
// next April's price leaves today's on sale, and the same file in any order of rows comes to the same periods.
// Source: the domain notes, section 9 (prices have periods).

import { Temporal } from 'temporal-polyfill';
import type { Pence } from '../shared/money.ts';

/** A price for a stretch of days; `validTo` is the last day, null while no end is known. */
export type DatedPrice = {
  readonly unitPence: Pence;
  readonly validFrom: Temporal.PlainDate;
  readonly validTo: Temporal.PlainDate | null;
};

const compare = Temporal.PlainDate.compare;
const dayNumber = (date: Temporal.PlainDate): number => date.year * 10_000 + date.month * 100 + date.day;

/** True when a dated price holds on a day, first and last day included. */
export function isValidOn(price: Omit<DatedPrice, 'unitPence'>, on: Temporal.PlainDate): boolean {
  const day = dayNumber(on);
  return dayNumber(price.validFrom) <= day && (price.validTo === null || day <= dayNumber(price.validTo));
}

/** The price that holds on a day; of several, the one that began last. */
export function priceOn<Price extends DatedPrice>(prices: readonly Price[], on: Temporal.PlainDate): Price | undefined {
  let best: Price | undefined;
  for (const price of prices) {
    if (isValidOn(price, on) && (!best || compare(price.validFrom, best.validFrom) > 0)) best = price;
  }
  return best;
}

/**
 * The periods after `said` is laid over `known`: a price of the same first day is replaced, and each period ends on its
 * own last day or on the day before the next one begins, whichever comes first. In the order of time, never two on a day.
 */
export function layPrices<Price extends DatedPrice>(known: readonly Price[], said: readonly Price[]): readonly Price[] {
  const byStart = new Map([...known, ...said].map((price) => [dayNumber(price.validFrom), price]));
  const sorted = [...byStart].sort(([a], [b]) => a - b).map(([, price]) => price);
  return sorted.map((price, index) => {
    const next = sorted[index + 1];
    if (!next || (price.validTo !== null && compare(price.validTo, next.validFrom) < 0)) return price;
    return { ...price, validTo: next.validFrom.subtract({ days: 1 }) };
  });
}

/**
 * The periods after the one that begins on `from` is taken away. The price before it goes on where it ended only for its
 * sake: as far as it was said before it was cut short, or until the next price where its provider said it without an end.
 * `earlier` is what was replaced, in the order of its replacement.
 */
export function withoutPrice<Price extends DatedPrice & { readonly isOwn: boolean }>(
  known: readonly Price[],
  earlier: readonly Price[],
  from: Temporal.PlainDate,
): readonly Price[] {
  const left = known.filter((price) => !price.validFrom.equals(from));
  const lastDay = from.subtract({ days: 1 });
  const before = left.find(({ validTo }) => validTo?.equals(lastDay));
  if (!before) return left;
  const same = earlier.filter(({ validFrom }) => validFrom.equals(before.validFrom));
  const further = same.findLast(
    ({ unitPence, validTo }) =>
      (before.isOwn || unitPence === before.unitPence) && (validTo === null || compare(validTo, from) >= 0),
  );
  const isOpen = before.isOwn && same.length === 0;
  const validTo = further ? further.validTo : isOpen ? null : before.validTo;
  return layPrices(
    left.map((price) => (price === before ? { ...price, validTo } : price)),
    [],
  );
}
