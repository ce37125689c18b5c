// What the API says about price rises: what is raised from when, what that comes to, and what is proposed and answered.

import { UNIT_NAMES } from '@support-market/domain/listings/prices';
import { OFFER_DAYS } from '@support-market/domain/orders/item-plan';
import { LONGEST_WHY } from '@support-market/domain/price-rises/price-effect';
import { priceRiseOrderMachine } from '@support-market/domain/price-rises/price-rise-order-states';
import { priceRiseMachine } from '@support-market/domain/price-rises/price-rise-states';
import { type Static, Type } from 'typebox';
import {
  closed,
  DateIn,
  DateOut,
  Id,
  InstantOut,
  Line,
  NeededText,
  oneOf,
  orNull,
  PageQuery,
  PenceIn,
  PenceOut,
} from '../../http/schemas.ts';

const Kind = oneOf(['public', 'agreed'] as const);
const State = oneOf(priceRiseMachine.states);

const common = {
  id: Id,
  organisationId: Id,
  organisationName: Type.String(),
  offerId: Id,
  offerName: Type.String(),
  days: oneOf(OFFER_DAYS),
  unit: oneOf(UNIT_NAMES),
  listingId: Id,
  listingTitle: Type.String(),
  kind: Kind,
  fromPence: PenceOut,
  toPence: PenceOut,
  riseBasisPoints: orNull(Type.Integer({ description: 'hundredths of a percent' })),
  fromDate: DateOut,
  writtenAt: InstantOut,
  state: State,
};

export const PriceRiseSummaryOut = closed(common);

const sums = { orders: Type.Integer(), yearlyPence: PenceOut, plannedPence: PenceOut };

export const PriceRiseOut = closed({
  ...common,
  words: Type.String(),
  decidedAt: orNull(InstantOut),
  raisesOrders: Type.Boolean(),
  answer: Type.String(),
  /** While it is proposed: what it would fall on today. */
  wouldBe: orNull(closed(sums)),
  /** What buyers were asked, by their answers. */
  asked: Type.Array(closed({ state: oneOf(priceRiseOrderMachine.states), ...sums })),
});
export type PriceRiseOut = Static<typeof PriceRiseOut>;

export const PriceRiseIdOut = closed({ id: Id });

export const PriceRisesQuery = closed({
  ...PageQuery,
  search: Type.Optional(
    Type.String({ maxLength: 100, description: 'part of what it says, or of the organisation’s name' }),
  ),
  state: Type.Optional(State),
  from: Type.Optional(Type.Unsafe<string>({ ...DateIn, description: 'written on that day or later, YYYY-MM-DD' })),
});
export type PriceRisesQuery = Static<typeof PriceRisesQuery>;

export const PriceRiseIn = closed({
  offerId: Id,
  kind: Kind,
  /** Of one unit, without VAT. */
  pricePence: PenceIn,
  from: DateIn,
  words: NeededText(LONGEST_WHY),
});
export type PriceRiseIn = Static<typeof PriceRiseIn>;

export const AcceptRiseIn = closed({
  /** True: the council pays it for every running order of its money. False: each buyer is asked. */
  raisesOrders: Type.Boolean(),
  answer: Line(500),
});
export type AcceptRiseIn = Static<typeof AcceptRiseIn>;

export const RefuseRiseIn = closed({ answer: NeededText(500) });
export type RefuseRiseIn = Static<typeof RefuseRiseIn>;

export const RaisableQuery = closed({ listingId: Type.Optional(Id) });

const Price = orNull(PenceOut);
export const RaisableOut = closed({
  noticeDays: Type.Integer(),
  earliest: DateOut,
  items: Type.Array(
    closed({
      offerId: Id,
      listingTitle: Type.String(),
      offerName: Type.String(),
      unit: oneOf(UNIT_NAMES),
      days: oneOf(OFFER_DAYS),
      /** As they are on the day before the earliest one; without VAT. */
      publicPence: Price,
      agreedPence: Price,
    }),
  ),
});
export type RaisableOut = Static<typeof RaisableOut>;

export const PriceRiseOrdersQuery = closed({
  ...PageQuery,
  orderId: Type.Optional(Id),
  priceRiseId: Type.Optional(Id),
});
export type PriceRiseOrdersQuery = Static<typeof PriceRiseOrdersQuery>;

export const PriceRiseOrderOut = closed({
  id: Id,
  priceRiseId: Id,
  orderId: Id,
  reference: Type.String(),
  organisationName: Type.String(),
  description: Type.String(),
  unit: oneOf(UNIT_NAMES),
  kind: Kind,
  fromDate: DateOut,
  words: Type.String(),
  fromPence: PenceOut,
  toPence: PenceOut,
  riseBasisPoints: orNull(Type.Integer({ description: 'hundredths of a percent' })),
  yearlyPence: PenceOut,
  visits: Type.Integer(),
  plannedPence: PenceOut,
  shortPence: orNull(PenceOut),
  state: oneOf(priceRiseOrderMachine.states),
  answeredAt: orNull(InstantOut),
  raisedPence: orNull(PenceOut),
  mayAnswer: Type.Boolean(),
});
export type PriceRiseOrderOut = Static<typeof PriceRiseOrderOut>;
