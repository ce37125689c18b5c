// Dates and times as people say them, always in London time: "Tuesday 3 November, 9:30am to 11am".
import { datesIn, londonTime as inLondon } from '@support-market/words/dates';
import { Temporal } from 'temporal-polyfill';

const DATES = datesIn();

/** The moment as London's clocks showed it. */
export const londonTime = inLondon;

/** "3 November 2026" from "2026-11-03". */
export const sayDate = DATES.date;
/** "3 November" from "2026-11-03". */
export const sayShortDate = DATES.shortDate;
/** "Tuesday" from "2026-11-03". */
export const sayWeekday = DATES.weekday;
/** "Tuesday 3 November" from "2026-11-03"; the year only where it is asked for. */
export const sayDay = DATES.day;
/** "9:30am" from "09:30" or "09:30:00". */
export const sayClock = DATES.clock;
/** "9:30am" in London, from an instant. */
export const sayTime = DATES.time;
/** "3 November 2026" in London, from an instant. */
export const sayDateOf = DATES.dateOf;
/** "9:30am to 11am" in London, from two instants. */
export const sayTimes = DATES.times;
/** "Tuesday 3 November, 9:30am to 11am" in London; a night says both days. */
export const sayVisit = DATES.visit;
/** "November 2026" from a day in it. */
export const sayMonthOf = DATES.month;
/** "Nov 26" from a day in it. */
export const sayShortMonthOf = DATES.shortMonth;
/** "1 to 30 November 2026". */
export const sayPeriod = DATES.period;
/** "1 h 34 min", "2 h", "50 min". */
export const sayMinutes = DATES.minutes;

/** A day so many days on (or back), "2026-11-10". */
export function addDays(date: string, days: number): string {
  return Temporal.PlainDate.from(date).add({ days }).toString();
}
