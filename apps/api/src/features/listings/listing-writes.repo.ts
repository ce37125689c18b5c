// Writes what the catalogue lists, on which shelf and where. Imports and the demonstration council write listings through
// here and nowhere else.

import type { Tx } from '@support-market/db/pool';
import { startState } from '@support-market/domain/shared/machines';
import { sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';
import { newId } from '../../platform/ids.ts';
import type { Clock } from '../../ports/clock/clock.ts';
import {
  answersFor,
  hashOf,
  inChunks,
  lastByKey,
  refKey,
  rowsAsJson,
  type SourceRef,
  slugsFor,
  type Written,
} from './catalogue-rows.repo.ts';
import { writeFurtherCategories } from './listing-categories.repo.ts';
import { type PlaceWrite, placeListings, refreshLocations } from './listing-places.repo.ts';

export interface ListingWrite extends SourceRef {
  readonly organisationId: string;
  /** Slug of a heading or shelf of domain/listings/categories. */
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
  readonly hasSpace?: boolean;
  readonly accessible?: boolean;
  readonly minimumAge?: number | null;
  readonly maximumAge?: number | null;
  readonly free?: boolean;
  readonly venue?: string;
  readonly addressLine?: string;
  readonly postcode?: string | null;
  /** Left out, the place is read from the postcode. */
  readonly latitude?: number | null;
  readonly longitude?: number | null;
  /** How to get in at its main place; left out, what was said before stays. */
  readonly accessNotes?: string;
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

/**
 * Writes listings by (source, sourceRef), new ones published. Every `categorySlug` must exist: see `unknownCategories`.
 * One that is hidden or stale stays so: that is a step of its own.
 */
export function upsertListings(tx: Tx, clock: Clock, rows: readonly ListingWrite[]): Promise<Written[]> {
  return inChunks(rows, async (chunk) => {
    const distinct = lastByKey(chunk, refKey);
    const slugs = await slugsFor(
      tx,
      'listings',
      distinct.map((row) => ({ source: row.source, sourceRef: row.sourceRef, words: row.title })),
    );
    const values = distinct.map((row) => ({
      id: newId(clock, 'listing'),
      slug: slugs.get(refKey(row)),
      organisation_id: row.organisationId,
      category_slug: row.categorySlug,
      kind: row.kind,
      title: row.title,
      summary: row.summary ?? '',
      description: row.description ?? '',
      when_text: row.whenText ?? '',
      who_for: row.whoFor ?? '',
      languages: row.languages ?? [],
      faiths: row.faiths ?? [],
      worker_genders: row.workerGenders ?? [],
      evenings: row.evenings ?? false,
      weekends: row.weekends ?? false,
      has_space: row.hasSpace ?? true,
      accessible: row.accessible ?? false,
      minimum_age: row.minimumAge ?? null,
      maximum_age: row.maximumAge ?? null,
      free: row.free ?? false,
      venue: row.venue ?? '',
      address_line: row.addressLine ?? '',
      postcode: row.postcode ?? null,
      latitude: row.latitude ?? null,
      longitude: row.longitude ?? null,
      serves_metres: row.servesMetres ?? null,
      website: row.website ?? null,
      last_confirmed_on: row.lastConfirmedOn ?? null,
      source: row.source,
      source_ref: row.sourceRef,
      source_hash: hashOf(row),
    }));
    const { rows: changed } = await sql<{ id: string }>`
      insert into listings (id, slug, organisation_id, category_id, kind, state, title, summary, description, when_text, who_for, languages,
        faiths, worker_genders, evenings, weekends, has_space, accessible, minimum_age, maximum_age, free, venue, address_line, postcode,
        latitude, longitude, serves_metres, website, last_confirmed_on, source, source_ref, source_hash)
      select row.id, row.slug, row.organisation_id, category.id, row.kind, ${startState('listings', 'import')}, row.title, row.summary, row.description, row.when_text,
        row.who_for, row.languages, row.faiths, row.worker_genders, row.evenings, row.weekends, row.has_space, row.accessible,
        row.minimum_age, row.maximum_age, row.free, row.venue, row.address_line, row.postcode, coalesce(row.latitude, place.latitude),
        coalesce(row.longitude, place.longitude), row.serves_metres, row.website, row.last_confirmed_on, row.source, row.source_ref, row.source_hash
      from jsonb_to_recordset(${rowsAsJson(values)}::jsonb) as row (id text, slug text, organisation_id text, category_slug text, kind text,
        title text, summary text, description text, when_text text, who_for text, languages text[], faiths text[],
        worker_genders text[], evenings boolean, weekends boolean, has_space boolean, accessible boolean, minimum_age integer,
        maximum_age integer, free boolean, venue text, address_line text, postcode text, latitude double precision,
        longitude double precision, serves_metres integer, website text, last_confirmed_on date, source text, source_ref text, source_hash text)
      left join categories as category on category.slug = row.category_slug
      left join postcodes as place on place.postcode = row.postcode
      on conflict (source, source_ref) do update set organisation_id = excluded.organisation_id, category_id = excluded.category_id,
        kind = excluded.kind, title = excluded.title, summary = excluded.summary, description = excluded.description,
        when_text = excluded.when_text, who_for = excluded.who_for, languages = excluded.languages, faiths = excluded.faiths,
        worker_genders = excluded.worker_genders, evenings = excluded.evenings, weekends = excluded.weekends, has_space = excluded.has_space,
        accessible = excluded.accessible, minimum_age = excluded.minimum_age, maximum_age = excluded.maximum_age, free = excluded.free,
        venue = excluded.venue, address_line = excluded.address_line, postcode = excluded.postcode, latitude = excluded.latitude,
        longitude = excluded.longitude, serves_metres = excluded.serves_metres, website = excluded.website,
        last_confirmed_on = excluded.last_confirmed_on, source_hash = excluded.source_hash
      where listings.source_hash is distinct from excluded.source_hash
      returning id`.execute(tx);
    const written = await answersFor(tx, 'listings', chunk, changed);
    const last = [...new Map(written.map(({ id }, index) => [id, { listingId: id, ...chunk[index] }])).values()];
    const moved = await placeListings(tx, clock, last);
    const sorted = await writeFurtherCategories(tx, last);
    const more = new Set([...moved, ...sorted]);
    return written.map((one) => (more.has(one.id) ? { ...one, outcome: 'accepted' as const } : one));
  });
}

/** Works out again the middle of every outward code, and puts listings that waited for a postcode in their place. Call after postcodes were imported. */
export async function refreshPlaces(tx: Tx): Promise<void> {
  await sql`insert into outwards (outward, latitude, longitude)
    select outward, avg(latitude), avg(longitude) from postcodes group by outward
    on conflict (outward) do update set latitude = excluded.latitude, longitude = excluded.longitude
    where (outwards.latitude, outwards.longitude) is distinct from (excluded.latitude, excluded.longitude)`.execute(tx);
  await refreshLocations(tx);
  await sql`update listings as listing set latitude = place.latitude, longitude = place.longitude from postcodes as place
    where listing.latitude is null and place.postcode = listing.postcode`.execute(tx);
}
