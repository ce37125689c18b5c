// The SQL of what waits for a finance officer: each exception with what was agreed, what was found, and what can be done.

import type { Tx } from '@support-market/db/pool';
import type { Unit } from '@support-market/domain/listings/prices';
import type { Pence } from '@support-market/domain/shared/money';
import type { VisitState } from '@support-market/domain/visits/visit-states';
import { type RawBuilder, sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';

export type ExceptionKind = 'over-tolerance' | 'not-enough-money' | 'queried';
export type ExceptionState = 'open' | 'settled';

export interface ExceptionRow {
  readonly id: string;
  readonly kind: ExceptionKind;
  readonly state: ExceptionState;
  readonly expectedPence: Pence;
  readonly foundPence: Pence;
  readonly raisedAt: Temporal.Instant;
  readonly settledAt: Temporal.Instant | null;
  readonly settledPence: Pence | null;
  readonly settledByName: string | null;
  readonly note: string;
  /** A sum that waits for a second officer. */
  readonly proposedPence: Pence | null;
  readonly proposedBy: string | null;
  readonly proposedByName: string | null;
  readonly proposedNote: string | null;
  /** Why a second officer did not agree to the one before. */
  readonly refusedNote: string;
  readonly visitId: string;
  readonly visitState: VisitState;
  readonly serviceDate: Temporal.PlainDate;
  readonly plannedStart: Temporal.Instant | null;
  readonly plannedEnd: Temporal.Instant | null;
  readonly plannedMinutes: number | null;
  readonly actualStart: Temporal.Instant | null;
  readonly actualEnd: Temporal.Instant | null;
  readonly actualMinutes: number | null;
  readonly quantity: number;
  readonly worker: string | null;
  readonly queryNote: string;
  readonly description: string;
  readonly unit: Unit;
  readonly unitPricePence: Pence;
  readonly orderId: string;
  readonly orderReference: string;
  readonly personId: string;
  readonly personName: string;
  readonly organisationId: string;
  readonly organisationName: string;
  readonly invoiceId: string | null;
  readonly invoiceNumber: string | null;
  /** The lines of money that pay, with what each has left and what it has reserved for this visit. */
  readonly lines: readonly {
    readonly name: string;
    readonly leftPence: number;
    readonly reservedPence: number;
  }[];
}

const select = (councilId: string) => sql`
  select exception.id, exception.kind, exception.state, exception.expected_pence as "expectedPence", exception.found_pence as "foundPence",
         exception.raised_at as "raisedAt", exception.settled_at as "settledAt", exception.settled_pence as "settledPence", officer.name as "settledByName",
         exception.note, exception.proposed_pence as "proposedPence", exception.proposed_by as "proposedBy", proposer.name as "proposedByName",
         exception.proposed_note as "proposedNote", exception.refused_note as "refusedNote", visit.id as "visitId", visit.state as "visitState", visit.service_date as "serviceDate", visit.planned_start as "plannedStart",
         visit.planned_end as "plannedEnd", visit.planned_minutes as "plannedMinutes", visit.actual_start as "actualStart", visit.actual_end as "actualEnd",
         visit.actual_minutes as "actualMinutes", visit.quantity, worker.name as worker, visit.query_note as "queryNote", order_line.description, order_line.unit,
         visit.unit_price_pence as "unitPricePence", orders.id as "orderId", orders.reference as "orderReference", person.id as "personId",
         person.full_name as "personName", organisation.id as "organisationId", organisation.name as "organisationName",
         invoice.id as "invoiceId", invoice.number as "invoiceNumber",
         (select coalesce(jsonb_agg(jsonb_build_object('name', line.name, 'leftPence', coalesce(account.available, 0), 'reservedPence', share.planned_pence) order by share.position), '[]')
            from visit_shares as share
            join budget_lines as line on line.council_id = ${councilId} and line.id = share.line_id
            left join ledger_accounts as account on account.council_id = ${councilId} and account.line_id = share.line_id and account.purpose = 'line'
           where share.council_id = ${councilId} and share.visit_id = visit.id) as lines
    from exceptions as exception
    join visits as visit on visit.council_id = ${councilId} and visit.id = exception.visit_id
    join order_lines as order_line on order_line.council_id = ${councilId} and order_line.id = visit.order_line_id
    join orders on orders.council_id = ${councilId} and orders.id = visit.order_id
    join people as person on person.council_id = ${councilId} and person.id = visit.person_id
    join organisations as organisation on organisation.id = visit.organisation_id
    left join workers as worker on worker.council_id = ${councilId} and worker.id = visit.worker_id
    left join accounts as officer on officer.id = exception.settled_by
    left join accounts as proposer on proposer.id = exception.proposed_by
    left join invoices as invoice on invoice.council_id = ${councilId} and invoice.id = exception.invoice_id`;

export interface ExceptionFilter {
  readonly state: ExceptionState;
  readonly kind?: ExceptionKind | undefined;
  /** When the last row of the page before was raised (settled, where those are asked for), and its id. */
  readonly after: readonly string[] | null;
  readonly limit: number;
}

/** One row more than asked for: what waits longest comes first, of what is settled the newest. */
export async function listExceptions(tx: Tx, councilId: string, filter: ExceptionFilter): Promise<ExceptionRow[]> {
  const conditions: RawBuilder<unknown>[] = [
    sql`exception.council_id = ${councilId}`,
    sql`exception.state = ${filter.state}`,
  ];
  if (filter.kind !== undefined) conditions.push(sql`exception.kind = ${filter.kind}`);
  const waits = filter.state === 'open';
  if (filter.after) {
    const [at, id] = filter.after;
    conditions.push(
      waits
        ? sql`(exception.raised_at, exception.id) > (${at}::timestamptz, ${id}::text)`
        : sql`(exception.settled_at, exception.id) < (${at}::timestamptz, ${id}::text)`,
    );
  }
  const order = waits ? sql`exception.raised_at, exception.id` : sql`exception.settled_at desc, exception.id desc`;
  const { rows } = await sql<ExceptionRow>`
    ${select(councilId)} where ${sql.join(conditions, sql` and `)} order by ${order} limit ${filter.limit + 1}`.execute(
    tx,
  );
  return rows;
}

export async function findException(tx: Tx, councilId: string, id: string): Promise<ExceptionRow | undefined> {
  const { rows } =
    await sql<ExceptionRow>`${select(councilId)} where exception.council_id = ${councilId} and exception.id = ${id}`.execute(
      tx,
    );
  return rows[0];
}

/** The same with its visit locked first, in the order of billing and settling, so that no other can decide meanwhile. */
export async function lockException(tx: Tx, councilId: string, id: string): Promise<ExceptionRow | undefined> {
  await sql`
    select 1 from visits
     where council_id = ${councilId}
       and id = (select visit_id from exceptions where council_id = ${councilId} and id = ${id}) for update`.execute(
    tx,
  );
  return findException(tx, councilId, id);
}
