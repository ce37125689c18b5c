// What is on between two days, nearest first on each day where a place is given.
import type { operations } from '@support-market/api-client/schema';
import { useQuery } from '@tanstack/react-query';
import { api, take } from '../../../api/client.ts';

export type HappeningOn = operations['listEvents']['responses'][200]['content']['application/json']['items'][number];

export function useEvents(from: string, to: string, near: string) {
  return useQuery({
    queryKey: ['events', from, to, near],
    queryFn: () =>
      take(api.GET('/api/events', { params: { query: { from, to, limit: 300, ...(near ? { near } : {}) } } })),
    staleTime: 300_000,
  });
}
