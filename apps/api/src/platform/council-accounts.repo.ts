// The accounts that a council pays from: its own, and the one in which people's own money is kept.

import type { Tx } from '@support-market/db/pool';
import type { BankParty } from '@support-market/domain/payments/payment-file';

export interface CouncilAccounts {
  readonly code: string;
  readonly name: string;
  readonly bank: BankParty | null;
  readonly clientMoney: BankParty | null;
}

export async function councilAccounts(tx: Tx, councilId: string): Promise<CouncilAccounts> {
  const row = await tx.selectFrom('councils').selectAll().where('id', '=', councilId).executeTakeFirstOrThrow();
  const party = (name: string | null, sortCode: string | null, accountNumber: string | null) =>
    name !== null && sortCode !== null && accountNumber !== null ? { name, sortCode, accountNumber } : null;
  return {
    code: row.code,
    name: row.name,
    bank: party(row.bank_account_name, row.bank_sort_code, row.bank_account_number),
    clientMoney: party(row.client_account_name, row.client_sort_code, row.client_account_number),
  };
}
