// Places everything in the basket. The same key makes a second press the same order.
import type { operations } from '@support-market/api-client/schema';
import { useQueryClient } from '@tanstack/react-query';
import { api, take } from '../../../api/client.ts';
import { BASKET_KEY } from './basket.ts';

export type Sharing = NonNullable<operations['placeBasket']['requestBody']['content']['application/json']['sharing']>;

/** What the buyer was shown: the sum, and how many visits come after the end of their authority. */
type Seen = { readonly totalPence: number; readonly lateVisits: number };

/** Agrees to a basket and what was shown; a Problem is thrown where either changed or money is short. */
export function usePlaceBasket() {
  const queries = useQueryClient();
  return async (key: string, basketId: string, seen: Seen, sharing: Sharing) => {
    const placed = await take(
      api.POST('/api/basket/place', {
        params: { header: { 'idempotency-key': key } },
        body: { basketId, ...seen, sharing },
      }),
    );
    // Money, orders and visits all read differently now.
    queries.removeQueries({ queryKey: BASKET_KEY });
    await queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' });
    return placed;
  };
}
