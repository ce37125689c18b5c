// A rule is read aloud by people who decide by it whether to set out.
import { expect, test } from 'vitest';
import { type SaidRule, sayRule } from './event-rule.ts';
import { wordsIn } from './words-in.ts';

const words = wordsIn();
const said = (rule: Partial<SaidRule>) =>
  sayRule(words.say('listings'), words.dates, {
    ...{ frequency: 'weekly', weekday: 4, weekOfMonth: null, interval: 1 },
    ...rule,
  });

test('how often something is on is said with its weekday, and monthly with which one of the month', () => {
  expect(said({})).toBe('every Thursday');
  expect(said({ interval: 2 })).toBe('every 2 weeks on Thursday');
  expect(said({ frequency: 'monthly', weekday: 2, weekOfMonth: 1 })).toBe('the first Tuesday of each month');
  expect(said({ frequency: 'monthly', weekday: 5, weekOfMonth: 5 })).toBe('the last Friday of each month');
  expect(said({ frequency: 'monthly', weekday: 7, weekOfMonth: 3, interval: 2 })).toBe(
    'the third Sunday of every 2 months',
  );
  expect(said({ frequency: 'once' })).toBe('once');
});
