// Reports of what was written in a question: making one, the open ones, and settling.
import type { operations } from '@support-market/api-client/schema';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, take } from '../../../api/client.ts';

export type QuestionReport =
  operations['listQuestionReports']['responses'][200]['content']['application/json']['items'][number];

const KEY = 'question-reports';

export function useQuestionReports(cursor: string | undefined) {
  return useQuery({
    queryKey: [KEY, cursor ?? ''],
    queryFn: () => take(api.GET('/api/question-reports', { params: { query: cursor ? { cursor } : {} } })),
  });
}

export const reportEntry = (id: string, reason: string) =>
  take(api.POST('/api/question-entries/{id}/report', { params: { path: { id } }, body: { reason } }));

export function useSettleReport(): (id: string, reply: string) => Promise<void> {
  const queries = useQueryClient();
  return async (id, reply) => {
    await take(api.POST('/api/question-reports/{id}/settle', { params: { path: { id } }, body: { reply } }));
    await queries.invalidateQueries({ queryKey: [KEY] });
  };
}
