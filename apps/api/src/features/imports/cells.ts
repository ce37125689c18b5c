// Reads the cells of a row with a fault that names its column: text people typed, never trusted, never guessed at.

import type { Unit } from '@support-market/domain/listings/prices';
import { UNIT_NAMES } from '@support-market/domain/listings/prices';
import { parseDate } from '@support-market/domain/shared/local-time';
import { parsePounds } from '@support-market/domain/shared/money';
import { normalisePostcode } from '@support-market/domain/shared/postcodes';
import type { ProblemCode } from '@support-market/domain/shared/problems';
import type { Temporal } from 'temporal-polyfill';

/** Thrown inside a row's reader and caught by its caller: the first fault of a row is the one that is told. */
export class CellError extends Error {
  readonly column: string;
  readonly code: ProblemCode;
  constructor(column: string, code: ProblemCode) {
    super(`${column}: ${code}`);
    this.column = column;
    this.code = code;
  }
}

export type Cells = Readonly<Record<string, string>>;

/** Text of at most `most` characters, or null when the cell is empty. Control characters are refused. */
export function textOrNull(cells: Cells, column: string, most = 200): string | null {
  const text = (cells[column] ?? '').trim();
  if (text === '') return null;
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
  if (choice === undefined) throw new CellError(column, 'cell.not_a_choice');
  return choice;
}

export function unit(cells: Cells, column: string): Unit {
  const value = oneOf(cells, column, UNIT_NAMES);
  if (value === null) throw new CellError(column, 'cell.missing');
  return value;
}

export function yesOrNo(cells: Cells, column: string): boolean {
  const value = textOrNull(cells, column)?.toLowerCase();
  if (value === undefined) return false;
  if (['yes', 'y', 'true', '1'].includes(value)) return true;
  if (['no', 'n', 'false', '0'].includes(value)) return false;
  throw new CellError(column, 'cell.not_a_choice');
}

export function numberBetween(cells: Cells, column: string, least: number, most: number): number {
  const value = Number(text(cells, column));
  if (!Number.isFinite(value) || value < least || value > most) throw new CellError(column, 'cell.not_a_number');
  return value;
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
