// People whom the viewer may see, a page at a time.
import type { operations } from '@support-market/api-client/schema';
import { useQuery } from '@tanstack/react-query';
import { api, take } from '../../../api/client.ts';

export type PersonSummary = operations['listPeople']['responses'][200]['content']['application/json']['items'][number];

export type PeopleQuestion = { readonly search?: string | undefined; readonly cursor?: string | undefined };

export function usePeople(question: PeopleQuestion, enabled = true) {
  return useQuery({
    queryKey: ['people', question],
    enabled,
    queryFn: () =>
      take(
        api.GET('/api/people', {
          params: {
            query: {
              ...(question.search ? { search: question.search } : {}),
              ...(question.cursor ? { cursor: question.cursor } : {}),
            },
          },
        }),
      ),
  });
}
