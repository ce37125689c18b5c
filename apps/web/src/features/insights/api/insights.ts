// The figures that a council learns from, one question each.
import { useQuery } from '@tanstack/react-query';
import { api, callRaw, take } from '../../../api/client.ts';

export type MonthSpan = { readonly from?: string | undefined; readonly to?: string | undefined };

function given({ from, to }: MonthSpan): { from?: string; to?: string } {
  return { ...(from ? { from } : {}), ...(to ? { to } : {}) };
}

export function useInsightSummary() {
  return useQuery({ queryKey: ['insights', 'summary'], queryFn: () => take(api.GET('/api/insights/summary')) });
}

export function useSpend(span: MonthSpan) {
  return useQuery({
    queryKey: ['insights', 'spend', span],
    queryFn: () => take(api.GET('/api/insights/spend', { params: { query: given(span) } })),
  });
}

export function useDaysToPay(span: MonthSpan) {
  return useQuery({
    queryKey: ['insights', 'days-to-pay', span],
    queryFn: () => take(api.GET('/api/insights/days-to-pay', { params: { query: given(span) } })),
  });
}

export function useSearchesThatFoundNothing() {
  return useQuery({ queryKey: ['insights', 'searches'], queryFn: () => take(api.GET('/api/insights/searches')) });
}

export function useDeclinedOrders() {
  return useQuery({
    queryKey: ['insights', 'declined-orders'],
    queryFn: () => take(api.GET('/api/insights/declined-orders')),
  });
}

/** Saves one set of figures as a file. Throws a Problem. */
export async function saveCsv(name: string, span: MonthSpan = {}): Promise<void> {
  const query = new URLSearchParams(given(span)).toString();
  const answer = await callRaw(`/api/insights/${name}.csv${query ? `?${query}` : ''}`);
  const link = document.createElement('a');
  link.href = URL.createObjectURL(await answer.blob());
  link.download = `${name}.csv`;
  link.click();
  URL.revokeObjectURL(link.href);
}
