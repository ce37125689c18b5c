// Writes what happens at a listing and when, whole listings at a time, so that what is over goes.

import type { Tx } from '@support-market/db/pool';
import { sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';
import { newId } from '../../platform/ids.ts';
import type { Clock } from '../../ports/clock/clock.ts';
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
  /** The days on which it does not happen. */
  readonly notOn?: readonly Temporal.PlainDate[];
}

/**
 * Writes everything that happens at the named listings, by (listingId, name, firstDate, startTime): an event of such a
 * listing that is not among the rows is over and goes. Give all events of a listing in one call.
 */
export async function upsertEvents(tx: Tx, clock: Clock, rows: readonly EventWrite[]): Promise<Written[]> {
  const minute = (time: string): string => time.slice(0, 5);
  const keyOf = (row: EventWrite) =>
    [row.listingId, row.name, row.firstDate.toString(), minute(row.startTime)].join('\n');
  const values = lastByKey(rows, keyOf).map((row) => ({
    id: newId(clock, 'event'),
    listing_id: row.listingId,
    name: row.name,
    frequency: row.frequency,
    weekday: row.frequency === 'once' ? null : (row.weekday ?? row.firstDate.dayOfWeek),
    week_of_month: row.frequency === 'monthly' ? (row.weekOfMonth ?? Math.ceil(row.firstDate.day / 7)) : null,
    first_date: row.firstDate,
    last_date: row.lastDate ?? null,
    start_time: minute(row.startTime),
    end_time: minute(row.endTime),
    not_on: row.notOn ?? [],
  }));
  if (values.length === 0) return [];
  const given = sql`jsonb_to_recordset(${rowsAsJson(values)}::jsonb) as given (id text, listing_id text, name text, frequency text,
    weekday integer, week_of_month integer, first_date date, last_date date, start_time time, end_time time, not_on date[])`;
  const same = sql`event.listing_id = given.listing_id and event.name = given.name and event.first_date = given.first_date and event.start_time = given.start_time`;
  await sql`delete from events as event where event.listing_id in (select listing_id from ${given})
    and not exists (select from ${given} where ${same})`.execute(tx);
  const updated = await sql<{
    id: string;
  }>`update events as event set frequency = given.frequency, weekday = given.weekday,
      week_of_month = given.week_of_month, last_date = given.last_date, end_time = given.end_time, not_on = given.not_on from ${given}
    where ${same} and (event.frequency, event.weekday, event.week_of_month, event.last_date, event.end_time, event.not_on)
      is distinct from (given.frequency, given.weekday, given.week_of_month, given.last_date, given.end_time, given.not_on)
    returning event.id`.execute(tx);
  const inserted = await sql<{
    id: string;
  }>`insert into events (id, listing_id, name, frequency, weekday, week_of_month, first_date, last_date, start_time, end_time, not_on)
    select given.* from ${given} where not exists (select from events as event where ${same}) returning id`.execute(tx);
  const accepted = new Set([...updated.rows, ...inserted.rows].map(({ id }) => id));
  const { rows: stored } = await sql<{
    id: string;
    listing_id: string;
    name: string;
    first_date: Temporal.PlainDate;
    start_time: string;
  }>`select id, listing_id, name, first_date, start_time::text as start_time from events where listing_id = any(${rows.map((row) => row.listingId)}::text[])`.execute(
    tx,
  );
  const idOf = new Map(
    stored.map((row) => [
      [row.listing_id, row.name, row.first_date.toString(), minute(row.start_time)].join('\n'),
      row.id,
    ]),
  );
  return rows.map((row) => {
    const id = idOf.get(keyOf(row)) ?? '';
    return { id, outcome: accepted.has(id) ? 'accepted' : 'unchanged' };
  });
}
