// Reads what a listing sells with every price that was ever said of it, and whether somebody ordered at one; takes an offer off
// sale or puts it back.

import type { Db, Tx } from '@support-market/db/pool';
import type { OfferDays } from '@support-market/domain/orders/item-plan';
import { sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';
import { forgetListingPages, listingsChanged } from '../../platform/listing-changes.repo.ts';
import type { OfferTermsIn } from './own-offers.schemas.ts';

export interface OwnOffer {
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  readonly days: OfferDays;
  readonly minimumMinutes: number;
  /** Until so long before a visit it is cancelled free; null where that is not said, and each council's own choice holds. */
  readonly noticeHours: number | null;
  readonly welfare: boolean;
  readonly zeroRated: boolean;
  readonly withdrawn: boolean;
  /** In the order of their first days. */
  readonly prices: {
    readonly id: string;
    /** Net of VAT. */
    readonly pricePence: number;
    readonly from: string;
    readonly until: string | null;
    readonly setBy: 'import' | 'provider';
    /** The day on which another took its place; null while it holds. */
    readonly replacedOn: string | null;
  }[];
}

/** The offers of a listing in their order. Agreed rates are between a council and its provider, and none of them. */
export async function listOwnOffers(db: Db | Tx, listingId: string): Promise<OwnOffer[]> {
  const { rows } = await sql<OwnOffer>`
    select offer.id, offer.name, offer.unit, offer.days, offer.minimum_minutes as "minimumMinutes", offer.notice_hours as "noticeHours",
           offer.welfare, offer.zero_rated as "zeroRated", offer.withdrawn,
           (select coalesce(json_agg(json_build_object('id', price.id, 'pricePence', price.price_pence, 'from', price.valid_from,
               'until', price.valid_to, 'setBy', price.set_by,
               'replacedOn', to_char(price.replaced_at at time zone 'Europe/London', 'YYYY-MM-DD'))
               order by price.valid_from, price.recorded_at, price.id), '[]'::json)
             from offer_prices as price where price.offer_id = offer.id) as prices
      from offers as offer where offer.listing_id = ${listingId} order by offer.withdrawn, offer.position, offer.id`.execute(
    db,
  );
  return rows;
}

/** Takes an offer off sale, or puts it back, as its provider wants it: no file changes that. What is ordered stays ordered. */
export async function writeWithdrawal(tx: Tx, listingId: string, offerId: string, withdrawn: boolean): Promise<void> {
  await sql`
    update offers set withdrawn = ${withdrawn}, withdrawn_by_provider = ${withdrawn}
     where id = ${offerId} and listing_id = ${listingId}`.execute(tx);
  await forgetListingPages(tx, [listingId]);
}

/** Says what an offer is: from then on no file says it otherwise. What is ordered keeps its words, notice and VAT. */
export async function writeTerms(tx: Tx, listingId: string, terms: OfferTermsIn): Promise<void> {
  await sql`
    update offers set own = true, name = ${terms.name}, minimum_minutes = ${terms.minimumMinutes}, notice_hours = ${terms.noticeHours},
           welfare = ${terms.welfare}, zero_rated = ${terms.zeroRated}
     where id = ${terms.offerId} and listing_id = ${listingId}`.execute(tx);
  await forgetListingPages(tx, [listingId]);
}

export interface Seller {
  readonly organisation_id: string;
  readonly kind: string;
  readonly cqc_location_id: string | null;
  readonly charity_number: string | null;
  readonly vat_number: string | null;
  readonly tax_reference: string | null;
}

/** Who sells what a listing offers, as far as it decides VAT. */
export async function findSeller(db: Db | Tx, listingId: string): Promise<Seller | null> {
  const { rows } = await sql<Seller>`
    select organisation.id as organisation_id, organisation.kind, organisation.cqc_location_id, organisation.charity_number,
           organisation.vat_number, organisation.tax_reference
      from listings as listing join organisations as organisation on organisation.id = listing.organisation_id
     where listing.id = ${listingId}`.execute(db);
  return rows[0] ?? null;
}

/** Whether somebody of a council ordered something of an offer at its public price for one of these days. Read it as that council. */
export async function isOrdered(
  db: Db | Tx,
  councilId: string,
  offer: { readonly id: string; readonly organisationId: string },
  days: { readonly from: Temporal.PlainDate; readonly until: Temporal.PlainDate | null },
): Promise<boolean> {
  const { rows } = await sql<{ ordered: boolean }>`
    select exists (select from visits as visit join order_lines as line on line.council_id = ${councilId} and line.id = visit.order_line_id
      where visit.council_id = ${councilId} and visit.organisation_id = ${offer.organisationId} and line.offer_id = ${offer.id}
        and visit.price_source = 'public' and visit.service_date >= ${days.from}
        and (${days.until}::date is null or visit.service_date <= ${days.until}::date)) as ordered`.execute(db);
  return rows[0]?.ordered ?? false;
}

/** An offer that stands in a listing under a reference, whether it is on sale or not. */
export async function isOffered(tx: Tx, listingId: string, reference: string): Promise<boolean> {
  const { rows } =
    await sql`select id from offers where listing_id = ${listingId} and source_ref = ${reference}`.execute(tx);
  return rows.length > 0;
}

/** A listing that sells something is not free. */
export async function notFree(tx: Tx, listingId: string): Promise<void> {
  const { numAffectedRows } = await sql`update listings set free = false where id = ${listingId} and free`.execute(tx);
  if (numAffectedRows) await listingsChanged(tx, [listingId]);
}
