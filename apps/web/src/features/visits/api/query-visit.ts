// "Something was wrong": the provider is asked, and nothing is paid until it is put right.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, take } from '../../../api/client.ts';
import { VISITS_KEY } from './list-visits.ts';

export function useQueryVisit() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ id, note }: { readonly id: string; readonly note: string }) =>
      take(api.POST('/api/visits/{id}/query', { params: { path: { id } }, body: { note } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: [VISITS_KEY] }),
  });
}
