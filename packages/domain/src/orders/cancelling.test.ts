import { Temporal } from 'temporal-polyfill';
import { expect, it } from 'vitest';
import { pence } from '../shared/money.ts';
import { cancelOrder } from './cancelling.ts';

const at = Temporal.Instant.from('2026-11-02T12:00:00Z');
const visit = (id: string, start: string) => ({
  id,
  start: Temporal.Instant.from(start),
  amountPence: pence(2880),
  noticeHours: 48,
});
const visits = [
  visit('past', '2026-11-01T09:30:00Z'),
  visit('tomorrow', '2026-11-03T09:30:00Z'),
  visit('next', '2026-11-10T09:30:00Z'),
];

it('charges what is inside the notice, gives back what is outside, and leaves what has begun', () => {
  expect(cancelOrder({ state: 'accepted', visits, at })).toEqual({
    chargedVisitIds: ['tomorrow'],
    releasedVisitIds: ['next'],
    chargedPence: 2880n,
    backPence: 2880n,
  });
});

it('gives everything back while the provider has not accepted', () => {
  expect(cancelOrder({ state: 'placed', visits, at })).toMatchObject({ chargedVisitIds: [], backPence: 8640n });
});
