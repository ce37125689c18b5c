import { describe, expect, test } from 'vitest';
import { funderOfLine, type LineFunder, mayFund, streamsOf } from './funder-kinds.ts';

const adults: LineFunder = { id: 'fun_adults', kind: 'directorate' };
const health: LineFunder = { id: 'fun_health', kind: 'nhs' };
const people: LineFunder = { id: 'fun_people', kind: 'people' };
const ofStream = new Map([
  ['social-care', adults],
  ['own-money', people],
] as const);

describe('whose money a line is', () => {
  test('own and family money comes from people, and nothing else does', () => {
    expect(streamsOf('people')).toEqual(['own-money', 'family']);
    for (const kind of ['directorate', 'nhs', 'school', 'grant'] as const) {
      expect(mayFund(kind, 'health')).toBe(true);
      expect(mayFund(kind, 'family')).toBe(false);
    }
  });

  test('a funder that is named is taken before the one that this kind of money comes from', () => {
    expect(funderOfLine({ stream: 'social-care', named: health, before: undefined }, ofStream)).toMatchObject({
      value: health,
    });
    expect(funderOfLine({ stream: 'social-care', named: undefined, before: undefined }, ofStream)).toMatchObject({
      value: adults,
    });
  });

  test('a line keeps its funder when a later file names none, and is refused when it names another', () => {
    expect(funderOfLine({ stream: 'social-care', named: undefined, before: health }, ofStream)).toMatchObject({
      value: health,
    });
    expect(funderOfLine({ stream: 'social-care', named: adults, before: health }, ofStream)).toMatchObject({
      code: 'budget_line.kind_changed',
    });
  });

  test('a line without a funder, or with one of the wrong kind, is refused', () => {
    expect(funderOfLine({ stream: 'health', named: undefined, before: undefined }, ofStream)).toMatchObject({
      code: 'budget_line.funder_missing',
    });
    expect(funderOfLine({ stream: 'social-care', named: people, before: undefined }, ofStream)).toMatchObject({
      code: 'budget_line.funder_does_not_fit',
    });
  });
});
