import { expect, test } from 'vitest';
import { FirstRows } from './first-rows.ts';

test('each of many keys is known by the row in which it came first, however often it comes again', () => {
  const rows = new FirstRows();
  const keys = Array.from({ length: 50_000 }, (_, index) => `key ${index}`);
  expect(keys.filter((key, index) => rows.noted(key, index + 2) !== undefined)).toEqual([]);
  expect(keys.filter((key, index) => rows.noted(key, 60_000 + index) !== index + 2)).toEqual([]);
});

test('keys that differ in one letter, in case or in blanks are different keys, and no key is one too', () => {
  const rows = new FirstRows();
  expect(['', ' ', 'a', 'A', 'a ', 'á'].map((key, index) => rows.noted(key, index + 1))).toEqual(
    Array(6).fill(undefined),
  );
  expect(rows.noted('', 9)).toBe(1);
});
