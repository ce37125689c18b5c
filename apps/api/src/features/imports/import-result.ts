// What an import answers: how many rows were taken, how many said nothing new, each other row explained, and each row that
// was taken with something left out.

import { type ProblemCode, problemOf } from '@support-market/domain/shared/problems';
import { sayDate } from '../../ports/documents/words.ts';
import type { CellError } from './cells.ts';

export interface RejectedRow {
  /** As a spreadsheet numbers it: the heading is row 1. */
  readonly row: number;
  readonly code: string;
  readonly message: string;
}

export interface ImportResult {
  readonly accepted: number;
  readonly unchanged: number;
  readonly rejected: readonly RejectedRow[];
  /** Rows that were taken, but not whole, and why. */
  readonly notes: readonly RejectedRow[];
}

/** A fault of one cell, by the heading that the person sees. */
export type CellFault = Pick<CellError, 'column' | 'code'> & Partial<Pick<CellError, 'more'>>;

function sentence({ column, code, more }: CellFault): string {
  const words = more?.words ? ` Write one of: ${more.words.join(', ')}.` : '';
  const row = more?.earlierRow === undefined ? '' : ` See row ${more.earlierRow}.`;
  const day = more?.lastDay === undefined ? '' : ` It is ${sayDate(more.lastDay)}.`;
  return `Column "${column}": ${problemOf(code).title}.${words}${row}${day}`;
}

export function rejectedCell(row: number, fault: CellFault): RejectedRow {
  return { row, code: fault.code, message: sentence(fault) };
}

export function rejectedRow(row: number, code: ProblemCode, message = `${problemOf(code).title}.`): RejectedRow {
  return { row, code, message };
}

/** A row that is taken without a cell, because the provider said otherwise on its page. */
export function ownerSaidOtherwise(row: number, fault: CellFault): RejectedRow {
  return {
    row,
    code: fault.code,
    message: `${sentence(fault)} The provider's word stays. The provider can take this one.`,
  };
}

/** A row that is taken without its place. */
export function withoutPlace(row: number, fault: CellFault): RejectedRow {
  return { row, code: 'import.without_place', message: `${sentence(fault)} The row was taken without its place.` };
}
