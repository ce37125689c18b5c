// The one door for every change of state: rows move along an edge of their machine, and what that leaves (history, audit,
// messages) is written in the same transaction, in as many statements for ten thousand rows as for one.
// Why one door: docs/decisions/0013-one-door-for-every-change-of-state.md.

import type { Tx } from '@support-market/db/pool';
import type { Schema } from '@support-market/db/schema';
import { writeChecked } from '@support-market/db/transaction';
import {
  type EventOf,
  machineOf,
  type StartOf,
  type StatefulTable,
  type StateOf,
} from '@support-market/domain/shared/machines';
import type { ProblemCode } from '@support-market/domain/shared/problems';
import { type CompiledQuery, type Expression, type RawBuilder, sql, type Updateable } from 'kysely';
import type { Clock } from '../ports/clock/clock.ts';
import { type Actor, type AuditEntry, recordNow, recordSharedChanges, type StateChange } from './audit.repo.ts';
import { listingsChanged } from './listing-changes.repo.ts';
import { type NewMessage, recordMessages } from './messages.repo.ts';
import { ProblemError } from './problem-error.ts';

/** Who takes the step, when, and in which transaction. */
export interface Work {
  readonly tx: Tx;
  readonly clock: Clock;
  readonly actor: Actor;
  /** Where history and audit gather until they are written at once (`leaveTogether`). */
  readonly gathered?: { readonly changes: StateChange[]; readonly entries: AuditEntry[] };
}

type FreeColumn<Table extends StatefulTable> = Exclude<keyof Updateable<Schema[Table]>, 'council_id' | 'id' | 'state'> &
  string;

/** Columns that change with the state: a value, or an expression over the row's own columns. */
export type Columns<Table extends StatefulTable> = {
  readonly [Column in FreeColumn<Table>]?: Updateable<Schema[Table]>[Column] | Expression<unknown>;
};

export type AuditFacts = Pick<AuditEntry, 'personId' | 'reason' | 'details'>;

interface Traces<Row> {
  /** What the audit row says beside the event; null where another step of the same transaction has the cause in its own. */
  readonly audit: ((row: Row) => AuditFacts) | null;
  readonly messages?: (row: Row) => readonly NewMessage[];
}

/** Columns that differ from row to row, each with its type in SQL. */
export interface Each<Table extends StatefulTable, Row> {
  readonly types: { readonly [Column in FreeColumn<Table>]?: string };
  readonly of: (row: Row) => { readonly [Column in FreeColumn<Table>]?: unknown };
}

export interface StepOptions<Table extends StatefulTable, Row> extends Traces<Row> {
  /** The same for every row. */
  readonly set?: Columns<Table>;
  readonly each?: Each<Table, Row>;
}

export interface Moved<Table extends StatefulTable, Row> {
  readonly row: Row;
  readonly from: StateOf<Table>;
}

export interface Left<Table extends StatefulTable, Row> {
  readonly row: Row;
  /** The state that it is in instead; null where there is no such row. */
  readonly state: StateOf<Table> | null;
}

/** Nouns that belong to no council: their history does not either, so that its keepers read all of it, from whichever council it was moved. */
const SHARED: ReadonlySet<StatefulTable> = new Set(['listings']);

/** The rows of a table that the council may move. */
function ofCouncil(table: StatefulTable, column: string, councilId: string): RawBuilder<unknown> {
  return SHARED.has(table) ? sql`true` : sql`${sql.ref(column)} = ${councilId}`;
}

/** One row is what most steps take, and a plan that is kept for any number of rows is a worse one for it. */
function isOneOf(column: string, ids: readonly string[]): RawBuilder<unknown> {
  const [only] = ids;
  return ids.length === 1 ? sql`${sql.ref(column)} = ${only}` : sql`${sql.ref(column)} = any(${[...ids]}::text[])`;
}

/** The states of rows, locked in the order of their ids, so that two sets that overlap never wait for each other in a ring. */
async function lockStates(
  tx: Tx,
  table: StatefulTable,
  councilId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ id: string; state: string }>`
    select id, state from ${sql.table(table)}
     where ${ofCouncil(table, 'council_id', councilId)} and ${isOneOf('id', ids)} order by id for update`.execute(tx);
  return new Map(rows.map(({ id, state }) => [id, state]));
}

function plain(value: unknown): unknown {
  if (typeof value === 'bigint') return value.toString();
  return value === undefined ? null : value;
}

function moveStatement<Table extends StatefulTable, Row extends { readonly id: string }>(
  { tx, actor }: Work,
  table: Table,
  edge: { readonly from: readonly string[]; readonly to: string },
  rows: readonly Row[],
  { set, each }: StepOptions<Table, Row>,
): CompiledQuery {
  const assigned = Object.entries(set ?? {}).map(([column, value]) => sql`${sql.ref(column)} = ${value}`);
  const guard = sql`${ofCouncil(table, 'moving.council_id', actor.councilId)} and moving.state in (${sql.join(edge.from.map((state) => sql.lit(state)))})`;
  if (each === undefined) {
    const ids = rows.map(({ id }) => id);
    return sql`
      update ${sql.table(table)} as moving set ${sql.join([sql`state = ${edge.to}`, ...assigned])}
       where ${guard} and ${isOneOf('moving.id', ids)}`.compile(tx);
  }
  const columns = Object.entries<string | undefined>(each.types);
  const given = rows.map((row) => {
    const values: Readonly<Record<string, unknown>> = each.of(row);
    return { id: row.id, ...Object.fromEntries(columns.map(([column]) => [column, plain(values[column])])) };
  });
  const taken = columns.map(([column]) => sql`${sql.ref(column)} = given.${sql.ref(column)}`);
  const shape = columns.map(([column, type]) => sql`${sql.ref(column)} ${sql.raw(type ?? 'text')}`);
  return sql`
    update ${sql.table(table)} as moving set ${sql.join([sql`state = ${edge.to}`, ...assigned, ...taken])}
      from jsonb_to_recordset(${JSON.stringify(given)}::jsonb) as given (${sql.join([sql`id text`, ...shape])})
     where ${guard} and moving.id = given.id`.compile(tx);
}

async function leaveTraces<Row extends { readonly id: string }>(
  { tx, clock, actor, gathered }: Work,
  table: StatefulTable,
  change: { readonly to: string; readonly emits: string },
  rows: readonly { readonly row: Row; readonly from: string | null }[],
  { audit, messages }: Traces<Row>,
): Promise<void> {
  const { noun } = machineOf(table);
  const changes = rows.map(({ row, from }) => ({ noun, recordId: row.id, from, to: change.to, event: change.emits }));
  const entries =
    audit === null ? [] : rows.map(({ row }) => ({ event: change.emits, noun, recordId: row.id, ...audit(row) }));
  if (SHARED.has(table)) await recordSharedChanges(tx, clock, actor, changes);
  const left = { changes: SHARED.has(table) ? [] : changes, entries };
  if (gathered === undefined) await recordNow(tx, clock, actor, left);
  gathered?.changes.push(...left.changes);
  gathered?.entries.push(...left.entries);
  if (messages !== undefined) {
    await recordMessages(
      tx,
      clock,
      actor.councilId,
      rows.flatMap(({ row }) => messages(row)),
    );
  }
}

interface Sorted<Table extends StatefulTable, Row> {
  readonly moved: readonly Moved<Table, Row>[];
  readonly left: readonly Left<Table, Row>[];
}

/** Which of the rows, now locked, are where the event may begin. */
async function sort<Table extends StatefulTable, Row extends { readonly id: string }>(
  { tx, actor }: Work,
  table: Table,
  from: readonly string[],
  rows: readonly Row[],
): Promise<Sorted<Table, Row>> {
  const ids = new Set(rows.map(({ id }) => id));
  if (ids.size < rows.length) throw new Error(`A row of ${table} was given twice`);
  return sortedBy(from, rows, await lockStates(tx, table, actor.councilId, [...ids]));
}

function sortedBy<Table extends StatefulTable, Row extends { readonly id: string }>(
  from: readonly string[],
  rows: readonly Row[],
  states: ReadonlyMap<string, string | undefined>,
): Sorted<Table, Row> {
  return {
    moved: rows.flatMap((row) => {
      const state = states.get(row.id);
      return state !== undefined && from.includes(state) ? [{ row, from: state as StateOf<Table> }] : [];
    }),
    left: rows.flatMap((row) => {
      const state = (states.get(row.id) ?? null) as StateOf<Table> | null;
      return state !== null && from.includes(state) ? [] : [{ row, state }];
    }),
  };
}

function edgeOf<Table extends StatefulTable>(table: Table, event: EventOf<Table>) {
  const edge = machineOf(table).edges[event];
  if (edge === undefined) throw new Error(`${table} have no step ${event}`);
  return edge;
}

async function carryOut<Table extends StatefulTable, Row extends { readonly id: string }>(
  work: Work,
  table: Table,
  event: EventOf<Table>,
  moved: readonly Moved<Table, Row>[],
  options: StepOptions<Table, Row> & { readonly held?: StateOf<Table> },
): Promise<void> {
  if (moved.length === 0) return;
  const edge = edgeOf(table, event);
  const rows = moved.map(({ row }) => row);
  const statement = moveStatement(work, table, edge, rows, options);
  // They are locked, so another count is a fault of ours: a policy hides rows that it lets us read.
  const check = (count: number): void => {
    if (count !== moved.length) throw new Error(`${count} of ${moved.length} ${table} moved on ${event}`);
  };
  // A caller that holds the rows needs no answer; any other is told here what a constraint refuses.
  if (options.held !== undefined) await writeChecked(work.tx, statement, check);
  else check(Number((await work.tx.executeQuery(statement)).numAffectedRows ?? 0n));
  // Whether a listing is found, and whether its page warns, hangs on its state.
  if (table === 'listings')
    await listingsChanged(
      work.tx,
      moved.map(({ row }) => row.id),
    );
  await leaveTraces(work, table, edge, moved, options);
}

/**
 * Moves every row along the event's edge, or none. Throws record.not_found where one is missing, and where one is in
 * another state `otherwise` (record.changed: it moved meanwhile) with the state that it is in.
 */
export async function step<Table extends StatefulTable, Row extends { readonly id: string }>(
  work: Work,
  table: Table,
  event: EventOf<Table>,
  rows: readonly Row[],
  options: StepOptions<Table, Row> & {
    readonly otherwise?: ProblemCode;
    /** The state in which the caller holds the rows locked already, in this transaction. */
    readonly held?: StateOf<Table>;
  },
): Promise<readonly Moved<Table, Row>[]> {
  if (rows.length === 0) return [];
  const { from } = edgeOf(table, event);
  const { moved, left } =
    options.held === undefined
      ? await sort(work, table, from, rows)
      : sortedBy<Table, Row>(from, rows, new Map(rows.map(({ id }) => [id, options.held])));
  for (const { state } of left) {
    if (state === null) throw new ProblemError('record.not_found');
    throw new ProblemError(options.otherwise ?? 'record.changed', {
      details: { noun: machineOf(table).noun, event, state },
    });
  }
  await carryOut(work, table, event, moved, options);
  return moved;
}

/**
 * Moves those of the rows that are where the event may begin, and answers which did not move and where they are instead.
 * For batches in which one row must not stop the others.
 */
export async function stepThose<Table extends StatefulTable, Row extends { readonly id: string }>(
  work: Work,
  table: Table,
  event: EventOf<Table>,
  rows: readonly Row[],
  options: StepOptions<Table, Row>,
): Promise<Sorted<Table, Row>> {
  if (rows.length === 0) return { moved: [], left: [] };
  const sorted = await sort(work, table, edgeOf(table, event).from, rows);
  await carryOut(work, table, event, sorted.moved, options);
  return sorted;
}

/** Takes steps of one transaction, and writes the history and the audit that they leave at once, when all are taken. */
export async function leaveTogether(work: Work, steps: (work: Work) => Promise<void>): Promise<void> {
  const gathered = { changes: [], entries: [] };
  await steps({ ...work, gathered });
  await recordNow(work.tx, work.clock, work.actor, gathered);
}

/** Writes what the beginning of new rows leaves. The rows themselves are inserted by their repository, in `startState`. */
export async function begin<Table extends StatefulTable, Row extends { readonly id: string }>(
  work: Work,
  table: Table,
  start: StartOf<Table>,
  rows: readonly Row[],
  traces: Traces<Row>,
): Promise<void> {
  const machine = machineOf(table);
  const made = machine.starts[start];
  if (made === undefined) throw new Error(`${table} have no start ${start}`);
  await leaveTraces(
    work,
    table,
    made,
    rows.map((row) => ({ row, from: null })),
    traces,
  );
}
