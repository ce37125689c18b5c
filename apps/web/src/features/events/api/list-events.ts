// What is on between two days, nearest first on each day where a place is given.
import type { operations } from '@support-market/api-client/schema';
import { useQuery } from '@tanstack/react-query';
import { api, take } from '../../../api/client.ts';

export type HappeningOn = operations['listEvents']['responses'][200]['content']['application/json']['items'][number];

/** What one organisation puts on between two days; `slug` is its address. */
export function useEventsOf(slug: string, from: string, to: string) {
  return useQuery({
    queryKey: ['events', from, to, { organisation: slug }],
    queryFn: () => take(api.GET('/api/events', { params: { query: { from, to, organisation: slug, limit: 100 } } })),
  });
}

/** As many as the page shows; it says so where there are more. */
export const MOST_EVENTS = 300;
export const eventsKey = (from: string, to: string, near: string) => ['events', from, to, near] as const;

export function useEvents(from: string, to: string, near: string, canAsk: boolean) {
  return useQuery({
    enabled: canAsk,
    queryKey: eventsKey(from, to, near),
    queryFn: () =>
      take(api.GET('/api/events', { params: { query: { from, to, limit: MOST_EVENTS, ...(near ? { near } : {}) } } })),
    staleTime: 300_000,
  });
}
