// When an event happens, in the words of Open Referral UK: WEEKLY or MONTHLY with the days of iCalendar (RFC 5545), and one that
// happens once as a period of one day.

import { Temporal } from 'temporal-polyfill';

const DAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;

/** How a monthly rule of ours says the last such weekday. */
const LAST = 5;

export interface EventTimes {
  readonly frequency: 'once' | 'weekly' | 'monthly';
  /** Monday is 1. */
  readonly weekday: number;
  /** The first to fourth such weekday of the month, or 5 for the last; null where it is not monthly. */
  readonly weekOfMonth: number | null;
  readonly interval: number;
  /** YYYY-MM-DD. */
  readonly firstDate: string;
  readonly lastDate: string | null;
}

export interface Recurrence {
  readonly dtstart: string;
  readonly valid_from: string;
  readonly valid_to?: string;
  readonly freq?: 'WEEKLY' | 'MONTHLY';
  readonly interval?: number;
  readonly byday?: string;
}

export function recurrenceOf(event: EventTimes): Recurrence {
  const from = { dtstart: event.firstDate, valid_from: event.firstDate };
  if (event.frequency === 'once') return { ...from, valid_to: event.firstDate };
  const day = DAYS[event.weekday - 1] ?? '';
  return {
    ...from,
    ...(event.lastDate !== null && { valid_to: event.lastDate }),
    freq: event.frequency === 'weekly' ? 'WEEKLY' : 'MONTHLY',
    interval: event.interval,
    byday: event.frequency === 'monthly' ? `${event.weekOfMonth === LAST ? -1 : event.weekOfMonth}${day}` : day,
  };
}

/** 1 for Monday to 7, from "MO", "mon" or "Monday"; null for anything else. */
export function weekdayOf(text: string): number | null {
  const at = DAYS.findIndex((day) => text.trim().toUpperCase().startsWith(day));
  return at < 0 || !/^[a-z]{2,9}$/i.test(text.trim()) ? null : at + 1;
}

/** A rule as feeds send it, with whatever they left out. */
export interface SaidRecurrence {
  readonly dtstart: string | null;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly freq: string;
  readonly interval: number | null;
  readonly byday: string;
}

const MOST_WEEKS_BETWEEN = 52;

/**
 * What a rule says, one for each of its weekdays, each with its own first day; empty where it is none that we can keep
 * (every day, by the date of the month, without a first day), which is then told in words.
 */
export function eventTimesOf(said: SaidRecurrence): readonly EventTimes[] {
  const start = dayOf(said.dtstart ?? said.validFrom);
  if (start === null) return [];
  const end = dayOf(said.validTo);
  const interval = said.interval ?? 1;
  if (interval < 1 || interval > MOST_WEEKS_BETWEEN || (end !== null && Temporal.PlainDate.compare(end, start) < 0))
    return [];
  const frequency = said.freq.toUpperCase();
  if (frequency === '' && end !== null && end.equals(start))
    return [
      {
        frequency: 'once',
        weekday: start.dayOfWeek,
        weekOfMonth: null,
        interval: 1,
        firstDate: start.toString(),
        lastDate: null,
      },
    ];
  const days = said.byday === '' ? [] : said.byday.split(',').map((day) => day.trim().toUpperCase());
  const rules = days.map((day) => /^([+-]?\d)?(MO|TU|WE|TH|FR|SA|SU)$/.exec(day));
  const lastDate = end?.toString() ?? null;
  if (frequency === 'WEEKLY') {
    const weekdays = rules.map((rule) => (rule?.[1] === undefined ? weekdayOf(rule?.[2] ?? '') : null));
    return (days.length === 0 ? [start.dayOfWeek] : weekdays).flatMap((weekday) => {
      if (weekday === null) return [];
      const firstDate = start.add({ days: (weekday - start.dayOfWeek + 7) % 7 }).toString();
      return [{ frequency: 'weekly' as const, weekday, weekOfMonth: null, interval, firstDate, lastDate }];
    });
  }
  if (frequency !== 'MONTHLY') return [];
  return rules.flatMap((rule) => {
    const weekday = weekdayOf(rule?.[2] ?? '');
    const week = Number(rule?.[1] ?? 0);
    const weekOfMonth = week === -1 ? LAST : week;
    if (weekday === null || weekOfMonth < 1 || weekOfMonth > LAST) return [];
    const firstDate = firstSuchDay(start, weekday, weekOfMonth).toString();
    return [{ frequency: 'monthly' as const, weekday, weekOfMonth, interval, firstDate, lastDate }];
  });
}

function dayOf(text: string | null): Temporal.PlainDate | null {
  const [day] = /^\d{4}-\d{2}-\d{2}/.exec(text ?? '') ?? [];
  try {
    return day === undefined ? null : Temporal.PlainDate.from(day, { overflow: 'reject' });
  } catch {
    return null;
  }
}

/** On or after a day: the first, second … or last such weekday of its month, or else of the next that has one. */
function firstSuchDay(from: Temporal.PlainDate, weekday: number, weekOfMonth: number): Temporal.PlainDate {
  for (let month = from.with({ day: 1 }); ; month = month.add({ months: 1 })) {
    const first = month.add({ days: (weekday - month.dayOfWeek + 7) % 7 });
    const last = first.add({ days: 28 }).month === month.month ? first.add({ days: 28 }) : first.add({ days: 21 });
    const day = weekOfMonth === LAST ? last : first.add({ days: 7 * (weekOfMonth - 1) });
    if (Temporal.PlainDate.compare(day, from) >= 0) return day;
  }
}
