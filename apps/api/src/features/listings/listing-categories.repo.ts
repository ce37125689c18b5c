// Writes what else a listing is, beside its main category, so that it is found under each of them.

import type { Tx } from '@support-market/db/pool';
import { sql } from 'kysely';
import { rowsAsJson } from './catalogue-rows.repo.ts';

/** Where those stand that come to others. */
const ADDED = 1_000;

interface ListingTerms {
  readonly listingId: string;
  /** Slugs of domain/listings/categories; left out, what was said before stays. */
  readonly furtherCategorySlugs?: readonly string[];
  /** They come to those that there are. */
  readonly add?: boolean | undefined;
  /** It has none yet. */
  readonly isNew?: boolean | undefined;
}

/** Replaces the further categories of the listings that tell theirs, and answers the ids of those where that changed anything: their words follow. */
export async function writeFurtherCategories(tx: Tx, given: readonly ListingTerms[]): Promise<string[]> {
  const told = given.filter(({ furtherCategorySlugs }) => furtherCategorySlugs !== undefined);
  if (told.length === 0) return [];
  const ids = told.flatMap(({ listingId, add, isNew }) => (add || isNew ? [] : [listingId]));
  const terms = told.flatMap(({ listingId, furtherCategorySlugs, add }) =>
    [...new Set(furtherCategorySlugs)].map((slug, index) => ({
      listing_id: listingId,
      slug,
      position: index + 1 + (add ? ADDED : 0),
    })),
  );
  const wanted = sql`(select given.listing_id, given.position, category.id as category_id
    from jsonb_to_recordset(${rowsAsJson(terms)}::jsonb) as given (listing_id text, slug text, position integer)
    join categories as category on category.slug = given.slug
    join listings as listing on listing.id = given.listing_id and listing.category_id <> category.id)`;
  const gone =
    ids.length === 0
      ? { rows: [] }
      : await sql<{ listing_id: string }>`
    delete from listing_categories as old where old.listing_id = any(${ids}::text[])
      and not exists (select from ${wanted} as given where given.listing_id = old.listing_id and given.category_id = old.category_id)
    returning old.listing_id`.execute(tx);
  const written =
    terms.length === 0
      ? { rows: [] }
      : await sql<{ listing_id: string }>`
    insert into listing_categories as old (listing_id, category_id, position)
    select given.listing_id, given.category_id, given.position from ${wanted} as given
    on conflict (listing_id, category_id) do update set position = excluded.position
      where old.position <> excluded.position and excluded.position < ${sql.lit(ADDED)}
    returning old.listing_id`.execute(tx);
  const changed = [...new Set([...gone.rows, ...written.rows].map(({ listing_id }) => listing_id))];
  return changed;
}
