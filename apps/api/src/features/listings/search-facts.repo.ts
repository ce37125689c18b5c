// What a search shows of a listing, read only where no card of today is kept or where the reader has an own price.

import type { Db } from '@support-market/db/pool';
import { type RawBuilder, sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';
import type { OfferPriceRow, SellerRow } from '../../platform/offer-prices.ts';
import type { Point } from './search-surroundings.repo.ts';

export interface OfferOfHit extends OfferPriceRow {
  readonly name: string;
}

/** A page's listing as the statement writes it. Dates are YYYY-MM-DD. */
export interface HitFacts extends SellerRow {
  readonly id: string;
  readonly slug: string;
  /** Of its kept page and card. */
  readonly version: number;
  readonly title: string;
  readonly summary: string;
  readonly listing_kind: 'service' | 'community';
  readonly state: string;
  readonly free: boolean;
  readonly has_space: boolean | null;
  readonly evenings: boolean;
  readonly weekends: boolean;
  readonly accessible: boolean;
  readonly languages: string[];
  readonly venue: string;
  readonly postcode: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly serves_metres: number | null;
  readonly last_confirmed_on: string | null;
  readonly category_slug: string;
  readonly category_name: string;
  readonly organisation_slug: string;
  readonly organisation_name: string;
  readonly size: string;
  readonly accepts_isf: boolean;
  readonly cqc_rating: string | null;
  readonly cqc_checked_on: string | null;
  readonly insured_until: string | null;
  readonly dbs_checked_on: string | null;
  readonly offers: OfferOfHit[] | null;
}

const METRES_PER_DEGREE = 111_195;

/** How many metres a degree of longitude is at a latitude. */
export const metresPerLongitude = (latitude: number): number =>
  METRES_PER_DEGREE * Math.cos((latitude * Math.PI) / 180);

const measured = (point: Point): MeasuredPoint => ({ ...point, perLongitude: metresPerLongitude(point.latitude) });

/** A number in the type that a key is made of: PostgreSQL turns a decimal one into it anew for every row. */
export const float = (value: number): RawBuilder<unknown> => sql`${sql.lit(value)}::float8`;

export interface MeasuredPoint extends Point {
  /** How many metres a degree of longitude is there. */
  readonly perLongitude: number;
}

/**
 * Distance of a place from a point on a flat map: within a metre in a kilometre at the scale of a council, and without
 * trigonometry for each row. A product and not a power, which costs several times as much.
 */
export function metresTo(point: MeasuredPoint, latitude: string, longitude: string): RawBuilder<unknown> {
  const north = sql`((${sql.ref(latitude)} - ${point.latitude}::float8) * ${float(METRES_PER_DEGREE)})`;
  const east = sql`((${sql.ref(longitude)} - ${point.longitude}::float8) * ${point.perLongitude}::float8)`;
  return sql`sqrt(${north} * ${north} + ${east} * ${east})`;
}

/** What the public may know of where a place is: of a hidden one the district alone. */
function shownText(table: 'listing' | 'location'): RawBuilder<unknown> {
  const of = (column: string) => sql.ref(`${table}.${column}`);
  return sql`case when ${of('address_shown')} then ${of(table === 'listing' ? 'venue' : 'name')} else '' end as venue,
    case when ${of('address_shown')} then ${of('postcode')} else split_part(${of('postcode')}, ' ', 1) end as postcode`;
}

/** The place of a shown listing that is nearest to the point: a listing at several places is where the person can best get to. */
function shownPlace(point: MeasuredPoint | null): RawBuilder<unknown> {
  const own = sql`select ${shownText('listing')}, listing.shown_latitude as latitude, listing.shown_longitude as longitude`;
  if (point === null) return own;
  const away = (table: 'listing' | 'location') =>
    metresTo(point, `${table}.shown_latitude`, `${table}.shown_longitude`);
  return sql`select * from (
      ${own}, 0 as position, ${away('listing')} as away
      union all select ${shownText('location')}, location.shown_latitude, location.shown_longitude, link.position, ${away('location')}
        from listing_locations as link join locations as location on location.id = link.location_id
        where link.listing_id = listing.id and link.position > 0) as places order by away, position limit 1`;
}

/** Facts of listings that the public may see, by id: at the place that is nearest to the point, with the offers on sale on the day. */
export async function findFacts(
  db: Db,
  listingIds: readonly string[],
  { point, today }: { readonly point: Point | null; readonly today: Temporal.PlainDate },
): Promise<ReadonlyMap<string, HitFacts>> {
  if (listingIds.length === 0) return new Map();
  const { rows } = await sql<{ fact: HitFacts }>`select row_to_json(fact) as fact from (
    select listing.id, listing.slug, kept.version, listing.title, listing.summary, listing.kind as listing_kind, listing.state,
        listing.free, listing.has_space, listing.evenings, listing.weekends, listing.accessible, listing.languages, shown.venue,
        shown.postcode, shown.latitude, shown.longitude, listing.serves_metres, listing.last_confirmed_on,
        category.slug as category_slug, category.name as category_name, organisation.slug as organisation_slug,
        organisation.name as organisation_name, organisation.size, organisation.accepts_isf, organisation.kind,
        organisation.cqc_location_id, organisation.cqc_rating, organisation.cqc_checked_on, organisation.charity_number,
        organisation.vat_number, organisation.tax_reference, organisation.insured_until, organisation.dbs_checked_on,
        (select json_agg(json_build_object('id', offer.id, 'name', offer.name, 'unit', offer.unit, 'price_pence', price.price_pence,
            'welfare', offer.welfare, 'zero_rated', offer.zero_rated) order by price.price_pence, offer.position)
          from offers as offer join offer_prices as price on price.offer_id = offer.id and price.replaced_at is null
            and price.valid_from <= ${today} and (price.valid_to is null or price.valid_to >= ${today})
          where offer.listing_id = listing.id and not offer.withdrawn) as offers
    from search_entries as entry join listings as listing on listing.id = entry.listing_id
    join listing_pages as kept on kept.slug = entry.slug join categories as category on category.id = listing.category_id
    join organisations as organisation on organisation.id = listing.organisation_id
    cross join lateral (${shownPlace(point && measured(point))}) as shown
    where entry.listing_id = any(${[...listingIds]}::text[])) as fact`.execute(db);
  return new Map(rows.map(({ fact }) => [fact.id, fact]));
}
