// Where somebody who left in the middle goes on.

import { expect, test } from 'vitest';
import { firstUndone, stepBeside } from './listing-steps.ts';

test('somebody who comes back goes on at the first step that is not done', () => {
  expect(firstUndone({ missing: ['place', 'price', 'contact'], whenText: '' })).toBe('where');
  expect(firstUndone({ missing: ['price', 'contact'], whenText: '' })).toBe('when');
  expect(firstUndone({ missing: ['contact'], whenText: 'Mondays' })).toBe('reach');
});

test('somebody who has said all that is needed comes back to the last step', () => {
  expect(firstUndone({ missing: [], whenText: 'Mondays' })).toBe('check');
});

test('there is nothing before the first step and nothing after the last', () => {
  expect([stepBeside('what', -1), stepBeside('what', 1), stepBeside('check', 1)]).toEqual([null, 'where', null]);
});
