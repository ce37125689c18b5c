// Proves that money and time cross the database unchanged.

import { sql } from 'kysely';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from './testing/test-database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

async function roundTrip(type: string, value: unknown): Promise<unknown> {
  const answer = await sql<{ value: unknown }>`select ${value}::${sql.raw(type)} as value`.execute(database.db);
  return answer.rows[0]?.value;
}

describe('values cross the database unchanged', () => {
  test('the largest and smallest amounts stay exact bigints', async () => {
    for (const amount of [0n, 99_999_999_999n, 9_007_199_254_740_993n, -9_223_372_036_854_775_808n]) {
      expect(await roundTrip('int8', amount)).toBe(amount);
    }
  });

  test('a calendar date stays the same day whatever the time zone of the machine', async () => {
    const day = Temporal.PlainDate.from('2026-03-29');
    const back = await roundTrip('date', day);
    expect(back).toBeInstanceOf(Temporal.PlainDate);
    expect(String(back)).toBe('2026-03-29');
  });

  test('an instant keeps its microseconds', async () => {
    const instant = Temporal.Instant.from('2026-10-25T00:30:00.123456Z');
    const back = await roundTrip('timestamptz', instant);
    expect(back).toBeInstanceOf(Temporal.Instant);
    expect(String(back)).toBe('2026-10-25T00:30:00.123456Z');
  });

  test('a zoned date-time is stored as its instant', async () => {
    const visit = Temporal.ZonedDateTime.from('2026-07-01T09:00[Europe/London]');
    expect(String(await roundTrip('timestamptz', visit))).toBe('2026-07-01T08:00:00Z');
  });

  test('lists of amounts, days and instants work, empty places included', async () => {
    expect(await roundTrip('int8[]', [1n, null, 3n])).toEqual([1n, null, 3n]);
    const days = [Temporal.PlainDate.from('2026-01-01'), Temporal.PlainDate.from('2026-12-31')];
    expect(String(await roundTrip('date[]', days))).toBe('2026-01-01,2026-12-31');
    const instants = [Temporal.Instant.from('2026-01-01T00:00Z')];
    expect(String(await roundTrip('timestamptz[]', instants))).toBe('2026-01-01T00:00:00Z');
  });

  test('a decimal stays text, so that nothing rounds it', async () => {
    expect(await roundTrip('numeric', '19.20')).toBe('19.20');
  });
});
