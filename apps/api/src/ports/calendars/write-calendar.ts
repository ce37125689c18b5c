// Writes a calendar that other programs can keep up with (iCalendar, RFC 5545, with the names of RFC 7986), in London's time.
// Why with ical.js, and what it is told: docs/decisions/0056-calendars-to-take-along.md.

import type { CalendarSeries } from '@support-market/domain/events/calendar-series';
import type { ChangedDate } from '@support-market/domain/events/changed-dates';
import { LONDON } from '@support-market/domain/shared/local-time';
import ICAL from 'ical.js';
import { Temporal } from 'temporal-polyfill';

export interface CalendarEvent {
  readonly uid: string;
  readonly title: string;
  readonly description: string;
  readonly place: string;
  readonly url: string;
  readonly category: string;
  readonly startTime: Temporal.PlainTime;
  readonly endTime: Temporal.PlainTime;
  readonly series: CalendarSeries;
  /** Dates that are called off or moved. */
  readonly changes: readonly ChangedDate[];
  readonly createdAt: Temporal.Instant;
  readonly changedAt: Temporal.Instant;
}

export interface Calendar {
  readonly name: string;
  readonly description: string;
  /** Where it is read again. */
  readonly url: string;
  readonly events: readonly CalendarEvent[];
}

// The library counts a line without the space that a folded one begins with; 75 octets with it are what the format allows.
ICAL.foldLength = 74;

/** How often a program that follows it may read it again. */
const REFRESH = 'PT6H';

/** The clocks of the United Kingdom as they have gone since 1996, and go until the law changes (Summer Time Act 1972). */
const LONDON_CLOCKS = [
  ...['BEGIN:VTIMEZONE', `TZID:${LONDON}`, 'BEGIN:DAYLIGHT', 'TZOFFSETFROM:+0000', 'TZOFFSETTO:+0100', 'TZNAME:BST'],
  ...['DTSTART:19960331T010000', 'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU', 'END:DAYLIGHT'],
  ...['BEGIN:STANDARD', 'TZOFFSETFROM:+0100', 'TZOFFSETTO:+0000', 'TZNAME:GMT'],
  ...['DTSTART:19961027T020000', 'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU', 'END:STANDARD', 'END:VTIMEZONE'],
].join('\r\n');

/** Signs that no line of a calendar may have, and line ends as the format knows them. */
const clean = (text: string): string =>
  text.replace(/\r\n?/g, '\n').replace(/[^\P{Cc}\n]|[\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/gu, '');

/** A name that the library does not know is text too, and is written as text. */
function addText(to: ICAL.Component, name: string, text: string): void {
  if (text !== '') to.addProperty(new ICAL.Property([name, {}, 'text', clean(text)]));
}

const wall = (at: Temporal.PlainDateTime) => ICAL.Time.fromDateTimeString(at.toString({ smallestUnit: 'second' }));
const moment = (at: Temporal.Instant) =>
  ICAL.Time.fromDateTimeString(at.toString({ smallestUnit: 'second', roundingMode: 'trunc' }));

function addWall(to: ICAL.Component, name: string, at: Temporal.PlainDateTime): void {
  to.addPropertyWithValue(name, wall(at)).setParameter('tzid', LONDON);
}

/** When it is on a day, and whether it is called off. */
interface Time {
  readonly start: Temporal.PlainDateTime;
  readonly end: Temporal.PlainDateTime;
  readonly isOff: boolean;
  readonly reason: string;
}

/** Past midnight where it ends before it starts. */
function timeOn(day: Temporal.PlainDate, from: Temporal.PlainTime, to: Temporal.PlainTime): Time {
  const ends = day.toPlainDateTime(to);
  const end = Temporal.PlainTime.compare(to, from) < 0 ? ends.add({ days: 1 }) : ends;
  return { start: day.toPlainDateTime(from), end, isOff: false, reason: '' };
}

const asUsual = (event: CalendarEvent, day: Temporal.PlainDate) => timeOn(day, event.startTime, event.endTime);

function timeOf(event: CalendarEvent, day: Temporal.PlainDate): Time {
  const change = event.changes.find(({ date }) => date.equals(day));
  if (change === undefined) return asUsual(event, day);
  const { movedTo, reason } = change;
  if (movedTo === null) return { ...asUsual(event, day), isOff: true, reason };
  const [from, to] = [Temporal.PlainTime.from(movedTo.startTime), Temporal.PlainTime.from(movedTo.endTime)];
  return { ...timeOn(movedTo.date, from, to), reason };
}

/** How long it really takes, in milliseconds: an hour more or less in the night in which the clocks change. */
const lengthOf = ({ start, end }: Time): number =>
  end.toZonedDateTime(LONDON).epochMilliseconds - start.toZonedDateTime(LONDON).epochMilliseconds;

/** Whether its rule alone would have a program show it wrongly. */
function isByItself(event: CalendarEvent, day: Temporal.PlainDate, first: Time): boolean {
  const time = timeOf(event, day);
  return event.changes.some(({ date }) => date.equals(day)) || lengthOf(time) !== lengthOf(first);
}

function component(event: CalendarEvent, time: Time): ICAL.Component {
  const to = new ICAL.Component('vevent');
  addText(to, 'uid', event.uid);
  to.addPropertyWithValue('dtstamp', moment(event.changedAt));
  to.addPropertyWithValue('created', moment(event.createdAt));
  to.addPropertyWithValue('last-modified', moment(event.changedAt));
  // It only has to grow with each change, and seconds do.
  const age = event.changedAt.epochMilliseconds - event.createdAt.epochMilliseconds;
  to.addPropertyWithValue('sequence', Math.max(0, Math.floor(age / 1_000)));
  addWall(to, 'dtstart', time.start);
  addWall(to, 'dtend', time.end);
  addText(to, 'summary', event.title);
  addText(to, 'description', [time.reason, event.description].filter(Boolean).join('\n'));
  if (time.isOff) addText(to, 'status', 'CANCELLED');
  addText(to, 'location', event.place);
  addText(to, 'categories', event.category);
  to.addPropertyWithValue('url', event.url);
  // People look it up and may come: it takes no one's time.
  addText(to, 'transp', 'TRANSPARENT');
  return to;
}

function* components(event: CalendarEvent): Generator<ICAL.Component> {
  const { series } = event;
  if (series.rule === null) {
    yield component(event, timeOf(event, series.first));
    return;
  }
  const first = asUsual(event, series.first);
  const whole = component(event, first);
  const until = asUsual(event, series.last).start.toZonedDateTime(LONDON).toInstant();
  const end = until.toString({ smallestUnit: 'second' }).replace(/[-:]/g, '');
  whole.addPropertyWithValue('rrule', ICAL.Recur.fromString(`${series.rule};UNTIL=${end}`));
  for (const day of series.except) addWall(whole, 'exdate', asUsual(event, day).start);
  yield whole;
  // Every time of a rule takes as long as its first (RFC 5545, 3.8.5.3), so a night of another length is said by itself too.
  for (const day of series.days) {
    if (!isByItself(event, day, first)) continue;
    const other = component(event, timeOf(event, day));
    addWall(other, 'recurrence-id', asUsual(event, day).start);
    yield other;
  }
}

/** The whole file: lines of at most 75 octets, each with its end. */
export function writeCalendar(calendar: Calendar): string {
  const to = new ICAL.Component('vcalendar');
  addText(to, 'version', '2.0');
  addText(to, 'prodid', '-//support-market//events//EN');
  addText(to, 'calscale', 'GREGORIAN');
  addText(to, 'name', calendar.name);
  addText(to, 'x-wr-calname', calendar.name);
  addText(to, 'description', calendar.description);
  addText(to, 'x-wr-timezone', LONDON);
  to.addPropertyWithValue('source', calendar.url).setParameter('value', 'URI');
  to.addPropertyWithValue('refresh-interval', REFRESH).setParameter('value', 'DURATION');
  to.addSubcomponent(ICAL.Component.fromString(LONDON_CLOCKS));
  for (const event of calendar.events) for (const one of components(event)) to.addSubcomponent(one);
  return `${to.toString()}\r\n`;
}
