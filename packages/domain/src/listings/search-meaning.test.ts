// What a search says besides its kind: a language in any script, who should come, what it costs, when.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { meaningOf } from './search-meaning.ts';
import { readWishes } from './search-wishes.ts';
import { readSearch } from './search-words.ts';

const meaning = (text: string) => meaningOf(readSearch(text), []);

describe('what is wished', () => {
  test.each([
    ['somebody who speaks Punjabi', ['language=Punjabi']],
    ['polski', ['language=Polish']],
    ['opiekunka mówiąca po polsku', ['language=Polish']],
    ['اردو', ['language=Urdu']],
    ['العربية', ['language=Arabic']],
    ['українська', ['language=Ukrainian']],
    ['русский', ['language=Russian']],
    ['हिन्दी', ['language=Hindi']],
    ['বাংলা', ['language=Bengali']],
    ['廣東話', ['language=Cantonese']],
    ['اردو русский', ['language=Urdu', 'language=Russian']],
    ['ਪੰਜਾਬੀ', ['language=Punjabi']],
    ['female carer', ['worker=female']],
    ['free art classes', ['free']],
    ['groups in the evenings', ['evenings']],
    ['football on Saturdays', ['weekends']],
  ])('with "%s" is %j', (text, facets) => {
    expect(readWishes(text).facets).toEqual(facets);
  });

  test.each(['step free flat', 'gluten free lunch', 'womens group', 'visitor for an old lady', 'handy man'])(
    'with "%s" is nothing',
    (text) => {
      expect(readWishes(text).facets).toEqual([]);
    },
  );
});

describe('what a search means', () => {
  test('in another script is its language, and never everything', () => {
    expect(meaning('اردو').matching).toBe('((urdu))');
    expect(meaning('ЛАНЧ').matching).toBe('((russian | ukrainian | bulgarian))');
    expect(meaning('').matching).toBeNull();
  });

  test.each(['🍔', '_', '?!', '🍔 near M31', 'ქართული'])('of "%s" is nothing, and never everything', (text) => {
    expect(meaning(text)).toMatchObject({ matching: '(idea0nothing)', loosened: '(idea0nothing)' });
  });

  test.each(['', '  \u200b ', 'near M31.', 'M31?', 'near me', 'what is there?'])('of "%s" is everything', (text) => {
    expect(meaning(text).matching).toBeNull();
  });

  test('with words in another script beside others never drops them', () => {
    expect(meaning('lunch اردو').matching).toContain('urdu');
    expect(meaning('zebra ქართული').matching).toBe('(((zebra))) & (idea0nothing)');
    expect(meaning('zebra ქართული').loosened).toContain('zebra');
    expect(meaning('zebra 🍔').matching).not.toContain('nothing');
  });

  test('falls back on "help" only when nothing has the other words', () => {
    expect(meaning('help zzzqqq').matching).not.toContain('help');
    expect(meaning('help zzzqqq').loosened).toContain('(help)');
    expect(meaning('zzzqqq').loosened).not.toContain('help');
  });

  test('is a kind by its lexeme, with the words that say more', () => {
    expect(meaning('patient transport').matching).toContain('kind0transport');
    expect(meaning('choir in Urmston').matching).toContain('kind0artsandmusic');
    expect(meaning('choir in Urmston').matching).toContain('urmston');
    expect(meaning('Urmston').kinds).toEqual([]);
  });

  test('can never break a text query, whatever was typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        const { matching, widened, loosened, matchingKinds, ranking, named } = meaning(text);
        for (const query of [matching, widened, loosened, matchingKinds, ranking, named]) {
          expect(query ?? '').toMatch(/^[a-z0-9A ():|&<>-]*$/);
          expect(query ?? '').not.toMatch(/\(\)|\(\s*[|&]|[|&]\s*\)/);
        }
      }),
    );
  });
});
