// What people type means a kind of support, however it is said and spelt.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CATEGORY_SLUGS } from './categories.ts';
import { KINDS_BESIDE_OTHERS, KINDS_SAID } from './kinds-said.ts';
import { kindLexeme, meantKinds } from './meant-kinds.ts';
import { toTsQuery } from './search-words.ts';

describe('the kind that is meant', () => {
  test.each([
    ['lift to hospital', 'transport'],
    ['hospital bed', 'equipment'],
    ['someone to sit with my husband while I go out', 'short-breaks'],
    ['dementia nursing home', 'care-homes'],
    ['overnight carer', 'night-support'],
    ['chess club', 'clubs-and-groups'],
    ['tabel tenis', 'racket-sports'],
    ['occupational theropist', 'therapies'],
    ['is there a group for people who have had a stroke', 'long-term-conditions'],
    ['carer for my mum with dementia', 'personal-care'],
    ['wheelchair basketball', 'team-sports'],
  ])('of "%s" is %s', (words, kind) => {
    expect(meantKinds(words).kinds).toEqual([kind]);
  });

  test('is the same in every form of a word, in one word or two, and with a slip', () => {
    for (const words of ['befriend', 'befriender', 'befriending', 'befreinding'])
      expect(meantKinds(words).kinds, words).toEqual(['company']);
    for (const words of ['ping pong', 'pingpong', 'ping-pong'])
      expect(meantKinds(words).kinds, words).toEqual(['racket-sports']);
    for (const words of ['physio', 'physiotherapist', 'physiotherapists', 'phsyiotherapy'])
      expect(meantKinds(words).kinds, words).toContain('therapies');
    for (const words of ['lunch club', 'lunc club']) expect(meantKinds(words).kinds, words).toEqual(['lunch-clubs']);
    for (const words of ['day centre', 'day entre']) expect(meantKinds(words).kinds, words).toEqual(['day-centres']);
    for (const words of ['choir', 'choi', 'musi']) expect(meantKinds(words).kinds, words).toEqual(['arts-and-music']);
    expect(meantKinds('men`s shed').kinds).toEqual(meantKinds('mens shed').kinds);
  });

  test('stands before "for" and "to"; who it is for does not change it', () => {
    expect(meantKinds('counselling for a teenager').kinds).toEqual(['counselling']);
    expect(meantKinds('choir for people with dementia').kinds).toEqual(['arts-and-music']);
    expect(meantKinds('taxi to the day centre').kinds).toEqual(['transport']);
  });

  test('is not read into a word of the catalogue that only looks like another', () => {
    expect(meantKinds('swinming').kinds).toEqual(['swimming']);
    expect(meantKinds('swinming', (word) => word === 'swinming').kinds).toEqual([]);
    expect(meantKinds('Timperley').kinds).toEqual([]);
  });

  test('has slugs that there are, and a lexeme of its own that stays as it is in a text query', () => {
    for (const slug of [...Object.keys(KINDS_SAID), ...KINDS_BESIDE_OTHERS]) expect(CATEGORY_SLUGS).toContain(slug);
    expect(new Set(CATEGORY_SLUGS.map(kindLexeme)).size).toBe(CATEGORY_SLUGS.length);
    for (const slug of CATEGORY_SLUGS) expect(toTsQuery([[kindLexeme(slug)]])).toBe(`(${kindLexeme(slug)})`);
  });

  test('is a known one or none, whatever was typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        for (const kind of meantKinds(text).kinds) expect(CATEGORY_SLUGS).toContain(kind);
      }),
    );
  });
});
