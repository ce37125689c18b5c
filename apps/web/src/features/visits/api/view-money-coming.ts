// What a provider has earned and not been paid yet.
import { useQuery } from '@tanstack/react-query';
import { api, take } from '../../../api/client.ts';
import { VISITS_KEY } from './list-visits.ts';

export function useMoneyComing() {
  return useQuery({
    queryKey: [VISITS_KEY, 'money-coming'],
    queryFn: () => take(api.GET('/api/visits/money-coming')),
  });
}
