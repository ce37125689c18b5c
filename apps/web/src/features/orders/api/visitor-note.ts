// How a provider reaches the person of an order, asked for only when somebody wants to see it, for each look is kept.
import type { operations } from '@support-market/api-client/schema';
import type { SharedNeed } from '@support-market/domain/people/person-facts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, take } from '../../../api/client.ts';

export type VisitorNote = operations['viewVisitorNote']['responses'][200]['content']['application/json'];

export function useVisitorNote(id: string) {
  return useMutation({
    mutationFn: () => take(api.GET('/api/orders/{id}/visitor-note', { params: { path: { id } } })),
  });
}

export function useShareNeeds(id: string) {
  const queries = useQueryClient();
  return async (sharedNeeds: readonly SharedNeed[]) => {
    await take(
      api.PUT('/api/orders/{id}/shared-needs', {
        params: { path: { id } },
        body: { sharedNeeds: [...sharedNeeds] },
      }),
    );
    await queries.invalidateQueries({ queryKey: ['orders'] });
  };
}
