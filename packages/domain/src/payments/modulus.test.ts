import { describe, expect, it } from 'vitest';
import { checkModulus, type ModulusTable, parseModulusTable } from './modulus.ts';

const table: ModulusTable = parseModulusTable(
  '089000 089999 MOD10 0 0 0 0 0 0 7 1 3 7 1 3 7 1\r\n772700 772799 MOD11 0 0 1 2 5 3 6 4 8 7 10 9 3 1 7\r\n',
  '938173 938017\n',
);

describe('checkModulus', () => {
  it('tells a good account from one with a slip', () => {
    expect(checkModulus('089999', '66374958', table)).toBe('valid');
    expect(checkModulus('089999', '66374959', table)).toBe('invalid');
  });

  it('says unknown of a sort code that the table does not cover', () => {
    expect(checkModulus('000001', '12345678', table)).toBe('unknown');
  });

  it('refuses what is not six and eight digits', () => {
    expect(checkModulus('08-99-99', '66374958', table)).toBe('invalid');
    expect(checkModulus('089999', '6637495', table)).toBe('invalid');
  });

  it('answers the same however many accounts it was asked about before', () => {
    const before = checkModulus('772798', '12345678', table);
    expect(checkModulus('772798', '99345694', table)).toBe('valid');
    expect(checkModulus('772798', '12345678', table)).toBe(before);
  });
});

describe('parseModulusTable', () => {
  it('keeps substitutes and exceptions', () => {
    expect(table.substitutes).toEqual({ '938173': '938017' });
    expect(table.rows.map(({ exception }) => exception)).toEqual([undefined, 7]);
  });

  it('refuses half a table and names the line', () => {
    expect(() => parseModulusTable('089000 089999 MOD10 0 0', '')).toThrow('line 1');
    expect(() => parseModulusTable('', '938173')).toThrow('line 1');
  });
});
