// The visits of some days, every page of them: a week of one person or one provider is at most a few hundred.
import type { paths as apiPaths } from '@support-market/api-client/schema';
import { useQuery } from '@tanstack/react-query';
import { api, take } from '../../../api/client.ts';

type Page = apiPaths['/api/visits']['get']['responses'][200]['content']['application/json'];
export type Visit = Page['items'][number];
export type VisitState = Visit['state'];

export type VisitQuestion = {
  /** "2026-11-02", both days included. */
  readonly from: string;
  readonly to: string;
  readonly personId?: string | undefined;
  readonly orderId?: string | undefined;
  readonly states?: readonly VisitState[];
};

export const VISITS_KEY = 'visits';
const MOST_PAGES = 10;

async function listVisits(question: VisitQuestion): Promise<readonly Visit[]> {
  const visits: Visit[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const answer = await take(
      api.GET('/api/visits', {
        params: {
          query: {
            from: question.from,
            to: question.to,
            limit: 100,
            ...(question.personId ? { personId: question.personId } : {}),
            ...(question.orderId ? { orderId: question.orderId } : {}),
            ...(question.states ? { state: [...question.states] } : {}),
            ...(cursor ? { cursor } : {}),
          },
        },
      }),
    );
    visits.push(...answer.items);
    if (answer.nextCursor === null) break;
    cursor = answer.nextCursor;
  }
  return visits;
}

export function useVisits(question: VisitQuestion) {
  return useQuery({ queryKey: [VISITS_KEY, question], queryFn: () => listVisits(question) });
}
