// Finds listings whose search entry, kept page or kept card is not what building it again would make: whatever changes the
// catalogue has to leave none.

import type { Db } from '@support-market/db/pool';
import { sql } from 'kysely';
import { refreshFromPrice } from '../features/listings/from-prices.repo.ts';
import { findPageFacts } from '../features/listings/listing-page.repo.ts';
import { viewPublicListing } from '../features/listings/listing-page.service.ts';
import { searchCatalogue } from '../features/listings/search.service.ts';
import { listingsChanged } from '../platform/listing-changes.repo.ts';
import type { TestApp } from './test-app.ts';

const isVisible = sql<boolean>`state in ('published', 'stale')`;

/** What the search reads of each listing. */
async function entriesOf(db: Db): Promise<Map<string, string>> {
  const { rows } = await sql<{ slug: string; said: string }>`
    select slug, row_to_json(entry)::text as said from search_entries as entry order by slug`.execute(db);
  return new Map(rows.map(({ slug, said }) => [slug, said]));
}

/** What a search says of every listing that the public may see. */
async function cardsOf(world: TestApp): Promise<Map<string, string>> {
  const cards = new Map<string, string>();
  let cursor: string | null = null;
  do {
    const { body } = await searchCatalogue(world.context, null, cursor === null ? {} : { cursor });
    const page = JSON.parse(body) as { items: { slug: string }[]; nextCursor: string | null };
    for (const item of page.items) cards.set(item.slug, JSON.stringify(item));
    cursor = page.nextCursor;
  } while (cursor !== null);
  return cards;
}

/** Keeps the page and the card of every listing that the public may see, as the first reader of a day does. */
export async function keepAllPages(world: TestApp): Promise<void> {
  const { db } = world.database;
  const today = world.clock.today();
  for (const { slug } of await db.selectFrom('listings').select('slug').where(isVisible).execute()) {
    const page = await findPageFacts(db, slug, today);
    if (page === null) throw new Error(`${slug} has no page`);
    await viewPublicListing(world.context, slug);
  }
  await cardsOf(world);
  // Keeping does not make the reader wait.
  for (let turn = 0; turn < 200; turn += 1) {
    const { rows } = await sql<{ missing: number }>`
      select count(*)::int as missing from listings join listing_pages as page on page.slug = listings.slug
       where ${isVisible} and (page.body is null or page.card is null)`.execute(db);
    if (rows[0]?.missing === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error('a page or a card was not kept');
}

/** The addresses of listings whose entry is not that of a new index, or whose kept page or card is an old one. */
export async function outOfDate(world: TestApp): Promise<string[]> {
  const { db, ownerDb } = world.database;
  const kept = new Map<string, string>();
  const shown = await db.selectFrom('listings').select('slug').where(isVisible).orderBy('slug').execute();
  for (const { slug } of shown) kept.set(slug, await viewPublicListing(world.context, slug));
  const cards = await cardsOf(world);
  const entries = await entriesOf(ownerDb);
  const { rows: before } = await sql<{ word: string }>`select word from search_words`.execute(ownerDb);
  const wrong = new Set<string>();
  const { rows } = await sql<{ id: string }>`select id from listings`.execute(ownerDb);
  await ownerDb.transaction().execute(async (tx) => {
    await sql`delete from search_entries`.execute(tx);
    await sql`delete from search_words`.execute(tx);
    await listingsChanged(
      tx,
      rows.map(({ id }) => id),
    );
    await refreshFromPrice(tx, world.clock.today());
    const remade = await entriesOf(tx);
    for (const slug of new Set([...entries.keys(), ...remade.keys()]))
      if (entries.get(slug) !== remade.get(slug)) wrong.add(slug);
    const known = new Set(before.map(({ word }) => word));
    const { rows: after } = await sql<{ word: string }>`select word from search_words`.execute(tx);
    for (const { word } of after) if (!known.has(word)) wrong.add(`the word ${word}`);
  });
  for (const { slug } of shown) if ((await viewPublicListing(world.context, slug)) !== kept.get(slug)) wrong.add(slug);
  for (const [slug, card] of await cardsOf(world)) if (card !== cards.get(slug)) wrong.add(`the card of ${slug}`);
  return [...wrong].sort();
}
