import { expect, it } from 'vitest';
import { type EventTimes, recurrenceOf, weekdayOf } from './schedules.ts';

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
