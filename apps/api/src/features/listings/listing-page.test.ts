// The public page of a listing is kept ready; these tests prove that it is never an old one, and never a private one.

import { inTransaction } from '@support-market/db/transaction';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { systemActor } from '../../platform/audit.repo.ts';
import { categoriesChanged, listingsChanged, organisationsChanged } from '../../platform/listing-changes.repo.ts';
import { step } from '../../platform/transitions.repo.ts';
import { putOnSale, setPrice } from '../../testing/put-on-sale.ts';
import { slugOf } from '../../testing/slug-of.repo.ts';
import { startTestApp, type TestApp } from '../../testing/test-app.ts';
import { buildWorld, WORLD } from '../../testing/world.ts';
import { loadReferenceData } from '../../workflows/load-reference-data.ts';
import { writeContacts } from './contacts.repo.ts';
import { upsertEvents } from './event-writes.repo.ts';
import { findPageFacts, keepPage } from './listing-page.repo.ts';
import { refreshPlaces, upsertListings } from './listing-writes.repo.ts';
import type { ListingPage } from './listings.schemas.ts';
import { upsertOrganisations } from './organisation-writes.repo.ts';

let world: TestApp;
beforeAll(async () => {
  world = await startTestApp();
  await buildWorld(world);
  await loadReferenceData(world.database.ownerDb, world.clock);
});
afterAll(() => world.close());

async function page(slug = 'care-at-home'): Promise<ListingPage> {
  const answer = await world.app.inject({ url: `/api/listings/${slug}` });
  expect(answer.statusCode, answer.body).toBe(200);
  expect(answer.headers['content-type']).toContain('application/json');
  return answer.json();
}

const changed = () => inTransaction(world.database.ownerDb, null, (tx) => listingsChanged(tx, [WORLD.careListing]));

beforeEach(async () => {
  // the page is kept before each change
  await page();
  await page();
});

test('a page says what it is, whose, at what price and when', async () => {
  expect(await page()).toMatchObject({
    slug: 'care-at-home',
    organisation: { slug: 'bright-care', name: 'Bright Care', acceptsIsf: true },
    marks: [{ kind: 'regulated', detail: null, date: null }],
    offers: [{ name: 'Care, by the hour', price: { pence: 2200, unit: 'hour' }, vat: 'E', noticeHours: null }],
    freeNearby: [],
  });
});

test('where an organisation is paid and what a council agreed are in no page', async () => {
  const body = JSON.stringify(await page());
  expect(body).not.toMatch(/1920|66374958|089999|sort.?code/i);
});

test('the kept page is one row, and is used', async () => {
  await world.database.ownerDb
    .updateTable('listing_pages')
    .set({ body: '{"kept":true}' })
    .where('slug', '=', 'care-at-home')
    .execute();
  expect(await page()).toEqual({ kept: true });
  await world.database.ownerDb
    .updateTable('listings')
    .set({ summary: 'x' })
    .where('id', '=', WORLD.careListing)
    .execute();
  await changed();
});

test('a change of listing, offer, organisation or category shows at once', async () => {
  const { ownerDb } = world.database;
  await ownerDb
    .updateTable('listings')
    .set({ title: 'Care in your home' })
    .where('id', '=', WORLD.careListing)
    .execute();
  await changed();
  expect((await page()).title).toBe('Care in your home');
  await setPrice(world, WORLD.careOffer, { pricePence: 2300n });
  expect((await page()).offers[0]?.price.pence).toBe(2300);
  await ownerDb.updateTable('organisations').set({ name: 'Brighter Care' }).where('id', '=', WORLD.agency).execute();
  await inTransaction(ownerDb, null, (tx) => organisationsChanged(tx, [WORLD.agency]));
  expect((await page()).organisation.name).toBe('Brighter Care');
  await ownerDb
    .updateTable('categories')
    .set({ name: 'Help where you live' })
    .where('slug', '=', 'help-at-home')
    .execute();
  await inTransaction(ownerDb, null, (tx) => categoriesChanged(tx, ['cat_help000000000000000000000']));
  expect((await page()).category.name).toBe('Help where you live');
});

test('a hidden listing and one that never was answer the same', async () => {
  const work = { clock: world.clock, actor: systemActor(WORLD.council, 'job') };
  const move = (event: 'markStale' | 'hide' | 'show') =>
    inTransaction(world.database.db, WORLD.council, (tx) =>
      step({ ...work, tx }, 'listings', event, [{ id: WORLD.careListing }], { audit: null }),
    );
  await move('markStale');
  await move('hide');
  const hidden = await world.app.inject('/api/listings/care-at-home');
  const missing = await world.app.inject('/api/listings/no-such-thing');
  expect([hidden.statusCode, hidden.body]).toEqual([404, missing.body]);
  await move('show');
});

test('a listing that was not confirmed for long does not say that its organisation was', async () => {
  const { ownerDb } = world.database;
  const organisation = (confirmed_on: Temporal.PlainDate | null) =>
    ownerDb.updateTable('organisations').set({ confirmed_on }).where('id', '=', WORLD.agency).execute();
  const listing = (state: 'published' | 'stale') =>
    ownerDb.updateTable('listings').set({ state }).where('id', '=', WORLD.careListing).execute();
  await organisation(world.clock.today());
  await changed();
  const kinds = async () => (await page()).marks.map(({ kind }) => kind);
  expect(await kinds()).toContain('confirmed');
  await listing('stale');
  await changed();
  expect(await kinds()).not.toContain('confirmed');
  expect((await page()).lastChecked).toBeNull();
  await Promise.all([organisation(null), listing('published')]);
  await changed();
});

test('a page read before a change is not kept after it', async () => {
  const { db, ownerDb } = world.database;
  const today = world.clock.today();
  const old = await findPageFacts(db, 'care-at-home', today);
  await ownerDb.updateTable('listings').set({ summary: 'Newer' }).where('id', '=', WORLD.careListing).execute();
  await changed();
  await keepPage(db, 'care-at-home', today, { body: '{"old":true}', version: old?.version ?? 0n, near: [] });
  expect((await page()).summary).toBe('Newer');
});

test('a new day is a new page: an offer that has ended is gone from it', async () => {
  const today = world.clock.today();
  await putOnSale(
    world,
    { id: 'off_today00000000000000000000', listingId: WORLD.careListing, name: 'Today only', unit: 'hour' },
    { pricePence: 100n, from: today, to: today },
  );
  expect((await page()).offers).toHaveLength(2);
  world.clock.advance({ days: 1 });
  expect((await page()).offers).toHaveLength(1);
});

test('dates of what happens skip its breaks, on the page and in what is on', async () => {
  const day = (text: string) => Temporal.PlainDate.from(text);
  await inTransaction(world.database.db, null, (tx) =>
    upsertEvents(tx, world.clock, [
      {
        listingId: WORLD.clubListing,
        name: 'Free lunch',
        frequency: 'weekly',
        firstDate: day('2026-10-01'),
        startTime: '12:00',
        endTime: '13:30',
        breaks: [{ from: day('2026-11-12'), to: day('2026-11-12'), reason: 'the hall is let' }],
      },
    ]),
  );
  expect((await page('friday-club')).events[0]).toMatchObject({
    weekday: 4,
    startTime: '12:00',
    nextDates: ['2026-11-05', '2026-11-19', '2026-11-26', '2026-12-03'],
    breaks: [{ from: '2026-11-12', to: '2026-11-12', reason: 'the hall is let' }],
  });
  const on = await world.app.inject({ url: '/api/events', query: { from: '2026-10-22', to: '2026-11-19' } });
  expect(on.json().items.map((item: { date: string; startsAt: string }) => [item.date, item.startsAt])).toEqual([
    ['2026-10-22', '2026-10-22T11:00:00Z'],
    ['2026-10-29', '2026-10-29T12:00:00Z'],
    ['2026-11-05', '2026-11-05T12:00:00Z'],
    ['2026-11-19', '2026-11-19T12:00:00Z'],
  ]);
  const of = async (organisation: string) =>
    (
      await world.app.inject({
        url: '/api/events',
        query: { from: '2026-10-22', to: '2026-11-19', organisation },
      })
    ).json().items.length;
  const club = await world.database.ownerDb
    .selectFrom('organisations')
    .select('slug')
    .where('id', '=', WORLD.club)
    .executeTakeFirstOrThrow();
  expect([await of(club.slug), await of('no-such-slug')]).toEqual([4, 0]);
  const refused = async (query: Record<string, string>) =>
    (await world.app.inject({ url: '/api/events', query })).statusCode;
  expect(await refused({ from: '2026-02-30' })).toBe(422);
  expect(await refused({ from: '2026-11-02', to: '2026-11-01' })).toBe(422);
  expect(await refused({ from: '2026-01-01', to: '2027-01-01' })).toBe(400);
});

test('whom to ask is told on both pages, the listing’s own first, and a change shows at once', async () => {
  const office = { role: 'Office', telephone: '01632 960500' };
  const asha = { name: 'Asha Marlow', role: 'Coordinator', email: 'asha@bright.example', languages: ['Urdu'] };
  const write = (own: readonly (typeof asha)[]) =>
    inTransaction(world.database.db, null, (tx) =>
      writeContacts(tx, world.clock, [
        { organisationId: WORLD.agency, contacts: [office] },
        { organisationId: WORLD.agency, listingId: WORLD.careListing, contacts: own },
      ]),
    );
  await write([asha]);
  expect((await page()).contacts).toMatchObject([
    asha,
    { name: '', telephone: '01632 960500', email: null, languages: [] },
  ]);
  const { slug } = (await page()).organisation;
  expect((await world.app.inject(`/api/organisations/${slug}`)).json().contacts).toMatchObject([office]);
  await write([]);
  expect((await page()).contacts).toMatchObject([office]);
});

test('an organisation shows what it offers; the subcategories are listed under their headings', async () => {
  const club = (await world.app.inject('/api/organisations/quayside-club')).json();
  expect(club).toMatchObject({
    name: 'Quayside Club',
    listings: [{ slug: 'friday-club', fromPrice: { unit: 'session' } }],
  });
  expect((await world.app.inject('/api/organisations/no-such-slug')).statusCode).toBe(404);
  const { items } = (await world.app.inject('/api/categories')).json();
  const help = items.find((item: { slug: string }) => item.slug === 'help-at-home');
  expect(help.children.map((subcategory: { slug: string }) => subcategory.slug)).toContain('personal-care');
});

test('the home from which one person works is shown by town and district, unless they say otherwise', async () => {
  const { ownerDb, db } = world.database;
  await ownerDb
    .insertInto('postcodes')
    .values([
      { postcode: 'ZE1 1AA', outward: 'ZE1', latitude: 52, longitude: -1 },
      { postcode: 'ZE1 9ZZ', outward: 'ZE1', latitude: 52.2, longitude: -1.2 },
    ])
    .execute();
  await inTransaction(db, null, (tx) => refreshPlaces(tx));
  const sole = {
    source: 'alone',
    sourceRef: 'a',
    kind: 'business',
    name: 'Alone Massage',
    size: 'one-person',
  } as const;
  const home = { addressLine: '7 Secret Row', postcode: 'ZE1 1AA', city: 'Quayton' };
  const write = async (showAddress?: boolean) => {
    const [owner] = await inTransaction(db, null, (tx) => upsertOrganisations(tx, world.clock, [{ ...sole, ...home }]));
    const [made] = await inTransaction(db, null, (tx) =>
      upsertListings(tx, world.clock, [
        {
          ...{ source: 'alone', sourceRef: 'a', organisationId: owner?.id ?? '', categorySlug: 'housework' },
          ...{ kind: 'community', title: 'Massage alone', venue: 'Zanzibar Cottage', accessNotes: 'Blue gate' },
          ...{ free: true, addressLine: home.addressLine, postcode: home.postcode },
          ...{ furtherPlaces: [{ name: 'Ottoman Barn', addressLine: '8 Secret Row', postcode: 'ZE1 1AA' }] },
          ...(showAddress === undefined ? {} : { showAddress }),
        },
      ]),
    );
    const lunch = {
      listingId: made?.id ?? '',
      name: 'Open day',
      frequency: 'weekly',
      firstDate: Temporal.PlainDate.from('2026-11-05'),
      startTime: '12:00',
      endTime: '13:00',
    } as const;
    await inTransaction(db, null, (tx) => upsertEvents(tx, world.clock, [lunch]));
  };
  const everywhere = async () =>
    Promise.all(
      [
        `/api/listings/${await slugOf(world, 'listings', 'massage-alone')}`,
        `/api/organisations/${await slugOf(world, 'organisations', 'alone-massage')}`,
        '/api/listings?words=massage&near=ZE1%201AA',
        '/api/listings?words=zanzibar',
        `/api/events?from=2026-11-01&to=2026-11-30&organisation=${await slugOf(world, 'organisations', 'alone-massage')}`,
        '/api/events?from=2026-11-01&to=2026-11-30&near=ZE1%201AA',
        `/events.ics?organisation=${await slugOf(world, 'organisations', 'alone-massage')}`,
      ].map(async (url) => (await world.app.inject(url)).body),
    );
  await write();
  const hidden = await everywhere();
  for (const body of hidden)
    expect(body).not.toMatch(/Secret Row|"ZE1 9|"postcode":"ZE1 |Zanzibar Cottage|Ottoman|Blue gate/);
  expect(JSON.parse(hidden[0] ?? '')).toMatchObject({ postcode: 'ZE1', latitude: 52.1, addressShown: false });
  expect(JSON.parse(hidden[1] ?? '')).toMatchObject({ city: 'Quayton', postcode: 'ZE1', addressLine: null });
  // No one finds it by going nearer: it is measured from the middle of its district.
  expect(JSON.parse(hidden[2] ?? '').items[0]).toMatchObject({ postcode: 'ZE1', latitude: 52.1 });
  expect(JSON.parse(hidden[2] ?? '').items[0].distanceMetres).toBeGreaterThan(10_000);
  await write(true);
  expect((await page(await slugOf(world, 'listings', 'massage-alone'))).addressLine).toBe('7 Secret Row');
  expect((await page(await slugOf(world, 'listings', 'massage-alone'))).places.map((place) => place.name)).toEqual([
    'Zanzibar Cottage',
    '',
  ]);
});
