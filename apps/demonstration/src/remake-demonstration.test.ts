// Proves that an old demonstration is found out, and that making it again can delete nothing but a demonstration.

import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildWorld } from '@support-market/api/testing/world';
import { migrate } from '@support-market/db/migrate';
import { createTestDatabase, type TestDatabase } from '@support-market/db/testing/test-database';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { clearDemonstration, sayAge } from './remake-demonstration.ts';

let database: TestDatabase;
let dataDir: string;
const paper = () => join(dataDir, 'files', 'paper');
beforeAll(async () => {
  database = await createTestDatabase();
  await buildWorld({ database });
  dataDir = mkdtempSync(join(tmpdir(), 'support-market-fresh-'));
  mkdirSync(join(dataDir, 'files'));
  writeFileSync(paper(), 'kept');
});
afterAll(async () => {
  await database.drop();
  rmSync(dataDir, { recursive: true, force: true });
});

const councils = async () =>
  Number(
    (
      await database.ownerDb
        .selectFrom('councils')
        .select(({ fn }) => fn.countAll().as('n'))
        .executeTakeFirstOrThrow()
    ).n,
  );

const clear = (source: 'operator' | 'built-in' | 'built-in, run by another process', demonstration = true) =>
  clearDemonstration({ url: database.url, source }, { dataDir, demonstration });

test.each([
  ['an operator’s database', () => clear('operator'), /built-in database/],
  ['a database that another program uses', () => clear('built-in, run by another process'), /another program/],
  ['a database outside demonstration mode', () => clear('built-in', false), /DEMONSTRATION is not true/],
  ['a database with a real council', () => clear('built-in'), /real council \(.* Council\)/],
])('%s is never emptied', async (_what, attempt, reason) => {
  const before = await councils();
  await expect(attempt()).rejects.toThrow(reason);
  expect(await councils()).toBe(before);
  expect(existsSync(paper())).toBe(true);
});

test('a demonstration goes whole, with its files, and leaves a database that can be filled again', async () => {
  await database.ownerDb.updateTable('councils').set({ demonstration: true }).execute();
  // The connections of this test end with the database that they are to.
  await Promise.all([database.ownerDb.destroy(), database.db.destroy()]);
  await clear('built-in');
  expect(existsSync(paper())).toBe(false);
  expect((await migrate(database.url)).length).toBeGreaterThan(5);
  await clear('built-in');
});

const age = (madeOn: string, today: string) => sayAge(Temporal.PlainDate.from(madeOn), Temporal.PlainDate.from(today));

test('a demonstration of this fortnight is as good as new; a later day says when it was made', () => {
  expect(age('2026-11-20', '2026-11-20')).toBeNull();
  expect(age('2026-11-20', '2026-12-04')).toBeNull();
  expect(age('2026-11-20', '2026-12-05')).toMatch(/made on Friday 20 November 2026\. The weeks since then are empty/);
});

test('a new budget year, or a day before it was made, offers to make it again', () => {
  expect(age('2027-03-31', '2027-04-01')).toMatch(/another year[\s\S]*npm start -- --fresh/);
  expect(age('2026-11-20', '2027-11-20')).toMatch(/another year[\s\S]*npm start -- --fresh/);
  expect(age('2026-11-20', '2026-11-01')).toMatch(/npm start -- --fresh/);
});
