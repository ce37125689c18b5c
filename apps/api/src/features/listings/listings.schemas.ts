// The catalogue as it is asked for and answered. What is not here never leaves: an agreed rate leaves only as "my price".

import { LONGEST_SEARCH } from '@support-market/domain/listings/search-length';
import { TRUST_MARK_KINDS } from '@support-market/domain/listings/trust-marks';
import { WORD_FILTERS } from '@support-market/domain/listings/word-filters';
import { type Static, Type } from 'typebox';
import { closed, Id, oneOf, orNull, PenceOut } from '../../http/schemas.ts';
import { ChangedDateOut } from './event-dates.schemas.ts';

const Flag = Type.Optional(Type.Boolean());
const Slug = Type.String({ pattern: '^[a-z0-9-]{1,100}$' });

const WordFilterName = oneOf(WORD_FILTERS);

export const SearchQuery = closed({
  words: Type.Optional(
    Type.String({
      maxLength: LONGEST_SEARCH.what,
      description: 'what would help; may hold a place: "lunch club near M31"',
    }),
  ),
  near: Type.Optional(Type.String({ maxLength: LONGEST_SEARCH.near, description: 'a postcode or its first half' })),
  category: Type.Optional(Slug),
  radius: Type.Optional(Type.Integer({ minimum: 100, maximum: 200_000, description: 'metres' })),
  kind: Type.Optional(Type.Union([Type.Literal('service'), Type.Literal('community')])),
  free: Flag,
  hasSpace: Flag,
  evenings: Flag,
  weekends: Flag,
  acceptsIsf: Flag,
  language: Type.Optional(Type.String({ pattern: '^\\P{Cc}{1,60}$' })),
  workerGender: Type.Optional(Type.Union([Type.Literal('female'), Type.Literal('male')])),
  sort: Type.Optional(
    Type.Union([Type.Literal('best'), Type.Literal('nearest'), Type.Literal('price')], { default: 'best' }),
  ),
  without: Type.Optional(
    Type.String({
      pattern: `^(?:${WORD_FILTERS.join('|')})(?:,(?:${WORD_FILTERS.join('|')})){0,${WORD_FILTERS.length - 1}}$`,
      description: 'filters that the words speak of and that were taken off, with commas between',
    }),
  ),
  cursor: Type.Optional(Type.String({ maxLength: 400 })),
  lineId: Type.Optional(Id),
});
export type SearchQuery = Static<typeof SearchQuery>;

export const PayerQuery = closed({ lineId: Type.Optional(Id) });
export const SlugParams = closed({ slug: Slug });

const VatCategory = Type.Union([Type.Literal('E'), Type.Literal('O'), Type.Literal('S'), Type.Literal('Z')], {
  description: 'E exempt, O outside VAT, S with VAT in the price, Z zero rate',
});

/** A price for one unit, VAT included. */
export const Price = closed({ pence: PenceOut, unit: Type.String() });

/** A price that is known already and begins on a later day. */
const LaterPrice = closed({
  pence: PenceOut,
  unit: Type.String(),
  from: Type.String({ description: 'the first day, YYYY-MM-DD' }),
});

/**
 * What one unit costs when the chosen line pays, and why: `agreed` the council's rate, `no-agreed-rate` council money
 * but nothing was agreed, `own-money` the public price because it is not the council's money.
 */
export const MyPrice = closed({
  pence: PenceOut,
  unit: Type.String(),
  why: Type.Union([Type.Literal('agreed'), Type.Literal('no-agreed-rate'), Type.Literal('own-money')]),
});
export type MyPrice = Static<typeof MyPrice>;

/** Something checked, with its date: when it was checked, or for insurance the last day it holds. */
const TrustMark = closed({
  kind: oneOf(TRUST_MARK_KINDS),
  detail: orNull(Type.String()),
  date: orNull(Type.String({ description: 'YYYY-MM-DD' })),
});

const CategoryOfListing = closed({ slug: Type.String(), name: Type.String() });
const OrganisationOfListing = closed({
  slug: Type.String(),
  name: Type.String(),
  size: Type.String(),
  acceptsIsf: Type.Boolean(),
});

export const ListingSummary = closed({
  id: Type.String(),
  slug: Type.String(),
  title: Type.String(),
  summary: Type.String(),
  kind: Type.Union([Type.Literal('service'), Type.Literal('community')]),
  category: CategoryOfListing,
  organisation: OrganisationOfListing,
  venue: Type.String(),
  postcode: orNull(Type.String()),
  latitude: orNull(Type.Number()),
  longitude: orNull(Type.Number()),
  distanceMetres: orNull(Type.Integer()),
  servesMetres: orNull(Type.Integer()),
  free: Type.Boolean(),
  /** Null: they have not said. */
  hasSpace: orNull(Type.Boolean()),
  evenings: Type.Boolean(),
  weekends: Type.Boolean(),
  accessible: Type.Boolean(),
  /** It was not confirmed for long. */
  stale: Type.Boolean(),
  languages: Type.Array(Type.String()),
  offers: Type.Integer(),
  fromPrice: orNull(Price),
  myPrice: orNull(MyPrice),
  marks: Type.Array(TrustMark),
});
export type ListingSummary = Static<typeof ListingSummary>;

export const SearchAnswer = closed({
  items: Type.Array(ListingSummary),
  total: Type.Integer(),
  nextCursor: orNull(Type.String()),
  facets: closed({
    categories: Type.Array(closed({ slug: Type.String(), parent: orNull(Type.String()), count: Type.Integer() })),
    /** Each listing once under a heading, however many of its subcategories it is in. */
    headings: Type.Array(closed({ slug: Type.String(), count: Type.Integer() })),
    kinds: closed({ service: Type.Integer(), community: Type.Integer() }),
    free: Type.Integer(),
    hasSpace: Type.Integer(),
    evenings: Type.Integer(),
    weekends: Type.Integer(),
    acceptsIsf: Type.Integer(),
    workerGenders: closed({ female: Type.Integer(), male: Type.Integer() }),
    languages: Type.Array(closed({ language: Type.String(), count: Type.Integer() })),
  }),
  /** Where distances are measured from; null when no place was asked for. `known` is false for a place that we do not know. */
  near: orNull(
    closed({
      asked: Type.String(),
      known: Type.Boolean(),
      latitude: orNull(Type.Number()),
      longitude: orNull(Type.Number()),
    }),
  ),
  /** No listing had all of the words, so these have some of them. */
  loosened: Type.Boolean(),
  /** What was filtered by, as the catalogue writes it: "Urdu" where "urdu" was asked for. */
  filters: closed({ category: orNull(Type.String()), language: orNull(Type.String()) }),
  /**
   * What the words say besides what is looked for: `applied` filters, `ranked` only puts first because too little is like that,
   * `off` was taken off.
   */
  inWords: Type.Array(
    closed({
      filter: WordFilterName,
      values: Type.Array(Type.String()),
      state: Type.Union([Type.Literal('applied'), Type.Literal('ranked'), Type.Literal('off')]),
    }),
  ),
});
export type SearchAnswer = Static<typeof SearchAnswer>;

export const OfferOut = closed({
  id: Type.String(),
  name: Type.String(),
  unit: Type.String(),
  days: Type.String(),
  minimumMinutes: Type.Integer(),
  /** Null: its provider did not say, and the buyer's council does. */
  noticeHours: orNull(Type.Integer()),
  validTo: orNull(Type.String()),
  price: Price,
  nextPrice: orNull(LaterPrice),
  vat: VatCategory,
  myPrice: orNull(MyPrice),
  myNextPrice: orNull(LaterPrice),
});
export type OfferOut = Static<typeof OfferOut>;

export const EventRule = closed({
  id: Type.String(),
  name: Type.String(),
  frequency: Type.Union([Type.Literal('once'), Type.Literal('weekly'), Type.Literal('monthly')]),
  weekday: Type.Integer(),
  weekOfMonth: orNull(Type.Integer()),
  /** 2 is every second week or month. */
  interval: Type.Integer(),
  firstDate: Type.String(),
  lastDate: orNull(Type.String()),
  /** It is on only in school terms. */
  termTime: Type.Boolean(),
  startTime: Type.String(),
  endTime: Type.String(),
  /** Where it is; null: at the main place. */
  place: orNull(Type.String()),
  /** The next few days on which it happens, YYYY-MM-DD. */
  nextDates: Type.Array(Type.String()),
  /** When it will not happen within a year, both days included, and why ('' where that is not said). */
  breaks: Type.Array(closed({ from: Type.String(), to: Type.String(), reason: Type.String() })),
  /** Dates to come that are called off or moved; they are in none of the above. */
  changedDates: Type.Array(ChangedDateOut),
});

const ContactOut = closed({
  id: Type.String(),
  name: Type.String(),
  role: Type.String(),
  telephone: orNull(Type.String()),
  email: orNull(Type.String()),
  languages: Type.Array(Type.String()),
});

const PlaceOut = closed({
  id: Type.String(),
  name: Type.String(),
  addressLine: Type.String(),
  postcode: orNull(Type.String()),
  latitude: orNull(Type.Number()),
  longitude: orNull(Type.Number()),
  /** How to get in; '' where that is not said. */
  accessNotes: Type.String(),
  /** False: only the district is told, and the point is the middle of it. */
  addressShown: Type.Boolean(),
});

export const ListingPage = closed({
  id: Type.String(),
  slug: Type.String(),
  title: Type.String(),
  summary: Type.String(),
  description: Type.String(),
  kind: Type.Union([Type.Literal('service'), Type.Literal('community')]),
  category: closed({ slug: Type.String(), name: Type.String(), heading: orNull(CategoryOfListing) }),
  /** What else it is. */
  furtherCategories: Type.Array(CategoryOfListing),
  organisation: closed({
    slug: Type.String(),
    name: Type.String(),
    kind: Type.String(),
    size: Type.String(),
    inHouse: Type.Boolean(),
    acceptsIsf: Type.Boolean(),
    description: Type.String(),
    email: orNull(Type.String()),
    telephone: orNull(Type.String()),
    website: orNull(Type.String()),
  }),
  whenText: Type.String(),
  whoFor: Type.String(),
  languages: Type.Array(Type.String()),
  faiths: Type.Array(Type.String()),
  workerGenders: Type.Array(Type.String()),
  evenings: Type.Boolean(),
  weekends: Type.Boolean(),
  /** Null: they have not said. */
  hasSpace: orNull(Type.Boolean()),
  accessible: Type.Boolean(),
  minimumAge: orNull(Type.Integer()),
  maximumAge: orNull(Type.Integer()),
  free: Type.Boolean(),
  stale: Type.Boolean(),
  venue: Type.String(),
  addressLine: Type.String(),
  addressShown: Type.Boolean(),
  postcode: orNull(Type.String()),
  latitude: orNull(Type.Number()),
  longitude: orNull(Type.Number()),
  /** Everywhere it is offered, its main place (venue, address and postcode above) first. */
  places: Type.Array(PlaceOut),
  /** Whom to ask: about this listing first, then about the organisation. */
  contacts: Type.Array(ContactOut),
  servesMetres: orNull(Type.Integer()),
  website: orNull(Type.String()),
  marks: Type.Array(TrustMark),
  offers: Type.Array(OfferOut),
  /** What it costs where that is told and nothing is sold here. */
  costs: Type.Array(
    closed({
      option: Type.String(),
      /** With any VAT; null: only words say it. */
      pence: orNull(Type.Integer()),
      words: Type.String(),
      validFrom: orNull(Type.String({ description: 'YYYY-MM-DD' })),
      validTo: orNull(Type.String({ description: 'YYYY-MM-DD' })),
    }),
  ),
  events: Type.Array(EventRule),
  /** The newest file that says something of this; null where none does. */
  fromFile: orNull(closed({ councilName: orNull(Type.String()), on: Type.String({ description: 'YYYY-MM-DD' }) })),
  /** The day on which the organisation last said that all of it is right. */
  lastChecked: orNull(Type.String({ description: 'YYYY-MM-DD' })),
  freeNearby: Type.Array(
    closed({
      slug: Type.String(),
      title: Type.String(),
      summary: Type.String(),
      organisationName: Type.String(),
      distanceMetres: orNull(Type.Integer()),
    }),
  ),
});
export type ListingPage = Static<typeof ListingPage>;

export const PayingLinesQuery = closed({
  personId: Type.Optional(Type.Unsafe<string>({ ...Id, description: 'the lines of this person alone' })),
});

export const PayingLines = closed({
  items: Type.Array(
    closed({
      lineId: Type.String(),
      lineName: Type.String(),
      stream: Type.String(),
      personId: Type.String(),
      personName: Type.String(),
      main: Type.Boolean({ description: 'Whether it is the line of this person that pays most' }),
    }),
  ),
});
