// What waits for a finance officer, and the steps that end the wait.
import type { operations } from '@support-market/api-client/schema';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, take } from '../../../api/client.ts';

export type ExceptionsPage = operations['listExceptions']['responses'][200]['content']['application/json'];
export type Exception = ExceptionsPage['items'][number];
export type ExceptionState = Exception['state'];

export function useExceptions(question: { readonly state: ExceptionState; readonly cursor?: string | undefined }) {
  const { state, cursor } = question;
  return useQuery({
    queryKey: ['exceptions', state, cursor],
    queryFn: () =>
      take(api.GET('/api/exceptions', { params: { query: { state, limit: 50, ...(cursor ? { cursor } : {}) } } })),
  });
}

export function useException(id: string) {
  return useQuery({
    queryKey: ['exceptions', id],
    queryFn: () => take(api.GET('/api/exceptions/{id}', { params: { path: { id } } })),
  });
}

/** What ends the wait: one officer alone, or one who asks and a second who agrees or refuses. */
export function useSettlement(id: string) {
  const queries = useQueryClient();
  const params = { path: { id } };
  const then = async <Answer>(answer: Promise<Answer>): Promise<Answer> => {
    const done = await answer;
    await queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' });
    return done;
  };
  return {
    settle: (amountPence: number, note: string) =>
      then(take(api.POST('/api/exceptions/{id}/settle', { params, body: { amountPence, note } }))),
    propose: (amountPence: number, note: string) =>
      then(take(api.POST('/api/exceptions/{id}/propose', { params, body: { amountPence, note } }))),
    agree: () => then(take(api.POST('/api/exceptions/{id}/agree', { params }))),
    refuse: (note: string) => then(take(api.POST('/api/exceptions/{id}/refuse', { params, body: { note } }))),
  };
}
