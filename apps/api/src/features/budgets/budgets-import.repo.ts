// Takes budgets in, many at a time: one a person and first day, and the same row again changes nothing.

import type { Tx } from '@support-market/db/pool';
import type { Pence } from '@support-market/domain/shared/money';
import { sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';

export interface NewBudget {
  readonly personId: string;
  readonly startsOn: Temporal.PlainDate;
  readonly endsOn: Temporal.PlainDate;
  /** The cost of meeting the needs: always the sum of the two below. */
  readonly costPence: Pence;
  readonly contributionPence: Pence;
  readonly councilPence: Pence;
}

export interface SavedBudget {
  readonly personId: string;
  readonly startsOn: Temporal.PlainDate;
  readonly budgetId: string;
  readonly outcome: 'created' | 'changed' | 'unchanged';
}

/** Leaves budgets with nothing in them, because the import that made them was undone. */
export async function emptyBudgets(tx: Tx, councilId: string, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .updateTable('budgets')
    .set({ cost_pence: 0n, contribution_pence: 0n, council_pence: 0n })
    .where('council_id', '=', councilId)
    .where('id', 'in', [...ids])
    .execute();
}

/** Inserts or updates budgets whose person and first day differ. `ids` has a fresh id for each. */
export async function saveBudgets(
  tx: Tx,
  councilId: string,
  budgets: readonly NewBudget[],
  ids: readonly string[],
): Promise<SavedBudget[]> {
  const written = await tx
    .insertInto('budgets')
    .values(
      budgets.map((budget, index) => ({
        council_id: councilId,
        id: ids[index] ?? '',
        person_id: budget.personId,
        starts_on: budget.startsOn,
        ends_on: budget.endsOn,
        cost_pence: budget.costPence,
        contribution_pence: budget.contributionPence,
        council_pence: budget.councilPence,
      })),
    )
    .onConflict((conflict) =>
      conflict
        .columns(['council_id', 'person_id', 'starts_on'])
        .doUpdateSet(({ ref }) => ({
          ends_on: ref('excluded.ends_on'),
          cost_pence: ref('excluded.cost_pence'),
          contribution_pence: ref('excluded.contribution_pence'),
          council_pence: ref('excluded.council_pence'),
        }))
        .where(
          sql<boolean>`(budgets.ends_on, budgets.cost_pence, budgets.contribution_pence)
            is distinct from (excluded.ends_on, excluded.cost_pence, excluded.contribution_pence)`,
        ),
    )
    .returning(['id', 'person_id', 'starts_on'])
    .execute();
  const keyOf = (personId: string, startsOn: Temporal.PlainDate) => `${personId} ${startsOn}`;
  const fresh = new Set(ids);
  const outcomes = new Map<string, SavedBudget>();
  for (const { id, person_id, starts_on } of written) {
    const outcome = fresh.has(id) ? 'created' : 'changed';
    outcomes.set(keyOf(person_id, starts_on), { personId: person_id, startsOn: starts_on, budgetId: id, outcome });
  }
  const rest = budgets.filter(({ personId, startsOn }) => !outcomes.has(keyOf(personId, startsOn)));
  if (rest.length > 0) {
    const unchanged = await tx
      .selectFrom('budgets')
      .select(['id', 'person_id', 'starts_on'])
      .where('council_id', '=', councilId)
      .where('person_id', 'in', [...new Set(rest.map(({ personId }) => personId))])
      .execute();
    for (const { id, person_id, starts_on } of unchanged) {
      const key = keyOf(person_id, starts_on);
      if (outcomes.has(key)) continue;
      outcomes.set(key, { personId: person_id, startsOn: starts_on, budgetId: id, outcome: 'unchanged' });
    }
  }
  return budgets.flatMap(({ personId, startsOn }) => outcomes.get(keyOf(personId, startsOn)) ?? []);
}
