// Dates and times as people say them, always in London time: "Tuesday 3 November, 9:30am to 11am".
import { Temporal } from 'temporal-polyfill';

const ZONE = 'Europe/London';
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

type Dateish = Pick<Temporal.PlainDate, 'day' | 'month' | 'year' | 'dayOfWeek'>;

export function londonTime(instant: string): Temporal.ZonedDateTime {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(ZONE);
}

function shortDate(date: Dateish): string {
  return `${date.day} ${MONTHS[date.month - 1] ?? ''}`;
}

/** "3 November 2026" from "2026-11-03". */
export function sayDate(date: string): string {
  const day = Temporal.PlainDate.from(date);
  return `${shortDate(day)} ${day.year}`;
}

/** "3 November" from "2026-11-03". */
export function sayShortDate(date: string): string {
  return shortDate(Temporal.PlainDate.from(date));
}

/** "Tuesday" from "2026-11-03". */
export function sayWeekday(date: string): string {
  return WEEKDAYS[Temporal.PlainDate.from(date).dayOfWeek - 1] ?? '';
}

/** "Tuesday 3 November" from "2026-11-03"; the year only where it is asked for. */
export function sayDay(date: string, year: 'with year' | 'without year' = 'without year'): string {
  const day = Temporal.PlainDate.from(date);
  return `${WEEKDAYS[day.dayOfWeek - 1] ?? ''} ${shortDate(day)}${year === 'with year' ? ` ${day.year}` : ''}`;
}

/** "9:30am", "11am", "midday", "midnight". */
export function sayClock(time: { readonly hour: number; readonly minute: number }): string {
  if (time.minute === 0 && time.hour === 12) return 'midday';
  if (time.minute === 0 && time.hour === 0) return 'midnight';
  const hour = time.hour % 12 === 0 ? 12 : time.hour % 12;
  const minute = time.minute === 0 ? '' : `:${String(time.minute).padStart(2, '0')}`;
  return `${hour}${minute}${time.hour < 12 ? 'am' : 'pm'}`;
}

/** "9:30am" in London, from an instant. */
export function sayTime(instant: string): string {
  return sayClock(londonTime(instant));
}

/** "9:30am to 11am" in London, from two instants. */
export function sayTimes(start: string, end: string): string {
  return `${sayTime(start)} to ${sayTime(end)}`;
}

/** "Tuesday 3 November, 9:30am to 11am" in London; a night says both days. */
export function sayVisit(start: string, end?: string | null): string {
  const from = londonTime(start);
  const first = `${WEEKDAYS[from.dayOfWeek - 1] ?? ''} ${shortDate(from)}, ${sayClock(from)}`;
  if (!end) return first;
  const to = londonTime(end);
  return from.toPlainDate().equals(to.toPlainDate())
    ? `${first} to ${sayClock(to)}`
    : `${first} to ${WEEKDAYS[to.dayOfWeek - 1] ?? ''} ${shortDate(to)}, ${sayClock(to)}`;
}

/** Today in London, "2026-11-03". */
export function todayInLondon(): string {
  return Temporal.Now.plainDateISO(ZONE).toString();
}

/** A day so many days on (or back), "2026-11-10". */
export function addDays(date: string, days: number): string {
  return Temporal.PlainDate.from(date).add({ days }).toString();
}
