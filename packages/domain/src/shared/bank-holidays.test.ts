import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import {
  addWorkingDays,
  BANK_HOLIDAY_YEARS,
  bankHolidaysOf,
  isBankHoliday,
  isWorkingDay,
  workingDayOnOrAfter,
} from './bank-holidays.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const datesOf = (year: number) => bankHolidaysOf(year).map((holiday) => holiday.date.toString().slice(5));

const aDay = fc.integer({ min: 0, max: 4382 }).map((days) => day('2024-01-01').add({ days }));

describe('bank holidays of England and Wales', () => {
  it.each([
    [2024, '01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26'],
    [2025, '01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26'],
    [2026, '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28'],
    [2027, '01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28'],
    [2028, '01-03 04-14 04-17 05-01 05-29 08-28 12-25 12-26'],
    [2033, '01-03 04-15 04-18 05-02 05-30 08-29 12-26 12-27'],
  ])('are the published ones in %i, substitute days included', (year, dates) => {
    expect(datesOf(year).join(' ')).toBe(dates);
  });

  it('are eight different weekdays in every year we answer for', () => {
    for (let year: number = BANK_HOLIDAY_YEARS.first; year <= BANK_HOLIDAY_YEARS.last; year += 1) {
      expect(new Set(datesOf(year)).size).toBe(8);
      for (const holiday of bankHolidaysOf(year)) expect(holiday.date.dayOfWeek).toBeLessThan(6);
    }
  });

  it('take one-off days as an argument', () => {
    const coronation = day('2030-05-10');
    expect(isBankHoliday(coronation)).toBe(false);
    expect(isBankHoliday(coronation, [coronation])).toBe(true);
    expect(bankHolidaysOf(2030, [coronation])).toHaveLength(9);
    expect(addWorkingDays(day('2030-05-09'), 1, [coronation]).toString()).toBe('2030-05-13');
  });

  it('put the decision of a panel on Wednesday 24 March 2027 on Wednesday 31 March 2027', () => {
    expect(addWorkingDays(day('2027-03-24'), 3).toString()).toBe('2027-03-31');
  });

  it('count as many working days as were asked for, wherever one starts', () => {
    fc.assert(
      fc.property(aDay, fc.integer({ min: 1, max: 30 }), (date, n) => {
        const end = addWorkingDays(date, n);
        let counted = 0;
        for (let d = date.add({ days: 1 }); Temporal.PlainDate.compare(d, end) <= 0; d = d.add({ days: 1 })) {
          if (isWorkingDay(d)) counted += 1;
        }
        expect(counted).toBe(n);
        expect(isWorkingDay(end)).toBe(true);
      }),
    );
  });

  it('let one count back to where one started from a working day', () => {
    fc.assert(
      fc.property(aDay, fc.integer({ min: 0, max: 30 }), (date, n) => {
        const start = workingDayOnOrAfter(date);
        expect(addWorkingDays(addWorkingDays(start, n), -n).equals(start)).toBe(true);
      }),
    );
  });

  it('leave a working day where it is and move any other to the next one', () => {
    expect(workingDayOnOrAfter(day('2026-12-24')).toString()).toBe('2026-12-24');
    expect(workingDayOnOrAfter(day('2026-12-25')).toString()).toBe('2026-12-29');
  });
});
