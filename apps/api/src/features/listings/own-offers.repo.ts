// Reads what a listing sells with every price that was ever said of it, and takes an offer off sale or puts it back.

import type { Db, Tx } from '@support-market/db/pool';
import type { OfferDays } from '@support-market/domain/orders/item-plan';
import { sql } from 'kysely';
import { forgetListingPages } from '../../platform/listing-changes.repo.ts';

export interface OwnOffer {
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  readonly days: OfferDays;
  /** Until so long before a visit it is cancelled free; null where that is not said, and each council's own choice holds. */
  readonly noticeHours: number | null;
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
    select offer.id, offer.name, offer.unit, offer.days, offer.notice_hours as "noticeHours", offer.withdrawn,
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
