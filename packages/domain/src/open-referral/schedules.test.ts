import { expect, it } from 'vitest';
import { type EventTimes, eventTimesOf, recurrenceOf, type SaidRecurrence, weekdayOf } from './schedules.ts';

const event: EventTimes = {
  frequency: 'weekly',
  weekday: 2,
  weekOfMonth: null,
  interval: 1,
  firstDate: '2026-11-03',
  lastDate: null,
};

it('an event every week, every second week, each month or once is said as iCalendar has it', () => {
  expect(recurrenceOf(event)).toEqual({
    ...{ dtstart: '2026-11-03', valid_from: '2026-11-03', freq: 'WEEKLY', interval: 1, byday: 'TU' },
  });
  expect(recurrenceOf({ ...event, interval: 2, lastDate: '2027-03-30' })).toMatchObject({
    ...{ interval: 2, byday: 'TU', valid_to: '2027-03-30' },
  });
  expect(recurrenceOf({ ...event, frequency: 'monthly', weekOfMonth: 5 })).toMatchObject({
    ...{ freq: 'MONTHLY', byday: '-1TU' },
  });
  expect(recurrenceOf({ ...event, frequency: 'once' })).toEqual({
    ...{ dtstart: '2026-11-03', valid_from: '2026-11-03', valid_to: '2026-11-03' },
  });
});

it('a day of the week is understood in short and in full, and nothing else is', () => {
  expect(['MO', 'tue', 'Wednesday', 'su'].map(weekdayOf)).toEqual([1, 2, 3, 7]);
  expect(['', 'x', '2TU', 'MO,TU'].map(weekdayOf)).toEqual([null, null, null, null]);
});

const said = (rule: Partial<SaidRecurrence>): SaidRecurrence => ({
  ...{ dtstart: '2026-11-03', validFrom: null, validTo: null, freq: 'WEEKLY', interval: null, byday: '' },
  ...rule,
});

it('what we say of an event is read again as that event', () => {
  const all: EventTimes[] = [
    event,
    { ...event, interval: 2, lastDate: '2027-03-30' },
    { ...event, frequency: 'once' },
    { ...event, frequency: 'monthly', weekOfMonth: 1 },
    { ...event, frequency: 'monthly', weekOfMonth: 5, firstDate: '2026-11-24' },
  ];
  for (const one of all) {
    const { dtstart, valid_from, valid_to = null, freq = '', interval = null, byday = '' } = recurrenceOf(one);
    expect(eventTimesOf({ dtstart, validFrom: valid_from, validTo: valid_to, freq, interval, byday })).toEqual([one]);
  }
});

it('a rule with several weekdays is an event on each, from the first such day on', () => {
  expect(eventTimesOf(said({ byday: 'TH, fr' })).map(({ firstDate }) => firstDate)).toEqual([
    '2026-11-05',
    '2026-11-06',
  ]);
  expect(eventTimesOf(said({ freq: 'MONTHLY', byday: '1MO,-1WE' })).map(({ firstDate }) => firstDate)).toEqual([
    '2026-12-07',
    '2026-11-25',
  ]);
});

it('a rule that we cannot keep is no event', () => {
  for (const rule of [
    { dtstart: null },
    { dtstart: '2026-02-30' },
    { dtstart: 'soon' },
    { validTo: '2026-01-01' },
    { freq: 'DAILY' },
    { freq: 'MONTHLY' },
    { freq: 'MONTHLY', byday: 'MO' },
    { freq: 'MONTHLY', byday: '9MO' },
    { byday: 'XX' },
    { interval: 0 },
    { interval: 99 },
  ])
    expect(eventTimesOf(said(rule))).toEqual([]);
});
