// What a holder has to pay from the funds it keeps, and saying that it is paid.
import type { operations } from '@support-market/api-client/schema';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { api, newIdempotencyKey, take } from '../../../api/client.ts';

export type InvoiceToPay = operations['listInvoices']['responses'][200]['content']['application/json']['items'][number];

export function useInvoicesToPay() {
  return useQuery({
    queryKey: ['invoices', 'to-pay'],
    queryFn: () => take(api.GET('/api/invoices', { params: { query: { toPay: true, limit: 50 } } })),
  });
}

export function usePayIns() {
  return useQuery({
    queryKey: ['pay-ins'],
    queryFn: () => take(api.GET('/api/pay-ins', { params: { query: { limit: 25 } } })),
  });
}

/** A second press, or a lost answer, is the same payment. */
export function useSettleInvoice() {
  const queries = useQueryClient();
  const keys = useRef(new Map<string, string>());
  return useMutation({
    mutationFn: (invoice: InvoiceToPay) => {
      const key = keys.current.get(invoice.id) ?? newIdempotencyKey();
      keys.current.set(invoice.id, key);
      return take(
        api.POST('/api/invoices/{id}/settle', {
          params: { path: { id: invoice.id }, header: { 'idempotency-key': key } },
          body: {},
        }),
      );
    },
    onSettled: () => queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' }),
  });
}
