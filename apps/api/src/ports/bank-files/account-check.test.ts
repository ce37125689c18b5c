import { describe, expect, it } from 'vitest';
import { accountChecker, fictionalAccount } from './account-check.ts';

const check = accountChecker();

describe('accountChecker', () => {
  // The cases Vocalink publishes with its specification: number, sort code, account, and what must be answered.
  it.each([
    [1, '089999', '66374958', 'valid'],
    [2, '107999', '88837491', 'valid'],
    [3, '202959', '63748472', 'valid'],
    [4, '871427', '46238510', 'valid'],
    [5, '872427', '46238510', 'valid'],
    [6, '871427', '09123496', 'valid'],
    [7, '871427', '99123496', 'valid'],
    [8, '820000', '73688637', 'valid'],
    [9, '827999', '73988638', 'valid'],
    [10, '827101', '28748352', 'valid'],
    [11, '134020', '63849203', 'valid'],
    [12, '118765', '64371389', 'valid'],
    [13, '200915', '41011166', 'valid'],
    [14, '938611', '07806039', 'valid'],
    [15, '938600', '42368003', 'valid'],
    [16, '938063', '55065200', 'valid'],
    [17, '772798', '99345694', 'valid'],
    [18, '086090', '06774744', 'valid'],
    [19, '309070', '02355688', 'valid'],
    [20, '309070', '12345668', 'valid'],
    [21, '309070', '12345677', 'valid'],
    [22, '309070', '99345694', 'valid'],
    [23, '938063', '15764273', 'invalid'],
    [24, '938063', '15764264', 'invalid'],
    [25, '938063', '15763217', 'invalid'],
    [26, '118765', '64371388', 'invalid'],
    [27, '203099', '66831036', 'invalid'],
    [28, '203099', '58716970', 'invalid'],
    [29, '089999', '66374959', 'invalid'],
    [30, '107999', '88837493', 'invalid'],
    [31, '074456', '12345112', 'valid'],
    [32, '070116', '34012583', 'valid'],
    [33, '074456', '11104102', 'valid'],
    [34, '180002', '00000190', 'valid'],
  ])('answers published case %i as published', (_case, sortCode, accountNumber, verdict) => {
    expect(check(sortCode, accountNumber)).toBe(verdict);
  });

  it('says unknown of a sort code that the table does not cover', () => {
    expect(check('000000', '12345678')).toBe('unknown');
  });
});

describe('fictionalAccount', () => {
  it('gives different accounts that pass the check, the same each time', () => {
    const accounts = Array.from({ length: 500 }, (_, sequence) => fictionalAccount(sequence, check));
    expect(new Set(accounts.map(({ accountNumber }) => accountNumber)).size).toBe(500);
    expect(accounts.every(({ sortCode, accountNumber }) => check(sortCode, accountNumber) === 'valid')).toBe(true);
    expect(fictionalAccount(7, check)).toEqual(accounts[7]);
  });
});
