// What a kind of file has to say so that it can be imported: its layouts, how a row is read, what rows may touch, and how
// they are written. Everything else (blanks, repeats, batches, totals, preview) is the same for all: run-import.ts.

import type { Tx } from '@support-market/db/pool';
import type { CellError, Cells, PlaceFaults } from '../../features/imports/cells.ts';
import type { RejectedRow } from '../../features/imports/import-result.ts';
import type { Layout } from '../../features/imports/layouts.ts';
import type { Thing } from '../../features/imports/things.ts';
import type { Watched } from '../../features/imports/watched.repo.ts';
import type { Actor } from '../../platform/audit.repo.ts';
import type { AppContext } from '../../platform/context.ts';
import type { CsvRowCode } from '../../ports/csv/read-csv.ts';
import type { LinePlace } from '../../ports/open-referral/read-feed-file.ts';

export type ImportContext = Pick<AppContext, 'db' | 'clock'>;

export interface ImportWork {
  readonly tx: Tx;
  readonly context: ImportContext;
  readonly actor: Actor;
  /** Names the list: what an earlier file of it said, this one may change. */
  readonly layout: Layout;
  readonly fileName: string;
}

export interface RowOutcome {
  readonly row: number;
  readonly outcome: 'accepted' | 'unchanged';
}

export interface Written {
  readonly done: readonly RowOutcome[];
  /** Rows that could not be taken, explained. */
  readonly rejected: readonly RejectedRow[];
  /** Of rows that were taken, what was left out of them. */
  readonly notes?: readonly RejectedRow[];
}

/** A file that is read row by row, as often as it is asked for. */
export interface RowSource<Given> {
  readonly layout: Layout;
  readonly rows: () => AsyncIterable<
    | { readonly kind: 'row'; readonly row: number; readonly given: Given }
    | { readonly kind: 'fault'; readonly row: number; readonly code: CsvRowCode; readonly at?: LinePlace }
  >;
  /** A row with what other rows of the same thing say; throws CellError where they say otherwise. Left out: as it is. */
  readonly complete?: (row: number, given: Given) => Given;
  /** What the person sees of a column of ours. */
  readonly headingOf: (column: string) => string;
}

/** What was left out of a row that is taken, or put right in it. */
export interface RowFaults {
  /** They cost the row its place and nothing else. */
  readonly places: PlaceFaults;
  readonly others: CellError[];
}

/** Which tables of columns a plan can read. */
export interface ColumnsOfPlan {
  /** Our own layout first. */
  readonly layouts: readonly [Layout, ...Layout[]];
  /** Of our own layout: which columns several rows of one thing share. */
  readonly things: readonly Thing[];
}

/** `Given` is what a row of the file is before it is read: the cells of a table, unless it is said. */
export interface ImportPlan<Row extends { readonly row: number }, Given = Cells> {
  /** Reads one row; throws CellError where a cell is wrong. */
  readonly read: (row: number, given: Given, faults: RowFaults, layout: Layout) => Row;
  /** What tells one row of a file from another; two that are alike are told apart by no one. */
  readonly keyOf: (row: Row) => string;
  /** The rows of tables that these rows may touch. */
  readonly watch: (work: ImportWork, rows: readonly Row[]) => Promise<readonly Watched[]>;
  readonly write: (work: ImportWork, rows: readonly Row[]) => Promise<Written>;
  /** What the whole file takes away, once all its rows are written. */
  readonly takeAway?: {
    readonly watch: (work: ImportWork) => Promise<readonly Watched[]>;
    readonly write: (work: ImportWork) => Promise<void>;
  };
  /** Told where a row could not be read at all: what the file names is not known then. */
  readonly partlyRead?: () => void;
  readonly finish?: (work: ImportWork) => Promise<void>;
  /**
   * Control totals: what the row speaks of by name, and the money in it. A thing that several rows may speak of has its
   * key, so that it is counted once; what each row has one of is null, and a million of them need no memory.
   */
  readonly counts: (row: Row) => Readonly<Record<string, string | null>>;
  readonly money: (row: Row) => Readonly<Record<string, bigint>>;
}
