// One listing, with what its offers cost from a chosen line of money where one is chosen.
import type { operations } from '@support-market/api-client/schema';
import { useQuery } from '@tanstack/react-query';
import { api, take } from '../../../api/client.ts';

export type Listing = operations['viewListing']['responses'][200]['content']['application/json'];

export const listingKey = (slug: string, lineId: string | undefined) => ['listing', slug, lineId] as const;

export function useListing(slug: string, lineId: string | undefined) {
  return useQuery({
    queryKey: listingKey(slug, lineId),
    queryFn: () =>
      take(api.GET('/api/listings/{slug}', { params: { path: { slug }, query: lineId ? { lineId } : {} } })),
    // The page stays while prices for other money are fetched, and with it the focus of the reader who chose that money.
    placeholderData: (last) => (last?.slug === slug ? last : undefined),
  });
}
