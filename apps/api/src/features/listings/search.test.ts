// Search as people use it, from route to row: slips on both sides, other words for the same thing, places, filters whose
// counts agree with the lists, pages that never repeat, and text that tries to break in.

import { inTransaction } from '@support-market/db/transaction';
import { RANKING, rankOf } from '@support-market/domain/listings/search-ranking';
import { sql } from 'kysely';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listAsked, makeCursor } from '../../platform/cursors.ts';
import { listingsChanged } from '../../platform/listing-changes.repo.ts';
import { publicReads } from '../../rendering/public-reads.ts';
import { slugOf } from '../../testing/slug-of.repo.ts';
import { startTestApp, type TestApp } from '../../testing/test-app.ts';
import { ACCOUNTS, buildWorld, WORLD } from '../../testing/world.ts';
import { loadReferenceData } from '../../workflows/load-reference-data.ts';
import { type ListingWrite, refreshPlaces, upsertListings } from './listing-writes.repo.ts';
import type { SearchAnswer } from './listings.schemas.ts';
import { upsertOrganisations } from './organisation-writes.repo.ts';
import { keepCards, type ListingQuestion, searchListings } from './search.repo.ts';

let world: TestApp;
let organisationId: string;

const community = (sourceRef: string, title: string, categorySlug: string, more: Partial<ListingWrite> = {}) => ({
  source: 'seed',
  sourceRef,
  organisationId,
  categorySlug,
  kind: 'community' as const,
  title,
  free: true,
  ...more,
});

beforeAll(async () => {
  world = await startTestApp();
  await buildWorld(world);
  await loadReferenceData(world.database.ownerDb, world.clock);
  await world.database.ownerDb
    .insertInto('postcodes')
    .values([
      { postcode: 'WA15 6SQ', outward: 'WA15', latitude: 53.399, longitude: -2.341 },
      { postcode: 'WA15 7UG', outward: 'WA15', latitude: 53.4, longitude: -2.33 },
      { postcode: 'M31 4FA', outward: 'M31', latitude: 53.416, longitude: -2.421 },
      { postcode: 'M33 5BP', outward: 'M33', latitude: 53.43, longitude: -2.34 },
      { postcode: 'M4 5AG', outward: 'M4', latitude: 53.482, longitude: -2.224 },
    ])
    .execute();
  await inTransaction(world.database.db, null, async (tx) => {
    const [owner] = await upsertOrganisations(tx, world.clock, [
      { source: 'seed', sourceRef: 'group', kind: 'community-group', name: 'Neighbours Together' },
    ]);
    organisationId = owner?.id ?? '';
    await upsertListings(tx, world.clock, [
      community('cafe', 'Demetia Cafe', 'clubs-and-groups', { summary: 'Tea and company', postcode: 'WA15 6SQ' }),
      community('memory', 'Memory cafe', 'memory-cafes', { summary: 'For people with dementia', postcode: 'M4 5AG' }),
      community('badminton', 'Partington Badminton', 'racket-sports', { postcode: 'M31 4FA', evenings: true }),
      community('shuttle', 'Sale Badminton', 'racket-sports', { postcode: 'M33 5BP', languages: ['Urdu'] }),
      community('42nd', '42nd Street', 'counselling', {
        summary: 'Counselling, therapy and one-to-one support for young people aged 13 to 25',
        postcode: 'M4 5AG',
      }),
      community('elders', 'Talking Later', 'counselling', {
        summary: 'Counselling for pensioners and for a teenager’s grandparents',
        minimumAge: 60,
      }),
      community('slim', 'Slimming together', 'clubs-and-groups'),
      community('swim', 'Swimming lessons', 'swimming'),
      community('lunch', 'Church hall lunch club', 'lunch-clubs', { whenText: 'Thursdays', postcode: 'WA15 7UG' }),
      community('wombles', 'Wom\u200Bbles \u00ADbee', 'clubs-and-groups'),
      community('hidden', 'Hidden badminton', 'racket-sports'),
      community('wheels', 'Wheelchair basketball', 'team-sports', {
        venue: 'City Arena',
        postcode: 'M4 5AG',
        accessNotes: 'Ring at the side door.',
        furtherCategorySlugs: ['martial-arts', 'company', 'team-sports'],
        furtherPlaces: [
          { name: 'Partington Hall', addressLine: '1 Green', postcode: 'M31 4FA', accessNotes: 'There is a ramp.' },
          { name: 'City Arena', postcode: 'M4 5AG' },
        ],
      }),
      ...Array.from({ length: 60 }, (_, index) =>
        community(`knit-${index}`, `Knitting circle ${index}`, 'arts-and-music', {
          evenings: index % 3 === 0,
          weekends: index % 4 === 0,
          hasSpace: index % 5 !== 0,
          free: index % 2 === 0,
          kind: index % 6 === 0 ? 'service' : 'community',
          languages: index % 10 === 0 ? ['Polish'] : [],
          workerGenders: index % 7 === 0 ? ['female'] : [],
          postcode: index % 2 === 0 ? 'M33 5BP' : 'WA15 6SQ',
        }),
      ),
    ]);
    await refreshPlaces(tx);
  });
  await setState('hidden', 'hidden');
});
afterAll(() => world.close());

async function setState(sourceRef: string, state: 'stale' | 'hidden'): Promise<void> {
  await inTransaction(world.database.db, null, async (tx) => {
    const moved = tx.updateTable('listings').set({ state }).where('source_ref', '=', sourceRef).returning('id');
    await listingsChanged(
      tx,
      (await moved.execute()).map(({ id }) => id),
    );
  });
}

async function search(query: Record<string, string>, headers: Record<string, string> = {}): Promise<SearchAnswer> {
  const answer = await world.app.inject({ url: '/api/listings', query, headers });
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json();
}

const titles = async (query: Record<string, string>) => (await search(query)).items.map(({ title }) => title);

describe('finding', () => {
  test('a title with signs that are not seen is found by its words, and by words with such signs', async () => {
    for (const words of ['wombles', 'womb\u200Bles bee', 'womblez'])
      expect(await titles({ words }), words).toEqual(['Wom\u200Bbles \u00ADbee']);
  });

  test('"dementia cafe near WA15" finds the cafe whose name is misspelt, and first because it is near', async () => {
    const found = await search({ words: 'dementia cafe near WA15' });
    expect(found.items[0]?.title).toBe('Demetia Cafe');
    expect(found.near).toMatchObject({ asked: 'WA15', known: true });
    expect(found.items.map(({ title }) => title)).toContain('Memory cafe');
  });

  test('"badminton near M31" puts Partington before Sale', async () => {
    expect(await titles({ words: 'badminton near M31' })).toEqual(['Partington Badminton', 'Sale Badminton']);
  });

  test('"counselling for a teenager" finds what is for young people, before what is for the old', async () => {
    const found = await titles({ words: 'counselling for a teenager' });
    expect(found[0]).toBe('42nd Street');
    expect(found).toContain('Talking Later');
  });

  test('a slip of the searcher is forgiven', async () => {
    expect(await titles({ words: 'badmington' })).toEqual(expect.arrayContaining(['Partington Badminton']));
    expect(await titles({ words: 'lunhc club' })).toContain('Church hall lunch club');
  });

  test('a word spelt right does not drag in its look-alike', async () => {
    expect(await titles({ words: 'swimming' })).toEqual(['Swimming lessons']);
  });

  test('the church hall lunch is in a search for "lunch club"', async () => {
    expect(await titles({ words: 'lunch club' })).toContain('Church hall lunch club');
  });

  test('when nothing has all of the words, what has some is shown and said to be so', async () => {
    const found = await search({ words: 'badminton for astronauts underwater' });
    expect(found.loosened).toBe(true);
    expect(found.items[0]?.title).toContain('Badminton');
    expect((await search({ words: 'badminton' })).loosened).toBe(false);
  });

  test('the kind that is meant stands before a title that has the word in another sense', async () => {
    await inTransaction(world.database.db, null, async (tx) => {
      await upsertListings(tx, world.clock, [
        community('lift', 'Lift up your voice in the hospital chapel', 'arts-and-music'),
        community('ride', 'Riverside wheels', 'transport', { languages: ['Punjabi'] }),
        community('other-ride', 'Door to door', 'transport'),
      ]);
    });
    const found = await titles({ words: 'lift to hospital' });
    expect(found.slice(0, 2).sort()).toEqual(['Door to door', 'Riverside wheels']);
    expect((await titles({ words: 'punjabi driver' }))[0]).toBe('Riverside wheels');
    for (const one of ['lift', 'ride', 'other-ride']) await setState(one, 'hidden');
  });

  test('what is named by all of its words is found, whatever kind its name seems to say', async () => {
    await inTransaction(world.database.db, null, async (tx) => {
      await upsertListings(tx, world.clock, [community('named', 'Slimbridge Swimming Friends', 'clubs-and-groups')]);
    });
    expect((await titles({ words: 'slimbridge swimming friends' })).slice(0, 2)).toContain(
      'Slimbridge Swimming Friends',
    );
    await setState('named', 'hidden');
  });

  test('another script finds what offers its language, and never everything', async () => {
    const everything = (await search({})).total;
    for (const [words, languages] of [
      ['اردو', ['Urdu']],
      ['polski', ['Polish']],
    ] as const) {
      const found = await search({ words });
      expect(found.total).toBeGreaterThan(0);
      expect(found.total).toBeLessThan(everything);
      for (const item of found.items) expect(item.languages).toEqual(languages);
    }
    for (const words of ['中文', 'ქართული', 'ไทย', 'ЛАНЧ', 'বাংলা', '🍔', '_', '🍔 near M31'])
      expect([words, (await search({ words })).total]).toEqual([words, 0]);
    const found = await search({ words: 'badminton اردو' });
    expect([found.items.map(({ title }) => title), found.loosened]).toEqual([['Sale Badminton'], false]);
    expect((await search({ words: 'badminton ქართული' })).loosened).toBe(true);
  });

  test('"help" with a word that nothing has is loosened like any other, and housework is found by its chores', async () => {
    await inTransaction(world.database.db, null, async (tx) => {
      await upsertListings(tx, world.clock, [
        community('clean', 'Sparkle and Shine', 'housework', { summary: 'We help in the house' }),
      ]);
    });
    for (const words of ['help at hom', 'help zzzqqq']) {
      const found = await search({ words });
      expect([words, found.loosened, found.items.map(({ title }) => title)]).toEqual([
        words,
        true,
        expect.arrayContaining(['Sparkle and Shine']),
      ]);
    }
    for (const words of ['hoovering', 'help with hoovring']) {
      const found = await search({ words });
      expect([words, found.loosened, found.items[0]?.title]).toEqual([words, false, 'Sparkle and Shine']);
    }
    await setState('clean', 'hidden');
  });

  test('swapped, lost or other letters in a short word are forgiven', async () => {
    await inTransaction(world.database.db, null, async (tx) => {
      await upsertListings(tx, world.clock, [
        community('short', 'Yoga lunch trip', 'company', { description: 'A friendly afternoon' }),
      ]);
    });
    for (const words of ['yoag', 'lunhc', 'tirp', 'luch', 'lumch', 'freindly', 'afternono'])
      expect([words, await titles({ words })]).toEqual([words, expect.arrayContaining(['Yoga lunch trip'])]);
    await setState('short', 'hidden');
  });

  test('a hidden listing is never found', async () => {
    expect(await titles({ words: 'hidden badminton' })).not.toContain('Hidden badminton');
  });

  test.each([
    ['nothing at all', ''],
    ['only little words', 'for a the of'],
    ['SQL', "'; drop table listings; --"],
    ['query marks', "((((&|!<->:*'\\"],
    ['ten words of nonsense', 'zxq wvut mnbv qqqq plok ijuh ygtf rdes waqz xcvb'],
    ['a NUL and odd letters', 'caf\u0000é 💡 \u202e'],
    ['very many words', 'badminton '.repeat(90)],
  ])('answers without fault: %s', async (_name, words) => {
    const found = await search({ words });
    expect(found.items.length).toBeLessThanOrEqual(24);
  });
});

describe('filters that an address names', () => {
  test('of a language in other capitals are that language, and say so', async () => {
    for (const language of ['Urdu', 'urdu', ' URDU ']) {
      const found = await search({ language });
      expect([found.total, found.filters.language, found.items[0]?.title]).toEqual([1, 'Urdu', 'Sale Badminton']);
    }
    const none = await search({ language: 'tamil' });
    expect([none.total, none.filters.language]).toEqual([0, 'Tamil']);
  });

  test.each([
    ['category', 'nonsense'],
    ['language', 'Klingon'],
    ['language', ' '],
    ['language', '%'],
  ])('are refused by name when nothing is of that %s: "%s"', async (name, value) => {
    const answer = await world.app.inject({ url: '/api/listings', query: { words: 'badminton', [name]: value } });
    expect([answer.statusCode, answer.json().errors]).toEqual([
      400,
      [expect.objectContaining({ pointer: `/querystring/${name}`, code: 'field.enum' })],
    ]);
  });

  test('are left out by a page that has one which is none', async () => {
    const reads = publicReads(world.context, { onSearched: () => undefined, lookAround: false });
    const all = await reads.searchListings({ words: 'badminton' });
    expect(all.total).toBeGreaterThan(1);
    for (const wrong of [{ category: 'nonsense' }, { language: 'Klingon' }, { language: ' ', category: 'none' }])
      expect(await reads.searchListings({ words: 'badminton', ...wrong })).toEqual(all);
    const cut = { words: 'badminton', cursor: 'abc', language: 'Klingon', category: 'racket-sports' };
    expect(await reads.searchListings(cut)).toEqual({
      ...(await reads.searchListings({ words: 'badminton', category: 'racket-sports' })),
      filters: { category: 'racket-sports', language: null },
    });
  });
});

describe('places', () => {
  test('nearest first gives distances in order, and a listing without a place last', async () => {
    const found = await search({ words: 'badminton', near: 'm31 4fa', sort: 'nearest' });
    expect(found.items[0]).toMatchObject({ title: 'Partington Badminton', distanceMetres: 0 });
    expect(found.items[1]?.distanceMetres).toBeGreaterThan(5_000);
    expect(found.items[1]?.distanceMetres).toBeLessThan(6_000);
  });

  test('a listing at several places is found, measured and shown at the nearest of them', async () => {
    const near = async (place: string, radius: string) =>
      (await search({ words: 'wheelchair basketball', near: place, radius })).items.map((item) => [
        item.distanceMetres,
        item.venue,
        item.postcode,
      ]);
    expect(await near('M31 4FA', '2000')).toEqual([[0, 'Partington Hall', 'M31 4FA']]);
    expect(await near('M4 5AG', '2000')).toEqual([[0, 'City Arena', 'M4 5AG']]);
    expect(await near('M33 5BP', '2000')).toEqual([]);
    expect((await search({ words: 'wheelchair basketball' })).items[0]?.venue).toBe('City Arena');
    const { places } = (
      await world.app.inject(`/api/listings/${await slugOf(world, 'listings', 'wheelchair-basketball')}`)
    ).json();
    expect(places.map((place: { name: string; accessNotes: string }) => [place.name, place.accessNotes])).toEqual([
      ['City Arena', 'Ring at the side door.'],
      ['Partington Hall', 'There is a ramp.'],
    ]);
  });

  test('a listing moves with its places: the kept copy and the places never say two things', async () => {
    const write = (more: Partial<ListingWrite>) =>
      inTransaction(world.database.db, null, (tx) =>
        upsertListings(tx, world.clock, [community('mover', 'Moving day', 'company', more)]),
      );
    const places = async () =>
      (await world.app.inject(`/api/listings/${await slugOf(world, 'listings', 'moving-day')}`))
        .json()
        .places.map((place: { name: string; latitude: number | null }) => [place.name, place.latitude]);
    await write({ venue: 'Old hall', postcode: 'M33 5BP', furtherPlaces: [{ name: 'Annex', postcode: 'M31 4FA' }] });
    const [again] = await write({
      venue: 'Old hall',
      postcode: 'M33 5BP',
      furtherPlaces: [{ name: 'Annex', postcode: 'M31 4FA' }],
    });
    expect([again?.outcome, await places()]).toEqual([
      'unchanged',
      [
        ['Old hall', 53.43],
        ['Annex', 53.416],
      ],
    ]);
    // A file that knows nothing of further places leaves them.
    await write({ venue: 'New hall', postcode: 'M4 5AG' });
    expect(await places()).toEqual([
      ['New hall', 53.482],
      ['Annex', 53.416],
    ]);
    const { rows } = await sql<{ wrong: string }>`
      select listing.id as wrong from listings as listing left join listing_locations as link on link.listing_id = listing.id and link.position = 0
        left join locations as location on location.id = link.location_id
      where (listing.venue, listing.address_line, listing.postcode, listing.latitude, listing.longitude)
        is distinct from (coalesce(location.name, ''), coalesce(location.address_line, ''), location.postcode, location.latitude, location.longitude)
        and listing.source = 'seed'`.execute(world.database.ownerDb);
    expect(rows).toEqual([]);
    const left = await world.database.ownerDb
      .selectFrom('locations')
      .select('id')
      .where('name', '=', 'Old hall')
      .execute();
    expect(left).toEqual([]);
  });

  test('a radius leaves out what is further, unless it comes to the person', async () => {
    const near = await search({ words: 'badminton', near: 'M31 4FA', radius: '3000' });
    expect(near.items.map(({ title }) => title)).toEqual(['Partington Badminton']);
  });

  test('a place that we do not know is said to be unknown, and everything is still found', async () => {
    const found = await search({ words: 'badminton', near: 'Atlantis' });
    expect(found.near).toEqual({ asked: 'Atlantis', known: false, latitude: null, longitude: null });
    expect(found.total).toBe(2);
  });

  test('a place is known with the next search after it was loaded, though it was asked for before', async () => {
    const ask = async () => (await search({ words: 'badminton', near: 'ZE1 0AA' })).near?.known;
    expect(await ask()).toBe(false);
    const postcode = { postcode: 'ZE1 0AA', outward: 'ZE1', latitude: 60.1, longitude: -1.1 };
    await world.database.ownerDb.insertInto('postcodes').values(postcode).execute();
    expect(await ask()).toBe(true);
  });

  test('a new word is found by its own letters at once, though a slip like it was asked for just before', async () => {
    expect((await search({ words: 'quidditch' })).total).toBe(0);
    await inTransaction(world.database.db, null, async (tx) => {
      const [first] = await tx.selectFrom('listings').select('id').where('source_ref', '=', 'badminton').execute();
      await tx
        .updateTable('listings')
        .set({ description: 'Quidditch too' })
        .where('id', '=', first?.id ?? '')
        .execute();
      await listingsChanged(tx, [first?.id ?? '']);
    });
    expect((await search({ words: 'quidditch' })).total).toBe(1);
  });

  test('a postcode that is not in our file is taken as its district', async () => {
    const found = await search({ words: 'badminton', near: 'M33 9ZZ', sort: 'nearest' });
    expect(found.items[0]?.title).toBe('Sale Badminton');
  });
});

describe('kept cards', () => {
  const kept = async () =>
    (
      await world.database.db
        .selectFrom('listing_pages')
        .select('card')
        .where('slug', 'like', 'wheelchair-basketball-%')
        .where('card_for', '=', world.clock.today())
        .execute()
    )[0]?.card;
  const ask = async (near: string) => (await search({ words: 'wheelchair basketball', near })).items[0];
  const change = (summary: string) =>
    inTransaction(world.database.db, null, (tx) =>
      upsertListings(tx, world.clock, [community('wheels', 'Wheelchair basketball', 'team-sports', { summary })]),
    );

  test('a search says the same of a listing from its kept card, and no card outlives a change', async () => {
    await change('On Mondays');
    expect(await kept()).toBeUndefined();
    const built = await ask('M4 5AG');
    expect(built).toMatchObject({ summary: 'On Mondays', venue: 'City Arena', distanceMetres: 0 });
    await expect.poll(kept).toBeTypeOf('string');
    expect(await ask('M4 5AG')).toEqual(built);
    await change('On Tuesdays');
    expect(await kept()).toBeUndefined();
    expect((await ask('M4 5AG'))?.summary).toBe('On Tuesdays');
  });

  test('a card read before a change is not kept after it, nor one of a place other than the main one', async () => {
    await change('On Wednesdays');
    const [, version = 0] = await Promise.all([
      ask('M31 4FA'),
      world.database.db
        .selectFrom('listing_pages')
        .select('version')
        .where('slug', 'like', 'wheelchair-basketball-%')
        .executeTakeFirst()
        .then((page) => Number(page?.version)),
    ]);
    expect((await ask('M31 4FA'))?.venue).toBe('Partington Hall');
    await change('On Thursdays');
    await keepCards(world.database.db, world.clock.today(), [
      { slug: await slugOf(world, 'listings', 'wheelchair-basketball'), version, card: '{"old":true}' },
    ]);
    expect(await kept()).toBeUndefined();
    await ask('M4 5AG');
    await expect.poll(kept).toContain('City Arena');
    expect((await ask('M31 4FA'))?.venue).toBe('Partington Hall');
  });
});

describe('filters and pages', () => {
  const flags = ['free', 'hasSpace', 'evenings', 'weekends'] as const;

  test('every count is what the list has once that filter is chosen, with other filters on', async () => {
    for (const base of [
      { words: 'knitting' },
      { words: 'knitting', evenings: 'true' },
      { words: 'knitting', kind: 'service' },
    ]) {
      const { facets } = await search(base);
      for (const flag of flags)
        expect([flag, (await search({ ...base, [flag]: 'true' })).total]).toEqual([flag, facets[flag]]);
      for (const kind of ['service', 'community'] as const) {
        expect((await search({ ...base, kind })).total).toBe(facets.kinds[kind]);
      }
      for (const { language, count } of facets.languages) {
        expect((await search({ ...base, language })).total).toBe(count);
      }
      expect((await search({ ...base, workerGender: 'female' })).total).toBe(facets.workerGenders.female);
      for (const { slug, count } of facets.categories) {
        expect((await search({ ...base, category: slug })).total).toBe(count);
      }
      for (const { slug, count } of facets.headings) {
        expect((await search({ ...base, category: slug })).total).toBe(count);
      }
    }
  });

  test('a heading stands for all of its subcategories', async () => {
    const sport = await search({ category: 'sport-and-leisure' });
    expect(sport.total).toBe(4);
  });

  test('a listing with several categories is found under each, by the words of each, and told with them', async () => {
    expect(await titles({ category: 'martial-arts' })).toContain('Wheelchair basketball');
    expect(await titles({ category: 'company' })).toContain('Wheelchair basketball');
    expect(await titles({ words: 'friendship karate' })).toContain('Wheelchair basketball');
    const { category, furtherCategories } = (
      await world.app.inject(`/api/listings/${await slugOf(world, 'listings', 'wheelchair-basketball')}`)
    ).json();
    expect([category.slug, furtherCategories.map(({ slug }: { slug: string }) => slug)]).toEqual([
      'team-sports',
      ['martial-arts', 'company'],
    ]);
  });

  test.each(['best', 'nearest', 'price'])('pages by %s show everything once', async (sort) => {
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: SearchAnswer = await search({ words: 'knitting', near: 'M33', sort, ...(cursor ? { cursor } : {}) });
      seen.push(...page.items.map(({ id }) => id));
      expect(page.total).toBe(60);
      cursor = page.nextCursor;
    } while (cursor);
    expect(seen).toHaveLength(60);
    expect(new Set(seen).size).toBe(60);
  });

  test('a cursor goes on with the search that it was made in, and with no other', async () => {
    const asked = { words: 'knitting', near: 'M33', free: 'true' };
    const { nextCursor } = await search(asked);
    const cursor = nextCursor ?? '';
    expect((await search({ ...asked, sort: 'best', cursor })).items.length).toBeGreaterThan(0);
    const { words: _words, ...wordless } = asked;
    for (const other of [
      ...[
        { ...asked, sort: 'price' },
        { ...asked, sort: 'nearest' },
        { ...asked, words: 'knitting circle' },
      ],
      ...[
        { ...asked, near: 'WA15' },
        { ...asked, evenings: 'true' },
        { ...asked, category: 'arts-and-music' },
      ],
      ...[{ ...asked, language: 'Polish' }, { ...asked, radius: '50000' }, wordless, {}],
    ]) {
      const answer = await world.app.inject({ url: '/api/listings', query: { ...other, cursor } });
      expect([other, answer.statusCode]).toEqual([other, 400]);
      expect(answer.json()).toMatchObject({ errors: [{ pointer: '/querystring/cursor', code: 'field.cursor' }] });
    }
  });

  /** As the API's own statement of a search for everything names it. */
  const EVERYTHING = listAsked('search', {
    ...{ category: null, kind: null, free: false, hasSpace: false, evenings: false, weekends: false, language: null },
    ...{ workerGender: null, acceptsIsf: false, words: '', near: '', radius: null, sort: 'best' },
  });

  test('a cursor with the keys of a row goes on after it', async () => {
    const cursor = makeCursor(EVERYTHING, ['-1000', 'lst_01jdzzzzzzzzzzzzzzzzzzzzzz']);
    expect((await search({ cursor })).items).toEqual((await search({})).items);
  });

  test.each([
    ['an unknown field', { colour: 'red' }],
    ['a made-up cursor', { cursor: 'bm9uc2Vuc2U' }],
    ['a cursor with no number', { cursor: makeCursor(EVERYTHING, ['x', 'lst_01jdzzzzzzzzzzzzzzzzzzzzzz']) }],
    ['a cursor with a broken id', { cursor: makeCursor(EVERYTHING, ['1', '\u0000']) }],
    ['a cursor of another list', { cursor: makeCursor(listAsked('search'), ['1', 'lst_01jdzzzzzzzzzzzzzzzzzzzzzz']) }],
    ['a language with a NUL', { language: '\u0000' }],
    ['a sort that we do not have', { sort: 'random' }],
    ['a radius of nothing', { radius: '0' }],
  ])('refuses %s', async (_name, query) => {
    const answer = await world.app.inject({ url: '/api/listings', query: query as Record<string, string> });
    expect(answer.statusCode).toBe(400);
  });
});

describe('two prices for one thing', () => {
  const price = async (
    query: Record<string, string>,
    account?: keyof typeof ACCOUNTS,
    councilId: string = WORLD.council,
  ) => {
    const headers = account ? await world.signIn(ACCOUNTS[account], councilId) : {};
    const { items } = await search({ words: 'care at home', kind: 'service', ...query }, headers);
    const care = items.find(({ slug }) => slug === 'care-at-home');
    return { from: care?.fromPrice, mine: care?.myPrice };
  };
  const publicPrice = { pence: 2200, unit: 'hour' };

  test('the public sees £22.00 and nothing else', async () => {
    expect(await price({})).toEqual({ from: publicPrice, mine: null });
  });

  test('Asha with social care sees £19.20, and that it was agreed', async () => {
    expect(await price({ lineId: WORLD.ashaCare }, 'asha')).toEqual({
      from: publicPrice,
      mine: { pence: 1920, unit: 'hour', why: 'agreed' },
    });
  });

  test('Asha with her own money sees £22.00', async () => {
    expect((await price({ lineId: WORLD.ashaOwn }, 'asha')).mine).toEqual({ ...publicPrice, why: 'own-money' });
  });

  test('her representative sees her price; another person, another council and a stranger find no such line', async () => {
    expect((await price({ lineId: WORLD.ashaCare }, 'representative')).mine?.pence).toBe(1920);
    const status = async (headers: Record<string, string>, url = '/api/listings') =>
      (await world.app.inject({ url, query: { lineId: WORLD.ashaCare }, headers })).statusCode;
    for (const url of ['/api/listings', '/api/listings/care-at-home']) {
      expect(await status(await world.signIn(ACCOUNTS.stranger, WORLD.council), url)).toBe(404);
      expect(await status(await world.signIn(ACCOUNTS.elsewhere, WORLD.elsewhere), url)).toBe(404);
      expect(await status(await world.signIn(ACCOUNTS.provider, WORLD.council), url)).toBe(404);
      expect(await status({}, url)).toBe(401);
    }
  });

  test('the listing page says the same', async () => {
    const page = async (lineId?: string) =>
      (
        await world.app.inject({
          url: '/api/listings/care-at-home',
          ...(lineId ? { query: { lineId }, headers: await world.signIn(ACCOUNTS.asha, WORLD.council) } : {}),
        })
      ).json().offers[0];
    expect(await page()).toMatchObject({ price: publicPrice, myPrice: null, vat: 'E' });
    expect(await page(WORLD.ashaCare)).toMatchObject({ price: publicPrice, myPrice: { pence: 1920, why: 'agreed' } });
    expect(await page(WORLD.ashaOwn)).toMatchObject({ myPrice: { pence: 2200, why: 'own-money' } });
    // and the private page has left nothing behind for the public
    expect(await page()).toMatchObject({ myPrice: null });
  });

  test('the lines that could pay are those of people whom the viewer may buy for', async () => {
    const lines = async (account: keyof typeof ACCOUNTS) =>
      (
        await world.app.inject({
          url: '/api/paying-lines',
          headers: await world.signIn(ACCOUNTS[account], WORLD.council),
        })
      )
        .json()
        .items?.map(({ lineId }: { lineId: string }) => lineId);
    expect(await lines('asha')).toEqual([WORLD.ashaCare, WORLD.ashaOwn]);
    expect((await lines('broker')).sort()).toEqual([WORLD.motherCare, WORLD.sonOneBreaks, WORLD.sonTwoBreaks].sort());
    expect(await lines('provider')).toBeUndefined();
    const asha = await world.app.inject({
      url: '/api/paying-lines',
      headers: await world.signIn(ACCOUNTS.asha, WORLD.council),
    });
    expect(asha.json().items).toMatchObject([
      { lineId: WORLD.ashaCare, main: true },
      { lineId: WORLD.ashaOwn, main: false },
    ]);
  });

  test('what a person pays has VAT in it', async () => {
    const found = await search({ words: 'gardening', kind: 'service' });
    expect(found.items.find(({ slug }) => slug === 'gardening')?.fromPrice).toEqual({ pence: 4800, unit: 'hour' });
  });
});

test('a search leaves its words, district and number of hits, and no trace of who asked', async () => {
  const before = world.clock.now();
  await search(
    { words: 'unicorn riding ring 0161 496 0000 or a@b.example', near: 'WA15 6SQ' },
    await world.signIn(ACCOUNTS.asha, WORLD.council),
  );
  await expect
    .poll(
      () =>
        inTransaction(world.database.db, WORLD.council, (tx) =>
          tx
            .selectFrom('searches')
            .select(['words', 'outward', 'hits', 'searched_at'])
            .where('words', 'like', '%unicorn%')
            .execute(),
        ),
      { timeout: 15_000 },
    )
    .toHaveLength(1);
  const [kept] = await inTransaction(world.database.db, WORLD.council, (tx) =>
    tx.selectFrom('searches').selectAll().where('words', 'like', '%unicorn%').execute(),
  );
  expect(kept).toMatchObject({ outward: 'WA15', hits: 0 });
  expect(kept?.words).not.toMatch(/\d{4}|@/);
  expect(Temporal.Instant.compare(kept?.searched_at ?? before, before)).toBe(0);
});

test('the statement ranks every listing as the rule says, by words, place, kind, age and freshness', async () => {
  const { ownerDb } = world.database;
  await setState('badminton', 'stale');
  const point = { latitude: 53.42, longitude: -2.32 };
  const ages = { from: 13, to: 18 };
  const ranking = 'badminton | young <-> people | counsel';
  const no = { free: false, hasSpace: false, evenings: false, weekends: false, acceptsIsf: false };
  const filters = { ...no, category: null, kind: null, language: null, workerGender: null };
  const question: ListingQuestion = {
    ...{
      matching: ranking,
      ranking,
      point,
      outward: null,
      radius: null,
      ages,
      kinds: ['racket-sports'],
      named: null,
      wishes: ['language=Urdu', 'evenings'],
      subcategories: ['counselling'],
      headings: [],
    },
    ...{ filters, sort: 'best' as const, after: null, today: world.clock.today() },
  };
  const { items } = await searchListings(world.database.db, question);
  const { rows } = await sql<{
    id: string;
    words: number;
    subcategory: string;
    facets: string;
    minimum: number | null;
    maximum: number | null;
    state: string;
    has_space: boolean | null;
    serves_metres: number | null;
  }>`
    select listing.id, ts_rank(${RANKING.wordWeights}, entry.search, to_tsquery('english', ${ranking})) as words, category.slug as subcategory, entry.facets,
           listing.minimum_age as minimum, listing.maximum_age as maximum,
           listing.state, listing.has_space, listing.serves_metres
      from listings as listing join categories as category on category.id = listing.category_id
      join search_entries as entry on entry.listing_id = listing.id`.execute(ownerDb);
  const facts = new Map(rows.map((row) => [row.id, row]));
  expect(items?.length).toBeGreaterThan(3);
  for (const [id, sortKey, metres] of items ?? []) {
    const fact = facts.get(id);
    if (!fact) throw new Error('no such listing');
    const rank = rankOf({
      words: fact.words,
      place: { metres, isInDistrict: false, servesMetres: fact.serves_metres },
      kind:
        fact.subcategory === 'racket-sports' ? 'meant' : fact.subcategory === 'counselling' ? 'subcategory' : 'other',
      wishesMet: ['\tlanguage=Urdu\t', '\tevenings\t'].filter((facet) => fact.facets.includes(facet)).length,
      ages: { asked: ages, minimum: fact.minimum, maximum: fact.maximum },
      isStale: fact.state === 'stale',
      hasSpace: fact.has_space !== false,
    });
    expect(sortKey).toBeCloseTo(-rank, 6);
  }
});

describe('what the words say besides', () => {
  test('is a filter: only what is free, on evenings, with a woman as worker is found, and the answer says so', async () => {
    const said = await search({ words: 'free evening knitting' });
    const chosen = await search({ words: 'knitting', free: 'true', evenings: 'true' });
    expect(said.total).toBe(chosen.total);
    expect(said.items.every(({ free, evenings }) => free && evenings)).toBe(true);
    expect(said.inWords).toEqual([
      { filter: 'free', values: [], state: 'applied' },
      { filter: 'evenings', values: [], state: 'applied' },
    ]);
    const byWomen = await search({ words: 'knitting with a female teacher' });
    expect(byWomen.total).toBe((await search({ words: 'knitting', workerGender: 'female' })).total);
  });

  test('can be taken off, each by itself, and its words are still none to look for', async () => {
    const off = await search({ words: 'free evening knitting', without: 'free' });
    expect(off.total).toBe((await search({ words: 'knitting', evenings: 'true' })).total);
    expect(off.inWords.map(({ filter, state }) => [filter, state])).toEqual([
      ['free', 'off'],
      ['evenings', 'applied'],
    ]);
    expect((await search({ words: 'free evening knitting', without: 'free,evenings' })).total).toBe(60);
    const polish = await search({ words: 'polish knitting', without: 'language' });
    expect([polish.total, polish.inWords[0]?.state]).toEqual([60, 'off']);
  });

  test('leaves what was looked for, and taking one off never finds less', async () => {
    const both = await search({ words: 'free evening swimming' });
    expect(both.items.map(({ title }) => title)).toContain('Swimming lessons');
    for (const without of ['free', 'evenings', 'free,evenings'])
      expect((await search({ words: 'free evening swimming', without })).total, without).toBeGreaterThanOrEqual(
        both.total,
      );
  });

  test('only ranks where nothing is like that, or nothing of the kind that is meant', async () => {
    const found = await search({ words: 'free badminton with a male instructor' });
    expect(found.items.map(({ title }) => title)).toContain('Partington Badminton');
    expect(found.inWords.map(({ filter, state }) => [filter, state])).toEqual([
      ['workerGender', 'ranked'],
      ['free', 'ranked'],
    ]);
  });

  test('gives way to what was chosen, and does not find more with a filter than its number said', async () => {
    const found = await search({ words: 'free badminton with a male instructor', evenings: 'true' });
    expect(found.items.map(({ title }) => title)).toEqual(['Partington Badminton']);
    const chosen = await search({ words: 'knitting with a male teacher', workerGender: 'female' });
    expect(chosen.total).toBe((await search({ words: 'knitting', workerGender: 'female' })).total);
    expect(chosen.inWords).toEqual([]);
  });

  test('is part of the question that a page belongs to', async () => {
    const { nextCursor } = await search({ words: 'free knitting' });
    const other = { words: 'free knitting', without: 'free', cursor: nextCursor ?? '' };
    expect(nextCursor).not.toBeNull();
    const answer = await world.app.inject({ url: '/api/listings', query: other });
    expect(answer.statusCode).toBe(400);
  });

  test.each(['colour', 'free;evenings', 'free,free,free,free,free,free', ''])(
    'is not taken off by "%s"',
    async (without) => {
      const answer = await world.app.inject({ url: '/api/listings', query: { words: 'free knitting', without } });
      expect(answer.statusCode).toBe(400);
    },
  );
});
