// What exceptions look like on the wire: the cause and the cure side by side.

import { VISIT_STATES } from '@support-market/domain/visits/visit-states';
import { Type } from 'typebox';
import {
  closed,
  DateOut,
  Id,
  InstantOut,
  NeededText,
  oneOf,
  orNull,
  PageQuery,
  PenceIn,
  PenceOut,
  pageOf,
} from '../../http/schemas.ts';

const Kind = oneOf(['over-tolerance', 'not-enough-money', 'queried']);
const State = oneOf(['open', 'settled']);

export const ExceptionOut = closed({
  id: Id,
  kind: Kind,
  state: State,
  expectedPence: PenceOut,
  foundPence: PenceOut,
  differencePence: PenceOut,
  /** The most that would have been approved without anybody looking. */
  withinPence: PenceOut,
  raisedAt: InstantOut,
  settledAt: orNull(InstantOut),
  settledPence: orNull(PenceOut),
  settledByName: orNull(Type.String()),
  note: Type.String(),
  /** The most that one officer may settle it at without a second one. */
  alonePence: PenceOut,
  proposal: orNull(
    closed({ amountPence: PenceOut, byName: Type.String(), note: Type.String(), isOwn: Type.Boolean() }),
  ),
  refusedNote: Type.String(),
  visitId: Id,
  visitState: oneOf(VISIT_STATES),
  serviceDate: DateOut,
  plannedStart: orNull(InstantOut),
  plannedEnd: orNull(InstantOut),
  plannedMinutes: orNull(Type.Integer()),
  actualStart: orNull(InstantOut),
  actualEnd: orNull(InstantOut),
  actualMinutes: orNull(Type.Integer()),
  quantity: Type.Integer(),
  worker: orNull(Type.String()),
  queryNote: Type.String(),
  description: Type.String(),
  unit: Type.String(),
  unitPricePence: PenceOut,
  orderId: Id,
  orderReference: Type.String(),
  personId: Id,
  personName: Type.String(),
  organisationId: Id,
  organisationName: Type.String(),
  invoiceId: orNull(Id),
  invoiceNumber: orNull(Type.String()),
  lines: Type.Array(closed({ name: Type.String(), leftPence: PenceOut, reservedPence: PenceOut })),
});

export const ExceptionsOut = pageOf(ExceptionOut);
export const ExceptionsQuery = closed({
  ...PageQuery,
  state: Type.Optional({ ...State, default: 'open' as const }),
  kind: Type.Optional(Kind),
});

export const SettleExceptionIn = closed({
  amountPence: PenceIn,
  note: NeededText(1000, { description: 'Why; the person and the provider read it' }),
});
export const RefuseSettlementIn = closed({
  note: NeededText(1000, { description: 'Why not; the officer who asked reads it' }),
});
export const SettledExceptionOut = closed({
  id: Id,
  visitId: Id,
  settledPence: Type.Integer(),
  invoiceIds: Type.Array(Id),
});
