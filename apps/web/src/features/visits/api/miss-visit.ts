// The visit did not happen: its money goes back to the person.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { api, newIdempotencyKey, take } from '../../../api/client.ts';
import { VISITS_KEY } from './list-visits.ts';

export function useMissVisit() {
  const queries = useQueryClient();
  const key = useRef(newIdempotencyKey());
  return useMutation({
    mutationFn: ({ id, reason }: { readonly id: string; readonly reason: string }) =>
      take(
        api.POST('/api/visits/{id}/miss', {
          params: { path: { id }, header: { 'idempotency-key': key.current } },
          body: { reason },
        }),
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey: [VISITS_KEY] }),
    // another try says something else, perhaps, so it is another request
    onError: () => {
      key.current = newIdempotencyKey();
    },
  });
}
