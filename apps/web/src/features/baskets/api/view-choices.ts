// Whom an offer may be ordered for, which money could pay, and what it costs from each.
import type { operations } from '@support-market/api-client/schema';
import { useQuery } from '@tanstack/react-query';
import { api, take } from '../../../api/client.ts';

export type Choices = operations['viewBasketChoices']['responses'][200]['content']['application/json'];

export function useChoices(offerId: string | undefined) {
  return useQuery({
    queryKey: ['basket-choices', offerId],
    queryFn: () => take(api.GET('/api/basket/choices', { params: { query: { offerId: offerId ?? '' } } })),
    enabled: offerId !== undefined,
  });
}
