// What a council chose holds from its day on, is never overwritten, and stays within that council.

import { createTestDatabase, type TestDatabase } from '@support-market/db/testing/test-database';
import { inTransaction } from '@support-market/db/transaction';
import { DEFAULT_SETTINGS } from '@support-market/domain/settings/council-settings';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildWorld, WORLD } from '../testing/world.ts';
import { readSettings } from './settings.repo.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await buildWorld({ database });
});
afterAll(() => database.drop());

const date = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text);
let made = 0;

async function choose(councilId: string, key: string, from: string, value: number | string): Promise<void> {
  made += 1;
  await inTransaction(database.db, councilId, (tx) =>
    tx
      .insertInto('council_settings')
      .values({
        council_id: councilId,
        id: `set_${String(made).padStart(4, '0')}`,
        key,
        from_date: date(from),
        value: JSON.stringify(value),
        set_at: Temporal.Instant.from('2026-11-02T09:00:00Z'),
      })
      .execute(),
  );
}

const read = (councilId: string, on: string) =>
  inTransaction(database.db, councilId, (tx) => readSettings(tx, councilId, date(on)));

test('a council that chose nothing has the defaults', async () => {
  expect(await read(WORLD.council, '2026-11-02')).toEqual(DEFAULT_SETTINGS);
});

test('a setting holds from its day on, and the day before has what held then', async () => {
  await choose(WORLD.council, 'autoConfirmDays', '2026-11-02', 5);
  await choose(WORLD.council, 'autoConfirmDays', '2027-04-01', 10);
  const days = async (on: string) => (await read(WORLD.council, on)).autoConfirmDays;
  expect(await days('2026-11-01')).toBe(7);
  expect(await days('2026-11-02')).toBe(5);
  expect(await days('2027-03-31')).toBe(5);
  expect(await days('2027-04-01')).toBe(10);
});

test('of two choices for one day the later one holds, and both stay', async () => {
  await choose(WORLD.council, 'toleranceCapPence', '2026-11-02', 500);
  await choose(WORLD.council, 'toleranceCapPence', '2026-11-02', 700);
  expect((await read(WORLD.council, '2026-11-02')).toleranceCapPence).toBe(700n);
  const rows = await database.ownerDb
    .selectFrom('council_settings')
    .select('value')
    .where('key', '=', 'toleranceCapPence')
    .orderBy('id')
    .execute();
  expect(rows).toEqual([{ value: 500 }, { value: 700 }]);
});

test('another council does not read it', async () => {
  await choose(WORLD.council, 'contactTelephone', '2026-11-02', '0161 496 0000');
  expect((await read(WORLD.elsewhere, '2026-11-02')).contactTelephone).toBe('');
  const across = await inTransaction(database.db, WORLD.elsewhere, (tx) =>
    readSettings(tx, WORLD.council, date('2026-11-02')),
  );
  expect(across).toEqual(DEFAULT_SETTINGS);
});

test('the program may add a choice and can neither change nor remove one', async () => {
  const change = inTransaction(database.db, WORLD.council, (tx) =>
    tx.updateTable('council_settings').set({ reason: 'another' }).execute(),
  );
  await expect(change).rejects.toThrow('permission denied');
  const remove = inTransaction(database.db, WORLD.council, (tx) => tx.deleteFrom('council_settings').execute());
  await expect(remove).rejects.toThrow('permission denied');
});
