import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { withdrawnSince } from './absences.ts';

test('a service that was first missed a week ago is withdrawn, and one of six days is not', () => {
  const since = withdrawnSince(Temporal.PlainDate.from('2026-11-28'));
  expect(since.toString()).toBe('2026-11-21');
});
