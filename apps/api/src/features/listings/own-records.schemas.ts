// What an organisation's members read and write of its own record and listings: everything that the public may see, the
// whole address, where each fact came from, and what a file said that does not hold.

import { CATEGORY_SLUGS } from '@support-market/domain/listings/categories';
import { LISTING_STATES } from '@support-market/domain/listings/listing-states';
import { PUBLISH_NEEDS } from '@support-market/domain/listings/ready-to-publish';
import { type Static, Type } from 'typebox';
import { closed, DateIn, Id, InstantOut, Line, NeededLine, oneOf, orNull, TimeIn } from '../../http/schemas.ts';

const Text = (most: number) => Type.String({ maxLength: most });
const Needed = (most: number) => NeededLine(most);
const Words = Type.Array(Needed(60), { maxItems: 30 });
const Postcode = orNull(Line(12));

const Contact = {
  name: Line(120),
  role: Line(120),
  telephone: orNull(Line(40)),
  email: orNull(Line(200)),
  languages: Words,
};
const Place = {
  /** Of a place that is kept, however much of it is put right; null: another place. */
  id: orNull(Id),
  name: Line(200),
  addressLine: Line(300),
  postcode: Postcode,
  accessNotes: Text(500),
  /** Null: as the organisation's. */
  showAddress: orNull(Type.Boolean()),
};
const Break = { from: DateIn, to: DateIn, everyYear: Type.Boolean(), reason: Line(200) };
const Event = {
  name: Needed(200),
  frequency: oneOf(['once', 'weekly', 'monthly']),
  /** The first, and with it the weekday and (monthly) which one of the month. */
  firstDate: DateIn,
  lastDate: orNull(DateIn),
  startTime: TimeIn,
  endTime: TimeIn,
  /** 2 is every second week or month. */
  interval: Type.Integer({ minimum: 1, maximum: 52 }),
  /** Monthly: on the last such weekday of the month, where the first date is one. */
  lastOfMonth: Type.Boolean(),
  /** One of the listing's places; null: its main one. */
  locationId: orNull(Id),
  /** Only in school terms, as the council says them. */
  termTime: Type.Boolean(),
};

const organisation = {
  name: Needed(200),
  description: Text(5_000),
  addressLine: orNull(Line(300)),
  city: orNull(Line(100)),
  postcode: Postcode,
  /** Null: not said; then it is shown, unless it is one person. */
  showAddress: orNull(Type.Boolean()),
  email: orNull(Line(200)),
  telephone: orNull(Line(40)),
  website: orNull(Line(300)),
  acceptsIsf: Type.Boolean(),
};
const listing = {
  title: Needed(200),
  summary: Text(400),
  description: Text(5_000),
  whenText: Text(300),
  whoFor: Text(400),
  languages: Words,
  faiths: Words,
  /** Who can come; empty: not said. */
  workerGenders: Type.Array(oneOf(['female', 'male']), { maxItems: 2, uniqueItems: true }),
  minimumAge: orNull(Type.Integer({ minimum: 0, maximum: 120 })),
  maximumAge: orNull(Type.Integer({ minimum: 0, maximum: 120 })),
  evenings: Type.Boolean(),
  weekends: Type.Boolean(),
  hasSpace: orNull(Type.Boolean()),
  accessible: Type.Boolean(),
  website: orNull(Line(300)),
};

/** What the form saw, so that of two people who save at once the second is told. */
const Version = Type.String({ maxLength: 60 });

export const OrganisationIn = closed({
  version: Version,
  facts: Type.Optional(closed(organisation)),
  contacts: Type.Optional(Type.Array(closed(Contact), { maxItems: 50 })),
});
export type OrganisationIn = Static<typeof OrganisationIn>;

export const ListingIn = closed({
  version: Version,
  /** `free`, `servesMetres`: left out, as it was. */
  facts: Type.Optional(
    closed({
      ...listing,
      free: Type.Optional(Type.Boolean()),
      /** How far from the main place they come to people; null: people come to them. */
      servesMetres: Type.Optional(orNull(Type.Integer({ minimum: 0, maximum: 500_000 }))),
    }),
  ),
  categories: Type.Optional(
    closed({ main: oneOf(CATEGORY_SLUGS), further: Type.Array(oneOf(CATEGORY_SLUGS), { maxItems: 20 }) }),
  ),
  places: Type.Optional(closed({ main: closed(Place), further: Type.Array(closed(Place), { maxItems: 50 }) })),
  contacts: Type.Optional(Type.Array(closed(Contact), { maxItems: 50 })),
  events: Type.Optional(
    Type.Array(
      closed({
        ...Event,
        /** Of one that is there already: it stays the same one under another name or first day. Left out or null: another. */
        id: Type.Optional(orNull(Id)),
        /** Left out: whatever schools do. */
        termTime: Type.Optional(Type.Boolean()),
        breaks: Type.Array(closed(Break), { maxItems: 50 }),
      }),
      { maxItems: 100 },
    ),
  ),
});
export type ListingIn = Static<typeof ListingIn>;

/** What to do about what a file said: take it, or stay with one's own. */
export const FileValueIn = closed({ field: Line(60), take: Type.Boolean() });

const Origin = closed({
  field: Type.String(),
  by: oneOf(['import', 'provider']),
  /** Of a file: the council and the list. */
  councilName: orNull(Type.String()),
  list: orNull(Type.String()),
  fileName: orNull(Type.String()),
  /** The source's own name for the record. */
  reference: orNull(Type.String()),
  saidAt: InstantOut,
});
const FileValue = closed({
  field: Type.String(),
  /** As the file has it, in words. */
  value: Type.String(),
  councilName: orNull(Type.String()),
  list: orNull(Type.String()),
  saidAt: InstantOut,
});
const provenance = {
  origins: Type.Array(Origin),
  fileValues: Type.Array(FileValue),
  createdAt: InstantOut,
  changedAt: InstantOut,
  /** YYYY-MM-DD */
  confirmedOn: orNull(Type.String()),
};
const WithSource = { id: Id, from: orNull(oneOf(['import', 'provider'])) };

export const OrganisationRecordOut = closed({
  id: Id,
  slug: Type.String(),
  version: Version,
  ...organisation,
  /** Whether the public sees the address now. */
  addressShown: Type.Boolean(),
  contacts: Type.Array(closed({ ...Contact, ...WithSource })),
  listings: Type.Array(
    closed({
      id: Id,
      slug: Type.String(),
      title: Type.String(),
      state: oneOf(LISTING_STATES),
      fileValues: Type.Integer(),
    }),
  ),
  ...provenance,
});
export type OrganisationRecordOut = Static<typeof OrganisationRecordOut>;

export const ListingRecordOut = closed({
  id: Id,
  slug: Type.String(),
  version: Version,
  state: oneOf(LISTING_STATES),
  /** Why its council hides it from everybody; null where it does not. */
  withheldBecause: orNull(Type.String()),
  /** What has to change before people see it, as its council said; null where it asked for nothing. */
  changesAsked: orNull(Type.String()),
  /** Whether its council looks at it before people see it. */
  looksFirst: Type.Boolean(),
  /** What a draft still needs before it can be published. */
  missing: Type.Array(oneOf(PUBLISH_NEEDS)),
  organisationId: Id,
  organisationSlug: Type.String(),
  ...listing,
  free: Type.Boolean(),
  servesMetres: orNull(Type.Integer()),
  categories: closed({ main: Type.String(), further: Type.Array(Type.String()) }),
  places: Type.Array(closed({ ...Place, ...WithSource, main: Type.Boolean(), addressShown: Type.Boolean() })),
  contacts: Type.Array(closed({ ...Contact, ...WithSource })),
  /** The last day of the school terms that are known; null where none are. */
  termsUntil: orNull(Type.String()),
  events: Type.Array(
    closed({
      ...Event,
      ...WithSource,
      breaks: Type.Array(
        closed({ from: Type.String(), to: Type.String(), everyYear: Type.Boolean(), reason: Type.String() }),
      ),
    }),
  ),
  ...provenance,
});
export type ListingRecordOut = Static<typeof ListingRecordOut>;

export const ListingHistoryOut = closed({
  items: Type.Array(
    closed({
      id: Id,
      event: Type.String(),
      fromState: orNull(Type.String()),
      toState: Type.String(),
      changedAt: InstantOut,
      /** As what somebody acted: a file that was taken, a provider on its page, the program itself. */
      role: Type.String(),
      councilName: orNull(Type.String()),
    }),
  ),
});
