// Price rises and what they come to on orders, as the server lists and shows them, and what can be done with one.
import type { operations } from '@support-market/api-client/schema';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, take } from '../../../api/client.ts';
import type { Filters } from '../../../shell/list-filters.tsx';

type Answer<Operation extends keyof operations> = operations[Operation] extends {
  responses: { 200: { content: { 'application/json': infer Body } } };
}
  ? Body
  : never;
type Body<Operation extends keyof operations> = operations[Operation] extends {
  requestBody: { content: { 'application/json': infer Sent } };
}
  ? Sent
  : never;

export type PriceRise = Answer<'viewPriceRise'>;
export type PriceRiseState = PriceRise['state'];
export type PriceRiseOrder = Answer<'listPriceRiseOrders'>['items'][number];

const KEY = 'price-rises';

export function usePriceRises({ search, state, from }: Filters<PriceRiseState>, cursor: string | undefined) {
  const query = {
    ...(search ? { search } : {}),
    ...(state ? { state } : {}),
    ...(from ? { from } : {}),
    ...(cursor ? { cursor } : {}),
  };
  return useQuery({
    queryKey: [KEY, 'list', query],
    queryFn: () => take(api.GET('/api/price-rises', { params: { query } })),
  });
}

export function usePriceRise(id: string) {
  return useQuery({
    queryKey: [KEY, 'one', id],
    queryFn: () => take(api.GET('/api/price-rises/{id}', { params: { path: { id } } })),
  });
}

/** What rises come to on orders: of one order, or of one rise. */
export function usePriceRiseOrders(query: { orderId?: string; priceRiseId?: string; cursor?: string }, enabled = true) {
  return useQuery({
    queryKey: [KEY, 'orders', query],
    enabled,
    queryFn: () => take(api.GET('/api/price-rise-orders', { params: { query } })),
  });
}

/** What can be raised, and from which day; of one listing where it is named. */
export function useRaisable(listingId: string | undefined) {
  const query = listingId === undefined ? {} : { listingId };
  return useQuery({
    queryKey: [KEY, 'choices', query],
    queryFn: () => take(api.GET('/api/price-rises/choices', { params: { query } })),
  });
}

export function usePriceRiseSteps() {
  const queries = useQueryClient();
  const after = async <Given>(answer: Promise<Given>): Promise<Given> => {
    const given = await answer;
    await Promise.all([KEY, 'orders', 'listings'].map((key) => queries.invalidateQueries({ queryKey: [key] })));
    return given;
  };
  const at = (id: string) => ({ params: { path: { id } } });
  return {
    /** The same key and body again propose nothing more. */
    propose: (key: string, body: Body<'proposePriceRise'>) =>
      after(take(api.POST('/api/price-rises', { params: { header: { 'idempotency-key': key } }, body }))),
    withdraw: (id: string) => after(take(api.POST('/api/price-rises/{id}/withdraw', at(id)))),
    accept: (id: string, body: Body<'acceptPriceRise'>) =>
      after(take(api.POST('/api/price-rises/{id}/accept', { ...at(id), body }))),
    refuse: (id: string, body: Body<'refusePriceRise'>) =>
      after(take(api.POST('/api/price-rises/{id}/refuse', { ...at(id), body }))),
    acceptForOrder: (id: string) => after(take(api.POST('/api/price-rise-orders/{id}/accept', at(id)))),
    refuseForOrder: (id: string) => after(take(api.POST('/api/price-rise-orders/{id}/refuse', at(id)))),
  };
}
