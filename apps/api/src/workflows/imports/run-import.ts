// How every import goes through its file, in one transaction: all that it takes is taken together, or none of it if the
// program dies; a bad row costs only itself. Memory stays small, because rows are read and written some hundred at a time.

import { CellError } from '../../features/imports/cells.ts';
import { FirstRows } from '../../features/imports/first-rows.ts';
import { countChanges, type ImportTotals } from '../../features/imports/import-log.repo.ts';
import {
  leftOut,
  type RejectedRow,
  rejectedCell,
  repeatedRow,
  tooManyFaults,
  unreadableLine,
  unreadableRow,
  withoutPlace,
} from '../../features/imports/import-result.ts';
import {
  changesOf,
  GONE,
  noteDifferences,
  type RowChange,
  readWatched,
  type Watched,
} from '../../features/imports/watched.repo.ts';
import { changedTogether } from '../../platform/listing-changes.repo.ts';
import type { ImportPlan, ImportWork, RowSource } from './import-plan.ts';

const BATCH = 1_000;
/** Explained one by one up to here; a file with more faults than this is the wrong file. */
const MOST_EXPLAINED = 10_000;
/** Of what is new or changed, this much is shown by name. */
const MOST_SHOWN = 200;

export interface ShownChange {
  readonly noun: string;
  readonly name: string;
  readonly isNew: boolean;
  readonly fields: readonly { readonly field: string; readonly before: string; readonly after: string }[];
}

export interface ImportRun {
  readonly totals: ImportTotals;
  readonly rejected: readonly RejectedRow[];
  readonly notes: readonly RejectedRow[];
  readonly shown: readonly ShownChange[];
}

class Totals {
  accepted = 0;
  unchanged = 0;
  readonly #counts = new Map<string, number>();
  readonly #counted = new Map<string, Set<string>>();
  readonly #sums = new Map<string, bigint>();

  #isNew(name: string, key: string | null): boolean {
    if (key === null) return true;
    const keys = this.#counted.get(name) ?? new Set();
    const before = keys.size;
    this.#counted.set(name, keys.add(key));
    return keys.size > before;
  }

  add(counts: Readonly<Record<string, string | null>>, money: Readonly<Record<string, bigint>>): void {
    for (const [name, key] of Object.entries(counts))
      if (this.#isNew(name, key)) this.#counts.set(name, (this.#counts.get(name) ?? 0) + 1);
    for (const [name, pence] of Object.entries(money)) this.#sums.set(name, (this.#sums.get(name) ?? 0n) + pence);
  }

  counts(): ImportTotals['counts'] {
    return [...this.#counts].map(([name, count]) => ({ name, count }));
  }

  sums(): ImportTotals['sums'] {
    return [...this.#sums].map(([name, pence]) => ({ name, pence: Number(pence) }));
  }
}

const UNNAMED: ReadonlySet<string> = new Set(['catalogue_facts', 'listing_locations', 'listing_categories']);

const HIDDEN = new Set([
  ...[
    'id',
    'council_id',
    'search',
    'version',
    'source_hash',
    'source',
    'source_ref',
    'slug',
    'created_at',
    'changed_at',
  ],
  ...['address_shown', 'shown_latitude', 'shown_longitude', 'listed_by', 'source_id'],
]);
const textOf = (value: unknown): string => {
  const text =
    value === null || value === undefined ? '' : typeof value === 'object' ? JSON.stringify(value) : String(value);
  return text.length > 120 ? `${text.slice(0, 119)}…` : text;
};

function shownChange({ table, id, before, after, digest }: RowChange): ShownChange {
  const named = [
    after.full_name,
    after.title,
    after.name,
    after.role,
    after.account_name,
    after.address_line,
    after.from_date,
  ];
  const name = textOf(named.find((one) => one !== undefined && one !== null && one !== '')) || id;
  const fields =
    before === null
      ? []
      : digest === GONE
        ? [{ field: 'name', before: name, after: '' }]
        : Object.keys(after)
            .filter((field) => !HIDDEN.has(field) && textOf(before[field]) !== textOf(after[field]))
            .map((field) => ({ field, before: textOf(before[field]), after: textOf(after[field]) }));
  return { noun: table, name, isNew: before === null, fields };
}

/** Takes a file in the caller's transaction and notes what it made and changed under `importId`; null: nothing is noted. */
export async function runImport<Row extends { readonly row: number }, Given>(
  work: Omit<ImportWork, 'layout'>,
  plan: ImportPlan<Row, Given>,
  source: RowSource<Given>,
  importId: string | null,
): Promise<ImportRun & { readonly layout: string }> {
  const { layout } = source;
  const whole: ImportWork = { ...work, layout };
  const { tx, actor } = work;
  const seenAs = ({ column, code, more }: CellError) => ({ column: source.headingOf(column), code, more });
  const rejected: RejectedRow[] = [];
  const notes: RejectedRow[] = [];
  const shown: ShownChange[] = [];
  const firstRows = new FirstRows();
  const totals = new Totals();
  let batch: Row[] = [];
  let notesOf = new Map<number, readonly RejectedRow[]>();

  /** Writes rows, and notes what that made and changed. */
  const noted = async <Answer>(
    id: string,
    watch: () => Promise<readonly Watched[]>,
    write: () => Promise<Answer>,
  ): Promise<Answer> => {
    const before = await readWatched(tx, actor.councilId, await watch());
    const written = await write();
    const all = await noteDifferences(tx, { councilId: actor.councilId, importId: id }, before, await watch());
    // Where facts came from is beside the record: it is put back with it, and is no change of its own.
    // So is which places and kinds a service has: the places have names of their own, the kinds are counted.
    const changes = all.filter(({ table }) => !UNNAMED.has(table)).slice(0, MOST_SHOWN - shown.length);
    shown.push(...(await changesOf(tx, actor.councilId, before, changes)).map(shownChange));
    return written;
  };

  const writeBatch = async (
    rows: readonly Row[],
    found: ReadonlyMap<number, readonly RejectedRow[]>,
  ): Promise<void> => {
    const write = () => changedTogether(tx, () => plan.write(whole, rows));
    const {
      done,
      rejected: refused,
      notes: left = [],
    } = importId === null ? await write() : await noted(importId, () => plan.watch(whole, rows), write);
    const byRow = new Map(rows.map((row) => [row.row, row]));
    for (const { row, outcome } of done) {
      totals[outcome] += 1;
      const taken = byRow.get(row);
      if (taken) totals.add(plan.counts(taken), plan.money(taken));
      notes.push(...(found.get(row) ?? []));
    }
    rejected.push(...refused);
    notes.push(...left);
  };
  // While the database writes one batch, the next is read.
  let writing = Promise.resolve();
  const flush = async (): Promise<void> => {
    await writing;
    if (batch.length === 0) return;
    writing = writeBatch(batch, notesOf);
    // It is waited for before anything else is done with the transaction: then it is told that it failed.
    writing.catch(() => undefined);
    batch = [];
    notesOf = new Map();
  };

  const readAll = async (): Promise<void> => {
    for await (const item of source.rows()) {
      if (rejected.length >= MOST_EXPLAINED) {
        rejected.push(tooManyFaults(item.row));
        plan.partlyRead?.();
        break;
      }
      if (item.kind === 'fault') {
        rejected.push(item.at === undefined ? unreadableRow(item.row, item.code) : unreadableLine(item.row, item.at));
        plan.partlyRead?.();
        continue;
      }
      try {
        const faults = { places: [] as CellError[], others: [] as CellError[] };
        const row = plan.read(item.row, source.complete?.(item.row, item.given) ?? item.given, faults, layout);
        const earlier = firstRows.noted(plan.keyOf(row), item.row);
        if (earlier !== undefined) {
          rejected.push(repeatedRow(item.row, earlier));
          continue;
        }
        const [place] = faults.places;
        const found = faults.others.map((fault) => leftOut(item.row, seenAs(fault)));
        if (place) found.push(withoutPlace(item.row, seenAs(place)));
        if (found.length > 0) notesOf.set(item.row, found);
        batch.push(row);
      } catch (error) {
        if (!(error instanceof CellError)) throw error;
        rejected.push(rejectedCell(item.row, seenAs(error)));
      }
      if (batch.length >= BATCH) await flush();
    }
  };

  try {
    await readAll();
    await flush();
  } finally {
    // Whatever else went wrong, no statement may be on its way when the transaction ends.
    await writing.catch(() => undefined);
  }
  await writing;
  const { takeAway } = plan;
  if (takeAway !== undefined && importId === null) await takeAway.write(whole);
  else if (takeAway !== undefined && importId !== null)
    await noted(
      importId,
      () => takeAway.watch(whole),
      () => takeAway.write(whole),
    );
  await plan.finish?.(whole);
  rejected.sort((a, b) => a.row - b.row);
  return {
    layout: layout.name,
    rejected,
    notes,
    shown,
    totals: {
      accepted: totals.accepted,
      unchanged: totals.unchanged,
      rejected: rejected.length,
      withoutPlace: notes.filter(({ code }) => code === 'import.without_place').length,
      keptBack: notes.filter(({ code }) => code !== 'import.without_place').length,
      counts: totals.counts(),
      sums: totals.sums(),
      changes: importId === null ? [] : await countChanges(tx, actor.councilId, importId),
    },
  };
}
