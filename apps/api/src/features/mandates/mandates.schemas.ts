// What a mandate looks like on the wire.

import { MANDATE_STATES } from '@support-market/domain/mandates/mandate-states';
import { type Static, Type } from 'typebox';
import { closed, DateIn, DateOut, Id, InstantOut, oneOf, orNull, PenceOut } from '../../http/schemas.ts';

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
});

const Limit = orNull(Type.Integer({ minimum: 1, maximum: 100_000_000_000 }));

export const MandateIn = closed({
  email: Type.String({ format: 'email', maxLength: 254, description: 'of the representative’s account' }),
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
