// The days on which something happens, from its weekly or monthly rule and its breaks.
// Source: the domain notes, section 8 (community catalogue with events); rules as in HSDS-UK 3.0 (freq, interval, byday).

import { Temporal } from 'temporal-polyfill';

export type EventBreak = {
  readonly from: Temporal.PlainDate;
  readonly to: Temporal.PlainDate;
  /** Whether it comes back each year on the same days: "not in August". */
  readonly everyYear: boolean;
  /** Said on the page; '' where none is known. */
  readonly reason: string;
};

export type EventRule = {
  readonly frequency: 'once' | 'weekly' | 'monthly';
  /** 1 is Monday. */
  readonly weekday: number;
  /** For monthly rules: the first to fourth such weekday of the month, or 5 for the last. */
  readonly weekOfMonth: number | null;
  /** 2 is every second week or month, counted from the first date. */
  readonly interval: number;
  readonly firstDate: Temporal.PlainDate;
  /** The last day on which it may happen; null while no end is known. */
  readonly lastDate: Temporal.PlainDate | null;
  readonly breaks: readonly EventBreak[];
  /** Where it is on only in school terms: the terms that are known. Null: it is on whatever schools do. */
  readonly terms: readonly { readonly from: Temporal.PlainDate; readonly to: Temporal.PlainDate }[] | null;
};

const { compare } = Temporal.PlainDate;
const later = (a: Temporal.PlainDate, b: Temporal.PlainDate) => (compare(a, b) >= 0 ? a : b);
const earlier = (a: Temporal.PlainDate, b: Temporal.PlainDate) => (compare(a, b) <= 0 ? a : b);

/** The nth weekday of a month; 5 is the last, whether it is the fourth or the fifth. */
function weekdayOfMonth(month: Temporal.PlainYearMonth, weekday: number, week: number): Temporal.PlainDate {
  const first = month.toPlainDate({ day: 1 });
  const day = 1 + ((weekday - first.dayOfWeek + 7) % 7) + (week - 1) * 7;
  return first.with({ day: day > month.daysInMonth ? day - 7 : day });
}

/** A break as it falls in the year that is `years` after its own. */
function inLaterYear(one: EventBreak, years: number): { from: Temporal.PlainDate; to: Temporal.PlainDate } {
  return { from: one.from.add({ years }), to: one.to.add({ years }) };
}

const inside = (day: Temporal.PlainDate, span: { from: Temporal.PlainDate; to: Temporal.PlainDate }) =>
  compare(day, span.from) >= 0 && compare(day, span.to) <= 0;

/** Whether a day lies in a break. One that comes back each year may run over New Year, so last year's is looked at too. */
export function isInBreak(one: EventBreak, day: Temporal.PlainDate): boolean {
  if (!one.everyYear) return inside(day, one);
  const years = day.year - one.from.year;
  return [years - 1, years].some((after) => after >= 0 && inside(day, inLaterYear(one, after)));
}

/** The breaks that touch the days from `from` to `to`, as they fall then, soonest first. */
export function breaksBetween(
  breaks: readonly EventBreak[],
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
): readonly { readonly from: Temporal.PlainDate; readonly to: Temporal.PlainDate; readonly reason: string }[] {
  return breaks
    .flatMap((one) => {
      const first = from.year - one.from.year - 1;
      const years = one.everyYear ? Array.from({ length: to.year - from.year + 2 }, (_, index) => first + index) : [0];
      return years.filter((after) => after >= 0).map((after) => ({ ...inLaterYear(one, after), reason: one.reason }));
    })
    .filter((span) => compare(span.from, to) <= 0 && compare(span.to, from) >= 0)
    .sort((a, b) => compare(a.from, b.from));
}

/** The days from `from` to `to` (both included) on which it happens, in order; at most `most` of them. */
export function occurrences(
  rule: EventRule,
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
  most = 400,
): readonly Temporal.PlainDate[] {
  const start = later(from, rule.firstDate);
  const end = rule.lastDate === null ? to : earlier(to, rule.lastDate);
  const days: Temporal.PlainDate[] = [];
  const take = (day: Temporal.PlainDate) => {
    const isOpen = rule.terms === null || rule.terms.some((term) => inside(day, term));
    if (isOpen && inside(day, { from: start, to: end }) && !rule.breaks.some((one) => isInBreak(one, day)))
      days.push(day);
  };
  if (compare(start, end) > 0) return days;
  if (rule.frequency === 'once') take(rule.firstDate);
  if (rule.frequency === 'weekly') {
    let day = start.add({ days: (rule.weekday - start.dayOfWeek + 7) % 7 });
    for (; compare(day, end) <= 0 && days.length < most; day = day.add({ days: 7 })) {
      if (Math.floor(rule.firstDate.until(day).days / 7) % rule.interval === 0) take(day);
    }
  }
  if (rule.frequency === 'monthly') {
    const first = rule.firstDate.toPlainYearMonth();
    const last = end.toPlainYearMonth();
    let month = start.toPlainYearMonth();
    for (; Temporal.PlainYearMonth.compare(month, last) <= 0 && days.length < most; month = month.add({ months: 1 })) {
      const since = (month.year - first.year) * 12 + month.month - first.month;
      if (since % rule.interval !== 0) continue;
      take(weekdayOfMonth(month, rule.weekday, rule.weekOfMonth ?? Math.ceil(rule.firstDate.day / 7)));
    }
  }
  return days;
}
