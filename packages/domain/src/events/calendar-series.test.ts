// A calendar of another program works out our days from a rule: it must come to the same days as we do.
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { calendarSeries } from './calendar-series.ts';
import type { EventRule } from './occurrences.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const rule = (more: Partial<EventRule>): EventRule => ({
  ...{ frequency: 'weekly', weekday: 4, weekOfMonth: null, interval: 1, firstDate: day('2026-06-04'), lastDate: null },
  breaks: [],
  terms: null,
  ...more,
});
const rest = (from: string, to: string, everyYear = false) => ({ from: day(from), to: day(to), everyYear, reason: '' });
const series = (more: Partial<EventRule>, from: string, to: string) => {
  const told = calendarSeries(rule(more), day(from), day(to));
  return told && [told.rule, String(told.first), String(told.last), told.except.map(String)];
};

test('a rule begins and ends on days on which it happens, and leaves out those of its breaks', () => {
  const breaks = [rest('2026-08-01', '2026-08-31', true)];
  expect(series({ breaks }, '2026-07-20', '2026-09-10')).toEqual([
    'FREQ=WEEKLY;INTERVAL=1;BYDAY=TH',
    '2026-07-23',
    '2026-09-10',
    ['2026-08-06', '2026-08-13', '2026-08-20', '2026-08-27'],
  ]);
  expect(series({ breaks }, '2026-08-01', '2026-09-10')).toEqual([
    ...['FREQ=WEEKLY;INTERVAL=1;BYDAY=TH', '2026-09-03', '2026-09-10'],
    [],
  ]);
});

test('breaks that swallow every day leave nothing to tell', () => {
  expect(series({ breaks: [rest('2026-06-01', '2027-06-01')] }, '2026-06-01', '2026-12-31')).toBeNull();
  expect(series({ lastDate: day('2026-05-01') }, '2026-06-01', '2026-12-31')).toBeNull();
});

test('the last Friday of each month is told as the last, and every second week from its first', () => {
  expect(series({ frequency: 'monthly', weekday: 5, weekOfMonth: 5 }, '2028-01-01', '2028-03-31')?.slice(0, 3)).toEqual(
    ['FREQ=MONTHLY;INTERVAL=1;BYDAY=-1FR', '2028-01-28', '2028-03-31'],
  );
  expect(series({ interval: 2 }, '2026-06-10', '2026-07-31')?.slice(0, 3)).toEqual([
    ...['FREQ=WEEKLY;INTERVAL=2;BYDAY=TH', '2026-06-18', '2026-07-30'],
  ]);
});

test('days outside school terms are left out as those of a break are', () => {
  const terms = [
    { from: day('2026-09-03'), to: day('2026-10-22') },
    { from: day('2026-11-02'), to: day('2026-11-12') },
  ];
  expect(series({ terms }, '2026-08-01', '2026-12-31')).toEqual([
    ...['FREQ=WEEKLY;INTERVAL=1;BYDAY=TH', '2026-09-03', '2026-11-12'],
    ['2026-10-29'],
  ]);
});

test('a single day, also 29 February, is told without a rule', () => {
  const once = { frequency: 'once', firstDate: day('2028-02-29'), weekday: 2 } as const;
  expect(series(once, '2028-01-01', '2028-12-31')).toEqual([null, '2028-02-29', '2028-02-29', []]);
});
