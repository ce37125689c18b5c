// A basket by the orders that it becomes.
import type { Basket, BasketItem } from '../api/basket.ts';

/** One order each: what is from one provider for one person. */
export function groupsOf(basket: Basket): readonly (readonly BasketItem[])[] {
  const groups = new Map<string, BasketItem[]>();
  for (const item of basket.items) {
    const key = `${item.organisationId} ${item.personId}`;
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return [...groups.values()];
}
