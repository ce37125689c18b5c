// Another last day or award for one line of money: what it would end, and doing just that.
import type { operations } from '@support-market/api-client/schema';
import { useQueryClient } from '@tanstack/react-query';
import { api, take } from '../../../api/client.ts';

export type LineChange = operations['previewLineChange']['responses'][200]['content']['application/json'];

export function useLineChange(id: string) {
  const queries = useQueryClient();
  const params = { path: { id } };
  return {
    preview: (endsOn: string, awardPence: number) =>
      take(
        api.GET('/api/budget-lines/{id}/change', {
          params: { ...params, query: { endsOn, awardPence: String(awardPence) } },
        }),
      ),
    change: async (endsOn: string, awardPence: number, reason: string, shown: LineChange) => {
      const seen = { visits: shown.visits, backPence: shown.backPence, payIns: shown.payIns.length };
      await take(api.POST('/api/budget-lines/{id}/change', { params, body: { endsOn, awardPence, reason, seen } }));
      await queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' });
    },
  };
}
