// What is on between two days, nearest first on each day where a place is given.
import type { operations } from '@support-market/api-client/schema';
import { useQuery } from '@tanstack/react-query';
import { api, take } from '../../../api/client.ts';
import { addDays } from '../../../format/dates.ts';

export type HappeningOn = operations['listEvents']['responses'][200]['content']['application/json']['items'][number];

/** As many as the page shows; it says so where there are more. */
export const MOST_EVENTS = 300;

/** Which days, and of what: parts that are left out ask for all. */
export interface EventsQuestion {
  readonly from: string;
  readonly to: string;
  readonly near?: string;
  readonly miles?: number;
  readonly category?: string;
  readonly organisation?: string;
  /** Also how much is on each day. */
  readonly counts?: true;
}

/** What one organisation puts on in the next four weeks; `slug` is its address. */
export const datesOf = (slug: string, today: string): EventsQuestion => ({
  ...{ from: today, to: addDays(today, 27), organisation: slug },
});

export const eventsKey = (question: EventsQuestion) => ['events', question] as const;

export function useEvents(question: EventsQuestion, canAsk = true) {
  return useQuery({
    enabled: canAsk,
    queryKey: eventsKey(question),
    queryFn: () => take(api.GET('/api/events', { params: { query: { ...question, limit: MOST_EVENTS } } })),
    staleTime: 300_000,
  });
}
