// What checkout promises about cancelling follows the same rule as cancelling itself.
import { Temporal } from 'temporal-polyfill';
import { expect, it } from 'vitest';
import { visitsTooLate } from './too-late.ts';

const NOW = Temporal.Instant.from('2026-11-23T09:00:00Z');
const once: Parameters<typeof visitsTooLate>[0] = {
  kind: 'one-off',
  firstDate: '2026-11-25',
  lastDate: '2026-11-25',
  startTime: '09:00',
  clockChoice: null,
  pattern: [],
  noticeHours: 48,
};
const weekly: typeof once = {
  ...once,
  kind: 'schedule',
  firstDate: '2026-11-23',
  lastDate: '2026-12-06',
  startTime: null,
  pattern: [
    { weekday: 2, startTime: '09:00', minutes: 60 },
    { weekday: 4, startTime: '09:00', minutes: 60 },
  ],
};

it('leaves a visit free to cancel that is exactly as far away as its notice', () => {
  expect(visitsTooLate(once, NOW)).toBe(0);
});

it('counts a visit that is a minute closer than its notice, and one on the day itself', () => {
  expect(visitsTooLate({ ...once, startTime: '08:59' }, NOW)).toBe(1);
  expect(visitsTooLate({ ...once, firstDate: '2026-11-23', startTime: null }, NOW)).toBe(1);
});

it('counts only the visits of a weekly schedule that are within their notice', () => {
  expect(visitsTooLate(weekly, NOW)).toBe(1);
});
