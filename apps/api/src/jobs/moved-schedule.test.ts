// Proves that scheduled work falls due by the product's clock, wherever that is moved to.

import { parseCrontab } from 'graphile-worker';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { movedSchedule } from './moved-schedule.ts';

const NIGHTLY = parseCrontab('25 1 * * * bill-deliveries ?id=bill {}');
const digestOf = (text: string) => {
  const at = Temporal.Instant.from(text).toZonedDateTimeISO('UTC');
  return { min: at.minute, hour: at.hour, date: at.day, month: at.month, dow: at.dayOfWeek % 7 };
};
const isDue = (real: string, product: string): boolean => {
  const now = Temporal.Instant.from(real);
  const aheadSeconds = Temporal.Instant.from(product).since(now).total('second');
  return movedSchedule(NIGHTLY, aheadSeconds, now)[0]?.match(digestOf(real)) ?? false;
};

test('work for the night falls due in the product’s night, and not in the computer’s', () => {
  expect(isDue('2026-11-27T14:00:00Z', '2029-03-31T01:25:00Z')).toBe(true);
  expect(isDue('2026-11-27T01:25:00Z', '2029-03-31T14:00:00Z')).toBe(false);
});

test('a clock that is not moved leaves the schedule as it is', () => {
  expect(isDue('2026-11-27T01:25:00Z', '2026-11-27T01:25:00Z')).toBe(true);
  expect(isDue('2026-11-27T01:26:00Z', '2026-11-27T01:26:00Z')).toBe(false);
});

test('the turn of the computer’s year, and its 29 February, are found', () => {
  expect(isDue('2026-12-31T23:59:00Z', '2026-10-25T01:25:00Z')).toBe(true);
  expect(isDue('2028-02-29T12:00:00Z', '2026-10-25T01:25:00Z')).toBe(true);
});
