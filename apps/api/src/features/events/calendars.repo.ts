// Reads the events that a calendar is told of: their rules and breaks, where they are and whose, and when something of it was changed.

import type { Db } from '@support-market/db/pool';
import { type RawBuilder, sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';
import {
  type ChangedRow,
  changedDates,
  EVENT_TERMS,
  eventBreaks,
  type RuleRow,
} from '../../platform/event-rules.repo.ts';
import { type EventsFilter, metresFrom, passes, type Spot } from './events.repo.ts';

export interface CalendarRow extends RuleRow {
  readonly id: string;
  readonly name: string;
  /** HH:MM in London. */
  readonly start_time: string;
  readonly end_time: string;
  readonly changed: ChangedRow[] | null;
  readonly listing_slug: string;
  readonly listing_title: string;
  readonly summary: string;
  readonly free: boolean;
  readonly place: string;
  readonly organisation_name: string;
  readonly category_name: string;
  readonly created_at: Temporal.Instant;
  readonly changed_at: Temporal.Instant;
}

const eventsAt = (filter: EventsFilter, spot: Spot, from: Temporal.PlainDate): RawBuilder<unknown> => {
  const of = (column: string) => sql.ref(`${spot}.${column}`);
  return sql`
    (select event.id, event.name, event.frequency, event.weekday, event.week_of_month, event.interval_count, event.first_date, event.last_date,
        to_char(event.start_time, 'HH24:MI') as start_time, to_char(event.end_time, 'HH24:MI') as end_time,
        ${eventBreaks()} as breaks, ${EVENT_TERMS} as terms, ${changedDates()} as changed,
        listing.slug as listing_slug, listing.title as listing_title, listing.summary, listing.free,
        case when ${of('address_shown')}
          then concat_ws(', ', nullif(${of(spot === 'listing' ? 'venue' : 'name')}, ''), nullif(${of('address_line')}, ''), ${of('postcode')})
          else coalesce(split_part(${of('postcode')}, ' ', 1), '') end as place,
        organisation.name as organisation_name, category.name as category_name, event.created_at,
        greatest(event.changed_at, listing.changed_at) as changed_at, ${metresFrom(filter.point, spot)} as metres
      from events as event join listings as listing on listing.id = event.listing_id
      join organisations as organisation on organisation.id = listing.organisation_id
      join categories as category on category.id = listing.category_id
      ${spot === 'spot' ? sql`join locations as spot on spot.id = event.location_id` : sql``}
      where ${spot === 'listing' ? sql`event.location_id is null` : sql`true`} and ${passes(filter, spot)}
        and case event.frequency when 'once' then event.first_date >= ${from} else event.last_date is null or event.last_date >= ${from} end)`;
};

/** Of public listings, the nearest first where a place is asked for, else the newest; at most `limit`. */
export async function findCalendarEvents(
  db: Db,
  filter: EventsFilter,
  from: Temporal.PlainDate,
  limit: number,
): Promise<CalendarRow[]> {
  const { rows } = await sql<CalendarRow>`
    select * from (${eventsAt(filter, 'listing', from)} union all ${eventsAt(filter, 'spot', from)}) as event
     order by metres, id desc limit ${limit}`.execute(db);
  return rows;
}
