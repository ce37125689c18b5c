// When an order is finished, and when something about it still is not.

import { Temporal } from 'temporal-polyfill';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { placeOrder } from '../../testing/place-order.ts';
import { startTestApp, type TestApp } from '../../testing/test-app.ts';
import { ACCOUNTS, buildWorld, WORLD } from '../../testing/world.ts';
import { completeOrders } from './completing.service.ts';

let world: TestApp;
beforeEach(async () => {
  world = await startTestApp();
  await buildWorld(world);
});
afterEach(() => world.close());

/** One session on 6 November, accepted. */
const session = () =>
  placeOrder(world, {
    account: ACCOUNTS.asha,
    person: WORLD.asha,
    offer: WORLD.clubOffer,
    lines: [WORLD.ashaOwn],
    oneOff: { date: '2026-11-06' },
    accept: ACCOUNTS.clubProvider,
  });

const setVisits = (state: 'recorded' | 'confirmed' | 'missed' | 'cancelled') =>
  world.database.ownerDb.updateTable('visits').set({ state, charge_pence: 1_250n }).execute();

const stateOf = async (id: string) =>
  (await world.database.ownerDb.selectFrom('orders').select('state').where('id', '=', id).executeTakeFirst())?.state;

test.each(['confirmed', 'missed', 'cancelled'] as const)(
  'an accepted order whose visit is %s is finished once its last day has passed, and not on that day',
  async (state) => {
    const order = await session();
    await setVisits(state);
    world.clock.set(Temporal.Instant.from('2026-11-06T22:00:00Z'));
    expect(await completeOrders(world.context)).toEqual({ completed: 0 });
    world.clock.set(Temporal.Instant.from('2026-11-07T01:00:00Z'));
    expect(await completeOrders(world.context)).toEqual({ completed: 1 });
    expect(await stateOf(order.id)).toBe('completed');
    expect(await completeOrders(world.context)).toEqual({ completed: 0 });
  },
);

test('finishing an order leaves its history and an audit entry with the name of the work', async () => {
  const order = await session();
  await setVisits('confirmed');
  world.clock.set(Temporal.Instant.from('2026-11-07T01:00:00Z'));
  await completeOrders(world.context);
  const { ownerDb } = world.database;
  expect(
    await ownerDb
      .selectFrom('state_changes')
      .select(['record_id', 'from_state', 'to_state', 'changed_by'])
      .where('event', '=', 'order.completed')
      .execute(),
  ).toEqual([{ record_id: order.id, from_state: 'accepted', to_state: 'completed', changed_by: 'system' }]);
  expect(
    await ownerDb
      .selectFrom('audit_entries')
      .select(['record_id', 'person_id', 'role'])
      .where('event', '=', 'order.completed')
      .execute(),
  ).toEqual([{ record_id: order.id, person_id: WORLD.asha, role: 'complete-orders' }]);
});

test('an order with a visit not yet answered, or with a question open, is not finished', async () => {
  const order = await session();
  world.clock.set(Temporal.Instant.from('2026-11-09T01:00:00Z'));
  await setVisits('recorded');
  expect(await completeOrders(world.context)).toEqual({ completed: 0 });
  await setVisits('confirmed');
  const { ownerDb } = world.database;
  const { id: visitId } = await ownerDb.selectFrom('visits').select('id').executeTakeFirstOrThrow();
  await ownerDb
    .insertInto('exceptions')
    .values({
      council_id: WORLD.council,
      id: 'exc_1',
      kind: 'over-tolerance',
      visit_id: visitId,
      expected_pence: 1_250n,
      found_pence: 2_000n,
      state: 'open',
      raised_at: world.clock.now(),
    })
    .execute();
  expect(await completeOrders(world.context)).toEqual({ completed: 0 });
  expect(await stateOf(order.id)).toBe('accepted');
});

test('an order that was never accepted is not finished by time', async () => {
  await placeOrder(world, {
    account: ACCOUNTS.asha,
    person: WORLD.asha,
    offer: WORLD.clubOffer,
    lines: [WORLD.ashaOwn],
    oneOff: { date: '2026-11-06' },
  });
  await setVisits('missed');
  world.clock.set(Temporal.Instant.from('2026-11-09T01:00:00Z'));
  expect(await completeOrders(world.context)).toEqual({ completed: 0 });
});
