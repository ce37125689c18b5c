// A payment file as plain data and the rules it must keep before any bank sees it; the bytes are made elsewhere.

import type { Temporal } from 'temporal-polyfill';
import type { Pence } from '../shared/money.ts';
import { ok, type Result, refuse } from '../shared/result.ts';
import { isBankReference } from './bank-text.ts';

/** Six and eight digits, and the name the account is held in. */
export interface BankParty {
  readonly name: string;
  readonly sortCode: string;
  readonly accountNumber: string;
}

export interface CreditTransfer {
  /** Ours, unique for ever; comes back in the bank's result. At most 35 characters a bank can carry. */
  readonly endToEndId: string;
  readonly amountPence: Pence;
  readonly creditor: BankParty;
  /** What the payee sees; respelt for the bank, at most 140 characters (BACS shows the first 18). */
  readonly remittance: string;
}

/** One execution date and one debit account. */
export interface PaymentBatch {
  readonly id: string;
  readonly executionDate: Temporal.PlainDate;
  readonly debtor: BankParty;
  readonly transfers: readonly CreditTransfer[];
}

export interface PaymentFile {
  readonly messageId: string;
  readonly createdAt: Temporal.Instant;
  readonly initiatingParty: string;
  readonly batches: readonly PaymentBatch[];
}

export interface PaymentFileTotals {
  readonly count: number;
  readonly totalPence: bigint;
}

export type PaymentFileFault =
  | 'payment_file.empty'
  | 'payment_file.reference_unusable'
  | 'payment_file.reference_repeats'
  | 'payment_file.account_malformed'
  | 'payment_file.amount_not_positive'
  | 'payment_file.name_missing';

function partyFault(party: BankParty): PaymentFileFault | undefined {
  if (party.name.trim() === '') return 'payment_file.name_missing';
  return /^\d{6}$/.test(party.sortCode) && /^\d{8}$/.test(party.accountNumber)
    ? undefined
    : 'payment_file.account_malformed';
}

/** Count and control sum in pence, or the first fault with the reference it belongs to. */
export function checkPaymentFile(file: PaymentFile): Result<PaymentFileTotals, PaymentFileFault> {
  if (!isBankReference(file.messageId)) return refuse('payment_file.reference_unusable', { reference: file.messageId });
  if (file.initiatingParty.trim() === '') return refuse('payment_file.name_missing', { reference: file.messageId });
  if (file.batches.length === 0) return refuse('payment_file.empty');
  const seen = { batches: new Set<string>(), transfers: new Set<string>() };
  let count = 0;
  let totalPence = 0n;
  for (const batch of file.batches) {
    const details = { reference: batch.id };
    if (!isBankReference(batch.id)) return refuse('payment_file.reference_unusable', details);
    if (seen.batches.has(batch.id)) return refuse('payment_file.reference_repeats', details);
    seen.batches.add(batch.id);
    if (batch.transfers.length === 0) return refuse('payment_file.empty', details);
    const fault = partyFault(batch.debtor);
    if (fault) return refuse(fault, details);
    for (const transfer of batch.transfers) {
      const where = { reference: transfer.endToEndId };
      if (!isBankReference(transfer.endToEndId)) return refuse('payment_file.reference_unusable', where);
      if (seen.transfers.has(transfer.endToEndId)) return refuse('payment_file.reference_repeats', where);
      seen.transfers.add(transfer.endToEndId);
      if (transfer.amountPence <= 0n) return refuse('payment_file.amount_not_positive', where);
      const creditorFault = partyFault(transfer.creditor);
      if (creditorFault) return refuse(creditorFault, where);
      count += 1;
      totalPence += transfer.amountPence;
    }
  }
  return ok({ count, totalPence });
}
