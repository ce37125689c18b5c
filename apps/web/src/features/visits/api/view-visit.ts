// One visit, and for those who may see the person's money, which lines pay for it.
import { useQuery } from '@tanstack/react-query';
import { api, take } from '../../../api/client.ts';
import { VISITS_KEY } from './list-visits.ts';

export function useVisit(id: string) {
  return useQuery({
    queryKey: [VISITS_KEY, id],
    queryFn: () => take(api.GET('/api/visits/{id}', { params: { path: { id } } })),
  });
}
