// What a finance officer's undoing of a declined order has to know of it.

import type { Tx } from '@support-market/db/pool';
import type { PersonState } from '@support-market/domain/people/person-states';
import { sql } from 'kysely';

/** In which state the order's person is, and until when they are with the council; neither changes until the transaction ends. */
export async function personOf(tx: Tx, councilId: string, personId: string) {
  return tx
    .selectFrom('people')
    .select(['full_name as name', sql<PersonState>`state`.as('state'), 'last_day as lastDay'])
    .where('council_id', '=', councilId)
    .where('id', '=', personId)
    .forShare()
    .executeTakeFirst();
}

/** Visits that were called off because the order was declined, and not before for a cause of their own. */
export async function visitsCalledOffByDeclining(
  tx: Tx,
  councilId: string,
  orderId: string,
): Promise<{ id: string }[]> {
  const { rows } = await sql<{ id: string }>`
    select visit.id from visits as visit join orders on orders.council_id = ${councilId} and orders.id = visit.order_id
     where visit.council_id = ${councilId} and visit.order_id = ${orderId} and visit.state = 'cancelled'
       and exists (select from state_changes as change where change.council_id = ${councilId} and change.record_id = visit.id
                      and change.event = 'visit.cancelled' and change.changed_at >= orders.decided_at)
     order by visit.id`.execute(tx);
  return rows;
}
