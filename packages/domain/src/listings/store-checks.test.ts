// What is asked of whom, and what counts as done.

import { describe, expect, test } from 'vitest';
import { checksOf, type StoreFacts } from './store-checks.ts';

const TODAY = '2026-11-28';
const ALL: StoreFacts = {
  kind: 'agency',
  name: 'Bright Care',
  canBeReached: true,
  insuredUntil: '2027-11-28',
  dbsCheckedOn: '2026-01-10',
  cqcLocationId: '1-234567',
  charityNumber: null,
  taxReference: '1234567890',
  hasBankAccount: true,
  selfBillingAgreedOn: '2026-02-01',
};
const stateOf = (check: string, change: Partial<StoreFacts>) =>
  checksOf({ ...ALL, ...change }, TODAY).find((one) => one.check === check)?.state;

describe('what is asked', () => {
  test('of a community group has nothing about money in it', () => {
    const asked = checksOf({ ...ALL, kind: 'community-group' }, TODAY).map(({ check }) => check);
    expect(asked).toEqual(['name', 'contact', 'insurance', 'dbs']);
  });

  test('of a charity has its number in it, and of no other', () => {
    const asks = (kind: string) => checksOf({ ...ALL, kind }, TODAY).some(({ check }) => check === 'charity');
    expect([asks('charity'), asks('agency')]).toEqual([true, false]);
  });

  test('of one who works alone says what is needed before they are paid', () => {
    const toBePaid = checksOf({ ...ALL, kind: 'micro-provider' }, TODAY).filter(({ need }) => need === 'to-be-paid');
    expect(toBePaid.map(({ check }) => check)).toEqual(['tax', 'bank', 'self-billing']);
  });
});

describe('an insurance', () => {
  test.each([
    ['2026-11-27', 'lapsed'],
    ['2026-11-28', 'soon'],
    ['2026-12-28', 'soon'],
    ['2026-12-29', 'done'],
    [null, 'lacking'],
  ])('that holds until %s is %s', (insuredUntil, state) => {
    expect(stateOf('insurance', { insuredUntil })).toBe(state);
  });
});

test('a DBS check is asked for again after three years', () => {
  expect(stateOf('dbs', { dbsCheckedOn: '2023-11-29' })).toBe('done');
  expect(stateOf('dbs', { dbsCheckedOn: '2023-11-28' })).toBe('lapsed');
});
