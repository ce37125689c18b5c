// Reads one listing with everything on its public page in one statement, and keeps the finished page so that the next
// reader needs one row. What changes anything on it empties it in the same transaction: platform/listing-changes.repo.ts.

import type { Db, Tx } from '@support-market/db/pool';
import type { SaidFacts, TrustFacts } from '@support-market/domain/listings/trust-marks';
import { CompiledQuery, type RawBuilder, sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';
import { CONFIRMED_ON } from '../../platform/confirmed-on.repo.ts';
import {
  type ChangedRow,
  changedDates,
  EVENT_TERMS,
  eventBreaks,
  type RuleRow,
} from '../../platform/event-rules.repo.ts';
import { type FromFile, latestFile } from '../../platform/latest-file.repo.ts';
import type { DatedPriceRow, OfferPriceRow, SellerRow } from '../../platform/offer-prices.ts';
import { SHOWN_CONTACTS, type ShownContact } from '../../platform/shown-contacts.repo.ts';
import { type CostRow, toldCosts } from '../../platform/told-costs.repo.ts';

export interface PageFacts extends SellerRow, TrustFacts, SaidFacts {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly summary: string;
  readonly description: string;
  readonly listing_kind: 'service' | 'community';
  readonly state: string;
  readonly when_text: string;
  readonly who_for: string;
  readonly languages: string[];
  readonly faiths: string[];
  readonly worker_genders: string[];
  readonly evenings: boolean;
  readonly weekends: boolean;
  readonly has_space: boolean | null;
  readonly accessible: boolean;
  readonly minimum_age: number | null;
  readonly maximum_age: number | null;
  readonly free: boolean;
  readonly venue: string;
  readonly address_line: string;
  readonly address_shown: boolean;
  readonly postcode: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly serves_metres: number | null;
  readonly website: string | null;
  readonly category_slug: string;
  readonly category_name: string;
  readonly heading_slug: string | null;
  readonly heading_name: string | null;
  readonly organisation_slug: string;
  readonly organisation_name: string;
  readonly size: string;
  readonly in_house: boolean;
  readonly accepts_isf: boolean;
  readonly organisation_description: string;
  readonly email: string | null;
  readonly telephone: string | null;
  readonly organisation_website: string | null;
  readonly from_file: FromFile | null;
  readonly further_categories: { readonly slug: string; readonly name: string }[] | null;
  readonly places:
    | {
        readonly id: string;
        readonly name: string;
        readonly address_line: string;
        readonly postcode: string | null;
        readonly latitude: number | null;
        readonly longitude: number | null;
        readonly access_notes: string;
        readonly address_shown: boolean;
      }[]
    | null;
  /** Those of the listing first, then those of the organisation. */
  readonly contacts: ShownContact[] | null;
  readonly offers:
    | (OfferPriceRow & {
        readonly name: string;
        readonly days: string;
        readonly minimum_minutes: number;
        readonly notice_hours: number | null;
        readonly valid_to: string | null;
        /** Today's price and those to come. */
        readonly prices: readonly DatedPriceRow[];
      })[]
    | null;
  readonly costs: readonly CostRow[] | null;
  readonly events:
    | (RuleRow & {
        readonly id: string;
        readonly name: string;
        readonly start_time: string;
        readonly end_time: string;
        readonly place: string | null;
        readonly changed: ChangedRow[] | null;
      } & { readonly first_date: string; readonly last_date: string | null })[]
    | null;
  readonly free_nearby:
    | {
        readonly slug: string;
        readonly title: string;
        readonly summary: string;
        readonly organisation_name: string;
        readonly metres: number | null;
        /** Of its own page. */
        readonly version: number;
      }[]
    | null;
}

const KEPT = `select body from listing_pages as page where slug = $1 and built_for = $2
  and not exists (select from unnest(page.near_slugs, page.near_versions) as named (slug, version)
    left join listing_pages as near on near.slug = named.slug where near.version is distinct from named.version)`;

/** A page kept ready for `today`, or null where it must be built: also where something that it names changed since. */
export async function findKeptPage(db: Db, slug: string, today: string): Promise<string | null> {
  const { rows } = await db.executeQuery<{ body: string | null }>(CompiledQuery.raw(KEPT, [slug, today]));
  return rows[0]?.body ?? null;
}

/** A text of a place, as far as the public may know it: of a hidden one nothing but its district. */
const shown = (table: string, column: string) =>
  sql`case when ${sql.ref(`${table}.address_shown`)} then ${sql.ref(`${table}.${column}`)} else '' end`;
const shownPostcode = (table: string) =>
  sql`case when ${sql.ref(`${table}.address_shown`)} then ${sql.ref(`${table}.postcode`)} else split_part(${sql.ref(`${table}.postcode`)}, ' ', 1) end`;

/** Everything on the page of one listing, as a row of JSON. */
const pageFacts = (today: Temporal.PlainDate, which: RawBuilder<boolean>) => sql`(select row_to_json(fact) from (
      select listing.id, listing.slug, listing.title, listing.summary, listing.description, listing.kind as listing_kind, listing.state,
        listing.when_text, listing.who_for, listing.languages, listing.faiths, listing.worker_genders, listing.evenings, listing.weekends,
        listing.has_space, listing.accessible, listing.minimum_age, listing.maximum_age, listing.free, listing.address_shown,
        ${shown('listing', 'venue')} as venue, ${shown('listing', 'address_line')} as address_line, ${shownPostcode('listing')} as postcode,
        listing.shown_latitude as latitude, listing.shown_longitude as longitude, listing.serves_metres, listing.website,
        ${CONFIRMED_ON} as last_confirmed_on, category.slug as category_slug, category.name as category_name,
        heading.slug as heading_slug, heading.name as heading_name, organisation.slug as organisation_slug, organisation.name as organisation_name,
        organisation.kind, organisation.size, organisation.in_house, organisation.accepts_isf, organisation.description as organisation_description,
        organisation.email, organisation.telephone, organisation.website as organisation_website, organisation.cqc_location_id,
        organisation.cqc_rating, organisation.cqc_checked_on, organisation.charity_number, organisation.vat_number, organisation.tax_reference,
        organisation.insured_until, organisation.dbs_checked_on, said.insured_until as said_insured_until,
        said.dbs_checked_on as said_dbs_checked_on, ${latestFile('listing.id')} as from_file,
        (select json_agg(json_build_object('slug', more.slug, 'name', more.name) order by term.position, more.id)
          from listing_categories as term join categories as more on more.id = term.category_id
          where term.listing_id = listing.id and term.category_id <> listing.category_id) as further_categories,
        (select json_agg(json_build_object('id', location.id, 'name', ${shown('location', 'name')}, 'address_line', ${shown('location', 'address_line')},
            'postcode', ${shownPostcode('location')}, 'latitude', location.shown_latitude, 'longitude', location.shown_longitude,
            'access_notes', ${shown('location', 'access_notes')}, 'address_shown', location.address_shown) order by link.position, location.id)
          from listing_locations as link join locations as location on location.id = link.location_id where link.listing_id = listing.id) as places,
        ${SHOWN_CONTACTS} as contacts,
        (select json_agg(json_build_object('id', offer.id, 'name', offer.name, 'unit', offer.unit, 'price_pence', price.price_pence, 'days', offer.days,
            'minimum_minutes', offer.minimum_minutes, 'notice_hours', offer.notice_hours, 'valid_to', price.valid_to, 'welfare', offer.welfare,
            'zero_rated', offer.zero_rated, 'prices', (select json_agg(json_build_object('price_pence', later.price_pence, 'valid_from', later.valid_from,
                'valid_to', later.valid_to) order by later.valid_from)
              from offer_prices as later where later.offer_id = offer.id and later.replaced_at is null
                and (later.valid_to is null or later.valid_to >= ${today}))) order by offer.position, price.price_pence, offer.id)
          from offers as offer join offer_prices as price on price.offer_id = offer.id and price.replaced_at is null
            and price.valid_from <= ${today} and (price.valid_to is null or price.valid_to >= ${today})
          where offer.listing_id = listing.id and not offer.withdrawn) as offers,
        ${toldCosts('listing.id', today)} as costs,
        (select json_agg(json_build_object('id', event.id, 'name', event.name, 'frequency', event.frequency, 'weekday', event.weekday,
            'week_of_month', event.week_of_month, 'interval_count', event.interval_count, 'first_date', event.first_date, 'last_date', event.last_date,
            'start_time', to_char(event.start_time, 'HH24:MI'), 'end_time', to_char(event.end_time, 'HH24:MI'),
            'place', (select concat_ws(', ', nullif(${shown('spot', 'name')}, ''), nullif(${shown('spot', 'address_line')}, ''), ${shownPostcode('spot')})
              from locations as spot where spot.id = event.location_id), 'breaks', ${eventBreaks(today)}, 'terms', ${EVENT_TERMS}, 'changed', ${changedDates(today)}) order by event.weekday, event.start_time, event.id)
          from events as event where event.listing_id = listing.id and (event.last_date is null or event.last_date >= ${today})) as events,
        (select json_agg(json_build_object('slug', other.slug, 'title', other.title, 'summary', other.summary, 'organisation_name', owner.name,
            'version', (select theirs.version from listing_pages as theirs where theirs.slug = other.slug), 'metres', near.metres) order by near.away, near.metres, near.id) from (
            select place.id, place.category_id <> listing.category_id as away,
              sqrt(((place.shown_latitude - listing.shown_latitude) * 111195) ^ 2
                + ((place.shown_longitude - listing.shown_longitude) * 111195 * cos(radians(listing.shown_latitude))) ^ 2) as metres
            from categories as subcategory join listings as place on place.category_id = subcategory.id and place.free and place.state in ('published', 'stale')
              and place.shown_latitude between listing.shown_latitude - 0.075 and listing.shown_latitude + 0.075
              and place.shown_longitude between listing.shown_longitude - 0.125 and listing.shown_longitude + 0.125
            where coalesce(subcategory.parent_id, subcategory.id) = coalesce(category.parent_id, category.id) and place.id <> listing.id
            order by away, metres, place.id limit 4) as near
          join listings as other on other.id = near.id join organisations as owner on owner.id = other.organisation_id) as free_nearby
      from listings as listing join organisations as organisation on organisation.id = listing.organisation_id
      join categories as category on category.id = listing.category_id left join categories as heading on heading.id = category.parent_id
      left join organisation_checks as said on said.organisation_id = organisation.id
      where ${which}) as fact)`;

/** Everything on the page of a listing that the public may see, and the version of the page that it was read at; null for one that it may not. */
export async function findPageFacts(
  db: Db,
  slug: string,
  today: Temporal.PlainDate,
): Promise<{ facts: PageFacts; version: bigint } | null> {
  const isShown = sql<boolean>`listing.slug = page.slug and listing.state in ('published', 'stale')`;
  const { rows } = await sql<{ facts: PageFacts; version: bigint }>`
    select page.version, ${pageFacts(today, isShown)} as facts from listing_pages as page where page.slug = ${slug}`.execute(
    db,
  );
  const [row] = rows;
  return row?.facts ? row : null;
}

/** The same of a listing in any state, for those who keep it or look at it before people do: the caller asks who they are. */
export async function findPreviewFacts(tx: Tx, id: string, today: Temporal.PlainDate): Promise<PageFacts | null> {
  const { rows } = await sql<{ facts: PageFacts | null }>`
    select ${pageFacts(today, sql<boolean>`listing.id = ${id}`)} as facts`.execute(tx);
  return rows[0]?.facts ?? null;
}

interface MadePage {
  readonly body: string;
  /** What it was read at. */
  readonly version: bigint;
  /** Those whose pages it names, at the versions that it was read at. */
  readonly near: readonly { readonly slug: string; readonly version: number }[];
}

/** Keeps a finished page for `today` unless it has changed since it was read. */
export async function keepPage(
  db: Db,
  slug: string,
  today: Temporal.PlainDate,
  { body, version, near }: MadePage,
): Promise<void> {
  await sql`update listing_pages set body = ${body}, built_for = ${today}, near_slugs = ${near.map((one) => one.slug)}::text[],
      near_versions = ${near.map((one) => one.version)}::bigint[]
    where slug = ${slug} and version = ${version}`.execute(db);
}
