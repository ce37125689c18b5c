// How search ranks: what makes a listing stand earlier, and which words find and rank.

import { describe, expect, test } from 'vitest';
import { findingAndRanking, type RankedFacts, rankOf, wordsToSpell } from './search-ranking.ts';

const PLAIN: RankedFacts = {
  words: 0.5,
  place: null,
  kind: null,
  wishesMet: 0,
  ages: null,
  isStale: false,
  hasSpace: true,
};
const at = (metres: number | null, more: Partial<NonNullable<RankedFacts['place']>> = {}): RankedFacts => ({
  ...PLAIN,
  place: { metres, isInDistrict: false, servesMetres: null, ...more },
});
const aged = (minimum: number | null, maximum: number | null): RankedFacts => ({
  ...PLAIN,
  ages: { asked: { from: 13, to: 18 }, minimum, maximum },
});

describe('a rank', () => {
  test('is half at four kilometres, and a listing without a place counts as eight kilometres away', () => {
    expect(rankOf(at(0))).toBeCloseTo(2 * rankOf(at(4_000)));
    expect(rankOf(at(null))).toBe(rankOf(at(8_000)));
  });

  test('treats who comes to the person as two kilometres away at most, what is in the district as one', () => {
    expect(rankOf(at(9_000, { servesMetres: 10_000 }))).toBe(rankOf(at(2_000)));
    expect(rankOf(at(9_000, { servesMetres: 8_000 }))).toBe(rankOf(at(9_000)));
    expect(rankOf(at(9_000, { isInDistrict: true }))).toBe(rankOf(at(1_000)));
    expect(rankOf(at(300, { isInDistrict: true }))).toBe(rankOf(at(300)));
  });

  test('is greater for the asked subcategory than for its heading, and for that than for another', () => {
    const of = (kind: RankedFacts['kind']) => rankOf({ ...PLAIN, kind });
    expect([of('subcategory'), of('heading'), of('other')].map((rank) => rank / rankOf(PLAIN))).toEqual([1.5, 1.15, 1]);
  });

  test('is greater for the asked age, and small for another; who names no age keeps theirs', () => {
    expect(rankOf(aged(13, 25)) / rankOf(PLAIN)).toBeCloseTo(1.3);
    expect(rankOf(aged(60, null)) / rankOf(PLAIN)).toBeCloseTo(0.2);
    expect(rankOf(aged(null, 12)) / rankOf(PLAIN)).toBeCloseTo(0.2);
    expect(rankOf(aged(null, null))).toBe(rankOf(PLAIN));
  });

  test('falls where the listing was not confirmed for long, and a little where it is full', () => {
    expect(rankOf({ ...PLAIN, isStale: true })).toBeCloseTo(0.7 * rankOf(PLAIN));
    expect(rankOf({ ...PLAIN, hasSpace: false })).toBeCloseTo(0.85 * rankOf(PLAIN));
  });

  test('of what only another word for it found is small and not nothing, so that place decides', () => {
    expect(rankOf({ ...PLAIN, words: 0 })).toBe(0.02);
    expect(rankOf({ ...PLAIN, words: null })).toBe(0.1);
  });
});

describe('the words of a question', () => {
  test('find by every name of an idea, and rank by what was typed and by all names of an age', () => {
    const asked = {
      groups: [
        ['cafe', 'coffee shop'],
        ['teenager', 'young people'],
      ],
      finding: [['idea1'], ['idea2']],
    };
    expect(findingAndRanking(asked, [])).toEqual({
      finding: [['idea1'], ['idea2']],
      ranking: [['cafe'], ['teenager', 'young people']],
    });
  });

  test('are spelt only where they are long enough and letters alone, and eight at most', () => {
    expect(wordsToSpell([['swimming'], ['tv'], ['42nd'], ['gardening']])).toEqual(['swimming', 'gardening']);
    expect(wordsToSpell(Array.from({ length: 12 }, () => ['swimming']))).toHaveLength(8);
  });
});
