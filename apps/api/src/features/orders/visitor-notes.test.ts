// What a provider may know of the person it visits, from when until when, and that the person can read who looked.

import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addToBasket, newKey, placeOrder } from '../../testing/place-order.ts';
import { startTestApp, type TestApp } from '../../testing/test-app.ts';
import { ACCOUNTS, buildWorld, WORLD } from '../../testing/world.ts';

let world: TestApp;
beforeAll(async () => {
  world = await startTestApp();
  await buildWorld(world);
  const { ownerDb } = world.database;
  await ownerDb
    .updateTable('people')
    .set({
      called: 'Ash',
      language: 'Gujarati',
      communication_needs: 'Speak slowly',
      support_needs: 'I use a hoist',
    })
    .where('id', '=', WORLD.asha)
    .execute();
  await ownerDb.deleteFrom('person_addresses').where('person_id', '=', WORLD.asha).execute();
  await ownerDb
    .insertInto('person_addresses')
    .values({
      council_id: WORLD.council,
      id: 'adr_1',
      person_id: WORLD.asha,
      position: 0,
      kind: 'home',
      address_line: '7 Mast Lane',
      postcode: 'HB1 2CD',
      access_notes: 'Key safe 4411, ring twice',
    })
    .execute();
  await ownerDb
    .insertInto('person_telephones')
    .values({
      council_id: WORLD.council,
      id: 'tel_1',
      person_id: WORLD.asha,
      position: 0,
      kind: 'mobile',
      number: '07700 900111',
    })
    .execute();
});
afterAll(() => world.close());

async function ask(account: string, method: 'GET' | 'POST' | 'PUT', url: string, payload?: object) {
  return world.app.inject({
    method,
    url,
    headers: { ...(await world.signIn(account, WORLD.council)), 'idempotency-key': newKey() },
    ...(payload ? { payload } : {}),
  });
}

const WISH = {
  account: ACCOUNTS.asha,
  person: WORLD.asha,
  offer: WORLD.clubOffer,
  lines: [WORLD.ashaOwn],
  oneOff: { date: '2026-11-06' },
};
const noteOf = (id: string) => `/api/orders/${id}/visitor-note`;

test('before a provider accepts, it sees the first half of the postcode, and no name or id of anybody', async () => {
  const order = await placeOrder(world, WISH);
  const seen = await ask(ACCOUNTS.clubProvider, 'GET', `/api/orders/${order.id}`);
  expect(seen.json()).toMatchObject({ personName: 'HB1', outward: 'HB1', placedByName: null, mayVisit: false });
  const all = [
    seen.body,
    (await ask(ACCOUNTS.clubProvider, 'GET', '/api/orders')).body,
    (await ask(ACCOUNTS.clubProvider, 'GET', '/api/visits?from=2026-11-01&to=2026-11-30')).body,
    (await ask(ACCOUNTS.clubProvider, 'GET', '/api/messages')).body,
  ].join();
  expect(all).toContain(order.reference);
  for (const secret of ['Ash', 'Mast', '2CD', '4411', '900111', 'hoist', WORLD.asha]) expect(all).not.toContain(secret);
  const byPerson = ['/api/orders?', '/api/visits?from=2026-11-01&to=2026-11-30&'].map(
    (url) => `${url}personId=${WORLD.asha}`,
  );
  for (const url of byPerson) expect((await ask(ACCOUNTS.clubProvider, 'GET', url)).json().items).toEqual([]);
  expect((await ask(ACCOUNTS.clubProvider, 'GET', noteOf(order.id))).statusCode).toBe(404);
  expect((await ask(ACCOUNTS.asha, 'GET', `/api/orders/${order.id}`)).json().personName).toBe('Asha Example');
  await ask(ACCOUNTS.clubProvider, 'POST', `/api/orders/${order.id}/decline`, { reason: 'no-space' });
  const declined = await ask(ACCOUNTS.clubProvider, 'GET', `/api/orders/${order.id}`);
  expect(declined.json()).toMatchObject({ personName: 'HB1', mayVisit: false });
  expect((await ask(ACCOUNTS.clubProvider, 'GET', noteOf(order.id))).statusCode).toBe(404);
});

test('once it accepted, it sees how to come and what was shared, until days after the last visit', async () => {
  await addToBasket(world, WISH);
  const placed = await ask(ACCOUNTS.asha, 'POST', '/api/basket/place', {
    sharing: [{ personId: WORLD.asha, organisationId: WORLD.club, needs: ['support'] }],
  });
  const [order] = placed.json<{ orders: { id: string }[] }>().orders;
  const id = order?.id ?? '';
  await ask(ACCOUNTS.clubProvider, 'POST', `/api/orders/${id}/accept`);
  expect((await ask(ACCOUNTS.clubProvider, 'GET', noteOf(id))).json()).toEqual({
    name: 'Ash',
    addressLine: '7 Mast Lane',
    postcode: 'HB1 2CD',
    accessNotes: 'Key safe 4411, ring twice',
    telephones: [{ kind: 'mobile', number: '07700 900111', note: '' }],
    needs: { communication: null, language: null, support: 'I use a hoist' },
    until: '2026-11-20',
  });
  expect((await ask(ACCOUNTS.clubProvider, 'GET', `/api/orders/${id}`)).json()).toMatchObject({
    personName: 'Ash',
    personId: WORLD.asha,
  });

  const missing = await ask(ACCOUNTS.clubProvider, 'GET', noteOf('ord_00000000000000000000000000'));
  expect((await ask(ACCOUNTS.provider, 'GET', noteOf(id))).body).toBe(missing.body);
  const share = `/api/orders/${id}/shared-needs`;
  expect((await ask(ACCOUNTS.stranger, 'PUT', share, { sharedNeeds: ['language'] })).body).toBe(missing.body);
  const changed = await ask(ACCOUNTS.asha, 'PUT', share, { sharedNeeds: ['communication', 'language'] });
  expect(changed.json()).toEqual({ sharedNeeds: ['communication', 'language'] });
  expect((await ask(ACCOUNTS.clubProvider, 'GET', noteOf(id))).json().needs).toEqual({
    communication: 'Speak slowly',
    language: 'Gujarati',
    support: null,
  });

  const { items } = (await ask(ACCOUNTS.asha, 'GET', `/api/people/${WORLD.asha}/audit-entries`)).json();
  const looks = items.filter((look: { event: string }) => look.event === 'visitor-note.viewed');
  expect(looks).toHaveLength(2);
  expect(looks[0]).toMatchObject({ organisationName: 'Quayside Club', kind: 'look' });

  world.clock.set(Temporal.Instant.from('2026-11-20T20:00:00Z'));
  expect((await ask(ACCOUNTS.clubProvider, 'GET', noteOf(id))).statusCode).toBe(200);
  world.clock.set(Temporal.Instant.from('2026-11-21T08:00:00Z'));
  expect((await ask(ACCOUNTS.clubProvider, 'GET', noteOf(id))).body).toBe(missing.body);
  const later = await ask(ACCOUNTS.clubProvider, 'GET', `/api/orders/${id}`);
  expect(later.json()).toMatchObject({ personName: 'HB1', placedByName: null, mayVisit: false });
});
