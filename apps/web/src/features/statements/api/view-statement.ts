// One line's month.
import type { operations } from '@support-market/api-client/schema';
import { useQuery } from '@tanstack/react-query';
import { api, take } from '../../../api/client.ts';

export type Statement = operations['viewStatement']['responses'][200]['content']['application/json'];
export type StatementEntry = Statement['entries'][number];

export function useStatement(lineId: string, month: string | null) {
  return useQuery({
    queryKey: ['statement', lineId, month],
    queryFn: () =>
      take(
        api.GET('/api/budget-lines/{id}/statement', {
          params: { path: { id: lineId }, query: month ? { month } : {} },
        }),
      ),
  });
}

export function statementPdfHref(lineId: string, month: string): string {
  return `/api/budget-lines/${lineId}/statement.pdf?month=${month}`;
}
