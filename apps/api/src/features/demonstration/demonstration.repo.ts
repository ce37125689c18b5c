// Finds the made-up people whom a visitor may look around as.

import type { Db } from '@support-market/db/pool';
import { sql } from 'kysely';

/** The account's id and council by address, only within a council that is made up. */
export async function findDemonstrationAccounts(
  db: Db,
  emails: readonly string[],
): Promise<Map<string, { readonly accountId: string; readonly councilId: string }>> {
  const rows = await db
    .selectFrom('accounts')
    .innerJoin('account_councils', 'account_councils.account_id', 'accounts.id')
    .innerJoin('councils', 'councils.id', 'account_councils.council_id')
    .select(['accounts.id', 'councils.id as council_id', sql<string>`lower(accounts.email)`.as('email')])
    .where(sql<boolean>`lower(accounts.email) = any(${[...emails]}::text[])`)
    .where('councils.demonstration', '=', true)
    .where('accounts.closed_at', 'is', null)
    .execute();
  return new Map(rows.map((row) => [row.email, { accountId: row.id, councilId: row.council_id }]));
}
