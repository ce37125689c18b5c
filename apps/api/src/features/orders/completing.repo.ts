// The SQL of finishing orders: one statement finds, locks and completes a whole chunk of them.

import type { Db, Tx } from '@support-market/db/pool';
import type { OrderState } from '@support-market/domain/orders/order-states';
import { sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';

/** Every council's id, in order. */
export async function councilIds(db: Db): Promise<string[]> {
  const rows = await db.selectFrom('councils').select('id').orderBy('id').execute();
  return rows.map((row) => row.id);
}

/**
 * Takes up to `limit` orders from one of `from` to `to`: those whose last day is before `today` and whose every visit
 * is over, that is missed, cancelled, or confirmed with nothing open about it. Orders that someone holds are left alone.
 */
export async function completeFinished(
  tx: Tx,
  councilId: string,
  move: {
    readonly from: readonly OrderState[];
    readonly to: OrderState;
    readonly today: Temporal.PlainDate;
    readonly limit: number;
  },
): Promise<{ id: string; person_id: string }[]> {
  const { rows } = await sql<{ id: string; person_id: string }>`
    update orders set state = ${move.to}
     where orders.council_id = ${councilId} and orders.state = any(${[...move.from]}::text[]) and orders.id in (
       select finished.id from orders as finished
        where finished.council_id = ${councilId} and finished.state = any(${[...move.from]}::text[])
          and not exists (select from order_lines as line where line.council_id = finished.council_id
                             and line.order_id = finished.id and line.last_date >= ${move.today})
          and not exists (
                select from visits as visit where visit.council_id = finished.council_id and visit.order_id = finished.id
                   and (visit.service_date >= ${move.today} or visit.state not in ('confirmed', 'missed', 'cancelled')
                     or exists (select from exceptions as exception where exception.council_id = visit.council_id
                                   and exception.visit_id = visit.id and exception.state = 'open')))
        order by finished.id limit ${move.limit} for update of finished skip locked)
    returning orders.id, orders.person_id`.execute(tx);
  return rows;
}
