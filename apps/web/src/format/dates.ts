// Dates and times as people say them, always in London time: "Tuesday 3 November, 9:30am to 11am".
import { type DateWords, datesIn, londonTime as inLondon } from '@support-market/words/dates';
import { Temporal } from 'temporal-polyfill';
import { spokenTag } from './spoken.ts';

const dates = (): DateWords => datesIn(spokenTag());

/** The moment as London's clocks showed it. */
export const londonTime = inLondon;

/** "2026-07-01T09:00:00+01:00": a clock's time in London on a day, for machines anywhere. */
export function momentOf(date: string, clock: string): string {
  const local = Temporal.PlainDate.from(date).toPlainDateTime(Temporal.PlainTime.from(clock));
  return local.toZonedDateTime('Europe/London').toString({ timeZoneName: 'never' });
}

/** "3 November 2026" from "2026-11-03". */
export const sayDate: DateWords['date'] = (...given) => dates().date(...given);
/** "3 November" from "2026-11-03". */
export const sayShortDate: DateWords['shortDate'] = (...given) => dates().shortDate(...given);
/** "Tuesday" from "2026-11-03". */
export const sayWeekday: DateWords['weekday'] = (...given) => dates().weekday(...given);
/** "Tuesday 3 November" from "2026-11-03"; the year only where it is asked for. */
export const sayDay: DateWords['day'] = (...given) => dates().day(...given);
/** "9:30am" from "09:30" or "09:30:00". */
export const sayClock: DateWords['clock'] = (...given) => dates().clock(...given);
/** "9:30am" in London, from an instant. */
export const sayTime: DateWords['time'] = (...given) => dates().time(...given);
/** "3 November 2026" in London, from an instant. */
export const sayDateOf: DateWords['dateOf'] = (...given) => dates().dateOf(...given);
/** "9:30am to 11am" in London, from two instants. */
export const sayTimes: DateWords['times'] = (...given) => dates().times(...given);
/** "Tuesday 3 November, 9:30am to 11am" in London; a night says both days. */
export const sayVisit: DateWords['visit'] = (...given) => dates().visit(...given);
/** "November 2026" from a day in it. */
export const sayMonthOf: DateWords['month'] = (...given) => dates().month(...given);
/** "Nov 26" from a day in it. */
export const sayShortMonthOf: DateWords['shortMonth'] = (...given) => dates().shortMonth(...given);
/** "1 to 30 November 2026". */
export const sayPeriod: DateWords['period'] = (...given) => dates().period(...given);
/** "1 h 34 min", "2 h", "50 min". */
export const sayMinutes: DateWords['minutes'] = (...given) => dates().minutes(...given);

/** A day so many days on (or back), "2026-11-10". */
export function addDays(date: string, days: number): string {
  return Temporal.PlainDate.from(date).add({ days }).toString();
}
