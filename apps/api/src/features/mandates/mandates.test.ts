// Mandates from route to row: made with lines and limits, held to them at once, and ended with word to both sides.

import { afterAll, beforeAll, expect, test } from 'vitest';
import { addToBasket, itemBody, newKey, placeOrder } from '../../testing/place-order.ts';
import { startTestApp, type TestApp } from '../../testing/test-app.ts';
import { ACCOUNTS, buildWorld, WORLD } from '../../testing/world.ts';

let world: TestApp;
beforeAll(async () => {
  world = await startTestApp();
  await buildWorld(world);
});
afterAll(() => world.close());

async function ask(account: string, method: 'GET' | 'POST', url: string, payload?: object) {
  return world.app.inject({
    method,
    url,
    headers: { ...(await world.signIn(account, WORLD.council)), 'idempotency-key': newKey() },
    ...(payload ? { payload } : {}),
  });
}

const MANDATE = {
  holder: 'representative@harbourside.example',
  mayOrder: true,
  mayConfirm: false,
  mayManageMoney: false,
  lineIds: [WORLD.ashaOwn],
  orderLimitPence: 1_250,
  monthLimitPence: null,
  fromDate: '2026-11-02',
  untilDate: '2026-11-30',
};
const url = `/api/people/${WORLD.asha}/mandates`;

test('a mandate that ends keeps its holder’s orders, tells both sides, and lets nothing new be ordered', async () => {
  const wish = {
    account: ACCOUNTS.representative,
    person: WORLD.asha,
    offer: WORLD.clubOffer,
    lines: [WORLD.ashaOwn],
    oneOff: { date: '2026-11-06' },
  };
  const order = await placeOrder(world, { ...wish, accept: ACCOUNTS.clubProvider });
  const [mandate] = (await ask(ACCOUNTS.asha, 'GET', url)).json().items;
  expect(mandate).toMatchObject({ holderName: 'representative', state: 'running', lines: [] });
  const end = `/api/mandates/${mandate.id}/end`;
  const stranger = await ask(ACCOUNTS.stranger, 'POST', end, { reason: '' });
  const missing = await ask(ACCOUNTS.stranger, 'POST', '/api/mandates/man_00000000000000000000000000/end', {
    reason: '',
  });
  expect([stranger.statusCode, stranger.body]).toEqual([404, missing.body]);
  expect((await ask(ACCOUNTS.asha, 'POST', end, { reason: 'We fell out' })).json()).toEqual({ orders: 1 });
  expect((await ask(ACCOUNTS.asha, 'POST', end, { reason: '' })).json().code).toBe('state.not_allowed');
  expect((await ask(ACCOUNTS.asha, 'GET', `/api/orders/${order.id}`)).json().state).toBe('accepted');
  const told = await world.database.ownerDb
    .selectFrom('messages')
    .select(['kind', 'person_id', 'organisation_id'])
    .where('kind', 'in', ['mandate.ended', 'order.outlasts-mandate'])
    .orderBy('kind')
    .orderBy('organisation_id', 'desc')
    .execute();
  expect(told).toEqual([
    { kind: 'mandate.ended', person_id: WORLD.asha, organisation_id: null },
    { kind: 'order.outlasts-mandate', person_id: WORLD.asha, organisation_id: null },
    { kind: 'order.outlasts-mandate', person_id: null, organisation_id: WORLD.club },
  ]);
  expect((await ask(ACCOUNTS.representative, 'POST', '/api/basket/items', itemBody(wish))).statusCode).toBe(404);

  const made = await ask(ACCOUNTS.practitioner, 'POST', url, MANDATE);
  expect(made.statusCode, made.body).toBe(201);
  await addToBasket(world, wish);
  const care = await ask(
    ACCOUNTS.representative,
    'POST',
    '/api/basket/items',
    itemBody({ ...wish, lines: [WORLD.ashaCare] }),
  );
  expect(care.json().code).toBe('mandate.line_not_covered');
});

test('a mandate is not made for an unknown account, another person’s line, or dates that end first', async () => {
  const codes = [];
  for (const change of [
    { holder: 'no-account@harbourside.example' },
    { lineIds: [WORLD.strangerCare] },
    { untilDate: '2026-11-01' },
    { fromDate: '2025-11-01', untilDate: '2025-11-30' },
  ]) {
    codes.push((await ask(ACCOUNTS.practitioner, 'POST', url, { ...MANDATE, ...change })).json().code);
  }
  expect(codes).toEqual([
    'mandate.holder_unknown',
    'record.not_found',
    'schedule.ends_before_start',
    'schedule.in_the_past',
  ]);
  expect((await ask(ACCOUNTS.asha, 'POST', url, MANDATE)).statusCode).toBe(403);
});

test('a broker’s mandate counts for everybody of the organisation, with only the lines that it names', async () => {
  const { choices } = (await ask(ACCOUNTS.practitioner, 'GET', url)).json();
  expect(choices).toMatchObject({
    lines: [{ name: 'My own money' }, { name: 'Social care' }],
    brokers: [{ id: WORLD.brokers, name: 'Harbour Brokers' }],
  });
  expect((await ask(ACCOUNTS.asha, 'GET', url)).json().choices).toBeNull();
  const { holder, ...rest } = MANDATE;
  const broker = { ...rest, organisationId: WORLD.brokers };
  const both = await ask(ACCOUNTS.practitioner, 'POST', url, { ...broker, holder });
  expect(both.json().errors).toMatchObject([{ pointer: '/holder' }]);
  expect(
    (await ask(ACCOUNTS.practitioner, 'POST', url, { ...broker, organisationId: WORLD.gardener })).json(),
  ).toMatchObject({ errors: [{ pointer: '/organisationId', code: 'mandate.holder_unknown' }] });
  expect((await ask(ACCOUNTS.broker, 'GET', `/api/people/${WORLD.asha}`)).statusCode).toBe(404);
  expect((await ask(ACCOUNTS.practitioner, 'POST', url, broker)).statusCode).toBe(201);
  expect((await ask(ACCOUNTS.broker, 'GET', `/api/people/${WORLD.asha}`)).statusCode).toBe(200);
  const wish = { account: ACCOUNTS.broker, person: WORLD.asha, offer: WORLD.clubOffer, oneOff: { date: '2026-11-20' } };
  const codes = [];
  for (const line of [WORLD.ashaCare, WORLD.ashaOwn])
    codes.push(
      (await ask(ACCOUNTS.broker, 'POST', '/api/basket/items', itemBody({ ...wish, lines: [line] }))).statusCode,
    );
  expect(codes).toEqual([403, 201]);
});

test('the same mandate sent twice at one moment is made once, and a different one is another', async () => {
  const same = { ...MANDATE, lineIds: [WORLD.ashaOwn, WORLD.ashaCare], orderLimitPence: 777 };
  const send = (change: object = {}) => ask(ACCOUNTS.practitioner, 'POST', url, { ...same, ...change });
  const answers = await Promise.all([send(), send(), send({ lineIds: [...same.lineIds].reverse() })]);
  expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([201, 409, 409]);
  expect(answers.find(({ statusCode }) => statusCode === 409)?.json()).toMatchObject({ code: 'mandate.exists' });
  expect((await send({ orderLimitPence: null })).statusCode).toBe(201);
  expect((await send({ lineIds: null })).statusCode).toBe(201);
});
