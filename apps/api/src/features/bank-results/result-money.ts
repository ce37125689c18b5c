// What a result moves: the accounts of a payment, its items, and the one way in which its transfers are posted.

import type { Tx } from '@support-market/db/pool';
import type { Viewer } from '@support-market/domain/access/roles';
import {
  bankAccount,
  clientMoneyAccount,
  type LedgerAccount,
  payableAccount,
  purseAccount,
  returnedAccount,
} from '@support-market/domain/ledger/accounts';
import type { Transfer } from '@support-market/domain/ledger/transfers';
import type { StateChange } from '../../platform/audit.repo.ts';
import type { AppContext } from '../../platform/context.ts';
import { ProblemError } from '../../platform/problem-error.ts';
import { openAccounts, postTransfers } from '../../ports/ledger/ledger.repo.ts';
import type { PaymentRow } from './bank-results.repo.ts';

export type Needs = Pick<AppContext, 'db' | 'clock' | 'config'>;

export const debitOf = (payment: PaymentRow): LedgerAccount =>
  payment.debitAccount === 'bank' ? bankAccount() : clientMoneyAccount();

/** What a funder owes the payee of a payment. */
export const payableOf = (payment: PaymentRow, funderId: string | null): LedgerAccount =>
  payableAccount(funderId ?? '', payment.organisationId ?? '');

export const invoicesOf = (payments: readonly PaymentRow[]): string[] =>
  payments.flatMap(({ items }) => items.flatMap(({ invoiceId }) => (invoiceId === null ? [] : [invoiceId])));
export const payInsOf = (payments: readonly PaymentRow[]): string[] =>
  payments.flatMap(({ items }) => items.flatMap(({ payInId }) => (payInId === null ? [] : [payInId])));
export const linesOf = (payments: readonly PaymentRow[]): string[] =>
  payments.flatMap(({ items }) => items.flatMap(({ lineId }) => (lineId === null ? [] : [lineId])));
export const referencesOf = ({ items }: PaymentRow): string => items.map(({ reference }) => reference).join(', ');

/** Opens the accounts that results of these payments can touch. */
export function openPaymentAccounts(tx: Tx, councilId: string, payments: readonly PaymentRow[]): Promise<void> {
  return openAccounts(tx, councilId, [
    ...payments.map(debitOf),
    ...payments.flatMap((payment) =>
      payment.items.flatMap(({ funderId }) => (funderId === null ? [] : [payableOf(payment, funderId)])),
    ),
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

export function must(moved: number, wanted: number): void {
  if (moved !== wanted) throw new ProblemError('record.changed');
}

export function change(noun: string, ids: readonly string[], from: string, to: string, event: string): StateChange[] {
  return ids.map((recordId) => ({ noun, recordId, from, to, event }));
}
