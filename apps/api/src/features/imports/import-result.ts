// What an import answers: how many rows were taken, how many said nothing new, each other row explained, and each row that
// was taken with something left out.

import type { ProblemCode } from '@support-market/domain/shared/problems';
import { wordsIn } from '@support-market/words/words-in';
import { sayUnreadable } from '../../platform/row-words.ts';
import type { CsvRowCode } from '../../ports/csv/read-csv.ts';
import type { LinePlace } from '../../ports/open-referral/read-feed-file.ts';
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

const title = (code: ProblemCode): string => wordsIn().problemTitle(code);

function sentence({ column, code, more }: CellFault): string {
  const { say: sayAll, dates } = wordsIn();
  const say = sayAll('import-rows');
  return [
    say('cell', { column, title: title(code) }),
    more?.words && say('choices', { words: more.words.join(', ') }),
    more?.earlierRow !== undefined && say('seeRow', { row: more.earlierRow }),
    more?.lastDay && say('day', { day: dates.date(more.lastDay) }),
  ]
    .filter(Boolean)
    .join(' ');
}

export function rejectedCell(row: number, fault: CellFault): RejectedRow {
  return { row, code: fault.code, message: sentence(fault) };
}

export function rejectedRow(row: number, code: ProblemCode): RejectedRow {
  return { row, code, message: wordsIn().say('import-rows')('row', { title: title(code) }) };
}

/** Where the file is read no further, because so many of its rows are wrong. */
export function tooManyFaults(row: number): RejectedRow {
  return { row, code: 'import.too_many_faults', message: wordsIn().say('import-rows')('tooManyFaults') };
}

export function repeatedRow(row: number, earlier: number): RejectedRow {
  const message = wordsIn().say('import-rows')('repeated', { row: earlier });
  return { row, code: 'import.repeated_row', message };
}

/** A row that could not be read as a row at all. */
export function unreadableRow(row: number, code: CsvRowCode): RejectedRow {
  return { row, code, message: sayUnreadable(code) };
}

/** A line of a file of one service a line that is no JSON: which service it is cannot be known. */
export function unreadableLine(row: number, { line, letter }: LinePlace): RejectedRow {
  const say = wordsIn().say('import-rows');
  const where = letter === null ? say('line', { line }) : say('lineAt', { line, letter });
  return { row, code: 'feed.line_not_readable', message: `${where} ${title('feed.line_not_readable')}.` };
}

/** A row that is taken without a cell, because the provider said otherwise on its page. */
export function ownerSaidOtherwise(row: number, fault: CellFault): RejectedRow {
  const message = `${sentence(fault)} ${wordsIn().say('import-rows')('ownerStays')}`;
  return { row, code: fault.code, message };
}

/** A row that is taken without its place. */
export function withoutPlace(row: number, fault: CellFault): RejectedRow {
  const message = `${sentence(fault)} ${wordsIn().say('import-rows')('withoutPlace')}`;
  return { row, code: 'import.without_place', message };
}

/** A row that is taken with something left out of it, or put right in it. */
export function leftOut(row: number, fault: CellFault): RejectedRow {
  const message = `${sentence(fault)} ${wordsIn().say('import-rows')('rowTaken')}`;
  return { row, code: fault.code, message };
}
