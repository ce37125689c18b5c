// Accounts beside their password, as signing in and everything that changes an account reads them.

import type { Tx } from '@support-market/db/pool';

/** The password's hash is in a row of its own, as every way to prove who one is. */
export function accountsWithPassword(tx: Tx) {
  return tx
    .selectFrom('accounts')
    .leftJoin('account_credentials as credential', (join) =>
      join
        .onRef('credential.account_id', '=', 'accounts.id')
        .on('credential.kind', '=', 'password')
        .on('credential.ended_at', 'is', null),
    )
    .select([
      'accounts.id',
      'accounts.email',
      'accounts.sign_in_name',
      'accounts.name',
      'credential.secret_hash',
      'accounts.email_confirmed_at',
      'accounts.closed_at',
    ]);
}
