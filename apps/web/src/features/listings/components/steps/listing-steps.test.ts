// Where somebody who left in the middle goes on.

import { expect, test } from 'vitest';
import { firstUndone, stepBeside } from './listing-steps.ts';

test('somebody who comes back goes on at the first step that is not done', () => {
  expect(firstUndone({ missing: ['place', 'when', 'price', 'contact'] })).toBe('where');
  expect(firstUndone({ missing: ['when', 'price', 'contact'] })).toBe('when');
  expect(firstUndone({ missing: ['contact'] })).toBe('reach');
});

test('somebody who has said all that is needed comes back to the last step', () => {
  expect(firstUndone({ missing: [] })).toBe('check');
});

test('there is nothing before the first step and nothing after the last', () => {
  expect([stepBeside('what', -1), stepBeside('what', 1), stepBeside('check', 1)]).toEqual([null, 'where', null]);
});
