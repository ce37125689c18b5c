// One listing, with what its offers cost from a chosen line of money where one is chosen.
import type { operations } from '@support-market/api-client/schema';
import { useQueries, useQuery } from '@tanstack/react-query';
import { api, take } from '../../../api/client.ts';
import { isProblem } from '../../../api/problem.ts';
import { now } from '../../../format/server-clock.ts';
import { withDatesToCome } from '../components/dates-to-come.ts';

export type Listing = operations['viewListing']['responses'][200]['content']['application/json'];

export const listingKey = (slug: string, lineId: string | undefined) => ['listing', slug, lineId] as const;

const ask = (slug: string, lineId: string | undefined) =>
  take(api.GET('/api/listings/{slug}', { params: { path: { slug }, query: lineId ? { lineId } : {} } }));

const toCome = (listing: Listing): Listing => withDatesToCome(listing, now());

/** Several at once, in the order asked for; `gone` are those that the public may no longer see. */
export function useListings(slugs: readonly string[], lineId: string | undefined) {
  return useQueries({
    queries: slugs.map((slug) => ({
      queryKey: listingKey(slug, lineId),
      queryFn: () => ask(slug, lineId),
      select: toCome,
    })),
    combine: (answers) => ({
      listings: answers.flatMap(({ data }) => data ?? []),
      gone: answers.filter(({ error }) => isProblem(error) && error.status === 404).length,
      error: answers.find(({ error }) => error && !(isProblem(error) && error.status === 404))?.error,
      isPending: answers.some(({ isPending }) => isPending),
    }),
  });
}

export function useListing(slug: string, lineId: string | undefined) {
  return useQuery({
    queryKey: listingKey(slug, lineId),
    queryFn: () => ask(slug, lineId),
    select: toCome,
    // The page stays while prices for other money are fetched, and with it the focus of the reader who chose that money.
    placeholderData: (last) => (last?.slug === slug ? last : undefined),
  });
}
