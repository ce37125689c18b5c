// The visit did happen, or still will: an officer undoes "it did not".
import { useQueryClient } from '@tanstack/react-query';
import { api, newIdempotencyKey, take } from '../../../api/client.ts';
import { VISITS_KEY } from './list-visits.ts';

export function usePutVisitBack(id: string) {
  const queries = useQueryClient();
  return async (reason: string): Promise<void> => {
    const params = { path: { id }, header: { 'idempotency-key': newIdempotencyKey() } };
    await take(api.POST('/api/visits/{id}/put-back', { params, body: { reason } }));
    await queries.invalidateQueries({ queryKey: [VISITS_KEY] });
  };
}
