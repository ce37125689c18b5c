// What is on must be on: rules are expanded to days, and breaks are left out.
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { type EventRule, occurrences } from './occurrences.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const rule = (more: Partial<EventRule>): EventRule => ({
  frequency: 'weekly',
  weekday: 4,
  weekOfMonth: null,
  firstDate: day('2026-06-04'),
  lastDate: null,
  notOn: [],
  ...more,
});
const days = (more: Partial<EventRule>, from: string, to: string) =>
  occurrences(rule(more), day(from), day(to)).map((date) => date.toString());

test('a lunch every Thursday with a break in August', () => {
  const august = ['2026-08-06', '2026-08-13', '2026-08-20', '2026-08-27'].map(day);
  expect(days({ notOn: august }, '2026-07-28', '2026-09-10')).toEqual(['2026-07-30', '2026-09-03', '2026-09-10']);
});

test('nothing before the first day or after the last', () => {
  expect(days({ lastDate: day('2026-06-11') }, '2026-05-01', '2026-12-31')).toEqual(['2026-06-04', '2026-06-11']);
});

test('the second Tuesday and the last Friday of each month, also where there is no fifth', () => {
  expect(days({ frequency: 'monthly', weekday: 2, weekOfMonth: 2 }, '2026-09-01', '2026-11-30')).toEqual([
    '2026-09-08',
    '2026-10-13',
    '2026-11-10',
  ]);
  expect(days({ frequency: 'monthly', weekday: 5, weekOfMonth: 5 }, '2026-10-01', '2026-11-30')).toEqual([
    '2026-10-30',
    '2026-11-27',
  ]);
});

test('something that happens once happens on its day alone', () => {
  expect(days({ frequency: 'once' }, '2026-06-01', '2026-07-01')).toEqual(['2026-06-04']);
  expect(days({ frequency: 'once' }, '2026-06-05', '2026-07-01')).toEqual([]);
});

test('a span without end is cut at what was asked for', () => {
  expect(occurrences(rule({}), day('2026-06-01'), day('2036-06-01'), 3)).toHaveLength(3);
});
