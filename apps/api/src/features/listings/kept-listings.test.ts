// Who sees what is kept for a person, who may keep and take off, what two at once do, and what is told of a listing that is gone.

import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { listingsChanged } from '../../platform/listing-changes.repo.ts';
import { startTestApp, type TestApp } from '../../testing/test-app.ts';
import { ACCOUNTS, type AccountName, buildWorld, WORLD } from '../../testing/world.ts';

let world: TestApp;
beforeAll(async () => {
  world = await startTestApp();
  await buildWorld(world);
});
afterAll(() => world.close());
beforeEach(async () => {
  await world.database.ownerDb.deleteFrom('kept_listings').execute();
});

async function ask(who: AccountName, method: 'GET' | 'POST' | 'PUT', url: string, payload?: object) {
  const headers = await world.signIn(ACCOUNTS[who], who === 'elsewhere' ? WORLD.elsewhere : WORLD.council);
  return world.app.inject({ method, url, headers, ...(payload ? { payload } : {}) });
}

interface Kept {
  readonly readers: string[];
  readonly mayKeep: boolean;
  readonly nextCursor: string | null;
  readonly items: {
    readonly id: string;
    readonly title: string;
    readonly note: string;
    readonly keptBy: string;
    readonly listing: { readonly slug: string; readonly myPrice: { readonly pence: number } | null } | null;
  }[];
}

async function listOf(who: AccountName, person: string, query = ''): Promise<Kept> {
  const answer = await ask(who, 'GET', `/api/people/${person}/kept-listings${query}`);
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json<Kept>();
}

async function keep(who: AccountName, personId: string, listingId: string, note?: string): Promise<string> {
  const answer = await ask(who, 'POST', '/api/kept-listings', { personId, listingId, ...(note ? { note } : {}) });
  expect(answer.statusCode, answer.body).toBe(201);
  return answer.json<{ id: string }>().id;
}

async function setState(listingId: string, state: string): Promise<void> {
  await world.database.ownerDb.updateTable('listings').set({ state }).where('id', '=', listingId).execute();
  await world.database.ownerDb.transaction().execute((tx) => listingsChanged(tx, [listingId]));
}

test('what one keeps, the person and all who act for them see, with who kept it and who sees it', async () => {
  await keep('representative', WORLD.asha, WORLD.careListing, ' Near the bus. ');
  expect(await listOf('asha', WORLD.asha)).toMatchObject({
    readers: ['representative'],
    mayKeep: true,
    items: [{ title: 'Care at home', note: 'Near the bus.', keptBy: 'representative' }],
  });
  await keep('broker', WORLD.mother, WORLD.clubListing);
  expect(await listOf('broker', WORLD.mother)).toMatchObject({
    readers: ['Harbour Brokers'],
    items: [{ title: 'Friday club', listing: { slug: 'friday-club' } }],
  });
});

test('a stranger, another’s broker, a provider and every officer find nothing, as for no such person', async () => {
  await keep('asha', WORLD.asha, WORLD.careListing);
  const none = (await ask('stranger', 'GET', '/api/people/per_01missing00000000000000000/kept-listings')).json();
  for (const who of ['stranger', 'broker', 'elsewhere'] as const) {
    const answer = await ask(who, 'GET', `/api/people/${WORLD.asha}/kept-listings`);
    expect(answer.statusCode, who).toBe(404);
    expect({ ...answer.json(), requestId: '' }).toEqual({ ...none, requestId: '' });
    expect((await ask(who, 'GET', `/api/kept-listings?personId=${WORLD.asha}`)).statusCode).toBe(404);
  }
  for (const who of ['provider', 'commissioner', 'practitioner', 'manager', 'finance', 'auditor'] as const)
    expect((await ask(who, 'GET', `/api/people/${WORLD.asha}/kept-listings`)).statusCode, who).toBe(403);
});

test('without the right to order one may look and not keep, and when the authority ends one sees nothing', async () => {
  const id = await keep('asha', WORLD.asha, WORLD.careListing);
  const mandates = () => world.database.ownerDb.updateTable('mandates').where('person_id', '=', WORLD.asha);
  await mandates().set({ may_order: false }).execute();
  expect(await listOf('representative', WORLD.asha)).toMatchObject({ mayKeep: false, items: [{ id }] });
  const tries = [
    ask('representative', 'POST', '/api/kept-listings', { personId: WORLD.asha, listingId: WORLD.clubListing }),
    ask('representative', 'PUT', `/api/kept-listings/${id}`, { note: 'x' }),
    ask('representative', 'POST', `/api/kept-listings/${id}/remove`),
  ];
  expect((await Promise.all(tries)).map(({ statusCode }) => statusCode)).toEqual([404, 404, 404]);
  await mandates().set({ state: 'ended', ended_at: world.clock.now() }).execute();
  expect((await ask('representative', 'GET', `/api/people/${WORLD.asha}/kept-listings`)).statusCode).toBe(404);
  expect((await listOf('asha', WORLD.asha)).readers).toEqual([]);
  await mandates().set({ state: 'running', ended_at: null, may_order: true }).execute();
});

test('two who keep the same at once keep it once', async () => {
  const both = await Promise.all([
    keep('asha', WORLD.asha, WORLD.careListing, 'mine'),
    keep('representative', WORLD.asha, WORLD.careListing, 'hers'),
  ]);
  expect(both[0]).toBe(both[1]);
  expect((await listOf('asha', WORLD.asha)).items).toHaveLength(1);
});

test('what is taken off can be put back with its note, and twice is as once', async () => {
  const id = await keep('asha', WORLD.asha, WORLD.careListing, 'Near the bus.');
  for (let time = 0; time < 2; time += 1)
    expect((await ask('asha', 'POST', `/api/kept-listings/${id}/remove`)).statusCode).toBe(200);
  expect((await listOf('asha', WORLD.asha)).items).toEqual([]);
  expect((await ask('asha', 'PUT', `/api/kept-listings/${id}`, { note: 'Late.' })).statusCode).toBe(409);
  for (let time = 0; time < 2; time += 1)
    expect((await ask('asha', 'POST', `/api/kept-listings/${id}/put-back`)).statusCode).toBe(200);
  expect((await listOf('asha', WORLD.asha)).items).toMatchObject([{ id, note: 'Near the bus.' }]);
});

test('putting back what was kept anew meanwhile leaves the one that is there', async () => {
  const first = await keep('asha', WORLD.asha, WORLD.careListing);
  await ask('asha', 'POST', `/api/kept-listings/${first}/remove`);
  const second = await keep('asha', WORLD.asha, WORLD.careListing);
  expect((await ask('asha', 'POST', `/api/kept-listings/${first}/put-back`)).statusCode).toBe(200);
  expect((await listOf('asha', WORLD.asha)).items.map(({ id }) => id)).toEqual([second]);
});

test('a listing that is hidden since is told by the name it was kept under, and nothing more', async () => {
  await keep('asha', WORLD.asha, WORLD.gardenListing);
  await world.database.ownerDb
    .updateTable('listings')
    .set({ title: 'Another name' })
    .where('id', '=', WORLD.gardenListing)
    .execute();
  await setState(WORLD.gardenListing, 'hidden');
  expect((await listOf('asha', WORLD.asha)).items).toMatchObject([{ title: 'Gardening', listing: null }]);
  const again = await ask('stranger', 'POST', '/api/kept-listings', {
    ...{ personId: WORLD.stranger, listingId: WORLD.gardenListing },
  });
  expect(again.statusCode).toBe(404);
  await setState(WORLD.gardenListing, 'published');
  expect((await listOf('asha', WORLD.asha)).items).toMatchObject([{ title: 'Another name', listing: {} }]);
});

test('prices are those of the chosen line, and of no line of others', async () => {
  await keep('asha', WORLD.asha, WORLD.careListing);
  const mine = await listOf('asha', WORLD.asha, `?lineId=${WORLD.ashaCare}`);
  expect(mine.items[0]?.listing?.myPrice).toMatchObject({ pence: 1920, why: 'agreed' });
  const theirs = await ask('asha', 'GET', `/api/people/${WORLD.asha}/kept-listings?lineId=${WORLD.strangerCare}`);
  expect(theirs.statusCode).toBe(404);
});

test('the lines that could pay are asked for one person, and for no one out of reach', async () => {
  const linesOf = async (who: AccountName, person: string) =>
    (await ask(who, 'GET', `/api/paying-lines?personId=${person}`))
      .json<{ items: { lineId: string }[] }>()
      .items.map(({ lineId }) => lineId);
  expect(await linesOf('broker', WORLD.mother)).toEqual([WORLD.motherCare]);
  expect(await linesOf('broker', WORLD.asha)).toEqual([]);
});

test('the list is paged by key, newest first, and refuses a cursor of another person’s list', async () => {
  const ids: string[] = [];
  for (const listing of [WORLD.careListing, WORLD.clubListing, WORLD.gardenListing]) {
    ids.unshift(await keep('broker', WORLD.mother, listing));
    world.clock.advance({ seconds: 1 });
  }
  const first = await listOf('broker', WORLD.mother, '?limit=2');
  const second = await listOf('broker', WORLD.mother, `?limit=2&cursor=${first.nextCursor}`);
  expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(ids);
  expect(second.nextCursor).toBeNull();
  const other = await ask('broker', 'GET', `/api/people/${WORLD.sonOne}/kept-listings?cursor=${first.nextCursor}`);
  expect(other.statusCode).toBe(400);
});

test('no more than a hundred are kept for one person, and the refusal says so', async () => {
  const rows = Array.from({ length: 100 }, (_, index) => ({
    council_id: WORLD.council,
    id: `kept_many${String(index).padStart(19, '0')}`,
    person_id: WORLD.asha,
    listing_id: `lst_many${String(index).padStart(19, '0')}`,
    title: 'One of many',
    kept_at: world.clock.now(),
    kept_by: ACCOUNTS.asha,
  }));
  await world.database.ownerDb.insertInto('kept_listings').values(rows).execute();
  const body = { personId: WORLD.asha, listingId: WORLD.careListing };
  const answer = await ask('asha', 'POST', '/api/kept-listings', body);
  expect(answer.statusCode).toBe(409);
  expect(answer.json()).toMatchObject({ code: 'listing.too_many_kept', details: { max: 100 } });
  const marks = (await ask('asha', 'GET', `/api/kept-listings?personId=${WORLD.asha}`)).json<{ items: object[] }>();
  expect(marks.items).toHaveLength(100);
});

test('a look by somebody who acts for the person is written down, and the person’s own is not', async () => {
  const looks = async () =>
    (
      await world.database.ownerDb
        .selectFrom('audit_entries')
        .select('account_id')
        .where('event', '=', 'kept-listing.listed')
        .where('person_id', '=', WORLD.sonTwo)
        .execute()
    ).length;
  const before = await looks();
  await listOf('broker', WORLD.sonTwo);
  expect(await looks()).toBe(before + 1);
  await listOf('stranger', WORLD.stranger);
  const own = await world.database.ownerDb
    .selectFrom('audit_entries')
    .select('id')
    .where('event', '=', 'kept-listing.listed')
    .where('person_id', '=', WORLD.stranger)
    .execute();
  expect(own).toEqual([]);
});
