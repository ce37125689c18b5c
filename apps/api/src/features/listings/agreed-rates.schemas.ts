// What an officer of a council reads and says of the rates that it agreed with providers.

import { UNIT_NAMES } from '@support-market/domain/listings/prices';
import { OFFER_DAYS } from '@support-market/domain/orders/item-plan';
import { type Static, Type } from 'typebox';
import { closed, DateIn, Id, oneOf, orNull, PageQuery, PenceIn, pageOf } from '../../http/schemas.ts';

const Net = Type.Integer({ description: 'whole pence, without VAT' });
const Day = Type.String({ description: 'YYYY-MM-DD' });

const named = {
  offerId: Id,
  offerName: Type.String(),
  unit: oneOf(UNIT_NAMES),
  days: oneOf(OFFER_DAYS),
  listingTitle: Type.String(),
  listingSlug: Type.String(),
  organisationName: Type.String(),
  publicPence: orNull(Net),
  agreedPence: orNull(Net),
};

export const RatedOffersQuery = closed({
  ...PageQuery,
  search: Type.Optional(Type.String({ maxLength: 100, description: 'part of a provider’s name' })),
});
export type RatedOffersQuery = Static<typeof RatedOffersQuery>;
export const RatedOffersOut = pageOf(closed(named));
export type RatedOffersOut = Static<typeof RatedOffersOut>;

export const OfferParams = closed({ offerId: Id });

export const RatedOfferOut = closed({
  ...named,
  withdrawn: Type.Boolean(),
  rates: Type.Array(
    closed({ id: Id, pricePence: Net, from: Day, until: orNull(Day), saidOn: Day, replacedOn: orNull(Day) }),
  ),
});
export type RatedOfferOut = Static<typeof RatedOfferOut>;

export const AgreedRateIn = closed({
  offerId: Id,
  /** Without VAT. */
  pricePence: PenceIn,
  /** The first day of the rate: today or later. */
  from: DateIn,
  /** Its last day; null: until the next one. */
  until: orNull(DateIn),
});
export type AgreedRateIn = Static<typeof AgreedRateIn>;

export const EndRateIn = closed({ rateId: Id, lastDay: DateIn });
export type EndRateIn = Static<typeof EndRateIn>;

export const RemoveRateIn = closed({ rateId: Id });
