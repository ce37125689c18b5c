// The headings and subcategories of the catalogue, which hardly ever change.
import { useQuery } from '@tanstack/react-query';
import { api, take } from '../../../api/client.ts';

export const CATEGORIES_KEY = ['categories'] as const;

export function useCategories() {
  return useQuery({
    queryKey: CATEGORIES_KEY,
    queryFn: () => take(api.GET('/api/categories')),
    staleTime: 3_600_000,
  });
}
