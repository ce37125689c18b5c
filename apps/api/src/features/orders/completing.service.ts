// An order is finished when its last day has passed and nothing about its visits is left to do: then it stops asking
// for anybody's attention. Source: domain.md section 9 (the life of an order).

import { inTransaction } from '@support-market/db/transaction';
import { orderMachine } from '@support-market/domain/orders/order-states';
import { recordAudit, recordStateChanges, systemActor } from '../../platform/audit.repo.ts';
import type { AppContext } from '../../platform/context.ts';
import { completeFinished, councilIds } from './completing.repo.ts';

const CHUNK = 1_000;

/** Completes every finished order of every council, a transaction for each chunk. Answers how many. */
export async function completeOrders({ db, clock }: Pick<AppContext, 'db' | 'clock'>): Promise<{ completed: number }> {
  const { complete } = orderMachine.edges;
  let completed = 0;
  for (const councilId of await councilIds(db)) {
    const actor = systemActor(councilId, 'complete-orders');
    for (;;) {
      const done = await inTransaction(db, councilId, async (tx) => {
        const orders = await completeFinished(tx, councilId, {
          from: complete.from,
          to: complete.to,
          today: clock.today(),
          limit: CHUNK,
        });
        await recordStateChanges(
          tx,
          clock,
          actor,
          orders.map(({ id }) => ({
            noun: 'order',
            recordId: id,
            from: 'accepted',
            to: complete.to,
            event: complete.emits,
          })),
        );
        await recordAudit(
          tx,
          clock,
          actor,
          ...orders.map((order) => ({
            event: complete.emits,
            noun: 'order',
            recordId: order.id,
            personId: order.person_id,
          })),
        );
        return orders.length;
      });
      completed += done;
      if (done < CHUNK) break;
    }
  }
  return { completed };
}
