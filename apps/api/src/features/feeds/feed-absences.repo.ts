// Remembers which services a feed named once and does not name now, and since when.

import type { Tx } from '@support-market/db/pool';
import { sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';

/** Of some listings, those that have been away since a day or longer. */
export async function awaySince(
  tx: Tx,
  councilId: string,
  listingIds: readonly string[],
  day: Temporal.PlainDate,
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ listing_id: string }>`
    select listing_id from feed_absences where council_id = ${councilId} and listing_id = any(${[...listingIds]}::text[]) and since <= ${day}`.execute(
    tx,
  );
  return new Set(rows.map(({ listing_id }) => listing_id));
}

/** Notes that listings are away from today; of those that `stayed` away, the first day stays. */
export async function noteAway(
  tx: Tx,
  councilId: string,
  feedId: string,
  today: Temporal.PlainDate,
  { left, stayed }: { readonly left: readonly string[]; readonly stayed: readonly string[] },
): Promise<void> {
  await sql`
    insert into feed_absences (council_id, feed_id, listing_id, since)
    select ${councilId}, ${feedId}, given.id, ${today} from unnest(${[...left, ...stayed]}::text[]) as given (id) order by given.id
    on conflict (council_id, listing_id) do update set since = excluded.since, feed_id = excluded.feed_id
      where excluded.listing_id = any(${[...left]}::text[])`.execute(tx);
}

/** Forgets the absence of listings, and answers those that were away. */
export async function forgetAway(tx: Tx, councilId: string, listingIds: readonly string[]): Promise<string[]> {
  if (listingIds.length === 0) return [];
  const { rows } = await sql<{ listing_id: string }>`
    delete from feed_absences where council_id = ${councilId} and listing_id = any(${[...listingIds]}::text[]) returning listing_id`.execute(
    tx,
  );
  return rows.map(({ listing_id }) => listing_id);
}
