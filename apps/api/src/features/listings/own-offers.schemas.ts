// What an organisation's members read and say of the prices of a listing of theirs.

import { UNIT_NAMES } from '@support-market/domain/listings/prices';
import { OFFER_DAYS } from '@support-market/domain/orders/item-plan';
import { type Static, Type } from 'typebox';
import { closed, DateIn, Id, NeededLine, oneOf, orNull, PenceIn } from '../../http/schemas.ts';

export const OfferPriceIn = closed({
  offerId: Id,
  /** Without VAT. */
  pricePence: PenceIn,
  /** The first day of the price: today or later. */
  from: DateIn,
  /** Its last day; left out or null: until the next price. */
  until: Type.Optional(orNull(DateIn)),
});
export type OfferPriceIn = Static<typeof OfferPriceIn>;

/** How VAT is charged on something: see `vatTreatment` of the domain, which also asks who sells. */
const VatIn = {
  /** Care, or help directly connected with somebody's welfare. */
  welfare: Type.Boolean(),
  zeroRated: Type.Boolean(),
};
const Unit = oneOf(UNIT_NAMES);

/** What an offer is beside its unit, its days and its prices. */
const TermsIn = {
  name: NeededLine(200),
  minimumMinutes: Type.Integer({ minimum: 0, maximum: 1_440 }),
  /** Null: not said; then the buyer's council says until when a visit is cancelled free. */
  noticeHours: orNull(Type.Integer({ minimum: 0, maximum: 720 })),
  ...VatIn,
};

export const OfferTermsIn = closed({ offerId: Id, ...TermsIn });
export type OfferTermsIn = Static<typeof OfferTermsIn>;

export const NewOfferIn = closed({
  ...TermsIn,
  unit: Unit,
  days: oneOf(OFFER_DAYS),
  /** Without VAT. */
  pricePence: PenceIn,
  /** The first day of the price: today or later. */
  from: DateIn,
  /** Its last day; left out or null: until the next price. */
  until: Type.Optional(orNull(DateIn)),
});
export type NewOfferIn = Static<typeof NewOfferIn>;

export const PriceIn = closed({ priceId: Id });

export const OfferIn = closed({ offerId: Id });

const VatOut = closed({
  category: oneOf(['E', 'O', 'S', 'Z']),
  rateBasisPoints: Type.Integer({ description: 'hundredths of a percent' }),
});

export const OwnOffersOut = closed({
  items: Type.Array(
    closed({
      id: Id,
      name: Type.String(),
      unit: Type.String(),
      days: oneOf(OFFER_DAYS),
      minimumMinutes: Type.Integer(),
      noticeHours: orNull(Type.Integer()),
      ...VatIn,
      withdrawn: Type.Boolean(),
      prices: Type.Array(
        closed({
          id: Id,
          pricePence: Type.Integer({ description: 'whole pence, without VAT' }),
          from: Type.String({ description: 'YYYY-MM-DD' }),
          until: orNull(Type.String({ description: 'YYYY-MM-DD' })),
          setBy: oneOf(['import', 'provider']),
          replacedOn: orNull(Type.String({ description: 'YYYY-MM-DD' })),
        }),
      ),
    }),
  ),
  /** What VAT comes to a price of today of this seller's, by what is sold. */
  vat: closed({ welfare: VatOut, zero: VatOut, standard: VatOut }),
});
export type OwnOffersOut = Static<typeof OwnOffersOut>;
