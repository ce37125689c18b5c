// What caseloads look like over HTTP.

import { Type } from 'typebox';
import { closed, DateIn, DateOut, Id, NeededText, orNull, PageQuery } from '../../http/schemas.ts';

export const CaseloadsQuery = closed({ ...PageQuery, account: Type.Optional(Id) });

export const CaseloadsOut = closed({
  practitioners: Type.Array(
    closed({ accountId: Id, name: Type.String(), people: Type.Integer({ description: 'whom they work with today' }) }),
  ),
  items: Type.Array(
    closed({
      id: Id,
      accountId: Id,
      practitionerName: Type.String(),
      personId: Id,
      personName: Type.String(),
      reference: Type.String(),
      fromDate: DateOut,
      untilDate: orNull(DateOut),
    }),
  ),
  nextCursor: orNull(Type.String()),
});

export const CaseloadIn = closed({
  accountId: Id,
  personId: Type.Optional(Id),
  personReference: Type.Optional(NeededText(100, { description: 'the council’s own reference, instead of the id' })),
  fromDate: DateIn,
  untilDate: orNull(DateIn),
});

export const CaseloadEndIn = closed({
  lastDay: Type.Unsafe<string | null>({ ...orNull(DateIn), description: 'null: it ends at once' }),
});
