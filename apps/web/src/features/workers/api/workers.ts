// The workers of the reader's organisation: whom it sends, and keeping that list.
import type { operations } from '@support-market/api-client/schema';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, take } from '../../../api/client.ts';

type Page = operations['listWorkers']['responses'][200]['content']['application/json'];
export type Worker = Page['items'][number];
export type WorkerState = Worker['state'];
export type WorkerEvent = operations['viewWorker']['responses'][200]['content']['application/json']['history'][number];
type WorkerNames = operations['changeWorker']['requestBody']['content']['application/json'];

const KEY = 'workers';
const PAGES_OF_A_CHOICE = 5;

export function useWorkers(state: WorkerState, cursor: string | undefined) {
  return useQuery({
    queryKey: [KEY, state, cursor ?? ''],
    queryFn: () => take(api.GET('/api/workers', { params: { query: { state, ...(cursor ? { cursor } : {}) } } })),
  });
}

/** Everyone who works for an organisation now, to choose from: as many as a person may look through. */
export function useWorkersToChoose(organisationId: string) {
  return useQuery({
    queryKey: [KEY, 'to-choose', organisationId],
    queryFn: async () => {
      const found: Worker[] = [];
      let cursor: string | null = '';
      for (let page = 0; page < PAGES_OF_A_CHOICE && cursor !== null; page += 1) {
        const query = { state: 'active' as const, organisationId, limit: 100, ...(cursor ? { cursor } : {}) };
        const more: Page = await take(api.GET('/api/workers', { params: { query } }));
        found.push(...more.items);
        cursor = more.nextCursor;
      }
      return found;
    },
  });
}

export function useWorker(id: string) {
  return useQuery({
    queryKey: [KEY, id],
    queryFn: () => take(api.GET('/api/workers/{id}', { params: { path: { id } } })),
  });
}

export function useWorkerSteps() {
  const queries = useQueryClient();
  // names are also on visits
  const after = async <Answer>(answer: Promise<Answer>): Promise<Answer> => {
    const given = await answer;
    await queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' });
    return given;
  };
  return {
    add: (body: WorkerNames) => after(take(api.POST('/api/workers', { body }))),
    change: (id: string, body: WorkerNames) =>
      after(take(api.PUT('/api/workers/{id}', { params: { path: { id } }, body }))),
    end: (id: string, lastDate: string) =>
      after(take(api.POST('/api/workers/{id}/end', { params: { path: { id } }, body: { lastDate } }))),
    comeBack: (id: string) => after(take(api.POST('/api/workers/{id}/come-back', { params: { path: { id } } }))),
  };
}
