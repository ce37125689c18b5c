// The one door under real concurrency on a real PostgreSQL: what moves, what is refused, and what is left behind.

import { hearStatements } from '@support-market/db/driver';
import { createPool, dbOverPool } from '@support-market/db/pool';
import { inTransaction } from '@support-market/db/transaction';
import { VISIT_EVENTS, visitMachine } from '@support-market/domain/visits/visit-states';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { placeOrder } from '../testing/place-order.ts';
import { startTestApp, type TestApp } from '../testing/test-app.ts';
import { ACCOUNTS, buildWorld, WORLD } from '../testing/world.ts';
import { systemActor } from './audit.repo.ts';
import { tellSteps } from './told-steps.repo.ts';
import { begin, step, stepThose, type Work } from './transitions.repo.ts';

let world: TestApp;
let orderId: string;
beforeEach(async () => {
  world = await startTestApp();
  await buildWorld(world);
  // Four visits: 3, 5, 10 and 12 November.
  const order = await placeOrder(world, {
    account: ACCOUNTS.asha,
    person: WORLD.asha,
    offer: WORLD.careOffer,
    lines: [WORLD.ashaCare],
    schedule: {
      firstDate: '2026-11-03',
      lastDate: '2026-11-12',
      pattern: [
        { weekday: 2, startTime: '09:30', minutes: 90 },
        { weekday: 4, startTime: '09:30', minutes: 90 },
      ],
    },
  });
  orderId = order.id;
});
afterEach(() => world.close());

const ACTOR = systemActor(WORLD.council, 'test');

function within<Value>(work: (work: Work) => Promise<Value>, db = world.database.db): Promise<Value> {
  return inTransaction(db, WORLD.council, (tx) => work({ tx, clock: world.clock, actor: ACTOR }));
}

async function visits(): Promise<{ id: string; state: string }[]> {
  return world.database.ownerDb
    .selectFrom('visits')
    .select(['id', 'state'])
    .where('order_id', '=', orderId)
    .orderBy('service_date')
    .execute();
}

async function statesOf(): Promise<string[]> {
  return (await visits()).map(({ state }) => state);
}

/** How many rows the last steps left, each in its table. */
async function traces(event: string) {
  const { ownerDb } = world.database;
  const count = async (table: 'state_changes' | 'audit_entries' | 'messages', column: string) => {
    const { rows } = await sql<{ n: number }>`
      select count(*)::int as n from ${sql.table(table)} where ${sql.ref(column)} = ${event}`.execute(ownerDb);
    return rows[0]?.n ?? 0;
  };
  return {
    history: await count('state_changes', 'event'),
    audit: await count('audit_entries', 'event'),
    messages: await count('messages', 'kind'),
  };
}

const TOLD = {
  audit: () => ({ personId: WORLD.asha, reason: 'a test' }),
  messages: () => [{ personId: WORLD.asha, kind: 'visit.missed' as const, details: {} }],
};

describe('two that decide about one record at the same moment', () => {
  test('one moves it, the other is refused with 409 and told where it is now', async () => {
    const decide = (event: 'accept' | 'decline') =>
      within((work) =>
        step(work, 'orders', event, [{ id: orderId }], {
          ...(event === 'decline' ? { set: { decline_reason: 'other' } } : {}),
          audit: () => ({}),
        }),
      );
    const answers = await Promise.allSettled([decide('accept'), decide('decline'), decide('accept')]);
    const refused = answers.flatMap((answer) => (answer.status === 'rejected' ? [answer.reason] : []));
    expect(refused).toHaveLength(2);
    const { state } = await world.database.ownerDb.selectFrom('orders').select('state').executeTakeFirstOrThrow();
    for (const reason of refused) expect(reason).toMatchObject({ code: 'record.changed', details: { state } });
    const left = [await traces('order.accepted'), await traces('order.declined')];
    expect(left.reduce((sum, { history }) => sum + history, 0)).toBe(1);
    expect(left.reduce((sum, { audit }) => sum + audit, 0)).toBe(1);
  });

  test('sets that overlap in other orders never wait for each other in a ring', async () => {
    const rows = await visits();
    const moving = (mine: typeof rows) => within((work) => stepThose(work, 'visits', 'start', mine, { audit: null }));
    const rounds = Array.from({ length: 6 }, (_, round) => moving(round % 2 === 0 ? rows : [...rows].reverse()));
    await Promise.all(rounds);
    expect((await traces('visit.started')).history).toBe(24);
  });
});

describe('a set of records', () => {
  test('of which one moved meanwhile stays where it is, all of it', async () => {
    const [first, ...others] = await visits();
    if (!first) throw new Error('no visit');
    await within((work) => step(work, 'visits', 'miss', [first], { audit: null }));
    await expect(
      within((work) => step(work, 'visits', 'miss', [...others, first], { ...TOLD, otherwise: 'visit.not_planned' })),
    ).rejects.toMatchObject({ code: 'visit.not_planned', details: { noun: 'visit', event: 'miss', state: 'missed' } });
    expect(await statesOf()).toEqual(['missed', 'planned', 'planned', 'planned']);
    expect(await traces('visit.missed')).toEqual({ history: 1, audit: 0, messages: 0 });
  });

  test('as a batch moves what can, and answers what did not and where that is', async () => {
    const [first, ...others] = await visits();
    if (!first) throw new Error('no visit');
    await within((work) => step(work, 'visits', 'cancel', [first], { audit: null }));
    const { moved, left } = await within((work) =>
      stepThose(work, 'visits', 'miss', [first, ...others, { id: 'vis_unknown' }], TOLD),
    );
    expect(moved.map(({ row, from }) => [row.id, from])).toEqual(others.map(({ id }) => [id, 'planned']));
    expect(left.map(({ row, state }) => [row.id, state])).toEqual([
      [first.id, 'cancelled'],
      ['vis_unknown', null],
    ]);
    expect(await traces('visit.missed')).toEqual({ history: 3, audit: 3, messages: 3 });
  });

  test('takes as many statements as one record, with values of its own in each row', async () => {
    const rows = (await visits()).map((row, index) => ({ ...row, charge: BigInt(1_000 + index) }));
    const [one, ...many] = rows;
    if (!one) throw new Error('no visit');
    const record = (work: Work, some: typeof rows) =>
      step(work, 'visits', 'record', some, {
        set: { within_tolerance: true },
        each: { types: { charge_pence: 'bigint' }, of: ({ charge }) => ({ charge_pence: charge }) },
        ...TOLD,
      });
    const forOne = await statementsOf((work) => record(work, [one]));
    const forMany = await statementsOf((work) => record(work, many));
    expect(forMany).toBe(forOne);
    expect(forOne).toBe(6);
    const charges = await world.database.ownerDb
      .selectFrom('visits')
      .select(['state', 'charge_pence'])
      .orderBy('service_date')
      .execute();
    expect(charges).toEqual(rows.map(({ charge }) => ({ state: 'recorded', charge_pence: charge })));
  });
});

/** How many statements some work sends. */
async function statementsOf(work: (work: Work) => Promise<unknown>): Promise<number> {
  let statements = 0;
  const pool = createPool(world.database.appUrl, { max: 1, role: 'app' });
  hearStatements(pool, (text) => {
    if (!text.startsWith('set local')) statements += 1;
  });
  const db = dbOverPool(pool);
  await within(work, db);
  await db.destroy();
  return statements;
}

test('a change whose transaction fails leaves neither state, history, audit nor message', async () => {
  const rows = await visits();
  await expect(
    within(async (work) => {
      await step(work, 'visits', 'miss', rows, TOLD);
      throw new Error('something else went wrong');
    }),
  ).rejects.toThrow('something else went wrong');
  expect(await statesOf()).toEqual(['planned', 'planned', 'planned', 'planned']);
  expect(await traces('visit.missed')).toEqual({ history: 0, audit: 0, messages: 0 });
});

test('a record of another council is not found', async () => {
  const rows = await visits();
  const stranger = systemActor(WORLD.elsewhere, 'test');
  await expect(
    inTransaction(world.database.db, WORLD.elsewhere, (tx) =>
      step({ tx, clock: world.clock, actor: stranger }, 'visits', 'miss', rows, { audit: null }),
    ),
  ).rejects.toMatchObject({ code: 'record.not_found' });
});

test('no event of a visit leads anywhere but where its machine says, from any state', async () => {
  const [visit] = await visits();
  if (!visit) throw new Error('no visit');
  const { ownerDb } = world.database;
  const reached: string[] = [];
  const allowed: string[] = [];
  for (const state of visitMachine.states) {
    for (const event of VISIT_EVENTS) {
      const edge = visitMachine.edges[event];
      if (edge.from.includes(state)) allowed.push(`${state} ${event} ${edge.to}`);
      await ownerDb.updateTable('visits').set({ state, charge_pence: 1n }).where('id', '=', visit.id).execute();
      const moving = within((work) => step(work, 'visits', event, [visit], { audit: null }));
      if (edge.from.includes(state)) await moving;
      else await expect(moving).rejects.toMatchObject({ code: 'record.changed', details: { state } });
      const now = (await visits())[0]?.state ?? '';
      if (edge.from.includes(state) || now !== state) reached.push(`${state} ${event} ${now}`);
    }
  }
  expect(reached).toEqual(allowed);
});

test('an event or a beginning that a machine does not have is refused before anything is read', async () => {
  const rows = await visits();
  const vanish = 'vanish' as 'miss';
  await expect(within((work) => step(work, 'visits', vanish, rows, { audit: null }))).rejects.toThrow('no step vanish');
  const appear = 'appear' as 'plan';
  await expect(within((work) => begin(work, 'visits', appear, rows, { audit: null }))).rejects.toThrow(
    'no start appear',
  );
});

test('a story whose steps its machine does not have, or that begins elsewhere, is not told', async () => {
  const [visit] = await visits();
  if (!visit) throw new Error('no visit');
  const tell = (from: 'planned' | 'recorded', ...events: ('miss' | 'confirm' | 'cancel')[]) => {
    const steps = events.map((event) => ({ event, at: world.clock.now(), by: 'system', audit: null }));
    return within(({ tx, clock }) =>
      tellSteps({ tx, clock, councilId: WORLD.council }, 'visits', [{ id: visit.id, from, steps }], {
        types: {},
        of: () => ({}),
      }),
    );
  };
  await expect(tell('planned', 'miss', 'confirm')).rejects.toThrow('a visit that is missed cannot confirm');
  await expect(tell('recorded', 'confirm')).rejects.toThrow('0 of 1 visits were where their story says');
  expect(await traces('visit.missed')).toEqual({ history: 0, audit: 0, messages: 0 });
  await tell('planned', 'cancel');
  expect((await statesOf())[0]).toBe('cancelled');
  expect((await traces('visit.cancelled')).history).toBe(1);
});
