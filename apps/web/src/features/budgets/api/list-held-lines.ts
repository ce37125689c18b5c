// The lines whose money the viewer's organisation holds.
import { useQuery } from '@tanstack/react-query';
import { api, take } from '../../../api/client.ts';

export function useHeldLines(cursor: string | null) {
  return useQuery({
    queryKey: ['held-lines', cursor],
    queryFn: () => take(api.GET('/api/budget-lines', { params: { query: cursor ? { cursor } : {} } })),
  });
}
