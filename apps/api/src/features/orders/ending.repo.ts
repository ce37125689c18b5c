// The visits that end when a person, a line of money or a mandate does, and what each of them had set aside.

import type { Tx } from '@support-market/db/pool';
import type { OrderState } from '@support-market/domain/orders/order-states';
import type { Pence } from '@support-market/domain/shared/money';
import { sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';

/** Whose visits: a person's own and those that a line of theirs pays for; or those that one line pays for; or of some orders. */
export type Ended =
  | { readonly personId: string }
  | { readonly lineId: string }
  | { readonly orderIds: readonly string[] };

export interface HitVisit {
  readonly id: string;
  readonly orderId: string;
  readonly reference: string;
  readonly orderState: OrderState;
  readonly personId: string;
  readonly personName: string;
  readonly organisationId: string;
  readonly organisationName: string;
  readonly serviceDate: Temporal.PlainDate;
  readonly plannedPence: Pence;
}

function condition(councilId: string, of: Ended) {
  if ('orderIds' in of) return sql<boolean>`visit.order_id = any(${[...of.orderIds]}::text[])`;
  if ('lineId' in of) {
    return sql<boolean>`exists (select from visit_shares as share where share.council_id = ${councilId}
      and share.visit_id = visit.id and share.line_id = ${of.lineId})`;
  }
  return sql<boolean>`(visit.person_id = ${of.personId} or exists (select from visit_shares as share
    join budget_lines as line on line.council_id = ${councilId} and line.id = share.line_id
    where share.council_id = ${councilId} and share.visit_id = visit.id and line.person_id = ${of.personId}))`;
}

/** Planned visits after a day, and of orders not yet accepted every planned one; the last first. */
export async function findHitVisits(
  tx: Tx,
  councilId: string,
  of: Ended,
  after: Temporal.PlainDate,
  unaccepted: 'after-the-day-too' | 'all',
): Promise<HitVisit[]> {
  const { rows } = await sql<HitVisit>`
    select visit.id, visit.order_id as "orderId", orders.reference, orders.state as "orderState", visit.person_id as "personId",
           person.full_name as "personName", visit.organisation_id as "organisationId", organisation.name as "organisationName",
           visit.service_date as "serviceDate", visit.planned_pence as "plannedPence"
      from visits as visit
      join orders on orders.council_id = ${councilId} and orders.id = visit.order_id
      join people as person on person.council_id = ${councilId} and person.id = visit.person_id
      join organisations as organisation on organisation.id = visit.organisation_id
     where visit.council_id = ${councilId} and visit.state = 'planned' and visit.actual_start is null
       and orders.state in ('placed', 'accepted')
       and (visit.service_date > ${after} or ${unaccepted === 'all'} and orders.state = 'placed')
       and ${condition(councilId, of)}
     order by visit.service_date desc, visit.planned_start desc nulls last, visit.id desc`.execute(tx);
  return rows;
}

/** Of some orders those in which something is still to happen or to be told of. */
export async function ordersWithPlanned(tx: Tx, councilId: string, orderIds: readonly string[]): Promise<Set<string>> {
  if (orderIds.length === 0) return new Set();
  const rows = await tx
    .selectFrom('visits')
    .select('order_id')
    .distinct()
    .where('council_id', '=', councilId)
    .where('order_id', 'in', [...orderIds])
    .where('state', '=', 'planned')
    .execute();
  return new Set(rows.map(({ order_id }) => order_id));
}
