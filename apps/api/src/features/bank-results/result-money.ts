// What a result moves: the accounts of a payment, its items, and the one way in which its transfers are posted.

import type { Tx } from '@support-market/db/pool';
import type { Viewer } from '@support-market/domain/access/roles';
import { bankAccount, payableAccount, purseAccount, returnedAccount } from '@support-market/domain/ledger/accounts';
import type { Transfer } from '@support-market/domain/ledger/transfers';
import type { AppContext } from '../../platform/context.ts';
import { openAccounts, postTransfers } from '../../ports/ledger/ledger.repo.ts';
import type { Recipient } from '../../ports/mail/letters.repo.ts';
import type { PaymentRow } from './bank-results.repo.ts';

export type Needs = Pick<AppContext, 'db' | 'clock' | 'config'>;

/** What a funder owes the payee of a payment; nothing where money goes to the person who holds a line. */
export const payablesOf = ({ organisationId }: PaymentRow, funderId: string) =>
  organisationId === null ? [] : [payableAccount(funderId, organisationId)];

export const linesOf = (payments: readonly PaymentRow[]): string[] =>
  payments.flatMap(({ items }) => items.flatMap(({ lineId }) => (lineId === null ? [] : [lineId])));
export const itemsOf = (payments: readonly PaymentRow[]) => payments.flatMap(({ items }) => items);
export const referencesOf = ({ items }: PaymentRow): string => items.map(({ reference }) => reference).join(', ');

/** Opens the accounts that results of these payments of one funder can touch. */
export function openPaymentAccounts(
  tx: Tx,
  councilId: string,
  funderId: string,
  payments: readonly PaymentRow[],
): Promise<void> {
  return openAccounts(tx, councilId, [
    bankAccount(funderId),
    ...payments.flatMap((payment) => payablesOf(payment, funderId)),
    ...linesOf(payments).flatMap((lineId) => [purseAccount(lineId), returnedAccount(lineId)]),
  ]);
}

export async function post(
  tx: Tx,
  { clock }: Needs,
  { councilId, accountId }: Viewer,
  transfers: readonly Transfer[],
): Promise<void> {
  if (transfers.length === 0) return;
  const now = clock.now();
  await postTransfers(tx, { councilId, effectiveAt: now, recordedAt: now, recordedBy: accountId }, transfers);
}

/** The organisation that is paid, for a word to it. */
export function payeeOf({ email, payeeName, organisationId }: PaymentRow): Recipient {
  return { email, name: payeeName, organisationId };
}
