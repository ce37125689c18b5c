import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { slugify } from '../shared/text.ts';
import { CATEGORIES, categoriseByWords, findCategory, TOP_CATEGORY_SLUGS } from './categories.ts';

describe('categories', () => {
  it('are eight headings, and every slug is safe in an address and used once', () => {
    expect(TOP_CATEGORY_SLUGS).toEqual([
      'help-at-home',
      'out-and-about',
      'meals',
      'day-activities',
      'sport-and-leisure',
      'learning-and-work',
      'equipment-and-home',
      'health-and-wellbeing',
    ]);
    const slugs = CATEGORIES.flatMap((top) => [top.slug, ...top.children.map((one) => one.slug)]);
    expect(new Set(slugs).size).toBe(slugs.length);
    for (const slug of slugs) {
      expect(slugify(slug)).toBe(slug);
      expect(findCategory(slug)?.category.slug).toBe(slug);
    }
    expect(findCategory('nothing')).toBeUndefined();
  });

  it('know each of their own words', () => {
    for (const top of CATEGORIES) {
      for (const one of top.children) {
        for (const word of one.words) expect(categoriseByWords(word)?.top, word).toBe(top.slug);
      }
    }
  });

  it.each([
    ['Badminton', 'sport-and-leisure'],
    ['Netball, Basketball', 'sport-and-leisure'],
    ['Multi Sports', 'sport-and-leisure'],
    ['Martial Arts', 'sport-and-leisure'],
    ['Weights', 'sport-and-leisure'],
    ['Water Sports', 'sport-and-leisure'],
    ['Nursing homes|Residential homes', 'help-at-home'],
    ['Residential homes|Homecare agencies|Supported living', 'help-at-home'],
    ['Local authority run library', 'learning-and-work'],
    ['Larkhill Demetia Cafe (Later Life Living)', 'day-activities'],
    ['Counselling, therapy and one-to one support for young people aged 13 to 25 years.', 'health-and-wellbeing'],
    ['Foodbank Voucher', 'meals'],
    ['Lunch club every Thursday in the church hall', 'meals'],
    ['A gardener who cuts hedges', 'equipment-and-home'],
    ['Befriending for lonely people', 'out-and-about'],
  ])('put “%s” under %s', (text, top) => {
    expect(categoriseByWords(text)?.top).toBe(top);
  });

  it('listen to the most telling text first and say nothing when no text does', () => {
    expect(categoriseByWords('Golf', 'a choir')?.category).toBe('outdoor-sports');
    expect(categoriseByWords('NA', 'a choir')?.category).toBe('arts-and-music');
    expect(categoriseByWords('', 'General purposes')).toBeUndefined();
  });

  it('never throw, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const found = categoriseByWords(text);
        if (found) expect(findCategory(found.category)?.top.slug).toBe(found.top);
      }),
    );
  });
});
