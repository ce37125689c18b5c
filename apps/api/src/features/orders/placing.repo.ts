// Writes what a placed basket becomes in statements that go out together after the ledger's: everything is computed before,
// so that nothing waits while money is locked.

import type { Tx } from '@support-market/db/pool';
import { prepared } from '@support-market/db/prepared';
import { allOf } from '@support-market/db/transaction';
import type { SharedNeed } from '@support-market/domain/people/person-facts';
import { instantText } from '@support-market/domain/shared/instant-text';
import { startState } from '@support-market/domain/shared/machines';
import { sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';

export interface NewShare {
  readonly position: number;
  readonly lineId: string;
  readonly weight: number;
}

export interface NewVisitShare extends NewShare {
  readonly plannedPence: bigint;
  /** Null where the share is nothing. */
  readonly reservationId: string | null;
}

export interface NewVisit {
  readonly id: string;
  readonly serviceDate: Temporal.PlainDate;
  readonly plannedStart: Temporal.Instant | null;
  readonly plannedEnd: Temporal.Instant | null;
  readonly plannedMinutes: number | null;
  readonly quantity: number;
  /** Gross of VAT: what a unit costs the payer. */
  readonly unitPricePence: bigint;
  readonly priceSource: 'public' | 'agreed';
  readonly plannedPence: bigint;
  readonly shares: readonly NewVisitShare[];
}

export interface NewOrderLine {
  readonly id: string;
  readonly offerId: string;
  readonly listingId: string;
  readonly description: string;
  readonly unit: string;
  readonly vatCategory: string;
  readonly vatRateBasisPoints: number;
  readonly kind: 'one-off' | 'schedule';
  readonly quantity: number;
  readonly firstDate: string;
  readonly lastDate: string;
  readonly pattern: unknown;
  readonly noticeHours: number;
  readonly note: string;
  readonly shares: readonly NewShare[];
  readonly visits: readonly NewVisit[];
}

export interface NewOrder {
  readonly id: string;
  readonly personId: string;
  readonly organisationId: string;
  readonly totalPence: bigint;
  /** What of their needs the person lets the provider know once it accepts. */
  readonly sharedNeeds: readonly SharedNeed[];
  readonly lines: readonly NewOrderLine[];
}

const json = (rows: readonly unknown[]): string =>
  JSON.stringify(rows, (_key, value: unknown) => (typeof value === 'bigint' ? value.toString() : value));

const ordersStatement = prepared(
  (council: string, code: string, basketId: string, placedBy: string, placedAt: Temporal.Instant, rows: string) => sql<{
    id: string;
    reference: string;
  }>`
    insert into orders (council_id, id, reference, basket_id, person_id, organisation_id, state, total_pence, shared_needs, placed_by, placed_at)
    select ${council}, made.id, ${code} || '-' || nextval('order_numbers'), ${basketId}, made.person_id,
           made.organisation_id, ${startState('orders', 'place')}, made.total_pence, made.shared_needs, ${placedBy}, ${placedAt}
      from jsonb_to_recordset(${rows}::jsonb) as made (id text, person_id text, organisation_id text, total_pence bigint, shared_needs text[])
    returning id, reference`,
);

const orderLinesStatement = prepared(
  (council: string, rows: string) => sql`
    insert into order_lines (council_id, id, order_id, offer_id, listing_id, description, unit, vat_category,
           vat_rate_basis_points, kind, quantity, first_date, last_date, pattern, notice_hours, note)
    select ${council}, made.* from jsonb_to_recordset(${rows}::jsonb) as made (id text, order_id text, offer_id text, listing_id text,
           description text, unit text, vat_category text, vat_rate_basis_points int, kind text,
           quantity int, first_date date, last_date date, pattern jsonb, notice_hours int, note text)
    returning council_id`,
);

const orderLineSharesStatement = prepared(
  (council: string, rows: string) => sql`
    insert into order_line_shares (council_id, order_line_id, position, line_id, weight)
    select ${council}, made.* from jsonb_to_recordset(${rows}::jsonb) as made (order_line_id text, position int, line_id text, weight int)
    returning council_id`,
);

const visitsStatement = prepared(
  (council: string, rows: string) => sql`
    insert into visits (council_id, state, id, order_id, order_line_id, person_id, organisation_id, service_date, planned_start, planned_end,
           planned_minutes, quantity, unit_price_pence, price_source, planned_pence)
    select ${council}, ${startState('visits', 'plan')}, made.* from jsonb_to_recordset(${rows}::jsonb) as made (id text, order_id text, order_line_id text,
           person_id text, organisation_id text, service_date date, planned_start timestamptz, planned_end timestamptz, planned_minutes int,
           quantity int, unit_price_pence bigint, price_source text, planned_pence bigint)
    returning council_id`,
);

const visitSharesStatement = prepared(
  (council: string, rows: string) => sql`
    insert into visit_shares (council_id, visit_id, position, line_id, weight, planned_pence, reservation_id)
    select ${council}, made.* from jsonb_to_recordset(${rows}::jsonb) as made (visit_id text, position int, line_id text,
           weight int, planned_pence bigint, reservation_id text)
    returning council_id`,
);

/**
 * Inserts orders with their lines, shares, visits and visit shares. Reservations must exist. Answers the reference of each
 * order by its id.
 */
export async function insertPlacedOrders(
  tx: Tx,
  placing: {
    readonly councilId: string;
    readonly councilCode: string;
    readonly basketId: string;
    readonly placedBy: string;
    readonly placedAt: Temporal.Instant;
    readonly orders: readonly NewOrder[];
  },
): Promise<ReadonlyMap<string, string>> {
  const { councilId, councilCode, basketId, placedBy, placedAt, orders } = placing;
  const orderRows = orders.map((order) => ({
    id: order.id,
    person_id: order.personId,
    organisation_id: order.organisationId,
    total_pence: order.totalPence,
    shared_needs: order.sharedNeeds,
  }));
  const lineRows = orders.flatMap((order) =>
    order.lines.map((line) => ({
      id: line.id,
      order_id: order.id,
      offer_id: line.offerId,
      listing_id: line.listingId,
      description: line.description,
      unit: line.unit,
      vat_category: line.vatCategory,
      vat_rate_basis_points: line.vatRateBasisPoints,
      kind: line.kind,
      quantity: line.quantity,
      first_date: line.firstDate,
      last_date: line.lastDate,
      pattern: line.pattern,
      notice_hours: line.noticeHours,
      note: line.note,
    })),
  );
  const lineShareRows = orders.flatMap((order) =>
    order.lines.flatMap((line) =>
      line.shares.map((share) => ({
        order_line_id: line.id,
        position: share.position,
        line_id: share.lineId,
        weight: share.weight,
      })),
    ),
  );
  const visitRows = orders.flatMap((order) =>
    order.lines.flatMap((line) =>
      line.visits.map((visit) => ({
        id: visit.id,
        order_id: order.id,
        order_line_id: line.id,
        person_id: order.personId,
        organisation_id: order.organisationId,
        service_date: visit.serviceDate.toString(),
        planned_start: visit.plannedStart && instantText(visit.plannedStart),
        planned_end: visit.plannedEnd && instantText(visit.plannedEnd),
        planned_minutes: visit.plannedMinutes,
        quantity: visit.quantity,
        unit_price_pence: visit.unitPricePence,
        price_source: visit.priceSource,
        planned_pence: visit.plannedPence,
      })),
    ),
  );
  const visitShareRows = orders.flatMap((order) =>
    order.lines.flatMap((line) =>
      line.visits.flatMap((visit) =>
        visit.shares.map((share) => ({
          visit_id: visit.id,
          position: share.position,
          line_id: share.lineId,
          weight: share.weight,
          planned_pence: share.plannedPence,
          reservation_id: share.reservationId,
        })),
      ),
    ),
  );
  const [placed] = await allOf(tx, [
    ordersStatement(councilId, councilCode, basketId, placedBy, placedAt, json(orderRows)),
    orderLinesStatement(councilId, json(lineRows)),
    orderLineSharesStatement(councilId, json(lineShareRows)),
    visitsStatement(councilId, json(visitRows)),
    visitSharesStatement(councilId, json(visitShareRows)),
  ]);
  return new Map(placed.rows.map((row) => [row.id, row.reference]));
}
