// What the API says about people: enough to find someone in a list, and all that is known of one; never any money.

import {
  ADDRESS_KINDS,
  CARE_GROUPS,
  CONTACT_PREFERENCES,
  TELEPHONE_KINDS,
} from '@support-market/domain/people/person-facts';
import { PERSON_STATES } from '@support-market/domain/people/person-states';
import { type Static, Type } from 'typebox';
import { closed, DateIn, DateOut, Id, NeededLine, oneOf, orNull, PageQuery } from '../../http/schemas.ts';

const CareGroups = Type.Array(oneOf(CARE_GROUPS), { uniqueItems: true, maxItems: CARE_GROUPS.length });

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
  name: Type.String(),
  called: orNull(Type.String({ description: 'what to call them, where that is not the whole name' })),
  careGroups: Type.Array(oneOf(CARE_GROUPS)),
  wardName: orNull(Type.String()),
  state: oneOf(PERSON_STATES),
  /** True when this is the viewer. */
  own: Type.Boolean(),
  mandate: MandateOut,
};

export const PersonSummaryOut = closed(summary);

const AddressOut = closed({
  id: Id,
  kind: oneOf(ADDRESS_KINDS),
  line: Type.String(),
  postcode: orNull(Type.String()),
  accessNotes: Type.String({ description: 'for those who come to the door' }),
  fromDate: orNull(Type.String({ description: 'YYYY-MM-DD' })),
  untilDate: orNull(Type.String({ description: 'YYYY-MM-DD, the last day included' })),
});
const TelephoneOut = closed({
  id: Id,
  kind: oneOf(TELEPHONE_KINDS),
  number: Type.String(),
  note: Type.String(),
  fromDate: orNull(Type.String()),
  untilDate: orNull(Type.String()),
});

export const PersonOut = closed({
  ...summary,
  dateOfBirth: orNull(DateOut),
  email: orNull(Type.String()),
  language: orNull(Type.String()),
  contactPreference: orNull(oneOf(CONTACT_PREFERENCES)),
  communicationNeeds: Type.String(),
  supportNeeds: Type.String(),
  addresses: Type.Array(AddressOut),
  telephones: Type.Array(TelephoneOut),
  origin: oneOf(['council', 'self-made']),
  lastDay: orNull(DateOut),
  version: Type.Integer(),
  mayEdit: oneOf(['nothing', 'own', 'record']),
});

export const PeopleQuery = closed({
  search: Type.Optional(Type.String({ maxLength: 100, description: 'part of a name, or the whole reference' })),
  ...PageQuery,
});

const Text = (most: number) => Type.String({ maxLength: most });
const Dates = { fromDate: orNull(DateIn), untilDate: orNull(DateIn) };

export const PersonIn = closed({
  version: Type.Integer({ minimum: 1, description: 'as it was read: a record that moved on is not overwritten' }),
  called: orNull(Text(100)),
  email: orNull(Type.String({ format: 'email', maxLength: 254 })),
  language: orNull(Text(100)),
  contactPreference: orNull(oneOf(CONTACT_PREFERENCES)),
  communicationNeeds: Text(1000),
  supportNeeds: Text(1000),
  addresses: Type.Array(
    closed({
      id: Type.Optional(Id),
      kind: oneOf(ADDRESS_KINDS),
      line: Text(300),
      postcode: orNull(Text(10)),
      accessNotes: Text(500),
      ...Dates,
    }),
    { maxItems: 10 },
  ),
  telephones: Type.Array(
    closed({
      id: Type.Optional(Id),
      kind: oneOf(TELEPHONE_KINDS),
      number: Type.String({ pattern: '^[0-9+() -]{3,30}$', maxLength: 30 }),
      note: Text(200),
      ...Dates,
    }),
    { maxItems: 10 },
  ),
  record: Type.Optional(
    closed(
      {
        fullName: NeededLine(200),
        dateOfBirth: orNull(DateIn),
        careGroups: CareGroups,
      },
      { description: 'what the council keeps; a person and who acts for them may not change it' },
    ),
  ),
});
export type PersonIn = Static<typeof PersonIn>;
