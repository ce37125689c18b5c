// Who works with whom: the list, putting somebody on a caseload, and saying when it ends.
import type { operations } from '@support-market/api-client/schema';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, take } from '../../../api/client.ts';

type Caseloads = operations['listCaseloads']['responses'][200]['content']['application/json'];
export type Caseload = Caseloads['items'][number];
export type Practitioner = Caseloads['practitioners'][number];
type NewCaseload = operations['beginCaseload']['requestBody']['content']['application/json'];

/** As many as fit on a few screens of a phone. */
const PAGE = 10;

export function useCaseloads(account: string | undefined, cursor: string | undefined) {
  return useQuery({
    queryKey: ['caseloads', account ?? '', cursor ?? ''],
    queryFn: () =>
      take(
        api.GET('/api/caseloads', {
          params: { query: { limit: PAGE, ...(account && { account }), ...(cursor && { cursor }) } },
        }),
      ),
  });
}

export function useCaseloadSteps() {
  const queries = useQueryClient();
  const again = () => queries.invalidateQueries({ queryKey: ['caseloads'] });
  return {
    begin: async (body: NewCaseload): Promise<void> => {
      await take(api.POST('/api/caseloads', { body }));
      await again();
    },
    end: async (id: string, lastDay: string | null): Promise<void> => {
      await take(api.POST('/api/caseloads/{id}/end', { params: { path: { id } }, body: { lastDay } }));
      await again();
    },
  };
}
