// What hangs on a person's time with the council, beside their orders: pay-ins to come, authorities and ways to sign in.

import type { Tx } from '@support-market/db/pool';
import type { Pence } from '@support-market/domain/shared/money';
import { sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';

/** Pay-ins of a person's lines that are due or stopped and begin after a day. */
export async function payInsAfter(
  tx: Tx,
  councilId: string,
  personId: string,
  state: 'due' | 'stopped',
  after: Temporal.PlainDate,
) {
  const rows = await tx
    .selectFrom('pay_ins')
    .innerJoin('budget_lines as line', (join) =>
      join.on('line.council_id', '=', councilId).onRef('line.id', '=', 'pay_ins.line_id'),
    )
    .select([
      'pay_ins.id',
      'line.name as lineName',
      'pay_ins.from_date as fromDate',
      'pay_ins.amount_pence as amountPence',
    ])
    .where('pay_ins.council_id', '=', councilId)
    .where('line.council_id', '=', councilId)
    .where('line.person_id', '=', personId)
    .where('pay_ins.state', '=', state)
    .where('pay_ins.from_date', '>', after)
    .orderBy('pay_ins.from_date')
    .orderBy('pay_ins.id')
    .execute();
  return rows.map((row) => ({ ...row, amountPence: row.amountPence as Pence }));
}

/** Mandates of a person that run past a day, with who holds each. */
export async function mandatesAfter(tx: Tx, councilId: string, personId: string, after: Temporal.PlainDate) {
  return tx
    .selectFrom('mandates')
    .leftJoin('accounts', 'accounts.id', 'mandates.account_id')
    .leftJoin('organisations', 'organisations.id', 'mandates.organisation_id')
    .select([
      'mandates.id',
      sql<string>`coalesce(organisations.name, accounts.name, '')`.as('holderName'),
      'mandates.until_date as untilDate',
    ])
    .where('mandates.council_id', '=', councilId)
    .where('mandates.person_id', '=', personId)
    .where('mandates.state', '=', 'running')
    .where('mandates.until_date', '>', after)
    .orderBy('mandates.id')
    .execute();
}

/** Mandates run no longer than to a day that is still to come. */
export async function shortenMandates(
  tx: Tx,
  councilId: string,
  ids: readonly string[],
  lastDay: Temporal.PlainDate,
): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .updateTable('mandates')
    .set({ until_date: sql`greatest(from_date, ${lastDay})` })
    .where('council_id', '=', councilId)
    .where('id', 'in', [...ids])
    .execute();
}

/** Nobody signs in any more as somebody who died. */
export async function endOwnMemberships(
  tx: Tx,
  councilId: string,
  personId: string,
  at: Temporal.Instant,
): Promise<void> {
  await tx
    .updateTable('memberships')
    .set({ ended_at: at })
    .where('council_id', '=', councilId)
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .execute();
}
