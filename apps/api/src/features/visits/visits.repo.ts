// The only SQL about visits: what is planned, what was recorded, and whose they are.

import type { Tx } from '@support-market/db/pool';
import { inReach, type MandatePower } from '@support-market/db/scope';
import { knowsPerson, type VisitorView, visitorName } from '@support-market/db/visitor-view';
import type { Reach } from '@support-market/domain/access/permissions';
import type { Unit } from '@support-market/domain/listings/prices';
import type { CouncilSettings } from '@support-market/domain/settings/council-settings';
import { type Pence, pence } from '@support-market/domain/shared/money';
import type { VisitState } from '@support-market/domain/visits/visit-states';
import { type RawBuilder, sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';
import { readSettings } from '../../platform/settings.repo.ts';

/** Whose visits a query may reach. */
export interface VisitScope {
  readonly councilId: string;
  readonly accountId: string;
  readonly reach: Reach;
  readonly today: Temporal.PlainDate;
  readonly power: MandatePower;
}

export interface VisitRow {
  readonly id: string;
  readonly order_id: string;
  readonly order_reference: string;
  readonly order_state: string;
  readonly person_id: string;
  readonly person_name: string;
  readonly knows_person: boolean;
  readonly organisation_id: string;
  readonly organisation_name: string;
  readonly description: string;
  readonly unit: string;
  readonly state: VisitState;
  readonly service_date: Temporal.PlainDate;
  readonly planned_start: Temporal.Instant | null;
  readonly planned_end: Temporal.Instant | null;
  readonly planned_minutes: number | null;
  readonly quantity: number;
  readonly planned_pence: Pence;
  readonly worker_id: string | null;
  /** Their name. */
  readonly worker: string | null;
  readonly actual_start: Temporal.Instant | null;
  readonly actual_end: Temporal.Instant | null;
  readonly actual_minutes: number | null;
  readonly charge_pence: Pence | null;
  readonly within_tolerance: boolean | null;
  readonly recorded_at: Temporal.Instant | null;
  readonly confirmed_at: Temporal.Instant | null;
  readonly confirmed_by: string | null;
  readonly query_note: string;
  readonly settled_pence: Pence | null;
  readonly billed_at: Temporal.Instant | null;
  readonly waiting_for_finance: boolean;
}

/** Lines whose person is within reach; `budget_line` must be in the statement. */
function ownLine(scope: VisitScope): RawBuilder<boolean> {
  return inReach({ ...scope.reach, organisationIds: [] }, scope.accountId, scope.today, {
    councilId: scope.councilId,
    person: 'budget_line.person_id',
  });
}

/** Whether a line within reach pays for the statement's `visit`. */
function pays(scope: VisitScope): RawBuilder<boolean> {
  return sql<boolean>`exists (select from visit_shares as share
    join budget_lines as budget_line on budget_line.council_id = ${scope.councilId} and budget_line.id = share.line_id
   where share.council_id = ${scope.councilId} and share.visit_id = visit.id and ${ownLine(scope)})`;
}

const viewOf = ({ councilId, today }: VisitScope, { visitorNoteDays }: CouncilSettings): VisitorView => ({
  councilId,
  today,
  days: visitorNoteDays,
});

/** Whether the visit is the viewer's as the person's own people see it. A provider does not know who it is before it accepts, nor for ever after. */
function ofPerson(scope: VisitScope): RawBuilder<boolean> {
  const person = { councilId: scope.councilId, person: 'visit.person_id' };
  return sql<boolean>`(${inReach({ ...scope.reach, organisationIds: [] }, scope.accountId, scope.today, person)} or ${pays(scope)})`;
}

const columns = (scope: VisitScope, settings: CouncilSettings) => sql`
  visit.id, visit.order_id, orders.reference as order_reference, orders.state as order_state, visit.person_id,
  ${visitorName(viewOf(scope, settings), 'person', ofPerson(scope))} as person_name,
  ${knowsPerson(viewOf(scope, settings), ofPerson(scope))} as knows_person, visit.organisation_id, organisation.name as organisation_name,
  line.description, line.unit, visit.state, visit.service_date, visit.planned_start, visit.planned_end, visit.planned_minutes,
  visit.quantity, visit.planned_pence, visit.worker_id, worker.name as worker, visit.actual_start, visit.actual_end, visit.actual_minutes,
  visit.charge_pence, visit.within_tolerance, visit.recorded_at, visit.confirmed_at, visit.confirmed_by, visit.query_note,
  visit.settled_pence, visit.billed_at,
  exists (select from exceptions as exception where exception.council_id = ${scope.councilId} and exception.visit_id = visit.id
             and exception.state = 'open' and exception.kind <> 'queried') as waiting_for_finance`;

const from = (councilId: string) => sql`
  visits as visit
  join orders on orders.council_id = ${councilId} and orders.id = visit.order_id
  join order_lines as line on line.council_id = ${councilId} and line.id = visit.order_line_id
  join people as person on person.council_id = ${councilId} and person.id = visit.person_id
  join organisations as organisation on organisation.id = visit.organisation_id
  left join workers as worker on worker.council_id = ${councilId} and worker.id = visit.worker_id`;

function reached(scope: VisitScope): RawBuilder<boolean> {
  return inReach(
    scope.reach,
    scope.accountId,
    scope.today,
    { councilId: scope.councilId, person: 'visit.person_id', organisation: 'visit.organisation_id' },
    scope.power,
  );
}

export interface VisitFilter {
  readonly from: Temporal.PlainDate;
  readonly to: Temporal.PlainDate;
  readonly personId: string | undefined;
  readonly orderId: string | undefined;
  readonly states: readonly VisitState[] | undefined;
  /** The last row of the page before: service date, start in text, id. */
  readonly after: readonly string[] | null;
  readonly limit: number;
}

/** Visits without times stand before the others of their day. */
const SORT_START = sql`coalesce(visit.planned_start, '-infinity'::timestamptz)`;

/** One row more than asked for, so that the caller knows whether there are more. */
export async function listVisits(tx: Tx, scope: VisitScope, filter: VisitFilter): Promise<VisitRow[]> {
  const conditions: RawBuilder<unknown>[] = [
    sql`visit.council_id = ${scope.councilId}`,
    sql`visit.service_date between ${filter.from} and ${filter.to}`,
    reached(scope),
  ];
  if (filter.orderId !== undefined) conditions.push(sql`visit.order_id = ${filter.orderId}`);
  if (filter.states !== undefined) conditions.push(sql`visit.state = any(${[...filter.states]}::text[])`);
  if (filter.after) {
    const [date, start, id] = filter.after;
    conditions.push(
      sql`(visit.service_date, ${SORT_START}, visit.id) > (${date}::date, ${start}::timestamptz, ${id}::text)`,
    );
  }
  const settings = await readSettings(tx, scope.councilId, scope.today);
  // A provider that may not know whom a visit is for does not find it by them either.
  if (filter.personId !== undefined)
    conditions.push(sql`visit.person_id = ${filter.personId}`, knowsPerson(viewOf(scope, settings), ofPerson(scope)));
  const { rows } = await sql<VisitRow>`
    select ${columns(scope, settings)} from ${from(scope.councilId)} where ${sql.join(conditions, sql` and `)}
     order by visit.service_date, ${SORT_START}, visit.id limit ${filter.limit + 1}`.execute(tx);
  return rows;
}

/** A visit within reach; to look at, also one that a line within reach pays for. */
export async function findVisit(tx: Tx, scope: VisitScope, id: string): Promise<VisitRow | undefined> {
  const settings = await readSettings(tx, scope.councilId, scope.today);
  const { rows } = await sql<VisitRow>`
    select ${columns(scope, settings)} from ${from(scope.councilId)}
     where visit.council_id = ${scope.councilId} and visit.id = ${id} and (${reached(scope)} or ${scope.power === 'view' ? pays(scope) : sql`false`})`.execute(
    tx,
  );
  return rows[0];
}

export interface VisitShareRow {
  readonly position: number;
  readonly line_id: string;
  readonly line_name: string;
  readonly person_id: string;
  readonly planned_pence: Pence;
  readonly charge_pence: Pence | null;
}

/** Whether a visit is within a scope. */
export async function isVisitInReach(tx: Tx, scope: VisitScope, id: string): Promise<boolean> {
  const { rows } = await sql`
    select from visits as visit where visit.council_id = ${scope.councilId} and visit.id = ${id} and ${reached(scope)}`.execute(
    tx,
  );
  return rows.length > 0;
}

/** Which lines pay for a visit: all, for those who may see the person's money; else the reader's own; the provider sees none. */
export async function visitShares(tx: Tx, scope: VisitScope, visitId: string): Promise<VisitShareRow[]> {
  const { rows } = await sql<VisitShareRow>`
    select share.position, share.line_id, budget_line.name as line_name, budget_line.person_id, share.planned_pence, share.charge_pence
      from visits as visit
      join visit_shares as share on share.council_id = ${scope.councilId} and share.visit_id = visit.id
      join budget_lines as budget_line on budget_line.council_id = ${scope.councilId} and budget_line.id = share.line_id
     where visit.council_id = ${scope.councilId} and visit.id = ${visitId}
       and (${inReach({ ...scope.reach, organisationIds: [] }, scope.accountId, scope.today, { councilId: scope.councilId, person: 'visit.person_id' })} or ${ownLine(scope)})
     order by share.position`.execute(tx);
  return rows;
}

/** A visit with all that decides its charge. */
export interface RecordableRow {
  readonly id: string;
  readonly order_id: string;
  readonly order_reference: string;
  readonly order_state: string;
  readonly person_id: string;
  readonly organisation_id: string;
  readonly state: VisitState;
  readonly service_date: Temporal.PlainDate;
  readonly planned_start: Temporal.Instant | null;
  readonly unit: Unit;
  readonly unit_price_pence: Pence;
  readonly quantity: number;
  readonly planned_pence: Pence;
  readonly charge_pence: Pence | null;
  readonly worker_id: string | null;
  readonly actual_start: Temporal.Instant | null;
  readonly actual_end: Temporal.Instant | null;
  readonly shares: readonly {
    readonly position: number;
    readonly lineId: string;
    readonly weight: number;
    readonly plannedPence: number;
    readonly reservationId: string | null;
  }[];
}

const recordable = (councilId: string) => sql`
  visit.id, visit.order_id, orders.reference as order_reference, orders.state as order_state, visit.person_id, visit.organisation_id,
  visit.state, visit.service_date, visit.planned_start, line.unit, visit.unit_price_pence, visit.quantity, visit.planned_pence,
  visit.charge_pence, visit.worker_id, visit.actual_start, visit.actual_end,
  (select json_agg(json_build_object('position', share.position, 'lineId', share.line_id, 'weight', share.weight,
            'plannedPence', share.planned_pence, 'reservationId', share.reservation_id) order by share.position)
     from visit_shares as share where share.council_id = ${councilId} and share.visit_id = visit.id) as shares`;

/**
 * Visits that the caller has locked, in the order of their ids. A statement that waited for a lock sees only the locked row as
 * it is now: shares, whose price may have been raised meanwhile, are read by one that begins afterwards.
 */
async function readLocked(tx: Tx, councilId: string, locked: readonly { id: string }[]): Promise<RecordableRow[]> {
  if (locked.length === 0) return [];
  const { rows } = await sql<RecordableRow>`
    select ${recordable(councilId)}
      from visits as visit
      join orders on orders.council_id = ${councilId} and orders.id = visit.order_id
      join order_lines as line on line.council_id = ${councilId} and line.id = visit.order_line_id
     where visit.council_id = ${councilId} and visit.id = any(${locked.map(({ id }) => id)}::text[])
     order by visit.id`.execute(tx);
  return rows;
}

/** One visit of the viewer's, locked until the transaction ends. */
export async function lockVisit(tx: Tx, scope: VisitScope, id: string): Promise<RecordableRow | undefined> {
  const { rows } = await sql<{ id: string }>`
    select visit.id
      from visits as visit
      join orders on orders.council_id = ${scope.councilId} and orders.id = visit.order_id
      join order_lines as line on line.council_id = ${scope.councilId} and line.id = visit.order_line_id
     where visit.council_id = ${scope.councilId} and visit.id = ${id} and ${reached(scope)}
       for update of visit`.execute(tx);
  return (await readLocked(tx, scope.councilId, rows))[0];
}

/** What rows of a file may speak of: by visit, or by order and day. `order` is a reference or an id. */
export interface VisitLookUp {
  readonly visitIds: readonly string[];
  readonly orders: readonly { readonly order: string; readonly date: string }[];
}

/** Every visit that the look-ups name, locked in the order of their ids. Organisations null means all of the council's. */
export async function lockVisitsFor(
  tx: Tx,
  councilId: string,
  organisationIds: readonly string[] | null,
  lookUp: VisitLookUp,
): Promise<RecordableRow[]> {
  const mine = organisationIds === null ? sql`true` : sql`visit.organisation_id = any(${[...organisationIds]}::text[])`;
  const { rows } = await sql<{ id: string }>`
    with wanted as (
      select visit.id from visits as visit
       where visit.council_id = ${councilId} and visit.id = any(${[...lookUp.visitIds]}::text[]) and ${mine}
      union
      select visit.id
        from jsonb_to_recordset(${JSON.stringify(lookUp.orders)}::jsonb) as asked ("order" text, date date)
        join orders on orders.council_id = ${councilId} and (orders.reference = asked."order" or orders.id = asked."order")
        join visits as visit on visit.council_id = ${councilId} and visit.order_id = orders.id and visit.service_date = asked.date
       where ${mine}
    )
    select visit.id from visits as visit
     where visit.council_id = ${councilId} and visit.id in (select id from wanted)
     order by visit.id for update of visit`.execute(tx);
  return readLocked(tx, councilId, rows);
}

export interface RecordingToSave {
  readonly id: string;
  readonly workerId: string | null;
  readonly start: Temporal.Instant | null;
  readonly end: Temporal.Instant | null;
  readonly minutes: number | null;
  readonly chargePence: Pence;
  /** By position in the visit's shares. */
  readonly shares: readonly { readonly position: number; readonly chargePence: Pence }[];
  readonly within: boolean;
}

/** What each line bears of visits that were recorded. */
export async function saveShareCharges(
  tx: Tx,
  councilId: string,
  recordings: readonly Pick<RecordingToSave, 'id' | 'shares'>[],
): Promise<void> {
  const shares = recordings.flatMap((one) =>
    one.shares.map((share) => ({
      visit_id: one.id,
      position: share.position,
      charge_pence: share.chargePence.toString(),
    })),
  );
  await sql`
    update visit_shares as share set charge_pence = new.charge_pence
      from jsonb_to_recordset(${JSON.stringify(shares)}::jsonb) as new (visit_id text, position integer, charge_pence bigint)
     where share.council_id = ${councilId} and share.visit_id = new.visit_id and share.position = new.position`.execute(
    tx,
  );
}

export interface OtherVisit {
  readonly id: string;
  readonly worker_id: string;
  readonly start: Temporal.Instant;
  /** Null while it is still going on. */
  readonly end: Temporal.Instant | null;
}

/** Recorded visits of some workers that touch a stretch of time. */
export async function visitsOfWorkers(
  tx: Tx,
  councilId: string,
  workerIds: readonly string[],
  from: Temporal.Instant,
  to: Temporal.Instant,
): Promise<OtherVisit[]> {
  const { rows } = await sql<OtherVisit>`
    select id, worker_id, actual_start as start, actual_end as end from visits
     where council_id = ${councilId} and worker_id = any(${[...workerIds]}::text[]) and actual_start is not null
       and tstzrange(actual_start, actual_end) && tstzrange(${from}, ${to})`.execute(tx);
  return rows;
}

export async function accountName(tx: Tx, accountId: string): Promise<string> {
  const account = await tx.selectFrom('accounts').select('name').where('id', '=', accountId).executeTakeFirstOrThrow();
  return account.name;
}

/** No line bears anything of a visit that did not happen. */
export async function clearShareCharges(tx: Tx, councilId: string, visitId: string): Promise<void> {
  await tx
    .updateTable('visit_shares')
    .set({ charge_pence: null })
    .where('council_id', '=', councilId)
    .where('visit_id', '=', visitId)
    .execute();
}

export interface MoneyComing {
  /** Recorded, waiting for a yes. */
  readonly recorded_pence: Pence;
  /** Confirmed, waiting for the end of the billing period. */
  readonly confirmed_pence: Pence;
  /** On invoices, waiting to be paid. */
  readonly invoiced_pence: Pence;
}

/** What some organisations have earned and not yet been paid. */
export async function moneyComing(tx: Tx, councilId: string, organisationIds: readonly string[]): Promise<MoneyComing> {
  const { rows } = await sql<MoneyComing>`
    select coalesce(sum(charge_pence) filter (where state in ('recorded', 'queried')), 0)::bigint as recorded_pence,
           coalesce(sum(coalesce(settled_pence, charge_pence)) filter (where state in ('confirmed', 'cancelled')), 0)::bigint as confirmed_pence,
           (select coalesce(sum(total_pence), 0)::bigint from invoices
             where council_id = ${councilId} and organisation_id = any(${[...organisationIds]}::text[]) and state <> 'paid') as invoiced_pence
      from visits
     where council_id = ${councilId} and organisation_id = any(${[...organisationIds]}::text[]) and billed_at is null
       and state in ('recorded', 'queried', 'confirmed', 'cancelled')`.execute(tx);
  const zero = pence(0);
  return rows[0] ?? { recorded_pence: zero, confirmed_pence: zero, invoiced_pence: zero };
}
