import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isBlank } from './visible-text.ts';

const INVISIBLE = [
  ...['\t', '\n', ' ', '\u00A0', '\u00AD', '\u034F', '\u061C', '\u115F', '\u17B4', '\u180E', '\u200B', '\u200C'],
  ...['\u200D', '\u200E', '\u200F', '\u2028', '\u202E', '\u2060', '\u2066', '\u2069', '\u2800', '\u3000', '\u3164'],
  ...['\uFE0F', '\uFEFF', '\uFFA0', '\uFFFC', '\u{1D159}', '\u{E0020}', '\u{E0100}', '\u0301', '\0'],
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
