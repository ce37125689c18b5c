// The only SQL about workers as records: whom an organisation sends, and what happened to each record.

import type { Tx } from '@support-market/db/pool';
import type { WorkerState } from '@support-market/domain/workers/worker-states';
import { type RawBuilder, sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';

export interface WorkerRow {
  readonly id: string;
  readonly organisationId: string;
  readonly organisationName: string;
  readonly name: string;
  readonly nameKey: string;
  readonly reference: string | null;
  readonly state: WorkerState;
  readonly lastDate: Temporal.PlainDate | null;
  readonly sameName: boolean;
}

/** Whose workers a query may reach. */
export interface WorkerScope {
  readonly councilId: string;
  readonly organisationIds: readonly string[];
}

const select = (
  scope: WorkerScope,
  conditions: readonly RawBuilder<unknown>[],
  rest: RawBuilder<unknown>,
) => sql<WorkerRow>`
  select worker.id, worker.organisation_id as "organisationId", organisation.name as "organisationName", worker.name, worker.name_key as "nameKey",
         worker.reference, worker.state, worker.last_date as "lastDate",
         exists (select from workers as other where other.council_id = ${scope.councilId} and other.organisation_id = worker.organisation_id
                    and other.name_key = worker.name_key and other.id <> worker.id) as "sameName"
    from workers as worker join organisations as organisation on organisation.id = worker.organisation_id
   where worker.council_id = ${scope.councilId} and worker.organisation_id = any(${[...scope.organisationIds]}::text[])
     and ${sql.join([sql`true`, ...conditions], sql` and `)} ${rest}`;

/** One row more than asked for, by name. */
export async function listWorkers(
  tx: Tx,
  scope: WorkerScope,
  filter: {
    readonly state: WorkerState | undefined;
    /** The key of the last row's name and its id. */
    readonly after: readonly string[] | null;
    readonly limit: number;
  },
): Promise<WorkerRow[]> {
  const conditions: RawBuilder<unknown>[] = [];
  if (filter.state !== undefined) conditions.push(sql`worker.state = ${filter.state}`);
  if (filter.after !== null) {
    const [key, id] = filter.after;
    conditions.push(sql`(worker.name_key, worker.id) > (${key}::text, ${id}::text)`);
  }
  const { rows } = await select(
    scope,
    conditions,
    sql`order by worker.name_key, worker.id limit ${filter.limit + 1}`,
  ).execute(tx);
  return rows;
}

export async function findOwnWorker(tx: Tx, scope: WorkerScope, id: string): Promise<WorkerRow | undefined> {
  const { rows } = await select(scope, [sql`worker.id = ${id}`], sql``).execute(tx);
  return rows[0];
}

/** Waits for those who are recording a visit of the worker, and keeps others from it until the transaction ends. */
export async function lockWorker(tx: Tx, councilId: string, id: string): Promise<void> {
  await tx
    .selectFrom('workers')
    .select('id')
    .where('council_id', '=', councilId)
    .where('id', '=', id)
    .forUpdate()
    .execute();
}

/** Another worker of the organisation who has this reference, or who has this name and no reference. */
export async function whoHas(
  tx: Tx,
  councilId: string,
  of: {
    readonly organisationId: string;
    readonly nameKey: string;
    readonly referenceKey: string | null;
    readonly id: string;
  },
): Promise<boolean> {
  const taken = await tx
    .selectFrom('workers')
    .select('id')
    .where('council_id', '=', councilId)
    .where('organisation_id', '=', of.organisationId)
    .where('id', '<>', of.id)
    .where((where) =>
      of.referenceKey === null
        ? where.and([where('name_key', '=', of.nameKey), where('reference_key', 'is', null)])
        : where('reference_key', '=', of.referenceKey),
    )
    .executeTakeFirst();
  return taken !== undefined;
}

/** How many visits were recorded for a worker, and when the last of them began. */
export async function visitsOfWorker(tx: Tx, councilId: string, id: string) {
  const { rows } = await sql<{ visits: number; last: Temporal.Instant | null }>`
    select count(*)::int as visits, max(coalesce(visit.actual_start, visit.planned_start)) as last from visits as visit
     where visit.council_id = ${councilId} and visit.worker_id = ${id}`.execute(tx);
  return rows[0] ?? { visits: 0, last: null };
}

export type WorkerEventName = 'worker.added' | 'worker.met' | 'worker.changed' | 'worker.ended' | 'worker.came-back';

/** What happened to a worker's record, the newest first, with the name that they had from then on. */
export async function historyOfWorker(tx: Tx, councilId: string, id: string) {
  const { rows } = await sql<{
    event: WorkerEventName;
    at: Temporal.Instant;
    byName: string | null;
    name: string | null;
    reference: string | null;
  }>`
    select entry.event, entry.happened_at as at, account.name as "byName", entry.details ->> 'name' as name,
           nullif(entry.details ->> 'reference', '') as reference
      from audit_entries as entry left join accounts as account on account.id = entry.account_id
     where entry.council_id = ${councilId} and entry.record_id = ${id} and entry.record_noun = 'worker'
     order by entry.happened_at desc, entry.id desc limit 100`.execute(tx);
  return rows;
}
