// What search engines are told must be what a stranger may see, however large the catalogue grows.

import Fastify from 'fastify';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId } from '../platform/ids.ts';
import { startTestApp, type TestApp } from '../testing/test-app.ts';
import { buildWorld } from '../testing/world.ts';
import { registerRobots } from './robots.routes.ts';

let world: TestApp;

beforeAll(async () => {
  world = await startTestApp();
  await buildWorld(world);
});
afterAll(() => world.close());

const addressesOf = (xml: string): string[] =>
  [...xml.matchAll(/<loc>([^<]+)<\/loc>/g)].flatMap(([, found]) => found ?? []);
const sitemap = async (): Promise<string[]> => addressesOf((await world.app.inject('/sitemap.xml')).body);

describe('the sitemap', () => {
  test('has what is published, and nothing hidden, stale or not published yet', async () => {
    const { ownerDb } = world.database;
    const listing = await ownerDb
      .selectFrom('listings')
      .innerJoin('organisations', 'organisations.id', 'listings.organisation_id')
      .select(['listings.id', 'listings.slug', 'organisations.id as organisationId', 'organisations.slug as seller'])
      .where('listings.state', '=', 'published')
      .executeTakeFirstOrThrow();
    const [page, seller] = [
      `http://localhost:3000/listings/${listing.slug}`,
      `http://localhost:3000/organisations/${listing.seller}`,
    ];
    expect(await sitemap()).toEqual(expect.arrayContaining(['http://localhost:3000/', page, seller]));
    for (const state of ['hidden', 'stale', 'draft'] as const) {
      await ownerDb
        .updateTable('listings')
        .set({ state })
        .where('organisation_id', '=', listing.organisationId)
        .execute();
      const addresses = await sitemap();
      const organisation = await world.app.inject(`/api/organisations/${listing.seller}`);
      const stale =
        organisation.statusCode === 200 && organisation.json().listings.map((one: { stale: boolean }) => one.stale);
      expect([state, stale && new Set(stale)]).toEqual([state, state === 'stale' && new Set([true])]);
      expect(addresses, state).not.toContain(page);
      expect(addresses, state).not.toContain(seller);
    }
    await ownerDb
      .updateTable('listings')
      .set({ state: 'published' })
      .where('organisation_id', '=', listing.organisationId)
      .execute();
  });

  test('has the search of each kind of support that finds something, and of no other', async () => {
    await sql`insert into categories (id, slug, name, synonyms, position) values (${newId(world.clock, 'category')}, 'empty', 'Empty', '', 900)`.execute(
      world.database.ownerDb,
    );
    const { items } = (await world.app.inject('/api/categories')).json();
    const slugs: string[] = items.flatMap((heading: { slug: string; children: { slug: string }[] }) => [
      heading.slug,
      ...heading.children.map(({ slug }) => slug),
    ]);
    const found = [];
    for (const category of slugs) {
      const { total } = (await world.app.inject({ url: '/api/listings', query: { category } })).json();
      if (total > 0) found.push(`http://localhost:3000/search?category=${category}`);
    }
    expect(found.length).toBeGreaterThan(1);
    expect(found.length).toBeLessThan(slugs.length);
    expect((await sitemap()).filter((address) => address.includes('?category=')).sort()).toEqual(found.sort());
  });

  test('says when a listing and its organisation last changed, and no time for pages of words', async () => {
    const listing = await world.database.ownerDb
      .selectFrom('listings')
      .innerJoin('organisations', 'organisations.id', 'listings.organisation_id')
      .select(['listings.id', 'listings.slug', 'organisations.slug as seller'])
      .where('listings.state', '=', 'published')
      .executeTakeFirstOrThrow();
    await sql`update listings set changed_at = '2031-02-03T04:05:06.789Z' where id = ${listing.id}`.execute(
      world.database.ownerDb,
    );
    const { body } = await world.app.inject('/sitemap.xml');
    for (const path of [`listings/${listing.slug}`, `organisations/${listing.seller}`])
      expect(body).toContain(`<loc>http://localhost:3000/${path}</loc><lastmod>2031-02-03T04:05:06Z</lastmod>`);
    expect(body).toContain('<loc>http://localhost:3000/about</loc></url>');
  });

  test('has the pages of each council where there are several', async () => {
    const councils = await world.database.ownerDb.selectFrom('councils').select('slug').execute();
    expect(councils.length).toBeGreaterThan(1);
    const wanted = councils.map(({ slug }) => `http://localhost:3000/contact?council=${slug}`);
    expect(await sitemap()).toEqual(expect.arrayContaining(wanted));
  });

  test('that would be too long is an index of parts, which have every address once', async () => {
    const whole = await sitemap();
    const app = Fastify();
    registerRobots(app as unknown as TestApp['app'], world.context, 12);
    const index = addressesOf((await app.inject('/sitemap.xml')).body);
    expect(index.length).toBeGreaterThan(1);
    const parts = await Promise.all(index.map(async (address) => app.inject(new URL(address).pathname)));
    for (const part of parts) expect(addressesOf(part.body).length).toBeLessThanOrEqual(12);
    expect(parts.flatMap((part) => addressesOf(part.body)).sort()).toEqual([...whole].sort());
    expect((await app.inject(`/sitemap-${index.length + 1}.xml`)).statusCode).not.toBe(200);
    await app.close();
  });
});

test('robots.txt keeps engines out of what belongs to people, and leads to the sitemap', async () => {
  const { headers, body } = await world.app.inject('/robots.txt');
  expect(headers['content-type']).toBe('text/plain; charset=utf-8');
  expect(body).toContain('Disallow: /my-place\n');
  // A preview fetches the picture of a page from here.
  expect(body).toContain('Allow: /api/photos/files/\n');
  expect(body).toContain('Sitemap: http://localhost:3000/sitemap.xml\n');
});
