// What a mandate looks like on the wire.

import { MANDATE_STATES } from '@support-market/domain/mandates/mandate-states';
import { type Static, Type } from 'typebox';
import { closed, DateIn, DateOut, Id, InstantOut, NeededText, oneOf, orNull, PenceOut } from '../../http/schemas.ts';

export const MandatesOut = closed({
  personName: Type.String(),
  own: Type.Boolean(),
  items: Type.Array(
    closed({
      id: Id,
      kind: oneOf(['representative', 'broker']),
      state: oneOf(MANDATE_STATES),
      holderName: Type.String(),
      mayOrder: Type.Boolean(),
      mayConfirm: Type.Boolean(),
      mayManageMoney: Type.Boolean(),
      lines: Type.Array(Type.String(), { description: 'the lines it is for; empty for all of them' }),
      orderLimitPence: orNull(PenceOut),
      monthLimitPence: orNull(PenceOut),
      fromDate: DateOut,
      untilDate: DateOut,
      endedAt: orNull(InstantOut),
    }),
  ),
  /** What a new mandate can name; null for those who may make none. */
  choices: orNull(
    closed({
      lines: Type.Array(closed({ id: Id, name: Type.String(), endsOn: DateOut })),
      brokers: Type.Array(closed({ id: Id, name: Type.String() })),
    }),
  ),
});

const Limit = orNull(Type.Integer({ minimum: 1, maximum: 99_999_999_999 }));

export const MandateIn = closed({
  holder: Type.Optional(
    NeededText(254, { description: 'a representative, by their e-mail address or the name that they sign in with' }),
  ),
  organisationId: Type.Optional({ ...Id, description: 'a broker, instead of a representative' }),
  mayOrder: Type.Boolean(),
  mayConfirm: Type.Boolean(),
  mayManageMoney: Type.Boolean(),
  lineIds: orNull(Type.Array(Id, { minItems: 1, maxItems: 50, uniqueItems: true })),
  orderLimitPence: Limit,
  monthLimitPence: Limit,
  fromDate: DateIn,
  untilDate: DateIn,
});
export type MandateIn = Static<typeof MandateIn>;
