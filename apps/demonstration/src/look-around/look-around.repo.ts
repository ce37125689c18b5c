// Finds the made-up people whom a visitor may look around as.

import type { Db } from '@support-market/db/pool';
import { inTransaction } from '@support-market/db/transaction';
import { sql } from 'kysely';

/** The account's id and council by address, only within councils that are made up. */
export async function findDemonstrationAccounts(
  db: Db,
  emails: readonly string[],
): Promise<Map<string, { readonly accountId: string; readonly councilId: string }>> {
  const councils = await db
    .selectFrom('councils')
    .select('id')
    .where('demonstration', '=', true)
    .orderBy('id')
    .execute();
  const found = new Map<string, { readonly accountId: string; readonly councilId: string }>();
  for (const { id: councilId } of councils) {
    const rows = await inTransaction(db, councilId, (tx) =>
      tx
        .selectFrom('account_councils as place')
        .innerJoin('accounts as account', 'account.id', 'place.account_id')
        .select(['account.id', sql<string>`lower(account.email)`.as('email')])
        .where('place.council_id', '=', councilId)
        .where(sql<boolean>`lower(account.email) = any(${[...emails]}::text[])`)
        .where('account.closed_at', 'is', null)
        .execute(),
    );
    for (const { id, email } of rows) found.set(email, { accountId: id, councilId });
  }
  return found;
}
