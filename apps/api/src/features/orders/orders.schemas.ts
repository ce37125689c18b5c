// What an order looks like on the wire.

import { DECLINE_REASONS, type DeclineReason } from '@support-market/domain/orders/cancelling';
import { ORDER_STATES, type OrderState } from '@support-market/domain/orders/order-states';
import { SHARED_NEEDS, TELEPHONE_KINDS } from '@support-market/domain/people/person-facts';
import { VISIT_STATES, type VisitState } from '@support-market/domain/visits/visit-states';
import { type Static, Type } from 'typebox';
import {
  closed,
  DateOut,
  Id,
  InstantOut,
  NeededText,
  oneOf,
  orNull,
  PageQuery,
  PenceOut,
  PriceOfVisits,
  pageOf,
} from '../../http/schemas.ts';

const SharedNeedOut = oneOf(SHARED_NEEDS);
export const SharedNeeds = Type.Array(SharedNeedOut, { uniqueItems: true, maxItems: SHARED_NEEDS.length });

const State = Type.Unsafe<OrderState>(Type.String({ enum: [...ORDER_STATES] }));
const Reason = Type.Unsafe<DeclineReason>(Type.String({ enum: [...DECLINE_REASONS] }));
const VisitStateOut = Type.Unsafe<VisitState>(Type.String({ enum: [...VISIT_STATES] }));

export const OrdersQuery = closed({
  ...PageQuery,
  personId: Type.Optional(Id),
  organisationId: Type.Optional(Id),
  state: Type.Optional(State),
});
export type OrdersQuery = Static<typeof OrdersQuery>;

const OrderHead = {
  id: Type.String(),
  reference: Type.String(),
  state: State,
  personId: orNull(Type.String({ description: 'null for a provider that may not know who it is' })),
  personName: Type.String(),
  organisationId: Type.String(),
  organisationName: Type.String(),
  totalPence: PenceOut,
  placedAt: InstantOut,
  decidedAt: orNull(InstantOut),
  declineReason: orNull(Reason),
};

export const OrderSummary = closed({
  ...OrderHead,
  what: Type.String({ description: 'The first thing on it' }),
  things: Type.Integer({ description: 'How many things are on it' }),
  firstDate: DateOut,
  lastDate: DateOut,
  nextVisitAt: orNull(InstantOut),
});

export const OrdersPage = pageOf(OrderSummary);

export const OrderOut = closed({
  ...OrderHead,
  declineNote: Type.String(),
  placedByName: orNull(Type.String({ description: 'null for a provider that may not know whom the order is for' })),
  outward: orNull(Type.String({ description: 'The first half of the postcode to come to, such as M31' })),
  mayVisit: Type.Boolean({ description: 'Whether the viewer, as the provider, may look at how to reach the person' }),
  sharedNeeds: orNull(Type.Array(SharedNeedOut, { description: 'What the provider may know; null for the provider' })),
  mayShare: Type.Boolean({ description: 'Whether the viewer may say what the provider may know' }),
  /** What this viewer may do with it now. */
  allowed: Type.Array(Type.Union([Type.Literal('accept'), Type.Literal('decline'), Type.Literal('cancel')])),
  lines: Type.Array(
    closed({
      id: Type.String(),
      offerId: Type.String(),
      listingSlug: Type.String(),
      description: Type.String(),
      unit: Type.String(),
      prices: Type.Array(PriceOfVisits, {
        description: 'In the order of time: one price with the visits that have it; several where it changes meanwhile',
      }),
      vatCategory: Type.String(),
      vatRateBasisPoints: Type.Integer(),
      kind: Type.Union([Type.Literal('one-off'), Type.Literal('schedule')]),
      quantity: Type.Integer(),
      firstDate: DateOut,
      lastDate: DateOut,
      pattern: Type.Array(closed({ weekday: Type.Integer(), startTime: Type.String(), minutes: Type.Integer() })),
      noticeHours: Type.Integer(),
      note: Type.String(),
      visits: Type.Integer(),
      totalPence: PenceOut,
    }),
  ),
  payers: Type.Array(
    closed({
      lineId: Type.String(),
      lineName: Type.String(),
      personName: Type.String(),
      plannedPence: PenceOut,
    }),
    { description: 'Which lines of money pay; empty for a provider, whose business it is not' },
  ),
  visits: Type.Array(
    closed({
      id: Type.String(),
      orderLineId: Type.String(),
      serviceDate: DateOut,
      plannedStart: orNull(InstantOut),
      plannedEnd: orNull(InstantOut),
      plannedMinutes: orNull(Type.Integer()),
      quantity: Type.Integer(),
      plannedPence: PenceOut,
      chargePence: orNull(PenceOut),
      state: VisitStateOut,
    }),
  ),
  cancelling: orNull(
    closed(
      { chargedPence: PenceOut, chargedVisits: Type.Integer(), backPence: PenceOut },
      { description: 'What cancelling now would still cost and give back; null for who may not' },
    ),
  ),
});

export const ShareNeedsIn = closed({ sharedNeeds: SharedNeeds });
export const NeedsShared = closed({ sharedNeeds: Type.Array(SharedNeedOut) });

/** What a provider that accepted an order needs to know to come. */
export const VisitorNoteOut = closed({
  name: Type.String({ description: 'what to call the person' }),
  addressLine: Type.String(),
  postcode: orNull(Type.String()),
  accessNotes: Type.String(),
  telephones: Type.Array(closed({ kind: oneOf(TELEPHONE_KINDS), number: Type.String(), note: Type.String() })),
  needs: closed({
    communication: orNull(Type.String()),
    language: orNull(Type.String()),
    support: orNull(Type.String()),
  }),
  until: DateOut,
});

export const DeclineIn = closed({ reason: Reason, note: Type.Optional(Type.String({ maxLength: 1000 })) });
export type DeclineIn = Static<typeof DeclineIn>;

export const CancelIn = closed({ note: Type.Optional(Type.String({ maxLength: 1000 })) });
export type CancelIn = Static<typeof CancelIn>;

export const PutBackIn = closed({ reason: NeededText(1000) });
export type PutBackIn = Static<typeof PutBackIn>;

export const OrderChanged = closed({
  id: Type.String(),
  reference: Type.String(),
  state: State,
  chargedPence: Type.Integer(),
  backPence: Type.Integer(),
});
export type OrderChanged = Static<typeof OrderChanged>;

/** What was placed together, as it can be printed at any later time. */
export const ReceiptOut = closed({
  basketId: Type.String(),
  placedAt: InstantOut,
  placedByName: Type.String(),
  totalPence: PenceOut,
  orders: Type.Array(
    closed({
      id: Type.String(),
      reference: Type.String(),
      organisationName: Type.String(),
      personName: Type.String(),
      what: Type.Array(Type.String()),
      totalPence: PenceOut,
    }),
  ),
  lines: Type.Array(
    closed({
      lineId: Type.String(),
      lineName: Type.String(),
      personName: Type.String(),
      paidPence: PenceOut,
      leftPence: orNull(PenceOut),
    }),
  ),
});
