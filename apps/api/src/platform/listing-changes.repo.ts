// What follows from a change of something that a listing's page or the search shows: what the search reads of it is written again
// and its kept page is emptied, in the transaction of the change. Whatever writes the catalogue calls this, for a whole set of listings at
// once: no trigger does it, because no distributed engine takes a trigger that writes another table.
// Why: docs/decisions/0026-the-writers-of-the-catalogue.md.

import type { Tx } from '@support-market/db/pool';
import { type RawBuilder, sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';
import { rememberWords, writeSearchEntries } from './search-entries.repo.ts';

interface Gathered {
  readonly changed: Set<string>;
  readonly pages: Set<string>;
}

const gatherings = new WeakMap<Tx, Gathered>();

/**
 * Has what follows from changes follow once, when `work` is done: an import changes each of its listings in several steps.
 * So `work` may not read what follows.
 */
export async function changedTogether<Value>(tx: Tx, work: () => Promise<Value>): Promise<Value> {
  const gathered: Gathered = { changed: new Set(), pages: new Set() };
  gatherings.set(tx, gathered);
  let value: Value;
  try {
    value = await work();
  } finally {
    gatherings.delete(tx);
  }
  await listingsChanged(tx, [...gathered.changed]);
  await forgetListingPages(
    tx,
    [...gathered.pages].filter((id) => !gathered.changed.has(id)),
  );
  return value;
}

/** Empties the kept pages and cards of listings, for a change that their search entries do not have: a date, a contact, a price other than the lowest. */
export async function forgetListingPages(tx: Tx, listingIds: readonly string[]): Promise<void> {
  if (listingIds.length === 0) return;
  const gathered = gatherings.get(tx);
  if (gathered) {
    for (const id of listingIds) gathered.pages.add(id);
    return;
  }
  await sql`insert into listing_pages (slug)
    select listing.slug from listings as listing where listing.id = any(${[...listingIds]}::text[]) order by listing.slug
    on conflict (slug) do update set version = listing_pages.version + 1, built_for = null, body = null,
      card_for = null, card = null`.execute(tx);
}

/** Writes what the search reads of listings, what the public may know of their places, and has their pages built again. */
export async function listingsChanged(tx: Tx, listingIds: readonly string[]): Promise<void> {
  if (listingIds.length === 0) return;
  const gathered = gatherings.get(tx);
  if (gathered) {
    for (const id of listingIds) gathered.changed.add(id);
    return;
  }
  await lockListings(tx, listingIds);
  await showPlaces(tx, listingIds);
  await writeSearchEntries(tx, listingIds);
  await rememberWords(tx, listingIds);
  await forgetListingPages(tx, listingIds);
}

/** School terms of a council are others now: what is on only in terms counts as changed, for pages and for calendars. */
export async function termTimeChanged(tx: Tx, councilId: string, at: Temporal.Instant): Promise<void> {
  const { rows } = await sql<{ listing_id: string }>`
    update events as event set changed_at = ${at}::timestamptz from listings as listing
      join organisations as organisation on organisation.id = listing.organisation_id
     where event.term_time and listing.id = event.listing_id and organisation.listed_by = ${councilId} returning event.listing_id`.execute(
    tx,
  );
  await forgetListingPages(tx, [...new Set(rows.map(({ listing_id }) => listing_id))]);
}

/** The same for every listing of some organisations: its name is among their words, and it is on their pages. */
export async function organisationsChanged(tx: Tx, organisationIds: readonly string[]): Promise<void> {
  if (organisationIds.length === 0) return;
  const { rows } = await sql<{ id: string }>`
    select id from listings where organisation_id = any(${[...organisationIds]}::text[]) order by id`.execute(tx);
  await listingsChanged(
    tx,
    rows.map(({ id }) => id),
  );
}

/** The same for every listing of some categories (main or further), or of all of them where none are named. */
export async function categoriesChanged(tx: Tx, categoryIds?: readonly string[]): Promise<void> {
  const ids = [...(categoryIds ?? [])];
  const below = sql`(select kind.id from categories as kind where kind.id = any(${ids}::text[]) or kind.parent_id = any(${ids}::text[]))`;
  const { rows } = await sql<{ id: string }>`
    select listing.id from listings as listing
     where ${
       categoryIds === undefined
         ? sql`true`
         : sql`listing.category_id in ${below}
        or exists (select from listing_categories as more where more.listing_id = listing.id and more.category_id in ${below})`
     } order by listing.id`.execute(tx);
  await listingsChanged(
    tx,
    rows.map(({ id }) => id),
  );
}

/**
 * Whether the public sees where somebody works, as SQL over `place` (a listing or a location) and `organisation`: as the place
 * says, else as the organisation does, else unless it is one person, whose place of work is likely their home.
 */
const IS_SHOWN = sql`coalesce(place.show_address, ${organisationShows('organisation')})`;

/** The same of an organisation's own address. */
export function organisationShows(organisation: string): RawBuilder<boolean> {
  const of = (column: string) => sql.ref(`${organisation}.${column}`);
  return sql<boolean>`coalesce(${of('show_address')}, ${of('size')} <> 'one-person' and ${of('kind')} not in ('personal-assistant', 'micro-provider'))`;
}

/** Held by what adds listings to organisations, before anything else: what changes at that moment waits, and then finds the new listings too. */
export async function holdOrganisations(tx: Tx, organisationIds: readonly string[]): Promise<void> {
  await sql`select from organisations where id = any(${[...organisationIds]}::text[]) order by id for share`.execute(
    tx,
  );
}

/** Two changes at one moment, of a listing and of its organisation, would each write an entry without the other: one waits for the other. */
async function lockListings(tx: Tx, listingIds: readonly string[]): Promise<void> {
  await sql`select from listings where id = any(${[...listingIds]}::text[]) order by id for no key update`.execute(tx);
}

/** What the public may know of a place, as columns of the same names. */
export const SHOWN_COLUMNS = ['address_shown', 'shown_latitude', 'shown_longitude'] as const;

/**
 * Places (a select with `organisation_id`, `postcode`, `latitude`, `longitude` and `show_address`) with the points that a
 * search may measure from: a hidden place is in the middle of its district, so no distance gives it away.
 */
export function withShownPlaces(places: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`select place.*, ${IS_SHOWN} as address_shown, case when ${IS_SHOWN} then place.latitude else district.latitude end as shown_latitude,
      case when ${IS_SHOWN} then place.longitude else district.longitude end as shown_longitude
    from (${places}) as place join organisations as organisation on organisation.id = place.organisation_id
    left join outwards as district on district.outward = split_part(place.postcode, ' ', 1)`;
}

/** Puts right what the public may know of the places of some listings. */
async function showPlaces(tx: Tx, listingIds: readonly string[]): Promise<void> {
  const ids = [...listingIds];
  const theirs = sql`select link.location_id from listing_locations as link where link.listing_id = any(${ids}::text[])`;
  await sql`
    update listings as kept set address_shown = made.address_shown, shown_latitude = made.shown_latitude, shown_longitude = made.shown_longitude
      from (${withShownPlaces(sql`select id, organisation_id, postcode, latitude, longitude, show_address from listings where id = any(${ids}::text[])`)}) as made
     where kept.id = made.id and (kept.address_shown, kept.shown_latitude, kept.shown_longitude)
       is distinct from (made.address_shown, made.shown_latitude, made.shown_longitude)`.execute(tx);
  await sql`
    update locations as kept set address_shown = made.address_shown, shown_latitude = made.shown_latitude, shown_longitude = made.shown_longitude
      from (${withShownPlaces(sql`select id, organisation_id, postcode, latitude, longitude, show_address from locations where id in (${theirs})`)}) as made
     where kept.id = made.id and (kept.address_shown, kept.shown_latitude, kept.shown_longitude)
       is distinct from (made.address_shown, made.shown_latitude, made.shown_longitude)`.execute(tx);
}
