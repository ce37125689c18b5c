// The worker has arrived.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, take } from '../../../api/client.ts';
import { VISITS_KEY } from './list-visits.ts';

export function useStartVisit() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => take(api.POST('/api/visits/{id}/start', { params: { path: { id } }, body: {} })),
    onSettled: () => queries.invalidateQueries({ queryKey: [VISITS_KEY] }),
  });
}
