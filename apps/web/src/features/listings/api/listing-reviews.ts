// Listings that wait to be looked at before people see them: which they are, one of them, and the council's answer.
import type { operations } from '@support-market/api-client/schema';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, take } from '../../../api/client.ts';

export type Review = operations['viewListingReview']['responses'][200]['content']['application/json'];

export function useListingReviews(cursor: string | undefined) {
  return useQuery({
    queryKey: ['listing-reviews', cursor ?? ''],
    queryFn: () => take(api.GET('/api/listing-reviews', { params: { query: cursor ? { cursor } : {} } })),
  });
}

export function useListingReview(id: string) {
  return useQuery({
    queryKey: ['listing-reviews', 'one', id],
    queryFn: () => take(api.GET('/api/listings/{id}/review', { params: { path: { id } } })),
  });
}

export function useReviewAnswers(id: string) {
  const queries = useQueryClient();
  const again = () => queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' });
  const params = { path: { id } };
  return {
    again,
    approve: async (version: string): Promise<void> => {
      await take(api.POST('/api/listings/{id}/approve', { params, body: { version } }));
      await again();
    },
    askForChanges: async (version: string, reason: string): Promise<void> => {
      await take(api.POST('/api/listings/{id}/ask-for-changes', { params, body: { version, reason } }));
      await again();
    },
  };
}
