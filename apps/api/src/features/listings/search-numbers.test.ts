// The number beside a filter is a promise: choosing it finds just as many. It has to hold for every filter with every other, and
// where no listing has all of the words, so these tests choose them all in a catalogue that mixes everything.

import type { Tx } from '@support-market/db/pool';
import { inTransaction } from '@support-market/db/transaction';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId } from '../../platform/ids.ts';
import { listingsChanged } from '../../platform/listing-changes.repo.ts';
import { startTestApp, type TestApp } from '../../testing/test-app.ts';
import { ACCOUNTS, buildWorld } from '../../testing/world.ts';
import { loadReferenceData } from '../../workflows/load-reference-data.ts';
import { refreshPlaces, upsertListings } from './listing-writes.repo.ts';
import type { SearchAnswer, SearchQuery } from './listings.schemas.ts';
import { upsertOrganisations } from './organisation-writes.repo.ts';
import { searchCatalogue } from './search.service.ts';

const LISTINGS = 90;
/** The words of titles, in turn: few listings have two, and no listing has three. */
const WORDS = ['breakfast', 'gardening', 'drinking', 'safiya', 'meet'];
const PAIRS: Readonly<Record<number, string>> = { 11: 'breakfast safiya', 31: 'drinking meet', 57: 'drinking meet' };
const ASKED = [
  ...['', 'breakfast', 'breakfast safiya', 'drinking, meet', 'gardening drinking meet', 'safiya underwater'],
  ...['brekfast gardening', 'nothing whatsoever', 'free breakfast', 'free evening gardening with a female worker'],
  ...['breakfast in urdu at weekends', 'free safiya underwater', 'male worker'],
];
const LANGUAGES = ['English', 'Yoruba', 'Urdu'];
const POSTCODES = ['WA15 6SQ', 'M4 5AG'];

let world: TestApp;

/** The same whole number for the same place in the catalogue, with nothing that repeats between one question and another. */
const mixed = (index: number, question: number) => ((index * 7919 + question * 104_729) % 10_007) % 97;

beforeAll(async () => {
  world = await startTestApp();
  const { db, ownerDb } = world.database;
  await buildWorld(world);
  await loadReferenceData(ownerDb, world.clock);
  await ownerDb
    .insertInto('postcodes')
    .values([
      { postcode: 'WA15 6SQ', outward: 'WA15', latitude: 53.399, longitude: -2.341 },
      { postcode: 'M4 5AG', outward: 'M4', latitude: 53.482, longitude: -2.224 },
    ])
    .execute();
  await inTransaction(db, null, async (tx) => {
    const owners = await upsertOrganisations(
      tx,
      world.clock,
      [true, false].map((acceptsIsf) => ({
        ...{ source: 'seed', sourceRef: `owner ${acceptsIsf}`, kind: 'charity' as const, name: 'Together' },
        acceptsIsf,
      })),
    );
    const categories = ['arts-and-music', 'swimming', 'racket-sports', 'personal-care', 'lunch-clubs'];
    const listings = Array.from({ length: LISTINGS }, (_, index) => {
      const is = (question: number, of: number) => mixed(index, question) % of === 0;
      return {
        ...{ source: 'seed', sourceRef: `listing ${index}`, organisationId: owners[index % 2]?.id ?? '' },
        title: `${PAIRS[index] ?? WORDS[index % WORDS.length]} ${index}`,
        categorySlug: categories[mixed(index, 2) % categories.length] ?? '',
        furtherCategorySlugs: is(3, 3) ? [categories[mixed(index, 4) % categories.length] ?? ''] : [],
        kind: is(5, 2) ? ('service' as const) : ('community' as const),
        ...{ free: is(6, 2), hasSpace: is(7, 2), evenings: is(8, 3), weekends: is(9, 4) },
        languages: LANGUAGES.filter((_language, at) => is(10 + at, 3)),
        workerGenders: [...(is(20, 3) ? ['female'] : []), ...(is(21, 4) ? ['male'] : [])],
        postcode: POSTCODES[mixed(index, 22) % POSTCODES.length] ?? '',
      };
    });
    const written = await upsertListings(tx, world.clock, listings);
    await refreshPlaces(tx);
    const ids = written.map(({ id }) => id);
    await addPhotos(tx, ids);
    const hidden = ids.filter((_id, index) => mixed(index, 23) % 6 === 0);
    await tx.updateTable('listings').set({ state: 'hidden' }).where('id', 'in', hidden).execute();
    await listingsChanged(tx, hidden);
  });
});
afterAll(() => world.close());

/** A photo of every third listing. */
async function addPhotos(tx: Tx, listingIds: readonly string[]): Promise<void> {
  const pictured = listingIds.filter((_id, index) => index % 3 === 0);
  const owners = await tx
    .selectFrom('listings')
    .select(['id', 'organisation_id'])
    .where('id', 'in', pictured)
    .execute();
  const photos = owners.map(({ id, organisation_id }) => ({
    ...{ id: newId(world.clock, 'photo'), organisation_id, listing_id: id, alt_text: 'A table', position: 0 },
    ...{ added_at: world.clock.now(), added_by: ACCOUNTS.provider },
  }));
  await tx.insertInto('photos').values(photos).execute();
}

const answers = new Map<string, Promise<SearchAnswer>>();
function ask(query: SearchQuery): Promise<SearchAnswer> {
  const name = JSON.stringify(Object.entries(query).sort());
  const known = answers.get(name) ?? searchCatalogue(world.context, null, query).then(({ body }) => JSON.parse(body));
  answers.set(name, known);
  return known;
}

/** Every value of every filter that has a number, with the number that an answer says. */
type Numbered = readonly [chosen: SearchQuery, number: number];
function numbered({ facets }: SearchAnswer, everywhere: SearchAnswer['facets']): Numbered[] {
  const slugs = new Set([...everywhere.categories, ...everywhere.headings].map(({ slug }) => slug));
  const counts = new Map([...facets.categories, ...facets.headings].map(({ slug, count }) => [slug, count]));
  const flags = ['free', 'hasSpace', 'evenings', 'weekends', 'acceptsIsf'] as const;
  return [
    ...[...slugs].map((category): Numbered => [{ category }, counts.get(category) ?? 0]),
    ...LANGUAGES.map(
      (language): Numbered => [{ language }, facets.languages.find((one) => one.language === language)?.count ?? 0],
    ),
    ...flags.map((flag): Numbered => [{ [flag]: true }, facets[flag]]),
    ...(['service', 'community'] as const).map((kind): Numbered => [{ kind }, facets.kinds[kind]]),
    ...(['female', 'male'] as const).map(
      (workerGender): Numbered => [{ workerGender }, facets.workerGenders[workerGender]],
    ),
  ];
}

/** What is said beside a filter and not found once it is chosen. */
async function broken(query: SearchQuery): Promise<string[]> {
  const everywhere = (await ask({})).facets;
  const faults: string[] = [];
  for (const [chosen, number] of numbered(await ask(query), everywhere)) {
    const { total } = await ask({ ...query, ...chosen });
    if (total !== number) faults.push(`${JSON.stringify({ ...query, ...chosen })}: said ${number}, found ${total}`);
  }
  return faults;
}

/** Every filter alone. */
const filters = async () => {
  const everything = await ask({});
  return numbered(everything, everything.facets).map(([chosen]) => chosen);
};

describe.each(ASKED)('the words "%s"', (words) => {
  test('find as many with a filter chosen as was said beside it, alone and with every other', async () => {
    const faults = await broken({ words });
    for (const first of await filters()) faults.push(...(await broken({ words, ...first })));
    expect(faults).toEqual([]);
  });

  test('do so within a distance as well', async () => {
    const near = { words, near: 'WA15 6SQ', radius: 3_000 };
    const faults = await broken(near);
    for (const first of (await filters()).slice(0, 4)) faults.push(...(await broken({ ...near, ...first })));
    expect(faults).toEqual([]);
  });

  test('are loosened or not, whatever is chosen besides', async () => {
    const { loosened } = await ask({ words });
    for (const chosen of await filters())
      expect([chosen, (await ask({ words, ...chosen })).loosened]).toEqual([chosen, loosened]);
    expect((await ask({ words, near: 'WA15 6SQ', radius: 3_000 })).loosened).toBe(loosened);
  });
});

test('the catalogue has words that no listing has together, and words that some filters leave nothing of', async () => {
  expect((await ask({ words: 'gardening drinking meet' })).loosened).toBe(true);
  for (const words of ['breakfast safiya', 'drinking, meet']) {
    expect((await ask({ words })).loosened).toBe(false);
    const found = await Promise.all((await filters()).map(async (chosen) => (await ask({ words, ...chosen })).total));
    expect(found).toContain(0);
    expect(Math.max(...found)).toBeGreaterThan(0);
  }
});
