// The headings and shelves of the catalogue, which hardly ever change.
import { useQuery } from '@tanstack/react-query';
import { api, take } from '../../../api/client.ts';

export function useCategories() {
  return useQuery({
    queryKey: ['categories'],
    queryFn: () => take(api.GET('/api/categories')),
    staleTime: 3_600_000,
  });
}
