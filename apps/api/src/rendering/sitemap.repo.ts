// Which addresses of the catalogue a search engine may know: what everybody finds by searching, and is not out of date.

import type { Db } from '@support-market/db/pool';
import { sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';

/**
 * Listings that are published and not stale, organisations that have one, the search of each kind of support that has one, and the pages of each council where there are
 * several; where there is one, its pages are those of the site.
 */
const shown = (
  demonstration: boolean,
) => sql`select '/listings/' || listing.slug as path, listing.changed_at from listings as listing where listing.state = 'published'
  union all select '/organisations/' || organisation.slug, greatest(organisation.changed_at, offered.changed_at)
    from organisations as organisation join (select listing.organisation_id, max(listing.changed_at) as changed_at
      from listings as listing where listing.state = 'published' group by listing.organisation_id) as offered
    on offered.organisation_id = organisation.id
  union all select '/search?category=' || category.slug, null from categories as category
    where exists (select from listings as listing join categories as own on own.id = listing.category_id
      where listing.state = 'published' and category.id in (own.id, own.parent_id))
  union all select '/' || page.name || '?council=' || council.slug, null
    from unnest(array['accessibility', 'complaints', 'contact', 'privacy']) as page (name), councils as council
    where (${demonstration} or not council.demonstration)
      and 1 < (select count(*) from councils as each where ${demonstration} or not each.demonstration)`;

export async function countShownPaths(db: Db, demonstration: boolean): Promise<number> {
  const { rows } = await sql<{
    count: number;
  }>`select count(*)::int as count from (${shown(demonstration)}) as shown`.execute(db);
  return rows[0]?.count ?? 0;
}

interface ShownPath {
  readonly path: string;
  /** When it last said something else; null where that is not kept. */
  readonly changed_at: Temporal.Instant | null;
}

/** One part of them, in the order of their addresses, so that parts do not overlap. */
export async function shownPaths(db: Db, demonstration: boolean, part: number, size: number): Promise<ShownPath[]> {
  const { rows } = await sql<ShownPath>`select shown.path, shown.changed_at from (${shown(demonstration)}) as shown
    order by shown.path limit ${size} offset ${part * size}`.execute(db);
  return rows;
}
