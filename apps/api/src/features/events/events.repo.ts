// Reads what happens between two days, day by day and no further than what is shown, with where it is and whose it is.

import type { Db } from '@support-market/db/pool';
import { type RawBuilder, sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';

export interface HappeningRow {
  readonly date: Temporal.PlainDate;
  readonly id: string;
  readonly name: string;
  readonly frequency: 'once' | 'weekly' | 'monthly';
  readonly start_time: string;
  readonly end_time: string;
  /** The day from which it was moved to this one. */
  readonly moved_from: Temporal.PlainDate | null;
  /** The day on which it is instead of this one. */
  readonly moved_to: Temporal.PlainDate | null;
  /** It is not on: called off, or moved away. */
  readonly is_off: boolean;
  readonly reason: string;
  readonly listing_slug: string;
  readonly venue: string;
  readonly postcode: string | null;
  readonly metres: number | null;
  readonly free: boolean;
  readonly organisation_name: string;
  readonly category_slug: string;
}

export interface EventsFilter {
  /** The address of the only organisation that is asked about; null for all. */
  readonly organisation: string | null;
  /** The address of a kind of support, with the kinds below it; null for all. */
  readonly category: string | null;
  /** Where somebody is; then each day's nearest come first, and what is further than `metres` is left out. */
  readonly point: { readonly lat: number; readonly lon: number; readonly metres: number } | null;
}

export interface HappeningsQuestion extends EventsFilter {
  readonly from: Temporal.PlainDate;
  readonly to: Temporal.PlainDate;
  /** The time in London where the first day is today: what ended by then is over, and is left out. Null to leave out nothing. */
  readonly overBy: Temporal.PlainTime | null;
  /** Also those that are called off on a day or moved away from it, which then say so. */
  readonly withOff: boolean;
  readonly limit: number;
}

const METRES_PER_DEGREE = 111_195;

/** Where an event is: at the main place of its listing, or at a place of its own. Only what the public may know of it. */
export type Spot = 'listing' | 'spot';

/** Distance on a flat map, as in the search of listings. */
export function metresFrom(point: EventsFilter['point'], spot: Spot): RawBuilder<unknown> {
  if (point === null) return sql`null::double precision`;
  const perLongitude = METRES_PER_DEGREE * Math.cos((point.lat * Math.PI) / 180);
  const of = (column: string) => sql.ref(`${spot}.${column}`);
  return sql`sqrt(((${of('shown_latitude')} - ${point.lat}::float8) * ${sql.lit(METRES_PER_DEGREE)}) ^ 2 + ((${of('shown_longitude')} - ${point.lon}::float8) * ${perLongitude}::float8) ^ 2)`;
}

/** Only the square around the point is read: the index of places answers that. */
function nearby(point: EventsFilter['point'], spot: Spot): RawBuilder<unknown> {
  if (point === null) return sql`true`;
  const up = point.metres / METRES_PER_DEGREE;
  const across = up / Math.cos((point.lat * Math.PI) / 180);
  const of = (column: string) => sql.ref(`${spot}.${column}`);
  return sql`${of('shown_latitude')} between ${point.lat - up}::float8 and ${point.lat + up}::float8
    and ${of('shown_longitude')} between ${point.lon - across}::float8 and ${point.lon + across}::float8
    and ${metresFrom(point, spot)} <= ${point.metres}::float8`;
}

/** What a filter lets through, of events at a spot. Of a kind of support, what stands there as its main or a further one. */
export function passes({ organisation, category, point }: EventsFilter, spot: Spot): RawBuilder<unknown> {
  const own = organisation === null ? sql`true` : sql`organisation.slug = ${organisation}`;
  const kinds = sql`(select kind.id from categories as kind left join categories as heading on heading.id = kind.parent_id
    where kind.slug = ${category} or heading.slug = ${category})`;
  const asked =
    category === null
      ? sql`true`
      : sql`(listing.category_id in ${kinds} or exists (select from listing_categories as term
          where term.listing_id = listing.id and term.category_id in ${kinds}))`;
  return sql`listing.state in ('published', 'stale') and ${own} and ${asked} and ${nearby(point, spot)}`;
}

/** A day on which an event is by its rule, and in no break; one that comes back each year is compared in the year of the day and in the year before. */
const isOn = (
  day: RawBuilder<unknown>,
) => sql`(event.first_date <= ${day} and (event.last_date is null or event.last_date >= ${day})
  and case event.frequency when 'once' then event.first_date = ${day}
    else event.weekday = extract(isodow from ${day})::integer and case event.frequency when 'weekly' then ((${day} - event.first_date) / 7) % event.interval_count = 0
      else ((extract(year from ${day}) - extract(year from event.first_date)) * 12
          + extract(month from ${day}) - extract(month from event.first_date))::integer % event.interval_count = 0
        and case event.week_of_month when 5 then extract(month from ${day} + 7) <> extract(month from ${day})
          else event.week_of_month = (extract(day from ${day})::integer + 6) / 7 end end end
  and (not event.term_time or exists (select from school_terms as term where term.council_id = organisation.listed_by
    and ${day} between term.from_date and term.to_date))
  and not exists (select from event_breaks as rest where rest.event_id = event.id and (
    ${day} between rest.from_date and rest.to_date
    or (rest.every_year and ${day} > rest.to_date and exists (
      select from generate_series(extract(year from ${day})::integer - extract(year from rest.from_date)::integer - 1,
        extract(year from ${day})::integer - extract(year from rest.from_date)::integer) as later (years)
      where later.years >= 0 and ${day} between rest.from_date + make_interval(years => later.years) and rest.to_date + make_interval(years => later.years))))))`;

const DAY = sql`day.date`;

const orderOf = ({ point }: EventsFilter) =>
  point === null ? sql`start_time, name, id` : sql`metres, start_time, name, id`;

/**
 * What happens at public listings, at most `limit`, day by day. Each day reads its own earliest (or nearest) `limit` from an
 * index and the days are joined, so that the events of a whole country are never read for a front page. The rules are those
 * of domain/events/occurrences, and a test holds both together.
 */
function happenings(question: HappeningsQuestion): RawBuilder<HappeningRow> {
  const { from, to, point, overBy, withOff, limit } = question;
  const order = orderOf(question);
  // One that ends after midnight ends on the day after.
  const notOver = (starts: RawBuilder<unknown>, ends: RawBuilder<unknown>) =>
    overBy === null
      ? sql`true`
      : sql`not (day.date = ${from}::date and ${ends} >= ${starts} and ${ends} <= ${overBy.toString()}::time)`;
  // Only at another time of the same day: it is told where it is moved to, and not twice.
  const asSaid = withOff
    ? sql`(change.on_date is null or change.moved_to is distinct from day.date)`
    : sql`change.on_date is null`;
  /** Events of one spot, as a rule has them on a day (`moved` null) or moved to it from another. */
  const eventsAt = (spot: Spot, when: RawBuilder<unknown>, moved: 'moved' | null) => {
    const of = (column: string) => sql.ref(`${spot}.${column}`);
    return sql`
    (select event.id, event.name, event.frequency, listing.slug as listing_slug,
        ${moved ? sql`change.start_time, change.end_time` : sql`event.start_time, event.end_time`},
        ${moved ? sql`change.on_date` : sql`null::date`} as moved_from,
        ${moved ? sql`null::date` : sql`change.moved_to`} as moved_to, ${moved ? sql`false` : sql`change.on_date is not null`} as is_off,
        coalesce(change.reason, '') as reason,
        case when ${of('address_shown')} then ${of(spot === 'listing' ? 'venue' : 'name')} else '' end as venue,
        case when ${of('address_shown')} then ${of('postcode')} else split_part(${of('postcode')}, ' ', 1) end as postcode,
        ${metresFrom(point, spot)} as metres, listing.free, organisation.name as organisation_name, category.slug as category_slug
      from events as event join listings as listing on listing.id = event.listing_id
      join organisations as organisation on organisation.id = listing.organisation_id
      join categories as category on category.id = listing.category_id
      ${moved ? sql`join event_dates as change on change.event_id = event.id and change.moved_to = day.date` : sql`left join event_dates as change on change.event_id = event.id and change.on_date = day.date`}
      ${spot === 'spot' ? sql`join locations as spot on spot.id = event.location_id` : sql``}
      where ${when} and ${spot === 'listing' ? sql`event.location_id is null` : sql`true`} and ${moved ? sql`true` : asSaid}
        and ${passes(question, spot)} and ${moved ? notOver(sql`change.start_time`, sql`change.end_time`) : notOver(sql`event.start_time`, sql`event.end_time`)}
        and ${isOn(moved ? sql`change.on_date` : DAY)}
      order by ${order} limit ${limit})`;
  };
  const events = (when: RawBuilder<unknown>, moved: 'moved' | null = null) =>
    sql`${eventsAt('listing', when, moved)} union all ${eventsAt('spot', when, moved)}`;
  return sql<HappeningRow>`
    select day.date, happening.id, happening.name, happening.frequency, to_char(happening.start_time, 'HH24:MI') as start_time,
      to_char(happening.end_time, 'HH24:MI') as end_time, happening.moved_from, happening.moved_to, happening.is_off, happening.reason,
      happening.listing_slug, happening.venue, happening.postcode, happening.metres,
      happening.free, happening.organisation_name, happening.category_slug
    from (select ${from}::date + number as date from generate_series(0, ${from.until(to).days}::integer) as numbers (number)) as day
    cross join lateral (select * from (
      ${events(sql`event.frequency <> 'once' and event.weekday = extract(isodow from day.date)::integer`)}
      union all
      ${events(sql`event.frequency = 'once' and event.first_date = day.date`)}
      union all
      ${events(sql`true`, 'moved')}
    ) as all_kinds order by ${order} limit ${limit}) as happening`;
}

export async function findHappenings(db: Db, question: HappeningsQuestion): Promise<HappeningRow[]> {
  const { rows } = await sql<HappeningRow>`
    select * from (${happenings(question)}) as happening order by date, ${orderOf(question)} limit ${question.limit}`.execute(
    db,
  );
  return rows;
}

/** How much happens on each day that has something; no day is counted further than `limit`. */
export async function countHappenings(
  db: Db,
  question: HappeningsQuestion,
): Promise<{ readonly date: Temporal.PlainDate; readonly count: number }[]> {
  const { rows } = await sql<{ date: Temporal.PlainDate; count: number }>`
    select date, least(count(*), ${question.limit})::integer as count from (${happenings(question)}) as happening
     group by date order by date`.execute(db);
  return rows;
}
