// What is on must be on: rules are expanded to days, and breaks are left out.
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { breaksBetween, type EventBreak, type EventRule, occurrences } from './occurrences.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const rest = (from: string, to: string, more: Partial<EventBreak> = {}): EventBreak => ({
  from: day(from),
  to: day(to),
  everyYear: false,
  reason: '',
  ...more,
});
const rule = (more: Partial<EventRule>): EventRule => ({
  frequency: 'weekly',
  weekday: 4,
  weekOfMonth: null,
  interval: 1,
  firstDate: day('2026-06-04'),
  lastDate: null,
  breaks: [],
  terms: null,
  ...more,
});
const days = (more: Partial<EventRule>, from: string, to: string) =>
  occurrences(rule(more), day(from), day(to)).map((date) => date.toString());

test('the church hall lunch is every Thursday, and in no August of any year', () => {
  const breaks = [rest('2026-08-01', '2026-08-31', { everyYear: true, reason: 'the cooks are on holiday' })];
  expect(days({ breaks }, '2026-07-28', '2026-09-10')).toEqual(['2026-07-30', '2026-09-03', '2026-09-10']);
  expect(days({ breaks }, '2029-07-26', '2029-09-06')).toEqual(['2029-07-26', '2029-09-06']);
});

test('a break that is said for one year leaves the next year as it is', () => {
  const breaks = [rest('2026-08-01', '2026-08-31')];
  expect(days({ breaks }, '2027-08-01', '2027-08-12')).toEqual(['2027-08-05', '2027-08-12']);
});

test('a yearly break over New Year holds on both sides of it, and not before its first year', () => {
  const breaks = [rest('2026-12-23', '2027-01-02', { everyYear: true })];
  expect(days({ breaks }, '2027-12-16', '2028-01-06')).toEqual(['2027-12-16', '2028-01-06']);
  expect(days({ firstDate: day('2025-06-05'), breaks }, '2025-12-25', '2026-01-01')).toEqual([
    '2025-12-25',
    '2026-01-01',
  ]);
});

test('the breaks ahead are told with the days on which they fall and why', () => {
  const breaks = [
    rest('2026-12-23', '2027-01-02', { everyYear: true, reason: 'Christmas' }),
    rest('2027-02-04', '2027-02-04', { reason: 'the hall is let' }),
    rest('2026-08-01', '2026-08-31'),
  ];
  const told = breaksBetween(breaks, day('2027-12-28'), day('2028-12-24'));
  expect(told.map((one) => `${one.from} ${one.to} ${one.reason}`)).toEqual([
    '2027-12-23 2028-01-02 Christmas',
    '2028-12-23 2029-01-02 Christmas',
  ]);
});

test('every second week is counted from the first date, also over a break', () => {
  const breaks = [rest('2026-06-18', '2026-06-18')];
  expect(days({ interval: 2, breaks }, '2026-06-01', '2026-07-20')).toEqual(['2026-06-04', '2026-07-02', '2026-07-16']);
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
  expect(days({ frequency: 'monthly', weekday: 2, weekOfMonth: 2, interval: 3 }, '2026-06-04', '2026-12-31')).toEqual([
    '2026-06-09',
    '2026-09-08',
    '2026-12-08',
  ]);
});

test('something that happens once happens on its day alone', () => {
  expect(days({ frequency: 'once' }, '2026-06-01', '2026-07-01')).toEqual(['2026-06-04']);
  expect(days({ frequency: 'once' }, '2026-06-05', '2026-07-01')).toEqual([]);
});

test('a span without end is cut at what was asked for', () => {
  expect(occurrences(rule({}), day('2026-06-01'), day('2036-06-01'), 3)).toHaveLength(3);
});

test('in school terms alone it is on from the first day of a term to its last, and in no unknown one', () => {
  const terms = [
    { from: day('2026-09-03'), to: day('2026-10-22') },
    { from: day('2026-11-02'), to: day('2026-12-17') },
  ];
  expect(days({ terms }, '2026-08-20', '2026-09-10')).toEqual(['2026-09-03', '2026-09-10']);
  expect(days({ terms }, '2026-10-15', '2026-11-05')).toEqual(['2026-10-15', '2026-10-22', '2026-11-05']);
  expect(days({ terms }, '2026-12-10', '2027-03-01')).toEqual(['2026-12-10', '2026-12-17']);
  expect(days({ terms: [] }, '2026-09-01', '2026-12-31')).toEqual([]);
});
