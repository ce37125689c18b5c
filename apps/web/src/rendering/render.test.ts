// What the server draws must be whole, true to its facts, and safe with whatever somebody typed into them.
import type { PageQuestion, PublicReads } from '@support-market/api-client/public-pages';
import { describe, expect, it } from 'vitest';
import { speakIn } from '../format/spoken.ts';
import { PAGES } from '../routes.tsx';
import { SIGNED_OUT } from '../shell/session.tsx';
import { drawDocument } from './document.ts';
import { PUBLIC_PAGES } from './public-pages.tsx';
import { program } from './render.tsx';
import { aboutNothing } from './said.ts';

const files = {
  icon: '/i.svg',
  picture: '/assets/share.png',
  styles: ['/s.css'],
  display: '/display.js',
  app: { script: '/app.js', preload: [] },
  document: '/public.js',
};
const ask = (address: string): PageQuestion => ({ address, publicUrl: 'https://market.example', files });
const refuse = (code: string, status: number) => async () => {
  throw new Error(code, { cause: { code, status } });
};
const NO_FILTERS = { category: null, language: null };
const ATTACK = '</script><script>alert(1)</script><!-- \u2028 "& ';

const organisation: Awaited<ReturnType<PublicReads['organisation']>> = {
  slug: 'one',
  name: ATTACK,
  kind: 'agency',
  description: ATTACK,
  size: 'small',
  inHouse: false,
  acceptsIsf: false,
  addressShown: false,
  addressLine: null,
  city: 'Harbourside',
  postcode: 'HB1',
  email: null,
  telephone: null,
  website: 'javascript:alert(1)',
  marks: [],
  fromFile: null,
  lastChecked: null,
  locations: [],
  contacts: [],
  listings: [],
};

const listing: Awaited<ReturnType<PublicReads['listing']>> = {
  ...{
    id: 'lst_1',
    slug: 'tea',
    title: 'Tea and talk',
    summary: 'A cup and a chat.',
    description: '',
    kind: 'community',
  },
  category: { slug: 'lunch-clubs', name: 'Lunch clubs', heading: { slug: 'meals', name: 'Meals' } },
  organisation: {
    ...{ slug: 'hub', name: 'The Hub', kind: 'community-group', size: 'small', inHouse: false, acceptsIsf: false },
    ...{ description: '', email: null, telephone: null, website: null },
  },
  ...{
    furtherCategories: [],
    whenText: '',
    whoFor: '',
    languages: [],
    faiths: [],
    workerGenders: [],
    marks: [],
    offers: [],
    costs: [],
  },
  ...{
    evenings: false,
    weekends: false,
    hasSpace: null,
    accessible: true,
    minimumAge: null,
    maximumAge: null,
    free: true,
  },
  ...{ stale: false, venue: 'The Hub', addressLine: '1 Dock Road', addressShown: true, postcode: 'HB1 1AA' },
  ...{ latitude: null, longitude: null, places: [], contacts: [], servesMetres: null, website: null },
  events: [
    {
      ...{ id: 'evt_1', name: 'Summer tea', frequency: 'once', weekday: 4, weekOfMonth: null, interval: 1 },
      ...{
        startTime: '10:00',
        endTime: '11:30',
        place: null,
        nextDates: ['2027-07-01'],
        firstDate: '2027-07-01',
        lastDate: null,
        termTime: false,
        breaks: [],
        changedDates: [],
      },
    },
  ],
  ...{ fromFile: null, lastChecked: null, freeNearby: [] },
};

const COUNCIL: Awaited<ReturnType<PublicReads['council']>> = {
  ...{ slug: 'harbourside', name: 'Harbourside Council', on: '2026-11-02' },
  contact: { telephone: '', email: '', address: '', hours: '' },
  safety: { emergencyTelephone: '999', telephone: '', email: '', hours: '' },
  privacy: { notice: '', email: '' },
  complaints: { process: '', telephone: '', email: '', answerDays: 0 },
  accessibility: { status: '', problems: '', burden: '', exempt: '', testedOn: '', testedBy: '', answerDays: 0 },
  versions: [],
};

const reads = (changes: Partial<PublicReads> = {}): PublicReads => ({
  session: async () => ({ ...SIGNED_OUT, now: '2026-11-02T09:00:00Z' }),
  council: refuse('record.not_found', 404),
  categories: async () => ({ items: [] }),
  searchListings: refuse('request.invalid', 400),
  listing: refuse('record.not_found', 404),
  organisation: async () => organisation,
  events: async () => ({
    items: [],
    from: '2026-11-02',
    to: '2026-11-09',
    more: false,
    near: null,
    days: [],
    calendarUrl: null,
  }),
  photos: async () => ({ items: [] }),
  invitation: refuse('token.not_valid', 410),
  mailedLink: async () => ({}),
  ...changes,
});

async function draw(address: string, changes: Partial<PublicReads> = {}, posted?: PageQuestion['posted']) {
  const page = await program.prepare({ ...ask(address), ...(posted && { posted }) }, reads(changes));
  return { ...page, html: page.draw() };
}

describe('an address', () => {
  it('of every public page is one of the app, so that both draw it', () => {
    const paths = new Set(PAGES.map(({ path }) => path));
    expect(PUBLIC_PAGES.map(({ path }) => path).filter((path) => !paths.has(path))).toEqual([]);
  });

  it.each([
    ['/', 'public'],
    ['/listings/tea', 'public'],
    ['/my-place', 'app'],
    ['/nowhere', 'none'],
    ['//evil.example/', 'none'],
    ['/listings/a/b', 'none'],
  ])('%s is of kind %s', (address, kind) => {
    expect(program.placeOf(address).kind).toBe(kind);
  });

  it('in capitals has one new address, in which a secret and a question stay as they are', () => {
    expect(program.placeOf('/About')).toEqual({ kind: 'moved', to: '/about' });
    expect(program.placeOf('/SEARCH?what=Tea')).toEqual({ kind: 'moved', to: '/search?what=Tea' });
    expect(program.placeOf('/Reset-Password/aB%2Fc')).toEqual({ kind: 'moved', to: '/reset-password/aB%2Fc' });
    expect(program.placeOf('/listings/Tea').kind).toBe('public');
  });

  it('with needless escapes in it has one new address; what an escape must hide stays hidden', () => {
    expect(program.placeOf('/%61bout?x=%61')).toEqual({ kind: 'moved', to: '/about?x=%61' });
    expect(program.placeOf('/listings/te%61')).toEqual({ kind: 'moved', to: '/listings/tea' });
    expect(program.placeOf('/%41bout/')).toEqual({ kind: 'moved', to: '/about' });
    expect(program.placeOf('/nowher%65').kind).toBe('none');
    for (const odd of ['/listings/%2e%2e', '/listings/a%2Fb', '/listings/%E2%80%AE'])
      expect(program.placeOf(odd)).toEqual({ kind: 'public' });
    expect(program.placeOf('/%2f%2fevil.example').kind).toBe('none');
  });

  it('that moved, or ends in a slash, has one new address and keeps its question', () => {
    expect(program.placeOf('/users/invite?a=b')).toEqual({ kind: 'moved', to: '/accounts/invite?a=b' });
    expect(program.placeOf('/search/?what=tea')).toEqual({ kind: 'moved', to: '/search?what=tea' });
    expect(program.placeOf('/audit/%2f%2fx')).toEqual({ kind: 'moved', to: '/traces/%2F%2Fx' });
  });
});

it('of an API, a file or nothing is no place to go to after signing in', () => {
  expect(program.placeAfterSignIn('/orders?x=1', [])).toBe('/orders?x=1');
  for (const next of ['/api/session', '/assets/app.js', '/nowhere', '//elsewhere.example'])
    expect(program.placeAfterSignIn(next, [])).toBe('/');
});

describe('a document', () => {
  it('says its language and which way that is written', () => {
    const drawn = { title: 'A page', markup: '', said: aboutNothing('/'), found: true };
    const opened = () => /<html[^>]+>/.exec(drawDocument(ask('/'), drawn))?.[0];
    expect(opened()).toBe('<html lang="en-GB" dir="ltr">');
    speakIn('ur');
    expect(opened()).toBe('<html lang="ur" dir="rtl">');
    speakIn('en');
  });
});

describe('a page', () => {
  it('with hostile words in it runs nothing, and its facts are still what was said', async () => {
    const { html } = await draw('/organisations/one');
    expect(html).not.toContain('<script>alert');
    expect(html).not.toContain('href="javascript:');
    expect(html).not.toContain('\u2028 "&');
    const [, facts = ''] = /<script type="application\/ld\+json">(.+?)<\/script>/.exec(html) ?? [];
    expect(JSON.parse(facts)).toMatchObject({ '@type': 'Organization', name: ATTACK });
    expect(facts).not.toContain('streetAddress');
  });

  it('that is not there is the same page for every reason, with 404 and no address of its own', async () => {
    const [unknown, hidden] = [await draw('/nowhere'), await draw('/listings/hidden')];
    expect([unknown.status, hidden.status]).toEqual([404, 404]);
    expect(hidden.html).toBe(unknown.html);
    expect(hidden.html).toContain('<meta name="robots" content="noindex">');
    expect(hidden.html).not.toContain('rel="canonical"');
    for (const odd of ['/a%0d%0ab', '/%E2%80%A8', '/a%00', '/;/..'])
      expect([odd, (await draw(odd)).html === unknown.html]).toEqual([odd, true]);
  });

  it('of a listing has its title, its picture’s size, what costs nothing, and events in London’s time', async () => {
    const { html } = await draw('/listings/tea', {
      listing: async () => listing,
      photos: async () => ({
        items: [
          {
            ...{ id: 'pho_0123456789', altText: 'Two cups' },
            files: [
              { url: '/api/photos/files/small.webp', width: 320, height: 200 },
              { url: '/api/photos/files/large.webp', width: 1280, height: 800 },
            ],
          },
        ],
      }),
    });
    expect(html).toContain('<title>Tea and talk, The Hub – Support Market</title>');
    for (const [property, content] of [
      ['og:title', 'Tea and talk, The Hub – Support Market'],
      ['og:image', 'https://market.example/api/photos/files/large.webp'],
      ['og:image:width', '1280'],
      ['og:image:height', '800'],
      ['og:image:alt', 'Two cups'],
    ])
      expect(html).toContain(`<meta property="${property}" content="${content}">`);
    expect(html).toContain('<meta name="twitter:card" content="summary_large_image">');
    const facts = [...html.matchAll(/<script type="application\/ld\+json">(.+?)<\/script>/g)].map(([, text]) =>
      JSON.parse(text ?? ''),
    );
    expect(facts.map((fact) => fact['@type'])).toEqual(['Service', 'Event', 'BreadcrumbList']);
    const [service, event, crumbs] = facts;
    expect(service).toMatchObject({
      ...{
        name: 'Tea and talk',
        serviceType: 'Lunch clubs',
        image: 'https://market.example/api/photos/files/large.webp',
      },
      provider: { '@type': 'Organization', name: 'The Hub' },
      offers: [{ '@type': 'Offer', price: '0.00', priceCurrency: 'GBP' }],
    });
    expect(event).toMatchObject({
      ...{ name: 'Summer tea', startDate: '2027-07-01T10:00:00+01:00', endDate: '2027-07-01T11:30:00+01:00' },
      location: { '@type': 'Place', address: { streetAddress: '1 Dock Road', postalCode: 'HB1 1AA' } },
      ...{ isAccessibleForFree: true, organizer: { '@type': 'Organization', name: 'The Hub' } },
    });
    expect(
      crumbs.itemListElement.map(({ position, name, item }: Record<string, unknown>) => [position, name, item]),
    ).toEqual([
      [1, 'Meals', 'https://market.example/search?category=meals'],
      [2, 'Lunch clubs', 'https://market.example/search?category=lunch-clubs'],
      [3, 'Tea and talk', 'https://market.example/listings/tea'],
    ]);
  });

  it('of a listing tells what it costs where nothing is sold, with the days on which that holds', async () => {
    const costs = [
      { option: 'A morning', pence: 350, words: 'each', validFrom: '2026-04-01', validTo: '2027-03-31' },
      { option: '', pence: null, words: 'Ask at the door', validFrom: null, validTo: null },
    ];
    const { html } = await draw('/listings/tea', { listing: async () => ({ ...listing, free: false, costs }) });
    const text = html.replaceAll(/<[^>]+>/g, '');
    expect(text).toContain('A morning: £3.50 each, from 1 April 2026, until 31 March 2027');
    expect(text).toContain('Ask at the door');
    expect(text).toContain('You cannot buy this here. Get in touch and ask.');
  });

  it('of a listing sends people to the place of each event, and to no other', async () => {
    const place = (name: string, addressLine: string, postcode: string) => ({
      ...{
        id: name,
        name,
        addressLine,
        postcode,
        latitude: null,
        longitude: null,
        accessNotes: '',
        addressShown: addressLine !== '',
      },
    });
    const places = [
      place('The Hub', '1 Dock Road', 'HB1 1AA'),
      place('The Hall', '9 High Street', 'HB7 1JP'),
      place('', '', 'HB9'),
    ];
    const [event] = listing.events;
    if (event === undefined) throw new Error('there is no event');
    const events = [null, 'The Hall, 9 High Street, HB7 1JP', 'HB9', 'Somewhere else'].map((at) => ({
      ...event,
      place: at,
    }));
    const { html } = await draw('/listings/tea', { listing: async () => ({ ...listing, places, events }) });
    const told = [...html.matchAll(/<script type="application\/ld\+json"[^>]*>(.*?)<\/script>/g)]
      .map(([, text]) => JSON.parse(text ?? ''))
      .filter((fact) => fact['@type'] === 'Event')
      .map(({ location }) => [location.name, location.address.streetAddress, location.address.postalCode]);
    expect(told).toEqual([
      ['The Hub', '1 Dock Road', 'HB1 1AA'],
      ['The Hall', '9 High Street', 'HB7 1JP'],
      ['HB9', undefined, 'HB9'],
    ]);
  });

  const offer: (typeof listing.offers)[number] = {
    ...{ id: 'off_0123456789', name: 'An hour', unit: 'hour', days: 'any', minimumMinutes: 0, noticeHours: null },
    ...{ validTo: null, price: { pence: 2200, unit: 'hour' }, nextPrice: null, vat: 'E', myPrice: null },
    myNextPrice: null,
  };
  const sold =
    (unit: string, vat: typeof offer.vat = 'S') =>
    async () => ({
      ...listing,
      ...{ free: false, events: [], offers: [{ ...offer, unit, vat, price: { pence: 2200, unit } }] },
    });
  const factsIn = (html: string): Record<string, unknown>[] =>
    [...html.matchAll(/<script type="application\/ld\+json">(.+?)<\/script>/g)].map(([, text]) =>
      JSON.parse(text ?? ''),
    );

  it('of a listing says with each price what it is for, by the code of its unit where there is one', async () => {
    const ofUnit = async (unit: string) => {
      const [service] = factsIn((await draw('/listings/tea', { listing: sold(unit) })).html);
      return (service?.['offers'] as Record<string, unknown>[] | undefined)?.[0];
    };
    expect(await ofUnit('hour')).toMatchObject({
      ...{ price: '22.00', priceCurrency: 'GBP' },
      priceSpecification: {
        ...{ '@type': 'UnitPriceSpecification', price: '22.00', priceCurrency: 'GBP' },
        ...{ valueAddedTaxIncluded: true, unitCode: 'HUR', unitText: 'hour' },
      },
    });
    const session = (await ofUnit('session'))?.['priceSpecification'];
    expect(session).toMatchObject({ unitText: 'session' });
    expect(session).not.toHaveProperty('unitCode');
    const [exempt] = factsIn((await draw('/listings/tea', { listing: sold('hour', 'E') })).html);
    expect(JSON.stringify(exempt)).not.toContain('valueAddedTaxIncluded');
  });

  it('of a listing says before its prices how to order without scripts, by ways that are there', async () => {
    const reached = { ...listing.organisation, telephone: '0117 496 0000', email: null };
    const { html, drawForApp } = await draw('/listings/tea', {
      listing: async () => ({ ...(await sold('hour')()), organisation: reached }),
    });
    const [, said = ''] = /<noscript>(.*?)<\/noscript>/s.exec(html) ?? [];
    expect(said).toContain('To order here you need JavaScript');
    expect(said).toContain('href="tel:01174960000"');
    expect(said).toContain('href="/contact"');
    expect(said).not.toContain('mailto:');
    expect(html.indexOf('<noscript>')).toBeLessThan(html.indexOf('/basket/add/'));
    // Every way into the basket is shown by a script alone.
    expect(html.match(/<(?:span|p) class="[^"]*sm-needs-scripts"><a [^>]*href="\/(?:basket|sign-in)/g)).toHaveLength(2);
    // One noscript within another would end it, and show the rest to everybody.
    expect(drawForApp().match(/<noscript>/g)).toHaveLength(1);
    expect(drawForApp()).toContain('To order here you need JavaScript');
  });

  it.each(['/sign-in', '/sign-up', '/paper-codes', '/confirm-email/a-secret-of-one-reader-alone'])(
    '%s says without scripts that the pages after its form need them',
    async (address) => {
      const { html } = await draw(address);
      expect(/<noscript>(.*?)<\/noscript>/s.exec(html)?.[1]).toMatch(
        /Your own pages after it do not.*href="\/contact"/s,
      );
    },
  );

  it('promises without scripts nothing that only a script can do', async () => {
    const session = async () => ({
      ...SIGNED_OUT,
      demonstration: true,
      lookAround: true,
      councilSlug: 'harbourside',
      councils: [{ slug: 'harbourside', name: 'Harbourside Council' }],
      now: '2026-11-02T09:00:00Z',
    });
    const onlyByScript = /<(p|span) class="sm-needs-scripts">.*?<\/\1>/gs;
    for (const address of ['/', '/accessibility', '/about']) {
      const { html } = await draw(address, { session, council: async () => COUNCIL });
      expect(html, address).toContain('Look around as someone else');
      const said = html.replaceAll(onlyByScript, '');
      expect(said, address).not.toContain('Look around as someone else');
      expect(said, address).not.toContain('Sign in to see your money');
      expect(said, address).not.toContain('under “Text and colours”');
    }
    const { html } = await draw('/accessibility', { session, council: async () => COUNCIL });
    expect(/<noscript>(.*?)<\/noscript>/s.exec(html)?.[1]).toContain('the zoom of your browser');
  });

  it('of an organisation is for search engines while it has a listing that is not out of date', async () => {
    const offered = {
      ...{ slug: 'tea', title: 'Tea', summary: '', categoryName: 'Lunch clubs' },
      ...{ kind: 'community' as const, free: true, hasSpace: null, fromPrice: null },
    };
    const hidden = async (...stale: readonly boolean[]) => {
      const listings = stale.map((one) => ({ ...offered, stale: one }));
      const { html } = await draw('/organisations/one', { organisation: async () => ({ ...organisation, listings }) });
      return html.includes('content="noindex"');
    };
    expect([await hidden(), await hidden(true), await hidden(true, false)]).toEqual([true, true, false]);
  });

  it('of a listing or an organisation is described by its own name, also where its text is another’s too', async () => {
    const text = 'We visit you at home and help you with what you need.';
    const describedAt = async (address: string, changes: Partial<PublicReads>) =>
      /<meta name="description" content="([^"]*)"/.exec((await draw(address, changes)).html)?.[1] ?? '';
    const descriptions = [
      await describedAt('/listings/tea', { listing: async () => ({ ...listing, summary: text }) }),
      await describedAt('/listings/tea', { listing: async () => ({ ...listing, title: 'Walks', summary: text }) }),
      await describedAt('/organisations/one', {
        organisation: async () => ({ ...organisation, name: 'The Hub', description: text }),
      }),
      await describedAt('/organisations/one', {
        organisation: async () => ({ ...organisation, name: 'The Quay', description: `${text} `.repeat(9) }),
      }),
    ];
    expect(descriptions.slice(0, 3)).toEqual([
      `Tea and talk by The Hub: ${text}`,
      `Walks by The Hub: ${text}`,
      `The Hub: ${text}`,
    ]);
    expect(descriptions[3]).toMatch(/^The Quay: We visit.*…$/);
    expect(descriptions.every(({ length }) => length <= 160)).toBe(true);
  });

  it('has a description that says something, also where its own words are few', async () => {
    const few = async () => ({ ...listing, summary: 'Tea.', description: '' });
    const found = {
      items: [],
      total: 3,
      nextCursor: null,
      loosened: false,
      near: null,
      filters: NO_FILTERS,
      inWords: [],
    };
    const searchListings = async () => found as unknown as Awaited<ReturnType<PublicReads['searchListings']>>;
    const brief = async () => ({ ...organisation, description: 'We help.' });
    for (const address of [
      '/listings/tea',
      '/organisations/one',
      '/search?what=tea',
      '/events',
      '/sign-in',
      '/about',
    ]) {
      const { html } = await draw(address, { listing: few, organisation: brief, searchListings });
      const [, description = ''] = /<meta name="description" content="([^"]*)"/.exec(html) ?? [];
      expect([address, description.length > 20 && description.length <= 160]).toEqual([address, true]);
    }
  });

  it('of an invitation has what was wrong above all else that it says', async () => {
    const seen = async () => ({
      ...{ email: 'asha@example.org', councilName: 'Harbourside', role: 'broker' as const, organisationName: null },
      hasAccount: false,
    });
    const { html } = await draw(
      '/invitations/a-secret-of-one-reader-alone',
      { invitation: seen },
      {
        values: {},
        refusal: { code: 'request.invalid', status: 400, errors: [{ pointer: '/name', code: 'field.required' }] },
      },
    );
    const at = (text: string) => html.indexOf(text);
    expect(at('govuk-error-summary')).toBeGreaterThan(at('<h1'));
    expect(at('govuk-error-summary')).toBeLessThan(at('Harbourside asks you to join'));
  });

  it('of a search says in its title how much was found', async () => {
    const found = {
      items: [],
      total: 3,
      nextCursor: null,
      loosened: false,
      near: null,
      filters: NO_FILTERS,
      inWords: [],
    };
    const searchListings = async () => found as unknown as Awaited<ReturnType<PublicReads['searchListings']>>;
    expect((await draw('/search?what=tea', { searchListings })).html).toContain(
      '<title>3 results for “tea” – Support Market</title>',
    );
  });

  it('of a search offers the filters that were used, and none that only its address names', async () => {
    const drawn = async (address: string, filters: { category: string | null; language: string | null }) => {
      const found = { items: [], total: 3, nextCursor: null, loosened: false, near: null, filters, inWords: [] };
      const searchListings = async () => found as unknown as Awaited<ReturnType<PublicReads['searchListings']>>;
      return (await draw(address, { searchListings })).html;
    };
    expect(await drawn('/search?language=Klingon&category=nonsense', NO_FILTERS)).not.toMatch(/<option[^>]*Klingon/);
    const english = await drawn('/search?language=english', { category: null, language: 'English' });
    expect(english).toMatch(/<option[^>]* value="English"[^>]* selected|<option[^>]*selected[^>]* value="English"/);
    expect(english).not.toMatch(/<option[^>]* value="english"/);
    expect(await drawn('/search?category=nonsense', NO_FILTERS)).toMatch(/<meta name="robots" content="noindex/);
  });

  it('of a search shows the filters in its words, each with an address that takes it off or puts it back', async () => {
    const inWords = [
      { filter: 'language', values: ['Urdu', 'Farsi'], state: 'applied' },
      { filter: 'workerGender', values: ['female'], state: 'ranked' },
      { filter: 'free', values: [], state: 'off' },
    ];
    const found = { items: [], total: 3, nextCursor: null, loosened: false, near: null, filters: NO_FILTERS, inWords };
    const searchListings = async () => found as unknown as Awaited<ReturnType<PublicReads['searchListings']>>;
    const { html } = await draw('/search?what=free+tea&without=free&cursor=abc', { searchListings });
    expect(html).toContain('Only: Speaks Urdu, Farsi');
    expect(html).toContain('First: Worker is a woman');
    expect(html).toContain('so others are shown too');
    expect(html).toContain('Free: taken off');
    expect(html).toContain('href="/search?what=free+tea&amp;without=free%2Clanguage"');
    expect(html).toContain('href="/search?what=free+tea&amp;without=free%2CworkerGender"');
    expect(html).toContain('href="/search?what=free+tea"');
    const other = await draw('/search?what=free+swimming&without=free&withoutIn=free+tea', { searchListings });
    expect(other.html).not.toContain('name="without"');
    // The form keeps what was taken off when another filter is chosen, and not when other words are typed.
    expect(html).toMatch(/<input type="hidden"[^>]*name="withoutIn"[^>]*value="free tea"/);
    expect(html).toMatch(
      /<input type="hidden" name="without" form="search-form" value="free"|<input type="hidden"[^>]*name="without"[^>]*value="free"/,
    );
  });

  it('of which a read is refused says so in plain words, with its status', async () => {
    const { status, html } = await draw('/search?what=x');
    expect(status).toBe(400);
    expect(html).toContain('Something went wrong');
  });

  it('of a search that is too long says so at its field, and signs that are no text never stand on it', async () => {
    const found = {
      items: [],
      total: 0,
      nextCursor: null,
      loosened: false,
      near: null,
      filters: NO_FILTERS,
      inWords: [],
    };
    const { status, html } = await draw(`/search?what=${'x'.repeat(7_000)}`);
    expect(status).toBe(400);
    expect(html).toMatch(/<title>Error: /);
    expect(html).toContain('href="#search-what"');
    expect(html).toMatch(/id="search-what"[^>]* aria-describedby="search-what-error"[^>]* aria-invalid="true"/);
    const searchListings = async () => found as unknown as Awaited<ReturnType<PublicReads['searchListings']>>;
    const odd = await draw('/search?what=a%00b%07&near=M%0031', { searchListings });
    expect(odd.html).toContain('value="a b"');
    expect([...odd.html].some((sign) => sign === '\u0000' || sign === '\u0007')).toBe(false);
    expect(odd.html).not.toMatch(/%00|%07/);
    const { html: later } = await draw('/search?what=a&cursor=next', { searchListings });
    expect(later).toMatch(/<a href="\/search\?what=a"[^>]*>(?:<[^>]+>)*Back to the first page/);
  });

  it('keeps a telephone number and a mail address the right way round in every direction of writing', async () => {
    const reached = { ...organisation, telephone: '0117 496 0000', email: 'tea@hub.example' };
    const { html } = await draw('/organisations/one', { organisation: async () => reached });
    for (const fact of [reached.telephone, reached.email]) expect(html).toContain(`<bdi dir="ltr">${fact}</bdi>`);
  });

  it('of which a read fails is not drawn at all', async () => {
    const broken = async () => {
      throw new Error('the database is gone');
    };
    await expect(draw('/organisations/one', { organisation: broken })).rejects.toThrow('the database is gone');
    const html = program.drawFailure(ask('/organisations/one'), { code: 'service.unavailable', status: 503 }, 'req-7');
    expect(html).toContain('req-7');
  });

  it('of a form that was refused has what was typed, its faults, and the error first in its title', async () => {
    const { html, status } = await draw(
      '/sign-in?next=/orders',
      {},
      {
        values: { email: 'asha@example.org' },
        refusal: { code: 'session.credentials_wrong', status: 401 },
      },
    );
    expect(status).toBe(401);
    expect(html).toMatch(/<title>Error: /);
    expect(html).toContain('value="asha@example.org"');
    expect(html).toMatch(/<input type="hidden" name="next" value="\/orders"/);
    expect(html).toMatch(
      /<form[^>]* action="\/sign-in"[^>]* method="post"|<form[^>]* method="post"[^>]* action="\/sign-in"/,
    );
    expect(html).toMatch(/id="password"[^>]* value=""/);
  });

  it('of a link from a mail says its secret address nowhere in its head, and no copy of it is kept', async () => {
    const { html, secret } = await draw('/reset-password/a-secret-of-one-reader-alone');
    expect(secret).toBe(true);
    expect(html.slice(0, html.indexOf('<body>'))).not.toContain('a-secret-of-one-reader');
    expect(html).toMatch(/<form[^>]* action="\/reset-password\/a-secret-of-one-reader-alone"/);
  });

  it('of a link from a mail that works no more asks for no password, and leads to where to ask again', async () => {
    const mailedLink = refuse('token.not_valid', 410);
    for (const [address, way] of [
      ['/reset-password/used', '/forgotten-password'],
      ['/confirm-email/used', '/sign-up'],
    ] as const) {
      const gone = await draw(address, { mailedLink });
      expect([gone.status, gone.html.includes('type="password"')]).toEqual([410, false]);
      expect(gone.html).toContain(`href="${way}"`);
      const done = await draw(address, { mailedLink }, { values: {}, refusal: null });
      expect([done.status, done.html.includes('run out')]).toEqual([200, false]);
    }
  });

  it('of a listing names no date of today that is over, to readers and to search engines', async () => {
    const event = {
      ...listing.events[0],
      startTime: '09:00',
      endTime: '10:30',
      nextDates: ['2026-11-03', '2026-11-10'],
    };
    const at = async (now: string) =>
      draw('/listings/tea', {
        session: async () => ({ ...SIGNED_OUT, now }),
        listing: async () => ({ ...listing, events: [event as (typeof listing.events)[number]] }),
      });
    const [before, after] = [await at('2026-11-03T10:00:00Z'), await at('2026-11-03T10:30:00Z')];
    expect([before.html, after.html].map((html) => html.includes('3 November'))).toEqual([true, false]);
    expect(JSON.stringify(factsIn(after.html))).toContain('"startDate":"2026-11-10T09:00');
  });

  it('of an invitation posts by itself, asks only for what is wanted, and says when it is done', async () => {
    const address = '/invitations/a-secret-of-one-reader-alone';
    const seen = (hasAccount: boolean) => async () => ({
      ...{ email: 'asha@example.org', councilName: 'Harbourside', role: 'broker' as const, organisationName: null },
      hasAccount,
    });
    for (const [hasAccount, fields] of [
      [true, []],
      [false, ['name', 'password']],
    ] as const) {
      const { html, status, secret } = await draw(address, { invitation: seen(hasAccount) });
      expect([status, secret]).toEqual([200, true]);
      expect(html).toContain('Harbourside asks you to join');
      expect(html).toMatch(new RegExp(`<form[^>]* action="${address}" method="post"`));
      expect([...html.matchAll(/<input [^>]*name="(\w+)"/g)].map(([, name]) => name)).toEqual(fields);
    }
    const gone = await draw(address);
    expect(gone.status).toBe(410);
    expect(gone.html).toContain('This invitation has run out');
    const done = await draw(address, {}, { values: {}, refusal: null });
    expect(done.status).toBe(200);
    expect(done.html).toMatch(/You have joined.*href="\/sign-in"/s);
  });

  it('for somebody who may be signed in says so without a script, and offers the way out', async () => {
    const { html, drawForApp } = await draw('/about');
    expect(html).not.toContain('/sign-out');
    for (const drawn of [drawForApp(), program.drawApp(ask('/my-place'), true)]) {
      expect(drawn).toMatch(/<noscript>.*<form action="\/sign-out" method="post">.*<\/noscript>/s);
      expect(drawn).not.toMatch(/href="\/sign-in"/);
    }
  });

  it('of one council, and the same page before a council is chosen, have words of their own', async () => {
    const councils = [
      { slug: 'one', name: 'One' },
      { slug: 'two', name: 'Two' },
    ];
    const session = async () => ({ ...SIGNED_OUT, councils, now: '2026-11-02T09:00:00Z' });
    const pages = ['/contact', '/complaints', '/privacy', '/accessibility', '/about', '/'];
    const heads = await Promise.all(
      pages.map(
        async (path) => /<meta name="description" content="([^"]+)"/.exec((await draw(path, { session })).html)?.[1],
      ),
    );
    expect(new Set(heads).size).toBe(pages.length);
  });

  it('of what is on has a title for each span, and only this week is for search engines', async () => {
    const [week, month] = [(await draw('/events')).html, (await draw('/events?when=month')).html];
    const title = (html: string) => /<title>([^<]+)</.exec(html)?.[1];
    expect(title(month)).not.toBe(title(week));
    expect([week, month].map((html) => html.includes('content="noindex"'))).toEqual([false, true]);
  });

  it('of a month is a table of weeks in which a day with something on leads to it', async () => {
    const asked: object[] = [];
    const events: PublicReads['events'] = async (question) => {
      asked.push(question);
      return {
        ...{ items: [], from: '2026-11-02', to: '2026-11-30', more: false, near: null, calendarUrl: null },
        days: [
          { date: '2026-11-05', count: 1 },
          { date: '2026-11-30', count: 100 },
        ],
      };
    };
    const { html } = await draw('/events?month=2026-11&day=2026-11-05&category=meals', { events });
    const table = /<table class="sm-month">.*?<\/table>/s.exec(html)?.[0] ?? '';
    // November 2026 begins on a Sunday and touches six weeks.
    expect(table.match(/<tr>/g)).toHaveLength(7);
    expect(table).toContain('Thursday 5 November: 1 thing on');
    expect(table).toContain('99+');
    expect(table).toContain('href="/events?month=2026-11&amp;day=2026-11-30&amp;category=meals"');
    expect(table.match(/<a /g)).toHaveLength(2);
    expect(html).toContain('href="/events?month=2026-12&amp;category=meals"');
    expect(html).not.toContain('month=2026-10');
    expect(asked).toMatchObject([
      { to: '2026-11-30', counts: true, category: 'meals' },
      { from: '2026-11-05', to: '2026-11-05', category: 'meals' },
    ]);
  });

  it.each(['2026-10', '2028-01', '2026-13', '0000-00', 'x', '2026-11-05'])(
    'of a month that is none (%s) is this week',
    async (month) => {
      expect((await draw(`/events?month=${month}`)).html).not.toContain('sm-month');
    },
  );

  it('says that an event on the telephone is not at a place, and a place only with its address', async () => {
    const item = {
      ...{ id: 'evt_1', date: '2026-11-03', startsAt: '2026-11-03T10:00:00Z', endsAt: '2026-11-03T11:00:00Z' },
      ...{
        title: 'A talk',
        free: true,
        distanceMetres: null,
        listingSlug: 'talk',
        organisationName: 'The Hub',
        categorySlug: 'advice',
        frequency: 'once',
        ...{ isOff: false, movedTo: null, movedFrom: null, reason: '' },
      },
    };
    const whereOf = async (placeName: string | null, postcode: string | null) => {
      const events = async () => ({
        ...{
          items: [{ ...item, placeName, postcode }],
          from: '2026-11-02',
          to: '2026-11-09',
          more: false,
          near: null,
          days: [],
          calendarUrl: null,
        },
      });
      const { html } = await draw('/events', { events });
      const [, facts = 'null'] = /<script type="application\/ld\+json">(.+?)<\/script>/.exec(html) ?? [];
      return JSON.parse(facts)?.itemListElement[0].item;
    };
    expect(await whereOf('On the telephone', 'HB1 1AA')).toMatchObject({
      eventAttendanceMode: 'https://schema.org/OnlineEventAttendanceMode',
      location: { '@type': 'VirtualLocation' },
    });
    expect(await whereOf('The Phone Box Café', 'HB1 1AA')).toMatchObject({ location: { '@type': 'Place' } });
    // No search engine takes an event without a place, and none is made up.
    expect(await whereOf(null, null)).toBeUndefined();
  });

  it('has React nowhere in it, and one small script', async () => {
    const { html, drawForApp } = await draw('/about');
    expect(html).toContain('src="/public.js"');
    expect(html).not.toContain('/app.js');
    expect(drawForApp()).toContain('src="/app.js"');
    expect(drawForApp()).toMatch(/<div id="root"><\/div>\s*<noscript>.*<h1/s);
  });
});
