// The open feed, from route to row: in the shape that other people's programs expect, with all that is public and nothing else.

import { inTransaction } from '@support-market/db/transaction';
import { uuidOf } from '@support-market/domain/open-referral/uuids';
import { sql } from 'kysely';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeContacts } from '../features/listings/contacts.repo.ts';
import { upsertEvents } from '../features/listings/event-writes.repo.ts';
import { type ListingWrite, refreshPlaces, upsertListings } from '../features/listings/listing-writes.repo.ts';
import { upsertOrganisations } from '../features/listings/organisation-writes.repo.ts';
import { newId } from '../platform/ids.ts';
import { putOnSale } from '../testing/put-on-sale.ts';
import { startTestApp, type TestApp } from '../testing/test-app.ts';
import { loadReferenceData } from './load-reference-data.ts';

type Json = Record<string, unknown>;
type Page = Json & { readonly total_items: number; readonly total_pages: number; readonly contents: Json[] };

let world: TestApp;
let organisationId: string;
const ids = new Map<string, string>();

beforeAll(async () => {
  world = await startTestApp();
  await loadReferenceData(world.database.ownerDb, world.clock);
  await world.database.ownerDb
    .insertInto('postcodes')
    .values([
      { postcode: 'WA15 6SQ', outward: 'WA15', latitude: 53.399, longitude: -2.341 },
      { postcode: 'M4 5AG', outward: 'M4', latitude: 53.482, longitude: -2.224 },
    ])
    .execute();
  await inTransaction(world.database.db, null, async (tx) => {
    const [owner] = await upsertOrganisations(tx, world.clock, [
      {
        ...{ source: 'seed', sourceRef: 'group', kind: 'community-group' as const, name: 'Neighbours Together' },
        ...{ charityNumber: '1234567', telephone: '0161 496 0000', website: 'neighbours.example' },
      },
    ]);
    organisationId = owner?.id ?? '';
    const community = (sourceRef: string, title: string, categorySlug: string, more: Partial<ListingWrite> = {}) => ({
      ...{ source: 'seed', sourceRef, organisationId, categorySlug, kind: 'community' as const, title, free: true },
      ...more,
    });
    const written = await upsertListings(tx, world.clock, [
      community('lunch', 'Lunch club', 'lunch-clubs', {
        ...{ summary: 'A hot lunch', whenText: 'Every Tuesday', languages: ['Urdu', 'English'], servesMetres: 8_047 },
        ...{ venue: 'The Hall', addressLine: '1 High Street', postcode: 'WA15 6SQ', accessNotes: 'There is a ramp.' },
        ...{ minimumAge: 60, furtherCategorySlugs: ['company'], website: 'https://lunch.example/club' },
      }),
      community('chess', 'Chess', 'clubs-and-groups', { postcode: 'M4 5AG', addressLine: '2 Low Street' }),
      community('care', 'Care at home', 'personal-care', { kind: 'service', free: false }),
      community('secret', 'Not for everybody', 'clubs-and-groups', { postcode: 'M4 5AG' }),
      ...Array.from({ length: 120 }, (_, index) => community(`knit-${index}`, `Knitting ${index}`, 'arts-and-music')),
    ]);
    expect(written).toHaveLength(124);
    await refreshPlaces(tx);
    const rows = await tx.selectFrom('listings').select(['id', 'source_ref']).where('source', '=', 'seed').execute();
    for (const { id, source_ref } of rows) ids.set(source_ref ?? '', id);
    const listingId = ids.get('lunch') ?? '';
    const { location_id } = await tx
      .selectFrom('listing_locations')
      .select('location_id')
      .where('listing_id', '=', listingId)
      .executeTakeFirstOrThrow();
    await upsertEvents(tx, world.clock, [
      {
        ...{ listingId, name: 'Lunch', frequency: 'monthly', weekday: 2, weekOfMonth: 5, interval: 2 },
        ...{ firstDate: Temporal.PlainDate.from('2026-01-27'), startTime: '12:00', endTime: '14:00' },
        locationId: location_id,
      },
    ]);
    const ann = { name: 'Ann', role: 'Cook', telephone: '01632 960500', email: null, languages: [] };
    await writeContacts(tx, world.clock, [{ organisationId, listingId, contacts: [ann] }]);
  });
  const offer = newId(world.clock, 'offer');
  const care = { id: offer, listingId: ids.get('care') ?? '', name: 'Care, by the hour', unit: 'hour' as const };
  await putOnSale(world, care, { pricePence: 2_200n });
  const council_id = newId(world.clock, 'council');
  await world.database.ownerDb
    .insertInto('councils')
    .values({
      id: council_id,
      slug: 'harbourside',
      name: 'Harbourside Council',
      code: 'HAR',
      ...{ address_line: '1 Harbour Street', city: 'Harbourside', postcode: 'HB1 1AA', email: 'a@harbour.example' },
    })
    .execute();
  await world.database.ownerDb
    .insertInto('agreed_rates')
    .values({
      ...{ council_id, id: newId(world.clock, 'agreedRate'), offer_id: offer, price_pence: 1_920n },
      ...{ valid_from: world.clock.today(), recorded_at: world.clock.now() },
    })
    .execute();
  await world.database.ownerDb
    .updateTable('listings')
    .set({ state: 'hidden' })
    .where('source_ref', '=', 'secret')
    .execute();
});
afterAll(() => world.close());

const ask = (url: string) => world.app.inject({ url: `/oruk/v3${url}` });
async function read<Answer = Json>(url: string): Promise<Answer> {
  const answer = await ask(url);
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json();
}
const names = async (url: string) => (await read<Page>(url)).contents.map(({ name }) => name);
const uuid = (sourceRef: string) => uuidOf(ids.get(sourceRef) ?? '');

describe('the feed', () => {
  test('says at its root what it speaks, with and without a slash, to programs of any site', async () => {
    for (const url of ['', '/']) {
      const answer = await ask(url);
      expect(answer.json()).toEqual({
        version: 'HSDS-UK-3.0',
        profile: 'https://openreferraluk.org',
        openapi_url: expect.stringMatching(/^https?:.*\/api\/openapi\.json$/),
      });
      expect(answer.headers['access-control-allow-origin']).toBe('*');
    }
    expect((await ask('/services/x')).headers['access-control-allow-origin']).toBe('*');
  });

  test('answers lists a page at a time, without gap or repetition, and says where each page stands', async () => {
    const seen: unknown[] = [];
    for (let page = 1; page <= 3; page += 1) {
      const { contents, ...about } = await read<Page>(`/services?page=${page}&per_page=45`);
      seen.push(...contents.map(({ id }) => id));
      expect(about).toEqual({
        ...{ total_items: 123, total_pages: 3, page_number: page, size: page < 3 ? 45 : 33, empty: false },
        ...{ first_page: page === 1, last_page: page === 3 },
      });
    }
    expect(new Set(seen).size).toBe(123);
    expect(await read('/services?page=99')).toMatchObject({ size: 0, empty: true, last_page: true, contents: [] });
    for (const wrong of [
      'page=0',
      'per_page=1000',
      'page=x',
      'minimum_age=-1',
      'day=never',
      'start_time=25:00',
      'modified_after=-271821-04-20',
      'modified_after=2026-02-30',
      'search=a%00b',
      'postcode=M4 5AG&postcode=M4 5AG',
      'proximity=x',
    ])
      expect((await ask(`/services?${wrong}`)).statusCode, wrong).toBe(400);
  });

  test('gives one service with all that is public of it, and leaves out what is not known', async () => {
    const id = uuid('lunch');
    const [place] = (await read<{ service_at_locations: Json[] }>(`/services/${id}`)).service_at_locations;
    expect(await read(`/services/${id}`)).toMatchObject({
      ...{ id, name: 'Lunch club', status: 'active', fees: 'Free', minimum_age: 60, url: 'https://lunch.example/club' },
      organization_id: uuidOf(organisationId),
      organization: {
        organization_identifiers: [{ identifier_scheme: 'GB-CHC', identifier: '1234567' }],
        phones: [{ number: '0161 496 0000' }],
      },
      schedules: [
        {
          ...{ freq: 'MONTHLY', byday: '-1TU', interval: 2, opens_at: '12:00', closes_at: '14:00' },
          service_at_location_id: place?.['id'],
        },
        { description: 'Every Tuesday' },
      ],
      service_areas: [{ name: 'Comes to people within 5 miles of WA15' }],
      languages: [{ name: 'Urdu' }, { name: 'English' }],
      contacts: [{ name: 'Ann', title: 'Cook', phones: [{ number: '01632 960500' }] }],
      attributes: [{ taxonomy_term: { term: 'lunch-clubs' } }, { taxonomy_term: { term: 'company' } }],
      service_at_locations: [
        { location: { name: 'The Hall', accessibility: [{ description: 'There is a ramp.' }], latitude: 53.399 } },
      ],
    });
    const body = (await ask(`/services/${id}`)).body;
    expect(body).not.toMatch(/null|undefined/);
    expect(body).not.toContain('neighbours.example');
    expect(await read(`/services/${id}`)).not.toHaveProperty('maximum_age');
  });

  test('says public prices as numbers with their unit, and never what a council agreed', async () => {
    const { body } = await ask(`/services/${uuid('care')}`);
    expect(JSON.parse(body).cost_options).toMatchObject([
      { amount: 22, amount_description: 'an hour', currency: 'GBP' },
    ]);
    expect(body).not.toMatch(/1920|19\.2/);
  });

  test('finds by words, kind, heading, organisation, age, day, time and change', async () => {
    const terms = await read<Page>('/taxonomy_terms?per_page=100');
    const term = (slug: string) => terms.contents.find((one) => one['term'] === slug);
    const heading = term('lunch-clubs')?.['parent_id'];
    expect(heading).toMatch(/^[0-9a-f-]{36}$/);
    for (const query of [
      'search=hot lunch',
      `taxonomy_term_id=${term('lunch-clubs')?.['id']}`,
      `taxonomy_term_id=${heading}&search=hot`,
      `organization_id=${uuidOf(organisationId)}&search=lunch`,
      'minimum_age=60&maximum_age=90&search=lunch',
      'day=Tuesday',
      'day=TU&start_time=11:30&end_time=14:00',
      `modified_after=2020-01-01&search=lunch`,
    ])
      expect(await names(`/services?${query}`), query).toEqual(['Lunch club']);
    for (const query of [
      'search=zzz',
      'maximum_age=59&search=lunch',
      'day=TU&start_time=12:30',
      'day=MO',
      'modified_after=2099-01-01T00:00:00Z',
      `taxonomy_id=${uuid('lunch')}`,
      `organization_id=nonsense`,
    ])
      expect(await names(`/services?${query}`), query).toEqual([]);
  });

  test('finds services at places near a postcode, and each by its own id with the whole service', async () => {
    const near = await read<Page>('/service_at_locations?postcode=WA15 6SQ&proximity=3000');
    expect(near.contents.map(({ service }) => (service as Json)['name'])).toEqual(['Lunch club']);
    const [found] = near.contents;
    expect(await read(`/service_at_locations/${found?.['id']}`)).toEqual(found);
    expect((await read<Page>('/service_at_locations?postcode=WA15 6SQ&proximity=30000')).total_items).toBe(2);
    expect((await ask('/service_at_locations?postcode=nowhere')).statusCode).toBe(400);
  });

  test('knows organisations with something to see, the kinds of support, and one list of kinds', async () => {
    const organisations = await read<Page>('/organizations?per_page=100');
    expect(organisations.contents.map(({ name }) => name)).toContain('Neighbours Together');
    expect(await read(`/organizations/${uuidOf(organisationId)}`)).toMatchObject({ name: 'Neighbours Together' });
    const [taxonomy] = (await read<Page>('/taxonomies')).contents;
    expect(await read(`/taxonomies/${taxonomy?.['id']}`)).toEqual(taxonomy);
    const top = (await read<Page>('/taxonomy_terms?top_only=true&per_page=100')).contents;
    expect(top.every((term) => !('parent_id' in term))).toBe(true);
    const under = (await read<Page>(`/taxonomy_terms?parent_id=${top[0]?.['id']}&per_page=100`)).contents;
    expect(new Set(under.map(({ parent_id }) => parent_id))).toEqual(new Set([top[0]?.['id']]));
    expect(await read(`/taxonomy_terms/${under[0]?.['id']}`)).toEqual(under[0]);
  });

  test('says that a place on the telephone is none to go to, and of every other that it is one', async () => {
    const typeOf = async () => {
      const service = await read<{ service_at_locations: { location: Json }[] }>(`/services/${uuid('lunch')}`);
      return service.service_at_locations.map(({ location }) => location['location_type']);
    };
    expect(await typeOf()).toEqual(['physical']);
    const name = async (is: string) =>
      world.database.ownerDb
        .updateTable('locations')
        .set({ name: is })
        .where('id', 'in', (from) =>
          from
            .selectFrom('listing_locations')
            .select('location_id')
            .where('listing_id', '=', ids.get('lunch') ?? ''),
        )
        .execute();
    await name('On the telephone');
    expect(await typeOf()).toEqual(['virtual']);
    await name('The Hall');
  });

  test('answers the same for a hidden service as for none, by every way to it', async () => {
    expect(await names('/services?search=everybody')).toEqual([]);
    const at = await world.database.ownerDb
      .selectFrom('listing_locations')
      .select(sql<string>`md5(listing_id || ' ' || location_id)::uuid`.as('link_id'))
      .where('listing_id', '=', ids.get('secret') ?? '')
      .executeTakeFirstOrThrow();
    for (const [hidden, none] of [
      [`/services/${uuid('secret')}`, `/services/00000000-0000-4000-8000-000000000000`],
      [`/service_at_locations/${at.link_id}`, '/service_at_locations/00000000-0000-4000-8000-000000000000'],
    ] as const) {
      const [one, other] = [await ask(hidden), await ask(none)];
      expect([one.statusCode, other.statusCode]).toEqual([404, 404]);
      const withoutNumber = (body: string) => body.replace(/"requestId":"[^"]*"/, '');
      expect(withoutNumber(one.body)).toBe(withoutNumber(other.body));
    }
    for (const path of ['services', 'organizations', 'taxonomies', 'taxonomy_terms', 'service_at_locations'])
      for (const id of ['00000000-0000-4000-8000-000000000000', 'x', '%27%3b'])
        expect((await ask(`/${path}/${id}`)).statusCode, `${path}/${id}`).toBe(404);
  });
});
