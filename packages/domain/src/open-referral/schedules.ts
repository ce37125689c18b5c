// When an event happens, in the words of Open Referral UK: WEEKLY or MONTHLY with the days of iCalendar (RFC 5545), and one that
// happens once as a period of one day.

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
