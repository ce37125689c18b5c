// How every import goes through its file: a few hundred rows at a time, each batch in one transaction, so that memory
// stays small, a bad row costs only itself, and what was taken stays taken if the program dies.

import type { Readable } from 'node:stream';
import { CellError, type Cells } from '../features/imports/cells.ts';
import { type ImportResult, type RejectedRow, rejectedCell, rejectedRow } from '../features/imports/import-result.ts';
import { ProblemError } from '../platform/problem-error.ts';
import { csvRowMessage, readCsv } from '../ports/csv/read-csv.ts';

const BATCH = 500;
/** Explained one by one up to here; a file with more faults than this is the wrong file. */
const MOST_EXPLAINED = 10_000;

export interface RowOutcome {
  readonly row: number;
  readonly outcome: 'accepted' | 'unchanged';
}

export interface ImportPlan<Row> {
  readonly required: readonly string[];
  readonly optional: readonly string[];
  readonly otherColumns: 'refuse' | 'ignore';
  /** Reads one row; throws CellError where a cell is wrong. */
  readonly read: (row: number, cells: Cells) => Row;
  /** Writes a batch in one transaction. Rows it does not take come back explained. */
  readonly write: (rows: readonly Row[]) => Promise<{ done: readonly RowOutcome[]; rejected: readonly RejectedRow[] }>;
}

/** Imports a file. Throws ProblemError when the file as a whole cannot be read. */
export async function importRows<Row extends { readonly row: number }>(
  source: string | Readable,
  plan: ImportPlan<Row>,
): Promise<ImportResult> {
  const opened = await readCsv(source, {
    required: [...plan.required],
    optional: [...plan.optional],
    otherColumns: plan.otherColumns,
  });
  if (!opened.ok) throw new ProblemError(opened.code, opened.details ? { details: opened.details } : {});
  const rejected: RejectedRow[] = [];
  let accepted = 0;
  let unchanged = 0;
  let batch: Row[] = [];
  const explain = (fault: RejectedRow): void => void rejected.push(fault);
  const flush = async (): Promise<void> => {
    if (batch.length === 0) return;
    const result = await plan.write(batch);
    batch = [];
    for (const { outcome } of result.done) {
      if (outcome === 'accepted') accepted += 1;
      else unchanged += 1;
    }
    result.rejected.forEach(explain);
  };
  for await (const item of opened.value) {
    if (rejected.length >= MOST_EXPLAINED) {
      explain(
        rejectedRow(
          item.row,
          'import.too_many_faults',
          'So many rows are wrong that this must be the wrong file. We read nothing from this row on.',
        ),
      );
      break;
    }
    if (item.kind === 'fault') {
      explain(rejectedRow(item.row, item.code, csvRowMessage(item.code)));
      continue;
    }
    try {
      batch.push(plan.read(item.row, item.cells));
    } catch (error) {
      if (!(error instanceof CellError)) throw error;
      explain(rejectedCell(item.row, error));
    }
    if (batch.length >= BATCH) await flush();
  }
  await flush();
  rejected.sort((a, b) => a.row - b.row);
  return { accepted, unchanged, rejected };
}
