// What is kept for a person until they choose: the marks beside found listings, the list, and what can be done with it.
import type { operations } from '@support-market/api-client/schema';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, take } from '../../../api/client.ts';
import { useSession } from '../../../shell/session.tsx';

export type KeptListing =
  operations['listKeptListings']['responses'][200]['content']['application/json']['items'][number];

const KEY = 'kept-listings';

/** So many fit on a phone's page that still ends. */
const A_PAGE = 12;

/** Asked for a person alone, by those who may see what is kept for somebody. */
export function useKeptMarks(personId: string | undefined) {
  const { may } = useSession();
  return useQuery({
    queryKey: [KEY, 'marks', personId ?? ''],
    queryFn: () => take(api.GET('/api/kept-listings', { params: { query: { personId: personId ?? '' } } })),
    enabled: personId !== undefined && may('listing.view-kept'),
  });
}

export function useKeptListings(personId: string, asked: { lineId?: string | undefined; cursor?: string | undefined }) {
  const query = {
    limit: A_PAGE,
    ...(asked.lineId ? { lineId: asked.lineId } : {}),
    ...(asked.cursor ? { cursor: asked.cursor } : {}),
  };
  return useQuery({
    queryKey: [KEY, 'list', personId, query],
    queryFn: () => take(api.GET('/api/people/{id}/kept-listings', { params: { path: { id: personId }, query } })),
  });
}

export function useKeptSteps() {
  const queries = useQueryClient();
  const after = async <Answer>(answer: Promise<Answer>): Promise<Answer> => {
    const given = await answer;
    await queries.invalidateQueries({ queryKey: [KEY] });
    return given;
  };
  const path = (id: string) => ({ params: { path: { id } } });
  return {
    keep: (personId: string, listingId: string) =>
      after(take(api.POST('/api/kept-listings', { body: { personId, listingId } }))),
    note: (id: string, note: string) =>
      after(take(api.PUT('/api/kept-listings/{id}', { ...path(id), body: { note } }))),
    remove: (id: string) => after(take(api.POST('/api/kept-listings/{id}/remove', path(id)))),
    putBack: (id: string) => after(take(api.POST('/api/kept-listings/{id}/put-back', path(id)))),
  };
}
