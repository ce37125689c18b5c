// Lines whose money builds up unspent.
import type { operations } from '@support-market/api-client/schema';
import { useQuery } from '@tanstack/react-query';
import { api, take } from '../../../api/client.ts';

export type BuildUpLine = operations['listBuildUp']['responses'][200]['content']['application/json']['items'][number];

export function useBuildUp(cursor: string | null) {
  return useQuery({
    queryKey: ['build-up', cursor],
    queryFn: () => take(api.GET('/api/build-up', { params: { query: cursor ? { cursor } : {} } })),
  });
}
