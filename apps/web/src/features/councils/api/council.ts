// How a council is reached and what its public pages say, today or on an earlier day.
import type { operations } from '@support-market/api-client/schema';
import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { api, take } from '../../../api/client.ts';

export type Council = operations['viewCouncil']['responses'][200]['content']['application/json'];

export const councilKey = (slug: string | null, on: string | null = null) => ['councils', slug, on] as const;

/** Asks nothing while there is no council to ask about. */
export function useCouncil(slug: string | null, on: string | null = null): UseQueryResult<Council> {
  return useQuery({
    queryKey: councilKey(slug, on),
    queryFn: () =>
      take(
        api.GET('/api/councils/{slug}', {
          params: { path: { slug: slug ?? '' }, query: on === null ? {} : { on } },
        }),
      ),
    enabled: slug !== null,
    staleTime: 5 * 60_000,
  });
}
