import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bankText, isBankReference } from './bank-text.ts';

describe('bankText', () => {
  it.each([
    ['Zoë & Søn’s Café', "Zoe + Son's Cafe"],
    ['£40.00 for Łukasz', 'GBP40.00 for Lukasz'],
    ['straße ﬁve ½', 'strasse five 1/2'],
    ['  two\t\nlines ', 'two lines'],
    ['plain (text), no: change? yes+no', 'plain (text), no: change? yes+no'],
    ['//a//b/', './a./b.'],
  ])('spells %j as %j', (input, expected) => {
    expect(bankText(input, 140).text).toBe(expected);
  });

  it('puts a full stop for a letter it cannot spell and says so', () => {
    expect(bankText('عم 北', 140)).toEqual({
      text: '.. .',
      changes: [
        { from: 'ع', to: '.', why: 'replaced' },
        { from: 'م', to: '.', why: 'replaced' },
        { from: '北', to: '.', why: 'replaced' },
      ],
    });
  });

  it('puts a full stop for a mark that stands alone, rather than a blank', () => {
    for (const mark of ['¨', '\u{FC5E}']) {
      expect(bankText(mark, 140)).toEqual({ text: '.', changes: [{ from: mark, to: '.', why: 'replaced' }] });
    }
  });

  it('says when it had to cut', () => {
    expect(bankText('abcdef', 3)).toEqual({ text: 'abc', changes: [{ from: 'abcdef', to: 'abc', why: 'shortened' }] });
  });

  it('only ever gives what a bank can carry, within the length, and never loses a character silently', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 140 }), (input, maxLength) => {
        const { text, changes } = bankText(input, maxLength);
        expect(text).toMatch(/^[A-Za-z0-9/\-?:().,'+ ]*$/);
        expect(text.length).toBeLessThanOrEqual(maxLength);
        expect(text).not.toMatch(/^\/|\/$|\/\//);
        if (input.trim() !== '') expect(text).not.toBe('');
        if (changes.length === 0) expect(text).toBe(input.replace(/\s+/g, ' ').trim());
      }),
    );
  });

  it('leaves alone what it has once made', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (input) => {
        const once = bankText(input, 140).text;
        expect(bankText(once, 140)).toEqual({ text: once, changes: [] });
      }),
    );
  });
});

describe('isBankReference', () => {
  it('takes our own references and refuses what a bank might change', () => {
    expect(isBankReference('RUN-000001.pay_0a1b'.replace('_', '-'))).toBe(true);
    for (const wrong of ['', 'a'.repeat(36), 'pay_1', ' a', '/a', 'a//b', 'é'])
      expect(isBankReference(wrong)).toBe(false);
  });
});
