// What a bank says about a payment file, as plain data, and how its short codes become what happened and why.
// Source: ISO 20022 pain.002 and the ExternalStatusReason code set.

/** Any status a bank may send; `outcomeOf` makes sense of it. */
export interface BankReason {
  /** ISO code such as AC04, or the bank's own. */
  readonly code: string;
  /** The bank's words, for an officer's eyes; may be empty. */
  readonly words: string;
}

export interface BankTransactionStatus {
  readonly endToEndId: string;
  readonly status: string | undefined;
  readonly reasons: readonly BankReason[];
  readonly amountPence: bigint | undefined;
}

export interface BankBatchStatus {
  readonly batchId: string;
  readonly status: string | undefined;
  readonly reasons: readonly BankReason[];
  readonly transactions: readonly BankTransactionStatus[];
}

export interface BankResult {
  readonly messageId: string;
  readonly createdAt: string;
  /** The message id of the file that this answers. */
  readonly originalMessageId: string;
  readonly status: string | undefined;
  readonly reasons: readonly BankReason[];
  readonly batches: readonly BankBatchStatus[];
}

/** `pending` asks us to wait, `unknown` asks a person to look: neither moves money. */
export type BankOutcome = 'accepted' | 'settled' | 'pending' | 'rejected' | 'unknown';

const OUTCOMES: Readonly<Record<string, BankOutcome>> = {
  ACTC: 'accepted',
  ACCP: 'accepted',
  ACSP: 'accepted',
  ACWC: 'accepted',
  ACSC: 'settled',
  ACCC: 'settled',
  RCVD: 'pending',
  PDNG: 'pending',
  RJCT: 'rejected',
  CANC: 'rejected',
};

export function outcomeOf(status: string | undefined): BankOutcome {
  return (status !== undefined && Object.hasOwn(OUTCOMES, status) ? OUTCOMES[status] : undefined) ?? 'unknown';
}

/** Why a payment failed, in the few kinds that call for different action by us or by the payee. */
export type BankCause =
  | 'account_closed'
  | 'account_wrong'
  | 'account_blocked'
  | 'name_differs'
  | 'payee_deceased'
  | 'no_funds'
  | 'duplicate'
  | 'amount_wrong'
  | 'refused_by_payee'
  | 'other';

const CAUSES: Readonly<Record<string, BankCause>> = {
  AC01: 'account_wrong',
  AC02: 'account_wrong',
  AC03: 'account_wrong',
  AC04: 'account_closed',
  AC06: 'account_blocked',
  AC07: 'account_closed',
  AC13: 'account_wrong',
  AC14: 'account_wrong',
  AG01: 'account_blocked',
  AM01: 'amount_wrong',
  AM02: 'amount_wrong',
  AM04: 'no_funds',
  AM05: 'duplicate',
  AM09: 'amount_wrong',
  BE01: 'name_differs',
  BE06: 'account_wrong',
  MD07: 'payee_deceased',
  MS02: 'refused_by_payee',
  RC01: 'account_wrong',
  RC03: 'account_wrong',
  RC04: 'account_wrong',
  RC07: 'account_wrong',
};

export function causeOf(reasonCode: string): BankCause {
  return (Object.hasOwn(CAUSES, reasonCode) ? CAUSES[reasonCode] : undefined) ?? 'other';
}

export interface PaymentOutcome {
  readonly outcome: BankOutcome;
  readonly reasons: readonly BankReason[];
}

/**
 * What happened to one payment: the nearest word counts, so its own status before its batch's before the file's. PART
 * on a batch or file says nothing of a payment that is not listed, so that one stays `pending`.
 */
export function outcomeOfPayment(result: BankResult, batchId: string, endToEndId: string): PaymentOutcome {
  const batch = result.batches.find((candidate) => candidate.batchId === batchId);
  const own = (batch ? [batch] : result.batches)
    .flatMap(({ transactions }) => transactions)
    .find((transaction) => transaction.endToEndId === endToEndId);
  for (const level of [own, batch, result]) {
    if (level?.status === undefined) continue;
    if (level.status === 'PART') return { outcome: 'pending', reasons: level.reasons };
    return { outcome: outcomeOf(level.status), reasons: level.reasons };
  }
  return { outcome: 'unknown', reasons: [] };
}
