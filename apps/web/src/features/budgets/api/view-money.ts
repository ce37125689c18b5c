// One person's money, for the current budget unless another is asked for.
import type { operations } from '@support-market/api-client/schema';
import { useQuery } from '@tanstack/react-query';
import { api, take } from '../../../api/client.ts';

export type Money = operations['viewMoney']['responses'][200]['content']['application/json'];
export type MoneyLine = Money['lines'][number];

export function useMoney(personId: string, budget?: string | null) {
  return useQuery({
    queryKey: ['money', personId, budget ?? null],
    queryFn: () =>
      take(
        api.GET('/api/people/{id}/money', {
          params: { path: { id: personId }, query: budget ? { budget } : {} },
        }),
      ),
  });
}
