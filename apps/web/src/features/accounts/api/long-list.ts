// A list that grows on asking and whose rows an administrator can end: two of them stand on one page, so neither can use its address.
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';

const PAGE = 50;

type Page<Row> = { readonly items: readonly Row[]; readonly nextCursor: string | null };

export type LongList<Row> = {
  /** What has been read so far; undefined until the first answer. */
  readonly rows: readonly Row[] | undefined;
  readonly hasMore: boolean;
  readonly readingMore: boolean;
  readonly readMore: () => void;
  /** Ends one row for good and reads the list again. Fails with the server's problem. */
  readonly end: (id: string) => Promise<void>;
};

export function useLongList<Row>({
  key,
  page,
  end,
}: {
  readonly key: string;
  readonly page: (query: { limit: number; cursor?: string }) => Promise<Page<Row>>;
  readonly end: (id: string) => Promise<unknown>;
}): LongList<Row> {
  const queries = useQueryClient();
  const list = useInfiniteQuery({
    queryKey: [key],
    queryFn: ({ pageParam }) => page({ limit: PAGE, ...(pageParam && { cursor: pageParam }) }),
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor,
    throwOnError: true,
  });
  return {
    rows: list.data?.pages.flatMap(({ items }) => items),
    hasMore: list.hasNextPage,
    readingMore: list.isFetchingNextPage,
    readMore: () => void list.fetchNextPage(),
    end: async (id) => {
      await end(id);
      await queries.invalidateQueries({ queryKey: [key] });
    },
  };
}
