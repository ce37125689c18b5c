// Who could have opened an account that was handed over on paper: those who made it or printed a code for it. They may not also
// let it act for somebody. Why: docs/decisions/0035-two-people-for-a-helper-on-paper.md.

import type { Tx } from '@support-market/db/pool';
import { sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';

/** Notes that somebody had a code of the account in their hands. */
export async function notePaperHand(tx: Tx, councilId: string, accountId: string, by: string): Promise<void> {
  await sql`
    update account_councils set codes_printed_by = array_append(codes_printed_by, ${by}::text)
     where council_id = ${councilId} and account_id = ${accountId} and not ${by}::text = any(codes_printed_by)`.execute(
    tx,
  );
}

/** Whether somebody made the account on paper, or printed a code for it, in this council. */
export async function hadPaperCodeOf(tx: Tx, councilId: string, accountId: string, by: string): Promise<boolean> {
  const { rows } = await sql`
    select from account_councils as place
     where place.council_id = ${councilId} and place.account_id = ${accountId} and ${by}::text = any(place.codes_printed_by)`.execute(
    tx,
  );
  return rows.length > 0;
}

/** Whether somebody let the account act for a person, and it still may. */
export async function letAccountAct(
  tx: Tx,
  councilId: string,
  accountId: string,
  by: string,
  today: Temporal.PlainDate,
): Promise<boolean> {
  const row = await tx
    .selectFrom('mandates')
    .select('id')
    .where('council_id', '=', councilId)
    .where('account_id', '=', accountId)
    .where('made_by', '=', by)
    .where('state', '=', 'running')
    .where('until_date', '>=', today)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
