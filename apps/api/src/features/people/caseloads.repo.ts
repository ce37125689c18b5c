// The rows of who works with whom, from a day to a day.

import type { Tx } from '@support-market/db/pool';
import type { PersonState } from '@support-market/domain/people/person-states';
import { sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';

export interface Practitioner {
  readonly accountId: string;
  readonly name: string;
  /** On their caseload today. */
  readonly people: number;
}

/** Every practitioner of the council by name, with how many people each works with today. */
export async function listPractitioners(tx: Tx, councilId: string, today: Temporal.PlainDate): Promise<Practitioner[]> {
  const { rows } = await sql<Practitioner>`
    select account.id as "accountId", account.name, (select count(distinct caseload.person_id)::int from caseloads as caseload
             where caseload.council_id = ${councilId} and caseload.account_id = account.id and caseload.from_date <= ${today}
               and coalesce(caseload.until_date, ${today}) >= ${today}) as people
      from accounts as account
     where account.closed_at is null and exists (select from memberships as membership where membership.council_id = ${councilId}
             and membership.account_id = account.id and membership.role = 'practitioner' and membership.ended_at is null)
     order by account.name, account.id`.execute(tx);
  return rows;
}

/** Entries that are not over, by person and id, one more than `limit`; of one practitioner where one is named. */
export async function listCaseloads(
  tx: Tx,
  councilId: string,
  query: {
    readonly accountId: string | undefined;
    readonly today: Temporal.PlainDate;
    readonly after: readonly string[] | null;
    readonly limit: number;
  },
) {
  return tx
    .selectFrom('caseloads')
    .innerJoin('people', (join) =>
      join.onRef('people.council_id', '=', 'caseloads.council_id').onRef('people.id', '=', 'caseloads.person_id'),
    )
    .innerJoin('accounts', 'accounts.id', 'caseloads.account_id')
    .select([
      'caseloads.id',
      'caseloads.account_id as accountId',
      'accounts.name as practitionerName',
      'people.id as personId',
      'people.full_name as personName',
      'people.reference',
      'caseloads.from_date as fromDate',
      'caseloads.until_date as untilDate',
    ])
    .where('caseloads.council_id', '=', councilId)
    .where('people.council_id', '=', councilId)
    .where(sql<boolean>`coalesce(caseloads.until_date, ${query.today}) >= ${query.today}`)
    .$if(query.accountId !== undefined, (rows) => rows.where('caseloads.account_id', '=', query.accountId ?? ''))
    .$if(query.after !== null, (rows) =>
      rows.where(
        sql<boolean>`(people.full_name, caseloads.id) > (${query.after?.[0] ?? ''}, ${query.after?.[1] ?? ''})`,
      ),
    )
    .orderBy('people.full_name')
    .orderBy('caseloads.id')
    .limit(query.limit + 1)
    .execute();
}

/**
 * A person of the council, by id or by the council's reference; those who made their own account are on no caseload. Until
 * the transaction ends, no one can say that they leave.
 */
export async function findForCaseload(
  tx: Tx,
  councilId: string,
  by: { readonly personId?: string | undefined; readonly personReference?: string | undefined },
) {
  return tx
    .selectFrom('people')
    .select(['id', 'full_name as name', sql<PersonState>`state`.as('state'), 'last_day as lastDay'])
    .where('council_id', '=', councilId)
    .where('origin', '=', 'council')
    .where('state', '<>', 'taken-back')
    .where(by.personId === undefined ? 'reference' : 'id', '=', by.personId ?? by.personReference ?? '')
    .forShare()
    .executeTakeFirst();
}

export interface CaseloadRow {
  readonly id: string;
  readonly accountId: string;
  readonly personId: string;
  readonly fromDate: Temporal.PlainDate;
  readonly untilDate: Temporal.PlainDate | null;
}

export async function insertCaseload(tx: Tx, councilId: string, row: CaseloadRow, madeBy: string): Promise<void> {
  await tx
    .insertInto('caseloads')
    .values({
      ...{ council_id: councilId, id: row.id, account_id: row.accountId, person_id: row.personId },
      ...{ from_date: row.fromDate, until_date: row.untilDate, made_by: madeBy },
    })
    .execute();
}

const COLUMNS = [
  'id',
  'account_id as accountId',
  'person_id as personId',
  'from_date as fromDate',
  'until_date as untilDate',
] as const;

/** One entry, locked until the transaction ends. */
export async function lockCaseload(tx: Tx, councilId: string, id: string): Promise<CaseloadRow | undefined> {
  return tx
    .selectFrom('caseloads')
    .select(COLUMNS)
    .where('council_id', '=', councilId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

/** Every entry of some people, locked until the transaction ends. */
export function lockCaseloadsOf(tx: Tx, councilId: string, personIds: readonly string[]): Promise<CaseloadRow[]> {
  if (personIds.length === 0) return Promise.resolve([]);
  return tx
    .selectFrom('caseloads')
    .select(COLUMNS)
    .where('council_id', '=', councilId)
    .where('person_id', 'in', [...personIds])
    .orderBy('id')
    .forUpdate()
    .execute();
}

export async function setLastDay(tx: Tx, councilId: string, id: string, lastDay: Temporal.PlainDate): Promise<void> {
  await tx
    .updateTable('caseloads')
    .set({ until_date: lastDay })
    .where('council_id', '=', councilId)
    .where('id', '=', id)
    .execute();
}

/** Takes away an entry of which not one day has passed. */
export async function deleteCaseload(tx: Tx, councilId: string, id: string): Promise<void> {
  await tx.deleteFrom('caseloads').where('council_id', '=', councilId).where('id', '=', id).execute();
}
