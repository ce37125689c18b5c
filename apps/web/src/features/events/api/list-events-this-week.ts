// What is on in the next seven days, for the front page.
import { useQuery } from '@tanstack/react-query';
import { api, take } from '../../../api/client.ts';
import { addDays } from '../../../format/dates.ts';
import { useToday } from '../../../format/server-clock.ts';

export const thisWeekKey = (from: string, limit: number) => ['events', 'this-week', from, limit] as const;

/** At most `limit` events, soonest first. */
export function useEventsThisWeek(limit: number) {
  const from = useToday();
  return useQuery({
    queryKey: thisWeekKey(from, limit),
    queryFn: () =>
      take(api.GET('/api/events', { params: { query: { from, to: addDays(from, 7), withOff: false, limit } } })),
    staleTime: 300_000,
  });
}
