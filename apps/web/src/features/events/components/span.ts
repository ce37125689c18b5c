// What the page of what is on shows, from the words in its address.
import { LONGEST_SEARCH } from '@support-market/domain/listings/search-length';
import { addDays } from '../../../format/dates.ts';
import { readableText } from '../../../format/readable.ts';
import type { EventsQuestion } from '../api/list-events.ts';

const SPANS = { week: [0, 6], nextWeek: [7, 13], month: [0, 27] } as const;
export type Span = keyof typeof SPANS;
export const SPAN_NAMES = Object.keys(SPANS) as readonly Span[];

/** How far away it may be, in miles; the furthest where it is not said. */
export const MILES = ['1', '3', '5', '10', '25'] as const;
export type Miles = (typeof MILES)[number];
const FURTHEST = '25';

export interface EventChoices {
  readonly near: string;
  readonly miles: Miles;
  readonly category: string;
  readonly organisation: string;
}

/** As an address has them: what is as it comes is left out. */
export function choicesInAddress({ near, miles, category, organisation }: EventChoices): Record<string, string> {
  return {
    ...(near && { near }),
    ...(near && miles !== FURTHEST && { miles }),
    ...(category && { category }),
    ...(organisation && { organisation }),
  };
}

/** The span that is asked for, this week unless said, and which events; near where may be more than can be asked. */
export function readSpan(query: URLSearchParams, today: string) {
  const span = SPAN_NAMES.find((one) => one === query.get('when')) ?? 'week';
  const [first, last] = SPANS[span];
  const choices: EventChoices = {
    near: readableText(query.get('near')),
    miles: MILES.find((one) => one === query.get('miles')) ?? FURTHEST,
    category: readableText(query.get('category')),
    organisation: readableText(query.get('organisation')),
  };
  const { miles, ...asked } = choicesInAddress(choices);
  const question: EventsQuestion = {
    ...{ from: addDays(today, first), to: addDays(today, last), ...asked },
    ...(miles && { miles: Number(miles) }),
  };
  return { span, choices, question, isTooLong: choices.near.length > LONGEST_SEARCH.near };
}
