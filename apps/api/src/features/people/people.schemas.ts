// What the API says about people: enough to find someone, and no money, so that a list of names reveals nothing more.

import { Type } from 'typebox';
import { closed, DateOut, Id, orNull, PageQuery } from '../../http/schemas.ts';

const CareGroup = Type.String({ description: 'older-people, learning-disability, …' });

/** What the person lets the viewer do, and until when; null where the viewer needs no mandate. */
const MandateOut = orNull(
  closed({
    mayOrder: Type.Boolean(),
    mayConfirm: Type.Boolean(),
    mayManageMoney: Type.Boolean(),
    untilDate: Type.String({ description: 'YYYY-MM-DD, the last day included' }),
  }),
);

const summary = {
  id: Id,
  reference: Type.String(),
  givenName: Type.String(),
  familyName: Type.String(),
  careGroup: CareGroup,
  wardName: orNull(Type.String()),
  /** True when this is the viewer. */
  own: Type.Boolean(),
  mandate: MandateOut,
};

export const PersonSummaryOut = closed(summary);
export const PersonOut = closed({
  ...summary,
  dateOfBirth: orNull(DateOut),
  email: orNull(Type.String()),
  addressLine: orNull(Type.String()),
  postcode: orNull(Type.String()),
});

export const PeopleQuery = closed({
  search: Type.Optional(Type.String({ maxLength: 100, description: 'part of a name, or the whole reference' })),
  ...PageQuery,
});
