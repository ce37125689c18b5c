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
export type BankEntry = operations['listBankEntries']['responses'][200]['content']['application/json']['items'][number];
export type Said = { readonly endToEndId: string; readonly status: 'paid' | 'returned'; readonly reason?: string };

const KEY = 'payment-runs';

/** A page is short enough to be read on a narrow screen. */
const PAGE = 8;

/** A page of what a funder could pay now, and a page of what could not. */
export function useProposal(funderId: string, cursor: string | undefined, leftOutCursor: string | undefined) {
  return useQuery({
    queryKey: [KEY, 'proposal', funderId, cursor, leftOutCursor],
    queryFn: () =>
      take(
        api.GET('/api/payment-runs/proposal', {
          params: {
            query: {
              funderId,
              limit: PAGE,
              ...(cursor ? { cursor } : {}),
              ...(leftOutCursor ? { leftOutCursor } : {}),
            },
          },
        }),
      ),
  });
}

export function useRuns(cursor: string | undefined) {
  return useQuery({
    queryKey: [KEY, 'list', cursor],
    queryFn: () =>
      take(api.GET('/api/payment-runs', { params: { query: { limit: PAGE, ...(cursor ? { cursor } : {}) } } })),
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
      take(
        api.GET('/api/payment-runs/{id}/payments', {
          params: { path: { id }, query: { limit: PAGE, ...(cursor ? { cursor } : {}) } },
        }),
      ),
  });
}

export function useBankEntries(id: string) {
  return useQuery({
    queryKey: [KEY, id, 'entries'],
    queryFn: () => take(api.GET('/api/payment-runs/{id}/bank-entries', { params: { path: { id } } })),
  });
}

/** One payment of a run, looked for page by page. */
export function usePaymentOf(runId: string, paymentId: string) {
  return useQuery({
    queryKey: [KEY, runId, 'payment', paymentId],
    queryFn: async () => {
      let cursor: string | null = null;
      do {
        const page: PaymentsPage = await take(
          api.GET('/api/payment-runs/{id}/payments', {
            params: { path: { id: runId }, query: { limit: 100, ...(cursor ? { cursor } : {}) } },
          }),
        );
        const found = page.items.find(({ id }) => id === paymentId);
        if (found) return found;
        cursor = page.nextCursor;
      } while (cursor !== null);
      throw new Error('no such payment in this run');
    },
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
    propose: (key: string, funderId: string) =>
      then(take(api.POST('/api/payment-runs', { params: { header: { 'idempotency-key': key } }, body: { funderId } }))),
    newKey: newIdempotencyKey,
    authorise: (id: string) => then(take(api.POST('/api/payment-runs/{id}/authorise', at(id)))),
    emit: (id: string) => then(take(api.POST('/api/payment-runs/{id}/emit', at(id)))),
    cancel: (id: string) => then(take(api.POST('/api/payment-runs/{id}/cancel', at(id)))),
    sandbox: (id: string) => then(take(api.POST('/api/payment-runs/{id}/sandbox-results', at(id)))),
    say: (id: string, results: readonly Said[], entryDate: string) =>
      then(take(api.POST('/api/payment-runs/{id}/results', { ...at(id), body: { entryDate, results: [...results] } }))),
    upload: async (id: string, file: File): Promise<Results> => {
      const body = new FormData();
      body.append('file', file);
      const answer = await callRaw(`/api/payment-runs/${id}/results`, { method: 'POST', body });
      await again();
      return (await answer.json()) as Results;
    },
  };
}
