// Sets money aside again for visits whose reservations were given back by mistake, on the lines that bore them before.

import { accruedAccount, lineAccount } from '@support-market/domain/ledger/accounts';
import type { Pence } from '@support-market/domain/shared/money';
import { reservedAgainId } from '@support-market/domain/visits/posting';
import { sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';
import { postTransfers } from '../ports/ledger/ledger.repo.ts';
import { ProblemError } from './problem-error.ts';
import type { Work } from './transitions.repo.ts';

/** Refuses visits after the last day of whom they are for, or of somebody whose lines pay; none of them leaves meanwhile. */
async function keepStays({ tx, actor: { councilId } }: Work, visitIds: readonly string[]): Promise<void> {
  const { rows } = await sql<{ personName: string; lastDay: Temporal.PlainDate | null; lastVisit: Temporal.PlainDate }>`
    with wanted as (
      select visit.person_id, visit.service_date from visits as visit where visit.council_id = ${councilId} and visit.id = any(${[...visitIds]}::text[])
      union all
      select line.person_id, visit.service_date from visits as visit
        join visit_shares as share on share.council_id = ${councilId} and share.visit_id = visit.id
        join budget_lines as line on line.council_id = ${councilId} and line.id = share.line_id
       where visit.council_id = ${councilId} and visit.id = any(${[...visitIds]}::text[]))
    select person.full_name as "personName", person.last_day as "lastDay",
           (select max(wanted.service_date) from wanted where wanted.person_id = person.id) as "lastVisit"
      from people as person where person.council_id = ${councilId} and person.id in (select person_id from wanted)
     order by person.id for share of person`.execute(tx);
  for (const { personName, lastDay, lastVisit } of rows) {
    if (lastDay !== null && lastVisit.toString() > lastDay.toString())
      throw new ProblemError('person.ended', { details: { personName } });
  }
}

/**
 * New reservations for visits that are planned again; nothing of them is charged. Throws person.ended where somebody left
 * before a visit, budget_line.not_open where a line was closed since or ends before it, and PostgreSQL's refusal
 * (budget.not_enough_money) where the money is spent.
 */
export async function reserveAgain({ tx, clock, actor }: Work, visitIds: readonly string[]): Promise<void> {
  if (visitIds.length === 0) return;
  const { councilId, accountId } = actor;
  await keepStays({ tx, clock, actor }, visitIds);
  const { rows } = await sql<{
    visitId: string;
    orderId: string;
    organisationId: string;
    serviceDate: Temporal.PlainDate;
    position: number;
    lineId: string;
    plannedPence: Pence;
    reservationId: string;
    lineState: string;
    endsOn: Temporal.PlainDate;
  }>`
    select visit.id as "visitId", visit.order_id as "orderId", visit.organisation_id as "organisationId", visit.service_date as "serviceDate",
           share.position, share.line_id as "lineId", share.planned_pence as "plannedPence", share.reservation_id as "reservationId",
           line.state as "lineState", line.ends_on as "endsOn"
      from visits as visit
      join visit_shares as share on share.council_id = ${councilId} and share.visit_id = visit.id
      join budget_lines as line on line.council_id = ${councilId} and line.id = share.line_id
     where visit.council_id = ${councilId} and visit.id = any(${[...visitIds]}::text[]) and share.reservation_id is not null
     order by visit.id, share.position`.execute(tx);
  if (rows.some((row) => row.lineState !== 'open' || row.serviceDate.toString() > row.endsOn.toString()))
    throw new ProblemError('budget_line.not_open');
  const reservations = rows.map((row) => ({ ...row, id: reservedAgainId(row.reservationId) }));
  const at = clock.now();
  await postTransfers(
    tx,
    { councilId, effectiveAt: at, recordedAt: at, recordedBy: accountId },
    reservations.map(({ id, visitId, orderId, organisationId, lineId, plannedPence }) => ({
      ...{ id, kind: 'pending', code: 'reserve', amountPence: plannedPence, lineId, orderId, visitId },
      debit: lineAccount(lineId).id,
      credit: accruedAccount(organisationId).id,
    })),
  );
  const kept = reservations.map(({ id, visitId, position }) => ({ visit_id: visitId, position, reservation_id: id }));
  await sql`
    update visit_shares as share set reservation_id = made.reservation_id, charge_pence = null
      from jsonb_to_recordset(${JSON.stringify(kept)}::jsonb) as made (visit_id text, position integer, reservation_id text)
     where share.council_id = ${councilId} and share.visit_id = made.visit_id and share.position = made.position`.execute(
    tx,
  );
}
