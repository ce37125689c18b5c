// The write side of budgets: what imports and the demonstration council call, in their own transaction.

import type { Tx } from '@support-market/db/pool';
import { type Actor, recordAudit } from '../../platform/audit.repo.ts';
import { newId } from '../../platform/ids.ts';
import type { Clock } from '../../ports/clock/clock.ts';
import { type NewBudget, type SavedBudget, saveBudgets } from './budgets-import.repo.ts';

const BATCH = 1_000;

/**
 * Creates budgets, or updates those whose amounts or last day changed; answers one outcome a budget in the order given.
 * No money moves: that is for the lines. A person and first day may come once in one call (RangeError).
 */
export async function createBudgets(
  tx: Tx,
  clock: Clock,
  actor: Actor,
  budgets: readonly NewBudget[],
): Promise<SavedBudget[]> {
  if (new Set(budgets.map(({ personId, startsOn }) => `${personId} ${startsOn}`)).size < budgets.length) {
    throw new RangeError('two budgets in one call are for the same person and first day');
  }
  const saved: SavedBudget[] = [];
  for (let start = 0; start < budgets.length; start += BATCH) {
    const batch = budgets.slice(start, start + BATCH);
    const ids = batch.map(() => newId(clock, 'budget'));
    const outcomes = await saveBudgets(tx, actor.councilId, batch, ids);
    await recordAudit(
      tx,
      clock,
      actor,
      ...outcomes
        .filter(({ outcome }) => outcome !== 'unchanged')
        .map(({ budgetId, personId, outcome }) => ({
          event: `budget.${outcome}`,
          noun: 'budget',
          recordId: budgetId,
          personId,
        })),
    );
    saved.push(...outcomes);
  }
  return saved;
}
