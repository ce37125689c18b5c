// The lines of money that could pay, for a signed-in buyer.
import type { operations } from '@support-market/api-client/schema';
import { useQuery } from '@tanstack/react-query';
import { api, take } from '../../../api/client.ts';
import { useSession } from '../../../shell/session.tsx';

export type PayingLine =
  operations['listPayingLines']['responses'][200]['content']['application/json']['items'][number];

/** Empty for a stranger and for roles that do not buy. */
export function usePayingLines(): readonly PayingLine[] {
  const { may } = useSession();
  const { data } = useQuery({
    queryKey: ['paying-lines'],
    queryFn: () => take(api.GET('/api/paying-lines')),
    enabled: may('basket.view'),
    staleTime: 300_000,
  });
  return data?.items ?? [];
}
