// Messages reach only those they are for.

import { inTransaction } from '@support-market/db/transaction';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { recordMessages } from '../../platform/messages.repo.ts';
import { startTestApp, type TestApp } from '../../testing/test-app.ts';
import { ACCOUNTS, type AccountName, buildWorld, WORLD } from '../../testing/world.ts';

let world: TestApp;
beforeAll(async () => {
  world = await startTestApp();
  await buildWorld(world);
  await inTransaction(world.database.db, WORLD.council, (tx) =>
    recordMessages(tx, world.clock, WORLD.council, [
      { personId: WORLD.asha, kind: 'order.declined', details: { reference: 'ORD-1', amountPence: 1250 } },
      { personId: WORLD.mother, kind: 'order.accepted', details: {} },
      { organisationId: WORLD.agency, kind: 'order.placed', details: {} },
      { role: 'finance', kind: 'card-payment.mismatch', details: {} },
    ]),
  );
});
afterAll(() => world.close());

async function kinds(who: AccountName, query = ''): Promise<string[]> {
  const answer = await world.app.inject({
    url: `/api/messages${query}`,
    headers: await world.signIn(ACCOUNTS[who], WORLD.council),
  });
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json<{ items: { kind: string }[] }>().items.map(({ kind }) => kind);
}

test('a person, those who act for them, an organisation and a role each read their own', async () => {
  expect(await kinds('asha')).toEqual(['order.declined']);
  expect(await kinds('representative')).toEqual(['order.declined']);
  expect(await kinds('broker')).toEqual(['order.accepted']);
  expect(await kinds('provider')).toEqual(['order.placed']);
  expect(await kinds('finance')).toEqual(['card-payment.mismatch']);
  expect(await kinds('commissioner')).toEqual([]);
  expect(await kinds('broker', `?person=${WORLD.asha}`)).toEqual([]);
});

test('reading one counts once, and is refused for someone else’s', async () => {
  const asha = await world.signIn(ACCOUNTS.asha, WORLD.council);
  const list = (await world.app.inject({ url: '/api/messages', headers: asha })).json();
  expect(list).toMatchObject({
    unread: 1,
    items: [{ readAt: null, details: { reference: 'ORD-1', amountPence: 1250 } }],
  });
  const read = async (who: AccountName) =>
    world.app.inject({
      method: 'POST',
      url: `/api/messages/${list.items[0].id}/read`,
      headers: await world.signIn(ACCOUNTS[who], WORLD.council),
    });
  const hidden = await read('provider');
  expect(hidden.statusCode).toBe(404);
  expect((await read('practitioner')).statusCode).toBe(403);
  expect((await read('asha')).statusCode).toBe(204);
  const first = (await world.app.inject({ url: '/api/messages', headers: asha })).json();
  world.clock.advance({ hours: 1 });
  await read('asha');
  const second = (await world.app.inject({ url: '/api/messages', headers: asha })).json();
  expect(second).toMatchObject({ unread: 0, items: [{ readAt: first.items[0].readAt }] });
});

test('read by one of a role is still new to another of it', async () => {
  const unread = async (who: AccountName) =>
    (
      await world.app.inject({ url: '/api/messages', headers: await world.signIn(ACCOUNTS[who], WORLD.council) })
    ).json();
  const { items } = await unread('finance');
  const answer = await world.app.inject({
    method: 'POST',
    url: `/api/messages/${items[0].id}/read`,
    headers: await world.signIn(ACCOUNTS.finance, WORLD.council),
  });
  expect(answer.statusCode).toBe(204);
  expect((await unread('finance')).unread).toBe(0);
  expect(await unread('financeSecond')).toMatchObject({ unread: 1, items: [{ readAt: null }] });
});

test('the list refuses unknown questions and readers who are signed out', async () => {
  const headers = await world.signIn(ACCOUNTS.asha, WORLD.council);
  expect((await world.app.inject({ url: '/api/messages?all=1', headers })).statusCode).toBe(400);
  expect((await world.app.inject('/api/messages')).statusCode).toBe(401);
});
