// Invoices as the server lists and shows them, paying one, and the remittances that say what was paid.
import type { operations } from '@support-market/api-client/schema';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, newIdempotencyKey, take } from '../../../api/client.ts';

export type InvoicesPage = operations['listInvoices']['responses'][200]['content']['application/json'];
export type InvoiceSummary = InvoicesPage['items'][number];
export type InvoiceState = InvoiceSummary['state'];
export type Invoice = operations['viewInvoice']['responses'][200]['content']['application/json'];
export type RemittancesPage = operations['listRemittances']['responses'][200]['content']['application/json'];
export type Remittance = RemittancesPage['items'][number];

/** A page is short enough to be read on a narrow screen. */
const PAGE = 10;

export type InvoiceQuestion = {
  readonly state?: InvoiceState | undefined;
  readonly toPay?: boolean | undefined;
  readonly organisationId?: string | undefined;
  readonly cursor?: string | undefined;
};

export function useInvoices(question: InvoiceQuestion) {
  const query = Object.fromEntries(Object.entries(question).filter(([, value]) => value !== undefined));
  return useQuery({
    queryKey: ['invoices', question],
    queryFn: () => take(api.GET('/api/invoices', { params: { query: { limit: PAGE, ...query } } })),
  });
}

export function useInvoice(id: string) {
  return useQuery({
    queryKey: ['invoices', id],
    queryFn: () => take(api.GET('/api/invoices/{id}', { params: { path: { id } } })),
  });
}

export function useRemittances(cursor?: string) {
  return useQuery({
    queryKey: ['remittances', cursor],
    queryFn: () => take(api.GET('/api/remittances', { params: { query: cursor ? { cursor } : {} } })),
  });
}

/** Pays an invoice of one's own; keep the key with the page, so that a second tap is the same payment. */
export function useSettleInvoice(id: string) {
  const queries = useQueryClient();
  return async (key: string) => {
    const done = await take(
      api.POST('/api/invoices/{id}/settle', {
        params: { path: { id }, header: { 'idempotency-key': key } },
        body: {},
      }),
    );
    await queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' });
    return done;
  };
}

/** Takes an invoice back, or part of it; keep the key with the page, so that a second tap is the same credit note. */
export function useCreditInvoice(id: string) {
  const queries = useQueryClient();
  return async (
    key: string,
    body: {
      readonly reason: string;
      readonly billAgain: boolean;
      readonly lines: readonly { readonly id: string; readonly rightPence: number }[];
    },
  ) => {
    const made = await take(
      api.POST('/api/invoices/{id}/credit-notes', {
        params: { path: { id }, header: { 'idempotency-key': key } },
        body: { ...body, lines: [...body.lines] },
      }),
    );
    await queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' });
    return made;
  };
}

export const newPaymentKey = newIdempotencyKey;

export function useBill() {
  const queries = useQueryClient();
  return async () => {
    const done = await take(api.POST('/api/invoices/bill', { body: {} }));
    await queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' });
    return done;
  };
}

/** Where the browser fetches an invoice's papers from. */
export const invoicePaper = (id: string, format: 'pdf' | 'xml'): string => `/api/invoices/${id}/document.${format}`;
export const remittancePaper = (id: string): string => `/api/remittances/${id}.pdf`;
