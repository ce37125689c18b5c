// The rates that a council agreed with providers, for its officers.
import type { operations } from '@support-market/api-client/schema';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, take } from '../../../api/client.ts';

export type RatedOffer = operations['viewAgreedRates']['responses'][200]['content']['application/json'];
type NewRate = operations['setAgreedRate']['requestBody']['content']['application/json'];

const KEY = 'agreed-rates';

export function useRatedOffers(search: string, cursor: string | undefined) {
  const query = { ...(search ? { search } : {}), ...(cursor ? { cursor } : {}) };
  return useQuery({
    queryKey: [KEY, 'list', query],
    queryFn: () => take(api.GET('/api/agreed-rates', { params: { query } })),
  });
}

export function useRatedOffer(offerId: string) {
  return useQuery({
    queryKey: [KEY, offerId],
    queryFn: () => take(api.GET('/api/agreed-rates/{offerId}', { params: { path: { offerId } } })),
  });
}

export function useRateSteps(offerId: string) {
  const queries = useQueryClient();
  const after = async (answer: Promise<RatedOffer>): Promise<void> => {
    queries.setQueryData([KEY, offerId], await answer);
    await queries.invalidateQueries({ queryKey: [KEY, 'list'] });
  };
  return {
    /** The same key and body again save nothing more. */
    set: (key: string, body: NewRate) =>
      after(take(api.POST('/api/agreed-rates', { params: { header: { 'idempotency-key': key } }, body }))),
    end: (rateId: string, lastDay: string) =>
      after(take(api.POST('/api/agreed-rates/end', { body: { rateId, lastDay } }))),
    remove: (rateId: string) => after(take(api.POST('/api/agreed-rates/remove', { body: { rateId } }))),
  };
}
