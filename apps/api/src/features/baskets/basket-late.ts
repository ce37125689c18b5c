// Visits that would come after the last day of the authority under which they are ordered: said before anything is placed,
// and placed only by somebody who was shown as many. The person keeps such an order, so it is not refused outright.

import type { Asker, BasketRow, MandateRow } from './baskets.repo.ts';

/** The running mandate that lets the viewer order for a person longest; null for somebody who orders for themselves. */
export function longestMandate({ reach }: Asker, basket: BasketRow, personId: string): MandateRow | null {
  if (reach.personIds.includes(personId)) return null;
  const [longest = null] = basket.mandates
    .filter((mandate) => mandate.personId === personId && mandate.mayOrder && mandate.endedAt === null)
    .sort((a, b) => (a.untilDate < b.untilDate ? 1 : -1));
  return longest;
}

/** How many of some visits come after a mandate's last day. */
export function visitsAfter(mandate: MandateRow, dates: readonly { toString(): string }[]): number {
  return dates.filter((date) => date.toString() > mandate.untilDate).length;
}
