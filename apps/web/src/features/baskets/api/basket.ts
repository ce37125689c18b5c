// The viewer's basket as the server knows it; every change answers with the whole basket again.
import type { operations } from '@support-market/api-client/schema';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, take } from '../../../api/client.ts';

export const BASKET_KEY = ['basket'] as const;

export type Basket = operations['viewBasket']['responses'][200]['content']['application/json'];
export type BasketItem = Basket['items'][number];
export type ItemBody = operations['addBasketItem']['requestBody']['content']['application/json'];

export function useBasket() {
  return useQuery({ queryKey: BASKET_KEY, queryFn: () => take(api.GET('/api/basket')) });
}

/** How many things are in the basket, for the top of every page: 0 while not `enabled`, and asked for once a minute at most. */
export function useBasketCount(enabled: boolean): number {
  const { data } = useQuery({
    queryKey: BASKET_KEY,
    queryFn: () => take(api.GET('/api/basket')),
    enabled,
    staleTime: 60_000,
    select: (basket) => basket.items.length,
  });
  return data ?? 0;
}

/** Saves a thing (a new one without `itemId`), or takes one out; the basket on every page follows. */
export function useBasketChanges() {
  const queries = useQueryClient();
  const keep = (basket: Basket) => queries.setQueryData(BASKET_KEY, basket);
  return {
    save: async (body: ItemBody, itemId?: string) => {
      const { basket } =
        itemId === undefined
          ? await take(api.POST('/api/basket/items', { body }))
          : await take(api.PUT('/api/basket/items/{id}', { params: { path: { id: itemId } }, body }));
      keep(basket);
    },
    remove: async (itemId: string) =>
      keep(await take(api.DELETE('/api/basket/items/{id}', { params: { path: { id: itemId } } }))),
  };
}
