// Answers whether a sort code and account number can belong together, by our own dated copy of the weight table that
// Vocalink publishes for every bank in the United Kingdom.

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type AccountVerdict, checkModulus, parseModulusTable } from '@support-market/domain/payments/modulus';

export type CheckAccount = (sortCode: string, accountNumber: string) => AccountVerdict;

/**
 * The day from which the shipped table is valid (version 8.50). For a newer one, put both of Vocalink's text files
 * beside the shipped, named by their day, and change the day here; the published cases in the test must still come out as published.
 */
const VALID_FROM = '2025-06-23';

const shipped = (name: string): string =>
  readFileSync(fileURLToPath(new URL(`modulus/${name}-${VALID_FROM}.txt`, import.meta.url)), 'utf8');

/** Reads the table once. */
export function accountChecker(): CheckAccount {
  const table = parseModulusTable(shipped('weights'), shipped('substitutes'));
  return (sortCode, accountNumber) => checkModulus(sortCode, accountNumber, table);
}

/** A sort code checked by one plain rule, used for invented accounts. */
const FICTIONAL_SORT_CODE = '089999';

/**
 * An invented account for the demonstration council that passes the check; the same number always gives the same
 * account and different numbers different ones. `sequence` below 10^6. It may exist by chance: never send money.
 */
export function fictionalAccount(sequence: number, check: CheckAccount): { sortCode: string; accountNumber: string } {
  if (!Number.isSafeInteger(sequence) || sequence < 0 || sequence >= 1_000_000)
    throw new RangeError(`not a sequence: ${sequence}`);
  // Spread by a step prime to a million, so that neighbours do not look alike.
  const body = ((sequence * 387_911 + 661_203) % 1_000_000).toString().padStart(6, '0');
  for (let tail = 0; tail < 100; tail += 1) {
    const accountNumber = `${body}${tail.toString().padStart(2, '0')}`;
    if (check(FICTIONAL_SORT_CODE, accountNumber) === 'valid') return { sortCode: FICTIONAL_SORT_CODE, accountNumber };
  }
  throw new RangeError('the weight table lets no account of the fictional sort code pass');
}

let checker: CheckAccount | undefined;
/** The check; its table is read when it is first needed and kept. */
export function checkAccount(sortCode: string, accountNumber: string): ReturnType<CheckAccount> {
  checker ??= accountChecker();
  return checker(sortCode, accountNumber);
}
