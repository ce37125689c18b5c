// The lines whose money an organisation holds: each purse, and the flag that asks for a talk.

import { Type } from 'typebox';
import { closed, DateOut, Id, orNull, PageQuery, PenceOut } from '../../http/schemas.ts';

export const HeldLineOut = closed({
  id: Id,
  name: Type.String(),
  arrangement: Type.String(),
  organisationId: Id,
  personId: Id,
  personName: Type.String(),
  state: Type.String(),
  endsOn: DateOut,
  weeklyPence: orNull(PenceOut),
  inPence: PenceOut,
  outPence: PenceOut,
  /** In hand. */
  leftPence: PenceOut,
  /** Promised to orders that were placed. */
  spokenForPence: PenceOut,
  /** What the person may still order from the award. */
  awardLeftPence: PenceOut,
  limitPence: orNull(PenceOut),
  over: Type.Boolean(),
});

export const HeldLinesQuery = closed(PageQuery);
