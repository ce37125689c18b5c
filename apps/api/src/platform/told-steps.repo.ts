// The door's second leaf: steps that were taken in the past and are told now, many of each record at once. A made-up
// council's year comes through here; each step is held to its machine and leaves its history like a step taken today.
// Why: docs/decisions/0013-one-door-for-every-change-of-state.md.

import type { Tx } from '@support-market/db/pool';
import {
  type EventOf,
  machineOf,
  type StartOf,
  type StatefulTable,
  type StateOf,
} from '@support-market/domain/shared/machines';
import { nextState } from '@support-market/domain/shared/state-machine';
import { sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';
import type { Clock } from '../ports/clock/clock.ts';
import { type PastEntry, recordPast, type StateChange } from './audit.repo.ts';
import type { AuditFacts, Each } from './transitions.repo.ts';

/** Where and with which clock (for the ids of history) something is told. */
export interface Telling {
  readonly tx: Tx;
  readonly clock: Clock;
  readonly councilId: string;
}

interface Told {
  readonly at: Temporal.Instant;
  /** The account, or `system`. */
  readonly by: string;
  /** What the audit row says; null where another step has the cause in its own. */
  readonly audit: (AuditFacts & { readonly role: string }) | null;
}

export interface ToldStep<Table extends StatefulTable> extends Told {
  readonly event: EventOf<Table>;
}

export interface ToldRow<Table extends StatefulTable> {
  readonly id: string;
  /** Where it was before the first of its steps. */
  readonly from: StateOf<Table>;
  readonly steps: readonly ToldStep<Table>[];
}

type Trace = Told & StateChange;

async function leaveTraces({ tx, clock, councilId }: Telling, traces: readonly Trace[]): Promise<void> {
  const entries = traces.flatMap(({ audit, at, by, event, noun, recordId }): PastEntry[] =>
    audit === null ? [] : [{ ...audit, at, by, event, noun, recordId }],
  );
  await recordPast(tx, clock, councilId, { changes: traces, entries });
}

/** Tells how new rows began. The rows themselves are inserted by their repository, in `startState`. */
export async function tellStart<Table extends StatefulTable>(
  telling: Telling,
  table: Table,
  start: StartOf<Table>,
  rows: readonly (Told & { readonly id: string })[],
): Promise<void> {
  const machine = machineOf(table);
  const made = machine.starts[start];
  if (made === undefined) throw new Error(`${table} have no start ${start}`);
  await leaveTraces(
    telling,
    rows.map(({ id, ...told }) => ({
      ...told,
      noun: machine.noun,
      recordId: id,
      from: null,
      to: made.to,
      event: made.emits,
    })),
  );
}

const plain = (_key: string, value: unknown): unknown => (typeof value === 'bigint' ? value.toString() : value);

/** Tells the steps of rows in their order, and brings each row to where its last step ends. Throws where a step cannot be. */
export async function tellSteps<Table extends StatefulTable, Row extends ToldRow<Table>>(
  telling: Telling,
  table: Table,
  rows: readonly Row[],
  each: Each<Table, Row>,
): Promise<void> {
  if (rows.length === 0) return;
  const { tx, councilId } = telling;
  const machine = machineOf(table);
  const traces: Trace[] = [];
  const columns = Object.entries<string | undefined>(each.types);
  const given = rows.map((row) => {
    let state: string = row.from;
    for (const { event, ...told } of row.steps) {
      const next = nextState(machine, state, event);
      if (!next.ok) throw new Error(`a ${machine.noun} that is ${state} cannot ${event}`);
      const { to, emits } = next.value;
      traces.push({ ...told, noun: machine.noun, recordId: row.id, from: state, to, event: emits });
      state = to;
    }
    const values: Readonly<Record<string, unknown>> = each.of(row);
    const own = Object.fromEntries(columns.map(([column]) => [column, values[column] ?? null]));
    return { ...own, id: row.id, from_state: row.from, to_state: state };
  });
  const taken = columns.map(([column]) => sql`${sql.ref(column)} = given.${sql.ref(column)}`);
  const shape = columns.map(([column, type]) => sql`${sql.ref(column)} ${sql.raw(type ?? 'text')}`);
  const done = await sql`
    update ${sql.table(table)} as moving set ${sql.join([sql`state = given.to_state`, ...taken])}
      from jsonb_to_recordset(${JSON.stringify(given, plain)}::jsonb) as given (${sql.join([sql`id text`, sql`from_state text`, sql`to_state text`, ...shape])})
     where moving.council_id = ${councilId} and moving.id = given.id and moving.state = given.from_state`.execute(tx);
  const count = Number(done.numAffectedRows ?? 0n);
  if (count !== rows.length) throw new Error(`${count} of ${rows.length} ${table} were where their story says`);
  await leaveTraces(telling, traces);
}
