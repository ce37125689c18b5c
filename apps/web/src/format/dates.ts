// Dates and times as people say them, always in London time: "Tuesday 3 November, 9:30am to 11am".
import { DAYS, formatLongDate, formatTime, MONTHS } from '@support-market/domain/shared/local-time';
import { Temporal } from 'temporal-polyfill';

const ZONE = 'Europe/London';

export function londonTime(instant: string): Temporal.ZonedDateTime {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(ZONE);
}

function shortDate(date: Temporal.PlainDate): string {
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
  return DAYS[Temporal.PlainDate.from(date).dayOfWeek - 1] ?? '';
}

/** "Tuesday 3 November" from "2026-11-03"; the year only where it is asked for. */
export function sayDay(date: string, year: 'with year' | 'without year' = 'without year'): string {
  return formatLongDate(Temporal.PlainDate.from(date), { year: year === 'with year' });
}

/** "9:30am" from "09:30" or "09:30:00". */
export function sayClock(time: string): string {
  return formatTime(Temporal.PlainTime.from(time));
}

/** "9:30am" in London, from an instant. */
export function sayTime(instant: string): string {
  return formatTime(londonTime(instant).toPlainTime());
}

/** "3 November 2026" in London, from an instant: shortly after midnight in summer it is a day later than in UTC. */
export function sayDateOf(instant: string): string {
  return sayDate(londonTime(instant).toPlainDate().toString());
}

/** "9:30am to 11am" in London, from two instants. */
export function sayTimes(start: string, end: string): string {
  return `${sayTime(start)} to ${sayTime(end)}`;
}

/** "Tuesday 3 November, 9:30am to 11am" in London; a night says both days. */
export function sayVisit(start: string, end?: string | null): string {
  const day = londonTime(start).toPlainDate();
  const first = `${formatLongDate(day)}, ${sayTime(start)}`;
  if (!end) return first;
  const lastDay = londonTime(end).toPlainDate();
  return day.equals(lastDay)
    ? `${first} to ${sayTime(end)}`
    : `${first} to ${formatLongDate(lastDay)}, ${sayTime(end)}`;
}

/** "1 h 34 min", "2 h", "50 min". */
export function sayMinutes(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  return [hours > 0 ? `${hours} h` : '', rest > 0 || hours === 0 ? `${rest} min` : ''].filter(Boolean).join(' ');
}

/** A day so many days on (or back), "2026-11-10". */
export function addDays(date: string, days: number): string {
  return Temporal.PlainDate.from(date).add({ days }).toString();
}
