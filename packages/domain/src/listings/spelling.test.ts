// A misspelt word must be found from either side, and a word spelt right must not drag its look-alikes in.
import { expect, test } from 'vitest';
import { standIns } from './spelling.ts';

const mayStandFor = (typed: string, other: string, known: boolean) => standIns(typed, [other], known).length === 1;

test('a lost letter in somebody’s listing is forgiven although the searcher spelt it right', () => {
  expect(mayStandFor('dementia', 'demetia', true)).toBe(true);
});

test('a slip of the searcher is forgiven: a lost, doubled, swapped or other letter, two in a long word', () => {
  for (const [typed, meant] of [
    ['badmington', 'badminton'],
    ['counseling', 'counselling'],
    ['gardning', 'gardening'],
    ['freind', 'friend'],
    ['swimmimg', 'swimming'],
    ['alzhiemers', 'alzheimers'],
    ['befreindng', 'befriending'],
    ['entre', 'centre'],
  ] as const) {
    expect([typed, mayStandFor(typed, meant, false)]).toEqual([typed, true]);
  }
});

test('a known word does not turn into another known word', () => {
  expect(mayStandFor('swimming', 'slimming', true)).toBe(false);
  expect(mayStandFor('care', 'cafe', true)).toBe(false);
  expect(mayStandFor('lunch', 'lunches', true)).toBe(false);
});

test('short words, numbers and other beginnings are left alone', () => {
  expect(mayStandFor('tea', 'team', false)).toBe(false);
  expect(mayStandFor('u3a', 'u2a', false)).toBe(false);
  expect(mayStandFor('bread', 'read', false)).toBe(false);
  expect(mayStandFor('read', 'bread', false)).toBe(false);
  expect(mayStandFor('entre', 'centre', true)).toBe(false);
  expect(mayStandFor('swim', 'counselling', false)).toBe(false);
});

test('a word two slips away is left out where another is only one away', () => {
  expect(standIns('badmington', ['badminton', 'barrington'], false)).toEqual(['badminton']);
});
