// "Yes, they came": a second tap, or a lost answer, is the same yes.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { api, newIdempotencyKey, take } from '../../../api/client.ts';
import { VISITS_KEY } from './list-visits.ts';

export function useConfirmVisits() {
  const queries = useQueryClient();
  const keys = useRef(new Map<string, string>());
  return useMutation({
    mutationFn: (ids: readonly string[]) => {
      const name = ids.join(' ');
      const key = keys.current.get(name) ?? newIdempotencyKey();
      keys.current.set(name, key);
      return take(
        api.POST('/api/visits/confirm', { params: { header: { 'idempotency-key': key } }, body: { ids: [...ids] } }),
      );
    },
    onSettled: () => queries.invalidateQueries({ queryKey: [VISITS_KEY] }),
  });
}
