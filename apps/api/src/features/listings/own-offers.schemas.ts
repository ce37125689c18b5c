// What an organisation's members read and say of the prices of a listing of theirs.

import { OFFER_DAYS } from '@support-market/domain/orders/item-plan';
import { type Static, Type } from 'typebox';
import { closed, DateIn, Id, oneOf, orNull, PenceIn } from '../../http/schemas.ts';

export const OfferPriceIn = closed({
  offerId: Id,
  /** Without VAT. */
  pricePence: PenceIn,
  /** The first day of the price: today or later. */
  from: DateIn,
});
export type OfferPriceIn = Static<typeof OfferPriceIn>;

export const OfferIn = closed({ offerId: Id });

export const OwnOffersOut = closed({
  items: Type.Array(
    closed({
      id: Id,
      name: Type.String(),
      unit: Type.String(),
      days: oneOf(OFFER_DAYS),
      noticeHours: orNull(Type.Integer()),
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
});
export type OwnOffersOut = Static<typeof OwnOffersOut>;
