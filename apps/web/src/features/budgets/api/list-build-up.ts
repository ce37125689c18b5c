// Lines whose money builds up unspent.
import { useQuery } from '@tanstack/react-query';
import { api, take } from '../../../api/client.ts';

export function useBuildUp(cursor: string | null) {
  return useQuery({
    queryKey: ['build-up', cursor],
    queryFn: () => take(api.GET('/api/build-up', { params: { query: cursor ? { cursor } : {} } })),
  });
}
