// Reads budgets and their lines with what the ledger says is spent, spoken for and left.

import type { Tx } from '@support-market/db/pool';
import { inReach } from '@support-market/db/scope';
import type { Reach } from '@support-market/domain/access/permissions';
import type { Viewer } from '@support-market/domain/access/roles';
import type { Arrangement } from '@support-market/domain/budgets/arrangements';
import type { Stream } from '@support-market/domain/budgets/streams';
import type { Pence } from '@support-market/domain/shared/money';
import { sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';
import { creditedBack } from '../../ports/ledger/ledger.repo.ts';

export interface Asker {
  readonly viewer: Viewer;
  readonly reach: Reach;
  readonly today: Temporal.PlainDate;
}

/** A person by id, no matter who asks, and whether the whole of their money is within reach. */
export async function findOwner(tx: Tx, { viewer, reach, today }: Asker, personId: string) {
  return tx
    .selectFrom('people')
    .select(['people.id', 'people.full_name as name'])
    .select(sql<boolean>`people.origin = 'self-made'`.as('selfFunded'))
    .select(inReach(reach, viewer.accountId, today, { councilId: viewer.councilId, person: 'people.id' }).as('whole'))
    .where('people.council_id', '=', viewer.councilId)
    .where('people.id', '=', personId)
    .executeTakeFirst();
}

export async function listBudgets(tx: Tx, councilId: string, personId: string) {
  const rows = await tx
    .selectFrom('budgets')
    .select(['id', 'starts_on', 'ends_on', 'cost_pence', 'contribution_pence', 'council_pence'])
    .where('council_id', '=', councilId)
    .where('person_id', '=', personId)
    .orderBy('starts_on', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    costPence: row.cost_pence as Pence,
    contributionPence: row.contribution_pence as Pence,
    councilPence: row.council_pence as Pence,
  }));
}

/** The lines of a person within reach, oldest first, with their figures. */
export async function listMoneyLines(tx: Tx, { viewer, reach, today }: Asker, personId: string) {
  const credited = creditedBack(viewer.councilId, 'budget_lines.id');
  const rows = await tx
    .selectFrom('budget_lines')
    .leftJoin('ledger_accounts as account', (join) =>
      join
        .on('account.council_id', '=', viewer.councilId)
        .onRef('account.line_id', '=', 'budget_lines.id')
        .on('account.purpose', '=', 'line'),
    )
    .leftJoin('ledger_accounts as purse', (join) =>
      join
        .on('purse.council_id', '=', viewer.councilId)
        .onRef('purse.line_id', '=', 'budget_lines.id')
        .on('purse.purpose', '=', 'purse'),
    )
    // card money that was taken back again neither came nor was spent
    .leftJoin(
      (query) =>
        query
          .selectFrom('card_returns')
          .select([
            'line_id',
            sql<bigint>`sum(from_line_pence)::bigint`.as('back'),
            sql<bigint>`sum(owed_pence)::bigint`.as('owed'),
          ])
          .where('council_id', '=', viewer.councilId)
          .groupBy('line_id')
          .as('taken'),
      (join) => join.onRef('taken.line_id', '=', 'budget_lines.id'),
    )
    .leftJoin('organisations', 'organisations.id', 'budget_lines.holder_organisation_id')
    .select([
      'budget_lines.id',
      'budget_lines.budget_id',
      'budget_lines.reference',
      'budget_lines.name',
      'budget_lines.stream',
      'budget_lines.arrangement',
      'budget_lines.holder_name',
      'budget_lines.state',
      'budget_lines.starts_on',
      'budget_lines.ends_on',
      'budget_lines.weekly_pence',
      'organisations.name as organisation_name',
      sql<bigint>`account.credits_posted - budget_lines.lowered_pence - coalesce(taken.back, 0) - ${credited}`.as(
        'awarded',
      ),
      sql<bigint>`account.debits_posted - budget_lines.lowered_pence - coalesce(taken.back, 0) - ${credited}`.as(
        'spent',
      ),
      sql<bigint>`coalesce(taken.owed, 0)`.as('owed'),
      'account.debits_pending as spoken_for',
      'purse.id as purse_id',
      'purse.debits_posted as purse_in',
      'purse.credits_posted as purse_out',
    ])
    .where('budget_lines.council_id', '=', viewer.councilId)
    .where('budget_lines.person_id', '=', personId)
    .where(
      inReach(reach, viewer.accountId, today, {
        councilId: viewer.councilId,
        person: 'budget_lines.person_id',
        organisation: 'budget_lines.holder_organisation_id',
      }),
    )
    .orderBy('budget_lines.starts_on')
    .orderBy('budget_lines.id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    budgetId: row.budget_id,
    reference: row.reference,
    name: row.name,
    stream: row.stream as Stream,
    arrangement: row.arrangement as Arrangement,
    holderName: row.organisation_name ?? row.holder_name,
    state: row.state,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    weeklyPence: row.weekly_pence as Pence | null,
    awardedPence: (row.awarded ?? 0n) as Pence,
    spentPence: (row.spent ?? 0n) as Pence,
    spokenForPence: (row.spoken_for ?? 0n) as Pence,
    owedPence: row.owed as Pence,
    purse:
      row.purse_id === null
        ? null
        : { inPence: (row.purse_in ?? 0n) as Pence, outPence: (row.purse_out ?? 0n) as Pence },
  }));
}

/** Whether the viewer may move this person's own money by card. */
export async function mayManageMoney(tx: Tx, { viewer, reach, today }: Asker, personId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('people')
    .select('people.id')
    .where('people.council_id', '=', viewer.councilId)
    .where('people.id', '=', personId)
    .where(
      inReach(reach, viewer.accountId, today, { councilId: viewer.councilId, person: 'people.id' }, 'manage-money'),
    )
    .executeTakeFirst();
  return row !== undefined;
}

/** Every open line within reach that runs today, with what decides its build-up. */
export async function listRunningLines(tx: Tx, { viewer, reach, today }: Asker) {
  const credited = creditedBack(viewer.councilId, 'budget_lines.id');
  const rows = await tx
    .selectFrom('budget_lines')
    .innerJoin('people', (join) =>
      join.on('people.council_id', '=', viewer.councilId).onRef('people.id', '=', 'budget_lines.person_id'),
    )
    .innerJoin('ledger_accounts as account', (join) =>
      join
        .on('account.council_id', '=', viewer.councilId)
        .onRef('account.line_id', '=', 'budget_lines.id')
        .on('account.purpose', '=', 'line'),
    )
    .leftJoin('ledger_accounts as purse', (join) =>
      join
        .on('purse.council_id', '=', viewer.councilId)
        .onRef('purse.line_id', '=', 'budget_lines.id')
        .on('purse.purpose', '=', 'purse'),
    )
    .select([
      'budget_lines.id',
      'budget_lines.name',
      'budget_lines.arrangement',
      'budget_lines.starts_on',
      'budget_lines.ends_on',
      'budget_lines.weekly_pence',
      'people.id as person_id',
      'people.reference',
      'people.full_name as person_name',
      sql<bigint>`account.credits_posted - budget_lines.lowered_pence - ${credited}`.as('awarded'),
      sql<bigint>`account.debits_posted - budget_lines.lowered_pence - ${credited}`.as('spent'),
      'account.debits_pending as spoken_for',
      'purse.available as held',
    ])
    .where('budget_lines.council_id', '=', viewer.councilId)
    .where('budget_lines.state', '=', 'open')
    .where('budget_lines.stream', 'not in', ['own-money', 'family'])
    .where(sql<boolean>`${today} between budget_lines.starts_on and budget_lines.ends_on`)
    .where(
      inReach(reach, viewer.accountId, today, {
        councilId: viewer.councilId,
        person: 'budget_lines.person_id',
      }),
    )
    .execute();
  return rows.map((row) => ({
    lineId: row.id,
    lineName: row.name,
    arrangement: row.arrangement,
    personId: row.person_id,
    personName: row.person_name,
    reference: row.reference,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    weeklyPence: row.weekly_pence as Pence | null,
    awardedPence: row.awarded as Pence,
    spentPence: row.spent as Pence,
    spokenForPence: row.spoken_for as Pence,
    heldPence: row.held as Pence | null,
  }));
}
