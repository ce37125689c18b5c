// What a payment run of one funder takes: one payment for each payee, and what it leaves out and why.
// Source: the domain notes, section 9 (payment); standards.md ("A payment run").

import type { Temporal } from 'temporal-polyfill';
import { addPence, type Pence } from '../shared/money.ts';
import type { AccountVerdict } from './modulus.ts';
import { type LeftOutReason, whyLeftOut } from './run-rules.ts';

/** Bank details in force, or held because the bank sent money back from them. */
export interface PayeeAccount {
  readonly id: string;
  readonly accountName: string;
  readonly sortCode: string;
  readonly accountNumber: string;
  readonly isHeld: boolean;
  readonly inForceAt: Temporal.Instant;
  /** Whether money that was sent there has arrived before. */
  readonly paidBefore: boolean;
}

/** Something owed, with the payee's account as it is now. */
export interface Owed {
  readonly payInId: string | null;
  readonly organisationId: string | null;
  readonly payeeLineId: string | null;
  readonly payeeName: string;
  /** The payee's bank details as they are now; null where there are none. */
  readonly account: PayeeAccount | null;
  /** Below zero for a credit note. */
  readonly amountPence: Pence;
}

export interface PlannedPayment<Item extends Owed> {
  readonly payeeName: string;
  readonly organisationId: string | null;
  readonly lineId: string | null;
  readonly account: PayeeAccount;
  readonly amountPence: Pence;
  readonly items: readonly Item[];
}

type CheckAccount = (sortCode: string, accountNumber: string) => AccountVerdict;

/**
 * Why a payee is paid nothing now; null for one that is paid. A payee whose credit notes come to as much as it is owed, or
 * more, is paid nothing until it is owed more than that.
 */
export function whyNotPaid(
  payee: { readonly account: PayeeAccount | null; readonly owedPence: Pence },
  checkAccount: CheckAccount,
): LeftOutReason | null {
  const { account, owedPence } = payee;
  const reason = whyLeftOut({
    hasAccount: account !== null,
    isHeld: account?.isHeld ?? false,
    verdict: account ? checkAccount(account.sortCode, account.accountNumber) : 'unknown',
  });
  return reason ?? (owedPence > 0n ? null : 'owes-more');
}

/**
 * Puts what one funder owes into one payment for each payee, less its credit notes (amounts below zero), in the order in
 * which the payees come; money for a fund is a payment of its own. All that is owed to a payee has to be given at once.
 */
export function planPayments<Item extends Owed>(
  owed: readonly Item[],
  checkAccount: CheckAccount,
): readonly PlannedPayment<Item>[] {
  const groups = new Map<string, Item[]>();
  for (const item of owed) {
    const key = [item.organisationId, item.payeeLineId, item.payInId === null].join('|');
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return [...groups.values()].flatMap((items) => {
    const [first] = items;
    const amountPence = addPence(...items.map((item) => item.amountPence));
    const account = first?.account ?? null;
    if (!first || account === null || whyNotPaid({ account, owedPence: amountPence }, checkAccount) !== null) return [];
    const { organisationId, payeeLineId: lineId } = first;
    return [{ payeeName: account.accountName, organisationId, lineId, account, amountPence, items }];
  });
}
