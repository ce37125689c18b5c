// An organisation's own record and listings: reading them, saying what is right, and deciding about what files say.
import type { operations } from '@support-market/api-client/schema';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, take } from '../../../api/client.ts';

export type OwnOrganisation = operations['viewOwnOrganisation']['responses'][200]['content']['application/json'];
export type OwnListing = operations['viewOwnListing']['responses'][200]['content']['application/json'];
export type OrganisationChange = operations['editOwnOrganisation']['requestBody']['content']['application/json'];
export type ListingChange = operations['editOwnListing']['requestBody']['content']['application/json'];

export function useOwnOrganisation(id: string) {
  return useQuery({
    queryKey: ['own-organisation', id],
    queryFn: () => take(api.GET('/api/organisations/{id}/record', { params: { path: { id } } })),
  });
}

export function useOwnListing(id: string) {
  return useQuery({
    queryKey: ['own-listing', id],
    queryFn: () => take(api.GET('/api/listings/{id}/record', { params: { path: { id } } })),
  });
}

export type OwnOffers = operations['viewOwnOffers']['responses'][200]['content']['application/json'];
export type OwnOffer = OwnOffers['items'][number];

export function useOwnOffers(id: string) {
  return useQuery({
    queryKey: ['own-listing', id, 'offers'],
    queryFn: () => take(api.GET('/api/listings/{id}/offers', { params: { path: { id } } })),
  });
}

export function useListingHistory(id: string) {
  return useQuery({
    queryKey: ['own-listing', id, 'history'],
    queryFn: () => take(api.GET('/api/listings/{id}/history', { params: { path: { id } } })),
  });
}

function useAgain(): () => Promise<void> {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' });
}

export interface OwnSteps<Change> {
  readonly edit: (change: Change) => Promise<void>;
  readonly confirm: () => Promise<void>;
  readonly settle: (field: string, taken: boolean) => Promise<void>;
}

export function useOrganisationSteps(id: string): OwnSteps<OrganisationChange> {
  const again = useAgain();
  const params = { path: { id } };
  return {
    edit: async (body) => {
      await take(api.PUT('/api/organisations/{id}/record', { params, body }));
      await again();
    },
    confirm: async () => {
      await take(api.POST('/api/organisations/{id}/confirm', { params }));
      await again();
    },
    settle: async (field, taken) => {
      await take(api.POST('/api/organisations/{id}/file-values', { params, body: { field, take: taken } }));
      await again();
    },
  };
}

export function useListingSteps(id: string): OwnSteps<ListingChange> {
  const again = useAgain();
  const params = { path: { id } };
  return {
    edit: async (body) => {
      await take(api.PUT('/api/listings/{id}/record', { params, body }));
      await again();
    },
    confirm: async () => {
      await take(api.POST('/api/listings/{id}/confirm', { params }));
      await again();
    },
    settle: async (field, taken) => {
      await take(api.POST('/api/listings/{id}/file-values', { params, body: { field, take: taken } }));
      await again();
    },
  };
}

export function useOfferSteps(id: string) {
  const again = useAgain();
  const params = { path: { id } };
  return {
    setPrice: async (body: operations['setOfferPrice']['requestBody']['content']['application/json']) => {
      await take(api.POST('/api/listings/{id}/prices', { params, body }));
      await again();
    },
    changeTerms: async (body: operations['changeOfferTerms']['requestBody']['content']['application/json']) => {
      await take(api.PUT('/api/listings/{id}/offers', { params, body }));
      await again();
    },
    withdraw: async (offerId: string) => {
      await take(api.POST('/api/listings/{id}/withdraw', { params, body: { offerId } }));
      await again();
    },
    putBack: async (offerId: string) => {
      await take(api.POST('/api/listings/{id}/put-back', { params, body: { offerId } }));
      await again();
    },
  };
}
