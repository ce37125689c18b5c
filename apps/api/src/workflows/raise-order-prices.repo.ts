// The visits of an order line that a price rise is about, with their shares and reservations, and their new prices.

import type { Tx } from '@support-market/db/pool';
import type { Pence } from '@support-market/domain/shared/money';
import { sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';

/** The state of an order, held until the transaction ends, so that it is not cancelled meanwhile. */
export async function holdOrder(tx: Tx, councilId: string, orderId: string): Promise<string | null> {
  const { rows } = await sql<{ state: string }>`
    select state from orders where council_id = ${councilId} and id = ${orderId} for update`.execute(tx);
  return rows[0]?.state ?? null;
}

export interface RaisableVisit {
  readonly id: string;
  readonly minutes: number | null;
  readonly quantity: number;
  readonly unitPence: Pence;
  readonly plannedPence: Pence;
  readonly shares: readonly {
    readonly position: number;
    readonly lineId: string;
    readonly weight: number;
    readonly plannedPence: number;
    readonly reservationId: string | null;
  }[];
}

/**
 * Planned visits from a day on at a lower price of that kind, locked in the order of their ids. Their shares are read by a
 * statement that begins after the wait: one that waited sees only the locked row itself as it is now.
 */
export async function lockRaisable(
  tx: Tx,
  councilId: string,
  line: { readonly orderId: string; readonly orderLineId: string; readonly kind: string; readonly toPence: Pence },
  firstDay: Temporal.PlainDate,
): Promise<RaisableVisit[]> {
  const { rows: locked } = await sql<{ id: string }>`
    select id from visits
     where council_id = ${councilId} and order_id = ${line.orderId} and order_line_id = ${line.orderLineId} and state = 'planned'
       and actual_start is null and service_date >= ${firstDay} and price_source = ${line.kind} and unit_price_pence < ${line.toPence}
     order by id for update`.execute(tx);
  if (locked.length === 0) return [];
  const { rows } = await sql<RaisableVisit>`
    select visit.id, visit.planned_minutes as minutes, visit.quantity, visit.unit_price_pence as "unitPence", visit.planned_pence as "plannedPence",
           (select json_agg(json_build_object('position', share.position, 'lineId', share.line_id, 'weight', share.weight,
                'plannedPence', share.planned_pence, 'reservationId', share.reservation_id) order by share.position)
              from visit_shares as share where share.council_id = ${councilId} and share.visit_id = visit.id) as shares
      from visits as visit where visit.council_id = ${councilId} and visit.id = any(${locked.map(({ id }) => id)}::text[])
     order by visit.id`.execute(tx);
  return rows;
}

/** What each line has left to spend. */
export async function leftOn(
  tx: Tx,
  councilId: string,
  lineIds: readonly string[],
): Promise<ReadonlyMap<string, bigint>> {
  const rows = await tx
    .selectFrom('ledger_accounts')
    .select(['line_id', 'available'])
    .where('council_id', '=', councilId)
    .where('purpose', '=', 'line')
    .where('line_id', 'in', [...lineIds])
    .execute();
  return new Map(rows.map(({ line_id, available }) => [line_id ?? '', available ?? 0n]));
}

export interface RaisedVisit {
  readonly id: string;
  readonly unitPence: Pence;
  readonly plannedPence: Pence;
  readonly shares: readonly {
    readonly position: number;
    readonly plannedPence: Pence;
    readonly reservationId: string | null;
  }[];
}

/** Writes the new prices of visits that are locked, and what their order comes to with them. */
export async function writeRaised(
  tx: Tx,
  councilId: string,
  orderId: string,
  visits: readonly RaisedVisit[],
  raisedPence: Pence,
): Promise<void> {
  const priced = visits.map(({ id, unitPence, plannedPence }) => ({
    ...{ id, unit_price_pence: unitPence.toString(), planned_pence: plannedPence.toString() },
  }));
  await sql`
    update visits as visit set unit_price_pence = raised.unit_price_pence, planned_pence = raised.planned_pence
      from jsonb_to_recordset(${JSON.stringify(priced)}::jsonb) as raised (id text, unit_price_pence bigint, planned_pence bigint)
     where visit.council_id = ${councilId} and visit.id = raised.id`.execute(tx);
  const shares = visits.flatMap((visit) =>
    visit.shares.map(({ position, plannedPence, reservationId }) => ({
      ...{ visit_id: visit.id, position, planned_pence: plannedPence.toString(), reservation_id: reservationId },
    })),
  );
  await sql`
    update visit_shares as share set planned_pence = raised.planned_pence, reservation_id = raised.reservation_id
      from jsonb_to_recordset(${JSON.stringify(shares)}::jsonb) as raised (visit_id text, position integer, planned_pence bigint, reservation_id text)
     where share.council_id = ${councilId} and share.visit_id = raised.visit_id and share.position = raised.position`.execute(
    tx,
  );
  await sql`
    update orders set total_pence = total_pence + ${raisedPence} where council_id = ${councilId} and id = ${orderId}`.execute(
    tx,
  );
}
