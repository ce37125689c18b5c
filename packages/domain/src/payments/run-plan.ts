// What a payment run of one funder takes: one payment for each payee, and what it leaves out and why.
// Source: domain.md section 9 (payment); standards.md ("A payment run").

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

export interface RunPlan<Item extends Owed> {
  readonly payments: readonly PlannedPayment<Item>[];
  readonly leftOut: readonly { readonly item: Item; readonly reason: LeftOutReason }[];
  readonly totalPence: Pence;
}

/**
 * Puts what one funder owes into one payment for each payee, less its credit notes (amounts below zero); money for a fund
 * is a payment of its own.
 */
export function planRun<Item extends Owed>(
  owed: readonly Item[],
  checkAccount: (sortCode: string, accountNumber: string) => AccountVerdict,
): RunPlan<Item> {
  const leftOut: { item: Item; reason: LeftOutReason }[] = [];
  const groups = new Map<string, { payment: Omit<PlannedPayment<Item>, 'amountPence' | 'items'>; items: Item[] }>();
  for (const item of owed) {
    const { account } = item;
    const reason = whyLeftOut({
      hasAccount: account !== null,
      isHeld: account?.isHeld ?? false,
      verdict: account ? checkAccount(account.sortCode, account.accountNumber) : 'unknown',
    });
    if (reason !== null || account === null) {
      leftOut.push({ item, reason: reason ?? 'no-bank-account' });
      continue;
    }
    const key = [item.organisationId, item.payeeLineId, item.payInId === null].join('|');
    const group = groups.get(key) ?? {
      payment: {
        payeeName: account.accountName,
        organisationId: item.organisationId,
        lineId: item.payeeLineId,
        account,
      },
      items: [],
    };
    group.items.push(item);
    groups.set(key, group);
  }
  const sumOf = (items: readonly Item[]): Pence => addPence(...items.map(({ amountPence }) => amountPence));
  // A payee whose credit notes come to as much as it is owed, or more, is paid nothing until it is owed more than that.
  for (const [key, { items }] of groups) {
    if (sumOf(items) > 0n) continue;
    groups.delete(key);
    leftOut.push(...items.map((item) => ({ item, reason: 'owes-more' as const })));
  }
  const payments = [...groups.values()]
    .map(({ payment, items }) => ({ ...payment, items, amountPence: sumOf(items) }))
    .sort((a, b) => a.payeeName.localeCompare(b.payeeName, 'en'));
  leftOut.sort((a, b) => a.item.payeeName.localeCompare(b.item.payeeName, 'en'));
  return { payments, leftOut, totalPence: addPence(...payments.map(({ amountPence }) => amountPence)) };
}
