// Reads the rates that one council agreed with providers, for its officers. They stand in no page and no feed.

import { patternWithin } from '@support-market/db/patterns';
import type { Tx } from '@support-market/db/pool';
import { type RawBuilder, sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';

interface Named {
  readonly offerId: string;
  readonly offerName: string;
  readonly unit: string;
  readonly days: string;
  readonly listingTitle: string;
  readonly listingSlug: string;
  readonly organisationName: string;
  /** What anybody pays today, and what the council's own money pays; without VAT, null where there is none. */
  readonly publicPence: number | null;
  readonly agreedPence: number | null;
}

export interface RatedOffer extends Named {
  readonly withdrawn: boolean;
  /** In the order of their first days, then as they were said. */
  readonly rates: {
    readonly id: string;
    readonly pricePence: number;
    readonly from: string;
    readonly until: string | null;
    readonly saidOn: string;
    /** The day on which another took its place; null while it holds. */
    readonly replacedOn: string | null;
  }[];
}

const holds = (price: string, today: Temporal.PlainDate): RawBuilder<unknown> => {
  const of = (column: string) => sql.ref(`${price}.${column}`);
  return sql`${of('replaced_at')} is null and ${of('valid_from')} <= ${today} and coalesce(${of('valid_to')}, ${today}) >= ${today}`;
};

const named = (councilId: string, today: Temporal.PlainDate) => sql`
  offer.id as "offerId", offer.name as "offerName", offer.unit, offer.days, listing.title as "listingTitle", listing.slug as "listingSlug",
  organisation.name as "organisationName",
  (select price.price_pence::integer from offer_prices as price where price.offer_id = offer.id and ${holds('price', today)}) as "publicPence",
  (select rate.price_pence::integer from agreed_rates as rate
    where rate.council_id = ${councilId} and rate.offer_id = offer.id and ${holds('rate', today)}) as "agreedPence"`;

const OFFERS = sql`offers as offer join listings as listing on listing.id = offer.listing_id
  join organisations as organisation on organisation.id = listing.organisation_id`;

/** One page (and one row more) in the order of ids: what has a rate, or everything of the providers that a word names. */
export async function listRatedOffers(
  tx: Tx,
  councilId: string,
  today: Temporal.PlainDate,
  wanted: { readonly search: string; readonly after: string; readonly limit: number },
): Promise<Named[]> {
  const chosen =
    wanted.search === ''
      ? sql`offer.id in (select rate.offer_id from agreed_rates as rate where rate.council_id = ${councilId} and rate.replaced_at is null)`
      : sql`plain_name(organisation.name) like plain_name(${patternWithin(wanted.search)}) and not offer.withdrawn
          and listing.state not in ('draft', 'submitted', 'changes-asked')`;
  const { rows } = await sql<Named>`
    select ${named(councilId, today)} from ${OFFERS} where ${chosen} and offer.id > ${wanted.after} order by offer.id limit ${wanted.limit + 1}`.execute(
    tx,
  );
  return rows;
}

/** An offer with every rate that the council ever said of it. */
export async function findRatedOffer(
  tx: Tx,
  councilId: string,
  today: Temporal.PlainDate,
  offerId: string,
): Promise<RatedOffer | null> {
  const { rows } = await sql<RatedOffer>`
    select ${named(councilId, today)}, offer.withdrawn,
           (select coalesce(json_agg(json_build_object('id', rate.id, 'pricePence', rate.price_pence, 'from', rate.valid_from, 'until', rate.valid_to,
               'saidOn', to_char(rate.recorded_at at time zone 'Europe/London', 'YYYY-MM-DD'),
               'replacedOn', to_char(rate.replaced_at at time zone 'Europe/London', 'YYYY-MM-DD'))
               order by rate.valid_from, rate.recorded_at, rate.id), '[]'::json)
              from agreed_rates as rate where rate.council_id = ${councilId} and rate.offer_id = offer.id) as rates
      from ${OFFERS} where offer.id = ${offerId} and listing.state not in ('draft', 'submitted', 'changes-asked')`.execute(
    tx,
  );
  return rows[0] ?? null;
}

/** The offer of a rate of the council's; null where there is none such. */
export async function offerOfRate(tx: Tx, councilId: string, rateId: string): Promise<string | null> {
  const row = await tx
    .selectFrom('agreed_rates')
    .select('offer_id')
    .where('council_id', '=', councilId)
    .where('id', '=', rateId)
    .executeTakeFirst();
  return row?.offer_id ?? null;
}

/** Whether somebody ordered something of an offer at the council's rate for one of these days. */
export async function isOrderedAtRate(
  tx: Tx,
  councilId: string,
  offerId: string,
  days: { readonly from: Temporal.PlainDate; readonly until: Temporal.PlainDate | null },
): Promise<boolean> {
  const { rows } = await sql<{ ordered: boolean }>`
    select exists (select from order_lines as line
      join visits as visit on visit.council_id = ${councilId} and visit.order_id = line.order_id and visit.order_line_id = line.id
     where line.council_id = ${councilId} and line.offer_id = ${offerId} and line.last_date >= ${days.from} and visit.price_source = 'agreed'
       and visit.service_date >= ${days.from} and (${days.until}::date is null or visit.service_date <= ${days.until}::date)) as ordered`.execute(
    tx,
  );
  return rows[0]?.ordered ?? false;
}
