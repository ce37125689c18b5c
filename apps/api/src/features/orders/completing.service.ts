// An order is finished when its last day has passed and nothing about its visits is left to do: then it stops asking
// for anybody's attention. Source: the domain notes, section 9 (the life of an order).

import { inTransaction } from '@support-market/db/transaction';
import { systemActor } from '../../platform/audit.repo.ts';
import type { AppContext } from '../../platform/context.ts';
import { step } from '../../platform/transitions.repo.ts';
import { councilIds, lockFinished } from './completing.repo.ts';

const CHUNK = 1_000;

/** Completes every finished order of every council, a transaction for each chunk. Answers how many. */
export async function completeOrders({ db, clock }: Pick<AppContext, 'db' | 'clock'>): Promise<{ completed: number }> {
  let completed = 0;
  for (const councilId of await councilIds(db)) {
    const actor = systemActor(councilId, 'complete-orders');
    for (;;) {
      const done = await inTransaction(db, councilId, async (tx) => {
        const orders = await lockFinished(tx, councilId, { today: clock.today(), limit: CHUNK });
        await step({ tx, clock, actor }, 'orders', 'complete', orders, {
          audit: (order) => ({ personId: order.person_id }),
        });
        return orders.length;
      });
      completed += done;
      if (done < CHUNK) break;
    }
  }
  return { completed };
}
