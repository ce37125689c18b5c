// Writes what the search reads of listings: one narrow row for each that the public may see, and none for any other. Called by
// listing-changes.repo.ts alone, in the transaction of the change.
// Why: docs/decisions/0040-speed-near-the-floor.md.

import type { Tx } from '@support-market/db/pool';
import { sql } from 'kysely';

/** What an entry has of a listing beside its id, in one order for every statement. */
const COLUMNS = [
  ...['slug', 'latitude', 'longitude', 'from_price_pence', 'serves_metres', 'minimum_age', 'maximum_age', 'stale'],
  ...['free', 'has_space', 'outward', 'category', 'heading', 'further_categories', 'further_headings'],
  ...['further_latitudes', 'further_longitudes', 'further_outwards', 'facets', 'search'],
] as const;

const columns = (table: string) => sql.join(COLUMNS.map((column) => sql.ref(`${table}.${column}`)));

/** Signs within words that are not seen; left in, they would part a word that reads as one (domain/shared/text has them all). */
const UNSEEN = '\u00AD\u200B\u200C\u200D\u200E\u200F\u2060\uFEFF';

/** The words of a text of ours as the search compares them. */
const plain = (text: string) => sql`unaccent(translate(${sql.raw(text)}, ${UNSEEN}, ''))`;

/**
 * The entries that listings should have, for a statement that goes on with `made`: none for a listing that is hidden. How `facets`
 * is written: features/listings/search-facets.ts reads it.
 */
const makingEntries = (ids: readonly string[]) => sql`
    with told as materialized (
      select listing.id as listing_id, listing.slug, listing.shown_latitude as latitude, listing.shown_longitude as longitude,
        listing.from_price_pence, listing.serves_metres, listing.minimum_age, listing.maximum_age, listing.state = 'stale' as stale,
        listing.free, listing.has_space, split_part(listing.postcode, ' ', 1) as outward, category.slug as category, above.slug as heading,
        kinds.further_categories, kinds.further_headings,
        further.latitudes as further_latitudes, further.longitudes as further_longitudes, further.outwards as further_outwards,
        replace(concat(E'\t', kinds.facets, 'kind=', listing.kind, E'\t',
          case when listing.free then E'free\t' end, case when listing.has_space then E'hasSpace\t' end,
          case when listing.evenings then E'evenings\t' end, case when listing.weekends then E'weekends\t' end,
          case when organisation.accepts_isf then E'acceptsIsf\t' end,
          (select string_agg(distinct E'language=' || language || E'\t', '') from unnest(listing.languages) as language),
          (select string_agg(distinct E'worker=' || gender || E'\t', '') from unnest(listing.worker_genders) as gender)), E'\n', ' ') as facets,
        setweight(to_tsvector('english', ${plain('listing.title')}), 'A') ||
        setweight(to_tsvector('english', ${plain('organisation.name')}), 'B') ||
        setweight(to_tsvector('english', ${plain(`listing.summary || ' ' || listing.who_for || ' ' ||
          array_to_string(listing.languages || listing.faiths, ' ')`)}), 'B') ||
        setweight(to_tsvector('english', ${plain(`listing.description || ' ' || listing.when_text || ' ' ||
          case when listing.address_shown then listing.venue else '' end`)}), 'C') ||
        setweight(to_tsvector('english', unaccent(kinds.words)), 'D') as words
      from listings as listing join organisations as organisation on organisation.id = listing.organisation_id
      join categories as category on category.id = listing.category_id left join categories as above on above.id = category.parent_id
      cross join lateral (
        select array_agg(kind.slug order by kind.slug) filter (where kind.id <> listing.category_id) as further_categories,
          array_agg(distinct heading.slug) filter (where kind.id <> listing.category_id and heading.id is not null) as further_headings,
          string_agg('category=' || coalesce(heading.slug, '') || '/' || kind.slug || E'\t', ''
            order by kind.id <> listing.category_id, kind.slug) as facets,
          string_agg(concat_ws(' ', kind.name, kind.synonyms, heading.name, heading.synonyms), ' ' order by kind.position, kind.id) as words
        from categories as kind left join categories as heading on heading.id = kind.parent_id
        where kind.id = listing.category_id
          or kind.id in (select more.category_id from listing_categories as more where more.listing_id = listing.id)) as kinds
      cross join lateral (
        select array_agg(place.shown_latitude order by link.position, place.id) as latitudes,
          array_agg(place.shown_longitude order by link.position, place.id) as longitudes,
          array_agg(split_part(place.postcode, ' ', 1) order by link.position, place.id) as outwards
        from listing_locations as link join locations as place on place.id = link.location_id
        where link.listing_id = listing.id and link.position > 0) as further
      where listing.id = any(${ids}::text[]) and listing.state in ('published', 'stale')
    ), made as materialized (
      select told.*, words || array_to_tsvector(array(select idea.lexeme from search_ideas as idea where words @@ idea.names)) as search from told
    )`;

/** Writes the entries of listings (those that say something new), and takes away those of listings that are hidden. */
export async function writeSearchEntries(tx: Tx, listingIds: readonly string[]): Promise<void> {
  const ids = [...listingIds];
  await sql`delete from search_entries where listing_id = any(${ids}::text[])
    and listing_id not in (select id from listings where id = any(${ids}::text[]) and state in ('published', 'stale'))`.execute(
    tx,
  );
  const names = sql.join(COLUMNS.map((column) => sql.ref(column)));
  await sql`${makingEntries(ids)}
    insert into search_entries as kept (listing_id, ${names})
    select made.listing_id, ${columns('made')} from made order by made.listing_id
    on conflict (listing_id) do update set (${names}) = (${columns('excluded')}) where kept.* is distinct from excluded.*`.execute(
    tx,
  );
}

/** Those of the listings whose entry is not what it would be if it were written now. */
export async function listingsToEnterAgain(tx: Tx, listingIds: readonly string[]): Promise<string[]> {
  const ids = [...listingIds];
  const { rows } = await sql<{ id: string }>`${makingEntries(ids)}
    select listing.id from listings as listing left join made on made.listing_id = listing.id
      left join search_entries as kept on kept.listing_id = listing.id
     where listing.id = any(${ids}::text[])
       and (made.listing_id, ${columns('made')}) is distinct from (kept.listing_id, ${columns('kept')})
     order by listing.id`.execute(tx);
  return rows.map(({ id }) => id);
}

/** Says again what listings cost at least, by which results can be put in order. */
export async function writeEntryPrices(tx: Tx, listingIds: readonly string[]): Promise<void> {
  await sql`update search_entries as entry set from_price_pence = listing.from_price_pence
    from listings as listing where listing.id = entry.listing_id and listing.id = any(${[...listingIds]}::text[])
      and entry.from_price_pence is distinct from listing.from_price_pence`.execute(tx);
}

/** Remembers the words of listings that the public may see, so that a misspelt word can be matched to its neighbours. A word that no listing has any more stays until `forgetWords`. */
export async function rememberWords(tx: Tx, listingIds: readonly string[]): Promise<void> {
  await sql`
    insert into search_words (word)
    select distinct word from search_entries as entry join listings as listing on listing.id = entry.listing_id
      join organisations as organisation on organisation.id = listing.organisation_id
      cross join string_to_table(regexp_replace(lower(${plain(`concat_ws(' ', listing.title, organisation.name,
        listing.summary, listing.description, listing.who_for)`)}), '[^a-z]+', ' ', 'g'), ' ') as word
     where listing.id = any(${[...listingIds]}::text[]) and length(word) between 4 and 30 order by word
    on conflict do nothing`.execute(tx);
}

/**
 * Forgets those of the next `size` words after `last` that no listing has in any form any more, so that no search is led to a slip
 * that was mended. What is too common to be looked for stays known. Answers the last word looked at; null after the last of all.
 */
export async function forgetWords(tx: Tx, last: string, size: number): Promise<string | null> {
  const { rows } = await sql<{ word: string }>`
    select word from search_words where word > ${last} order by word limit ${size}`.execute(tx);
  const words = rows.map(({ word }) => word);
  await sql`delete from search_words as known where known.word = any(${words}::text[])
      and numnode(to_tsquery('english', known.word)) > 0
      and not exists (select from search_entries as entry where entry.search @@ to_tsquery('english', known.word))`.execute(
    tx,
  );
  return words.length < size ? null : (words.at(-1) ?? null);
}
