// Payment runs: what could be paid, what was, and the steps between.
import type { operations } from '@support-market/api-client/schema';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, callRaw, newIdempotencyKey, take } from '../../../api/client.ts';

export type Proposal = operations['viewPaymentProposal']['responses'][200]['content']['application/json'];
export type RunsPage = operations['listPaymentRuns']['responses'][200]['content']['application/json'];
export type Run = operations['viewPaymentRun']['responses'][200]['content']['application/json'];
export type PaymentsPage = operations['listRunPayments']['responses'][200]['content']['application/json'];
export type Payment = PaymentsPage['items'][number];
export type Results = operations['recordPaymentResults']['responses'][200]['content']['application/json'];
export type Said = { readonly endToEndId: string; readonly status: 'paid' | 'returned'; readonly reason?: string };

const KEY = 'payment-runs';

export function useProposal(enabled: boolean) {
  return useQuery({
    queryKey: [KEY, 'proposal'],
    queryFn: () => take(api.GET('/api/payment-runs/proposal')),
    enabled,
  });
}

export function useRuns(cursor: string | undefined) {
  return useQuery({
    queryKey: [KEY, 'list', cursor],
    queryFn: () => take(api.GET('/api/payment-runs', { params: { query: cursor ? { cursor } : {} } })),
  });
}

export function useRun(id: string) {
  return useQuery({
    queryKey: [KEY, id],
    queryFn: () => take(api.GET('/api/payment-runs/{id}', { params: { path: { id } } })),
  });
}

/** A page of a run's payments. */
export function useRunPayments(id: string, cursor: string | undefined) {
  return useQuery({
    queryKey: [KEY, id, 'payments', cursor],
    queryFn: () =>
      take(api.GET('/api/payment-runs/{id}/payments', { params: { path: { id }, query: cursor ? { cursor } : {} } })),
  });
}

/** Every step with a run; other pages that show its invoices ask again. */
export function useRunSteps() {
  const queries = useQueryClient();
  const again = () => queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' });
  const then = async <Answer>(asked: Promise<Answer>): Promise<Answer> => {
    const answer = await asked;
    await again();
    return answer;
  };
  const at = (id: string) => ({ params: { path: { id } } });
  return {
    propose: (key: string) =>
      then(take(api.POST('/api/payment-runs', { params: { header: { 'idempotency-key': key } }, body: {} }))),
    newKey: newIdempotencyKey,
    authorise: (id: string) => then(take(api.POST('/api/payment-runs/{id}/authorise', at(id)))),
    emit: (id: string) => then(take(api.POST('/api/payment-runs/{id}/emit', at(id)))),
    cancel: (id: string) => then(take(api.POST('/api/payment-runs/{id}/cancel', at(id)))),
    sandbox: (id: string) => then(take(api.POST('/api/payment-runs/{id}/sandbox-results', at(id)))),
    say: (id: string, results: readonly Said[]) =>
      then(take(api.POST('/api/payment-runs/{id}/results', { ...at(id), body: { results: [...results] } }))),
    upload: async (id: string, file: File): Promise<Results> => {
      const body = new FormData();
      body.append('file', file);
      const answer = await callRaw(`/api/payment-runs/${id}/results`, { method: 'POST', body });
      await again();
      return (await answer.json()) as Results;
    },
  };
}
