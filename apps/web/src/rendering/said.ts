// What a public page says of itself to search engines and link previews: a description, its one true address, and facts
// as schema.org knows them. A fact is said only where the page shows it, too.

import type { PublicReads } from '@support-market/api-client/public-pages';
import { isFromAfar } from '@support-market/domain/listings/from-afar';
import { UNIT_NAMES, type Unit } from '@support-market/domain/listings/prices';
import { localeOf } from '@support-market/words/languages';
import { wordsIn } from '@support-market/words/words-in';
import { askedDay } from '../features/councils/components/asked-day.ts';
import { FLAGS } from '../features/listings/components/question.ts';
import { momentOf, sayDay } from '../format/dates.ts';
import { readableText } from '../format/readable.ts';
import { spokenTag } from '../format/spoken.ts';
import { paths } from '../paths.ts';

type Answer<Name extends keyof PublicReads> = Awaited<ReturnType<PublicReads[Name]>>;
type Fact = Readonly<Record<string, unknown>>;

export type Said = {
  readonly description: string;
  /** Path and the part of the query that makes it another page; without what only sorts or turns pages. */
  readonly canonical: string;
  /** True where the address itself is a secret: it is said nowhere, and no copy is kept. */
  readonly secret?: true;
  /** False for pages that are not to be found by searching the web: forms, and answers to somebody's own words. */
  readonly indexed: boolean;
  readonly facts: readonly Fact[];
  /** The address of a picture, below the public address. */
  readonly picture?:
    | { readonly url: string; readonly alt: string; readonly width: number; readonly height: number }
    | undefined;
};

const sayShell = wordsIn().say('shell');
const sayFront = wordsIn().say('front');
const sayAccounts = wordsIn().say('accounts');
const sayCouncils = wordsIn().say('councils');
const sayListings = wordsIn().say('listings');
const sayUnits = wordsIn().say('units');

const LONGEST_DESCRIPTION = 160;
const SCHEMA = 'https://schema.org';

/** Shorter ones tell a searcher nothing. */
const SHORTEST_DESCRIPTION = 20;

/**
 * What somebody wrote of a record, after its name: many write the same of all that they offer, and a list of what was found
 * must tell them apart. Where they wrote too little, what its page says.
 */
function describedOr(
  page: 'page' | 'organisation',
  names: { readonly title?: string; readonly name: string },
  { summary = '', description }: { readonly summary?: string; readonly description: string },
): string {
  const { title = '', name } = names;
  const text = [summary, description].find((one) => one.trim().length >= SHORTEST_DESCRIPTION);
  return text === undefined
    ? sayListings(`${page}.describe`, { title, name })
    : sayListings(`${page}.describeAs`, { title, name, text });
}

/** The first sentences of a text, cut at a word. */
function inShort(text: string): string {
  const flat = text.replace(/\s+/g, ' ').trim();
  if (flat.length <= LONGEST_DESCRIPTION) return flat;
  return `${flat.slice(0, LONGEST_DESCRIPTION - 1).replace(/\s+\S*$/, '')}…`;
}

const WORD_PAGES = {
  about: { path: paths.about(), indexed: true, lead: () => sayShell('about.lead') },
  signIn: { path: paths.signIn(), indexed: false, lead: () => sayAccounts('signIn.description') },
  signUp: { path: paths.signUp(), indexed: true, lead: () => sayAccounts('signUp.lead') },
  listWhatYouDo: { path: paths.listWhatYouDo(), indexed: true, lead: () => sayAccounts('store.lead') },
  signUpToList: { path: paths.signUp(), indexed: false, lead: () => sayAccounts('store.signUpLead') },
  paperCode: { path: paths.paperCode(), indexed: false, lead: () => sayAccounts('paperCode.lead') },
  forgot: { path: paths.forgotPassword(), indexed: false, lead: () => sayAccounts('forgot.lead') },
} as const;

export function aboutWords(page: keyof typeof WORD_PAGES): Said {
  const { path, indexed, lead } = WORD_PAGES[page];
  return { description: inShort(lead()), canonical: path, indexed, facts: [] };
}

/** A page behind a link from a mail: the link opens something, so its address stays with its reader. */
export function aboutMailed(lead: string): Said {
  return { description: inShort(lead), canonical: paths.front(), secret: true, indexed: false, facts: [] };
}

/** A page that is not there, or could not be drawn. */
export function aboutNothing(address: string): Said {
  return { description: sayShell('about.lead'), canonical: address, indexed: false, facts: [] };
}

export function aboutCouncilPage(
  page: 'accessibility' | 'complaints' | 'contact' | 'privacy',
  council: Answer<'council'> | null,
  { query, councils }: { readonly query: URLSearchParams; readonly councils: number },
): Said {
  if (council === null) {
    return {
      description: sayCouncils(`${page}.describe`),
      canonical: paths[page](),
      indexed: true,
      facts: [],
    };
  }
  // Where there is one council, its page has one address.
  const asked = councils > 1 ? (query.get('council') ?? undefined) : undefined;
  return {
    description: inShort(sayCouncils(`${page}.lead`, { council: council.name })),
    canonical: paths[page]({ council: asked }),
    // How it read on an earlier day is for those who look for it here.
    indexed: askedDay(query) === null,
    facts:
      page === 'contact'
        ? [
            {
              '@context': SCHEMA,
              '@type': 'GovernmentOrganization',
              name: council.name,
              ...(council.contact.telephone && { telephone: council.contact.telephone }),
              ...(council.contact.email && { email: council.contact.email }),
              ...(council.contact.address && { address: council.contact.address }),
            },
          ]
        : [],
  };
}

export function aboutFront(councilName: string | null, publicUrl: string): Said {
  const name = sayShell('name');
  return {
    description: sayFront('lead'),
    canonical: paths.front(),
    indexed: true,
    facts: [
      {
        '@context': SCHEMA,
        '@type': 'WebSite',
        name,
        url: `${publicUrl}/`,
        inLanguage: localeOf(spokenTag()),
        ...(councilName && { publisher: { '@type': 'GovernmentOrganization', name: councilName } }),
        potentialAction: {
          '@type': 'SearchAction',
          target: { '@type': 'EntryPoint', urlTemplate: `${publicUrl}/search?what={search_term_string}` },
          'query-input': 'required name=search_term_string',
        },
      },
    ],
  };
}

/** What makes one search another, in one order. */
const SEARCH_KEYS = [
  ...(['what', 'near', 'category', 'kind', 'radius', 'language', 'workerGender'] as const),
  ...FLAGS,
  ...(['without', 'sort', 'cursor'] as const),
];

export function aboutSearch(
  query: URLSearchParams,
  asked: { readonly what: string },
  found: Answer<'searchListings'>,
  categories: Answer<'categories'>,
): Said {
  const category = categories.items
    .flatMap((heading) => [heading, ...heading.children])
    .find(({ slug }) => slug === query.get('category'));
  // What a search does not know makes no other page.
  const known = SEARCH_KEYS.flatMap((key) => {
    const value = readableText(query.get(key));
    return value ? [[key, value] as const] : [];
  });
  const isCategory = known.every(([key, value]) => key === 'category' && value === category?.slug);
  const ownAddress = new URLSearchParams(known.map(([key, value]) => [key, value])).toString();
  const { what } = asked;
  return {
    description: what
      ? inShort(`${sayListings('search.foundFor', { words: what, count: found.total })}. ${sayShell('about.lead')}`)
      : category
        ? sayListings('search.describeIn', { category: category.name, count: found.total })
        : sayListings('search.describe', { count: found.total }),
    canonical: ownAddress === '' ? paths.search() : `${paths.search()}?${ownAddress}`,
    // A kind of support is a page of its own; an answer to somebody's own words or filters is not.
    indexed: isCategory && found.total > 0,
    facts: [],
  };
}

function addressOf(
  place: { readonly addressLine?: string | null; readonly postcode?: string | null },
  city?: string | null,
): Fact {
  return {
    '@type': 'PostalAddress',
    ...(place.addressLine && { streetAddress: place.addressLine }),
    ...(city && { addressLocality: city }),
    ...(place.postcode && { postalCode: place.postcode }),
    addressCountry: 'GB',
  };
}

/** Where an event is: from afar by its page, or at a place with an address; null where it is not said, and no search engine takes it. */
function whereOf(
  name: string,
  place: { readonly addressLine?: string | null; readonly postcode?: string | null },
  url: string,
): Fact | null {
  if (isFromAfar(name)) {
    return {
      eventAttendanceMode: `${SCHEMA}/OnlineEventAttendanceMode`,
      location: { '@type': 'VirtualLocation', name, url },
    };
  }
  if (!place.addressLine && !place.postcode) return null;
  return {
    eventAttendanceMode: `${SCHEMA}/OfflineEventAttendanceMode`,
    location: { '@type': 'Place', name, address: addressOf(place) },
  };
}

/** A place as an event of a listing names it. */
const inWords = ({ name, addressLine, postcode }: Answer<'listing'>['places'][number]): string =>
  [name, addressLine, postcode].filter(Boolean).join(', ');

function trail(publicUrl: string, ...crumbs: readonly (readonly [name: string, path: string])[]): Fact {
  return {
    '@context': SCHEMA,
    '@type': 'BreadcrumbList',
    itemListElement: crumbs.map(([name, path], index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name,
      item: publicUrl + path,
    })),
  };
}

function pictureOf(photos: Answer<'photos'>): Said['picture'] {
  const [first] = photos.items;
  const file = first?.files.at(-1);
  return first && file ? { url: file.url, alt: first.altText, width: file.width, height: file.height } : undefined;
}

/** What one unit costs, as people and search engines compare it: pounds and pence. */
const pounds = (pence: number): string => (pence / 100).toFixed(2);

/** What costs nothing, as search engines know it: an offer at no price. */
const FREE = { name: '', price: { pence: 0, unit: null }, vat: undefined } as const;

/** Units by the Common Codes of UN/CEFACT (Recommendation 20), as schema.org wants them; a session and a night have none. */
const UNIT_CODES: Readonly<Partial<Record<Unit, Fact>>> = {
  'half-hour': { referenceQuantity: { '@type': 'QuantitativeValue', value: 30, unitCode: 'MIN' } },
  hour: { unitCode: 'HUR' },
  day: { unitCode: 'DAY' },
  week: { unitCode: 'WEE' },
  mile: { unitCode: 'SMI' },
  item: { unitCode: 'C62' },
  'one-off': { unitCode: 'LS' },
};

/** A price with what it is for: £22 says little without “an hour”. */
function priceOf(
  { pence, unit }: { readonly pence: number; readonly unit: string | null },
  vat?: Answer<'listing'>['offers'][number]['vat'],
): Fact {
  const price = { price: pounds(pence), priceCurrency: 'GBP' };
  const known = UNIT_NAMES.find((one) => one === unit);
  if (known === undefined) return price;
  return {
    ...price,
    priceSpecification: {
      '@type': 'UnitPriceSpecification',
      ...price,
      // Where no VAT is due there is none to be in the price.
      ...(vat === 'S' && { valueAddedTaxIncluded: true }),
      ...UNIT_CODES[known],
      unitText: sayUnits(`name.${known}`, { count: 1 }),
    },
  };
}

export function aboutListing(listing: Answer<'listing'>, photos: Answer<'photos'>, publicUrl: string): Said {
  const { organisation, category } = listing;
  const canonical = paths.listing(listing.slug);
  const url = publicUrl + canonical;
  const picture = pictureOf(photos);
  const place = listing.places.find(({ addressShown }) => addressShown);
  const crumbs = [...(category.heading ? [category.heading] : []), category].map(
    ({ slug, name }) => [name, paths.search({ category: slug })] as const,
  );
  return {
    description: inShort(describedOr('page', { title: listing.title, name: organisation.name }, listing)),
    canonical,
    // It was not confirmed for long: it stays here with a warning, and is not offered to the world.
    indexed: !listing.stale,
    picture,
    facts: [
      {
        '@context': SCHEMA,
        '@type': 'Service',
        name: listing.title,
        url,
        serviceType: category.name,
        ...(listing.summary && { description: listing.summary }),
        ...(picture && { image: publicUrl + picture.url }),
        provider: {
          '@type': 'Organization',
          name: organisation.name,
          url: publicUrl + paths.organisation(organisation.slug),
          ...(organisation.telephone && { telephone: organisation.telephone }),
          ...(organisation.email && { email: organisation.email }),
        },
        ...((listing.offers.length > 0 || listing.free) && {
          offers: (listing.offers.length > 0 ? listing.offers : [FREE]).map((offer) => ({
            '@type': 'Offer',
            ...(offer.name && { name: offer.name }),
            ...priceOf(offer.price, offer.vat),
            url,
          })),
        }),
      },
      ...listing.events.flatMap((event) => {
        const at = event.place === null ? place : listing.places.find((one) => inWords(one) === event.place);
        const where = whereOf(
          at?.name || event.place || organisation.name,
          at ?? (event.place === null ? listing : {}),
          url,
        );
        const [date] = event.nextDates;
        if (where === null || date === undefined) return [];
        return {
          '@context': SCHEMA,
          '@type': 'Event',
          name: event.name,
          startDate: momentOf(date, event.startTime),
          ...(event.endTime > event.startTime && { endDate: momentOf(date, event.endTime) }),
          ...where,
          organizer: {
            '@type': 'Organization',
            name: organisation.name,
            url: publicUrl + paths.organisation(organisation.slug),
          },
          ...(listing.free && { isAccessibleForFree: true }),
          url,
        };
      }),
      trail(publicUrl, ...crumbs, [listing.title, canonical]),
    ],
  };
}

/** Organisations that are businesses, as schema.org means it. */
const BUSINESSES: ReadonlySet<string> = new Set(['agency', 'business', 'micro-provider', 'personal-assistant']);

export function aboutOrganisation(
  organisation: Answer<'organisation'>,
  photos: Answer<'photos'>,
  publicUrl: string,
): Said {
  const canonical = paths.organisation(organisation.slug);
  const picture = pictureOf(photos);
  const hasAddress = organisation.addressShown && Boolean(organisation.addressLine);
  return {
    description: inShort(describedOr('organisation', { name: organisation.name }, organisation)),
    canonical,
    // As the sitemap has it: while something of theirs is offered to the world.
    indexed: organisation.listings.some(({ stale }) => !stale),
    picture,
    facts: [
      {
        '@context': SCHEMA,
        // A business at a place only where the place may be told.
        '@type': hasAddress && BUSINESSES.has(organisation.kind) ? 'LocalBusiness' : 'Organization',
        name: organisation.name,
        url: publicUrl + canonical,
        ...(organisation.description && { description: organisation.description }),
        ...(organisation.telephone && { telephone: organisation.telephone }),
        ...(organisation.email && { email: organisation.email }),
        ...(picture && { image: publicUrl + picture.url }),
        ...(hasAddress && { address: addressOf(organisation, organisation.city) }),
      },
    ],
  };
}

/** Of what is on, the first few are told to search engines. */
const MOST_TOLD = 20;

export function aboutEvents(span: string, isWhole: boolean, events: Answer<'events'>, publicUrl: string): Said {
  const [first] = events.items;
  const told = events.items
    .flatMap((event) => {
      const url = publicUrl + paths.listing(event.listingSlug);
      const where = whereOf(event.placeName ?? event.organisationName, event, url);
      if (where === null) return [];
      return {
        '@type': 'Event',
        name: event.title,
        startDate: event.startsAt,
        endDate: event.endsAt,
        ...where,
        organizer: { '@type': 'Organization', name: event.organisationName },
        ...(event.isOff && { eventStatus: `${SCHEMA}/EventCancelled` }),
        ...(event.movedFrom && { eventStatus: `${SCHEMA}/EventRescheduled` }),
        ...(event.free && { isAccessibleForFree: true }),
        url,
      };
    })
    .slice(0, MOST_TOLD);
  return {
    description: first
      ? sayListings('events.describe', { title: first.title, day: sayDay(first.date) })
      : sayListings('events.lead'),
    canonical: span === 'week' ? paths.events() : `${paths.events()}?when=${span}`,
    // The other spans are other days each week, and most of them are on this week's page or will be.
    indexed: isWhole && span === 'week',
    facts:
      told.length === 0
        ? []
        : [
            {
              '@context': SCHEMA,
              '@type': 'ItemList',
              itemListElement: told.map((item, index) => ({ '@type': 'ListItem', position: index + 1, item })),
            },
          ],
  };
}
