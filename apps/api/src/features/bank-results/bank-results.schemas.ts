// What the bank's answers look like on the wire.

import { NOT_TAKEN } from '@support-market/domain/payments/result-rules';
import { Type } from 'typebox';
import {
  closed,
  DateIn,
  DateOut,
  Id,
  InstantOut,
  NeededText,
  oneOf,
  orNull,
  PageQuery,
  PenceOut,
  pageOf,
} from '../../http/schemas.ts';

export const ResultsIn = closed({
  entryDate: Type.Optional({
    ...DateIn,
    description: "The day of the bank's statement or letter; today when left out",
  }),
  results: Type.Array(
    closed({
      endToEndId: NeededText(35),
      status: oneOf(['paid', 'returned']),
      reason: Type.Optional(Type.String({ maxLength: 35, description: "The bank's code, such as AC04" })),
    }),
    { minItems: 1, maxItems: 10_000 },
  ),
});

export const ResultsOut = closed({
  state: Type.String(),
  paid: Type.Integer(),
  returned: Type.Integer(),
  unchanged: Type.Integer({ description: 'Said before; nothing moved again' }),
  waiting: Type.Integer({ description: 'The bank has taken them and will say more' }),
  notTaken: Type.Array(
    closed({
      endToEndId: Type.String(),
      why: oneOf(['unknown-reference', 'other-run', ...NOT_TAKEN]),
      runReference: orNull(Type.String()),
    }),
  ),
});

export const BankEntriesQuery = closed(PageQuery);
export const BankEntriesOut = pageOf(
  closed({
    id: Id,
    source: Type.String({ description: 'officer, or the kind of file' }),
    entryDate: DateOut,
    amountPence: PenceOut,
    endToEndId: Type.String(),
    payeeName: orNull(Type.String()),
    said: Type.String(),
    reasonCode: orNull(Type.String()),
    outcome: Type.String(),
    recordedByName: orNull(Type.String()),
    recordedAt: InstantOut,
  }),
);
