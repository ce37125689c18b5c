// Feeds that a council keeps: what may be kept, who may do it, and what a person asks for.

import { afterAll, beforeAll, expect, test } from 'vitest';
import { addFeed } from '../../testing/add-feed.ts';
import { newKey } from '../../testing/place-order.ts';
import { startTestApp, type TestApp } from '../../testing/test-app.ts';
import { ACCOUNTS, type AccountName, buildWorld, WORLD } from '../../testing/world.ts';

let world: TestApp;
let older: string;
let newer: string;
beforeAll(async () => {
  world = await startTestApp();
  await buildWorld(world);
  older = await addFeed(world);
  world.clock.advance({ hours: 1 });
  newer = await addFeed(world, 'https://second.example.org');
});
afterAll(() => world.close());

const headersOf = (who: AccountName) =>
  world.signIn(ACCOUNTS[who], who === 'elsewhere' ? WORLD.elsewhere : WORLD.council);
const get = async (who: AccountName, url: string) => world.app.inject({ url, headers: await headersOf(who) });
async function post(who: AccountName, url: string, payload?: object, key = newKey()) {
  const headers = { ...(await headersOf(who)), 'idempotency-key': key };
  return world.app.inject({ method: 'POST', url, headers, ...(payload ? { payload } : {}) });
}
const addresses = async (): Promise<string[]> =>
  (await get('administrator', '/api/feeds'))
    .json<{ items: { address: string }[] }>()
    .items.map(({ address }) => address);

test('the list is the council’s own, newest first, and read page by page without a gap or a repeat', async () => {
  const first = (await get('administrator', '/api/feeds?limit=1')).json();
  expect(first.items).toMatchObject([{ id: newer, readAt: null, outcome: null }]);
  const second = (await get('auditor', `/api/feeds?limit=1&cursor=${first.nextCursor}`)).json();
  expect(second).toMatchObject({ items: [{ id: older }], nextCursor: null });
  expect((await get('finance', '/api/feeds')).statusCode).toBe(403);
  expect((await get('elsewhere', `/api/feeds/${older}`)).statusCode).toBe(403);
  expect((await get('administrator', '/api/feeds/fee_01missing00000000000000000')).statusCode).toBe(404);
});

test('an address is kept once under one key, is waited for, and a second time is refused by its field', async () => {
  const body = { name: ' Riverside ', address: 'https://river.example.org/oruk/v3/services/' };
  const key = newKey();
  const added = await post('editor', '/api/feeds', body, key);
  expect(added.statusCode, added.body).toBe(201);
  expect((await post('editor', '/api/feeds', body, key)).json()).toEqual(added.json());
  const { id } = added.json<{ id: string }>();
  const shown = (await get('editor', `/api/feeds/${id}`)).json();
  expect(shown).toMatchObject({ name: 'Riverside', state: 'open', readings: [] });
  expect(shown.askedAt).not.toBeNull();
  // With or without what follows the feed's own address, it is the same list.
  const same = await post('editor', '/api/feeds', { name: 'Again', address: 'https://river.example.org/oruk/v3' });
  expect([same.statusCode, same.json().errors]).toMatchObject([
    409,
    [{ pointer: '/address', code: 'feed.already_kept' }],
  ]);
});

test.each([
  'http://127.0.0.1/oruk',
  'http://169.254.169.254/latest',
  'http://[::1]/',
  'https://user:word@feed.example.org',
  'ftp://feed.example.org',
  'javascript:alert(1)',
  'not an address',
])('an address that no one outside can read is refused by its field: %s', async (address) => {
  const before = await addresses();
  const answer = await post('administrator', '/api/feeds', { name: 'Inside', address });
  expect([answer.statusCode, answer.json().errors]).toMatchObject([422, [{ pointer: '/address' }]]);
  expect(await addresses()).toEqual(before);
});

test('reading is asked for, stopped and resumed once each, and the audit trail tells who did', async () => {
  const asked = await post('editor', `/api/feeds/${older}/read`);
  expect([asked.statusCode, asked.json().askedAt]).toEqual([200, world.clock.now().toString()]);
  expect((await post('editor', `/api/feeds/${older}/stop`)).json()).toMatchObject({ state: 'stopped' });
  expect((await post('editor', `/api/feeds/${older}/stop`)).statusCode).toBe(409);
  expect((await post('editor', `/api/feeds/${older}/read`)).statusCode).toBe(409);
  expect((await post('editor', `/api/feeds/${older}/resume`)).json()).toMatchObject({ state: 'open' });
  expect((await post('auditor', `/api/feeds/${older}/stop`)).statusCode).toBe(403);
  const events = await world.database.ownerDb
    .selectFrom('audit_entries')
    .select(['event', 'account_id'])
    .where('record_id', '=', older)
    .orderBy('id')
    .execute();
  expect(events.map(({ event }) => event).sort()).toEqual(['feed.asked', 'feed.resumed', 'feed.stopped']);
  expect(new Set(events.map(({ account_id }) => account_id))).toEqual(new Set([ACCOUNTS.editor]));
});
