// Searches the catalogue. The answer for one address is kept while the next one loads, so that the list does not jump.
import type { operations } from '@support-market/api-client/schema';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api, take } from '../../../api/client.ts';

export type Found = operations['searchListings']['responses'][200]['content']['application/json'];
export type FoundListing = Found['items'][number];
export type Question = NonNullable<operations['searchListings']['parameters']['query']>;

export const searchKey = (question: Question) => ['listings', question] as const;

/** A question that cannot be asked is not. */
export function useSearchListings(question: Question, enabled: boolean) {
  return useQuery({
    queryKey: searchKey(question),
    queryFn: () => take(api.GET('/api/listings', { params: { query: question } })),
    placeholderData: keepPreviousData,
    staleTime: 30_000,
    enabled,
  });
}
