// What was placed together, to read and print at any later time.
import { useQuery } from '@tanstack/react-query';
import { api, take } from '../../../api/client.ts';

export function useReceipt(basketId: string) {
  return useQuery({
    queryKey: ['receipts', basketId],
    queryFn: () => take(api.GET('/api/receipts/{id}', { params: { path: { id: basketId } } })),
  });
}
