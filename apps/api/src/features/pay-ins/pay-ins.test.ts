// Money paid in advance to holders: due once, however often and by however many it is scheduled.

import { inTransaction } from '@support-market/db/transaction';
import { pence } from '@support-market/domain/shared/money';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { systemActor } from '../../platform/audit.repo.ts';
import { fundOf, openLine } from '../../testing/open-line.ts';
import { newKey } from '../../testing/place-order.ts';
import { startTestApp, type TestApp } from '../../testing/test-app.ts';
import { ACCOUNTS, type AccountName, buildWorld, WORLD } from '../../testing/world.ts';
import { schedulePayIns, schedulePayInsOfAll } from './pay-ins.service.ts';

let world: TestApp;
let fund = '';
let direct = '';
beforeAll(async () => {
  world = await startTestApp();
  await buildWorld(world);
  fund = await openLine(world, fundOf());
  direct = await openLine(
    world,
    fundOf({
      reference: 'DP-1',
      stream: 'social-care',
      arrangement: 'direct-payment',
      holderOrganisationId: null,
      weeklyPence: pence(10_000),
    }),
  );
});
afterAll(() => world.close());

async function ask(method: 'GET' | 'POST', who: AccountName, url: string, key = newKey()) {
  const headers = { ...(await world.signIn(ACCOUNTS[who], WORLD.council)), 'idempotency-key': key };
  return world.app.inject({ method, url, headers, ...(method === 'POST' ? { payload: {} } : {}) });
}

test('two officers and the schedule at once make each pay-in once', async () => {
  const one = () =>
    inTransaction(world.database.db, WORLD.council, (tx) =>
      schedulePayIns(tx, world.clock, systemActor(WORLD.council, 'schedule')),
    );
  const made = await Promise.all([one(), one(), one()]);
  expect(made.map(({ created }) => created).sort()).toEqual([0, 0, 2]);
  expect((await ask('POST', 'finance', '/api/pay-ins/schedule')).json()).toEqual({ created: 0, totalPence: 0 });
  await schedulePayInsOfAll(world.context);
  const items = (await ask('GET', 'finance', '/api/pay-ins')).json().items;
  expect(items).toHaveLength(2);
  expect(items).toContainEqual(
    expect.objectContaining({ lineId: fund, amountPence: 70_000, holderName: 'Bright Care', state: 'due' }),
  );
  expect(items).toContainEqual(expect.objectContaining({ lineId: direct, amountPence: 20_000, holderName: null }));
});

test('the next stretch is due a week before it begins', async () => {
  const now = world.clock.now();
  world.clock.set(Temporal.Instant.from('2026-11-09T09:00:00Z'));
  const key = newKey();
  const first = await ask('POST', 'finance', '/api/pay-ins/schedule', key);
  expect(first.json()).toEqual({ created: 2, totalPence: 90_000 });
  // The same request again answers what it answered, and makes nothing.
  expect((await ask('POST', 'finance', '/api/pay-ins/schedule', key)).json()).toEqual(first.json());
  const page = (await ask('GET', 'finance', '/api/pay-ins?limit=3')).json();
  const rest = (await ask('GET', 'finance', `/api/pay-ins?limit=3&cursor=${page.nextCursor}`)).json();
  expect(page.items).toHaveLength(3);
  expect(rest.items).toHaveLength(1);
  world.clock.set(now);
});

test('a holder sees the pay-ins of the money that it holds, and others are refused', async () => {
  const mine = (await ask('GET', 'isfHolder', '/api/pay-ins?state=due')).json().items;
  expect(new Set(mine.map(({ lineId }: { lineId: string }) => lineId))).toEqual(new Set([fund]));
  expect((await ask('GET', 'asha', '/api/pay-ins')).statusCode).toBe(403);
  expect((await ask('POST', 'isfHolder', '/api/pay-ins/schedule')).statusCode).toBe(403);
  expect((await ask('GET', 'finance', '/api/pay-ins?state=lost')).statusCode).toBe(400);
  expect((await world.app.inject('/api/pay-ins')).statusCode).toBe(401);
});

test('scheduling leaves a trace', async () => {
  const rows = await world.database.ownerDb
    .selectFrom('audit_entries')
    .select(['role', 'details'])
    .where('event', '=', 'pay-in.scheduled')
    .execute();
  expect(rows.map(({ role }) => role)).toEqual(['schedule', 'finance']);
});
