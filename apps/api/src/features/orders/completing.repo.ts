// The SQL of finishing orders: one statement finds, locks and completes a whole chunk of them.

import type { Db, Tx } from '@support-market/db/pool';
import { orderMachine } from '@support-market/domain/orders/order-states';
import { sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';

/** Every council's id, in order. */
export async function councilIds(db: Db): Promise<string[]> {
  const rows = await db.selectFrom('councils').select('id').orderBy('id').execute();
  return rows.map((row) => row.id);
}

/**
 * Up to `limit` orders that are finished: those whose last day is before `today` and whose every visit is over, that is
 * missed, cancelled, or confirmed with nothing open about it. They are locked; those that someone holds are left alone.
 */
export async function lockFinished(
  tx: Tx,
  councilId: string,
  wanted: { readonly today: Temporal.PlainDate; readonly limit: number },
): Promise<{ id: string; person_id: string }[]> {
  const { rows } = await sql<{ id: string; person_id: string }>`
    select finished.id, finished.person_id from orders as finished
     where finished.council_id = ${councilId} and finished.state = any(${[...orderMachine.edges.complete.from]}::text[])
       and not exists (select from order_lines as line where line.council_id = ${councilId}
                          and line.order_id = finished.id and line.last_date >= ${wanted.today})
       and not exists (
             select from visits as visit where visit.council_id = ${councilId} and visit.order_id = finished.id
                and (visit.service_date >= ${wanted.today} or visit.state not in ('confirmed', 'missed', 'cancelled')
                  or exists (select from exceptions as exception where exception.council_id = ${councilId}
                                and exception.visit_id = visit.id and exception.state = 'open')))
     order by finished.id limit ${wanted.limit} for update of finished skip locked`.execute(tx);
  return rows;
}
