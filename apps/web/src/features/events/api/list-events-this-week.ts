// What is on in the next seven days, for the front page.
import { useQuery } from '@tanstack/react-query';
import { api, take } from '../../../api/client.ts';
import { addDays, todayInLondon } from '../../../format/dates.ts';

/** At most `limit` events, soonest first. */
export function useEventsThisWeek(limit: number) {
  const from = todayInLondon();
  return useQuery({
    queryKey: ['events', 'this-week', from, limit],
    queryFn: () => take(api.GET('/api/events', { params: { query: { from, to: addDays(from, 7), limit } } })),
    staleTime: 300_000,
  });
}
