// One person's record, as far as the viewer may see it.
import type { operations } from '@support-market/api-client/schema';
import { useQuery } from '@tanstack/react-query';
import { api, take } from '../../../api/client.ts';

export type Person = operations['viewPerson']['responses'][200]['content']['application/json'];

export function usePerson(id: string, enabled = true) {
  return useQuery({
    queryKey: ['people', id],
    enabled,
    queryFn: () => take(api.GET('/api/people/{id}', { params: { path: { id } } })),
  });
}
