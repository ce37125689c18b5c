// Says what is on in the order in which a person would look for it: day by day, nearest or earliest first.

import { LONDON, londonInstant, parseTime } from '@support-market/domain/shared/local-time';
import { findPostcode } from '@support-market/domain/shared/postcodes';
import { Temporal } from 'temporal-polyfill';
import type { AppContext } from '../../platform/context.ts';
import { findPlace } from '../../platform/places.repo.ts';
import { ProblemError } from '../../platform/problem-error.ts';
import { countHappenings, type EventsFilter, findHappenings } from './events.repo.ts';

const MOST_DAYS = 92;

const MOST_MILES = 25;
/** A day is counted no further. */
const MOST_COUNTED = 100;
const METRES_PER_MILE = 1609.344;

/** Which events are meant, as somebody says it. */
export interface EventsAsked {
  readonly near: string;
  readonly miles: number;
  /** The address of the only organisation that is asked about; null for all. */
  readonly organisation: string | null;
  /** The address of the only kind of support that is asked about; null for all. */
  readonly category: string | null;
}

export interface EventsQuestion extends EventsAsked {
  readonly from: Temporal.PlainDate | null;
  readonly to: Temporal.PlainDate | null;
  readonly withOff: boolean;
  /** Also how much is on each day. */
  readonly counts: boolean;
  readonly limit: number;
}

/** What a request leaves out asks for everything. */
export function askedOf(
  query: {
    readonly [Part in keyof EventsAsked]?: EventsAsked[Part] | undefined;
  },
): EventsAsked {
  const { near = '', miles = MOST_MILES, organisation = null, category = null } = query;
  return { near: near.trim(), miles, organisation, category };
}

/** The same with the place looked up; where the place is not known, as if none had been named. */
export async function filterOf(
  context: Pick<AppContext, 'reads'>,
  { near, miles, organisation, category }: EventsAsked,
): Promise<{ readonly filter: EventsFilter; readonly isKnown: boolean }> {
  const place = near === '' ? undefined : findPostcode(near);
  const found = place ? await findPlace(context.reads, place) : null;
  const point = found && { ...found, metres: miles * METRES_PER_MILE };
  return { filter: { organisation, category, point }, isKnown: near === '' || point !== null };
}

/** A time that the clocks skip or repeat is taken as the later reading, since a poster on a door says no more. */
function instantOf(date: Temporal.PlainDate, time: string): Temporal.Instant {
  const clock = parseTime(time);
  const at = clock.ok ? clock.value : Temporal.PlainTime.from('00:00');
  const exact = londonInstant(date, at);
  return exact.ok ? exact.value : date.toZonedDateTime({ timeZone: LONDON, plainTime: at }).toInstant();
}

/** Where the calendar of what is asked for is read; null where it asks for everything, which is too much for one. */
export function calendarUrlOf(publicUrl: string, { near, miles, organisation, category }: EventsAsked): string | null {
  const parts = { organisation, category, near, miles: near === '' || miles === MOST_MILES ? null : String(miles) };
  const given = Object.entries(parts).filter((part): part is [string, string] => Boolean(part[1]));
  return given.length === 0 ? null : `${publicUrl}/events.ics?${new URLSearchParams(given).toString()}`;
}

/** What happens from one day to another (both included); of today, what is not over yet. Refuses a span that ends before it starts or is too long. */
export async function whatIsOn(context: AppContext, question: EventsQuestion) {
  const from = question.from ?? context.clock.today();
  const to = question.to ?? from.add({ days: 7 });
  const days = from.until(to).days;
  if (days < 0)
    throw new ProblemError('schedule.ends_before_start', {
      errors: [{ pointer: '/querystring/to', code: 'schedule.ends_before_start' }],
    });
  if (days > MOST_DAYS)
    throw new ProblemError('request.invalid', {
      errors: [{ pointer: '/querystring/to', code: 'field.maximum', details: { days: MOST_DAYS } }],
    });
  const { near } = question;
  const { filter, isKnown } = await filterOf(context, question);
  const happening = {
    ...filter,
    from,
    to,
    overBy: from.equals(context.clock.today()) ? context.clock.now().toZonedDateTimeISO(LONDON).toPlainTime() : null,
    withOff: question.withOff,
    limit: question.limit + 1,
  };
  const rows = await findHappenings(context.reads, happening);
  const counted = question.counts
    ? await countHappenings(context.reads, { ...happening, withOff: false, limit: MOST_COUNTED })
    : [];
  const items = rows.slice(0, question.limit).map((row) => ({
    id: [row.id, row.date, row.moved_from].filter(Boolean).join('_'),
    title: row.name,
    date: row.date.toString(),
    startsAt: instantOf(row.date, row.start_time),
    endsAt: instantOf(row.end_time < row.start_time ? row.date.add({ days: 1 }) : row.date, row.end_time),
    listingSlug: row.listing_slug,
    organisationName: row.organisation_name,
    placeName: row.venue === '' ? null : row.venue,
    postcode: row.postcode,
    categorySlug: row.category_slug,
    distanceMetres: row.metres === null ? null : Math.round(row.metres),
    free: row.free,
    frequency: row.frequency,
    isOff: row.is_off,
    movedTo: row.moved_to?.toString() ?? null,
    movedFrom: row.moved_from?.toString() ?? null,
    reason: row.reason,
  }));
  return {
    items,
    from: from.toString(),
    to: to.toString(),
    more: rows.length > question.limit,
    near: near === '' ? null : { asked: near, known: isKnown },
    days: counted.map(({ date, count }) => ({ date: date.toString(), count })),
    calendarUrl: isKnown ? calendarUrlOf(context.config.publicUrl, question) : null,
  };
}
