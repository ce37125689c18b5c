// Lists the lines whose money an organisation holds for people, with each purse.

import type { Tx } from '@support-market/db/pool';
import type { Arrangement } from '@support-market/domain/budgets/arrangements';
import type { Pence } from '@support-market/domain/shared/money';
import { sql } from 'kysely';

/** One page (and one row more) of the lines held by these organisations, by the person's name. */
export async function listHeldLines(
  tx: Tx,
  councilId: string,
  organisationIds: readonly string[],
  query: { readonly after: readonly string[] | null; readonly limit: number },
) {
  if (organisationIds.length === 0) return [];
  const rows = await tx
    .selectFrom('budget_lines')
    .innerJoin('people', (join) =>
      join.on('people.council_id', '=', councilId).onRef('people.id', '=', 'budget_lines.person_id'),
    )
    .innerJoin('ledger_accounts as account', (join) =>
      join
        .on('account.council_id', '=', councilId)
        .onRef('account.line_id', '=', 'budget_lines.id')
        .on('account.purpose', '=', 'line'),
    )
    .leftJoin('ledger_accounts as purse', (join) =>
      join
        .on('purse.council_id', '=', councilId)
        .onRef('purse.line_id', '=', 'budget_lines.id')
        .on('purse.purpose', '=', 'purse'),
    )
    .select([
      'budget_lines.id',
      'budget_lines.name',
      'budget_lines.arrangement',
      'budget_lines.holder_organisation_id',
      'budget_lines.person_id',
      'budget_lines.state',
      'budget_lines.ends_on',
      'budget_lines.weekly_pence',
      'people.full_name as person_name',
      'account.debits_pending as spoken_for',
      'account.available as left',
      'purse.debits_posted as purse_in',
      'purse.credits_posted as purse_out',
    ])
    .where('budget_lines.council_id', '=', councilId)
    .where('budget_lines.holder_organisation_id', 'in', [...organisationIds])
    .$if(query.after !== null, (lines) =>
      lines.where(
        sql<boolean>`(people.full_name, budget_lines.id) > (${query.after?.[0] ?? ''}, ${query.after?.[1] ?? ''})`,
      ),
    )
    .orderBy('people.full_name')
    .orderBy('budget_lines.id')
    .limit(query.limit + 1)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    arrangement: row.arrangement as Arrangement,
    organisationId: row.holder_organisation_id ?? '',
    personId: row.person_id,
    personName: row.person_name,
    state: row.state,
    endsOn: row.ends_on,
    weeklyPence: row.weekly_pence as Pence | null,
    spokenForPence: row.spoken_for as Pence,
    awardLeftPence: (row.left ?? 0n) as Pence,
    inPence: (row.purse_in ?? 0n) as Pence,
    outPence: (row.purse_out ?? 0n) as Pence,
  }));
}
