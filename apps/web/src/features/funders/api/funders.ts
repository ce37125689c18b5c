// Whose money the council handles, the account that each funder pays from, and the two steps in which it changes.
import type { operations } from '@support-market/api-client/schema';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, take } from '../../../api/client.ts';

export type FunderSummary = operations['listFunders']['responses'][200]['content']['application/json']['items'][number];
export type Funder = operations['viewFunder']['responses'][200]['content']['application/json'];
export type FunderAccount = Funder['accounts'][number];

const KEY = 'funders';

export function useFunders() {
  return useQuery({ queryKey: [KEY], queryFn: () => take(api.GET('/api/funders')) });
}

export function useFunder(id: string) {
  return useQuery({
    queryKey: [KEY, id],
    queryFn: () => take(api.GET('/api/funders/{id}', { params: { path: { id } } })),
  });
}

type NewFunder = operations['addFunder']['requestBody']['content']['application/json'];
export type FunderChange = operations['changeFunder']['requestBody']['content']['application/json'];

/** Everything that is done with a funder or its account; other pages that show it ask again. */
export function useFunderSteps() {
  const queries = useQueryClient();
  const then = async <Answer>(asked: Promise<Answer>): Promise<Answer> => {
    const answer = await asked;
    await queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' });
    return answer;
  };
  return {
    add: (key: string, body: NewFunder) =>
      then(take(api.POST('/api/funders', { params: { header: { 'idempotency-key': key } }, body }))),
    change: (id: string, body: FunderChange) =>
      then(take(api.PUT('/api/funders/{id}', { params: { path: { id } }, body }))),
    propose: (
      id: string,
      details: { readonly accountName: string; readonly sortCode: string; readonly accountNumber: string },
    ) => then(take(api.POST('/api/funders/{id}/accounts', { params: { path: { id } }, body: { ...details } }))),
    release: (id: string) => then(take(api.POST('/api/funder-accounts/{id}/release', { params: { path: { id } } }))),
    refuse: (id: string, note: string) =>
      then(take(api.POST('/api/funder-accounts/{id}/refuse', { params: { path: { id } }, body: { note } }))),
  };
}
