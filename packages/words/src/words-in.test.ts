// Words are said right in every form: plurals, money, dates, and in the language that was asked for.
import { describe, expect, it } from 'vitest';
import { datesIn } from './dates.ts';
import { directionOf, fallbacksOf, type Language, languageFor, tagOf } from './languages.ts';
import { sayMoney } from './money.ts';
import { wordsIn } from './words-in.ts';

describe('words', () => {
  it('have one form for one thing and another for several', () => {
    const say = wordsIn().say('orders');
    expect(say('more', { count: 1 })).toBe('and 1 more thing');
    expect(say('more', { count: 3 })).toBe('and 3 more things');
  });

  it('write whole pence as pounds', () => {
    expect(wordsIn().say('orders')('cancel.free', { backPence: 123_456n })).toMatch(/£1,234\.56/);
    expect(sayMoney(-5n)).toBe('−£0.05');
    expect(sayMoney(99_999_999_999n)).toBe('£999,999,999.99');
    expect(() => sayMoney(0.5)).toThrow(RangeError);
  });

  it('in Easy Read are plain where Easy Read has no sentence of its own', () => {
    expect(wordsIn('en', 'easy').say('orders')('title')).toBe(wordsIn().say('orders')('title'));
    expect(wordsIn('en', 'easy').dates.date('2026-11-03')).toBe('3 November 2026');
  });

  it('of one language are never changed by who asks for another', () => {
    const plain = wordsIn().say('orders');
    wordsIn('en', 'easy').say('orders')('title');
    expect(plain('title')).toBe('My orders');
  });
});

describe('values in a sentence', () => {
  const values = { telephone: '0117 496 0000', hours: '9am to 5pm' };

  it('keep their own direction where the language runs from right to left, and are left alone elsewhere', () => {
    const said = (language: string) => wordsIn(language as Language).say('shell')('reach.ringWithin', values);
    expect(said('en')).toBe('ring 0117 496 0000 (9am to 5pm)');
    expect(said('ur')).toBe('ring \u20680117 496 0000\u2069 (\u20689am to 5pm\u2069)');
  });

  it('that are amounts keep their sign in front in every direction', () => {
    const said = wordsIn('ur' as Language).say('orders')('cancel.free', { backPence: -500 });
    expect(said).toMatch(/\u2068[^\u2069]*5\.00[^\u2069]*\u2069/);
  });
});

describe('a language', () => {
  it('falls back from Easy Read to plain, and to English at last', () => {
    expect(tagOf('cy', 'easy')).toBe('cy-x-easy');
    expect(fallbacksOf('cy-x-easy')).toEqual(['cy', 'en']);
    expect(fallbacksOf('en')).toEqual([]);
  });

  it('is one that we speak, and says which way it is written', () => {
    expect(languageFor('cy;q=0.9, fr-FR, en;q=0.2')).toBe('en');
    expect(languageFor(undefined)).toBe('en');
    expect(['en', 'cy', 'ur', 'ar-x-easy', 'ku-Arab', 'ku'].map(directionOf)).toEqual([
      ...['ltr', 'ltr', 'rtl', 'rtl', 'rtl', 'ltr'],
    ]);
  });
});

describe('a time', () => {
  const dates = datesIn();

  it('is said in London, and says so when it ends on another day', () => {
    expect(dates.timesOverDays('2026-10-24T21:00:00Z', '2026-10-25T07:00:00Z')).toBe('10pm to 7am the next day');
    expect(dates.timesOverDays('2026-11-03T09:00:00Z', '2026-11-03T12:00:00Z')).toBe('9am to midday');
    expect(dates.timesOverDays('2026-11-03T00:00:00Z', '2026-11-05T12:30:00Z')).toBe(
      'midnight to 12:30pm on Thursday 5 November',
    );
  });

  it('of a period leaves out what both ends share', () => {
    expect(dates.period('2026-11-01', '2026-11-30')).toBe('1 to 30 November 2026');
    expect(dates.period('2026-10-30', '2026-11-02')).toBe('30 October to 2 November 2026');
    expect(dates.period('2026-12-30', '2027-01-02')).toBe('30 December 2026 to 2 January 2027');
    expect(dates.period('2026-11-03', '2026-11-03')).toBe('3 November 2026');
    expect(dates.shortMonth('2026-10-01')).toBe('Oct 26');
    expect([50, 94, 120].map(dates.minutes)).toEqual(['50 min', '1 h 34 min', '2 h']);
  });
});
