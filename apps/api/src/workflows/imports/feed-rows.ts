// The services of an Open Referral file as rows of an import: the first service is row 1.

import type { Layout } from '../../features/imports/layouts.ts';
import { ProblemError } from '../../platform/problem-error.ts';
import { readFeedFile, UnreadableFeedError } from '../../ports/open-referral/read-feed-file.ts';
import type { RowSource } from './import-plan.ts';

const MOST_SERVICES = 1_000_000;
/** The beginning of the name of every list that is a feed. */
export const FEED_LAYOUT = 'open-referral';

/** `list` tells one feed from another: what it said before, it may change and take away. */
export function openFeedRows(file: string, list: string | undefined): RowSource<unknown> {
  const name =
    list === undefined || list === FEED_LAYOUT
      ? FEED_LAYOUT
      : list.startsWith(`${FEED_LAYOUT} `)
        ? list
        : `${FEED_LAYOUT} ${list}`;
  const layout: Layout = { name, columns: [], fits: 'published' };
  return {
    layout,
    rows: async function* () {
      let row = 0;
      try {
        for await (const item of readFeedFile(file)) {
          row += 1;
          if (row > MOST_SERVICES) {
            yield { kind: 'fault', row, code: 'file.too_many_rows' };
            return;
          }
          if (item.ok) yield { kind: 'row', row, given: item.value };
          else yield { kind: 'fault', row, code: 'row.not_text', at: item.at };
        }
      } catch (error) {
        if (error instanceof UnreadableFeedError) throw new ProblemError('feed.not_readable');
        throw error;
      }
      if (row === 0) throw new ProblemError('feed.no_services');
    },
    headingOf: (column) => column,
  };
}
