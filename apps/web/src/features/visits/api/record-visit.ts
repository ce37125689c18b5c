// When a visit really began and ended, or that it was delivered.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, take } from '../../../api/client.ts';
import { VISITS_KEY } from './list-visits.ts';

export type Recording = {
  readonly id: string;
  /** Who came: one of the workers, or a name. */
  readonly workerId?: string;
  readonly worker?: string;
  /** London wall time, "2026-11-03T09:30"; with an offset where the clocks change. */
  readonly start?: string;
  readonly end?: string;
};

export function useRecordVisit() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ id, ...body }: Recording) =>
      take(api.POST('/api/visits/{id}/record', { params: { path: { id } }, body })),
    onSuccess: () => queries.invalidateQueries({ queryKey: [VISITS_KEY] }),
  });
}
