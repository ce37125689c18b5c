// Reads the public catalogue in pieces that Open Referral UK can be made of: what everybody may see, and nothing that only one
// council's people may. A page of ids and their number come first, then everything about those few.

import type { Db } from '@support-market/db/pool';
import type { Point } from '@support-market/domain/shared/postcodes';
import { type RawBuilder, sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';
import { CONFIRMED_ON } from '../../platform/confirmed-on.repo.ts';
import {
  type ChangedRow,
  changedDates,
  EVENT_TERMS,
  eventBreaks,
  type RuleRow,
} from '../../platform/event-rules.repo.ts';
import type { DatedPriceRow, OfferPriceRow, SellerRow } from '../../platform/offer-prices.ts';
import { SHOWN_CONTACTS, type ShownContact } from '../../platform/shown-contacts.repo.ts';
import { offersSomething } from '../../platform/shown-organisations.repo.ts';
import { type CostRow, toldCosts } from '../../platform/told-costs.repo.ts';

export interface FeedFilters {
  readonly search: string | null;
  /** A category; a heading stands for all of its subcategories. */
  readonly categoryId: string | null;
  readonly organisationId: string | null;
  readonly minimumAge: number | null;
  readonly maximumAge: number | null;
  /** 1 is Monday. */
  readonly weekday: number | null;
  /** HH:MM: something happens that begins no earlier, and ends no later. */
  readonly startTime: string | null;
  readonly endTime: string | null;
  readonly modifiedAfter: Temporal.Instant | null;
  readonly near: { readonly point: Point; readonly metres: number } | null;
}

export interface FeedPage {
  /** From 1. */
  readonly page: number;
  readonly size: number;
}

export interface Counted<Row> {
  readonly rows: readonly Row[];
  readonly total: number;
}

const METRES_A_DEGREE = 111_195;
const SHOWN = sql`listing.state in ('published', 'stale')`;
/** The UUID of a service at a place, as its index has it. */
const LINK_ID = sql`md5(link.listing_id || ' ' || link.location_id)::uuid`;

function matching(filters: FeedFilters): RawBuilder<unknown> {
  const conditions = [SHOWN];
  if (filters.search !== null)
    conditions.push(sql`listing.id in (select entry.listing_id from search_entries as entry
      where entry.search @@ (select websearch_to_tsquery('english', ${filters.search})))`);
  if (filters.organisationId !== null) conditions.push(sql`listing.organisation_id = ${filters.organisationId}`);
  if (filters.categoryId !== null)
    conditions.push(sql`exists (select from categories as category where ${filters.categoryId} in (category.id, category.parent_id)
      and (category.id = listing.category_id or exists (select from listing_categories as term
        where term.listing_id = listing.id and term.category_id = category.id)))`);
  if (filters.minimumAge !== null)
    conditions.push(sql`(listing.maximum_age is null or listing.maximum_age >= ${filters.minimumAge})`);
  if (filters.maximumAge !== null)
    conditions.push(sql`(listing.minimum_age is null or listing.minimum_age <= ${filters.maximumAge})`);
  if (filters.modifiedAfter !== null)
    // What came back into view is news to those who heard that it had gone.
    conditions.push(sql`(listing.changed_at > ${filters.modifiedAfter.toString()}::timestamptz
      or exists (select from listing_histories as history where history.listing_id = listing.id
        and history.changed_at > ${filters.modifiedAfter.toString()}::timestamptz and history.from_state not in ('published', 'stale')))`);
  const { weekday, startTime, endTime } = filters;
  if (weekday !== null || startTime !== null || endTime !== null)
    conditions.push(sql`exists (select from events as event where event.listing_id = listing.id
      and (${weekday}::int is null or event.weekday = ${weekday})
      and (${startTime}::time is null or event.start_time >= ${startTime}::time)
      and (${endTime}::time is null or event.end_time <= ${endTime}::time))`);
  return sql.join(conditions, sql` and `);
}

/** Whether a place is near enough, in a straight line, by where everybody sees it. */
function within(near: FeedFilters['near']): RawBuilder<unknown> {
  if (!near) return sql`true`;
  const { point, metres } = near;
  const latitudes = metres / METRES_A_DEGREE;
  const across = METRES_A_DEGREE * Math.cos((point.lat * Math.PI) / 180);
  return sql`location.shown_latitude between ${point.lat - latitudes} and ${point.lat + latitudes}
      and ((location.shown_latitude - ${point.lat}) * ${METRES_A_DEGREE}) ^ 2
        + ((location.shown_longitude - ${point.lon}) * ${across}) ^ 2 <= ${metres ** 2}`;
}

/** A page of what the statement finds, in the order of ids so that pages do not overlap, and how many there are in all. */
async function idsOf(
  db: Db,
  found: RawBuilder<unknown>,
  { page, size }: FeedPage,
): Promise<{ readonly ids: readonly string[]; readonly total: number }> {
  const { rows } = await sql<{ ids: string[] | null; total: number }>`select
      (select json_agg(part.id order by part.id) from (select found.id from (${found}) as found order by found.id limit ${size} offset ${(page - 1) * size}) as part) as ids,
      (select count(*)::int from (${found}) as found) as total`.execute(db);
  return { ids: rows[0]?.ids ?? [], total: rows[0]?.total ?? 0 };
}

/** With what decides the VAT in its prices, which is not for the feed. */
export interface OrganisationFacts extends SellerRow {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly description: string;
  readonly email: string | null;
  readonly telephone: string | null;
  readonly website: string | null;
  readonly company_number: string | null;
}

export interface PlaceFacts {
  readonly link_id: string;
  readonly id: string;
  readonly name: string;
  readonly access_notes: string;
  readonly latitude: number | null;
  readonly longitude: number | null;
  /** Empty, with the first half of the postcode, where the address is not for everybody. */
  readonly address_line: string;
  readonly postcode: string | null;
  readonly address_shown: boolean;
}

export interface ServiceFacts {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly summary: string;
  readonly description: string;
  readonly when_text: string;
  readonly who_for: string;
  readonly website: string | null;
  readonly free: boolean;
  readonly minimum_age: number | null;
  readonly maximum_age: number | null;
  readonly languages: readonly string[];
  readonly serves_metres: number | null;
  readonly postcode: string | null;
  readonly confirmed_on: string | null;
  /** RFC 3339 in UTC. */
  readonly changed_at: string;
  readonly organisation: OrganisationFacts;
  readonly city: string | null;
  readonly places: readonly PlaceFacts[] | null;
  readonly categories: readonly TermFacts[] | null;
  readonly contacts: readonly ShownContact[] | null;
  readonly prices:
    | readonly (OfferPriceRow &
        DatedPriceRow & {
          readonly name: string;
          /** The first day, from today on, on which it holds. */
          readonly next_day: string;
        })[]
    | null;
  readonly costs: readonly CostRow[] | null;
  readonly events:
    | readonly (RuleRow & {
        readonly id: string;
        readonly name: string;
        readonly first_date: string;
        readonly last_date: string | null;
        readonly changed: ChangedRow[] | null;
        readonly start_time: string;
        readonly end_time: string;
        readonly link_id: string | null;
      })[]
    | null;
}

const organisationFacts = sql`json_build_object('id', organisation.id, 'slug', organisation.slug, 'name', organisation.name,
  'description', organisation.description, 'email', organisation.email, 'telephone', organisation.telephone, 'website', organisation.website,
  'charity_number', organisation.charity_number, 'company_number', organisation.company_number, 'cqc_location_id', organisation.cqc_location_id,
  'kind', organisation.kind, 'vat_number', organisation.vat_number, 'tax_reference', organisation.tax_reference)`;

/** Everything about the named services, in the order of their ids. */
async function serviceFacts(db: Db, ids: readonly string[], today: Temporal.PlainDate): Promise<ServiceFacts[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<{ fact: ServiceFacts }>`select row_to_json(fact) as fact from (
    select listing.id, listing.slug, listing.title, listing.summary, listing.description, listing.when_text, listing.who_for, listing.website,
      listing.free, listing.minimum_age, listing.maximum_age, listing.languages, listing.serves_metres, split_part(listing.postcode, ' ', 1) as postcode,
      ${CONFIRMED_ON} as confirmed_on,
      to_char(listing.changed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as changed_at,
      ${organisationFacts} as organisation, organisation.city,
      (select json_agg(json_build_object('link_id', ${LINK_ID}, 'id', location.id,
          'name', case when location.address_shown then location.name else '' end, 'access_notes', case when location.address_shown then location.access_notes else '' end,
          'latitude', location.shown_latitude, 'longitude', location.shown_longitude, 'address_shown', location.address_shown,
          'address_line', case when location.address_shown then location.address_line else '' end,
          'postcode', case when location.address_shown then location.postcode else split_part(location.postcode, ' ', 1) end) order by link.position, location.id)
        from listing_locations as link join locations as location on location.id = link.location_id where link.listing_id = listing.id) as places,
      (select json_agg(json_build_object('id', category.id, 'slug', category.slug, 'name', category.name, 'heading_id', heading.id,
          'heading_name', heading.name) order by term.position, category.id)
        from (select listing.category_id, -1 as position union all select further.category_id, further.position from listing_categories as further
          where further.listing_id = listing.id and further.category_id <> listing.category_id) as term
        join categories as category on category.id = term.category_id
        left join categories as heading on heading.id = category.parent_id) as categories,
      ${SHOWN_CONTACTS} as contacts,
      (select json_agg(json_build_object('id', price.id, 'name', offer.name, 'unit', offer.unit, 'price_pence', price.price_pence,
          'welfare', offer.welfare, 'zero_rated', offer.zero_rated, 'valid_from', price.valid_from, 'valid_to', price.valid_to,
          'next_day', greatest(price.valid_from, ${today}::date)) order by offer.position, offer.id, price.valid_from)
        from offers as offer join offer_prices as price on price.offer_id = offer.id and price.replaced_at is null
          and (price.valid_to is null or price.valid_to >= ${today})
        where offer.listing_id = listing.id and not offer.withdrawn) as prices,
      ${toldCosts('listing.id', today)} as costs,
      (select json_agg(json_build_object('id', event.id, 'name', event.name, 'frequency', event.frequency, 'weekday', event.weekday,
          'week_of_month', event.week_of_month, 'interval_count', event.interval_count, 'first_date', event.first_date, 'last_date', event.last_date,
          'start_time', to_char(event.start_time, 'HH24:MI'), 'end_time', to_char(event.end_time, 'HH24:MI'),
          'breaks', ${eventBreaks(today)}, 'terms', ${EVENT_TERMS}, 'changed', ${changedDates(today)},
          'link_id', (select ${LINK_ID} from listing_locations as link where link.listing_id = listing.id and link.location_id = event.location_id))
          order by event.weekday, event.start_time, event.id)
        from events as event where event.listing_id = listing.id and (event.last_date is null or event.last_date >= ${today})) as events
    from listings as listing join organisations as organisation on organisation.id = listing.organisation_id
    where listing.id = any (${[...ids]}::text[]) and ${SHOWN} order by listing.id) as fact`.execute(db);
  return rows.map(({ fact }) => fact);
}

/** Services; near a point, those with a place near it. */
export async function listServices(
  db: Db,
  filters: FeedFilters,
  page: FeedPage,
  today: Temporal.PlainDate,
): Promise<Counted<ServiceFacts>> {
  const { ids, total } = await idsOf(
    db,
    sql`select listing.id from listings as listing where ${matching(filters)}${
      filters.near
        ? sql` and listing.id in (select link.listing_id from listing_locations as link
            join locations as location on location.id = link.location_id where ${within(filters.near)})`
        : sql``
    }`,
    page,
  );
  return { rows: await serviceFacts(db, ids, today), total };
}

export async function findService(db: Db, id: string, today: Temporal.PlainDate): Promise<ServiceFacts | null> {
  return (await serviceFacts(db, [id], today))[0] ?? null;
}

export interface ServiceAtPlace {
  readonly service: ServiceFacts;
  readonly place: PlaceFacts;
}

/** Services at their places, each with the whole service. */
export async function listServicesAtPlaces(
  db: Db,
  filters: FeedFilters,
  page: FeedPage,
  today: Temporal.PlainDate,
): Promise<Counted<ServiceAtPlace>> {
  const { ids, total } = await idsOf(
    db,
    sql`select ${LINK_ID}::text as id from listings as listing join listing_locations as link on link.listing_id = listing.id
      join locations as location on location.id = link.location_id where ${matching(filters)} and ${within(filters.near)}`,
    page,
  );
  return { rows: await servicesAt(db, ids, today), total };
}

/** The named services at their places, in the order of their ids; those that no one may see are left out. */
async function servicesAt(db: Db, linkIds: readonly string[], today: Temporal.PlainDate): Promise<ServiceAtPlace[]> {
  const { rows } = await sql<{ id: string }>`select distinct link.listing_id as id from listing_locations as link
    where ${LINK_ID} = any (${[...linkIds]}::uuid[])`.execute(db);
  const services = await serviceFacts(
    db,
    rows.map(({ id }) => id),
    today,
  );
  const all = new Map(
    services.flatMap((service) => (service.places ?? []).map((place) => [place.link_id, { service, place }] as const)),
  );
  return linkIds.flatMap((id) => all.get(id) ?? []);
}

export async function findServiceAtPlace(
  db: Db,
  linkId: string,
  today: Temporal.PlainDate,
): Promise<ServiceAtPlace | null> {
  return (await servicesAt(db, [linkId], today))[0] ?? null;
}

/** Organisations that have something to be seen, in the order of their ids. */
export interface RemovedService {
  readonly id: string;
  /** When it was last taken out of view. */
  readonly removedAt: Temporal.Instant;
}

/** Services that everybody could see, and no one can now, since a moment; those that went first come first. */
export async function listRemoved(
  db: Db,
  after: Temporal.Instant | null,
  { page, size }: FeedPage,
): Promise<Counted<RemovedService>> {
  const removed = sql`
    select history.listing_id as id, max(history.changed_at) as "removedAt" from listing_histories as history
     where history.from_state in ('published', 'stale') and history.to_state not in ('published', 'stale')
       and ${after === null ? sql`true` : sql`history.changed_at > ${after.toString()}::timestamptz`}
       and not exists (select from listings as listing where listing.id = history.listing_id and ${SHOWN})
     group by history.listing_id`;
  const counted = await sql<{ total: number }>`select count(*)::int as total from (${removed}) as gone`.execute(db);
  const { rows } = await sql<RemovedService>`
    ${removed} order by max(history.changed_at), history.listing_id limit ${size} offset ${(page - 1) * size}`.execute(
    db,
  );
  return { rows, total: counted.rows[0]?.total ?? 0 };
}

export async function listOrganisations(db: Db, page: FeedPage): Promise<Counted<OrganisationFacts>> {
  const { ids, total } = await idsOf(
    db,
    sql`select organisation.id from organisations as organisation
      where ${offersSomething('organisation')}`,
    page,
  );
  return { rows: await organisationsOf(db, ids), total };
}

async function organisationsOf(db: Db, ids: readonly string[]): Promise<OrganisationFacts[]> {
  const { rows } = await sql<{
    fact: OrganisationFacts;
  }>`select ${organisationFacts} as fact from organisations as organisation
    where organisation.id = any (${[...ids]}::text[])
      and ${offersSomething('organisation')} order by organisation.id`.execute(db);
  return rows.map(({ fact }) => fact);
}

export async function findOpenOrganisation(db: Db, id: string): Promise<OrganisationFacts | null> {
  return (await organisationsOf(db, [id]))[0] ?? null;
}

export interface TermFacts {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly heading_id: string | null;
  readonly heading_name: string | null;
}

/** Every category: there are some dozens. */
export async function listTerms(db: Db): Promise<TermFacts[]> {
  const { rows } =
    await sql<TermFacts>`select category.id, category.slug, category.name, heading.id as heading_id, heading.name as heading_name
    from categories as category left join categories as heading on heading.id = category.parent_id order by category.position, category.id`.execute(
      db,
    );
  return rows;
}
