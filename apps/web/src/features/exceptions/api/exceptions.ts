// What waits for a finance officer, and the one step that ends the wait.
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

export function useSettleException(id: string) {
  const queries = useQueryClient();
  return async (amountPence: number, note: string) => {
    const done = await take(
      api.POST('/api/exceptions/{id}/settle', { params: { path: { id } }, body: { amountPence, note } }),
    );
    await queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' });
    return done;
  };
}
