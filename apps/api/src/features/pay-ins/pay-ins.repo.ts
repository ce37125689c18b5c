// Rows of money due to the holder of a line. One row a line and first day: scheduling twice adds nothing.

import type { Db, Tx } from '@support-market/db/pool';
import { inReach } from '@support-market/db/scope';
import type { Reach } from '@support-market/domain/access/permissions';
import type { Viewer } from '@support-market/domain/access/roles';
import type { TakenDays } from '@support-market/domain/budgets/pay-in-schedule';
import { startState } from '@support-market/domain/shared/machines';
import type { Pence } from '@support-market/domain/shared/money';
import { sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';

export async function listCouncilIds(db: Db): Promise<string[]> {
  const rows = await db.selectFrom('councils').select('id').orderBy('id').execute();
  return rows.map(({ id }) => id);
}

export interface PayableLine {
  readonly lineId: string;
  readonly startsOn: Temporal.PlainDate;
  readonly endsOn: Temporal.PlainDate;
  readonly weeklyPence: Pence;
  readonly awardPence: Pence;
  /** When its first award was recorded; null while there is none. */
  readonly knownAt: Temporal.Instant | null;
  readonly scheduledPence: Pence;
  /** Its pay-ins by their first day. */
  readonly taken: readonly TakenDays[];
}

/**
 * Up to `limit` open lines after `afterId` in which money is held for the person and that begin by `latest`, locked so
 * that two who schedule at once see each other's rows and no line becomes shorter or less meanwhile. Somebody who will
 * leave on a later day is paid for up to that day.
 */
export async function lockPayableLines(
  tx: Tx,
  councilId: string,
  query: {
    readonly today: Temporal.PlainDate;
    readonly latest: Temporal.PlainDate;
    readonly afterId: string;
    readonly limit: number;
  },
): Promise<PayableLine[]> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`pay-ins:${councilId}`}, 0))`.execute(tx);
  const lines = await tx
    .selectFrom('budget_lines')
    .innerJoin('people as person', (join) =>
      join.on('person.council_id', '=', councilId).onRef('person.id', '=', 'budget_lines.person_id'),
    )
    .select([
      'budget_lines.id as lineId',
      'budget_lines.starts_on as startsOn',
      'budget_lines.weekly_pence',
      'budget_lines.award_pence',
      sql<Temporal.PlainDate>`least(budget_lines.ends_on, person.last_day)`.as('endsOn'),
    ])
    .where('budget_lines.council_id', '=', councilId)
    .where('budget_lines.state', '=', 'open')
    .where(
      sql<boolean>`(person.state = 'active' or person.state in ('moved-away', 'left') and person.last_day >= ${query.today})`,
    )
    .where('budget_lines.arrangement', 'not in', ['council-managed', 'own'])
    .where('budget_lines.weekly_pence', '>', 0n)
    .where('budget_lines.starts_on', '<=', query.latest)
    .where('budget_lines.id', '>', query.afterId)
    .orderBy('budget_lines.id')
    .limit(query.limit)
    .forShare(['budget_lines', 'person'])
    .execute();
  // Read once the lines are locked: what changed a line has changed its pay-ins too.
  const { rows: facts } = await sql<Pick<PayableLine, 'lineId' | 'knownAt' | 'scheduledPence'>>`
    select line.id as "lineId",
           (select min(transfer.recorded_at) from ledger_transfers as transfer
             where transfer.council_id = ${councilId} and transfer.line_id = line.id and transfer.code = 'award') as "knownAt",
           (select coalesce(sum(pay_in.amount_pence), 0)::bigint from pay_ins as pay_in
             where pay_in.council_id = ${councilId} and pay_in.line_id = line.id and pay_in.state <> 'stopped') as "scheduledPence"
      from budget_lines as line where line.council_id = ${councilId} and line.id = any(${lines.map(({ lineId }) => lineId)}::text[])`.execute(
    tx,
  );
  const { rows: payIns } = await sql<TakenDays & { readonly lineId: string }>`
    select line_id as "lineId", from_date as "fromDate", to_date as "toDate", state = 'stopped' as stopped from pay_ins
     where council_id = ${councilId} and line_id = any(${lines.map(({ lineId }) => lineId)}::text[]) order by line_id, from_date`.execute(
    tx,
  );
  const takenBy = new Map<string, TakenDays[]>(lines.map(({ lineId }) => [lineId, []]));
  for (const { lineId, ...days } of payIns) takenBy.get(lineId)?.push(days);
  const factsOf = new Map(facts.map((fact) => [fact.lineId, fact]));
  return lines.flatMap(({ weekly_pence: weekly, award_pence: award, ...line }) => {
    const fact = factsOf.get(line.lineId);
    if (!fact) return [];
    const taken = takenBy.get(line.lineId) ?? [];
    return [{ ...line, ...fact, taken, weeklyPence: (weekly ?? 0n) as Pence, awardPence: award as Pence }];
  });
}

export interface NewPayIn {
  readonly id: string;
  readonly lineId: string;
  readonly fromDate: Temporal.PlainDate;
  readonly toDate: Temporal.PlainDate;
  readonly amountPence: Pence;
}

/** Answers the ids of those that were not there yet. */
export async function insertPayIns(
  tx: Tx,
  councilId: string,
  at: Temporal.Instant,
  payIns: readonly NewPayIn[],
): Promise<string[]> {
  if (payIns.length === 0) return [];
  const rows = await tx
    .insertInto('pay_ins')
    .values(
      payIns.map((payIn) => ({
        council_id: councilId,
        id: payIn.id,
        line_id: payIn.lineId,
        from_date: payIn.fromDate,
        to_date: payIn.toDate,
        amount_pence: payIn.amountPence,
        state: startState('pay_ins', 'schedule'),
        created_at: at,
      })),
    )
    .onConflict((conflict) => conflict.columns(['council_id', 'line_id', 'from_date']).doNothing())
    .returning('id')
    .execute();
  return rows.map(({ id }) => id);
}

/** One page (and one row more), the latest first day first. */
export async function listPayIns(
  tx: Tx,
  viewer: Viewer,
  reach: Reach,
  today: Temporal.PlainDate,
  query: { readonly state?: string; readonly after: readonly string[] | null; readonly limit: number },
) {
  const rows = await tx
    .selectFrom('pay_ins')
    .innerJoin('budget_lines', (join) =>
      join.on('budget_lines.council_id', '=', viewer.councilId).onRef('budget_lines.id', '=', 'pay_ins.line_id'),
    )
    .innerJoin('people', (join) =>
      join.on('people.council_id', '=', viewer.councilId).onRef('people.id', '=', 'budget_lines.person_id'),
    )
    .leftJoin('organisations', 'organisations.id', 'budget_lines.holder_organisation_id')
    .select([
      'pay_ins.id',
      'pay_ins.line_id as lineId',
      'budget_lines.name as lineName',
      'budget_lines.arrangement',
      'people.full_name as personName',
      sql<string | null>`coalesce(organisations.name, budget_lines.holder_name)`.as('holderName'),
      'pay_ins.from_date as fromDate',
      'pay_ins.to_date as toDate',
      'pay_ins.amount_pence as amountPence',
      'pay_ins.state',
    ])
    .where('pay_ins.council_id', '=', viewer.councilId)
    .where(
      inReach(reach, viewer.accountId, today, {
        councilId: viewer.councilId,
        organisation: 'budget_lines.holder_organisation_id',
      }),
    )
    .$if(query.state !== undefined, (payIns) => payIns.where('pay_ins.state', '=', query.state ?? ''))
    .$if(query.after !== null, (payIns) =>
      payIns.where(
        sql<boolean>`(pay_ins.from_date, pay_ins.id) < (${query.after?.[0] ?? ''}::date, ${query.after?.[1] ?? ''})`,
      ),
    )
    .orderBy('pay_ins.from_date', 'desc')
    .orderBy('pay_ins.id', 'desc')
    .limit(query.limit + 1)
    .execute();
  return rows.map((row) => ({ ...row, amountPence: row.amountPence as Pence }));
}
