// Orders as the server lists and shows them, and the three steps that people take with one.
import type { operations } from '@support-market/api-client/schema';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, newIdempotencyKey, take } from '../../../api/client.ts';

export type OrdersPage = operations['listOrders']['responses'][200]['content']['application/json'];
export type OrderSummary = OrdersPage['items'][number];
export type Order = operations['viewOrder']['responses'][200]['content']['application/json'];
export type OrderState = OrderSummary['state'];
export type DeclineReason = operations['declineOrder']['requestBody']['content']['application/json']['reason'];

export type OrderQuestion = {
  readonly personId?: string | undefined;
  readonly state?: OrderState | undefined;
  readonly cursor?: string | undefined;
};

export function useOrders(question: OrderQuestion) {
  const query = Object.fromEntries(Object.entries(question).filter(([, value]) => value !== undefined));
  return useQuery({
    queryKey: ['orders', question],
    queryFn: () => take(api.GET('/api/orders', { params: { query } })),
  });
}

export function useOrder(id: string, enabled = true) {
  return useQuery({
    enabled,
    queryKey: ['orders', id],
    queryFn: () => take(api.GET('/api/orders/{id}', { params: { path: { id } } })),
  });
}

/** Accepts, declines or cancels; money and visits on other pages are asked for again. */
export function useOrderSteps(id: string) {
  const queries = useQueryClient();
  const again = () => queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' });
  const params = () => ({ path: { id }, header: { 'idempotency-key': newIdempotencyKey() } });
  return {
    accept: async () => {
      const done = await take(api.POST('/api/orders/{id}/accept', { params: { path: { id } } }));
      await again();
      return done;
    },
    decline: async (reason: DeclineReason, note: string) => {
      const done = await take(api.POST('/api/orders/{id}/decline', { params: params(), body: { reason, note } }));
      await again();
      return done;
    },
    putBack: async (reason: string) => {
      await take(api.POST('/api/orders/{id}/put-back', { params: params(), body: { reason } }));
      await again();
    },
    cancel: async () => {
      const done = await take(api.POST('/api/orders/{id}/cancel', { params: params(), body: {} }));
      await again();
      return done;
    },
  };
}
