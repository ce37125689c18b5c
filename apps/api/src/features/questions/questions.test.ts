// Who reads a question and its answers, who may write, what each side is told, and how long answers usually take.

import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { listingsChanged } from '../../platform/listing-changes.repo.ts';
import { newKey, placeOrder } from '../../testing/place-order.ts';
import { startTestApp, type TestApp } from '../../testing/test-app.ts';
import { ACCOUNTS, type AccountName, buildWorld, WORLD } from '../../testing/world.ts';

let world: TestApp;
beforeAll(async () => {
  world = await startTestApp();
  await buildWorld(world);
});
afterAll(() => world.close());
beforeEach(async () => {
  await world.database.ownerDb.deleteFrom('questions').execute();
  await world.database.ownerDb.deleteFrom('messages').execute();
});

async function send(who: AccountName, method: 'GET' | 'POST', url: string, payload?: object, key = newKey()) {
  const headers = await world.signIn(ACCOUNTS[who], who === 'elsewhere' ? WORLD.elsewhere : WORLD.council);
  return world.app.inject({
    ...{ method, url, headers: { ...headers, 'idempotency-key': key } },
    ...(payload ? { payload } : {}),
  });
}

interface Thread {
  readonly personName: string;
  readonly side: string;
  readonly mayWrite: boolean;
  readonly slug: string | null;
  readonly orderId: string | null;
  readonly readers: string[];
  readonly nextCursor: string | null;
  readonly items: {
    readonly words: string;
    readonly side: string;
    readonly writtenBy: string | null;
    readonly own: boolean;
  }[];
}

const WORDS = 'Do you come on Sundays?';
const ask = (who: AccountName, personId: string, listingId: string, words = WORDS, key = newKey()) =>
  send(who, 'POST', '/api/questions', { personId, listingId, words }, key);

async function asked(who: AccountName, personId: string, listingId: string, words = WORDS): Promise<string> {
  const answer = await ask(who, personId, listingId, words);
  expect(answer.statusCode, answer.body).toBe(201);
  return answer.json<{ id: string }>().id;
}

async function write(who: AccountName, id: string, words: string) {
  world.clock.advance({ seconds: 1 });
  return send(who, 'POST', `/api/questions/${id}/entries`, { words });
}

async function read(who: AccountName, id: string, query = ''): Promise<Thread> {
  const answer = await send(who, 'GET', `/api/questions/${id}${query}`);
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json<Thread>();
}

const told = async (who: AccountName) =>
  (await send(who, 'GET', '/api/messages')).json<{ items: { kind: string; details: object }[] }>().items;

async function setState(listingId: string, state: string): Promise<void> {
  await world.database.ownerDb.updateTable('listings').set({ state }).where('id', '=', listingId).execute();
  await world.database.ownerDb.transaction().execute((tx) => listingsChanged(tx, [listingId]));
}

test('both sides read the thread, and neither learns the names of the other’s people', async () => {
  const id = await asked('representative', WORLD.asha, WORLD.careListing);
  expect((await write('provider', id, ' Yes, we do. ')).statusCode).toBe(201);
  expect(await read('asha', id)).toMatchObject({
    ...{ side: 'person', personName: 'Asha Example', readers: ['representative'], mayWrite: true },
    items: [
      { words: 'Yes, we do.', side: 'provider', writtenBy: null, own: false },
      { words: WORDS, side: 'person', writtenBy: 'representative', own: false },
    ],
  });
  expect(await read('provider', id)).toMatchObject({
    ...{ side: 'provider', personName: 'HB1', readers: [], mayWrite: true },
    items: [{ writtenBy: 'provider', own: true }, { writtenBy: null }],
  });
});

test('each side is told when the other has written', async () => {
  const id = await asked('asha', WORLD.asha, WORLD.careListing);
  expect(await told('provider')).toMatchObject([{ kind: 'question.asked', details: { questionId: id } }]);
  expect(await told('clubProvider')).toEqual([]);
  await write('provider', id, 'Yes.');
  expect(await told('representative')).toMatchObject([
    { kind: 'question.answered', details: { questionId: id, organisationName: 'Bright Care' } },
  ]);
});

test('a stranger, another broker or provider and every officer find no thread of others', async () => {
  const id = await asked('asha', WORLD.asha, WORLD.careListing);
  const none = (await send('stranger', 'GET', '/api/questions/que_01missing00000000000000000')).json();
  for (const who of ['stranger', 'broker', 'clubProvider', 'elsewhere'] as const) {
    const answer = await send(who, 'GET', `/api/questions/${id}`);
    expect([who, answer.statusCode]).toEqual([who, 404]);
    expect({ ...answer.json(), requestId: '' }).toEqual({ ...none, requestId: '' });
    expect((await write(who, id, 'Let me in.')).statusCode, who).toBe(404);
  }
  for (const who of ['commissioner', 'practitioner', 'manager', 'finance', 'auditor', 'administrator'] as const)
    expect((await send(who, 'GET', `/api/questions/${id}`)).statusCode, who).toBe(403);
  const lists = await Promise.all(
    (['stranger', 'broker', 'clubProvider'] as const).map((who) => send(who, 'GET', '/api/questions')),
  );
  expect(lists.map((list) => list.json<{ items: object[] }>().items)).toEqual([[], [], []]);
});

test('an organisation does not find out who asks by asking for somebody', async () => {
  await asked('asha', WORLD.asha, WORLD.careListing);
  const list = await send('provider', 'GET', `/api/questions?personId=${WORLD.asha}`);
  expect(list.json()).toMatchObject({ items: [] });
});

test('without the right to order one only reads, and after the authority ends one reads nothing', async () => {
  const id = await asked('asha', WORLD.asha, WORLD.careListing);
  const mandates = () => world.database.ownerDb.updateTable('mandates').where('person_id', '=', WORLD.asha);
  await mandates().set({ may_order: false }).execute();
  expect(await read('representative', id)).toMatchObject({ mayWrite: false });
  expect((await write('representative', id, 'And Mondays?')).statusCode).toBe(409);
  expect((await ask('representative', WORLD.asha, WORLD.clubListing)).statusCode).toBe(404);
  await mandates().set({ state: 'ended', ended_at: world.clock.now() }).execute();
  expect((await send('representative', 'GET', `/api/questions/${id}`)).statusCode).toBe(404);
  expect((await read('asha', id)).readers).toEqual([]);
  await mandates().set({ state: 'running', ended_at: null, may_order: true }).execute();
});

test('two who ask about the same at once write in one thread, and a repeated press writes once', async () => {
  const [one, other] = await Promise.all([
    asked('asha', WORLD.asha, WORLD.careListing, 'One'),
    asked('representative', WORLD.asha, WORLD.careListing, 'Other'),
  ]);
  expect(one).toBe(other);
  const key = newKey();
  const again = await Promise.all([1, 2].map(() => ask('asha', WORLD.asha, WORLD.careListing, 'Again', key)));
  expect(again.map(({ statusCode }) => statusCode)).toEqual([201, 201]);
  expect((await read('asha', one)).items.map(({ words }) => words).sort()).toEqual(['Again', 'One', 'Other']);
});

test('the thread stays with the order that is made, and then the provider knows whom it is for', async () => {
  const id = await asked('asha', WORLD.asha, WORLD.careListing);
  const order = await placeOrder(world, {
    ...{ account: ACCOUNTS.asha, accept: ACCOUNTS.provider, person: WORLD.asha, offer: WORLD.careOffer },
    ...{ lines: [WORLD.ashaCare], oneOff: { date: '2026-11-20', startTime: '10:00', minutes: 60 } },
  });
  for (const who of ['asha', 'provider'] as const) {
    const list = await send(who, 'GET', `/api/questions?orderId=${order.id}`);
    expect(list.json()).toMatchObject({ items: [{ id, orderId: order.id, personName: 'Asha Example' }] });
  }
  expect((await send('stranger', 'GET', `/api/questions?orderId=${order.id}`)).json()).toMatchObject({ items: [] });
  await setState(WORLD.careListing, 'hidden');
  expect(await read('asha', id)).toMatchObject({ slug: null, mayWrite: true });
  await setState(WORLD.careListing, 'published');
});

test('about a listing that is hidden and was not ordered, what was written can be read and no more written', async () => {
  const id = await asked('asha', WORLD.asha, WORLD.gardenListing).catch(() => null);
  expect(id).toBeNull();
  const club = await asked('stranger', WORLD.stranger, WORLD.clubListing);
  await setState(WORLD.clubListing, 'hidden');
  for (const who of ['stranger', 'clubProvider'] as const) {
    expect(await read(who, club)).toMatchObject({ slug: null, mayWrite: false });
    const answer = await write(who, club, 'Still there?');
    expect([answer.statusCode, answer.json().code]).toEqual([409, 'question.closed']);
  }
  expect((await ask('stranger', WORLD.stranger, WORLD.clubListing)).statusCode).toBe(404);
  await setState(WORLD.clubListing, 'published');
});

test('an organisation of which no one can sign in is not asked, and the answer says so', async () => {
  const answer = await ask('asha', WORLD.asha, WORLD.gardenListing);
  expect([answer.statusCode, answer.json().code]).toEqual([409, 'question.no_one_answers']);
  const asking = await send(
    'asha',
    'GET',
    `/api/questions/asking?personId=${WORLD.asha}&listingId=${WORLD.gardenListing}`,
  );
  expect(asking.json()).toMatchObject({ mayAsk: false, questionId: null, usual: null });
});

test('how long answers usually take is told from three on, by the middle one, of the last 90 days', async () => {
  const asking = async () =>
    (await send('asha', 'GET', `/api/questions/asking?personId=${WORLD.asha}&listingId=${WORLD.clubListing}`)).json();
  const now = world.clock.now();
  const row = (index: number, hours: number, daysAgo = 1) => ({
    ...{ council_id: WORLD.council, id: `que_time${String(index).padStart(18, '0')}`, person_id: WORLD.stranger },
    ...{ organisation_id: WORLD.club, listing_id: `lst_time${index}`, title: 'Club' },
    asked_at: now.subtract({ hours: daysAgo * 24 }),
    answered_at: now.subtract({ hours: daysAgo * 24 - hours }),
    written_at: now.subtract({ hours: daysAgo * 24 - hours }),
  });
  const insert = (...rows: ReturnType<typeof row>[]) =>
    world.database.ownerDb.insertInto('questions').values(rows).execute();
  await insert(row(1, 1), row(2, 5), row(3, 300, 120));
  expect(await asking()).toMatchObject({ mayAsk: true, usual: null });
  await insert(row(4, 20));
  expect(await asking()).toMatchObject({ usual: { within: 'hours', count: 5 } });
});

test('what is written is shown as it was written, whatever it holds, and nothing unseen is taken', async () => {
  const words = '<script>alert(1)</script> {{y}} \u05d0\u05d1 https://example.org';
  const id = await asked('asha', WORLD.asha, WORLD.careListing, words);
  expect((await read('provider', id)).items[0]?.words).toBe(words);
  for (const nothing of ['', '   ', '\u200B', 'x'.repeat(2_001)])
    expect((await write('provider', id, nothing)).statusCode).toBe(400);
});

test('no one writes more than thirty times in an hour', async () => {
  const id = await asked('asha', WORLD.asha, WORLD.careListing);
  for (let time = 1; time < 30; time += 1) expect((await write('asha', id, `Time ${time}`)).statusCode).toBe(201);
  const answer = await write('asha', id, 'Once more');
  expect([answer.statusCode, answer.json().code]).toEqual([429, 'question.too_many']);
  expect((await write('provider', id, 'We are here.')).statusCode).toBe(201);
  world.clock.advance({ hours: 1, seconds: 1 });
  expect((await write('asha', id, 'Once more')).statusCode).toBe(201);
});

test('threads and what is in them are paged by key, newest first', async () => {
  const first = await asked('broker', WORLD.mother, WORLD.careListing);
  world.clock.advance({ seconds: 1 });
  const second = await asked('broker', WORLD.sonOne, WORLD.clubListing);
  world.clock.advance({ seconds: 1 });
  await write('broker', first, 'Two');
  const page = await send('broker', 'GET', '/api/questions?limit=1');
  const { items, nextCursor } = page.json<{ items: { id: string }[]; nextCursor: string }>();
  const rest = (await send('broker', 'GET', `/api/questions?limit=1&cursor=${nextCursor}`)).json<{
    items: { id: string }[];
  }>();
  expect([...items, ...rest.items].map(({ id }) => id)).toEqual([first, second]);
  const newest = await read('broker', first, '?limit=1');
  expect(newest.items.map(({ words }) => words)).toEqual(['Two']);
  expect((await read('broker', first, `?limit=1&cursor=${newest.nextCursor}`)).items.map(({ words }) => words)).toEqual(
    [WORDS],
  );
  expect((await send('broker', 'GET', `/api/questions/${second}?cursor=${newest.nextCursor}`)).statusCode).toBe(400);
});

test('a look by the provider is written down for the person to read', async () => {
  const id = await asked('asha', WORLD.asha, WORLD.careListing);
  await read('provider', id);
  await read('asha', id);
  const looks = await world.database.ownerDb
    .selectFrom('audit_entries')
    .select(['account_id', 'person_id'])
    .where('event', '=', 'question.viewed')
    .where('record_id', '=', id)
    .execute();
  expect(looks).toEqual([{ account_id: ACCOUNTS.provider, person_id: WORLD.asha }]);
});
