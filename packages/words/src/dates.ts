// Dates and times as people say them, by language, always in London time: "Tuesday 3 November, 9:30am to 11am". The names stand
// in our own words, because the host's language data differs from machine to machine.
import { Temporal } from 'temporal-polyfill';
import en from './en/plain/times.json' with { type: 'json' };
import { fallbacksOf } from './languages.ts';

const ZONE = 'Europe/London';

/** By tag. */
const TIMES: Readonly<Record<string, typeof en>> = { en };

type Day = string | Temporal.PlainDate;
type Moment = string | Temporal.Instant;
type Clock = string | Temporal.PlainTime;

const dayOf = (day: Day): Temporal.PlainDate => (typeof day === 'string' ? Temporal.PlainDate.from(day) : day);
const clockOf = (clock: Clock): Temporal.PlainTime =>
  typeof clock === 'string' ? Temporal.PlainTime.from(clock) : clock;

/** The instant, "2026-11-03T09:30:00Z", as London's clocks showed it. */
export function londonTime(moment: Moment): Temporal.ZonedDateTime {
  return (typeof moment === 'string' ? Temporal.Instant.from(moment) : moment).toZonedDateTimeISO(ZONE);
}

function fill(pattern: string, values: Readonly<Record<string, string | number>>): string {
  return pattern.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ''));
}

export type DateWords = ReturnType<typeof makeDates>;

function makeDates(words: typeof en) {
  const months: Readonly<Record<string, string>> = words.months;
  const shortMonths: Readonly<Record<string, string>> = words.shortMonths;
  const weekdays: Readonly<Record<string, string>> = words.weekdays;
  const parts = (date: Temporal.PlainDate) => ({
    day: date.day,
    month: months[date.month] ?? '',
    year: date.year,
    shortMonth: shortMonths[date.month] ?? '',
    shortYear: String(date.year % 100).padStart(2, '0'),
    weekday: weekdays[date.dayOfWeek] ?? '',
  });

  /** "3 November 2026". */
  const date = (day: Day): string => fill(words.date, parts(dayOf(day)));
  /** "3 November". */
  const shortDate = (given: Day): string => fill(words.shortDate, parts(dayOf(given)));
  /** "Tuesday 3 November"; the year only where it is asked for. */
  const day = (given: Day, year: 'with-year' | 'without-year' = 'without-year'): string =>
    fill(year === 'with-year' ? words.weekdayWithYear : words.weekday, parts(dayOf(given)));
  /** "9am", "9:30am", "midday", "midnight". */
  const clock = (given: Clock): string => {
    const time = clockOf(given);
    if (time.minute === 0 && time.hour === 0) return words.midnight;
    if (time.minute === 0 && time.hour === 12) return words.midday;
    const minutes = time.minute === 0 ? '' : `:${time.minute.toString().padStart(2, '0')}`;
    return fill(time.hour < 12 ? words.morning : words.afternoon, { clock: `${time.hour % 12 || 12}${minutes}` });
  };
  /** "9:30am" in London. */
  const time = (moment: Moment): string => clock(londonTime(moment).toPlainTime());
  /** "9:30am to 11am", "1 April to 30 April": two ends as they are said. */
  const span = (start: string, end: string): string => fill(words.span, { start, end });
  const at = (said: string, when: string): string => fill(words.at, { date: said, time: when });
  return {
    date,
    day,
    clock,
    time,
    span,
    shortDate,
    /** "Tuesday". */
    weekday: (given: Day): string => parts(dayOf(given)).weekday,
    /** "November 2026". */
    month: (given: Day): string => fill(words.month, parts(dayOf(given))),
    /** "Nov 26". */
    shortMonth: (given: Day): string => fill(words.shortMonth, parts(dayOf(given))),
    /** "1 to 30 November 2026", "30 October to 2 November 2026", "3 November 2026". */
    period: (start: Day, end: Day): string => {
      const [first, last] = [dayOf(start), dayOf(end)];
      if (first.equals(last)) return date(last);
      const sameYear = first.year === last.year;
      const begins = sameYear && first.month === last.month ? first.day : sameYear ? shortDate(first) : date(first);
      return fill(words.period, { start: begins, end: date(last) });
    },
    /** "3 November 2026" in London: shortly after midnight in summer it is a day later than in UTC. */
    dateOf: (moment: Moment): string => date(londonTime(moment).toPlainDate()),
    /** "9:30am to 11am" in London. */
    times: (start: Moment, end: Moment): string => span(time(start), time(end)),
    /** "9:30am to 11am"; one that ends on another day says so: "10pm to 7am the next day". */
    timesOverDays: (start: Moment, end: Moment): string => {
      const last = londonTime(end).toPlainDate();
      const days = londonTime(start).toPlainDate().until(last).days;
      if (days <= 0) return span(time(start), time(end));
      const pattern = days === 1 ? words.spanNextDay : words.spanOtherDay;
      return fill(pattern, { start: time(start), end: time(end), date: day(last) });
    },
    /** "Tuesday 3 November, 9:30am to 11am" in London; a night says both days. */
    visit: (start: Moment, end?: Moment | null): string => {
      const first = londonTime(start).toPlainDate();
      if (!end) return at(day(first), time(start));
      const last = londonTime(end).toPlainDate();
      return first.equals(last)
        ? at(day(first), span(time(start), time(end)))
        : span(at(day(first), time(start)), at(day(last), time(end)));
    },
    /** "1 h 34 min", "2 h", "50 min". */
    minutes: (given: number): string => {
      const values = { hours: Math.floor(given / 60), minutes: given % 60 };
      if (values.hours === 0) return fill(words.minutes, values);
      return fill(values.minutes === 0 ? words.hours : words.hoursAndMinutes, values);
    },
  };
}

const made = new Map<string, DateWords>();

/** How a language says dates and times; one that has none of its own says them as the nearest that has. */
export function datesIn(tag = 'en'): DateWords {
  let dates = made.get(tag);
  if (!dates) {
    const words = [tag, ...fallbacksOf(tag)].map((one) => TIMES[one]).find((one) => one !== undefined);
    dates = makeDates(words ?? en);
    made.set(tag, dates);
  }
  return dates;
}
