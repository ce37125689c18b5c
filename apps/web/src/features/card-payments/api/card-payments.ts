// Topping up own money by card: start, try a card in a demonstration, see how it stands.
import type { operations } from '@support-market/api-client/schema';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, take } from '../../../api/client.ts';

export type StartedCardPayment = operations['startCardPayment']['responses'][200]['content']['application/json'];
export type TestCard = operations['payInSandbox']['requestBody']['content']['application/json']['card'];

/** `key` stays the same until the card payment is done, so that a second press is the same card payment. */
export function startCardPayment(lineId: string, amountPence: number, key: string): Promise<StartedCardPayment> {
  return take(
    api.POST('/api/card-payments', {
      params: { header: { 'idempotency-key': key } },
      body: { lineId, amountPence },
    }),
  );
}

export function useTestCard(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (card: TestCard) =>
      take(api.POST('/api/card-payments/{id}/sandbox-card', { params: { path: { id } }, body: { card } })),
    onSettled: () => queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' }),
  });
}

/** Asks every few seconds until the processor has said yes or no. */
export function useCardPayment(id: string, enabled: boolean) {
  return useQuery({
    queryKey: ['card-payments', id],
    enabled,
    queryFn: () => take(api.GET('/api/card-payments/{id}', { params: { path: { id } } })),
    refetchInterval: (query) => (query.state.data?.state === 'started' ? 3_000 : false),
  });
}
