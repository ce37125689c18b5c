// The lists of other people that a council keeps, as the server shows them, and what can be done with one.
import type { operations } from '@support-market/api-client/schema';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, take } from '../../../api/client.ts';

type Page = operations['listFeeds']['responses'][200]['content']['application/json'];
export type FeedItem = Page['items'][number];
export type Feed = operations['viewFeed']['responses'][200]['content']['application/json'];
export type FeedReading = Feed['readings'][number];
type NewFeed = operations['addFeed']['requestBody']['content']['application/json'];

const KEY = 'feeds';
/** While somebody waits for a reading, the page looks again by itself. */
const LOOK_AGAIN_MILLIS = 5_000;

export const isWaiting = ({ askedAt, readingSince }: Pick<Feed, 'askedAt' | 'readingSince'>): boolean =>
  askedAt !== null || readingSince !== null;

export function useFeeds(cursor: string | undefined) {
  const query = cursor ? { cursor } : {};
  return useQuery({
    queryKey: [KEY, 'list', query],
    queryFn: () => take(api.GET('/api/feeds', { params: { query } })),
  });
}

export function useFeed(id: string) {
  return useQuery({
    queryKey: [KEY, 'one', id],
    queryFn: () => take(api.GET('/api/feeds/{id}', { params: { path: { id } } })),
    refetchInterval: ({ state: { data } }) => (data && isWaiting(data) ? LOOK_AGAIN_MILLIS : false),
  });
}

export function useFeedSteps() {
  const queries = useQueryClient();
  const after = async <Answer>(answer: Promise<Answer>): Promise<Answer> => {
    const given = await answer;
    await queries.invalidateQueries({ queryKey: [KEY] });
    return given;
  };
  const of = (id: string) => ({ params: { path: { id } } });
  return {
    /** The same key and body again write nothing more. */
    add: (key: string, body: NewFeed) =>
      after(take(api.POST('/api/feeds', { params: { header: { 'idempotency-key': key } }, body }))),
    read: (id: string) => after(take(api.POST('/api/feeds/{id}/read', of(id)))),
    stop: (id: string) => after(take(api.POST('/api/feeds/{id}/stop', of(id)))),
    resume: (id: string) => after(take(api.POST('/api/feeds/{id}/resume', of(id)))),
  };
}
