// What a report from the bank means for each payment that we sent: paid, come back, known already, or for a person to look at.
// Source: ISO 20022 pain.002; standards.md (results, returned items).

import { type BankResult, outcomeOfPayment } from './bank-result.ts';
import type { PaymentState } from './payment-states.ts';
import { messageIdOf } from './run-rules.ts';

export type ReportedStatus = 'paid' | 'returned' | 'waiting' | 'unclear';

export interface ReportedPayment {
  readonly endToEndId: string;
  readonly status: ReportedStatus;
  /** The bank's short code, such as AC04. */
  readonly reason: string | null;
  readonly amountPence?: bigint | undefined;
}

/** A payment of ours, as far as a report can concern it. */
export interface SentPayment {
  readonly endToEndId: string;
  readonly amountPence: bigint;
  readonly state: PaymentState;
}

/** Why a report of a payment that we know was not taken. */
export const NOT_TAKEN = ['amount-differs', 'unclear', 'dropped', 'already-returned'] as const;
export type NotTaken = (typeof NOT_TAKEN)[number];

/** What to do with one reported payment, or why nothing. */
export function judgeReport(
  payment: SentPayment,
  report: ReportedPayment,
): 'paid' | 'returned' | 'unchanged' | 'waiting' | NotTaken {
  if (report.amountPence !== undefined && report.amountPence !== payment.amountPence) return 'amount-differs';
  if (payment.state === 'dropped' || payment.state === 'pending') return 'dropped';
  if (report.status === 'unclear') return 'unclear';
  if (report.status === 'waiting') return payment.state === 'sent' ? 'waiting' : 'unchanged';
  if (report.status === payment.state) return 'unchanged';
  if (payment.state === 'returned') return 'already-returned';
  // A bank may send money back days after it said "paid".
  return report.status;
}

/** `accepted` is not yet paid: the bank has taken the file and says later how it went. */
const STATUS_OF = {
  settled: 'paid',
  rejected: 'returned',
  accepted: 'waiting',
  pending: 'waiting',
  unknown: 'unclear',
} as const;

/**
 * What a status report says of every payment of the file that it answers, and of references that we do not know. A late
 * report of one return says nothing of the payments that were settled before, and so does ours.
 */
export function reportsFrom(result: BankResult, runId: string, payments: readonly SentPayment[]): ReportedPayment[] {
  const listed = result.batches.flatMap(({ transactions }) => transactions);
  const amounts = new Map(listed.map(({ endToEndId, amountPence }) => [endToEndId, amountPence]));
  const ours = payments
    .filter(({ state }) => state !== 'dropped')
    .flatMap(({ endToEndId, state }): ReportedPayment[] => {
      const { outcome, reasons } = outcomeOfPayment(result, messageIdOf(runId), endToEndId);
      if (outcome === 'unknown' && state !== 'sent' && !amounts.has(endToEndId)) return [];
      return [
        {
          endToEndId,
          status: STATUS_OF[outcome],
          reason: reasons[0]?.code ?? null,
          amountPence: amounts.get(endToEndId),
        },
      ];
    });
  const known = new Set(payments.map(({ endToEndId }) => endToEndId));
  const strangers = listed
    .filter(({ endToEndId }) => !known.has(endToEndId))
    .map(({ endToEndId }): ReportedPayment => ({ endToEndId, status: 'unclear', reason: null }));
  return [...ours, ...strangers];
}
