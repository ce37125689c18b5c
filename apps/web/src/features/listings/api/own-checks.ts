// What is asked of an organisation before it is trusted and paid: reading it, saying it, and agreeing to self-billing.
import type { operations } from '@support-market/api-client/schema';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, take } from '../../../api/client.ts';

export type OwnChecks = operations['viewOwnChecks']['responses'][200]['content']['application/json'];
type Said = operations['sayOwnChecks']['requestBody']['content']['application/json'];

export function useOwnChecks(id: string) {
  return useQuery({
    queryKey: ['own-organisation', id, 'checks'],
    queryFn: () => take(api.GET('/api/organisations/{id}/checks', { params: { path: { id } } })),
  });
}

export function useCheckSteps(id: string) {
  const queries = useQueryClient();
  const again = () => queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' });
  const params = { path: { id } };
  return {
    say: async (body: Said): Promise<void> => {
      await take(api.PUT('/api/organisations/{id}/checks', { params, body }));
      await again();
    },
    agree: async (): Promise<void> => {
      await take(api.POST('/api/organisations/{id}/self-billing', { params }));
      await again();
    },
  };
}
