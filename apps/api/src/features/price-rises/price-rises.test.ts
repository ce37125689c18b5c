// Who sees which price rises, how a list of them is narrowed and read, and what is refused: each test goes from route to row.

import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addPriceRise, addPriceRiseOrder } from '../../testing/add-price-rise.ts';
import { newKey, placeOrder } from '../../testing/place-order.ts';
import { startTestApp, type TestApp } from '../../testing/test-app.ts';
import { ACCOUNTS, type AccountName, buildWorld, WORLD } from '../../testing/world.ts';

let world: TestApp;
let older: string;
let newer: string;
let strangers: string;
beforeAll(async () => {
  world = await startTestApp();
  await buildWorld(world);
  older = await addPriceRise(world, WORLD.agency, WORLD.careOffer);
  strangers = await addPriceRise(world, WORLD.club, WORLD.clubOffer);
  world.clock.advance({ hours: 1 });
  newer = await addPriceRise(world, WORLD.agency, WORLD.careOffer);
});
afterAll(() => world.close());

async function ask(who: AccountName, url: string, payload?: object) {
  const headers = { ...(await world.signIn(ACCOUNTS[who], WORLD.council)), 'idempotency-key': newKey() };
  return world.app.inject({ method: payload ? 'POST' : 'GET', url, headers, ...(payload ? { payload } : {}) });
}

async function ids(who: AccountName, query = '', path = '/api/price-rises'): Promise<string[]> {
  const answer = await ask(who, `${path}${query}`);
  expect(answer.statusCode, `${who} ${answer.body}`).toBe(200);
  return answer.json<{ items: { id: string }[] }>().items.map(({ id }) => id);
}

test('the list holds what is within reach and nothing else, newest first', async () => {
  expect(await ids('provider')).toEqual([newer, older]);
  expect(await ids('clubProvider')).toEqual([strangers]);
  for (const officer of ['auditor', 'commissioner', 'finance', 'administrator'] as const)
    expect((await ids(officer)).sort()).toEqual([older, newer, strangers].sort());
  expect((await ask('asha', '/api/price-rises')).statusCode).toBe(403);
});

test('the list is read page by page without a gap or a repeat', async () => {
  const first = (await ask('provider', '/api/price-rises?limit=1')).json();
  const second = (await ask('provider', `/api/price-rises?limit=1&cursor=${first.nextCursor}`)).json();
  expect(first.items).toMatchObject([
    { id: newer, offerName: 'Care, by the hour', fromPence: 2_200, riseBasisPoints: 454 },
  ]);
  expect(second).toMatchObject({ items: [{ id: older }], nextCursor: null });
});

test('one out of reach answers the same bytes as one that does not exist', async () => {
  const missing = await ask('provider', '/api/price-rises/pri_01missing00000000000000000');
  expect(missing.statusCode).toBe(404);
  expect((await ask('clubProvider', `/api/price-rises/${older}`)).body).toBe(missing.body);
});

test.each([
  ['all', '1', 400],
  ['state', 'lost', 400],
  ['cursor', 'x', 400],
  ['from', '2200-01-01', 400],
  ['from', '2026-02-30', 422],
  ['search', 'a'.repeat(101), 400],
])('a list is refused by the name of what is wrong with its question: %s', async (name, value, status) => {
  const answer = await ask('provider', `/api/price-rises?${name}=${value}`);
  expect(answer.statusCode).toBe(status);
  const { errors } = answer.json<{ errors: { pointer: string }[] }>();
  expect(errors.map(({ pointer }) => pointer)).toContain(`/querystring/${name}`);
});

test('a list is narrowed by words, by state and by the first day, and by all of them together', async () => {
  await sql`update price_rises set words = 'Fuel is dearer.' where id = ${older}`.execute(world.database.ownerDb);
  expect(await ids('provider', '?search=fuel')).toEqual([older]);
  expect(await ids('auditor', '?search=friday')).toEqual([]);
  expect(await ids('provider', '?state=announced&search=wages')).toEqual([newer]);
  expect(await ids('provider', '?state=refused')).toEqual([]);
  expect(await ids('provider', '?from=2027-01-01')).toEqual([]);
});

test('what a rise comes to on an order is read by both of its sides and by no other', async () => {
  const order = await placeOrder(world, {
    account: ACCOUNTS.asha,
    person: WORLD.asha,
    offer: WORLD.careOffer,
    lines: [WORLD.ashaCare],
    oneOff: { date: '2026-12-03', startTime: '10:00', minutes: 60 },
  });
  const asked = await addPriceRiseOrder(world, older, order.id);
  const path = '/api/price-rise-orders';
  for (const who of ['asha', 'representative', 'provider', 'practitioner', 'finance', 'auditor'] as const)
    expect([who, await ids(who, `?orderId=${order.id}`, path)]).toEqual([who, [asked]]);
  for (const who of ['clubProvider', 'stranger', 'broker'] as const)
    expect([who, await ids(who, `?orderId=${order.id}`, path)]).toEqual([who, []]);
  expect((await ask('commissioner', path)).statusCode).toBe(403);
  const mayAnswer = async (who: AccountName) =>
    (await ask(who, `${path}?priceRiseId=${older}`)).json().items[0].mayAnswer;
  expect([await mayAnswer('asha'), await mayAnswer('provider'), await mayAnswer('finance')]).toEqual([
    true,
    false,
    false,
  ]);
});

test('an officer who keeps no books counts none of the orders of people who pay for themselves', async () => {
  const sums = async (who: AccountName) => (await ask(who, `/api/price-rises/${older}`)).json().asked;
  expect(await sums('commissioner')).toMatchObject([{ state: 'asked', orders: 1, yearlyPence: 5_200 }]);
  const origin = (said: string) =>
    sql`update people set origin = ${said} where id = ${WORLD.asha}`.execute(world.database.ownerDb);
  await origin('self-made');
  expect([await sums('commissioner'), (await sums('provider')).length]).toEqual([[], 1]);
  await origin('council');
});

test('an offer of another organisation cannot be raised, and answers as one that does not exist', async () => {
  const propose = (offerId: string) =>
    ask('clubProvider', '/api/price-rises', {
      ...{ offerId, kind: 'public', pricePence: 9_900, from: '2027-06-01', words: 'Wages go up.' },
    });
  const missing = await propose('off_nothing000000000000000000');
  expect(missing.statusCode).toBe(404);
  expect((await propose(WORLD.careOffer)).body).toBe(missing.body);
});
