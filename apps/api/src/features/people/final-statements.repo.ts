// What finance needs to settle when somebody's time with the council ended: what is left, set aside and owed.

import type { Tx } from '@support-market/db/pool';
import type { PersonState } from '@support-market/domain/people/person-states';
import type { Pence } from '@support-market/domain/shared/money';
import { sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';
import { creditedBack } from '../../ports/ledger/ledger.repo.ts';

const ENDED = ['id', 'reference', 'full_name as name'] as const;

/** One page (and one row more) of the people whose time ended, the latest day first. */
export async function listEnded(
  tx: Tx,
  councilId: string,
  query: { readonly selfFunders: boolean; readonly after: readonly string[] | null; readonly limit: number },
) {
  return tx
    .selectFrom('people')
    .select(ENDED)
    .select([sql<PersonState>`state`.as('state'), sql<Temporal.PlainDate>`last_day`.as('lastDay')])
    .where('council_id', '=', councilId)
    .where('state', 'not in', ['active', 'taken-back'])
    .$if(!query.selfFunders, (people) => people.where('origin', '=', 'council'))
    .$if(query.after !== null, (people) =>
      people.where(sql<boolean>`(last_day, id) < (${query.after?.[0] ?? ''}::date, ${query.after?.[1] ?? ''})`),
    )
    .orderBy('last_day', 'desc')
    .orderBy('id', 'desc')
    .limit(query.limit + 1)
    .execute();
}

/** Anybody of the council: a statement of somebody who is still active shows how they stand today. */
export async function findForStatement(tx: Tx, councilId: string, id: string, selfFunders: boolean) {
  return tx
    .selectFrom('people')
    .select(ENDED)
    .select([sql<PersonState>`state`.as('state'), sql<Temporal.PlainDate | null>`last_day`.as('lastDay')])
    .where('council_id', '=', councilId)
    .where('id', '=', id)
    .$if(!selfFunders, (people) => people.where('origin', '=', 'council'))
    .executeTakeFirst();
}

export interface FinalLine {
  readonly id: string;
  readonly name: string;
  readonly funderName: string;
  readonly startsOn: Temporal.PlainDate;
  readonly endsOn: Temporal.PlainDate;
  readonly spentPence: Pence;
  readonly setAsidePence: Pence;
  readonly leftPence: Pence;
  /** Paid in advance and not yet accounted for by its holder; null where nothing is paid in advance. */
  readonly purseLeftPence: Pence | null;
  /** What the person owes the council because card money was taken back. */
  readonly owedPence: Pence;
}

/** Every line of a person with what its accounts in the ledger say today. */
export async function finalLines(tx: Tx, councilId: string, personId: string): Promise<FinalLine[]> {
  const { rows } = await sql<FinalLine>`
    select line.id, line.name, funder.name as "funderName", line.starts_on as "startsOn", line.ends_on as "endsOn",
           coalesce(account.debits_posted - line.lowered_pence, 0)::bigint - coalesce((select sum(taken.from_line_pence)::bigint from card_returns as taken
             where taken.council_id = ${councilId} and taken.line_id = line.id), 0)::bigint
             - ${creditedBack(councilId, 'line.id')} as "spentPence",
           coalesce(account.debits_pending, 0)::bigint as "setAsidePence", coalesce(account.available, 0)::bigint as "leftPence",
           purse.available as "purseLeftPence", coalesce(debt.available, 0)::bigint as "owedPence"
      from budget_lines as line
      join funders as funder on funder.council_id = ${councilId} and funder.id = line.funder_id
      left join ledger_accounts as account on account.council_id = ${councilId} and account.line_id = line.id and account.purpose = 'line'
      left join ledger_accounts as purse on purse.council_id = ${councilId} and purse.line_id = line.id and purse.purpose = 'purse'
      left join ledger_accounts as debt on debt.council_id = ${councilId} and debt.line_id = line.id and debt.purpose = 'debt'
     where line.council_id = ${councilId} and line.person_id = ${personId}
     order by line.starts_on, line.id`.execute(tx);
  return rows;
}

export interface OpenVisit {
  readonly id: string;
  readonly reference: string;
  readonly organisationName: string;
  readonly serviceDate: Temporal.PlainDate;
  readonly state: 'planned' | 'recorded' | 'queried' | 'confirmed';
  /** What of it this person's lines bear. */
  readonly pence: Pence;
}

/** Visits that hold this person's money until they are told of, confirmed or decided, whenever they were. */
export async function openVisits(tx: Tx, councilId: string, personId: string): Promise<OpenVisit[]> {
  const { rows } = await sql<OpenVisit>`
    select visit.id, orders.reference, organisation.name as "organisationName", visit.service_date as "serviceDate", visit.state,
           sum(coalesce(share.charge_pence, share.planned_pence))::bigint as pence
      from visit_shares as share
      join budget_lines as line on line.council_id = ${councilId} and line.id = share.line_id
      join visits as visit on visit.council_id = ${councilId} and visit.id = share.visit_id
      join orders on orders.council_id = ${councilId} and orders.id = visit.order_id
      join organisations as organisation on organisation.id = visit.organisation_id
     where share.council_id = ${councilId} and line.person_id = ${personId}
       and (visit.state in ('planned', 'recorded', 'queried') or visit.state = 'confirmed' and visit.billed_at is null
            and exists (select from exceptions as doubt where doubt.council_id = ${councilId} and doubt.visit_id = visit.id and doubt.state = 'open'))
     group by visit.id, orders.reference, organisation.name, visit.service_date, visit.state
     order by visit.service_date, visit.id`.execute(tx);
  return rows;
}

export interface UnpaidShare {
  readonly invoiceId: string;
  readonly number: string;
  readonly organisationName: string;
  readonly payerName: string;
  readonly dueDate: Temporal.PlainDate;
  /** What of the invoice is for this person's lines. */
  readonly pence: Pence;
}

/** What of unpaid invoices this person's lines bear, and who is to pay it. */
export async function unpaidShares(tx: Tx, councilId: string, personId: string): Promise<UnpaidShare[]> {
  const { rows } = await sql<UnpaidShare>`
    select invoice.id as "invoiceId", invoice.number, organisation.name as "organisationName",
           case payer.kind when 'holder' then holder.name when 'person' then person.full_name else funder.name end as "payerName",
           invoice.due_date as "dueDate", sum(item.gross_pence)::bigint as pence
      from invoice_lines as item
      join budget_lines as line on line.council_id = ${councilId} and line.id = item.line_id
      join invoices as invoice on invoice.council_id = ${councilId} and invoice.id = item.invoice_id
      join organisations as organisation on organisation.id = invoice.organisation_id
      join payers as payer on payer.council_id = ${councilId} and payer.id = invoice.payer_id
      join funders as funder on funder.council_id = ${councilId} and funder.id = invoice.funder_id
      left join organisations as holder on holder.id = payer.organisation_id
      left join people as person on person.council_id = ${councilId} and person.id = payer.person_id
     where item.council_id = ${councilId} and line.person_id = ${personId} and invoice.state in ('held', 'approved', 'paying')
     group by invoice.id, invoice.number, organisation.name, payer.kind, holder.name, person.full_name, funder.name, invoice.due_date
     order by invoice.due_date, invoice.number`.execute(tx);
  return rows;
}

export interface LatePayIn {
  readonly lineName: string;
  readonly fromDate: Temporal.PlainDate;
  readonly toDate: Temporal.PlainDate;
  readonly state: 'paying' | 'paid';
  readonly amountPence: Pence;
}

/** Money paid, or on its way, in advance for time after the last day. */
export async function latePayIns(
  tx: Tx,
  councilId: string,
  personId: string,
  lastDay: Temporal.PlainDate,
): Promise<LatePayIn[]> {
  const { rows } = await sql<LatePayIn>`
    select line.name as "lineName", pay_in.from_date as "fromDate", pay_in.to_date as "toDate", pay_in.state, pay_in.amount_pence as "amountPence"
      from pay_ins as pay_in
      join budget_lines as line on line.council_id = ${councilId} and line.id = pay_in.line_id
     where pay_in.council_id = ${councilId} and line.person_id = ${personId} and pay_in.to_date > ${lastDay} and pay_in.state in ('paying', 'paid')
     order by pay_in.from_date, pay_in.id`.execute(tx);
  return rows;
}
