// Says before anything is ordered that an authority ends before the last visit, and what happens then.
import type { ReactNode } from 'react';
import { sayDate } from '../../../format/dates.ts';
import { Notice } from '../../../ui/notice.tsx';
import type { Basket, BasketItem } from '../api/basket.ts';
import { useBasketWords } from './basket-words.ts';

/** How many visits of a basket come after the end of the authority under which they would be ordered. */
export function lateVisits({ items }: Basket): number {
  return items.reduce((sum, { outlasts }) => sum + (outlasts?.visits ?? 0), 0);
}

export function Outlasting({ item }: { readonly item: BasketItem }): ReactNode {
  const { say } = useBasketWords();
  const { outlasts, personName: person } = item;
  if (!outlasts) return null;
  const day = sayDate(outlasts.untilDate);
  return (
    <Notice kind="warn">
      <p>{say('outlasts', { person, day, count: outlasts.visits })}</p>
    </Notice>
  );
}
