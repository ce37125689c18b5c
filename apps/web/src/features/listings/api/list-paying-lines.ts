// The lines of money that could pay, for a signed-in buyer.
import type { operations } from '@support-market/api-client/schema';
import { useQuery } from '@tanstack/react-query';
import { api, take } from '../../../api/client.ts';
import { useSession } from '../../../shell/session.tsx';

export type PayingLine =
  operations['listPayingLines']['responses'][200]['content']['application/json']['items'][number];

/** Of one person, or of everybody whom the reader may buy for. Empty for a stranger and for roles that do not buy. */
export function usePayingLines(personId?: string): readonly PayingLine[] {
  const { may } = useSession();
  const { data } = useQuery({
    queryKey: ['paying-lines', personId ?? ''],
    queryFn: () => take(api.GET('/api/paying-lines', { params: { query: personId ? { personId } : {} } })),
    enabled: may('basket.view'),
    staleTime: 300_000,
  });
  return data?.items ?? [];
}
