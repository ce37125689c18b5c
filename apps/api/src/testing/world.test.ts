// The shared test world itself: money in it balances, and the walls around it stand.

import { inTransaction } from '@support-market/db/transaction';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { lineBalances } from './line-balances.repo.ts';
import { startTestApp, type TestApp } from './test-app.ts';
import { buildWorld, WORLD } from './world.ts';

let world: TestApp;
beforeAll(async () => {
  world = await startTestApp();
  await buildWorld(world);
});
afterAll(() => world.close());

test('an award can be spent, and nothing else', async () => {
  const balances = await inTransaction(world.database.db, WORLD.council, (tx) =>
    lineBalances(tx, WORLD.council, [WORLD.ashaCare]),
  );
  expect(balances.get(WORLD.ashaCare)).toEqual({
    awardedPence: 520_000n,
    reservedPence: 0n,
    spentPence: 0n,
    leftPence: 520_000n,
  });
});

test('row-level security hides every person from a connection that names no council', async () => {
  expect(await world.database.db.selectFrom('people').selectAll().execute()).toEqual([]);
});

test('row-level security hides one council from another', async () => {
  const seen = await inTransaction(world.database.db, WORLD.elsewhere, (tx) =>
    tx.selectFrom('people').select('council_id').distinct().execute(),
  );
  expect(seen).toEqual([{ council_id: WORLD.elsewhere }]);
});

test('the API answers that it is alive and ready', async () => {
  expect((await world.app.inject('/healthz')).statusCode).toBe(200);
  expect((await world.app.inject('/readyz')).json()).toEqual({ status: 'ready' });
});
