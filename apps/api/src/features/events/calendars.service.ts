// Gathers what a calendar is told: everything that passes a filter, from three months back until a year and a quarter ahead.

import { calendarSeries } from '@support-market/domain/events/calendar-series';
import { standingChanges } from '@support-market/domain/events/changed-dates';
import { wordsIn } from '@support-market/words/words-in';
import { Temporal } from 'temporal-polyfill';
import type { AppContext } from '../../platform/context.ts';
import { changesOf, ruleOf } from '../../platform/event-rules.repo.ts';
import { ProblemError } from '../../platform/problem-error.ts';
import type { CalendarEvent } from '../../ports/calendars/write-calendar.ts';
import { type CalendarRow, findCalendarEvents } from './calendars.repo.ts';
import { calendarUrlOf, type EventsAsked, filterOf } from './events.service.ts';

const MONTHS_BACK = 3;
const MONTHS_AHEAD = 15;
/** A program that reads more than this stumbles over it; the calendar then says that it has not everything. */
const MOST_EVENTS = 1_000;

function asCalendarEvent(
  row: CalendarRow,
  { from, to, publicUrl }: { from: Temporal.PlainDate; to: Temporal.PlainDate; publicUrl: string },
): CalendarEvent | null {
  const say = wordsIn().say('listings');
  const rule = ruleOf(row);
  const series = calendarSeries(rule, from, to);
  if (series === null) return null;
  const url = `${publicUrl}/listings/${row.listing_slug}`;
  const told = [
    row.summary,
    say('calendar.by', { organisation: row.organisation_name }),
    row.free ? say('free') : '',
    url,
  ];
  return {
    uid: `${row.id}@${new URL(publicUrl).hostname}`,
    title: row.name,
    description: told.filter(Boolean).join('\n'),
    place: row.place,
    url,
    category: row.category_name,
    startTime: Temporal.PlainTime.from(row.start_time),
    endTime: Temporal.PlainTime.from(row.end_time),
    series,
    changes: standingChanges(rule, changesOf(row.changed)),
    createdAt: row.created_at,
    changedAt: row.changed_at,
  };
}

/** The calendar of what passes the filter, as a file. One that asks for everything is refused: no calendar holds a country. */
export async function makeCalendar(context: AppContext, asked: EventsAsked): Promise<string> {
  const { publicUrl } = context.config;
  const url = calendarUrlOf(publicUrl, asked);
  if (url === null)
    throw new ProblemError('request.invalid', {
      errors: [{ pointer: '/querystring/organisation', code: 'field.required' }],
    });
  const { filter, isKnown } = await filterOf(context, asked);
  if (!isKnown)
    throw new ProblemError('postcode.unknown', {
      errors: [{ pointer: '/querystring/near', code: 'postcode.unknown' }],
    });
  const say = wordsIn().say('listings');
  const month = context.clock.today().with({ day: 1 });
  const from = month.subtract({ months: MONTHS_BACK });
  const to = month.add({ months: MONTHS_AHEAD }).subtract({ days: 1 });
  const rows = await findCalendarEvents(context.reads, filter, from, MOST_EVENTS + 1);
  const shown = rows.slice(0, MOST_EVENTS);
  const [first] = shown;
  const events = shown.flatMap((row) => asCalendarEvent(row, { from, to, publicUrl }) ?? []);
  const { writeCalendar } = await import('../../ports/calendars/write-calendar.ts');
  return writeCalendar({
    name:
      asked.organisation !== null && first
        ? say('calendar.of', { organisation: first.organisation_name })
        : say('events.title'),
    description: rows.length > MOST_EVENTS ? say('calendar.notAll', { count: MOST_EVENTS }) : '',
    url,
    events,
  });
}
