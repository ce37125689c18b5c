// A stranger cannot tell a listing that is hidden, nor an organisation that offers nothing else, from one that never was:
// every public surface is walked for every state in which a listing is not shown.

import { inTransaction } from '@support-market/db/transaction';
import { LISTING_STATES } from '@support-market/domain/listings/listing-states';
import { uuidOf } from '@support-market/domain/open-referral/uuids';
import sharp from 'sharp';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { upsertEvents } from '../features/listings/event-writes.repo.ts';
import { refreshPlaces, upsertListings } from '../features/listings/listing-writes.repo.ts';
import { upsertOrganisations } from '../features/listings/organisation-writes.repo.ts';
import { newId } from '../platform/ids.ts';
import { listingsChanged } from '../platform/listing-changes.repo.ts';
import { publicReads } from '../rendering/public-reads.ts';
import { startTestApp, type TestApp } from '../testing/test-app.ts';
import { loadReferenceData } from './load-reference-data.ts';

/** Anything of the two that could stand in an answer: names and addresses begin with these words. */
const TRACE = /zephyrine|quokka/i;
const PICTURE = 'f'.repeat(64);

let world: TestApp;
const own = { organisation: '', listing: '', neighbour: '' };
const slug = { organisation: '', listing: '', neighbour: '' };
let link = '';

beforeAll(async () => {
  world = await startTestApp();
  const { db, ownerDb } = world.database;
  await loadReferenceData(ownerDb, world.clock);
  await ownerDb
    .insertInto('postcodes')
    .values({ postcode: 'M4 5AG', outward: 'M4', latitude: 53.482, longitude: -2.224 })
    .execute();
  await inTransaction(db, null, async (tx) => {
    const named = (sourceRef: string, name: string) =>
      ({ source: 'test', sourceRef, kind: 'community-group', name, telephone: '0161 496 0000' }) as const;
    const organisations = await upsertOrganisations(tx, world.clock, [
      named('secret', 'Zephyrine Society'),
      named('open', 'Open House'),
    ]);
    const listing = (sourceRef: string, title: string, organisationId = '') => ({
      ...{ source: 'test', sourceRef, organisationId, title, categorySlug: 'arts-and-music', free: true },
      ...{ kind: 'community' as const, venue: 'The Hall', addressLine: '1 High Street', postcode: 'M4 5AG' },
    });
    const listings = await upsertListings(tx, world.clock, [
      listing('secret', 'Quokka mornings', organisations[0]?.id),
      listing('open', 'Open mornings', organisations[1]?.id),
    ]);
    own.organisation = organisations[0]?.id ?? '';
    own.listing = listings[0]?.id ?? '';
    own.neighbour = listings[1]?.id ?? '';
    await refreshPlaces(tx);
    await upsertEvents(tx, world.clock, [
      {
        ...{ listingId: own.listing, name: 'Quokka hour', frequency: 'weekly', weekday: 2, weekOfMonth: null },
        ...{ firstDate: Temporal.PlainDate.from('2026-01-27'), startTime: '12:00', endTime: '14:00' },
      },
    ]);
  });
  const slugOf = async (table: 'organisations' | 'listings', id: string) =>
    (await ownerDb.selectFrom(table).select('slug').where('id', '=', id).executeTakeFirstOrThrow()).slug;
  slug.organisation = await slugOf('organisations', own.organisation);
  slug.listing = await slugOf('listings', own.listing);
  slug.neighbour = await slugOf('listings', own.neighbour);
  const [account, photo] = [newId(world.clock, 'account'), newId(world.clock, 'photo')];
  await ownerDb
    .insertInto('accounts')
    .values({ id: account, email: 'member@zephyrine.example', name: 'A member', created_at: world.clock.now() })
    .execute();
  await ownerDb
    .insertInto('photos')
    .values({
      ...{ id: photo, organisation_id: own.organisation, alt_text: 'Zephyrine', position: 0 },
      ...{ added_by: account, added_at: world.clock.now() },
    })
    .execute();
  const content = await sharp({ create: { width: 10, height: 10, channels: 3, background: '#123' } })
    .webp()
    .toBuffer();
  await ownerDb
    .insertInto('photo_files')
    .values({ photo_id: photo, size: 'small', hash: PICTURE, width: 10, height: 10, content })
    .execute();
  const { contents } = (await world.app.inject('/oruk/v3/service_at_locations')).json();
  link = contents.find((one: object) => TRACE.test(JSON.stringify(one))).id;
});
afterAll(() => world.close());

async function become(state: (typeof LISTING_STATES)[number]): Promise<void> {
  await world.database.ownerDb
    .updateTable('listings')
    .set({ state, withheld_because: state === 'withheld' ? 'A worry' : null })
    .where('id', '=', own.listing)
    .execute();
  await inTransaction(world.database.db, null, (tx) => listingsChanged(tx, [own.listing]));
}

/** What has an address of its own: that address, and one of the same kind that never was. */
const addresses = (): readonly (readonly [here: string, never: string])[] => {
  const { listing, organisation } = slug;
  const never = newId(world.clock, 'listing');
  return [
    [`/api/listings/${listing}`, '/api/listings/no-such-one'],
    [`/api/organisations/${organisation}`, '/api/organisations/no-such-one'],
    [`/api/photos?listing=${listing}`, '/api/photos?listing=no-such-one'],
    [`/api/photos?organisation=${organisation}`, '/api/photos?organisation=no-such-one'],
    [`/api/photos/files/${PICTURE}.webp`, `/api/photos/files/${'e'.repeat(64)}.webp`],
    [`/api/events?organisation=${organisation}`, '/api/events?organisation=no-such-one'],
    [`/events.ics?organisation=${organisation}`, '/events.ics?organisation=no-such-one'],
    [`/oruk/v3/services/${uuidOf(own.listing)}`, `/oruk/v3/services/${uuidOf(never)}`],
    [`/oruk/v1/services/${uuidOf(own.listing)}`, `/oruk/v1/services/${uuidOf(never)}`],
    [`/oruk/v3/organizations/${uuidOf(own.organisation)}`, `/oruk/v3/organizations/${uuidOf(never)}`],
    [`/oruk/v3/service_at_locations/${link}`, `/oruk/v3/service_at_locations/${uuidOf(never)}`],
    [`/listings/${listing}`, '/listings/no-such-one'],
    [`/organisations/${organisation}`, '/organisations/no-such-one'],
  ];
};
/** Lists and searches, in which nothing of it may stand. */
const LISTS = [
  '/sitemap.xml',
  '/api/listings?words=quokka',
  '/api/listings?category=arts-and-music',
  '/api/events',
  '/events.ics?near=M4%205AG',
  '/oruk/v3/services?search=quokka',
  '/oruk/v3/services?full=true',
  '/oruk/v3/organizations',
  '/oruk/v3/service_at_locations',
  '/oruk/v1/services',
];

/** As drawn pages read: the same services in the process, from which their text and facts for machines are made. */
async function readsOf(listing: string, organisation: string): Promise<readonly string[]> {
  const reads = publicReads(world.context, { onSearched: () => undefined, lookAround: false });
  const asked = [
    reads.listing(listing),
    reads.organisation(organisation),
    reads.photos({ listing }),
    reads.photos({ organisation }),
  ];
  return Promise.all(asked.map((answer) => answer.then(() => 'shown').catch((error: Error) => error.message)));
}

async function differences(): Promise<string[]> {
  const told: string[] = [];
  for (const [here, never] of addresses()) {
    const [one, other] = [await world.app.inject(here), await world.app.inject(never)];
    // An answer may say again what was asked; a calendar folds its lines.
    const said = ({ body }: typeof one, asked: string) => body.replaceAll('\r\n ', '').replaceAll(asked, 'asked');
    if (one.statusCode !== other.statusCode || said(one, slug.organisation) !== said(other, 'no-such-one'))
      told.push(here);
  }
  for (const url of [...LISTS, `/api/listings/${slug.neighbour}`])
    if (TRACE.test((await world.app.inject(url)).body)) told.push(url);
  const [one, other] = [await readsOf(slug.listing, slug.organisation), await readsOf('no-such-one', 'no-such-one')];
  one.forEach((answer, index) => {
    if (answer !== other[index]) told.push(`read ${index}: ${answer}`);
  });
  return told;
}

test.each(LISTING_STATES.filter((state) => state !== 'published' && state !== 'stale'))(
  'what is %s, and an organisation that has nothing else, look everywhere as if they never were',
  async (state) => {
    await become(state);
    expect(await differences()).toEqual([]);
  },
);

test('while it is shown, each of these surfaces tells of it, so that each could give it away', async () => {
  await become('published');
  const told = new Set(await differences());
  // Pages are there only where they were built; what they are drawn from is read here either way.
  const api = addresses().flatMap(([here]) => (/^\/(api|oruk)\//.test(here) ? [here] : []));
  const reads = [0, 1, 2, 3].map((read) => `read ${read}: shown`);
  expect([...api, ...LISTS, ...reads].filter((surface) => !told.has(surface))).toEqual([]);
});

test('the kept page of a neighbour no longer names it', async () => {
  await become('published');
  await inTransaction(world.database.db, null, (tx) => listingsChanged(tx, [own.neighbour]));
  const neighbour = async () => (await world.app.inject(`/api/listings/${slug.neighbour}`)).body;
  const isKept = async () => {
    const { body } = await world.database.ownerDb
      .selectFrom('listing_pages')
      .select('body')
      .where('slug', '=', slug.neighbour)
      .executeTakeFirstOrThrow();
    return body !== null && TRACE.test(body);
  };
  expect(await neighbour()).toMatch(TRACE);
  await expect.poll(isKept).toBe(true);
  await become('withheld');
  expect(await neighbour()).not.toMatch(TRACE);
});

test('an address has the same mark whether or not another has its words, so that it gives none away', async () => {
  const [first, second] = await inTransaction(world.database.db, null, async (tx) => {
    const written = await upsertListings(
      tx,
      world.clock,
      ['one', 'two'].map((sourceRef) => ({
        ...{ source: 'test', sourceRef, organisationId: own.organisation, title: 'Twin', free: true },
        ...{ categorySlug: 'arts-and-music', kind: 'community' as const },
      })),
    );
    return tx
      .selectFrom('listings')
      .select('slug')
      .where(
        'id',
        'in',
        written.map(({ id }) => id),
      )
      .execute();
  });
  for (const one of [first, second]) expect(one?.slug).toMatch(/^twin-[0-9a-f]{8}$/);
  expect(slug.organisation).toMatch(/^zephyrine-society-[0-9a-f]{8}$/);
});
