import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvCell, neutraliseFormula } from './csv-safety.ts';
import { foldText, slugify } from './text.ts';

describe('text', () => {
  it('is compared without accents, case or curly quotes', () => {
    expect(foldText('  Café  Olé ')).toBe('cafe ole');
    expect(foldText('lu\u200Bnch\u00AD club\uFEFF')).toBe('lunch club');
    expect(foldText('St Mary’s')).toBe("st mary's");
  });

  it('makes slugs that are safe in an address, whatever went in', () => {
    expect(slugify('St Mary’s Café & Hall')).toBe('st-marys-cafe-and-hall');
    expect(slugify('!!!')).toBe('listing');
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(slugify(text)).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      }),
    );
  });
});

describe('a cell of an export', () => {
  it('is disarmed when a spreadsheet would run it', () => {
    for (const text of ['=cmd|calc', '+1', '-1', '@SUM(A1)', '\tx', '\rx', '\nx', '＝1']) {
      expect(neutraliseFormula(text)).toBe(`'${text}`);
    }
    for (const text of ['', 'Lunch', '5 - 3', 'a=b']) expect(neutraliseFormula(text)).toBe(text);
  });

  it('never begins with a character that starts a formula, quoted or not', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('=', '+', '-', '@', '\t', '"', ',', 'a', '\n') }), (text) => {
        expect(csvCell(text)).not.toMatch(/^"?[=+\-@\t\r\n]/);
      }),
    );
  });

  it('is quoted where it holds a comma, a quote or a line break', () => {
    expect(csvCell('a,b')).toBe('"a,b"');
    expect(csvCell('say "hi"')).toBe('"say ""hi"""');
    expect(csvCell('plain')).toBe('plain');
  });
});
