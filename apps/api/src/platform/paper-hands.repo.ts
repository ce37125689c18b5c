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

/**
 * Whether somebody made the account on paper, or printed a code for it, in this council. Until the transaction ends, no one
 * else can be asked about the account here: one officer who does both at once does one of them first.
 */
export async function hadPaperCodeOf(tx: Tx, councilId: string, accountId: string, by: string): Promise<boolean> {
  const { rows } = await sql<{ had: boolean }>`
    select ${by}::text = any(place.codes_printed_by) as had from account_councils as place
     where place.council_id = ${councilId} and place.account_id = ${accountId} for update`.execute(tx);
  return rows[0]?.had ?? false;
}

/** Whether somebody let the account act for a person, or changed what it may do, and it still may; held as `hadPaperCodeOf` is. */
export async function letAccountAct(
  tx: Tx,
  councilId: string,
  accountId: string,
  by: string,
  today: Temporal.PlainDate,
): Promise<boolean> {
  await sql`select from account_councils where council_id = ${councilId} and account_id = ${accountId} for update`.execute(
    tx,
  );
  const { rows } = await sql`
    select from mandates where council_id = ${councilId} and account_id = ${accountId} and (made_by = ${by} or ${by}::text = any(changed_by))
       and state = 'running' and until_date >= ${today} limit 1`.execute(tx);
  return rows.length > 0;
}
