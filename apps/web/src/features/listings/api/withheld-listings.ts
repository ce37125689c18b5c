// Listings that the council hides from everybody: which they are, hiding one, and showing it again.
import type { operations } from '@support-market/api-client/schema';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, take } from '../../../api/client.ts';

export type Standing = operations['viewListingStanding']['responses'][200]['content']['application/json'];

export function useWithheldListings(cursor: string | undefined) {
  return useQuery({
    queryKey: ['withheld-listings', cursor ?? ''],
    queryFn: () => take(api.GET('/api/withheld-listings', { params: { query: cursor ? { cursor } : {} } })),
  });
}

export function useStanding(id: string) {
  return useQuery({
    queryKey: ['withheld-listings', 'one', id],
    queryFn: () => take(api.GET('/api/listings/{id}/standing', { params: { path: { id } } })),
  });
}

export function useStandingSteps(id: string) {
  const queries = useQueryClient();
  const again = () => queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' });
  const params = { path: { id } };
  return {
    withhold: async (reason: string): Promise<void> => {
      await take(api.POST('/api/listings/{id}/withhold', { params, body: { reason } }));
      await again();
    },
    showAgain: async (reason: string): Promise<void> => {
      await take(api.POST('/api/listings/{id}/show-again', { params, body: { reason } }));
      await again();
    },
  };
}
