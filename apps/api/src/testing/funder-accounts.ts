// Accounts that funders pay from, as two officers would have agreed on them, for tests that begin after that.

import type { Tx } from '@support-market/db/pool';
import type { Temporal } from 'temporal-polyfill';

/** Writes the account that each funder pays from, as two officers would have agreed on it. */
export async function insertReleasedAccounts(
  tx: Tx,
  councilId: string,
  officers: { readonly proposedBy: string; readonly releasedBy: string; readonly at: Temporal.Instant },
  accounts: readonly {
    readonly id: string;
    readonly funderId: string;
    readonly accountName: string;
    readonly sortCode: string;
    readonly accountNumber: string;
  }[],
): Promise<void> {
  await tx
    .insertInto('funder_accounts')
    .values(
      accounts.map((account) => ({
        council_id: councilId,
        id: account.id,
        funder_id: account.funderId,
        account_name: account.accountName,
        sort_code: account.sortCode,
        account_number: account.accountNumber,
        state: 'released',
        proposed_by: officers.proposedBy,
        proposed_at: officers.at,
        decided_by: officers.releasedBy,
        decided_at: officers.at,
      })),
    )
    .execute();
}
