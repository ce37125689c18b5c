// One pound's way. Asking is a look with a reason that is written down, so it is asked once and kept.
import type { operations } from '@support-market/api-client/schema';
import { useQuery } from '@tanstack/react-query';
import { api, take } from '../../../api/client.ts';

export type Trace = operations['followReference']['responses'][200]['content']['application/json'];
export type Thread = Trace['items'][number];
export type TraceStep = Thread['steps'][number];

export function useTrace(reference: string, reason: string | null, cursor: string | undefined) {
  return useQuery({
    queryKey: ['traces', reference, reason, cursor],
    enabled: reason !== null,
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    queryFn: () =>
      take(
        api.GET('/api/traces/{reference}', {
          params: { path: { reference }, query: { reason: reason ?? '', ...(cursor ? { cursor } : {}) } },
        }),
      ),
  });
}
