// Reads the rules of everything that may happen between two days, with where it is and whose it is.

import type { Db } from '@support-market/db/pool';
import { sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';

export interface EventRow {
  readonly id: string;
  readonly name: string;
  readonly frequency: 'once' | 'weekly' | 'monthly';
  readonly weekday: number | null;
  readonly week_of_month: number | null;
  readonly first_date: Temporal.PlainDate;
  readonly last_date: Temporal.PlainDate | null;
  readonly start_time: string;
  readonly end_time: string;
  readonly not_on: Temporal.PlainDate[];
  readonly listing_slug: string;
  readonly listing_title: string;
  readonly venue: string;
  readonly postcode: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly free: boolean;
  readonly organisation_name: string;
  readonly category_slug: string;
}

/** Rules of public listings (of one organisation, where its address is given) that reach into the days from `from` to `to`. */
export async function findEventRules(
  db: Db,
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
  organisationSlug: string | null,
): Promise<EventRow[]> {
  const { rows } = await sql<EventRow>`
    select event.id, event.name, event.frequency, event.weekday, event.week_of_month, event.first_date, event.last_date,
      to_char(event.start_time, 'HH24:MI') as start_time, to_char(event.end_time, 'HH24:MI') as end_time, event.not_on,
      listing.slug as listing_slug, listing.title as listing_title, listing.venue, listing.postcode, listing.latitude, listing.longitude,
      listing.free, organisation.name as organisation_name, category.slug as category_slug
    from events as event join listings as listing on listing.id = event.listing_id
    join organisations as organisation on organisation.id = listing.organisation_id
    join categories as category on category.id = listing.category_id
    where listing.state in ('published', 'stale') and event.first_date <= ${to} and (event.last_date is null or event.last_date >= ${from})
      and (${organisationSlug}::text is null or organisation.slug = ${organisationSlug})
    order by event.id`.execute(db);
  return rows;
}

/** Where a postcode or an outward code is, or null. */
export async function findPlace(
  db: Db,
  place: { readonly kind: 'postcode' | 'outward'; readonly value: string },
): Promise<{ lat: number; lon: number } | null> {
  const { rows } =
    place.kind === 'postcode'
      ? await sql<{
          lat: number;
          lon: number;
        }>`select latitude as lat, longitude as lon from postcodes where postcode = ${place.value}`.execute(db)
      : await sql<{
          lat: number;
          lon: number;
        }>`select latitude as lat, longitude as lon from outwards where outward = ${place.value}`.execute(db);
  return rows[0] ?? null;
}
