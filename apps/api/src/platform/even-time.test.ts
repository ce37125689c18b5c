// A stopwatch must learn nothing: quick work and work that fails take as long as any.

import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { noSoonerThan } from './even-time.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test.each([
  ['that is done at once', async () => 'done'],
  [
    'that fails at once',
    async () => {
      throw new Error('failed');
    },
  ],
])('work %s is answered when the time is over, and not before', async (_what, work) => {
  let settled = false;
  const settle = (): void => {
    settled = true;
  };
  const answer = noSoonerThan(200, work).then(settle, settle);
  await vi.advanceTimersByTimeAsync(199);
  expect(settled).toBe(false);
  await vi.advanceTimersByTimeAsync(1);
  await answer;
  expect(settled).toBe(true);
});
