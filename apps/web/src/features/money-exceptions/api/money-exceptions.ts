// Money that went or came otherwise than we thought, and what an officer says became of it.
import type { operations } from '@support-market/api-client/schema';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, take } from '../../../api/client.ts';

export type MoneyException =
  operations['listMoneyExceptions']['responses'][200]['content']['application/json']['items'][number];
export type Decision = MoneyException['decisions'][number];

const KEY = 'money-exceptions';

export function useMoneyExceptions(state: 'open' | 'settled') {
  return useQuery({
    queryKey: [KEY, state],
    queryFn: () => take(api.GET('/api/money-exceptions', { params: { query: { state } } })),
  });
}

export function useSettleMoney() {
  const queries = useQueryClient();
  return async (id: string, decision: Decision, note: string): Promise<void> => {
    await take(api.POST('/api/money-exceptions/{id}/settle', { params: { path: { id } }, body: { decision, note } }));
    await queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' });
  };
}
