// Questions before buying: the list, one thread, whether something can be asked about, and what can be written.
import type { operations } from '@support-market/api-client/schema';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, take } from '../../../api/client.ts';
import { useSession } from '../../../shell/session.tsx';

type QuestionsPage = operations['listQuestions']['responses'][200]['content']['application/json'];
export type QuestionHead = QuestionsPage['items'][number];
export type Question = operations['viewQuestion']['responses'][200]['content']['application/json'];

const KEY = 'questions';

export function useQuestions(asked: { orderId?: string | undefined; cursor?: string | undefined }) {
  const { may } = useSession();
  const query = {
    ...(asked.orderId ? { orderId: asked.orderId } : {}),
    ...(asked.cursor ? { cursor: asked.cursor } : {}),
  };
  return useQuery({
    queryKey: [KEY, 'list', query],
    queryFn: () => take(api.GET('/api/questions', { params: { query } })),
    enabled: may('question.view'),
  });
}

export function useQuestion(id: string, cursor: string | undefined) {
  return useQuery({
    queryKey: [KEY, 'one', id, cursor ?? ''],
    queryFn: () => take(api.GET('/api/questions/{id}', { params: { path: { id }, query: cursor ? { cursor } : {} } })),
  });
}

/** Asked for a person alone, by those who may ask for somebody. */
export function useAsking(personId: string | undefined, listingId: string) {
  const { may } = useSession();
  return useQuery({
    queryKey: [KEY, 'asking', personId ?? '', listingId],
    queryFn: () =>
      take(api.GET('/api/questions/asking', { params: { query: { personId: personId ?? '', listingId } } })),
    enabled: personId !== undefined && may('question.ask'),
  });
}

export function useQuestionSteps() {
  const queries = useQueryClient();
  const after = async <Answer>(answer: Promise<Answer>): Promise<Answer> => {
    const given = await answer;
    await queries.invalidateQueries({ queryKey: [KEY] });
    return given;
  };
  const header = (key: string) => ({ header: { 'idempotency-key': key } });
  return {
    /** The same key and content again write nothing more. */
    ask: (key: string, body: { personId: string; listingId: string; words: string }) =>
      after(take(api.POST('/api/questions', { params: header(key), body }))),
    writeOn: (key: string, id: string, words: string) =>
      after(
        take(api.POST('/api/questions/{id}/entries', { params: { ...header(key), path: { id } }, body: { words } })),
      ),
  };
}
