import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSearch, SEARCH_IDEAS, toTsQuery } from './search-words.ts';

describe('a search', () => {
  it('for “dementia cafe near WA15” is for a dementia cafe, near WA15', () => {
    const query = readSearch('dementia cafe near WA15');
    expect(query).toMatchObject({ words: 'dementia cafe', near: { kind: 'outward', value: 'WA15' } });
    expect(query.categoryHints[0]).toBe('day-activities');
  });

  it('for “badminton near M31” is for badminton, near M31', () => {
    expect(readSearch('badminton near M31')).toMatchObject({
      words: 'badminton',
      groups: [['badminton']],
      near: { kind: 'outward', value: 'M31' },
      categoryHints: ['sport-and-leisure'],
    });
  });

  it('for “counselling for a teenager” widens to young people, youth and children, and to ages 13 to 19', () => {
    const query = readSearch('counselling for a teenager');
    expect(query.words).toBe('counselling teenager');
    expect(query.groups[0]).toEqual(expect.arrayContaining(['counselling', 'therapy', 'counsellor']));
    expect(query.groups[1]).toEqual(
      expect.arrayContaining(['teenager', 'young people', 'youth', 'adolescent', 'children']),
    );
    expect(query.ages).toEqual({ from: 13, to: 19 });
    expect(query.categoryHints[0]).toBe('health-and-wellbeing');
    expect(query).not.toHaveProperty('near');
  });

  it('understands dated words and the field’s short forms, both ways', () => {
    const widened = (text: string) => readSearch(text).groups.flat();
    expect(widened('CRB checked')).toContain('dbs');
    expect(widened('PA')).toContain('personal assistant');
    expect(widened('personal assistants')).toContain('pa');
    expect(widened('respite')).toContain('short break');
    expect(widened('pct')).toContain('integrated care board');
    expect(widened('ISF')).toContain('individual service fund');
    expect(widened('carers')).toContain('home care');
    expect(widened('befriender')).toContain('befriending');
  });

  it('is found by the one lexeme of an idea for all its names, else by what was typed', () => {
    expect(readSearch('elderly swimming Lantern').finding).toEqual([
      ['idea0olderpeople'],
      ['idea0swimming'],
      ['lantern'],
    ]);
    expect(readSearch('children').finding).toEqual([['idea0teenager', 'idea0child']]);
    expect(readSearch('carers').finding).toEqual([['carers', 'idea0carer']]);
  });

  it('has for every idea a lexeme of its own that stays as it is in a text query', () => {
    const lexemes = SEARCH_IDEAS.map(({ lexeme }) => lexeme);
    expect(new Set(lexemes).size).toBe(lexemes.length);
    for (const lexeme of lexemes) expect(toTsQuery([[lexeme]])).toBe(`(${lexeme})`);
  });

  it('keeps a phrase of two words as one idea', () => {
    expect(readSearch('a day centre for my mum').groups[0]).toEqual(
      expect.arrayContaining(['day centre', 'day service']),
    );
    expect(readSearch('a day centre for my mum').words).toBe('day centre mum');
  });

  it('finds a full postcode anywhere, however it was typed', () => {
    expect(readSearch('m314fa swimming').near).toEqual({ kind: 'postcode', value: 'M31 4FA' });
    expect(readSearch('swimming within reach of M31 4FA please').near).toEqual({ kind: 'postcode', value: 'M31 4FA' });
  });

  it('knows that “near me” is home', () => {
    expect(readSearch('lunch club near me')).toMatchObject({ words: 'lunch club', near: { kind: 'home' } });
    expect(readSearch('lunch club nearby')).toMatchObject({ words: 'lunch club', near: { kind: 'home' } });
    expect(readSearch('somewhere near the park')).not.toHaveProperty('near');
  });

  it('keeps the name of a place as a word to look for', () => {
    expect(readSearch('choir in Urmston').words).toBe('choir urmston');
  });

  it('of nothing, or of small words alone, asks for nothing', () => {
    for (const text of ['', '   ', 'in the', '?!']) expect(readSearch(text)).toMatchObject({ words: '', groups: [] });
    expect(toTsQuery([])).toBe('');
  });

  it('becomes a text query of alternatives, phrases and ideas', () => {
    expect(toTsQuery([['cafe', 'coffee morning'], ['dementia']])).toBe('(cafe | (coffee <-> morning)) & (dementia)');
    expect(toTsQuery([['cafe'], ['dementia']], 'any')).toBe('(cafe) | (dementia)');
  });

  it('can never break a text query, whatever was typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        const query = readSearch(text);
        expect(query.groups.length).toBeLessThanOrEqual(12);
        expect(toTsQuery(query.groups)).toMatch(/^[a-z0-9 ()|&<>-]*$/);
        expect(toTsQuery(query.groups)).not.toMatch(/\(\)|\(\s*[|&]/);
      }),
    );
  });
});
