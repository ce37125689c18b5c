// Reads the cells of a row with a fault that names its column: text people typed, never trusted, never guessed at.

import { parseDate } from '@support-market/domain/shared/local-time';
import { parsePounds } from '@support-market/domain/shared/money';
import { normalisePostcode } from '@support-market/domain/shared/postcodes';
import type { ProblemCode } from '@support-market/domain/shared/problems';
import { isBlank, withoutTurning } from '@support-market/domain/shared/visible-text';
import type { Temporal } from 'temporal-polyfill';

/** Thrown inside a row's reader and caught by its caller: the first fault of a row is the one that is told. */
export class CellError extends Error {
  readonly column: string;
  readonly code: ProblemCode;
  readonly more: CellMore;
  constructor(column: string, code: ProblemCode, more: CellMore = {}) {
    super(`${column}: ${code}`);
    this.column = column;
    this.code = code;
    this.more = more;
  }
}

/** What a person also needs to know to put a cell right. */
export interface CellMore {
  /** The words that would do. */
  readonly words?: readonly string[];
  /** The earlier row that the fault is about. */
  readonly earlierRow?: number;
  /** Of somebody who leaves: days beyond it are refused. */
  readonly lastDay?: Temporal.PlainDate;
}

/** Thrown where a cell has a word that its list does not have. */
export function notAChoice(column: string, words: readonly string[]): CellError {
  return new CellError(column, 'cell.not_a_choice', { words });
}

/** Faults that cost a row its place and nothing else. */
export type PlaceFaults = CellError[];

/** A postcode, or null with a note where it is none: the rest of the row is taken without its place. */
export function placeOrNull(cells: Cells, column: string, faults: PlaceFaults): string | null {
  try {
    return postcodeOrNull(cells, column);
  } catch (error) {
    if (!(error instanceof CellError)) throw error;
    faults.push(error);
    return null;
  }
}

export type Cells = Readonly<Record<string, string>>;

/** One of the choices; refuses an empty cell. */
export function oneOfRequired<Choice extends string>(cells: Cells, column: string, choices: readonly Choice[]): Choice {
  const value = oneOf(cells, column, choices);
  if (value === null) throw new CellError(column, 'cell.missing');
  return value;
}

/** Text of at most `most` characters, or null when the cell is empty. Control characters are refused. */
export function textOrNull(cells: Cells, column: string, most = 200): string | null {
  const text = withoutTurning(cells[column] ?? '').trim();
  if (isBlank(text)) return null;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused.
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/.test(text)) throw new CellError(column, 'row.not_text');
  if (text.length > most) throw new CellError(column, 'cell.too_long');
  return text;
}

export function text(cells: Cells, column: string, most = 200): string {
  const value = textOrNull(cells, column, most);
  if (value === null) throw new CellError(column, 'cell.missing');
  return value;
}

export function dateOrNull(cells: Cells, column: string): Temporal.PlainDate | null {
  const value = textOrNull(cells, column);
  if (value === null) return null;
  const read = parseDate(value);
  if (!read.ok) throw new CellError(column, read.code);
  return read.value;
}

export function date(cells: Cells, column: string): Temporal.PlainDate {
  const value = dateOrNull(cells, column);
  if (value === null) throw new CellError(column, 'cell.missing');
  return value;
}

export function penceOrNull(cells: Cells, column: string): bigint | null {
  const value = textOrNull(cells, column);
  if (value === null) return null;
  const read = parsePounds(value);
  if (!read.ok) throw new CellError(column, read.code);
  return read.value;
}

export function penceOf(cells: Cells, column: string): bigint {
  const value = penceOrNull(cells, column);
  if (value === null) throw new CellError(column, 'cell.missing');
  return value;
}

export function postcodeOrNull(cells: Cells, column: string): string | null {
  const value = textOrNull(cells, column);
  if (value === null) return null;
  const read = normalisePostcode(value);
  if (!read.ok) throw new CellError(column, read.code);
  return read.value;
}

export function oneOf<Choice extends string>(cells: Cells, column: string, choices: readonly Choice[]): Choice | null {
  const value = textOrNull(cells, column)
    ?.toLowerCase()
    .replaceAll(/[\s_]+/g, '-');
  if (value === undefined) return null;
  const choice = choices.find((one) => one === value);
  if (choice === undefined) throw notAChoice(column, choices);
  return choice;
}

const YES = ['yes', 'y', 'true', '1'];
const NO = ['no', 'n', 'false', '0'];
export const YES_OR_NO = ['yes', 'no'] as const;

/** Yes, no, or null where the file does not say. */
export function yesOrNoOrNull(cells: Cells, column: string): boolean | null {
  const value = textOrNull(cells, column)?.toLowerCase();
  if (value === undefined) return null;
  if (YES.includes(value)) return true;
  if (NO.includes(value)) return false;
  throw notAChoice(column, YES_OR_NO);
}

/** A whole number from 0 to `most`, or null when the cell is empty. */
export function wholeOrNull(cells: Cells, column: string, most: number): number | null {
  const value = textOrNull(cells, column);
  if (value === null) return null;
  if (!/^[0-9]{1,9}$/.test(value) || Number(value) > most) throw new CellError(column, 'cell.not_a_number');
  return Number(value);
}

export function digitsOrNull(cells: Cells, column: string, length: number): string | null {
  const value = textOrNull(cells, column)?.replaceAll(/[\s-]/g, '');
  if (value === undefined) return null;
  if (!new RegExp(`^[0-9]{${length}}$`).test(value)) throw new CellError(column, 'cell.not_a_number');
  return value;
}

export interface AccountCells {
  readonly accountName: string;
  readonly sortCode: string;
  readonly accountNumber: string;
}

/** A whole bank account, or null where there is none of it. Half an account is refused, with the half that is missing. */
export function accountOrNull(cells: Cells): AccountCells | null {
  const accountName = textOrNull(cells, 'account_name', 100);
  const sortCode = digitsOrNull(cells, 'sort_code', 6);
  const accountNumber = digitsOrNull(cells, 'account_number', 8);
  if (accountName === null && sortCode === null && accountNumber === null) return null;
  if (accountName === null) throw new CellError('account_name', 'account.half');
  if (sortCode === null) throw new CellError('sort_code', 'account.half');
  if (accountNumber === null) throw new CellError('account_number', 'account.half');
  return { accountName, sortCode, accountNumber };
}
