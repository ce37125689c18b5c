// Starting and publishing a listing of one's own, seeing it as people would, adding something for sale, and taking away a price that has not begun.
import type { operations } from '@support-market/api-client/schema';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, newIdempotencyKey, take } from '../../../api/client.ts';

type Body<Name extends 'startListing' | 'addOffer'> = operations[Name]['requestBody']['content']['application/json'];

export function useNewListings() {
  const queries = useQueryClient();
  const again = () => queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' });
  // One form, one listing or offer, however often its button is pressed.
  const [key] = useState(newIdempotencyKey);
  return {
    start: async (organisationId: string, body: Body<'startListing'>): Promise<string> => {
      const params = { path: { id: organisationId }, header: { 'idempotency-key': key } };
      const { id } = await take(api.POST('/api/organisations/{id}/listings', { params, body }));
      await again();
      return id;
    },
    /** Where its council looks first, it waits for that. */
    publish: async (id: string): Promise<void> => {
      await take(api.POST('/api/listings/{id}/publish', { params: { path: { id } } }));
      await again();
    },
    takeDown: async (id: string): Promise<void> => {
      await take(api.POST('/api/listings/{id}/take-down', { params: { path: { id } } }));
      await again();
    },
    addOffer: async (id: string, body: Body<'addOffer'>): Promise<void> => {
      const params = { path: { id }, header: { 'idempotency-key': key } };
      await take(api.POST('/api/listings/{id}/offers', { params, body }));
      await again();
    },
    removePrice: async (id: string, priceId: string): Promise<void> => {
      await take(api.POST('/api/listings/{id}/prices/remove', { params: { path: { id } }, body: { priceId } }));
      await again();
    },
  };
}

export function useListingPreview(id: string) {
  return useQuery({
    queryKey: ['own-listing', id, 'preview'],
    queryFn: () => take(api.GET('/api/listings/{id}/preview', { params: { path: { id } } })),
  });
}
