// The days on which something happens, from its weekly or monthly rule and the days it is left out.
// Source: domain.md section 8 (community catalogue with events); monthly rules as in HSDS-UK 3.0 (freq, bymonth week).

import { Temporal } from 'temporal-polyfill';

export type EventRule = {
  readonly frequency: 'once' | 'weekly' | 'monthly';
  /** 1 is Monday. For weekly and monthly rules. */
  readonly weekday: number | null;
  /** For monthly rules: the first to fourth such weekday of the month, or 5 for the last. */
  readonly weekOfMonth: number | null;
  readonly firstDate: Temporal.PlainDate;
  /** The last day on which it may happen; null while no end is known. */
  readonly lastDate: Temporal.PlainDate | null;
  /** Days on which it does not happen: a break, a holiday. */
  readonly notOn: readonly Temporal.PlainDate[];
};

const later = (a: Temporal.PlainDate, b: Temporal.PlainDate) => (Temporal.PlainDate.compare(a, b) >= 0 ? a : b);
const earlier = (a: Temporal.PlainDate, b: Temporal.PlainDate) => (Temporal.PlainDate.compare(a, b) <= 0 ? a : b);

/** The nth weekday of a month; 5 is the last, whether it is the fourth or the fifth. */
function weekdayOfMonth(month: Temporal.PlainYearMonth, weekday: number, week: number): Temporal.PlainDate {
  const first = month.toPlainDate({ day: 1 });
  const day = 1 + ((weekday - first.dayOfWeek + 7) % 7) + (week - 1) * 7;
  return first.with({ day: day > month.daysInMonth ? day - 7 : day });
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
  const left = new Set(rule.notOn.map((day) => day.toString()));
  const days: Temporal.PlainDate[] = [];
  const take = (day: Temporal.PlainDate) => {
    const inside = Temporal.PlainDate.compare(day, start) >= 0 && Temporal.PlainDate.compare(day, end) <= 0;
    if (inside && !left.has(day.toString()) && days.length < most) days.push(day);
  };
  if (Temporal.PlainDate.compare(start, end) > 0) return days;
  const weekday = rule.weekday ?? rule.firstDate.dayOfWeek;
  if (rule.frequency === 'once') take(rule.firstDate);
  if (rule.frequency === 'weekly') {
    let day = start.add({ days: (weekday - start.dayOfWeek + 7) % 7 });
    for (; Temporal.PlainDate.compare(day, end) <= 0 && days.length < most; day = day.add({ days: 7 })) take(day);
  }
  if (rule.frequency === 'monthly') {
    const lastMonth = end.toPlainYearMonth();
    let month = start.toPlainYearMonth();
    for (
      ;
      Temporal.PlainYearMonth.compare(month, lastMonth) <= 0 && days.length < most;
      month = month.add({ months: 1 })
    ) {
      take(weekdayOfMonth(month, weekday, rule.weekOfMonth ?? Math.ceil(rule.firstDate.day / 7)));
    }
  }
  return days;
}
