// What an invoice may say of a visit that several lines of money pay for: the reader's own share, and nothing from which
// another's could be worked out.
// Source: issue "Foundations", part 1 (no funder's invoice shows another's share); docs/decisions/0011.

import type { Pence } from '../shared/money.ts';

interface Shared {
  readonly shareWeight: number;
  readonly shareTotal: number;
}

/** Whether others pay for the rest of the visit. */
export function isPartOfVisit({ shareWeight, shareTotal }: Shared): boolean {
  return shareWeight !== shareTotal;
}

/** A line as its reader may see it: a part is one thing at its own sum, without the minutes and the price of the whole. */
export function ownShare<
  Line extends Shared & {
    readonly unit: string;
    readonly minutes: number | null;
    readonly quantity: number;
    readonly unitPricePence: Pence;
    readonly netPence: Pence;
  },
>(line: Line): Omit<Line, 'shareWeight' | 'shareTotal'> & { readonly isPart: boolean } {
  const { shareWeight, shareTotal, ...rest } = line;
  if (!isPartOfVisit(line)) return { ...rest, isPart: false };
  return { ...rest, isPart: true, unit: 'item', minutes: null, quantity: 1, unitPricePence: line.netPence };
}
