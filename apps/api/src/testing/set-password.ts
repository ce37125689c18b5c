// Gives an account of a test's world a password, as somebody who chose one would have it.

import type { Db } from '@support-market/db/pool';
import type { Temporal } from 'temporal-polyfill';
import { hashPassword } from '../platform/passwords.ts';

export async function givePassword(
  ownerDb: Db,
  accountId: string,
  password: string,
  at: Temporal.Instant,
): Promise<void> {
  await ownerDb.updateTable('accounts').set({ email_confirmed_at: at }).where('id', '=', accountId).execute();
  await ownerDb
    .insertInto('account_credentials')
    .values({
      id: `cred_${accountId.slice(4)}`,
      account_id: accountId,
      kind: 'password',
      secret_hash: await hashPassword(password),
      created_at: at,
    })
    .execute();
}
