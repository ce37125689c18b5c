// Reads the CSV files that people really have (saved by Excel, with a byte-order mark or in Windows-1252, a million rows
// long) one row at a time, so that memory stays small and every row that cannot be read is named by its number.

import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import type { CodeOf } from '@support-market/domain/shared/problems';
import { ok, type Result, refuse } from '@support-market/domain/shared/result';
import { Parser } from 'csv-parse';
import { decodeText } from './decode-text.ts';

/** Why a file cannot be read at all. `import.columns_wrong` says in `details` what was expected, found and missing. */
export type CsvFileCode = CodeOf<'file.not_readable' | 'import.columns_wrong'>;

/** Why one row cannot be read, while the others can. */
export type CsvRowCode = CodeOf<'row.too_many_cells' | 'row.too_long' | 'row.not_text' | 'file.too_many_rows'>;

export type CsvItem<Column extends string> =
  | {
      readonly kind: 'row';
      /** As a spreadsheet numbers it: the heading is row 1. */
      readonly row: number;
      /** Trimmed text of each column that was asked for; empty where the cell or an optional column is missing. */
      readonly cells: Readonly<Record<Column, string>>;
    }
  | { readonly kind: 'fault'; readonly row: number; readonly code: CsvRowCode };

export interface CsvOptions<Required extends string, Optional extends string> {
  readonly required: readonly Required[];
  readonly optional?: readonly Optional[];
  /** Of these optional columns at least one must be there. */
  readonly oneOf?: readonly Optional[];
  /** What to do with columns of neither list. Refusing (the default) catches a misspelt optional column. */
  readonly otherColumns?: 'refuse' | 'ignore';
  /** Rows after this many are not read, and one fault says so. Default 2,000,000. */
  readonly maxRows?: number;
}

const MAX_ROWS = 2_000_000;
const MAX_ROW_CHARACTERS = 65_536;
const DELIMITERS = [',', ';', '\t'] as const;

/** How a heading is compared: "Visit Reference", "visit-reference" and "visit_reference" are one name. */
export function columnName(heading: string): string {
  return heading
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '_')
    .replace(/^_|_$/g, '');
}

/** The separator of a heading row: the one of comma, semicolon and tab that occurs most outside quotation marks. */
function delimiterOf(heading: string): string {
  const bare = heading.replace(/"[^"]*"/g, '');
  const count = (delimiter: string) => bare.split(delimiter).length;
  return DELIMITERS.reduce((best, next) => (count(next) > count(best) ? next : best));
}

interface Opened {
  readonly bytes: Readable;
  readonly records: AsyncGenerator<Rec, void, void>;
  /** The names of the columns, as `columnName` has them. */
  readonly found: readonly string[];
}

/** Opens a source and reads its heading. Closes it again where it refuses. */
async function openRecords(source: Readable | string): Promise<Result<Opened, CodeOf<'file.not_readable'>>> {
  const bytes = typeof source === 'string' ? createReadStream(source) : source;
  const text = decodeText(bytes);
  const give = async (details: Readonly<Record<string, unknown>>) => {
    await text.return(undefined);
    bytes.destroy();
    return refuse('file.not_readable', details);
  };

  // The heading decides the separator, so the first line is looked at before the parser starts.
  let head = '';
  for (;;) {
    const next = await text.next();
    if (next.done) break;
    if (next.value.kind === 'binary') return give({ reason: next.value.reason });
    head += next.value.text;
    if (/[^\s,;][^\r\n]*[\r\n]/.test(head) || head.length > MAX_ROW_CHARACTERS) break;
  }
  const firstLine = /[^\r\n]*\S[^\r\n]*/.exec(head)?.[0];
  if (firstLine === undefined) return give({ reason: 'empty' });

  const records = recordsOf(head, text, delimiterOf(firstLine));
  const heading = await nextRecord(records);
  return ok({ bytes, records, found: heading.kind === 'record' ? heading.cells.map(columnName) : [] });
}

/** The names of a file's columns, read alone, so that its layout can be told before its rows are. */
export async function readHeading(file: string): Promise<Result<readonly string[], CodeOf<'file.not_readable'>>> {
  const opened = await openRecords(file);
  if (!opened.ok) return opened;
  await opened.value.records.return(undefined);
  opened.value.bytes.destroy();
  return ok(opened.value.found);
}

/**
 * Opens a CSV file (a path) or stream: reads its heading, then answers its rows one at a time as they are asked for.
 * Blank rows are counted and left out. Encodings: UTF-8 with or without a mark, Windows-1252, UTF-16 with a mark.
 * Separators: comma, semicolon, tab. Refuses with `file.not_readable` (empty, or not text: `details.reason`) and
 * `import.columns_wrong`. Stopping early closes the source.
 */
export async function readCsv<Required extends string, Optional extends string = never>(
  source: Readable | string,
  options: CsvOptions<Required, Optional>,
): Promise<Result<AsyncGenerator<CsvItem<Required | Optional>, void, void>, CsvFileCode>> {
  const opened = await openRecords(source);
  if (!opened.ok) return opened;
  const { bytes, records, found } = opened.value;
  const required = options.required.map(String);
  const optional = (options.optional ?? []).map(String);
  const oneOf = (options.oneOf ?? []).map(String);
  const missing = required.filter((column) => !found.includes(column));
  const missingOneOf = oneOf.some((column) => found.includes(column)) ? [] : oneOf;
  const twice = found.filter((column, index) => column !== '' && found.indexOf(column) !== index);
  const unknown = found.filter((column) => column !== '' && !required.includes(column) && !optional.includes(column));
  const refused = options.otherColumns === 'ignore' ? [] : unknown;
  if (missing.length > 0 || missingOneOf.length > 0 || twice.length > 0 || refused.length > 0) {
    await records.return(undefined);
    bytes.destroy();
    const short = (names: readonly string[]) => names.slice(0, 50).map((name) => name.slice(0, 60));
    return refuse('import.columns_wrong', {
      expected: required,
      optional,
      found: short(found),
      missing,
      ...(missingOneOf.length > 0 ? { missingOneOf } : {}),
      ...(twice.length > 0 ? { twice: short(twice) } : {}),
      ...(refused.length > 0 ? { unknown: short(refused) } : {}),
    });
  }
  return ok(rowsOf(records, bytes, found, [...required, ...optional], options.maxRows ?? MAX_ROWS));
}

type Column = { readonly name: string; readonly index: number };

async function* rowsOf<Name extends string>(
  records: AsyncGenerator<Rec, void, void>,
  bytes: Readable,
  heading: readonly string[],
  names: readonly string[],
  maxRows: number,
): AsyncGenerator<CsvItem<Name>, void, void> {
  const columns: readonly Column[] = names.map((name) => ({ name, index: heading.indexOf(name) }));
  const width = heading.length;
  let row = 1;
  let taken = 0;
  try {
    for await (const record of records) {
      row += 1;
      if (record.kind === 'fault') {
        yield { kind: 'fault', row, code: record.code };
        continue;
      }
      const { cells } = record;
      if (cells.every((cell) => cell.trim() === '')) continue;
      taken += 1;
      if (taken > maxRows) {
        yield { kind: 'fault', row, code: 'file.too_many_rows' };
        return;
      }
      if (cells.length > width && cells.slice(width).some((cell) => cell.trim() !== '')) {
        yield { kind: 'fault', row, code: 'row.too_many_cells' };
        continue;
      }
      if (cells.some((cell) => cell.includes('\0'))) {
        yield { kind: 'fault', row, code: 'row.not_text' };
        continue;
      }
      const named: Record<string, string> = {};
      for (const column of columns) named[column.name] = (cells[column.index] ?? '').trim();
      yield { kind: 'row', row, cells: named as Record<Name, string> };
    }
  } finally {
    bytes.destroy();
  }
}

type Rec =
  | { readonly kind: 'record'; readonly cells: readonly string[] }
  | { readonly kind: 'fault'; readonly code: CsvRowCode };

async function nextRecord(records: AsyncGenerator<Rec, void, void>): Promise<Rec> {
  for (;;) {
    const next = await records.next();
    if (next.done) return { kind: 'record', cells: [] };
    if (next.value.kind === 'fault' || next.value.cells.some((cell) => cell.trim() !== '')) return next.value;
  }
}

/** A quoted cell with blanks after its closing mark, which csv-parse gives as it stands: `"Ann" ` says Ann. */
const withoutBlanksAfterQuote = (cell: string): string => cell.replace(/^"(.*)"\s+$/s, '$1');

/**
 * Records as csv-parse finds them: RFC 4180, and leniently where people's files differ (a quotation mark inside a bare cell
 * is text, and so is what follows a closing one). They are taken from the parser as it meets them, not from its output:
 * a stream that fails drops what it has read, and rows before a broken one must still be given out.
 */
async function* recordsOf(
  head: string,
  rest: ReturnType<typeof decodeText>,
  delimiter: string,
): AsyncGenerator<Rec, void, void> {
  let met: Rec[] = [];
  let isBroken = false;
  const parser = new Parser({
    delimiter,
    ltrim: true,
    max_record_size: MAX_ROW_CHARACTERS,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    relax_quotes: true,
    skip_records_with_error: true,
    on_record: (cells: readonly string[]) => {
      if (!isBroken) met.push({ kind: 'record', cells: cells.map(withoutBlanksAfterQuote) });
      return null;
    },
  });
  // The faults that are left are a mark that never closes, and a row that is longer than any row is.
  parser.on('skip', () => {
    if (!isBroken) met.push({ kind: 'fault', code: 'row.too_long' });
    isBroken = true;
  });
  const take = (): readonly Rec[] => {
    const taken = met;
    met = [];
    return taken;
  };
  try {
    for (let piece = head; ; ) {
      parser.write(piece);
      yield* take();
      if (isBroken) return;
      const next = await rest.next();
      if (next.done) break;
      piece = next.value.kind === 'text' ? next.value.text : '\0';
    }
    parser.end();
    await finished(parser.resume());
    yield* take();
  } finally {
    parser.destroy();
    await rest.return(undefined);
  }
}
