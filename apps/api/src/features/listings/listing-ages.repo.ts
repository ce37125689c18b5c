// Finds listings that were not confirmed for long, for the work that marks them and later hides them.

import type { Tx } from '@support-market/db/pool';
import { type RawBuilder, sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';

export interface AgedListing {
  readonly id: string;
  readonly title: string;
  readonly organisationId: string;
}

/** Listings of the organisations that a council's file brought (null: that no file brought), locked; what somebody holds is left. */
async function lockListings(
  tx: Tx,
  councilId: string | null,
  condition: RawBuilder<unknown>,
  limit: number,
): Promise<readonly AgedListing[]> {
  const { rows } = await sql<AgedListing>`
    select listing.id, listing.title, listing.organisation_id as "organisationId"
      from listings as listing join organisations as organisation on organisation.id = listing.organisation_id
     where organisation.listed_by is not distinct from ${councilId}::text and ${condition}
     order by listing.id limit ${limit} for update of listing skip locked`.execute(tx);
  return rows;
}

/** Where it was never said on which day it was right, the day on which it was written counts. */
const confirmedBefore = (day: Temporal.PlainDate): RawBuilder<unknown> =>
  sql`coalesce(listing.last_confirmed_on, (listing.changed_at at time zone 'Europe/London')::date) < ${day}`;

export function lockUnconfirmed(tx: Tx, councilId: string | null, day: Temporal.PlainDate, limit: number) {
  return lockListings(tx, councilId, sql`listing.state = 'published' and ${confirmedBefore(day)}`, limit);
}

/** Those that were marked before the day too, so that their provider had that long to answer. */
export function lockLongStale(tx: Tx, councilId: string | null, day: Temporal.PlainDate, limit: number) {
  return lockListings(
    tx,
    councilId,
    sql`listing.state = 'stale' and ${confirmedBefore(day)}
      and (select max(history.changed_at at time zone 'Europe/London')::date from listing_histories as history
            where history.listing_id = listing.id and history.event = 'listing.marked-stale') < ${day}`,
    limit,
  );
}
