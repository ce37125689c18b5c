// What a visit looks like on the wire.

import { VISIT_STATES, type VisitState } from '@support-market/domain/visits/visit-states';
import { MOST_WORKER_NAME } from '@support-market/domain/workers/worker-names';
import { type Static, Type } from 'typebox';
import {
  closed,
  DateIn,
  DateOut,
  Id,
  InstantOut,
  MomentIn,
  NeededText,
  orNull,
  PageQuery,
  PenceOut,
  pageOf,
} from '../../http/schemas.ts';

const State = Type.Unsafe<VisitState>(Type.Union(VISIT_STATES.map((state) => Type.Literal(state))));

export const VisitOut = closed({
  id: Type.String(),
  orderId: Type.String(),
  orderReference: Type.String(),
  orderState: Type.String(),
  personId: orNull(Type.String({ description: 'null for a provider that may not know who it is' })),
  personName: Type.String(),
  organisationId: Type.String(),
  organisationName: Type.String(),
  description: Type.String(),
  unit: Type.String(),
  timed: Type.Boolean({ description: 'Whether the charge follows the minutes that passed' }),
  state: State,
  serviceDate: DateOut,
  plannedStart: orNull(InstantOut),
  plannedEnd: orNull(InstantOut),
  plannedMinutes: orNull(Type.Integer()),
  quantity: Type.Integer(),
  plannedPence: PenceOut,
  worker: orNull(Type.String({ description: 'the name of who came' })),
  workerId: orNull(Id),
  actualStart: orNull(InstantOut),
  actualEnd: orNull(InstantOut),
  actualMinutes: orNull(Type.Integer()),
  chargePence: orNull(PenceOut),
  withinTolerance: orNull(Type.Boolean()),
  recordedAt: orNull(InstantOut),
  confirmedAt: orNull(InstantOut),
  confirmedByItself: Type.Boolean({ description: 'No one answered within the days that the council gives' }),
  queryNote: Type.String(),
  settledPence: orNull(PenceOut),
  billed: Type.Boolean(),
  waitingForFinance: Type.Boolean({ description: 'A finance officer decides the amount' }),
});
export type VisitOut = Static<typeof VisitOut>;

export const VisitShareOut = closed({
  position: Type.Integer(),
  lineId: Type.String(),
  lineName: Type.String(),
  personId: Type.String(),
  plannedPence: PenceOut,
  chargePence: orNull(PenceOut),
});

export const VisitDetailOut = closed({
  mayAnswer: Type.Boolean({ description: 'Whether the reader may confirm or query it now' }),
  visit: VisitOut,
  shares: Type.Array(VisitShareOut, {
    description:
      "Which lines of money pay; for somebody who only pays, their own. A person's money is not a provider's to see",
  }),
});

export const VisitsQuery = closed({
  from: Type.Optional(DateIn),
  to: Type.Optional(DateIn),
  personId: Type.Optional(Id),
  orderId: Type.Optional(Id),
  state: Type.Optional(Type.Array(State, { maxItems: VISIT_STATES.length })),
  ...PageQuery,
});
export type VisitsQuery = Static<typeof VisitsQuery>;

export const VisitsPage = pageOf(VisitOut);

/** Who came: one of the organisation's workers, or a name, which is the worker who has it alone or else somebody new. */
const WhoCame = {
  workerId: Type.Optional(Id),
  worker: Type.Optional(
    NeededText(MOST_WORKER_NAME, { description: 'A name, or a reference; where `workerId` is given too, that counts' }),
  ),
};
export const StartIn = closed(WhoCame);
export type StartIn = Static<typeof StartIn>;
export const RecordIn = closed({
  ...WhoCame,
  start: Type.Optional(MomentIn),
  end: Type.Optional(MomentIn),
});
export type RecordIn = Static<typeof RecordIn>;

const Words = NeededText(1000);
export const MissIn = closed({ reason: Words });
export const QueryIn = closed({ note: Words });
export const ConfirmManyIn = closed({ ids: Type.Array(Id, { minItems: 1, maxItems: 200 }) });

export const ConfirmedOut = closed({
  confirmed: Type.Integer({ description: 'All that were asked for' }),
  waitingForFinance: Type.Array(Type.String(), { description: 'Confirmed, but a finance officer decides the amount' }),
});

export const MoneyComingOut = closed({
  recordedPence: PenceOut,
  confirmedPence: PenceOut,
  invoicedPence: PenceOut,
});
