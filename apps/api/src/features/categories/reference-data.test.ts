// The ideas of the search stand in the index of every listing, also of those that were there before an idea had a name.

import { inTransaction } from '@support-market/db/transaction';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { categoriesChanged } from '../../platform/listing-changes.repo.ts';
import { keepAllPages, outOfDate } from '../../testing/catalogue-check.repo.ts';
import { startTestApp, type TestApp } from '../../testing/test-app.ts';
import { buildWorld } from '../../testing/world.ts';
import { upsertCategories, upsertSearchIdeas } from './reference-data.repo.ts';

let world: TestApp;

beforeAll(async () => {
  world = await startTestApp();
  await buildWorld(world);
});
afterAll(() => world.close());

const write = () =>
  inTransaction(world.database.ownerDb, null, async (tx) => {
    await upsertCategories(tx, world.clock);
    await upsertSearchIdeas(tx);
  });

async function listingsWith(lexeme: string): Promise<number> {
  const { rows } = await sql<{ listings: number }>`
    select count(*)::integer as listings from search_entries where search @@ ${lexeme}::tsquery`.execute(
    world.database.ownerDb,
  );
  return rows[0]?.listings ?? 0;
}

const index = () => inTransaction(world.database.ownerDb, null, (tx) => categoriesChanged(tx));

test('a listing that was there before its ideas is found by them, and no longer once they are gone', async () => {
  await sql`delete from search_ideas`.execute(world.database.ownerDb);
  await sql`update listings set title = 'Drop in for everybody'`.execute(world.database.ownerDb);
  await index();
  expect(await listingsWith('idea0daycentre')).toBe(0);
  await write();
  expect(await listingsWith('idea0daycentre')).toBeGreaterThan(0);
  await sql`update search_ideas set names = 'nothing'::tsquery where lexeme = 'idea0daycentre'`.execute(
    world.database.ownerDb,
  );
  await sql`insert into search_ideas (lexeme, names) values ('idea0gone', 'everybodi'::tsquery)`.execute(
    world.database.ownerDb,
  );
  await index();
  expect(await listingsWith('idea0daycentre')).toBe(0);
  expect(await listingsWith('idea0gone')).toBeGreaterThan(0);
  await write();
  expect(await listingsWith('idea0daycentre')).toBeGreaterThan(0);
  expect(await listingsWith('idea0gone')).toBe(0);
});

test('a new name of a category is at once among the words of its listings, and on their pages', async () => {
  await sql`update categories set name = 'Quokkas', synonyms = '' where slug = 'help-at-home'`.execute(
    world.database.ownerDb,
  );
  await index();
  expect(await listingsWith('quokka')).toBeGreaterThan(0);
  await keepAllPages(world);
  await write();
  expect(await listingsWith('quokka')).toBe(0);
  expect(await outOfDate(world)).toEqual([]);
});

test('what is written already is not indexed again', async () => {
  await write();
  const versions = async () =>
    (await sql<{ xmin: string }>`select xmin::text from listings order by id`.execute(world.database.ownerDb)).rows;
  const before = await versions();
  expect(before.length).toBeGreaterThan(0);
  await write();
  expect(await versions()).toEqual(before);
});
