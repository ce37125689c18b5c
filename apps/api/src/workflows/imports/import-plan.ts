// What a kind of file has to say so that it can be imported: its layouts, how a row is read, what rows may touch, and how
// they are written. Everything else (blanks, repeats, batches, totals, preview) is the same for all: run-import.ts.

import type { Tx } from '@support-market/db/pool';
import type { Cells, PlaceFaults } from '../../features/imports/cells.ts';
import type { RejectedRow } from '../../features/imports/import-result.ts';
import type { Layout } from '../../features/imports/layouts.ts';
import type { Thing } from '../../features/imports/things.ts';
import type { Watched } from '../../features/imports/watched.repo.ts';
import type { Actor } from '../../platform/audit.repo.ts';
import type { AppContext } from '../../platform/context.ts';

export type ImportContext = Pick<AppContext, 'db' | 'clock'>;

export interface ImportWork {
  readonly tx: Tx;
  readonly context: ImportContext;
  readonly actor: Actor;
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

export interface ImportPlan<Row extends { readonly row: number }> {
  /** Our own layout first. */
  readonly layouts: readonly [Layout, ...Layout[]];
  /** Of our own layout: which columns several rows of one thing share. */
  readonly things: readonly Thing[];
  /** Reads one row; throws CellError where a cell is wrong. Faults of the place alone go to `places`. */
  readonly read: (row: number, cells: Cells, places: PlaceFaults, layout: Layout) => Row;
  /** What tells one row of a file from another; two that are alike are told apart by no one. */
  readonly keyOf: (row: Row) => string;
  /** The rows of tables that these rows may touch. */
  readonly watch: (work: ImportWork, rows: readonly Row[]) => Promise<readonly Watched[]>;
  readonly write: (work: ImportWork, rows: readonly Row[]) => Promise<Written>;
  /** What the whole file takes away, once all its rows are written. */
  readonly takeAway?: {
    readonly watch: () => readonly Watched[];
    readonly write: (work: ImportWork) => Promise<void>;
  };
  readonly finish?: (work: ImportWork) => Promise<void>;
  /**
   * Control totals: what the row speaks of by name, and the money in it. A thing that several rows may speak of has its
   * key, so that it is counted once; what each row has one of is null, and a million of them need no memory.
   */
  readonly counts: (row: Row) => Readonly<Record<string, string | null>>;
  readonly money: (row: Row) => Readonly<Record<string, bigint>>;
}
