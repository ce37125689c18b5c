// The lines whose money the viewer's organisation holds.
import type { operations } from '@support-market/api-client/schema';
import { useQuery } from '@tanstack/react-query';
import { api, take } from '../../../api/client.ts';

export type HeldLine = operations['listHeldLines']['responses'][200]['content']['application/json']['items'][number];

export function useHeldLines(cursor: string | null) {
  return useQuery({
    queryKey: ['held-lines', cursor],
    queryFn: () => take(api.GET('/api/budget-lines', { params: { query: cursor ? { cursor } : {} } })),
  });
}
