// What a calendar is told of an event: the days between two dates as one rule of iCalendar with the days that it leaves out.
// Source: RFC 5545, 3.3.10 and 3.8.5. A rule always ends, so that a copy which is never read again says nothing that is not known yet.

import type { Temporal } from 'temporal-polyfill';
import { type EventRule, occurrences } from './occurrences.ts';

const DAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
/** How a monthly rule of ours says the last such weekday. */
const LAST = 5;

export type CalendarSeries = {
  /** The first and the last day on which it happens; always days of the rule. */
  readonly first: Temporal.PlainDate;
  readonly last: Temporal.PlainDate;
  /** "FREQ=WEEKLY;INTERVAL=1;BYDAY=TH", without its end; null for a single day. */
  readonly rule: string | null;
  /** Days of the rule between first and last on which it does not happen. */
  readonly except: readonly Temporal.PlainDate[];
  readonly days: readonly Temporal.PlainDate[];
};

function ruleOf({ frequency, interval, weekday, weekOfMonth, firstDate }: EventRule): string {
  const day = DAYS[weekday - 1] ?? 'MO';
  const week = weekOfMonth ?? Math.ceil(firstDate.day / 7);
  const byDay = frequency === 'monthly' ? `${week === LAST ? -1 : week}${day}` : day;
  return `FREQ=${frequency === 'monthly' ? 'MONTHLY' : 'WEEKLY'};INTERVAL=${interval};BYDAY=${byDay}`;
}

/** Null where it does not happen at all between the two days, both included. */
export function calendarSeries(
  rule: EventRule,
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
): CalendarSeries | null {
  const days = occurrences(rule, from, to);
  const [first] = days;
  const last = days.at(-1);
  if (first === undefined || last === undefined) return null;
  const isOn = new Set(days.map((day) => day.toString()));
  const whole = occurrences({ ...rule, breaks: [], terms: null }, first, last);
  return {
    first,
    last,
    rule: days.length === 1 ? null : ruleOf(rule),
    except: days.length === 1 ? [] : whole.filter((day) => !isOn.has(day.toString())),
    days,
  };
}
