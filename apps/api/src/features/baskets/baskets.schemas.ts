// What a basket looks like on the wire.

import { SHARED_NEEDS } from '@support-market/domain/people/person-facts';
import { type Static, Type } from 'typebox';
import { closed, DateIn, Id, oneOf, orNull, PenceOut, PriceOfVisits, TimeIn } from '../../http/schemas.ts';

const Kind = Type.Union([Type.Literal('one-off'), Type.Literal('schedule')]);

const ClockChoiceValue = Type.Union([Type.Literal('earlier'), Type.Literal('later')]);

const ShareIn = closed({
  lineId: Id,
  weight: Type.Integer({ minimum: 1, maximum: 1_000_000, description: 'Parts of the whole; 1 and 1 is half each' }),
});

const PatternIn = closed({
  weekday: Type.Integer({ minimum: 1, maximum: 7, description: '1 is Monday' }),
  startTime: TimeIn,
  minutes: Type.Integer({ minimum: 1, maximum: 1440 }),
});

/** One thing for one person. A one-off happens on firstDate; a schedule repeats its weekly pattern until lastDate. */
export const BasketItemIn = closed({
  personId: Id,
  offerId: Id,
  kind: Kind,
  quantity: Type.Optional(
    Type.Integer({
      minimum: 1,
      maximum: 1000,
      default: 1,
      description: 'How many each time; 1 for what is priced by time',
    }),
  ),
  firstDate: DateIn,
  lastDate: Type.Optional(DateIn),
  startTime: Type.Optional(TimeIn),
  minutes: Type.Optional(Type.Integer({ minimum: 1, maximum: 1440 })),
  pattern: Type.Optional(Type.Array(PatternIn, { maxItems: 28 })),
  clockChoice: Type.Optional(
    Type.Union([Type.Literal('earlier'), Type.Literal('later')], {
      description: 'Which of the two choices that a refused start offered, where it falls into a change of the clocks',
    }),
  ),
  shares: Type.Array(ShareIn, {
    maxItems: 20,
    description: 'Which lines pay, in the order that settles the odd penny',
  }),
  note: Type.Optional(Type.String({ maxLength: 1000 })),
});
export type BasketItemIn = Static<typeof BasketItemIn>;

const Problem = closed({ code: Type.String(), details: Type.Record(Type.String(), Type.Unknown()) });

export const BasketItemOut = closed({
  id: Type.String(),
  personId: Type.String(),
  personName: Type.String(),
  offerId: Type.String(),
  offerName: Type.String(),
  listingSlug: Type.String(),
  listingTitle: Type.String(),
  organisationId: Type.String(),
  organisationName: Type.String(),
  unit: Type.String(),
  noticeHours: Type.Integer(),
  kind: Kind,
  quantity: Type.Integer(),
  firstDate: Type.String(),
  lastDate: Type.String(),
  startTime: orNull(Type.String()),
  clockChoice: orNull(ClockChoiceValue),
  minutes: orNull(Type.Integer()),
  pattern: Type.Array(closed({ weekday: Type.Integer(), startTime: Type.String(), minutes: Type.Integer() })),
  note: Type.String(),
  prices: Type.Array(PriceOfVisits, {
    description: 'In the order of time: one price with the visits that have it; several where it changes meanwhile',
  }),
  vatRateBasisPoints: orNull(Type.Integer()),
  visits: Type.Integer({ description: 'How many visits or deliveries it comes to' }),
  totalPence: orNull(PenceOut),
  outlasts: orNull(
    closed({
      untilDate: Type.String({ description: 'The last day of the authority to order for this person' }),
      visits: Type.Integer({ description: 'How many of the visits come after it' }),
    }),
  ),
  shares: Type.Array(
    closed({
      lineId: Type.String(),
      lineName: Type.String(),
      personId: Type.String(),
      personName: Type.String(),
      weight: Type.Integer(),
      pence: orNull(PenceOut),
    }),
  ),
  problems: Type.Array(Problem),
});

const BasketLineOut = closed({
  lineId: Type.String(),
  lineName: Type.String(),
  stream: Type.String(),
  personId: Type.String(),
  personName: Type.String(),
  needsPence: PenceOut,
  leftBeforePence: PenceOut,
  leftAfterPence: PenceOut,
  enough: Type.Boolean(),
  others: Type.Array(Type.String(), {
    description: 'Where it is not enough: other money of this person that has enough',
  }),
});

export const BasketOut = closed({
  id: orNull(Type.String()),
  items: Type.Array(BasketItemOut),
  lines: Type.Array(BasketLineOut),
  totalPence: PenceOut,
  orders: Type.Integer({ description: 'How many orders it becomes' }),
  ready: Type.Boolean({ description: 'Whether it can be placed as it is' }),
});
export type BasketOut = Static<typeof BasketOut>;

export const ItemChanged = closed({ itemId: Type.String(), basket: BasketOut });

export const ChoicesQuery = closed({ offerId: Id });

export const ChoicesOut = closed({
  offer: closed({
    id: Type.String(),
    name: Type.String(),
    unit: Type.String(),
    days: Type.String(),
    minimumMinutes: Type.Integer(),
    noticeHours: Type.Integer(),
    timed: Type.Boolean({ description: 'Whether it is priced by time, so that days and times must be chosen' }),
    listingSlug: Type.String(),
    listingTitle: Type.String(),
    organisationName: Type.String(),
  }),
  people: Type.Array(
    closed({
      personId: Type.String(),
      personName: Type.String(),
      mainLineId: orNull(Type.String({ description: 'The line of this person that pays most' })),
      lines: Type.Array(
        closed({
          lineId: Type.String(),
          lineName: Type.String(),
          stream: Type.String(),
          personId: Type.String(),
          personName: Type.String(),
          startsOn: Type.String(),
          endsOn: Type.String(),
          leftPence: PenceOut,
          unitPricePence: orNull(PenceOut),
          priceSource: orNull(Type.Union([Type.Literal('public'), Type.Literal('agreed')])),
          nextPricePence: orNull(PenceOut),
          nextPriceFrom: orNull(Type.String({ description: 'The first day of the next price, where one is known' })),
          publicPricePence: orNull(PenceOut),
        }),
        { description: "The person's own lines first, then those of their family for whom the viewer may also order" },
      ),
    }),
  ),
});

/** What the buyer saw when they agreed: placing is refused where the basket or a price changed since. */
export const PlaceBasketIn = closed({
  basketId: Type.Optional(Id),
  totalPence: Type.Optional(Type.Integer({ minimum: 0 })),
  lateVisits: Type.Optional(
    Type.Integer({
      ...{ minimum: 0, maximum: 100_000 },
      description: 'How many visits after the end of their authority the buyer was shown; none where left out',
    }),
  ),
  sharing: Type.Optional(
    Type.Array(
      closed({
        personId: Id,
        organisationId: Id,
        needs: Type.Array(oneOf(SHARED_NEEDS), { uniqueItems: true, maxItems: SHARED_NEEDS.length }),
      }),
      { maxItems: 50, description: 'What each provider may know of each person’s needs once it accepts; else nothing' },
    ),
  ),
});
export type PlaceBasketIn = Static<typeof PlaceBasketIn>;

export const PlacedOut = closed({
  basketId: Type.String({ description: 'Names the receipt' }),
  orders: Type.Array(
    closed({
      id: Type.String(),
      reference: Type.String(),
      organisationId: Type.String(),
      organisationName: Type.String(),
      personId: Type.String(),
      personName: Type.String(),
      totalPence: Type.Integer(),
    }),
  ),
  lines: Type.Array(
    closed({
      lineId: Type.String(),
      lineName: Type.String(),
      personName: Type.String(),
      paidPence: Type.Integer(),
      leftPence: Type.Integer(),
    }),
  ),
  placedAt: Type.String(),
});
export type PlacedOut = Static<typeof PlacedOut>;
