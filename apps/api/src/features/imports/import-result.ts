// What an import answers: how many rows were taken, how many said nothing new, and each other row explained.

import { type ProblemCode, problemOf } from '@support-market/domain/shared/problems';

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
}

/** A fault of one cell, by the heading that the person sees. */
export interface CellFault {
  readonly column: string;
  readonly code: ProblemCode;
}

export function rejectedCell(row: number, fault: CellFault): RejectedRow {
  return { row, code: fault.code, message: `Column "${fault.column}": ${problemOf(fault.code).title}.` };
}

export function rejectedRow(row: number, code: ProblemCode, message = `${problemOf(code).title}.`): RejectedRow {
  return { row, code, message };
}
