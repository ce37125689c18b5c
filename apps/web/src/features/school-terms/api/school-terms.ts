// When the schools of the council are open, and saying so.
import type { operations } from '@support-market/api-client/schema';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, take } from '../../../api/client.ts';

export type SchoolTerms = operations['setSchoolTerms']['requestBody']['content']['application/json'];

export function useSchoolTerms() {
  return useQuery({ queryKey: ['school-terms'], queryFn: () => take(api.GET('/api/school-terms')) });
}

export function useSetSchoolTerms(): (body: SchoolTerms) => Promise<void> {
  const queries = useQueryClient();
  return async (body) => {
    await take(api.PUT('/api/school-terms', { body }));
    await queries.invalidateQueries({ queryKey: ['school-terms'] });
  };
}
