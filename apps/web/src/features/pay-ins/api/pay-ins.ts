// Money that goes in advance to those who hold it for a person.
import type { operations } from '@support-market/api-client/schema';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, take } from '../../../api/client.ts';

export type PayIn = operations['listPayIns']['responses'][200]['content']['application/json']['items'][number];
export type PayInState = 'due' | 'paying' | 'paid' | 'stopped';

const KEY = 'pay-ins';

/** A page is short enough to be read on a narrow screen. */
const PAGE = 10;

export function usePayIns(state: PayInState, cursor: string | undefined) {
  return useQuery({
    queryKey: [KEY, state, cursor],
    queryFn: () =>
      take(api.GET('/api/pay-ins', { params: { query: { state, limit: PAGE, ...(cursor ? { cursor } : {}) } } })),
  });
}

/** Makes what is due by now; the same key again makes nothing. */
export function useSchedulePayIns() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (key: string) =>
      take(api.POST('/api/pay-ins/schedule', { params: { header: { 'idempotency-key': key } }, body: {} })),
    onSuccess: () => queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' }),
  });
}
