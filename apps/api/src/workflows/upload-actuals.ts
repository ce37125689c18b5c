// A provider sends a spreadsheet of what its workers did: good rows are recorded, bad rows are explained one by one, and
// the same file sent again changes nothing. Rows are taken in chunks, so a file of a million is read in little memory.
// Source: the domain notes, section 9 (bulk upload of actuals).

import type { Readable } from 'node:stream';
import { inTransaction } from '@support-market/db/transaction';
import {
  type ActualsCode,
  type ActualsLookUpCode,
  type ActualsRow,
  readActualsRow,
} from '@support-market/domain/visits/actuals';
import { toMinute } from '@support-market/domain/visits/recording';
import type { Temporal } from 'temporal-polyfill';
import { type Actor, recordAudit } from '../platform/audit.repo.ts';
import type { AppContext } from '../platform/context.ts';
import { unwrap } from '../platform/problem-error.ts';
import { sayActualsFault, sayUnreadable } from '../platform/row-words.ts';
import { type CsvRowCode, readCsv } from '../ports/csv/read-csv.ts';
import { takeRows } from './upload-actuals-chunk.ts';
import type { Code } from './upload-actuals-reading.ts';
import { asRow, COLUMNS, hashOf, type Row } from './upload-actuals-rows.ts';
import { asFile } from './upload-actuals-spool.ts';

const CHUNK = 500;
/** More bad rows than this are counted but not listed, so that an answer stays small whatever was sent. */
export const MOST_REJECTED_LISTED = 10_000;

export interface RejectedRow {
  /** As a spreadsheet numbers it: the heading is row 1. */
  readonly row: number;
  readonly code: string;
  readonly message: string;
  /** The column to look at, where one cell is at fault. */
  readonly column: string | null;
  /** The row as it was sent, so that it can be put right and sent again. */
  readonly cells: ActualsRow;
}

export interface ActualsResult {
  readonly accepted: number;
  readonly unchanged: number;
  /** In the order of the file; the first ten thousand. */
  readonly rejected: readonly RejectedRow[];
  readonly rejectedInAll: number;
}

export interface ActualsImport {
  /** Whose visits may be recorded; null for every organisation of the council (an operator's import). */
  readonly organisationIds: readonly string[] | null;
  /** A path, or a stream of bytes. */
  readonly source: Readable | string;
}

/**
 * Reads a file of actuals and records what is good in it. Columns: `worker`, `start`, `end`, and one of `reference`,
 * `visit_reference`, `order_reference`; optionally `worker_reference`, and `date`, before times alone. Each chunk of rows is kept as it is
 * taken; sending the file again finds them unchanged. Refuses with `file.not_readable` or `import.columns_wrong`.
 */
export async function importActuals(
  context: Pick<AppContext, 'db' | 'clock'>,
  actor: Actor,
  input: ActualsImport,
): Promise<ActualsResult> {
  return asFile(input.source, (path) => importFile(context, actor, input.organisationIds, path));
}

interface ReadRow {
  readonly number: number;
  readonly cells: ActualsRow;
  readonly read: Row | { readonly code: Code; readonly column: string | null };
}

/** Every row of the file, brought to one form, or what is wrong with it by itself. */
async function* readRows(path: string, scope: string, now: Temporal.Instant): AsyncGenerator<ReadRow> {
  for await (const item of unwrap(await readCsv(path, COLUMNS), '/file')) {
    const number = item.row;
    if (item.kind === 'fault') {
      const cells = { reference: '', worker: '', worker_reference: '', start: '', end: '' };
      yield { number, cells, read: { code: item.code, column: null } };
      continue;
    }
    const cells = asRow(item.cells);
    const read = readActualsRow(cells, now);
    if (!read.ok) {
      const column = typeof read.details?.column === 'string' ? read.details.column : null;
      yield { number, cells, read: { code: read.code, column } };
      continue;
    }
    const actual = { ...read.value, start: toMinute(read.value.start), end: toMinute(read.value.end) };
    yield { number, cells, read: { row: number, cells, actual, hash: hashOf(scope, actual) } };
  }
}

/** The first 48 bits of a hash: a million of them are small, and two alike are not met with. */
const shortHash = (hash: string): number => Number.parseInt(hash.slice(0, 12), 16);

async function importFile(
  context: Pick<AppContext, 'db' | 'clock'>,
  actor: Actor,
  organisationIds: readonly string[] | null,
  path: string,
): Promise<ActualsResult> {
  const scope = organisationIds === null ? 'all' : [...organisationIds].sort().join(',');
  const now = context.clock.now();
  const hashes = new Set<number>();
  for await (const { read } of readRows(path, scope, now)) if ('hash' in read) hashes.add(shortHash(read.hash));
  const holds = (hash: string): boolean => hashes.has(shortHash(hash));
  const rejected: RejectedRow[] = [];
  const takenVisits = new Set<string>();
  let rejectedInAll = 0;
  let accepted = 0;
  let unchanged = 0;

  const reject = (
    row: number,
    { code, column, details }: { code: Code; column: string | null; details?: Readonly<Record<string, unknown>> },
    cells: ActualsRow,
  ) => {
    rejectedInAll += 1;
    if (rejected.length >= MOST_REJECTED_LISTED) return;
    const message =
      code.startsWith('row.') || code.startsWith('file.')
        ? sayUnreadable(code as CsvRowCode)
        : sayActualsFault(code as ActualsCode | ActualsLookUpCode, details);
    const short = (text: string) => text.slice(0, 200);
    rejected.push({
      row,
      code,
      message,
      column,
      cells: {
        reference: short(cells.reference),
        worker: short(cells.worker),
        worker_reference: short(cells.worker_reference),
        start: short(cells.start),
        end: short(cells.end),
      },
    });
  };
  const flush = async (rows: readonly Row[]) => {
    const outcomes = await takeRows(context, actor, organisationIds, rows, { holds, takenVisits });
    rows.forEach((row, index) => {
      const outcome = outcomes[index];
      if (outcome?.kind === 'rejected') {
        reject(row.row, outcome, row.cells);
        return;
      }
      if (outcome?.kind === 'accepted') accepted += 1;
      else unchanged += 1;
      if (outcome?.visitId !== undefined) takenVisits.add(outcome.visitId);
    });
  };

  let chunk: Row[] = [];
  for await (const { number, cells, read } of readRows(path, scope, now)) {
    if ('code' in read) {
      reject(number, read, cells);
      continue;
    }
    chunk.push(read);
    if (chunk.length === CHUNK) {
      await flush(chunk);
      chunk = [];
    }
  }
  await flush(chunk);
  rejected.sort((a, b) => a.row - b.row);
  await inTransaction(context.db, actor.councilId, (tx) =>
    recordAudit(tx, context.clock, actor, {
      event: 'actuals.uploaded',
      noun: 'actuals',
      recordId: null,
      details: { accepted, unchanged, rejected: rejectedInAll },
    }),
  );
  return { accepted, unchanged, rejected, rejectedInAll };
}
