// Who may act for a person, and letting somebody do so or no more.
import type { operations } from '@support-market/api-client/schema';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, take } from '../../../api/client.ts';

export type Mandate = operations['listMandates']['responses'][200]['content']['application/json']['items'][number];
export type MandateChoices = NonNullable<
  operations['listMandates']['responses'][200]['content']['application/json']['choices']
>;
export type NewMandate = operations['makeMandate']['requestBody']['content']['application/json'];

export function useMandates(personId: string) {
  return useQuery({
    queryKey: ['mandates', personId],
    queryFn: () => take(api.GET('/api/people/{id}/mandates', { params: { path: { id: personId } } })),
  });
}

export function useMandateSteps(personId: string) {
  const queries = useQueryClient();
  const again = () => queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' });
  return {
    make: async (body: NewMandate) => {
      await take(api.POST('/api/people/{id}/mandates', { params: { path: { id: personId } }, body }));
      await again();
    },
    end: async (id: string, reason: string) => {
      const { orders } = await take(api.POST('/api/mandates/{id}/end', { params: { path: { id } }, body: { reason } }));
      await again();
      return orders;
    },
  };
}
