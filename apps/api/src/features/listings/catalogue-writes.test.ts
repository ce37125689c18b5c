// The catalogue's write side: repeating an import changes nothing, and what changed is told apart from what did not.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inTransaction } from '@support-market/db/transaction';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { systemActor } from '../../platform/audit.repo.ts';
import { listingsChanged, organisationsChanged } from '../../platform/listing-changes.repo.ts';
import { step } from '../../platform/transitions.repo.ts';
import { keepAllPages, outOfDate } from '../../testing/catalogue-check.repo.ts';
import { startTestApp, type TestApp } from '../../testing/test-app.ts';
import { buildWorld, WORLD } from '../../testing/world.ts';
import { loadReferenceData } from '../../workflows/load-reference-data.ts';
import { writeContacts } from './contacts.repo.ts';
import { upsertEvents } from './event-writes.repo.ts';
import { viewPublicListing } from './listing-page.service.ts';
import { refreshPlaces, unknownCategories, upsertListings } from './listing-writes.repo.ts';
import { upsertAgreedRates, upsertOffers } from './offer-writes.repo.ts';
import { upsertOrganisations } from './organisation-writes.repo.ts';
import { followPriceDays } from './price-days.service.ts';

const day = (text: string) => Temporal.PlainDate.from(text);

let world: TestApp;
beforeAll(async () => {
  world = await startTestApp();
  await buildWorld(world);
  await loadReferenceData(world.database.ownerDb, world.clock);
});
afterAll(() => world.close());

const inCouncil = <Value>(work: Parameters<typeof inTransaction<Value>>[2], councilId: string | null = null) =>
  inTransaction(world.database.db, councilId, work);

/** They write rows of the catalogue for a caller that has the words and pages follow when all of it is written. */
const LEFT_TO_THEIR_CALLERS: readonly string[] = [
  'features/imports/undo.repo.ts',
  'features/listings/catalogue-rows.repo.ts',
  // No page shows the lowest price of a listing: a search reads it.
  'features/listings/event-dates.repo.ts',
  'features/listings/from-prices.repo.ts',
  'features/listings/listing-categories.repo.ts',
  'features/listings/own-listings.repo.ts',
  'features/listings/place-corrections.repo.ts',
  'features/listings/price-periods.repo.ts',
  // They learn their table while they run, and it is none of the catalogue.
  'features/retention/old-records.repo.ts',
  'platform/told-steps.repo.ts',
];

const slugOf = async (id: string): Promise<string> =>
  (await world.database.db.selectFrom('listings').select('slug').where('id', '=', id).executeTakeFirstOrThrow()).slug;

const organisation = { source: 'test', sourceRef: 'o1', kind: 'business', name: 'Tidy Homes' } as const;
const listing = (organisationId: string, sourceRef: string, title = 'Cleaning') =>
  ({ source: 'test', sourceRef, organisationId, categorySlug: 'housework', kind: 'service', title }) as const;

test('reference data loads again and again: eight headings with subcategories, twelve years of holidays', async () => {
  await loadReferenceData(world.database.ownerDb, world.clock);
  const tops = await world.database.db
    .selectFrom('categories')
    .select('slug')
    .where('parent_id', 'is', null)
    .where('position', '>=', 100)
    .execute();
  expect(tops).toHaveLength(8);
  const days = await world.database.db.selectFrom('bank_holidays').select('holiday_date').execute();
  expect(days).toHaveLength(12 * 8);
});

test('the same rows again are unchanged, one changed row is accepted, and ids and addresses stay', async () => {
  const rows = [organisation, { ...organisation, sourceRef: 'o2' }];
  const first = await inCouncil((tx) => upsertOrganisations(tx, world.clock, rows));
  expect(first.map(({ outcome }) => outcome)).toEqual(['accepted', 'accepted']);
  const second = await inCouncil((tx) => upsertOrganisations(tx, world.clock, rows));
  expect(second).toEqual(first.map(({ id }) => ({ id, outcome: 'unchanged' })));
  const third = await inCouncil((tx) =>
    upsertOrganisations(tx, world.clock, [{ ...organisation, name: 'Tidier Homes' }, rows[1] ?? organisation]),
  );
  expect(third.map(({ outcome }) => outcome)).toEqual(['accepted', 'unchanged']);
  const stored = await world.database.db
    .selectFrom('organisations')
    .select(['slug', 'name'])
    .where('source', '=', 'test')
    .orderBy('source_ref')
    .execute();
  expect(stored.map(({ name }) => name)).toEqual(['Tidier Homes', 'Tidy Homes']);
  for (const { slug } of stored) expect(slug).toMatch(/^tidy-homes-[0-9a-f]{8}$/);
  expect(stored[0]?.slug).not.toBe(stored[1]?.slug);
});

test('a new name of an organisation is at once among the words of its listings', async () => {
  const [owner] = await inCouncil((tx) =>
    upsertOrganisations(tx, world.clock, [{ ...organisation, sourceRef: 'o3', name: 'Plain' }]),
  );
  await inCouncil((tx) => upsertListings(tx, world.clock, [listing(owner?.id ?? '', 'l-rename')]));
  await inCouncil((tx) =>
    upsertOrganisations(tx, world.clock, [{ ...organisation, sourceRef: 'o3', name: 'Zephyrine' }]),
  );
  const words = await world.database.db
    .selectFrom('search_entries')
    .innerJoin('listings', 'listings.id', 'search_entries.listing_id')
    .select('search_entries.search')
    .where('listings.source_ref', '=', 'l-rename')
    .executeTakeFirstOrThrow();
  expect(words.search).toContain('zephyrin');
});

/**
 * Hides the address of an organisation and renames it, does `second` before that is committed, and answers what the public may
 * know of the listing that `second` names.
 */
async function besideHiding(organisationId: string, second: () => Promise<string>) {
  let written = (): void => undefined;
  const isWritten = new Promise<void>((resolve) => {
    written = resolve;
  });
  let commit = (): void => undefined;
  const mayCommit = new Promise<void>((resolve) => {
    commit = resolve;
  });
  const first = inCouncil(async (tx) => {
    const hidden = { name: 'Zebedee', show_address: false };
    await tx.updateTable('organisations').set(hidden).where('id', '=', organisationId).execute();
    await organisationsChanged(tx, [organisationId]);
    written();
    await mayCommit;
  });
  await isWritten;
  const other = second();
  // Long enough for the second to read what the first has not committed, if nothing made it wait.
  await new Promise((resolve) => setTimeout(resolve, 300));
  commit();
  const [listingId] = await Promise.all([other, first]);
  return world.database.db
    .selectFrom('search_entries')
    .innerJoin('listings', 'listings.id', 'search_entries.listing_id')
    .select(['search_entries.search', 'listings.address_shown'])
    .where('listing_id', '=', listingId)
    .executeTakeFirstOrThrow();
}

test('a listing and its organisation that change at one moment are both in what the search reads', async () => {
  const [owner] = await inCouncil((tx) =>
    upsertOrganisations(tx, world.clock, [{ ...organisation, sourceRef: 'o-race', name: 'Plain' }]),
  );
  const [made] = await inCouncil((tx) => upsertListings(tx, world.clock, [listing(owner?.id ?? '', 'l-race')]));
  const id = made?.id ?? '';
  const read = await besideHiding(owner?.id ?? '', async () => {
    await inCouncil(async (tx) => {
      await tx.updateTable('listings').set({ title: 'Quuxing' }).where('id', '=', id).execute();
      await listingsChanged(tx, [id]);
    });
    return id;
  });
  expect(read.search).toMatch(/quux.*zebede/);
  expect(read.address_shown).toBe(false);
});

test('a listing that is new while its organisation hides its address shows none', async () => {
  const [owner] = await inCouncil((tx) =>
    upsertOrganisations(tx, world.clock, [{ ...organisation, sourceRef: 'o-hiding', name: 'Plain' }]),
  );
  const place = { venue: 'Secret Home', addressLine: '1 Quiet Road', postcode: 'M33 5BP' };
  const read = await besideHiding(owner?.id ?? '', async () => {
    const row = { ...listing(owner?.id ?? '', 'l-hiding'), ...place };
    const [made] = await inCouncil((tx) => upsertListings(tx, world.clock, [row]));
    return made?.id ?? '';
  });
  expect(read.search).toMatch(/zebede/);
  expect(read.search).not.toMatch(/secret/);
  expect(read.address_shown).toBe(false);
});

test('listings, offers and the lowest price with VAT follow each other', async () => {
  const [owner] = await inCouncil((tx) =>
    upsertOrganisations(tx, world.clock, [{ ...organisation, sourceRef: 'o4', vatNumber: 'GB123456789' }]),
  );
  const [made] = await inCouncil((tx) => upsertListings(tx, world.clock, [listing(owner?.id ?? '', 'l-price')]));
  const offer = (sourceRef: string, pricePence: bigint) =>
    ({
      listingId: made?.id ?? '',
      sourceRef,
      name: sourceRef,
      unit: 'hour',
      pricePence,
      welfare: false,
      validFrom: day('2026-04-01'),
    }) as const;
  const offers = [offer('a', 4000n), offer('b', 5000n)];
  await inCouncil((tx) => upsertOffers(tx, world.clock, offers));
  const price = async () =>
    (
      await world.database.db
        .selectFrom('listings')
        .select('from_price_pence')
        .where('source_ref', '=', 'l-price')
        .executeTakeFirstOrThrow()
    ).from_price_pence;
  expect(await price()).toBe(4800n);
  const again = await inCouncil((tx) => upsertOffers(tx, world.clock, offers));
  expect(again.map(({ outcome }) => outcome)).toEqual(['unchanged', 'unchanged']);
  await inCouncil((tx) => upsertOffers(tx, world.clock, [{ ...offer('a', 4000n), withdrawn: true }]));
  expect(await price()).toBe(6000n);

  const rise = { ...offer('b', 6000n), validFrom: day('2027-04-01') };
  await inCouncil((tx) => upsertOffers(tx, world.clock, [rise]));
  expect(await price()).toBe(6000n);
  const now = world.clock.now();
  const orderOfPrices = async () => {
    await followPriceDays(world.context);
    return [await price(), await outOfDate(world)];
  };
  // In summer a day of London begins an hour before midnight UTC.
  world.clock.set(Temporal.Instant.from('2027-03-31T22:59:00Z'));
  expect(await orderOfPrices()).toEqual([6000n, []]);
  world.clock.set(Temporal.Instant.from('2027-03-31T23:02:00Z'));
  expect(await orderOfPrices()).toEqual([7200n, []]);
  world.clock.set(now);
  expect(await orderOfPrices()).toEqual([6000n, []]);
});

test('a category that does not exist is named before anything is written', async () => {
  expect(await inCouncil((tx) => unknownCategories(tx, ['housework', 'no-such-category']))).toEqual([
    'no-such-category',
  ]);
});

test('a new agreed rate ends the one before it by a day, and repeating it changes nothing', async () => {
  const rate = { offerId: WORLD.careOffer, pricePence: 2016n, validFrom: day('2027-04-01') };
  const first = await inCouncil((tx) => upsertAgreedRates(tx, world.clock, WORLD.council, [rate]), WORLD.council);
  expect(first[0]?.outcome).toBe('accepted');
  const again = await inCouncil((tx) => upsertAgreedRates(tx, world.clock, WORLD.council, [rate]), WORLD.council);
  expect(again[0]).toEqual({ id: first[0]?.id, outcome: 'unchanged' });
  const rates = await inCouncil(
    (tx) =>
      tx
        .selectFrom('agreed_rates')
        .select(['price_pence', 'valid_to', 'replaced_at'])
        .orderBy('valid_from')
        .orderBy('replaced_at')
        .execute(),
    WORLD.council,
  );
  // What was said before is kept beside what holds now.
  expect(rates.map((row) => [row.price_pence, row.valid_to?.toString() ?? null, row.replaced_at !== null])).toEqual([
    [1920n, null, true],
    [1920n, '2027-03-31', false],
    [2016n, null, false],
  ]);
});

test('events of a listing are replaced as a whole: kept ones keep their id, missing ones go', async () => {
  const lunch = {
    listingId: WORLD.clubListing,
    name: 'Lunch',
    frequency: 'weekly',
    firstDate: day('2026-09-03'),
    startTime: '12:00',
    endTime: '13:30',
    breaks: [{ from: day('2026-12-24'), to: day('2026-12-24') }],
  } as const;
  const [first] = await inCouncil((tx) => upsertEvents(tx, world.clock, [lunch, { ...lunch, name: 'Bingo' }]));
  const [again] = await inCouncil((tx) => upsertEvents(tx, world.clock, [lunch]));
  const [rested] = await inCouncil((tx) =>
    upsertEvents(tx, world.clock, [{ ...lunch, breaks: [{ from: day('2026-12-24'), to: day('2026-12-31') }] }]),
  );
  expect(rested).toEqual({ id: first?.id, outcome: 'accepted' });
  expect(again).toEqual({ id: first?.id, outcome: 'unchanged' });
  const left = await world.database.db.selectFrom('events').select(['name', 'weekday']).execute();
  expect(left).toEqual([{ name: 'Lunch', weekday: 4 }]);
});

test('whatever changes the catalogue leaves the words and the kept page of every listing as built again', async () => {
  const write = (work: Parameters<typeof inTransaction<unknown>>[2]) => inCouncil(work);
  const [owner] = await inCouncil((tx) => upsertOrganisations(tx, world.clock, [{ ...organisation, sourceRef: 'p1' }]));
  const of = { organisationId: owner?.id ?? '' };
  const cleaning = { ...listing(of.organisationId, 'p1'), postcode: 'ZZ9 9ZZ' };
  const [made] = await inCouncil((tx) => upsertListings(tx, world.clock, [cleaning]));
  const listingId = made?.id ?? '';
  const offer = {
    listingId,
    sourceRef: 'o',
    name: 'Hour',
    unit: 'hour',
    pricePence: 2000n,
    validFrom: day('2026-04-01'),
  } as const;
  const event = {
    listingId,
    name: 'Open day',
    frequency: 'weekly',
    firstDate: day('2026-09-03'),
    startTime: '12:00',
    endTime: '13:00',
  } as const;
  const work = { clock: world.clock, actor: systemActor(WORLD.council, 'job') };
  const paths: Readonly<Record<string, () => Promise<unknown>>> = {
    'an offer': () => write((tx) => upsertOffers(tx, world.clock, [offer])),
    'a price': () => write((tx) => upsertOffers(tx, world.clock, [{ ...offer, pricePence: 2100n }])),
    'an offer that ends': () => write((tx) => upsertOffers(tx, world.clock, [{ ...offer, withdrawn: true }])),
    'a new title': () => write((tx) => upsertListings(tx, world.clock, [{ ...cleaning, title: 'Quokka care' }])),
    'a new name': () =>
      write((tx) => upsertOrganisations(tx, world.clock, [{ ...organisation, sourceRef: 'p1', name: 'Yonder' }])),
    'a further category': () =>
      write((tx) => upsertListings(tx, world.clock, [{ ...cleaning, furtherCategorySlugs: ['personal-assistants'] }])),
    'a further place': () =>
      write((tx) => upsertListings(tx, world.clock, [{ ...cleaning, furtherPlaces: [{ name: 'Hall' }] }])),
    'a postcode that becomes known': async () => {
      await world.database.ownerDb
        .insertInto('postcodes')
        .values({ postcode: 'ZZ9 9ZZ', outward: 'ZZ9', latitude: 51, longitude: 1 })
        .execute();
      await write((tx) => refreshPlaces(tx));
    },
    'an event': () => write((tx) => upsertEvents(tx, world.clock, [event])),
    'a break of it': () =>
      write((tx) =>
        upsertEvents(tx, world.clock, [{ ...event, breaks: [{ from: day('2026-12-24'), to: day('2026-12-31') }] }]),
      ),
    'a contact': () =>
      write((tx) =>
        writeContacts(tx, world.clock, [{ ...of, contacts: [{ name: 'Jo', telephone: '0161 496 0000' }] }]),
      ),
    'a state': () =>
      inCouncil(
        (tx) => step({ ...work, tx }, 'listings', 'markStale', [{ id: listingId }], { audit: null }),
        WORLD.council,
      ),
  };
  const wrong: string[] = [];
  for (const [path, change] of Object.entries(paths)) {
    await keepAllPages(world);
    const before = await viewPublicListing(world.context, await slugOf(listingId));
    await change();
    const after = await viewPublicListing(world.context, await slugOf(listingId));
    if (before === after && path !== 'a further category') wrong.push(`${path} changes nothing on the page`);
    wrong.push(...(await outOfDate(world)).map((slug) => `${path}: ${slug}`));
  }
  expect(wrong).toEqual([]);
});

test('every file that writes a table of the catalogue has the words and pages follow', () => {
  const folder = fileURLToPath(new URL('../../', import.meta.url));
  const tables =
    '(organisations|listings|offers|offer_prices|events|event_breaks|event_dates|categories|listing_categories|locations|listing_locations|contacts)';
  const writes = new RegExp(
    `(insert into|update|delete from) ${tables}\\b|(insertInto|updateTable|deleteFrom)\\('${tables}|(insert into|update|delete from) \\$\\{sql\\.table`,
  );
  const wrong = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.name.endsWith('.repo.ts'))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !/\/(testing|bench|failure)\/|listing-changes/.test(file))
    .filter((file) => {
      const text = readFileSync(file, 'utf8');
      return writes.test(text) && !text.includes('listing-changes.repo.ts');
    });
  expect(wrong.map((file) => file.slice(folder.length)).sort()).toEqual(LEFT_TO_THEIR_CALLERS);
});

test('the middle of an outward code follows its postcodes', async () => {
  await world.database.ownerDb
    .insertInto('postcodes')
    .values([
      { postcode: 'M31 4FA', outward: 'M31', latitude: 53.4, longitude: -2.4 },
      { postcode: 'M31 4FB', outward: 'M31', latitude: 53.6, longitude: -2.6 },
    ])
    .execute();
  await inCouncil((tx) => refreshPlaces(tx));
  const [middle] = await world.database.db.selectFrom('outwards').selectAll().where('outward', '=', 'M31').execute();
  expect(middle?.latitude).toBeCloseTo(53.5);
  expect(middle?.longitude).toBeCloseTo(-2.5);
});
