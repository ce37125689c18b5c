// The shapes of the audit trail: for the auditor every entry, for the person who looked at or changed theirs.

import { Type } from 'typebox';
import { closed, DateIn, Id, InstantOut, oneOf, orNull, PageQuery, pageOf } from '../../http/schemas.ts';

export const AuditEntriesQuery = closed({
  account: Type.Optional(
    Type.String({ minLength: 1, maxLength: 200, description: 'an account id or e-mail address, or "system"' }),
  ),
  person: Type.Optional(Type.String({ minLength: 1, maxLength: 60, description: 'a person’s id or reference' })),
  event: Type.Optional(Type.String({ pattern: '^[a-z0-9-]+\\.[a-z0-9-]+$', maxLength: 60 })),
  record: Type.Optional(Type.String({ minLength: 1, maxLength: 100, description: 'the id of the record concerned' })),
  from: Type.Optional(DateIn),
  to: Type.Optional(DateIn),
  ...PageQuery,
});

/** Whether anything was altered, or only looked at. */
const Kind = oneOf(['look', 'change']);

const Details = Type.Unsafe<Readonly<Record<string, string | number | boolean>>>(
  Type.Object({}, { additionalProperties: Type.Union([Type.String(), Type.Number(), Type.Boolean()]) }),
);

export const AuditEntryOut = closed({
  id: Type.String(),
  happenedAt: InstantOut,
  accountId: Type.String(),
  accountName: orNull(Type.String()),
  roles: Type.Array(Type.String()),
  kind: Kind,
  event: Type.String(),
  noun: Type.String(),
  recordId: orNull(Type.String()),
  personId: orNull(Type.String()),
  personReference: orNull(Type.String()),
  reason: Type.String(),
  details: Details,
  sealPosition: orNull(Type.Integer({ description: 'its place in the chain of seals; null until it is sealed' })),
});
export const AuditEntriesOut = pageOf(AuditEntryOut);

export const PersonParams = closed({ id: Id });
export const LooksQuery = closed({
  who: Type.Optional(
    Type.Union([Type.Literal('others'), Type.Literal('everyone')], {
      description: 'leave out what the person did themself, or not',
      default: 'others',
    }),
  ),
  ...PageQuery,
});

export const LookOut = closed({
  id: Type.String(),
  happenedAt: InstantOut,
  /** null where a program did it by itself */
  name: orNull(Type.String()),
  roles: Type.Array(Type.String()),
  organisationName: orNull(Type.String()),
  own: Type.Boolean(),
  kind: Kind,
  event: Type.String(),
  noun: Type.String(),
  reason: Type.String(),
});
export const LooksOut = pageOf(LookOut);
