// Writes what happens at a listing and when, whole listings at a time, so that what is over goes.

import type { Tx } from '@support-market/db/pool';
import { sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';
import { newId } from '../../platform/ids.ts';
import { forgetListingPages } from '../../platform/listing-changes.repo.ts';
import type { Clock } from '../../ports/clock/clock.ts';
import type { FactSource } from './catalogue-facts.repo.ts';
import { lastByKey, rowsAsJson, type Written } from './catalogue-rows.repo.ts';

export interface EventWrite {
  readonly listingId: string;
  readonly name: string;
  readonly frequency: 'once' | 'weekly' | 'monthly';
  /** 1 is Monday; left out, the weekday of `firstDate`. */
  readonly weekday?: number | null;
  /** For monthly: 1 to 4, or 5 for the last. */
  readonly weekOfMonth?: number | null;
  readonly firstDate: Temporal.PlainDate;
  readonly lastDate?: Temporal.PlainDate | null;
  /** HH:MM in Europe/London. */
  readonly startTime: string;
  readonly endTime: string;
  /** 2 is every second week or month; left out, 1. */
  readonly interval?: number;
  /** Left out: it stays without, or with those it has where events are added. */
  readonly breaks?: readonly EventBreakWrite[];
  /** One of the listing's places; left out or null, its main one. */
  readonly locationId?: string | null;
  /** Only in the school terms of its council; left out, whatever schools do. */
  readonly termTime?: boolean;
}

/** Days, both included, on which it does not happen. */
export interface EventBreakWrite {
  readonly from: Temporal.PlainDate;
  readonly to: Temporal.PlainDate;
  readonly everyYear?: boolean;
  readonly reason?: string;
}

const minute = (time: string): string => time.slice(0, 5);
const keyOf = (row: EventWrite): string =>
  [row.listingId, row.name, row.firstDate.toString(), minute(row.startTime)].join('\n');

interface StoredEvent {
  readonly id: string;
  readonly listing_id: string;
  readonly name: string;
  readonly first_date: Temporal.PlainDate;
  readonly start_time: string;
}

/** Replaces the breaks of some events, or adds to them, and answers the ids of those whose breaks are others than before. */
async function writeBreaks(tx: Tx, eventIds: readonly string[], breaks: readonly object[]): Promise<string[]> {
  const given = sql`jsonb_to_recordset(${rowsAsJson(breaks)}::jsonb) as given (event_id text, from_date date, to_date date, every_year boolean, reason text)`;
  const gone = await sql<{ event_id: string }>`
    delete from event_breaks as old where old.event_id = any(${[...eventIds]}::text[])
      and not exists (select from ${given} where given.event_id = old.event_id and given.from_date = old.from_date)
    returning old.event_id`.execute(tx);
  const written = await sql<{ event_id: string }>`
    insert into event_breaks as old (event_id, from_date, to_date, every_year, reason)
    select given.event_id, given.from_date, given.to_date, given.every_year, given.reason from ${given}
    on conflict (event_id, from_date) do update set to_date = excluded.to_date, every_year = excluded.every_year, reason = excluded.reason
      where (old.to_date, old.every_year, old.reason) is distinct from (excluded.to_date, excluded.every_year, excluded.reason)
    returning old.event_id`.execute(tx);
  return [...gone.rows, ...written.rows].map(({ event_id }) => event_id);
}

/**
 * Gives events that are there already the name and first time by which they are known from now on, so that they stay the same
 * ones: their called-off dates and their entries in people's calendars hang on them. Answers how many are known by something
 * else now. One that would become the same as another of its listing is left, and taken as another.
 */
export async function keepEvents(
  tx: Tx,
  clock: Clock,
  rows: readonly (EventWrite & { readonly id: string })[],
): Promise<number> {
  let kept = 0;
  for (const row of rows) {
    const { numAffectedRows } = await sql`
      update events as event set name = ${row.name}, first_date = ${row.firstDate}, start_time = ${minute(row.startTime)}::time,
        last_date = ${row.lastDate ?? null}, changed_at = ${clock.now()}::timestamptz
       where event.id = ${row.id} and event.listing_id = ${row.listingId}
         and (event.name, event.first_date, event.start_time) is distinct from (${row.name}, ${row.firstDate}::date, ${minute(row.startTime)}::time)
         and not exists (select from events as other where other.listing_id = event.listing_id and other.id <> event.id
           and other.name = ${row.name} and other.first_date = ${row.firstDate} and other.start_time = ${minute(row.startTime)}::time)`.execute(
      tx,
    );
    kept += Number(numAffectedRows ?? 0n);
  }
  return kept;
}

/** Of listings where nothing is on any more; answers those where something was. */
export async function removeEvents(tx: Tx, listingIds: readonly string[]): Promise<string[]> {
  if (listingIds.length === 0) return [];
  const { rows } = await sql<{ listing_id: string }>`
    delete from events where listing_id = any(${[...listingIds]}::text[]) returning listing_id`.execute(tx);
  return [...new Set(rows.map(({ listing_id }) => listing_id))];
}

export interface EventsOptions {
  readonly source?: FactSource;
  /** They come to those that there are, with their breaks, instead of taking their place. */
  readonly add?: boolean;
  /** Listings whose events these are all of, also where a listing has none any more. */
  readonly of?: readonly string[];
  /** Listings where nothing is on yet. */
  readonly isNew?: ReadonlySet<string>;
}

/**
 * Writes everything that happens at the named listings, by (listingId, name, firstDate, startTime): an event of such a
 * listing that is not among the rows is over and goes, and so does a break that is not named. Give all events of a listing
 * in one call.
 */
export async function upsertEvents(
  tx: Tx,
  clock: Clock,
  rows: readonly EventWrite[],
  { source, add = false, of, isNew = new Set() }: EventsOptions = {},
): Promise<Written[]> {
  const distinct = lastByKey(rows, keyOf);
  const listingIds = [...new Set([...rows.map((row) => row.listingId), ...(of ?? [])])];
  if (listingIds.length === 0) return [];
  const now = clock.now();
  const values = distinct.map((row) => ({
    id: newId(clock, 'event'),
    listing_id: row.listingId,
    name: row.name,
    frequency: row.frequency,
    weekday: row.frequency === 'once' ? row.firstDate.dayOfWeek : (row.weekday ?? row.firstDate.dayOfWeek),
    week_of_month: row.frequency === 'monthly' ? (row.weekOfMonth ?? Math.ceil(row.firstDate.day / 7)) : null,
    interval_count: row.interval ?? 1,
    first_date: row.firstDate,
    last_date: row.lastDate ?? null,
    start_time: minute(row.startTime),
    end_time: minute(row.endTime),
    location_id: row.locationId ?? null,
    term_time: row.termTime ?? false,
  }));
  const given = sql`jsonb_to_recordset(${rowsAsJson(values)}::jsonb) as given (id text, listing_id text, name text, frequency text,
    weekday integer, week_of_month integer, interval_count integer, first_date date, last_date date, start_time time, end_time time, location_id text, term_time boolean)`;
  const known = listingIds.filter((id) => !isNew.has(id));
  if (!add && known.length > 0)
    await sql`delete from events as event where event.listing_id = any(${known}::text[])
    and not exists (select from ${given} where event.listing_id = given.listing_id and event.name = given.name
      and event.first_date = given.first_date and event.start_time = given.start_time)`.execute(tx);
  const written = await sql<{ id: string }>`
    insert into events as event (id, listing_id, name, frequency, weekday, week_of_month, interval_count, first_date, last_date, start_time, end_time,
      location_id, term_time, source_id, created_at, changed_at)
    select given.*, ${source?.id ?? null}, ${now}::timestamptz, ${now}::timestamptz from ${given}
    on conflict (listing_id, name, first_date, start_time) do update set frequency = excluded.frequency, weekday = excluded.weekday,
      week_of_month = excluded.week_of_month, interval_count = excluded.interval_count, last_date = excluded.last_date, end_time = excluded.end_time,
      location_id = excluded.location_id, term_time = excluded.term_time, source_id = coalesce(excluded.source_id, event.source_id), changed_at = excluded.changed_at
    where (event.frequency, event.weekday, event.week_of_month, event.interval_count, event.last_date, event.end_time, event.location_id, event.term_time) is distinct from
      (excluded.frequency, excluded.weekday, excluded.week_of_month, excluded.interval_count, excluded.last_date, excluded.end_time, excluded.location_id, excluded.term_time)
    returning event.id`.execute(tx);
  const { rows: stored } = await sql<StoredEvent>`
    select id, listing_id, name, first_date, start_time::text as start_time from events
     where listing_id = any(${listingIds}::text[])`.execute(tx);
  const idOf = new Map(
    stored.map((row) => [
      [row.listing_id, row.name, row.first_date.toString(), minute(row.start_time)].join('\n'),
      row.id,
    ]),
  );
  const breaks = distinct.flatMap((row) => {
    const event_id = idOf.get(keyOf(row)) ?? '';
    const own = (row.breaks ?? []).map((one) => ({
      event_id,
      from_date: one.from,
      to_date: one.to,
      every_year: one.everyYear ?? false,
      reason: one.reason ?? '',
    }));
    return lastByKey(own, (one) => one.from_date.toString());
  });
  const rested = breaks.length + known.length === 0 ? [] : await writeBreaks(tx, add ? [] : [...idOf.values()], breaks);
  await forgetListingPages(tx, listingIds);
  const accepted = new Set([...written.rows.map(({ id }) => id), ...rested]);
  return rows.map((row) => {
    const id = idOf.get(keyOf(row)) ?? '';
    return { id, outcome: accepted.has(id) ? 'accepted' : 'unchanged' };
  });
}
