// What we write is read back with another library, since people's calendars are other programs, too.

import { calendarSeries } from '@support-market/domain/events/calendar-series';
import type { EventRule } from '@support-market/domain/events/occurrences';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { eventsIn, shownInCalendar } from '../../testing/shown-in-calendar.ts';
import { type CalendarEvent, writeCalendar } from './write-calendar.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const RULE: EventRule = {
  ...{ frequency: 'weekly', weekday: 4, weekOfMonth: null, interval: 1, firstDate: day('2026-06-04'), lastDate: null },
  breaks: [],
  terms: null,
};

function event(
  rule: Partial<EventRule>,
  [from, to]: readonly [string, string],
  more: Partial<CalendarEvent> = {},
): CalendarEvent {
  const series = calendarSeries({ ...RULE, ...rule }, day(from), day(to));
  if (series === null) throw new Error('it never happens');
  return {
    ...{ uid: 'evt_1@market.example', title: 'Lunch', description: '', place: '', url: 'https://market.example/l' },
    ...{ category: 'Meals', startTime: Temporal.PlainTime.from('12:00'), endTime: Temporal.PlainTime.from('14:00') },
    createdAt: Temporal.Instant.from('2026-05-01T09:00:00Z'),
    changedAt: Temporal.Instant.from('2026-05-01T09:01:40.5Z'),
    series,
    changes: [],
    ...more,
  };
}

const write = (...events: CalendarEvent[]) =>
  writeCalendar({ name: 'Dates', description: '', url: 'https://market.example/events.ics', events });

test('another program shows the lunch at twelve whatever the clocks do, and not in its break', () => {
  const breaks = [{ from: day('2026-10-15'), to: day('2026-10-16'), everyYear: true, reason: '' }];
  const file = write(event({ breaks }, ['2026-10-01', '2026-11-05']));
  expect(shownInCalendar(file, '2026-10-01', '2026-12-01')).toEqual([
    '2026-10-01T12:00+01:00 14:00 Lunch',
    '2026-10-08T12:00+01:00 14:00 Lunch',
    '2026-10-22T12:00+01:00 14:00 Lunch',
    '2026-10-29T12:00+00:00 14:00 Lunch',
    '2026-11-05T12:00+00:00 14:00 Lunch',
  ]);
});

test('a night ends at seven also where the clocks change within it', () => {
  const rule = { weekday: 6, firstDate: day('2026-10-17') };
  const night = { startTime: Temporal.PlainTime.from('22:00'), endTime: Temporal.PlainTime.from('07:00') };
  const file = write(event(rule, ['2026-10-17', '2026-10-31'], night));
  expect(shownInCalendar(file, '2026-10-01', '2026-12-01')).toEqual([
    '2026-10-17T22:00+01:00 07:00 Lunch',
    '2026-10-24T22:00+01:00 07:00 Lunch',
    '2026-10-31T22:00+00:00 07:00 Lunch',
  ]);
});

test('the last Friday of each month and 29 February are where they belong', () => {
  const friday = event({ frequency: 'monthly', weekday: 5, weekOfMonth: 5 }, ['2028-01-01', '2028-03-31']);
  const leap = event({ frequency: 'once', firstDate: day('2028-02-29') }, ['2028-01-01', '2028-03-31'], { uid: 'b' });
  expect(shownInCalendar(write(friday, leap), '2028-01-01', '2028-04-02').map((at) => at.slice(0, 10))).toEqual([
    ...['2028-01-28', '2028-02-25', '2028-02-29', '2028-03-31'],
  ]);
});

test('whatever is in a title or a place comes back as it was, in lines of at most 75 octets that all end', () => {
  const title = 'Tea, cake; and \\ "talk" – 茶 🎂 at Zoë’s: '.repeat(5);
  const description = `one\r\ntwo\nEND:VEVENT\rBEGIN:VEVENT\u0007\u202E${'ł'.repeat(100)}`;
  const file = write(event({}, ['2026-06-01', '2026-07-01'], { title, description, place: 'The Hall, 1 High St' }));
  for (const line of file.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  expect(file.endsWith('END:VCALENDAR\r\n')).toBe(true);
  const [read] = eventsIn(file);
  expect(read?.summary).toBe(title);
  expect(read?.location).toBe('The Hall, 1 High St');
  expect(read?.description).toBe(`one\ntwo\nEND:VEVENT\nBEGIN:VEVENT${'ł'.repeat(100)}`);
});

test('a change has a higher number and its moment, and the same event keeps its name', () => {
  const lines = (file: string) =>
    file.split('\r\n').filter((line) => /^(UID|SEQUENCE|LAST-MODIFIED|DTSTAMP)/.test(line));
  const before = event({}, ['2026-06-01', '2026-07-01']);
  expect(lines(write(before))).toEqual([
    'UID:evt_1@market.example',
    'DTSTAMP:20260501T090140Z',
    'LAST-MODIFIED:20260501T090140Z',
    'SEQUENCE:100',
  ]);
  const after = { ...before, title: 'Dinner', changedAt: before.changedAt.add({ seconds: 20 }) };
  expect(lines(write(after))).toContain('SEQUENCE:120');
  expect(write(before)).toBe(write(before));
});

test('its clocks stand in the file, and a rule ends in universal time', () => {
  const file = write(event({}, ['2026-06-01', '2026-07-01']));
  expect(file).toContain('BEGIN:VTIMEZONE\r\nTZID:Europe/London\r\n');
  expect(file).toContain('DTSTART;TZID=Europe/London:20260604T120000\r\n');
  expect(file).toContain('RRULE:FREQ=WEEKLY;BYDAY=TH;UNTIL=20260625T110000Z\r\n');
});
