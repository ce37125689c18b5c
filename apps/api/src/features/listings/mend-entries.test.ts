// What a server of the version before writes of a listing, without what the search reads of it, is in the search after the mend.

import { inTransaction } from '@support-market/db/transaction';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { keepAllPages, outOfDate } from '../../testing/catalogue-check.repo.ts';
import { startTestApp, type TestApp } from '../../testing/test-app.ts';
import { buildWorld, WORLD } from '../../testing/world.ts';
import { loadReferenceData } from '../../workflows/load-reference-data.ts';
import { refreshPlaces, upsertListings } from './listing-writes.repo.ts';
import type { SearchAnswer } from './listings.schemas.ts';
import { mendSearchEntries } from './mend-entries.service.ts';

let world: TestApp;
beforeAll(async () => {
  world = await startTestApp();
  await buildWorld(world);
  await loadReferenceData(world.database.ownerDb, world.clock);
  await inTransaction(world.database.db, null, async (tx) => {
    const club = { source: 'seed', organisationId: WORLD.club, categorySlug: 'swimming', kind: 'community' as const };
    const named = (title: string) => ({ ...club, sourceRef: title, title, free: true, postcode: 'M31 4FA' });
    await upsertListings(tx, world.clock, ['Chess', 'Knitting', 'Rambling', 'Singing'].map(named));
    await refreshPlaces(tx);
  });
});
afterAll(() => world.close());

const found = async (words: string): Promise<string[]> => {
  const answer = await world.app.inject({ url: '/api/listings', query: { words } });
  return answer.json<SearchAnswer>().items.map(({ title }) => title);
};
/** As a server of the version before, or somebody by hand: the tables of the catalogue, and nothing that follows from them. */
const write = (statement: string) => sql.raw(statement).execute(world.database.ownerDb);

test('a catalogue that nothing is wrong with is left as it is', async () => {
  await keepAllPages(world);
  const versions = async () =>
    (await sql`select slug, version from listing_pages order by slug`.execute(world.database.db)).rows;
  const before = await versions();
  expect(await mendSearchEntries(world.context)).toBe(0);
  expect(await versions()).toEqual(before);
});

test('what changed without the search is in it after the mend, with its page, and nothing else is written', async () => {
  await keepAllPages(world);
  await write(`update listings set title = 'Draughts' where title = 'Chess'`);
  await write(`update listings set evenings = true, languages = array['Urdu'] where title = 'Knitting'`);
  await write(`update listings set state = 'hidden' where title = 'Rambling'`);
  await write(`update organisations set accepts_isf = not accepts_isf where id = '${WORLD.agency}'`);
  await write(`update search_entries set from_price_pence = 1 where listing_id = '${WORLD.gardenListing}'`);
  await write(`delete from search_entries where listing_id = '${WORLD.clubListing}'`);
  expect([await found('draughts'), await found('rambling')]).toEqual([[], ['Rambling']]);
  // In pages of two, so that what a page begins and ends with is looked at too.
  expect(await mendSearchEntries(world.context, 2)).toBe(6);
  expect([await found('draughts'), await found('chess'), await found('rambling')]).toEqual([['Draughts'], [], []]);
  const { slug } = await world.database.db
    .selectFrom('listings')
    .select('slug')
    .where('title', '=', 'Draughts')
    .executeTakeFirstOrThrow();
  expect((await world.app.inject(`/api/listings/${slug}`)).json().title).toBe('Draughts');
  expect(await mendSearchEntries(world.context)).toBe(0);
  expect(await outOfDate(world)).toEqual([]);
});

test('a word that no listing has any more leads no search to it, and those that one has stay known', async () => {
  const known = async () =>
    (await world.database.db.selectFrom('search_words').select('word').orderBy('word').execute()).map(
      ({ word }) => word,
    );
  await write(`insert into search_words values ('draufghts'), ('rambblings')`);
  await write(`delete from search_words where word = 'singing'`);
  await mendSearchEntries(world.context, 2);
  const after = await known();
  expect(after).toContain('singing');
  expect(after.filter((word) => /^draufghts|^rambbl/.test(word))).toEqual([]);
  // One was renamed before, and one was hidden.
  expect(after.filter((word) => word === 'chess' || word === 'rambling')).toEqual([]);
  expect(after).toContain('draughts');
});
