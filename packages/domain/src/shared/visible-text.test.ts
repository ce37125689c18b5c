import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isBlank, LINE_SIGN, withoutTurning } from './visible-text.ts';

const INVISIBLE = [
  ...['\t', '\n', ' ', '\u00A0', '\u00AD', '\u034F', '\u061C', '\u115F', '\u17B4', '\u180E', '\u200B', '\u200C'],
  ...['\u200D', '\u200E', '\u200F', '\u2028', '\u202E', '\u2060', '\u2066', '\u2069', '\u2800', '\u3000', '\u3164'],
  ...['\uFE0F', '\uFEFF', '\uFFA0', '\uFFFC', '\u{1D159}', '\u{E0020}', '\u{E0100}', '\u0301', '\0'],
  ...['\u{13441}', '\u{13442}', '\u0378', '\uFFFE', '\uFDD0', '\u{10FFFF}'],
];

describe('a text without anything to see', () => {
  it.each(INVISIBLE)('is blank: %j', (sign) => {
    expect(isBlank(sign)).toBe(true);
  });

  it('is blank however many such signs it has, in whatever order', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...INVISIBLE) }), (text) => {
        expect(isBlank(text)).toBe(true);
        expect(isBlank(`${text}.${text}`)).toBe(false);
      }),
    );
  });

  it('is not blank with a letter, a figure or a sign of any script, whatever stands around it', () => {
    for (const text of [
      'a',
      '7',
      '.',
      '£',
      '—',
      'ه',
      '好',
      'க',
      'ㅎ',
      '🦽',
      '👩🏽‍🦽',
      '\u200Fשלום\u200F',
      'e\u0301',
      '⠓',
    ])
      expect(isBlank(text), text).toBe(false);
  });
});

describe('a text on one line', () => {
  const line = new RegExp(`^${LINE_SIGN}*$`, 'u');
  const turned = ['\u202A', '\u202B', '\u202C', '\u202D', '\u202E', '\u2066', '\u2067', '\u2068', '\u2069'];

  it.each([...turned, '\n', '\r', '\0', '\u0085', '\u2028', '\u2029'])(
    'has none of what turns or ends it: %j',
    (sign) => {
      expect(line.test(`Tea ${sign}klat dna`)).toBe(false);
    },
  );

  it('may be written from the right, and join letters as its script needs', () => {
    for (const text of ['שלום\u200F, café', 'می\u200Cخواهم', '\u061Cالعربية', '👩🏽\u200D🦽', 'Tea & talk', ''])
      expect(line.test(text), text).toBe(true);
  });

  it('from a file loses what turns it and nothing else', () => {
    expect(withoutTurning(`Tea ${turned.join('')}می\u200Cخواهم\u200F\n`)).toBe('Tea می\u200Cخواهم\u200F\n');
  });
});
