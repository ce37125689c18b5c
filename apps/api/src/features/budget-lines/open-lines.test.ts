// Lines opened and changed by files: money moves once, grows openly, and never shrinks silently.

import { inTransaction } from '@support-market/db/transaction';
import { pence } from '@support-market/domain/shared/money';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { systemActor } from '../../platform/audit.repo.ts';
import { lineBalances } from '../../testing/line-balances.repo.ts';
import { fundOf } from '../../testing/open-line.ts';
import { placeOrder } from '../../testing/place-order.ts';
import { startTestApp, type TestApp } from '../../testing/test-app.ts';
import { ACCOUNTS, buildWorld, WORLD } from '../../testing/world.ts';
import { closeLines } from './close-lines.service.ts';
import type { NewLine } from './open-lines.repo.ts';
import { openLines } from './open-lines.service.ts';

let world: TestApp;
beforeAll(async () => {
  world = await startTestApp();
  await buildWorld(world);
});
afterAll(() => world.close());

const open = (...lines: NewLine[]) =>
  inTransaction(world.database.db, WORLD.council, (tx) =>
    openLines(tx, world.clock, systemActor(WORLD.council, 'import'), lines),
  );

async function awardsOf(lineId: string) {
  return world.database.ownerDb
    .selectFrom('ledger_transfers')
    .select(['id', 'amount_pence', 'effective_at'])
    .where('line_id', '=', lineId)
    .orderBy('id')
    .execute();
}

describe('opening lines', () => {
  test('posts an award once, however often and however close together the same row comes', async () => {
    const [first, second] = await Promise.all([open(fundOf()), open(fundOf())]);
    expect([first[0]?.outcome, second[0]?.outcome].sort()).toEqual(['created', 'unchanged']);
    const [saved] = await open(fundOf());
    if (saved?.outcome !== 'unchanged') throw new Error('not unchanged');
    expect(await awardsOf(saved.lineId)).toMatchObject([{ id: `tr_award:${saved.lineId}`, amount_pence: 750_000n }]);
    const awarded = await awardsOf(saved.lineId);
    expect(awarded[0]?.effective_at.toString()).toBe('2026-11-02T00:00:00Z');
  });

  test('posts a raise as a transfer of its own', async () => {
    const [raised] = await open(fundOf({ awardPence: pence(760_000), sourceHash: 'two' }));
    if (raised?.outcome !== 'changed') throw new Error('not changed');
    await open(fundOf({ awardPence: pence(760_500), sourceHash: 'three' }));
    expect((await awardsOf(raised.lineId)).map(({ id, amount_pence }) => [id, amount_pence])).toEqual([
      [`tr_award:${raised.lineId}`, 750_000n],
      [`tr_award:${raised.lineId}:1`, 10_000n],
      [`tr_award:${raised.lineId}:2`, 500n],
    ]);
  });

  test('refuses a lowered award and another kind of money, and changes nothing of those lines', async () => {
    const [lowered, moved, fine] = await open(
      fundOf({ awardPence: pence(1), name: 'Lowered', sourceHash: 'four' }),
      fundOf({ reference: WORLD.ashaCare, stream: 'health', sourceHash: 'four' }),
      fundOf({ reference: 'FUND-2', sourceHash: 'four' }),
    );
    expect(lowered).toMatchObject({ outcome: 'refused', code: 'budget_line.award_lowered' });
    expect(moved).toMatchObject({ outcome: 'refused', code: 'budget_line.kind_changed' });
    expect(fine).toMatchObject({ outcome: 'created' });
    const names = await world.database.ownerDb.selectFrom('budget_lines').select('name').execute();
    expect(names.map(({ name }) => name)).not.toContain('Lowered');
  });

  test('refuses a line whose budget is another person’s', async () => {
    const [wrong] = await open(fundOf({ personId: WORLD.stranger, reference: 'X' }));
    expect(wrong).toMatchObject({ outcome: 'refused', code: 'record.not_found' });
  });

  test('opens a line of own money that is empty until it is topped up', async () => {
    const [own] = await open(
      fundOf({
        reference: 'OWN',
        stream: 'own-money',
        arrangement: 'own',
        holderOrganisationId: null,
        weeklyPence: null,
        awardPence: pence(0),
      }),
    );
    if (own?.outcome !== 'created') throw new Error('not created');
    const balances = await inTransaction(world.database.db, WORLD.council, (tx) =>
      lineBalances(tx, WORLD.council, [own.lineId]),
    );
    expect(balances.get(own.lineId)).toMatchObject({ awardedPence: 0n, leftPence: 0n });
  });
});

describe('the holder’s list', () => {
  test('shows every purse that the organisation holds, and no other organisation’s', async () => {
    const seen = await world.app.inject({
      url: '/api/budget-lines',
      headers: await world.signIn(ACCOUNTS.isfHolder, WORLD.council),
    });
    expect(seen.json().items).toMatchObject([
      { personName: 'Asha Example', leftPence: 0, limitPence: 140_000, over: false },
      { personName: 'Asha Example', leftPence: 0, limitPence: 140_000, over: false },
    ]);
  });

  test('is only its own person’s', async () => {
    const as = async (account: string, url = '/api/budget-lines') =>
      (await world.app.inject({ url, headers: await world.signIn(account, WORLD.council) })).statusCode;
    expect(await as(ACCOUNTS.asha)).toBe(403);
    expect(await as(ACCOUNTS.isfHolder, '/api/budget-lines?all=1')).toBe(400);
    expect((await world.app.inject('/api/budget-lines')).statusCode).toBe(401);
  });
});

test('a line is closed four weeks after its last day, but not while a visit that it pays for is open', async () => {
  const order = await placeOrder(world, {
    account: ACCOUNTS.asha,
    person: WORLD.asha,
    offer: WORLD.clubOffer,
    lines: [WORLD.ashaOwn],
    oneOff: { date: '2026-11-06' },
    accept: ACCOUNTS.clubProvider,
  });
  const { ownerDb } = world.database;
  const stateOf = async () => {
    await closeLines(world.context);
    return (await ownerDb.selectFrom('budget_lines').select('state').where('id', '=', WORLD.ashaOwn).executeTakeFirst())
      ?.state;
  };
  await ownerDb
    .updateTable('budget_lines')
    .set({ ends_on: Temporal.PlainDate.from('2026-11-08') })
    .where('id', '=', WORLD.ashaOwn)
    .execute();
  const before = world.clock.now();
  world.clock.set(Temporal.Instant.from('2026-12-07T01:00:00Z'));
  expect(await stateOf()).toBe('open');
  await ownerDb.updateTable('visits').set({ state: 'missed' }).where('order_id', '=', order.id).execute();
  world.clock.set(Temporal.Instant.from('2026-12-05T01:00:00Z'));
  expect(await stateOf()).toBe('open');
  world.clock.set(Temporal.Instant.from('2026-12-07T01:00:00Z'));
  expect(await stateOf()).toBe('closed');
  world.clock.set(before);
});
