// Writing what is known of a person, and saying that their time with the council ended or goes on.
import type { operations } from '@support-market/api-client/schema';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, take } from '../../../api/client.ts';

export type PersonChange = operations['editPerson']['requestBody']['content']['application/json'];
export type EndingPreview = operations['previewEnding']['responses'][200]['content']['application/json'];
export type Ending = operations['endPerson']['requestBody']['content']['application/json']['ending'];

export function usePersonSteps(id: string) {
  const queries = useQueryClient();
  const again = () => queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' });
  const params = { path: { id } };
  return {
    edit: async (body: PersonChange) => {
      await take(api.PUT('/api/people/{id}', { params, body }));
      await again();
    },
    preview: (ending: Ending, lastDay: string) =>
      take(api.GET('/api/people/{id}/ending', { params: { ...params, query: { ending, lastDay } } })),
    end: async (ending: Ending, lastDay: string, reason: string, shown: EndingPreview) => {
      const seen = {
        visits: shown.visits,
        backPence: shown.backPence,
        payIns: shown.payIns.length,
        mandates: shown.mandates.length,
      };
      await take(api.POST('/api/people/{id}/end', { params, body: { ending, lastDay, reason, seen } }));
      await again();
    },
    comeBack: async (reason: string) => {
      await take(api.POST('/api/people/{id}/come-back', { params, body: { reason } }));
      await again();
    },
  };
}

export function useFinalStatements(cursor: string | undefined) {
  return useQuery({
    queryKey: ['final-statements', cursor],
    queryFn: () => take(api.GET('/api/final-statements', { params: { query: cursor ? { cursor } : {} } })),
  });
}

export function useFinalStatement(id: string) {
  return useQuery({
    queryKey: ['final-statements', 'of', id],
    queryFn: () => take(api.GET('/api/people/{id}/final-statement', { params: { path: { id } } })),
  });
}
