// Reads an offer row as the price that a person sees: with VAT, and an agreed rate only for council money. Pages, the search and
// the feed for other programs all read prices here, so that they say the same.

import type { Stream } from '@support-market/domain/budgets/streams';
import type { DatedPrice } from '@support-market/domain/listings/price-periods';
import type { AgreedRate } from '@support-market/domain/listings/prices';
import {
  type ChargedPrice,
  chargedPrice,
  nextChargedPrice,
  type OfferDays,
} from '@support-market/domain/orders/item-plan';
import { pence } from '@support-market/domain/shared/money';
import { Temporal } from 'temporal-polyfill';

/** A price as PostgreSQL wrote it into JSON: net of VAT, with its first and last day. */
export interface DatedPriceRow {
  readonly price_pence: number;
  readonly valid_from: string;
  readonly valid_to: string | null;
}

/** What a row says about an offer's price on one day. `price_pence` is net of VAT and may come from a JSON number. */
export interface OfferPriceRow {
  readonly id: string;
  readonly unit: string;
  readonly price_pence: bigint | number;
  readonly welfare: boolean;
  readonly zero_rated: boolean;
}

/** What a row says about the seller, as far as it decides VAT. */
export interface SellerRow {
  readonly kind: string;
  readonly cqc_location_id: string | null;
  readonly charity_number: string | null;
  readonly vat_number: string | null;
  readonly tax_reference: string | null;
}

/** Whose money is asked about: null is anybody from the street. */
export interface Payer {
  readonly councilId: string;
  readonly stream: Stream;
  readonly agreedRates: readonly AgreedRate[];
}

const ALWAYS = Temporal.PlainDate.from('1900-01-01');

function question(
  offer: OfferPriceRow,
  seller: SellerRow,
  today: Temporal.PlainDate,
  payer: Payer | null,
  prices: readonly DatedPrice[],
): Parameters<typeof chargedPrice>[0] {
  return {
    offer: {
      offerId: offer.id,
      unit: offer.unit,
      prices,
      days: 'any' satisfies OfferDays,
      minimumMinutes: 0,
      withdrawn: false,
      published: true,
      welfare: offer.welfare,
      zeroRated: offer.zero_rated,
      provider: {
        isCharity: seller.charity_number !== null,
        isPublicBody: seller.kind === 'public-body',
        isRegulated: seller.cqc_location_id !== null,
        isVatRegistered: seller.vat_number !== null,
        hasTaxIdentity: seller.vat_number !== null || seller.tax_reference !== null,
      },
    },
    agreedRates: payer?.agreedRates ?? [],
    councilId: payer?.councilId ?? '',
    streams: payer ? [payer.stream] : [],
    on: today,
  };
}

/**
 * The price of one unit on `today` of an offer that is on sale then, or null where the unit is not one that we price.
 * The caller has already left out offers that are withdrawn or not on sale that day.
 */
export function unitPrice(
  offer: OfferPriceRow,
  seller: SellerRow,
  today: Temporal.PlainDate,
  payer: Payer | null = null,
): ChargedPrice | null {
  const prices = [{ unitPence: pence(offer.price_pence), validFrom: ALWAYS, validTo: null }];
  const price = chargedPrice(question(offer, seller, today, payer, prices));
  return price.ok ? price.value : null;
}

/** The lowest price of one unit among offers on sale on `today`; of those that cost the same, the first. */
export function lowestPrice(
  offers: readonly OfferPriceRow[],
  seller: SellerRow,
  today: Temporal.PlainDate,
  payer: Payer | null = null,
): ChargedPrice | null {
  let lowest: ChargedPrice | null = null;
  for (const offer of offers) {
    const price = unitPrice(offer, seller, today, payer);
    if (price && (lowest === null || price.unitPence < lowest.unitPence)) lowest = price;
  }
  return lowest;
}

/** The next different price for the same payer, where one is known already. */
export function nextUnitPrice(
  offer: OfferPriceRow & { readonly prices: readonly DatedPriceRow[] },
  seller: SellerRow,
  today: Temporal.PlainDate,
  payer: Payer | null = null,
): { readonly price: ChargedPrice; readonly from: Temporal.PlainDate } | null {
  const prices = offer.prices.map((price) => ({
    unitPence: pence(price.price_pence),
    validFrom: Temporal.PlainDate.from(price.valid_from),
    validTo: price.valid_to === null ? null : Temporal.PlainDate.from(price.valid_to),
  }));
  return nextChargedPrice(question(offer, seller, today, payer, prices));
}
