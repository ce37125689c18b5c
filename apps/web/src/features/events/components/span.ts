// What the page of what is on shows, from the words in its address.
import { LONGEST_SEARCH } from '@support-market/domain/listings/search-length';
import { Temporal } from 'temporal-polyfill';
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

/** How many months ahead a month can be opened. */
const MONTHS_AHEAD = 12;

export interface AskedMonth {
  /** Its first day. */
  readonly first: string;
  readonly last: string;
  /** The months beside it that can be opened; null where there is none. */
  readonly before: string | null;
  readonly after: string | null;
  /** The day of it that is looked at; null: all of them. */
  readonly day: string | null;
}

function dayIn(text: string | null): Temporal.PlainDate | null {
  try {
    return text === null ? null : Temporal.PlainDate.from(text, { overflow: 'reject' });
  } catch {
    return null;
  }
}

/** The month of an address, "2026-12": this one or one of the next twelve; null where none such is asked for. */
function readMonth(query: URLSearchParams, today: string): AskedMonth | null {
  const month = /^\d{4}-\d{2}$/.test(query.get('month') ?? '') ? dayIn(`${query.get('month')}-01`) : null;
  if (month === null) return null;
  const now = Temporal.PlainDate.from(today).with({ day: 1 });
  const ahead = now.until(month, { largestUnit: 'months' }).months;
  if (Temporal.PlainDate.compare(month, now) < 0 || ahead > MONTHS_AHEAD) return null;
  const day = dayIn(query.get('day'));
  const isOfMonth = day?.with({ day: 1 }).equals(month) === true && day.toString() >= today;
  const name = (months: number) => month.add({ months }).toString().slice(0, 7);
  return {
    first: month.toString(),
    last: month.with({ day: month.daysInMonth }).toString(),
    before: ahead === 0 ? null : name(-1),
    after: ahead === MONTHS_AHEAD ? null : name(1),
    day: isOfMonth ? day.toString() : null,
  };
}

/** The span or the month that is asked for, this week unless said, and which events; near where may be more than can be asked. */
export function readSpan(query: URLSearchParams, today: string) {
  const span = SPAN_NAMES.find((one) => one === query.get('when')) ?? 'week';
  const month = readMonth(query, today);
  const [first, last] = SPANS[span];
  const choices: EventChoices = {
    near: readableText(query.get('near')),
    miles: MILES.find((one) => one === query.get('miles')) ?? FURTHEST,
    category: readableText(query.get('category')),
    organisation: readableText(query.get('organisation')),
  };
  const { miles, ...asked } = choicesInAddress(choices);
  const which = { ...asked, ...(miles && { miles: Number(miles) }) };
  const question: EventsQuestion = month
    ? { from: month.first > today ? month.first : today, to: month.last, counts: true, ...which }
    : { from: addDays(today, first), to: addDays(today, last), ...which };
  /** One day of the month, where somebody looks at one. */
  const dayQuestion: EventsQuestion | null = month?.day ? { from: month.day, to: month.day, ...which } : null;
  return { span, month, choices, question, dayQuestion, isTooLong: choices.near.length > LONGEST_SEARCH.near };
}
