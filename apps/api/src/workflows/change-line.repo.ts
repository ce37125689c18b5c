// A line of money with all that decides whether it may become shorter or less.

import type { Tx } from '@support-market/db/pool';
import { inReach } from '@support-market/db/scope';
import type { Reach } from '@support-market/domain/access/permissions';
import type { Viewer } from '@support-market/domain/access/roles';
import type { Pence } from '@support-market/domain/shared/money';
import { sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';
import { creditedBack } from '../ports/ledger/ledger.repo.ts';

export interface ChangeableLine {
  readonly id: string;
  readonly name: string;
  readonly personId: string;
  readonly personName: string;
  readonly funderId: string;
  /** The person's own money: its award is not the council's to change. */
  readonly own: boolean;
  readonly startsOn: Temporal.PlainDate;
  readonly endsOn: Temporal.PlainDate;
  readonly budgetEndsOn: Temporal.PlainDate;
  readonly awardPence: Pence;
  readonly spentPence: Pence;
  readonly reservedPence: Pence;
  /** How many awards and lowerings the ledger has for it. */
  readonly awards: number;
  readonly lowerings: number;
}

/** An open line within reach, locked together with its account, so that no order is placed on it meanwhile. */
export async function lockLine(
  tx: Tx,
  asker: { readonly viewer: Viewer; readonly reach: Reach; readonly today: Temporal.PlainDate },
  id: string,
): Promise<ChangeableLine | undefined> {
  const { councilId, accountId } = asker.viewer;
  const line = await tx
    .selectFrom('budget_lines as line')
    .innerJoin('people as person', (join) =>
      join.on('person.council_id', '=', councilId).onRef('person.id', '=', 'line.person_id'),
    )
    .innerJoin('budgets as budget', (join) =>
      join.on('budget.council_id', '=', councilId).onRef('budget.id', '=', 'line.budget_id'),
    )
    .select([
      'line.id',
      'line.name',
      'line.person_id as personId',
      'person.full_name as personName',
      'line.funder_id as funderId',
      sql<boolean>`line.arrangement = 'own'`.as('own'),
      'line.starts_on as startsOn',
      'line.ends_on as endsOn',
      'budget.ends_on as budgetEndsOn',
      'line.award_pence as awardPence',
      'line.lowered_pence',
      creditedBack(councilId, 'line.id').as('credited'),
      sql<number>`(select count(*)::int from ledger_transfers as transfer where transfer.council_id = ${councilId}
        and transfer.line_id = line.id and transfer.code = 'award')`.as('awards'),
      sql<number>`(select count(*)::int from ledger_transfers as transfer where transfer.council_id = ${councilId}
        and transfer.line_id = line.id and transfer.code = 'award-lowered')`.as('lowerings'),
    ])
    .where('line.council_id', '=', councilId)
    .where('line.id', '=', id)
    .where('line.state', '=', 'open')
    .where(inReach(asker.reach, accountId, asker.today, { councilId, person: 'line.person_id' }))
    .forUpdate('line')
    .executeTakeFirst();
  if (!line) return undefined;
  const account = await tx
    .selectFrom('ledger_accounts')
    .select(['debits_posted', 'debits_pending'])
    .where('council_id', '=', councilId)
    .where('id', '=', `line:${id}`)
    .executeTakeFirst();
  const { lowered_pence: lowered, credited, ...rest } = line;
  return {
    ...rest,
    awardPence: line.awardPence as Pence,
    spentPence: ((account?.debits_posted ?? 0n) - lowered - credited) as Pence,
    reservedPence: (account?.debits_pending ?? 0n) as Pence,
  };
}

/** What a line set aside for each of some visits. */
export async function sharesOfLine(
  tx: Tx,
  councilId: string,
  lineId: string,
  visitIds: readonly string[],
): Promise<ReadonlyMap<string, Pence>> {
  if (visitIds.length === 0) return new Map();
  const rows = await tx
    .selectFrom('visit_shares')
    .select(['visit_id', 'planned_pence'])
    .where('council_id', '=', councilId)
    .where('line_id', '=', lineId)
    .where('visit_id', 'in', [...visitIds])
    .execute();
  return new Map(rows.map((row) => [row.visit_id, row.planned_pence as Pence]));
}

export async function saveLine(
  tx: Tx,
  councilId: string,
  id: string,
  change: { readonly endsOn: Temporal.PlainDate; readonly awardPence: Pence; readonly loweredPence: Pence },
): Promise<void> {
  await tx
    .updateTable('budget_lines')
    .set({
      ends_on: change.endsOn,
      award_pence: change.awardPence,
      lowered_pence: sql`lowered_pence + ${change.loweredPence}`,
    })
    .where('council_id', '=', councilId)
    .where('id', '=', id)
    .execute();
}
