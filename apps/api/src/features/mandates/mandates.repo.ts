// The only SQL about mandates as records: who may act for a person, with which lines and limits, and until when.

import type { Tx } from '@support-market/db/pool';
import { inReach } from '@support-market/db/scope';
import type { Reach } from '@support-market/domain/access/permissions';
import type { Viewer } from '@support-market/domain/access/roles';
import type { MandateState } from '@support-market/domain/mandates/mandate-states';
import type { PersonState } from '@support-market/domain/people/person-states';
import { startState } from '@support-market/domain/shared/machines';
import type { Pence } from '@support-market/domain/shared/money';
import { sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';

export interface Asker {
  readonly viewer: Viewer;
  readonly reach: Reach;
  readonly today: Temporal.PlainDate;
}

const within = ({ viewer, reach, today }: Asker, person: string) =>
  inReach(reach, viewer.accountId, today, { councilId: viewer.councilId, person });

const personQuery = (tx: Tx, asker: Asker, personId: string) =>
  tx
    .selectFrom('people')
    .select([
      'people.id',
      'people.full_name as name',
      sql<PersonState>`people.state`.as('state'),
      'people.last_day as lastDay',
    ])
    .where('people.council_id', '=', asker.viewer.councilId)
    .where('people.id', '=', personId)
    .where(within(asker, 'people.id'));

export const personInReach = (tx: Tx, asker: Asker, personId: string) =>
  personQuery(tx, asker, personId).executeTakeFirst();

/** The same, and until the transaction ends no one can say that they leave, or let somebody else act for them. */
export const holdPersonInReach = (tx: Tx, asker: Asker, personId: string) =>
  personQuery(tx, asker, personId).forNoKeyUpdate('people').executeTakeFirst();

const HOLDER = sql<string>`coalesce(organisations.name, accounts.name, '')`;

/** Every mandate of a person, those that run first. */
export async function mandatesOf(tx: Tx, councilId: string, personId: string) {
  const rows = await tx
    .selectFrom('mandates')
    .leftJoin('accounts', 'accounts.id', 'mandates.account_id')
    .leftJoin('organisations', 'organisations.id', 'mandates.organisation_id')
    .select([
      'mandates.id',
      sql<'representative' | 'broker'>`mandates.kind`.as('kind'),
      sql<MandateState>`mandates.state`.as('state'),
      HOLDER.as('holderName'),
      'mandates.may_order as mayOrder',
      'mandates.may_confirm as mayConfirm',
      'mandates.may_manage_money as mayManageMoney',
      sql<string[]>`case when mandates.all_lines then '{}' else array(select line.name from mandate_lines as covered
        join budget_lines as line on line.council_id = ${councilId} and line.id = covered.line_id
        where covered.council_id = ${councilId} and covered.mandate_id = mandates.id order by line.name) end`.as(
        'lines',
      ),
      'mandates.order_limit_pence as orderLimitPence',
      'mandates.month_limit_pence as monthLimitPence',
      'mandates.from_date as fromDate',
      'mandates.until_date as untilDate',
      'mandates.ended_at as endedAt',
    ])
    .where('mandates.council_id', '=', councilId)
    .where('mandates.person_id', '=', personId)
    .orderBy('mandates.state', 'desc')
    .orderBy('mandates.from_date', 'desc')
    .orderBy('mandates.id')
    .execute();
  return rows.map((row) => ({
    ...row,
    orderLimitPence: row.orderLimitPence as Pence | null,
    monthLimitPence: row.monthLimitPence as Pence | null,
  }));
}

/** An account of this council with the role of a representative, by its e-mail address or the name it signs in with. */
export async function findRepresentative(tx: Tx, councilId: string, holder: string) {
  return tx
    .selectFrom('accounts')
    .innerJoin('memberships', 'memberships.account_id', 'accounts.id')
    .select(['accounts.id', 'accounts.name'])
    .where('memberships.council_id', '=', councilId)
    .where('memberships.role', '=', 'representative')
    .where('memberships.ended_at', 'is', null)
    .where(
      sql<boolean>`(lower(accounts.email) = ${holder.toLowerCase()} or accounts.sign_in_name = ${holder.toLowerCase()})`,
    )
    .executeTakeFirst();
}

/** An organisation for which somebody is a broker in this council; all of them where none is named. */
export async function findBrokers(tx: Tx, councilId: string, id?: string) {
  return tx
    .selectFrom('organisations')
    .innerJoin('memberships', 'memberships.organisation_id', 'organisations.id')
    .select(['organisations.id', 'organisations.name'])
    .distinct()
    .where('memberships.council_id', '=', councilId)
    .where('memberships.role', '=', 'broker')
    .where('memberships.ended_at', 'is', null)
    .$if(id !== undefined, (brokers) => brokers.where('organisations.id', '=', id ?? ''))
    .orderBy('organisations.name')
    .execute();
}

/** A person's lines that a mandate could be for: open, and not over. */
export async function linesToChoose(tx: Tx, councilId: string, personId: string, today: Temporal.PlainDate) {
  return tx
    .selectFrom('budget_lines')
    .select(['id', 'name', 'ends_on as endsOn'])
    .where('council_id', '=', councilId)
    .where('person_id', '=', personId)
    .where('state', '=', 'open')
    .where('ends_on', '>=', today)
    .orderBy('name')
    .orderBy('id')
    .execute();
}

/** A person's lines among some. */
export async function ownLines(tx: Tx, councilId: string, personId: string, lineIds: readonly string[]) {
  if (lineIds.length === 0) return [];
  const rows = await tx
    .selectFrom('budget_lines')
    .select('id')
    .where('council_id', '=', councilId)
    .where('person_id', '=', personId)
    .where('id', 'in', [...lineIds])
    .execute();
  return rows.map(({ id }) => id);
}

export interface NewMandate {
  readonly id: string;
  readonly personId: string;
  readonly kind: 'representative' | 'broker';
  /** A representative is an account, a broker an organisation. */
  readonly accountId: string | null;
  readonly organisationId: string | null;
  readonly mayOrder: boolean;
  readonly mayConfirm: boolean;
  readonly mayManageMoney: boolean;
  /** null: all lines. */
  readonly lineIds: readonly string[] | null;
  readonly orderLimitPence: bigint | null;
  readonly monthLimitPence: bigint | null;
  readonly fromDate: Temporal.PlainDate;
  readonly untilDate: Temporal.PlainDate;
}

/** Whether the same one may already do the same for the person on the same days: a press that came twice. */
export async function hasSameMandate(tx: Tx, councilId: string, mandate: NewMandate): Promise<boolean> {
  const { rows } = await sql`
    select from mandates as mandate
     where mandate.council_id = ${councilId} and mandate.person_id = ${mandate.personId} and mandate.state = 'running'
       and mandate.account_id is not distinct from ${mandate.accountId}::text
       and mandate.organisation_id is not distinct from ${mandate.organisationId}::text
       and mandate.may_order = ${mandate.mayOrder} and mandate.may_confirm = ${mandate.mayConfirm}
       and mandate.may_manage_money = ${mandate.mayManageMoney} and mandate.all_lines = ${mandate.lineIds === null}
       and mandate.order_limit_pence is not distinct from ${mandate.orderLimitPence}::bigint
       and mandate.month_limit_pence is not distinct from ${mandate.monthLimitPence}::bigint
       and mandate.from_date = ${mandate.fromDate} and mandate.until_date = ${mandate.untilDate}
       and array(select covered.line_id from mandate_lines as covered where covered.council_id = ${councilId} and covered.mandate_id = mandate.id
                  order by covered.line_id collate "C") = ${[...(mandate.lineIds ?? [])].sort()}::text[]
     limit 1`.execute(tx);
  return rows.length > 0;
}

export async function insertMandate(
  tx: Tx,
  councilId: string,
  by: { readonly accountId: string; readonly at: Temporal.Instant },
  mandate: NewMandate,
): Promise<void> {
  await tx
    .insertInto('mandates')
    .values({
      council_id: councilId,
      id: mandate.id,
      person_id: mandate.personId,
      account_id: mandate.accountId,
      organisation_id: mandate.organisationId,
      kind: mandate.kind,
      state: startState('mandates', 'make'),
      may_order: mandate.mayOrder,
      may_confirm: mandate.mayConfirm,
      may_manage_money: mandate.mayManageMoney,
      all_lines: mandate.lineIds === null,
      order_limit_pence: mandate.orderLimitPence,
      month_limit_pence: mandate.monthLimitPence,
      from_date: mandate.fromDate,
      until_date: mandate.untilDate,
      made_by: by.accountId,
      made_at: by.at,
    })
    .execute();
  if (mandate.lineIds === null || mandate.lineIds.length === 0) return;
  await tx
    .insertInto('mandate_lines')
    .values(mandate.lineIds.map((lineId) => ({ council_id: councilId, mandate_id: mandate.id, line_id: lineId })))
    .execute();
}

/** A mandate of a person within reach. */
export async function mandateInReach(tx: Tx, asker: Asker, id: string) {
  return tx
    .selectFrom('mandates')
    .leftJoin('accounts', 'accounts.id', 'mandates.account_id')
    .leftJoin('organisations', 'organisations.id', 'mandates.organisation_id')
    .select([
      'mandates.id',
      'mandates.person_id as personId',
      'mandates.account_id as accountId',
      'mandates.organisation_id as organisationId',
      HOLDER.as('holderName'),
    ])
    .where('mandates.council_id', '=', asker.viewer.councilId)
    .where('mandates.id', '=', id)
    .where(within(asker, 'mandates.person_id'))
    .executeTakeFirst();
}

/** Open orders for a person that the holder of a mandate placed, with how many visits each still has from a day on. */
export async function ordersOfHolder(
  tx: Tx,
  councilId: string,
  mandate: { readonly personId: string; readonly accountId: string | null; readonly organisationId: string | null },
  from: Temporal.PlainDate,
) {
  const { rows } = await sql<{ id: string; reference: string; organisationId: string; visits: number }>`
    select orders.id, orders.reference, orders.organisation_id as "organisationId", count(*)::int as visits
      from orders join visits as visit on visit.council_id = ${councilId} and visit.order_id = orders.id
     where orders.council_id = ${councilId} and orders.person_id = ${mandate.personId} and orders.state in ('placed', 'accepted')
       and visit.state = 'planned' and visit.service_date > ${from}
       and (orders.placed_by = ${mandate.accountId} or exists (select from memberships as member where member.council_id = ${councilId}
         and member.account_id = orders.placed_by and member.organisation_id = ${mandate.organisationId}))
     group by orders.id, orders.reference, orders.organisation_id order by orders.reference`.execute(tx);
  return rows;
}
