// Which addresses of the catalogue a search engine may know: what everybody finds by searching, and is not out of date.

import type { Db } from '@support-market/db/pool';
import { sql } from 'kysely';

/** Listings that are published and not stale, and organisations that have one. */
const SHOWN = sql`select '/listings/' || listing.slug as path from listings as listing where listing.state = 'published'
  union all select '/organisations/' || organisation.slug from organisations as organisation
    where exists (select from listings as listing where listing.organisation_id = organisation.id and listing.state = 'published')`;

export async function countShownPaths(db: Db): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from (${SHOWN}) as shown`.execute(db);
  return rows[0]?.count ?? 0;
}

/** One part of them, in the order of their addresses, so that parts do not overlap. */
export async function shownPaths(db: Db, part: number, size: number): Promise<string[]> {
  const { rows } = await sql<{ path: string }>`select shown.path from (${SHOWN}) as shown
    order by shown.path limit ${size} offset ${part * size}`.execute(db);
  return rows.map(({ path }) => path);
}
