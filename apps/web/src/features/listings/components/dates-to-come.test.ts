// A reader must not be sent to what ended before they read of it.
import { Temporal } from 'temporal-polyfill';
import { expect, it } from 'vitest';
import type { Listing } from '../api/view-listing.ts';
import { withDatesToCome } from './dates-to-come.ts';

const datesAt = (now: string, startTime: string, endTime: string) => {
  const event = { startTime, endTime, nextDates: ['2026-07-04', '2026-07-11'] } as Listing['events'][number];
  return withDatesToCome({ events: [event] }, Temporal.Instant.from(now)).events[0]?.nextDates;
};

it('a listing names today until what is on has ended by the clock in London', () => {
  expect(datesAt('2026-07-04T09:29:59Z', '09:00', '10:30')).toEqual(['2026-07-04', '2026-07-11']);
  expect(datesAt('2026-07-04T09:30:00Z', '09:00', '10:30')).toEqual(['2026-07-11']);
  expect(datesAt('2026-07-04T22:30:00Z', '22:00', '02:00')).toEqual(['2026-07-04', '2026-07-11']);
});
