// Writes what the catalogue lists, in which category and where. Imports and the demonstration council write listings through
// here and nowhere else.

import type { Tx } from '@support-market/db/pool';
import { startState } from '@support-market/domain/shared/machines';
import { sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';
import type { Actor } from '../../platform/audit.repo.ts';
import { newId } from '../../platform/ids.ts';
import {
  holdOrganisations,
  listingsChanged,
  SHOWN_COLUMNS,
  withShownPlaces,
} from '../../platform/listing-changes.repo.ts';
import { begin } from '../../platform/transitions.repo.ts';
import type { Clock } from '../../ports/clock/clock.ts';
import { type FactSource, noteSaid } from './catalogue-facts.repo.ts';
import {
  answersFor,
  inChunks,
  lastByKey,
  recordOf,
  refKey,
  rowsAsJson,
  type SaidColumn,
  type SourceRef,
  slugFor,
  type Written,
  writeSaid,
} from './catalogue-rows.repo.ts';
import { writeFurtherCategories } from './listing-categories.repo.ts';
import { type PlaceWrite, placeListings, refreshLocations } from './listing-places.repo.ts';

export interface ListingWrite extends SourceRef {
  readonly organisationId: string;
  /** Slug of a heading or subcategory of domain/listings/categories. */
  readonly categorySlug: string;
  /** What else it is; left out, what was said before stays. */
  readonly furtherCategorySlugs?: readonly string[];
  readonly kind: 'service' | 'community';
  readonly title: string;
  readonly summary?: string;
  readonly description?: string;
  readonly whenText?: string;
  readonly whoFor?: string;
  readonly languages?: readonly string[];
  readonly faiths?: readonly string[];
  readonly workerGenders?: readonly string[];
  readonly evenings?: boolean;
  readonly weekends?: boolean;
  /** Left out or null: not known. */
  readonly hasSpace?: boolean | null;
  readonly accessible?: boolean;
  readonly minimumAge?: number | null;
  readonly maximumAge?: number | null;
  readonly free?: boolean | null;
  readonly venue?: string;
  readonly addressLine?: string;
  readonly postcode?: string | null;
  /** Left out, the place is read from the postcode. */
  readonly latitude?: number | null;
  readonly longitude?: number | null;
  /** Of its main place; left out or null: not said. */
  readonly showAddress?: boolean | null;
  /** How to get in at its main place; left out, what was said before stays. */
  readonly accessNotes?: string;
  /** Of its main place: a file's own reference of it. */
  readonly placeReference?: string | null;
  /** Where else it is offered; left out, what was said before stays. */
  readonly furtherPlaces?: readonly PlaceWrite[];
  /** How far from its place it goes to people, in metres. */
  readonly servesMetres?: number | null;
  readonly website?: string | null;
  readonly lastConfirmedOn?: Temporal.PlainDate | null;
}

/** Slugs among `slugs` that are no category, so that an import can explain them before it writes. */
export async function unknownCategories(tx: Tx, slugs: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{
    slug: string;
  }>`select distinct asked.slug from unnest(${[...slugs]}::text[]) as asked (slug)
    where not exists (select from categories where categories.slug = asked.slug) order by 1`.execute(tx);
  return rows.map(({ slug }) => slug);
}

/** A new postcode is another place: then the old place is kept only where the new one is known. */
const place = (name: 'latitude' | 'longitude'): SaidColumn => ({
  name,
  field: 'place',
  type: 'double precision',
  after: `case when given.postcode is distinct from kept.postcode and given.postcode is not null then given.${name} else coalesce(given.${name}, kept.${name}) end`,
});

const COLUMNS: readonly SaidColumn[] = [
  { name: 'organisation_id', type: 'text' },
  { name: 'category_id', type: 'text' },
  { name: 'kind', type: 'text' },
  { name: 'state', type: 'text', otherwise: `'${startState('listings', 'import')}'` },
  { name: 'title', type: 'text' },
  { name: 'summary', type: 'text', otherwise: "''" },
  { name: 'description', type: 'text', otherwise: "''" },
  { name: 'when_text', type: 'text', otherwise: "''" },
  { name: 'who_for', type: 'text', otherwise: "''" },
  { name: 'languages', type: 'text[]', otherwise: "'{}'" },
  { name: 'faiths', type: 'text[]', otherwise: "'{}'" },
  { name: 'worker_genders', type: 'text[]', otherwise: "'{}'" },
  { name: 'evenings', type: 'boolean', otherwise: 'false' },
  { name: 'weekends', type: 'boolean', otherwise: 'false' },
  // Whether there is space is not known until somebody says so.
  { name: 'has_space', type: 'boolean' },
  { name: 'accessible', type: 'boolean', otherwise: 'false' },
  { name: 'minimum_age', type: 'integer' },
  { name: 'maximum_age', type: 'integer' },
  { name: 'free', type: 'boolean', otherwise: 'false' },
  { name: 'venue', type: 'text', otherwise: "''", field: 'place' },
  { name: 'address_line', type: 'text', otherwise: "''", field: 'place' },
  { name: 'postcode', type: 'text', field: 'place' },
  place('latitude'),
  place('longitude'),
  { name: 'show_address', type: 'boolean' },
  { name: 'serves_metres', type: 'integer' },
  { name: 'website', type: 'text' },
  { name: 'last_confirmed_on', type: 'date', after: 'greatest(given.last_confirmed_on, kept.last_confirmed_on)' },
];

/**
 * Writes listings by (source, sourceRef), new ones published. Every `categorySlug` must exist: see `unknownCategories`.
 * `by` is the file that says it, and who took it: a new listing's history begins with it. What a row leaves unsaid stays as it was, and one that is hidden or stale stays so: that is a step of its own.
 */
export function upsertListings(
  tx: Tx,
  clock: Clock,
  rows: readonly ListingWrite[],
  by?: { readonly source: FactSource; readonly actor: Actor },
): Promise<Written[]> {
  return inChunks(rows, async (chunk) => {
    const distinct = lastByKey(chunk, refKey);
    await holdOrganisations(
      tx,
      distinct.map(({ organisationId }) => organisationId),
    );
    const values = distinct.map((row) => ({
      id: newId(clock, 'listing'),
      slug: slugFor('listings', { ...row, words: row.title }),
      organisation_id: row.organisationId,
      category_slug: row.categorySlug,
      kind: row.kind,
      title: row.title,
      summary: row.summary,
      description: row.description,
      when_text: row.whenText,
      who_for: row.whoFor,
      languages: row.languages,
      faiths: row.faiths,
      worker_genders: row.workerGenders,
      evenings: row.evenings,
      weekends: row.weekends,
      has_space: row.hasSpace,
      accessible: row.accessible,
      minimum_age: row.minimumAge,
      maximum_age: row.maximumAge,
      free: row.free,
      venue: row.venue,
      address_line: row.addressLine,
      postcode: row.postcode,
      given_latitude: row.latitude,
      given_longitude: row.longitude,
      serves_metres: row.servesMetres,
      website: row.website,
      last_confirmed_on: row.lastConfirmedOn,
      show_address: row.showAddress,
      source: row.source,
      source_ref: row.sourceRef,
    }));
    const plain = COLUMNS.filter(({ name }) => !['category_id', 'latitude', 'longitude'].includes(name));
    const { changed, made, differences } = await writeSaid(
      tx,
      'listings',
      ['source', 'source_ref'],
      COLUMNS,
      {
        rows: values.length,
        given:
          withShownPlaces(sql`select row.*, category.id as category_id, coalesce(row.given_latitude, place.latitude) as latitude,
            coalesce(row.given_longitude, place.longitude) as longitude
          from jsonb_to_recordset(${rowsAsJson(values)}::jsonb) as row (id text, slug text, source text, source_ref text, category_slug text,
            given_latitude double precision, given_longitude double precision, ${recordOf(plain)})
          left join categories as category on category.slug = row.category_slug
          left join postcodes as place on place.postcode = row.postcode`),
      },
      { at: clock.now(), by: by?.source, workedOut: SHOWN_COLUMNS },
    );
    const left = by === undefined ? new Map<string, readonly string[]>() : await noteSaid(tx, by.source, differences);
    if (by !== undefined) await begin({ tx, clock, actor: by.actor }, 'listings', 'import', made, { audit: null });
    const written = await answersFor(tx, 'listings', chunk, { changed, made, left });
    const last = [
      ...new Map(written.map(({ id, isNew }, index) => [id, { listingId: id, isNew, ...chunk[index] }])).values(),
    ];
    const moved = await placeListings(tx, clock, last, by?.source);
    const sorted = await writeFurtherCategories(tx, last);
    const more = new Set([...moved, ...sorted]);
    await listingsChanged(tx, [...new Set([...changed.map(({ id }) => id), ...more])]);
    return written.map((one) => (more.has(one.id) ? { ...one, outcome: 'accepted' as const } : one));
  });
}

/** Works out again the middle of every outward code, and puts listings that waited for a postcode in their place. Call after postcodes were imported. */
export async function refreshPlaces(tx: Tx): Promise<void> {
  await sql`insert into outwards (outward, latitude, longitude)
    select outward, avg(latitude), avg(longitude) from postcodes where latitude is not null group by outward
    on conflict (outward) do update set latitude = excluded.latitude, longitude = excluded.longitude
    where (outwards.latitude, outwards.longitude) is distinct from (excluded.latitude, excluded.longitude)`.execute(tx);
  const { rows: hidden } = await sql<{ id: string }>`select id from listings where not address_shown`.execute(tx);
  await refreshLocations(tx);
  const { rows: placed } = await sql<{ id: string }>`
    update listings as listing set latitude = place.latitude, longitude = place.longitude from postcodes as place
     where listing.latitude is null and place.latitude is not null and place.postcode = listing.postcode returning listing.id`.execute(
    tx,
  );
  // The middle of a district is where a hidden place is shown.
  await listingsChanged(
    tx,
    [...placed, ...hidden].map(({ id }) => id),
  );
}
