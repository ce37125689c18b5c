// Rows of budget lines as they are opened and changed by an import.

import type { Tx } from '@support-market/db/pool';
import type { Arrangement } from '@support-market/domain/budgets/arrangements';
import type { LineTerms } from '@support-market/domain/budgets/awards';
import type { BudgetLineState } from '@support-market/domain/budgets/budget-line-states';
import type { Stream } from '@support-market/domain/budgets/streams';
import type { FunderKind, LineFunder } from '@support-market/domain/funders/funder-kinds';
import { startState } from '@support-market/domain/shared/machines';
import type { Pence } from '@support-market/domain/shared/money';
import { sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';

export interface NewLine extends LineTerms {
  readonly budgetId: string;
  readonly personId: string;
  /** Whose money it is; the funder of its kind of money when left out. */
  readonly funderId?: string | undefined;
  /** The council's own reference, unique within the budget. */
  readonly reference: string;
  /** As the person reads it: "Social care". */
  readonly name: string;
  /** What is paid in a week, net of contribution; null where nothing is paid in advance. */
  readonly weeklyPence: Pence | null;
  /** Digest of the row as it came; the same digest again is left alone. */
  readonly sourceHash: string;
  /** Where a person or representative is paid, for direct payments. Digits alone. */
}

export interface KeptLine {
  readonly id: string;
  readonly budgetId: string;
  readonly reference: string;
  readonly stream: Stream;
  readonly arrangement: Arrangement;
  readonly funderId: string;
  readonly awardPence: Pence;
  readonly sourceHash: string | null;
  readonly state: BudgetLineState;
  /** How many awards the ledger already has for it. */
  readonly awards: number;
}

/** Locks the budgets (in id order: no deadlock) and answers the lines they already have, and whose they are. */
export async function lockBudgets(
  tx: Tx,
  councilId: string,
  budgetIds: readonly string[],
): Promise<{ ownerOf: ReadonlyMap<string, string>; lines: readonly KeptLine[] }> {
  const budgets = await tx
    .selectFrom('budgets')
    .select(['id', 'person_id'])
    .where('council_id', '=', councilId)
    .where('id', 'in', [...budgetIds])
    .orderBy('id')
    .forUpdate()
    .execute();
  const rows = await tx
    .selectFrom('budget_lines')
    .select([
      'id',
      'budget_id',
      'reference',
      'funder_id',
      'stream',
      'arrangement',
      'award_pence',
      'source_hash',
      'state',
    ])
    .select(
      sql<number>`(select count(*)::int from ledger_transfers
        where ledger_transfers.council_id = ${councilId} and ledger_transfers.line_id = budget_lines.id
          and ledger_transfers.code = 'award')`.as('awards'),
    )
    .where('council_id', '=', councilId)
    .where('budget_id', 'in', [...budgetIds])
    .execute();
  return {
    ownerOf: new Map(budgets.map(({ id, person_id }) => [id, person_id])),
    lines: rows.map((row) => ({
      id: row.id,
      budgetId: row.budget_id,
      reference: row.reference,
      stream: row.stream as Stream,
      arrangement: row.arrangement as Arrangement,
      funderId: row.funder_id,
      awardPence: row.award_pence as Pence,
      sourceHash: row.source_hash,
      state: row.state as BudgetLineState,
      awards: row.awards,
    })),
  };
}

/** For each of the lines that has one: its last visit that is still to come or to be told of, and how many there are. */
export async function lastPlanned(
  tx: Tx,
  councilId: string,
  lineIds: readonly string[],
): Promise<ReadonlyMap<string, { readonly lastDate: Temporal.PlainDate; readonly visits: number }>> {
  if (lineIds.length === 0) return new Map();
  const rows = await tx
    .selectFrom('visit_shares as share')
    .innerJoin('visits as visit', (join) =>
      join.on('visit.council_id', '=', councilId).onRef('visit.id', '=', 'share.visit_id'),
    )
    .select([
      'share.line_id',
      sql<Temporal.PlainDate>`max(visit.service_date)`.as('last'),
      sql<number>`count(*)::int`.as('visits'),
    ])
    .where('share.council_id', '=', councilId)
    .where('visit.council_id', '=', councilId)
    .where('share.line_id', 'in', [...lineIds])
    .where('visit.state', '=', 'planned')
    .groupBy('share.line_id')
    .execute();
  return new Map(rows.map(({ line_id, last, visits }) => [line_id, { lastDate: last, visits }]));
}

/** What lines were awarded, and by whom, locked in the order of their ids. */
export async function lockLines(
  tx: Tx,
  councilId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, { readonly awardPence: Pence; readonly funderId: string }>> {
  const rows = await tx
    .selectFrom('budget_lines')
    .select(['id', 'award_pence', 'funder_id'])
    .where('council_id', '=', councilId)
    .where('id', 'in', [...ids])
    .orderBy('id')
    .forUpdate()
    .execute();
  return new Map(rows.map((row) => [row.id, { awardPence: row.award_pence as Pence, funderId: row.funder_id }]));
}

/** Every funder of a council, by id, and the one that each kind of money comes from. */
export async function lineFunders(
  tx: Tx,
  councilId: string,
): Promise<{ byId: ReadonlyMap<string, LineFunder>; ofStream: ReadonlyMap<Stream, LineFunder> }> {
  const funders = await tx.selectFrom('funders').select(['id', 'kind']).where('council_id', '=', councilId).execute();
  const streams = await tx
    .selectFrom('funder_streams')
    .select(['stream', 'funder_id'])
    .where('council_id', '=', councilId)
    .execute();
  const byId = new Map(funders.map(({ id, kind }) => [id, { id, kind: kind as FunderKind }]));
  const ofStream = new Map(
    streams.flatMap(({ stream, funder_id }) => {
      const funder = byId.get(funder_id);
      return funder ? [[stream as Stream, funder] as const] : [];
    }),
  );
  return { byId, ofStream };
}

function rowOf(line: NewLine) {
  return {
    name: line.name,
    holder_organisation_id: line.holderOrganisationId,
    holder_name: line.holderName,
    starts_on: line.startsOn,
    ends_on: line.endsOn,
    award_pence: line.awardPence,
    weekly_pence: line.weeklyPence,
    source_hash: line.sourceHash,
  };
}

export async function insertLines(
  tx: Tx,
  councilId: string,
  lines: readonly { readonly id: string; readonly line: NewLine; readonly funderId: string }[],
): Promise<void> {
  if (lines.length === 0) return;
  await tx
    .insertInto('budget_lines')
    .values(
      lines.map(({ id, line, funderId }) => ({
        council_id: councilId,
        id,
        funder_id: funderId,
        budget_id: line.budgetId,
        person_id: line.personId,
        reference: line.reference,
        stream: line.stream,
        arrangement: line.arrangement,
        state: startState('budget_lines', 'open'),
        ...rowOf(line),
      })),
    )
    .execute();
}

export async function updateLine(tx: Tx, councilId: string, id: string, line: NewLine): Promise<void> {
  await tx
    .updateTable('budget_lines')
    .set(rowOf(line))
    .where('council_id', '=', councilId)
    .where('id', '=', id)
    .execute();
}
