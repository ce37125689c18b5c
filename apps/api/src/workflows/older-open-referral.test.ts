// The open feed in the shape of 1.0, from route to row: what older readers ask and expect, with all that is public and nothing else.

import { inTransaction } from '@support-market/db/transaction';
import { uuidOf } from '@support-market/domain/open-referral/uuids';
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
type Page = Json & { readonly totalElements: number; readonly content: Json[] };

const NONE = '00000000-0000-4000-8000-000000000000';
let world: TestApp;
const ids = new Map<string, string>();

beforeAll(async () => {
  world = await startTestApp();
  const { ownerDb } = world.database;
  await loadReferenceData(ownerDb, world.clock);
  await ownerDb
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
        ...{ telephone: '0161 496 0000', website: 'https://neighbours.example' },
      },
    ]);
    const organisationId = owner?.id ?? '';
    const community = (sourceRef: string, title: string, categorySlug: string, more: Partial<ListingWrite> = {}) => ({
      ...{ source: 'seed', sourceRef, organisationId, categorySlug, kind: 'community' as const, title, free: true },
      ...more,
    });
    await upsertListings(tx, world.clock, [
      community('lunch', 'Lunch club', 'lunch-clubs', {
        ...{ summary: 'A hot lunch', languages: ['Urdu'], servesMetres: 8_047, whoFor: 'Older people' },
        ...{ venue: 'The Hall', addressLine: '1 High Street', postcode: 'WA15 6SQ', accessNotes: 'There is a ramp.' },
        ...{ minimumAge: 60, furtherCategorySlugs: ['company'] },
      }),
      community('chess', 'Chess', 'clubs-and-groups', {
        ...{ maximumAge: 59, venue: 'Number 2', addressLine: '2 Low Street', postcode: 'M4 5AG' },
      }),
      community('care', 'Care at home', 'personal-care', { kind: 'service', free: false }),
      community('secret', 'Not for everybody', 'clubs-and-groups', { postcode: 'M4 5AG' }),
      community('knit', 'Knitting', 'arts-and-music'),
      community('sing', 'Singing', 'arts-and-music'),
    ]);
    await refreshPlaces(tx);
    const rows = await tx.selectFrom('listings').select(['id', 'source_ref']).where('source', '=', 'seed').execute();
    for (const { id, source_ref } of rows) ids.set(source_ref ?? '', id);
    const listingId = ids.get('lunch') ?? '';
    await upsertEvents(tx, world.clock, [
      {
        ...{ listingId, name: 'Lunch', frequency: 'weekly', weekday: 2, weekOfMonth: null, interval: 1 },
        ...{ firstDate: Temporal.PlainDate.from('2026-01-27'), startTime: '12:00', endTime: '14:00' },
      },
    ]);
    const ann = { name: 'Ann', role: 'Cook', telephone: '01632 960500', email: null, languages: [] };
    await writeContacts(tx, world.clock, [{ organisationId, listingId, contacts: [ann] }]);
  });
  const offer = newId(world.clock, 'offer');
  const care = { id: offer, listingId: ids.get('care') ?? '', name: 'Care, by the hour', unit: 'hour' as const };
  await putOnSale(world, care, { pricePence: 2_200n });
  const council_id = newId(world.clock, 'council');
  await ownerDb
    .insertInto('councils')
    .values({
      ...{ id: council_id, slug: 'harbourside', name: 'Harbourside Council', code: 'HAR' },
      ...{ address_line: '1 Harbour Street', city: 'Harbourside', postcode: 'HB1 1AA', email: 'a@harbour.example' },
    })
    .execute();
  await ownerDb
    .insertInto('agreed_rates')
    .values({
      ...{ council_id, id: newId(world.clock, 'agreedRate'), offer_id: offer, price_pence: 1_920n },
      ...{ valid_from: world.clock.today(), recorded_at: world.clock.now() },
    })
    .execute();
  await ownerDb.updateTable('listings').set({ state: 'hidden' }).where('source_ref', '=', 'secret').execute();
  await ownerDb
    .updateTable('locations')
    .set({ address_shown: false })
    .where('id', 'in', (from) =>
      from
        .selectFrom('listing_locations')
        .select('location_id')
        .where('listing_id', '=', ids.get('chess') ?? ''),
    )
    .execute();
});
afterAll(() => world.close());

const ask = (url: string) => world.app.inject({ url: `/oruk/v1${url}` });
async function read<Answer = Json>(url: string): Promise<Answer> {
  const answer = await ask(url);
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json();
}
const names = async (url: string) => (await read<Page>(url)).content.map(({ name }) => name);
const uuid = (sourceRef: string) => uuidOf(ids.get(sourceRef) ?? '');
async function taxonomy(name: string): Promise<Json> {
  const found = (await read<Page>('/taxonomies?per_page=100')).content.find((one) => one['name'] === name);
  expect(found, name).toBeDefined();
  return found ?? {};
}

describe('the feed in the shape of 1.0', () => {
  test('answers lists a page at a time, and says of the first, middle and last where it stands', async () => {
    const seen: unknown[] = [];
    for (const page of [1, 2, 3]) {
      const { content, ...about } = await read<Page>(`/services?page=${page}&per_page=2`);
      seen.push(...content.map(({ id }) => id));
      expect(about).toEqual({
        ...{ totalElements: 5, totalPages: 3, number: page, size: page < 3 ? 2 : 1, empty: false },
        ...{ first: page === 1, last: page === 3 },
      });
    }
    expect(new Set(seen).size).toBe(5);
    expect(await read('/services?page=99')).toEqual({
      ...{ totalElements: 5, totalPages: 1, number: 99, size: 0, first: false, last: true, empty: true, content: [] },
    });
  });

  test('gives one service with all that is public of it, under the ids that 3.0 has', async () => {
    const id = uuid('lunch');
    const service = await read(`/services/${id}`);
    const newer: Json = (await world.app.inject({ url: `/oruk/v3/services/${id}` })).json();
    const [place] = newer['service_at_locations'] as { id: string; location: { id: string; addresses: Json[] } }[];
    expect(service).toMatchObject({
      ...{ id, name: 'Lunch club', description: 'A hot lunch', status: 'active', fees: 'Free' },
      organization: {
        ...{ id: newer['organization_id'], name: 'Neighbours Together', url: 'https://neighbours.example' },
      },
      service_at_locations: [
        {
          id: place?.id,
          location: {
            ...{ id: place?.location.id, name: 'The Hall', latitude: 53.399 },
            physical_addresses: [
              {
                ...{ id: place?.location.addresses[0]?.['id'], address_1: '1 High Street', postal_code: 'WA15 6SQ' },
                state_province: 'England',
              },
            ],
            accessibility_for_disabilities: [{ accessibility: 'There is a ramp.' }],
          },
        },
      ],
      contacts: [
        { name: 'Ann', title: 'Cook', phones: [{ number: '01632 960500' }] },
        { name: 'Neighbours Together', phones: [{ number: '0161 496 0000' }] },
      ],
      eligibilitys: [{ eligibility: 'Older people', minimum_age: 60 }],
      regular_schedules: [{ freq: 'WEEKLY', byday: 'TU', opens_at: '12:00', closes_at: '14:00' }],
      service_taxonomys: [
        { taxonomy: await taxonomy('Lunch clubs') },
        { taxonomy: { vocabulary: 'Kinds of support', parent_id: expect.any(String) } },
      ],
      service_areas: [{ service_area: 'Comes to people within 5 miles of WA15' }],
      languages: [{ language: 'Urdu' }],
      cost_options: [],
    });
    expect((await ask(`/services/${id}`)).body).not.toMatch(/null|undefined/);
    expect((await read<Page>('/services?text=lunch')).content).toEqual([service]);
  });

  test('narrows by words, kind, heading, list of kinds and age', async () => {
    const kind = await taxonomy('Lunch clubs');
    const [vocabulary] = (await read<Page>('/vocabularies')).content;
    for (const query of [
      'text=hot lunch',
      `taxonomy_id=${kind['id']}`,
      `taxonomy_id=${kind['parent_id']}&text=hot`,
      `vocabulary=${encodeURIComponent(String(vocabulary?.['name']))}&text=hot`,
      `vocabulary=${vocabulary?.['id']}&text=hot`,
      'minimum_age=60&text=lunch',
      'maximum_age=60&text=lunch',
    ])
      expect(await names(`/services?${query}`), query).toEqual(['Lunch club']);
    for (const query of ['text=zzz', 'vocabulary=other', `taxonomy_id=${NONE}`, 'maximum_age=59&text=lunch'])
      expect(await names(`/services?${query}`), query).toEqual([]);
    expect(await names('/services?minimum_age=60')).not.toContain('Chess');
  });

  test('finds what is near a postcode, nothing near one that we do not know, and refuses what is none', async () => {
    expect(await names('/services?postcode=WA15 6SQ&proximity=3000')).toEqual(['Lunch club']);
    expect(await names('/services?postcode=WA15 6SQ')).toEqual(['Lunch club']);
    expect((await names('/services?postcode=WA15 6SQ&proximity=30000')).toSorted()).toEqual(['Chess', 'Lunch club']);
    expect(await names('/services?postcode=ZE1 0AA')).toEqual([]);
    expect((await ask('/services?postcode=nowhere')).statusCode).toBe(400);
    const newer = await world.app.inject({ url: '/oruk/v3/services?postcode=WA15 6SQ&proximity=3000' });
    expect(newer.json().contents).toMatchObject([{ name: 'Lunch club' }]);
  });

  test('gives the parts that are asked for and no other, and refuses a part that the standard has not', async () => {
    const [service] = (await read<Page>('/services?text=lunch&include=organization,contacts,reviews')).content;
    expect(Object.keys(service ?? {}).toSorted()).toEqual(
      ['contacts', 'description', 'fees', 'id', 'name', 'organization', 'status', 'url'].toSorted(),
    );
    expect((await ask('/services?include=passwords')).statusCode).toBe(400);
  });

  test('knows one list of kinds and every kind in it, a page at a time', async () => {
    const { content, ...about } = await read<Page>('/vocabularies');
    expect(about).toMatchObject({ totalElements: 1, totalPages: 1, number: 1, size: 1, first: true, last: true });
    expect(content).toMatchObject([{ id: expect.any(String), name: 'Kinds of support' }]);
    const newer = (await world.app.inject({ url: '/oruk/v3/taxonomy_terms?per_page=100' })).json();
    const kinds = await read<Page>('/taxonomies?per_page=100&vocabulary=Kinds of support');
    expect(kinds.totalElements).toBe(newer.total_items);
    expect(kinds.content.map(({ id }) => id)).toEqual(newer.contents.map(({ id }: Json) => id));
    expect(await read('/taxonomies?page=2&per_page=3')).toMatchObject({
      number: 2,
      size: 3,
      first: false,
      last: false,
    });
    expect((await read<Page>('/taxonomies?vocabulary=other')).totalElements).toBe(0);
  });

  test('says public prices as numbers with their unit, and never what a council agreed', async () => {
    const { body } = await ask(`/services/${uuid('care')}`);
    expect(JSON.parse(body).cost_options).toMatchObject([{ amount: 22, amount_description: 'an hour' }]);
    expect(body).not.toMatch(/1920|19\.2/);
  });

  test('keeps to itself where a place is whose address is not for everybody', async () => {
    for (const url of [`/services/${uuid('chess')}`, '/services?text=chess']) {
      const { body } = await ask(url);
      expect(body).toContain('"physical_addresses":[]');
      expect(body).not.toMatch(/Low Street|Number 2|M4 5AG/);
    }
  });

  test('answers the same for a hidden service as for none, and lists it by no way', async () => {
    const [hidden, none] = [await ask(`/services/${uuid('secret')}`), await ask(`/services/${NONE}`)];
    expect([hidden.statusCode, none.statusCode]).toEqual([404, 404]);
    const withoutNumber = (body: string) => body.replace(/"requestId":"[^"]*"/, '');
    expect(withoutNumber(hidden.body)).toBe(withoutNumber(none.body));
    expect((await ask('/services/x')).statusCode).toBe(404);
    for (const query of ['text=everybody', 'postcode=M4 5AG', ''])
      expect(await names(`/services?${query}`), query).not.toContain('Not for everybody');
  });

  test('refuses what makes no sense by the name of the parameter', async () => {
    for (const wrong of [
      ...['page=0', 'page=x', 'per_page=101', 'minimum_age=-1', 'maximum_age=old', 'proximity=0', 'postcode=nowhere'],
      ...['postcode=M4 5AG&postcode=M4 5AG', 'include=passwords', 'text=a%00b', `vocabulary=${'x'.repeat(101)}`],
      `taxonomy_id=${'0'.repeat(37)}`,
    ]) {
      const answer = await ask(`/services?${wrong}`);
      expect(answer.statusCode, wrong).toBe(400);
      expect(answer.json().errors[0].pointer, wrong).toContain(wrong.split('=')[0]);
    }
  });

  test('may be read by programs of any site and kept as long as the feed of 3.0, refusals told too', async () => {
    for (const path of ['/services', `/services/${uuid('lunch')}`, '/vocabularies', '/taxonomies']) {
      const { headers } = await ask(path);
      expect(headers['access-control-allow-origin'], path).toBe('*');
      expect(headers['cache-control'], path).toBe('public, max-age=300');
    }
    const refused = await ask('/services?page=0');
    expect(refused.headers['access-control-allow-origin']).toBe('*');
    expect(refused.headers['cache-control']).not.toBe('public, max-age=300');
    expect((await ask('/')).statusCode).toBe(404);
  });
});
