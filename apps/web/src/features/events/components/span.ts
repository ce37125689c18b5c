// The days that the page of what is on shows, from the words in its address.
import { LONGEST_SEARCH } from '@support-market/domain/listings/search-length';
import { addDays } from '../../../format/dates.ts';
import { readableText } from '../../../format/readable.ts';

const SPANS = { week: [0, 6], nextWeek: [7, 13], month: [0, 27] } as const;
export type Span = keyof typeof SPANS;
export const SPAN_NAMES = Object.keys(SPANS) as readonly Span[];

/** The span that is asked for, this week unless said, its first and last day, and near where, which may be more than can be asked. */
export function readSpan(query: URLSearchParams, today: string) {
  const span = SPAN_NAMES.find((one) => one === query.get('when')) ?? 'week';
  const [first, last] = SPANS[span];
  const near = readableText(query.get('near'));
  return {
    span,
    from: addDays(today, first),
    to: addDays(today, last),
    near,
    isTooLong: near.length > LONGEST_SEARCH.near,
  };
}
