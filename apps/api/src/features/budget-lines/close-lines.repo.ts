// Finds lines of money whose time is over and that nothing is left to be paid from.

import type { Tx } from '@support-market/db/pool';
import { budgetLineMachine } from '@support-market/domain/budgets/budget-line-states';
import { sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';

/** Up to `limit` lines that ended before a day and pay for no visit that is still to come, to be told of or to be answered, locked. */
export async function lockOverLines(
  tx: Tx,
  councilId: string,
  before: Temporal.PlainDate,
  limit: number,
): Promise<readonly { id: string; personId: string }[]> {
  const { rows } = await sql<{ id: string; personId: string }>`
    select line.id, line.person_id as "personId" from budget_lines as line
     where line.council_id = ${councilId} and line.state = any(${[...budgetLineMachine.edges.close.from]}::text[]) and line.ends_on < ${before}
       and not exists (
             select from visit_shares as share join visits as visit on visit.council_id = ${councilId} and visit.id = share.visit_id
              where share.council_id = ${councilId} and share.line_id = line.id
                and (visit.state not in ('confirmed', 'missed', 'cancelled')
                  or exists (select from exceptions as exception where exception.council_id = ${councilId}
                                and exception.visit_id = visit.id and exception.state = 'open')))
     order by line.id limit ${limit} for update of line skip locked`.execute(tx);
  return rows;
}
