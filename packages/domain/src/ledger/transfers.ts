// Every movement of money as a value: one transfer moves one amount from one account to another, in one or two phases
// (a reservation is pending until a delivery posts it or a cancellation voids it; after TigerBeetle's data model).

import type { Pence } from '../shared/money.ts';

export const TRANSFER_CODES = [
  'award',
  'award-lowered',
  'award-taken-back',
  'reserve',
  'deliver',
  'overrun',
  'release',
  'approve-invoice',
  'credit-note',
  'pay',
  'pay-returned',
  'paid-back',
  'pay-in',
  'pay-in-returned',
  'card-payment',
  'card-taken-back',
  'card-given-back',
  'debt-collected',
  'debt-repaid',
  'debt-written-off',
] as const;
export type TransferCode = (typeof TRANSFER_CODES)[number];

/** What a transfer was for, so that one pound can be followed from allocation to bank file and back. */
export interface TransferCause {
  readonly lineId?: string | undefined;
  readonly orderId?: string | undefined;
  readonly visitId?: string | undefined;
  readonly invoiceId?: string | undefined;
  readonly paymentId?: string | undefined;
  readonly reverses?: string | undefined;
}

interface Common extends TransferCause {
  /** Chosen by the caller, so that asking twice moves money once. */
  readonly id: string;
  readonly code: TransferCode;
}

/** Moves money at once, or reserves it (`pending`). */
export interface DirectTransfer extends Common {
  readonly kind: 'single' | 'pending';
  readonly debit: string;
  readonly credit: string;
  readonly amountPence: Pence;
}

/** Settles a reservation: takes up to its amount and releases the rest. */
export interface PostTransfer extends Common {
  readonly kind: 'post';
  readonly pendingId: string;
  readonly amountPence: Pence;
}

/** Gives a whole reservation back. */
export interface VoidTransfer extends Common {
  readonly kind: 'void';
  readonly pendingId: string;
}

export type Transfer = DirectTransfer | PostTransfer | VoidTransfer;

/** The same movement always reads the same, so that a repeat can be told from a conflict. */
export function transferText(transfer: Transfer): string {
  const amount = transfer.kind === 'void' ? '' : transfer.amountPence.toString();
  const accounts = 'debit' in transfer ? [transfer.debit, transfer.credit] : [transfer.pendingId];
  return [
    transfer.id,
    transfer.kind,
    transfer.code,
    amount,
    ...accounts,
    transfer.lineId ?? '',
    transfer.orderId ?? '',
    transfer.visitId ?? '',
    transfer.invoiceId ?? '',
    transfer.paymentId ?? '',
    transfer.reverses ?? '',
  ].join('|');
}
