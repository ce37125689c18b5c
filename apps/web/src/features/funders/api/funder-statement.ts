// A funder's statement for a period, a page of its providers at a time, and the whole of it as a file.
import type { operations } from '@support-market/api-client/schema';
import { useQuery } from '@tanstack/react-query';
import { api, callRaw, take } from '../../../api/client.ts';

export type FunderStatement = operations['viewFunderStatement']['responses'][200]['content']['application/json'];

/** A page is short enough to be read on a narrow screen. */
const PAGE = 10;

export function useFunderStatement(
  id: string,
  span: { readonly from: string | undefined; readonly to: string | undefined },
  cursor: string | undefined,
) {
  return useQuery({
    queryKey: ['funders', id, 'statement', span.from, span.to, cursor],
    queryFn: () =>
      take(
        api.GET('/api/funders/{id}/statement', {
          params: {
            path: { id },
            query: {
              limit: PAGE,
              ...(span.from ? { fromDate: span.from } : {}),
              ...(span.to ? { toDate: span.to } : {}),
              ...(cursor ? { cursor } : {}),
            },
          },
        }),
      ),
  });
}

export async function saveFunderStatement({ id, fromDate, toDate }: FunderStatement): Promise<void> {
  const query = new URLSearchParams({ fromDate, toDate }).toString();
  const answer = await callRaw(`/api/funders/${id}/statement.csv?${query}`);
  const link = document.createElement('a');
  link.href = URL.createObjectURL(await answer.blob());
  // Named by the server, in words of the reader's language.
  link.download = /filename="([^"]+)"/.exec(answer.headers.get('content-disposition') ?? '')?.[1] ?? '';
  link.click();
  URL.revokeObjectURL(link.href);
}
