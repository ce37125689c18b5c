// The worker leaves.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, take } from '../../../api/client.ts';
import { VISITS_KEY } from './list-visits.ts';

export function useFinishVisit() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => take(api.POST('/api/visits/{id}/finish', { params: { path: { id } } })),
    onSettled: () => queries.invalidateQueries({ queryKey: [VISITS_KEY] }),
  });
}
