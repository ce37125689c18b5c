// Bank holidays of England and Wales are computed, so that decision dates, bank files and holiday prices agree.
// Source: Banking and Financial Dealings Act 1971, schedule 1, with the yearly proclamations for New Year's Day,
// the early May holiday and substitute days (gov.uk/bank-holidays). One-off days come from configuration.

import { Temporal } from 'temporal-polyfill';

export type BankHolidayName =
  | 'new-years-day'
  | 'good-friday'
  | 'easter-monday'
  | 'early-may'
  | 'spring'
  | 'summer'
  | 'christmas-day'
  | 'boxing-day'
  | 'one-off';

export type BankHoliday = {
  readonly date: Temporal.PlainDate;
  readonly name: BankHolidayName;
  /** True where the day stands in for a holiday that fell on a weekend. */
  readonly substitute: boolean;
};

/** The years the product answers for; outside them the general rule still applies but moved days are unknown. */
export const BANK_HOLIDAY_YEARS = { first: 2024, last: 2035 } as const;

const SATURDAY = 6;
const SUNDAY = 7;

/** Easter Sunday of a Gregorian year (the anonymous algorithm, Nature, 1876). */
export function easterSunday(year: number): Temporal.PlainDate {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const monthAndDay = h + l - 7 * m + 114;
  return Temporal.PlainDate.from({ year, month: Math.floor(monthAndDay / 31), day: (monthAndDay % 31) + 1 });
}

function firstMonday(year: number, month: number): Temporal.PlainDate {
  const first = Temporal.PlainDate.from({ year, month, day: 1 });
  return first.add({ days: (8 - first.dayOfWeek) % 7 });
}

function lastMonday(year: number, month: number): Temporal.PlainDate {
  const first = Temporal.PlainDate.from({ year, month, day: 1 });
  const last = first.with({ day: first.daysInMonth });
  return last.subtract({ days: last.dayOfWeek - 1 });
}

function isWeekend(date: Temporal.PlainDate): boolean {
  return date.dayOfWeek === SATURDAY || date.dayOfWeek === SUNDAY;
}

/** The eight bank holidays of a year in date order, with `extra` one-off days of that year added. */
export function bankHolidaysOf(year: number, extra: readonly Temporal.PlainDate[] = []): readonly BankHoliday[] {
  const holidays: BankHoliday[] = [];
  const taken = (date: Temporal.PlainDate) => holidays.some((holiday) => holiday.date.equals(date));
  const put = (name: BankHolidayName, date: Temporal.PlainDate, substitute = false) =>
    holidays.push({ name, date, substitute });

  const newYear = Temporal.PlainDate.from({ year, month: 1, day: 1 });
  put('new-years-day', isWeekend(newYear) ? firstMonday(year, 1) : newYear, isWeekend(newYear));
  const easter = easterSunday(year);
  put('good-friday', easter.subtract({ days: 2 }));
  put('easter-monday', easter.add({ days: 1 }));
  put('early-may', firstMonday(year, 5));
  put('spring', lastMonday(year, 5));
  put('summer', lastMonday(year, 8));

  const christmas = Temporal.PlainDate.from({ year, month: 12, day: 25 });
  const boxing = christmas.add({ days: 1 });
  if (!isWeekend(christmas)) put('christmas-day', christmas);
  if (!isWeekend(boxing)) put('boxing-day', boxing);
  for (const [name, date] of [
    ['christmas-day', christmas],
    ['boxing-day', boxing],
  ] as const) {
    if (!isWeekend(date)) continue;
    let substitute = date;
    while (isWeekend(substitute) || taken(substitute)) substitute = substitute.add({ days: 1 });
    put(name, substitute, true);
  }
  for (const date of extra) if (date.year === year && !taken(date)) put('one-off', date);
  return holidays.sort((a, b) => Temporal.PlainDate.compare(a.date, b.date));
}

const cache = new Map<number, ReadonlySet<string>>();

function regularDatesOf(year: number): ReadonlySet<string> {
  let dates = cache.get(year);
  if (!dates) {
    dates = new Set(bankHolidaysOf(year).map((holiday) => holiday.date.toString()));
    cache.set(year, dates);
  }
  return dates;
}

/** True on a bank holiday of England and Wales or on one of the `extra` one-off days. */
export function isBankHoliday(date: Temporal.PlainDate, extra: readonly Temporal.PlainDate[] = []): boolean {
  return regularDatesOf(date.year).has(date.toString()) || extra.some((day) => day.equals(date));
}

/** Monday to Friday and not a bank holiday. */
export function isWorkingDay(date: Temporal.PlainDate, extra: readonly Temporal.PlainDate[] = []): boolean {
  return !isWeekend(date) && !isBankHoliday(date, extra);
}

/** The date itself if it is a working day, otherwise the next one. */
export function workingDayOnOrAfter(
  date: Temporal.PlainDate,
  extra: readonly Temporal.PlainDate[] = [],
): Temporal.PlainDate {
  let day = date;
  while (!isWorkingDay(day, extra)) day = day.add({ days: 1 });
  return day;
}

/**
 * The nth working day after `date` (before it when n is negative); the day itself is never counted.
 * With n = 0 the date comes back as it is. Throws RangeError when n is not a whole number.
 */
export function addWorkingDays(
  date: Temporal.PlainDate,
  n: number,
  extra: readonly Temporal.PlainDate[] = [],
): Temporal.PlainDate {
  if (!Number.isSafeInteger(n)) throw new RangeError(`not whole days: ${n}`);
  const step = n < 0 ? -1 : 1;
  let day = date;
  let left = Math.abs(n);
  while (left > 0) {
    day = day.add({ days: step });
    if (isWorkingDay(day, extra)) left -= 1;
  }
  return day;
}
