// The numbers of a supplier: its own for good, without gaps, and never the same twice to any of its councils.

import { inTransaction } from '@support-market/db/transaction';
import { Temporal } from 'temporal-polyfill';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { systemActor } from '../../platform/audit.repo.ts';
import { careToSeed, seedConfirmedVisits } from '../../testing/seed-confirmed-visits.ts';
import { startTestApp, type TestApp } from '../../testing/test-app.ts';
import { buildWorld, WORLD } from '../../testing/world.ts';
import { billCouncil } from './billing.service.ts';
import { advanceSeries, lockSeries } from './number-series.repo.ts';

let world: TestApp;
beforeEach(async () => {
  world = await startTestApp();
  await buildWorld(world);
});
afterEach(() => world.close());

const TODAY = Temporal.PlainDate.from('2026-11-02');
const agency: { organisationId: string; name: string } = { organisationId: WORLD.agency, name: 'Bright Care' };

/** Takes numbers as billing does; with `fails` the transaction is undone. */
async function take(councilId: string, supplier = agency, fails = false): Promise<string> {
  const number = await inTransaction(world.database.db, councilId, async (tx) => {
    const series = await lockSeries(tx, councilId, supplier, world.clock.now());
    await advanceSeries(tx, councilId, supplier.organisationId, 1);
    if (fails) throw new Error('undone');
    return `${series.prefix}-${series.lastNumber + 1n}`;
  });
  return number;
}

test('a supplier that two councils bill for at once never has one number twice, and no gap in either', async () => {
  const numbers = await Promise.all(
    Array.from({ length: 24 }, (_, index) => take(index % 2 === 0 ? WORLD.council : WORLD.elsewhere)),
  );
  const expected = (code: string) => Array.from({ length: 12 }, (_, index) => `BC-${code}-${index + 1}`);
  expect([...numbers].sort()).toEqual([...expected('HAR'), ...expected('ELS')].sort());
});

test('a supplier that changes its name keeps the beginning of its numbers', async () => {
  await seedConfirmedVisits(world.database.db, careToSeed('before', 1, { firstDate: TODAY.subtract({ days: 14 }) }));
  const actor = systemActor(WORLD.council, 'billing');
  await billCouncil(world.context, actor, TODAY.subtract({ days: 7 }));
  await world.database.ownerDb
    .updateTable('organisations')
    .set({ name: 'Splendid Support' })
    .where('id', '=', WORLD.agency)
    .execute();
  await seedConfirmedVisits(world.database.db, careToSeed('after', 1));
  await billCouncil(world.context, actor, TODAY);
  const rows = await world.database.ownerDb.selectFrom('invoices').select('number').orderBy('number').execute();
  expect(rows.map(({ number }) => number)).toEqual(['BC-HAR-000001', 'BC-HAR-000002']);
  expect(await take(WORLD.elsewhere, { ...agency, name: 'Splendid Support' })).toBe('BC-ELS-1');
});

test('suppliers whose names give the same letters have different beginnings, also when they come at once', async () => {
  const numbers = await Promise.all([
    take(WORLD.council),
    take(WORLD.elsewhere, { organisationId: WORLD.club, name: 'Beacon Club' }),
    take(WORLD.council, { organisationId: WORLD.gardener, name: 'Bold Crew' }),
  ]);
  const beginnings = numbers.map((number) => number.split('-')[0] ?? '').sort();
  expect(beginnings).toEqual(['BC', 'BC2', 'BC3']);
});

test('a billing that is undone leaves no gap', async () => {
  expect(await take(WORLD.council)).toBe('BC-HAR-1');
  await expect(take(WORLD.council, agency, true)).rejects.toThrow('undone');
  await expect(take(WORLD.council, { organisationId: WORLD.club, name: 'Quay' }, true)).rejects.toThrow('undone');
  expect(await take(WORLD.council)).toBe('BC-HAR-2');
  expect(await take(WORLD.council, { organisationId: WORLD.club, name: 'Quay' })).toBe('QUAY-HAR-1');
});

test('the application cannot change the beginning of a supplier’s numbers', async () => {
  await take(WORLD.council);
  await expect(
    inTransaction(world.database.db, WORLD.council, (tx) =>
      tx.updateTable('number_prefixes').set({ prefix: 'ZZ' }).execute(),
    ),
  ).rejects.toMatchObject({ code: '42501' });
});
