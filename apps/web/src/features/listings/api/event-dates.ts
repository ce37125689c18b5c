// The dates of a group's own listing, and what it says of one of them.
import type { operations } from '@support-market/api-client/schema';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, take } from '../../../api/client.ts';

export type OwnDate = operations['listOwnDates']['responses'][200]['content']['application/json']['items'][number];
export type DateChange = operations['changeEventDate']['requestBody']['content']['application/json'];

export function useOwnDates(id: string) {
  return useQuery({
    queryKey: ['own-listing', id, 'dates'],
    queryFn: () => take(api.GET('/api/listings/{id}/dates', { params: { path: { id } } })),
  });
}

export function useChangeDate(id: string): (change: DateChange) => Promise<void> {
  const queries = useQueryClient();
  return async (body) => {
    await take(api.PUT('/api/listings/{id}/dates', { params: { path: { id } }, body }));
    await queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' });
  };
}
