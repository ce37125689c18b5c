// Visits that would come after the last day of the authority under which they are ordered: said before anything is placed,
// and placed only by somebody who was shown as many. The person keeps such an order, so it is not refused outright.

import { allowingMandates } from '@support-market/domain/orders/basket';
import { type Pence, pence } from '@support-market/domain/shared/money';
import type { Temporal } from 'temporal-polyfill';
import { orderMandate } from './basket-facts.ts';
import type { Asker, BasketRow, MandateRow } from './baskets.repo.ts';

/** What the whole basket takes from each line, and when it would be placed: both decide which mandates hold. */
export interface Placing {
  readonly asker: Asker;
  readonly basket: BasketRow;
  readonly needs: ReadonlyMap<string, Pence>;
  readonly at: Temporal.Instant;
}

/** The longest mandate under which the basket may be placed for a person; null where there is none, or none is needed. */
function longestMandate({ asker, basket, needs, at }: Placing, personId: string): MandateRow | null {
  if (asker.reach.personIds.includes(personId)) return null;
  const lines = basket.lines.flatMap((line) => {
    const needsPence = needs.get(line.id);
    const isTheirs = line.personId === personId && needsPence !== undefined;
    return isTheirs ? [{ lineId: line.id, needsPence, leftPence: pence(line.leftPence) }] : [];
  });
  const mandates = basket.mandates.map((row) => ({ ...orderMandate(row), row }));
  const [longest] = allowingMandates(mandates, { personId, lines, at })
    .map(({ row }) => row)
    .sort((a, b) => (a.untilDate < b.untilDate ? 1 : -1));
  return longest ?? null;
}

/**
 * How many visits of one item come after the authority that ends first among those it needs: for the person, and for each
 * person of whose lines it is paid. Null where none does.
 */
export function lateVisits(
  placing: Placing,
  item: { readonly personId: string; readonly lineIds: readonly string[] },
  dates: readonly { toString(): string }[],
): { readonly mandate: MandateRow; readonly visits: number } | null {
  const owners = placing.basket.lines.filter(({ id }) => item.lineIds.includes(id)).map(({ personId }) => personId);
  const [first] = [...new Set([item.personId, ...owners])]
    .flatMap((personId) => longestMandate(placing, personId) ?? [])
    .sort((a, b) => (a.untilDate < b.untilDate ? -1 : 1));
  if (first === undefined) return null;
  const visits = dates.filter((date) => date.toString() > first.untilDate).length;
  return visits > 0 ? { mandate: first, visits } : null;
}
