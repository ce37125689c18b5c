// A line of money is closed some weeks after its last day, when nothing is left to be paid from it: then no page offers it
// and no file changes it by mistake.

import { inTransaction } from '@support-market/db/transaction';
import { LINE_STAYS_OPEN_DAYS } from '@support-market/domain/budgets/budget-line-states';
import { systemActor } from '../../platform/audit.repo.ts';
import type { AppContext } from '../../platform/context.ts';
import { listCouncilIds } from '../../platform/council-ids.repo.ts';
import { step } from '../../platform/transitions.repo.ts';
import { lockOverLines } from './close-lines.repo.ts';

const CHUNK = 1_000;

/** Closes every such line of every council. Answers how many. */
export async function closeLines({ db, clock }: Pick<AppContext, 'db' | 'clock'>): Promise<{ closed: number }> {
  let closed = 0;
  for (const councilId of await listCouncilIds(db)) {
    const actor = systemActor(councilId, 'close-budget-lines');
    const before = clock.today().subtract({ days: LINE_STAYS_OPEN_DAYS });
    for (;;) {
      const done = await inTransaction(db, councilId, async (tx) => {
        const lines = await lockOverLines(tx, councilId, before, CHUNK);
        await step({ tx, clock, actor }, 'budget_lines', 'close', lines, { audit: ({ personId }) => ({ personId }) });
        return lines.length;
      });
      closed += done;
      if (done < CHUNK) break;
    }
  }
  return { closed };
}
