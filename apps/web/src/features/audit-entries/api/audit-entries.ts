// The audit trail and the proof of the books. Each answer is itself a look that is written down, so none is asked for twice.
import type { operations } from '@support-market/api-client/schema';
import { useMutation, useQuery } from '@tanstack/react-query';
import { api, take } from '../../../api/client.ts';

export type AuditEntry =
  operations['searchAuditEntries']['responses'][200]['content']['application/json']['items'][number];
export type Look = operations['listLooks']['responses'][200]['content']['application/json']['items'][number];

const ASKED_ONCE = {
  staleTime: Number.POSITIVE_INFINITY,
  refetchOnWindowFocus: false,
  refetchOnReconnect: false,
} as const;

export type EntriesQuestion = Readonly<Record<'account' | 'person' | 'event' | 'from' | 'to' | 'cursor', string>>;

/** Entries that match; nothing is asked until something is looked for. */
export function useAuditEntries(question: EntriesQuestion | null) {
  return useQuery({
    queryKey: ['audit-entries', question],
    enabled: question !== null,
    ...ASKED_ONCE,
    queryFn: () => {
      const query = Object.fromEntries(Object.entries(question ?? {}).filter(([, value]) => value !== ''));
      return take(api.GET('/api/audit-entries', { params: { query } }));
    },
  });
}

export function useLooks(personId: string, who: 'others' | 'everyone', cursor: string | undefined) {
  return useQuery({
    queryKey: ['looks', personId, who, cursor],
    ...ASKED_ONCE,
    queryFn: () =>
      take(
        api.GET('/api/people/{id}/audit-entries', {
          params: { path: { id: personId }, query: { who, ...(cursor ? { cursor } : {}) } },
        }),
      ),
  });
}

export function useVerification() {
  return useMutation({ mutationFn: () => take(api.GET('/api/verification')) });
}
