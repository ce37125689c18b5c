// Writes that one date of an event is called off, moved, or on as it was.

import type { Tx } from '@support-market/db/pool';
import { sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';
import {
  type ChangedRow,
  changedDates,
  EVENT_TERMS,
  eventBreaks,
  type RuleRow,
} from '../../platform/event-rules.repo.ts';

export interface OwnEventRow extends RuleRow {
  readonly id: string;
  readonly name: string;
  /** HH:MM in London. */
  readonly start_time: string;
  readonly end_time: string;
  readonly changed: ChangedRow[] | null;
}

export async function listEventRules(tx: Tx, listingId: string): Promise<OwnEventRow[]> {
  const { rows } = await sql<OwnEventRow>`
    select event.id, event.name, event.frequency, event.weekday, event.week_of_month, event.interval_count, event.first_date, event.last_date,
           to_char(event.start_time, 'HH24:MI') as start_time, to_char(event.end_time, 'HH24:MI') as end_time,
           ${eventBreaks()} as breaks, ${EVENT_TERMS} as terms, ${changedDates()} as changed
      from events as event join listings as listing on listing.id = event.listing_id
      join organisations as organisation on organisation.id = listing.organisation_id
     where event.listing_id = ${listingId} order by event.id`.execute(tx);
  return rows;
}

export interface EventDateWrite {
  readonly eventId: string;
  readonly date: Temporal.PlainDate;
  readonly movedTo: {
    readonly date: Temporal.PlainDate;
    readonly startTime: string;
    readonly endTime: string;
  } | null;
  readonly reason: string;
}

/** Its event counts as changed: calendars go by that. */
export async function writeEventDate(tx: Tx, row: EventDateWrite, at: Temporal.Instant): Promise<void> {
  await sql`
    insert into event_dates as old (event_id, on_date, moved_to, start_time, end_time, reason, changed_at)
    values (${row.eventId}, ${row.date}, ${row.movedTo?.date ?? null}, ${row.movedTo?.startTime ?? null}::time,
      ${row.movedTo?.endTime ?? null}::time, ${row.reason}, ${at}::timestamptz)
    on conflict (event_id, on_date) do update set moved_to = excluded.moved_to, start_time = excluded.start_time,
      end_time = excluded.end_time, reason = excluded.reason, changed_at = excluded.changed_at`.execute(tx);
  await tx.updateTable('events').set({ changed_at: at }).where('id', '=', row.eventId).execute();
}

export async function removeEventDate(
  tx: Tx,
  eventId: string,
  date: Temporal.PlainDate,
  at: Temporal.Instant,
): Promise<void> {
  await sql`delete from event_dates where event_id = ${eventId} and on_date = ${date}`.execute(tx);
  await tx.updateTable('events').set({ changed_at: at }).where('id', '=', eventId).execute();
}
