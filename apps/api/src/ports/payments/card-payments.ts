// The port for paying with one's own money by card. Council and individual service fund money never comes here.
// Facts about Stripe: amounts, idempotency and metadata limits as its API reference documents them.

import type { Standing } from '@support-market/domain/payments/card-returns';
import type { Pence } from '@support-market/domain/shared/money';
import { ok, type Result, refuse } from '@support-market/domain/shared/result';
import { Temporal } from 'temporal-polyfill';
import type { Clock } from '../clock/clock.ts';

/**
 * - `card.declined`: the person's bank said no.
 * - `card.unavailable`: the processor could not be reached, was busy or failed; the same call may be made again.
 * - `card.amount_out_of_range`: outside SMALLEST_CARD_PENCE to LARGEST_CARD_PENCE.
 * - `card.bad_request`: the processor or this port will not take the request as it is; a fault of ours.
 * - `card.key_conflict`: the transfer was already used for a payment with other contents.
 * - `card.not_found`: no such payment.
 * - `card.not_configured`: the processor does not accept our key; the operator must act.
 * - `card.look_up_incomplete`: more payments than can be searched; nothing may be concluded or retried from it.
 * - `card.unexpected_answer`: the processor's answer is not what was asked for, so it is not believed.
 */
export type CardCode =
  | 'card.declined'
  | 'card.unavailable'
  | 'card.amount_out_of_range'
  | 'card.bad_request'
  | 'card.key_conflict'
  | 'card.not_found'
  | 'card.not_configured'
  | 'card.look_up_incomplete'
  | 'card.unexpected_answer';

/**
 * - `card.webhook_refused`: the signature is missing, wrong or older than five minutes.
 * - `card.webhook_malformed`: signed by the processor, yet not an event that can be read.
 */
export type CardWebhookCode = 'card.webhook_refused' | 'card.webhook_malformed';

export type CardPaymentStatus = 'needs_card' | 'needs_authentication' | 'processing' | 'succeeded' | 'cancelled';

/** Why the last try with a card failed, as far as a person can act on it. */
export type CardFailure =
  | 'declined'
  | 'insufficient_funds'
  | 'expired_card'
  | 'incorrect_details'
  | 'authentication_failed'
  | 'other';

export type CardPayment = {
  /** The processor's id ("pi_…"). */
  readonly providerId: string;
  /** Lets the person's browser alone complete this payment. Never log or store it. */
  readonly clientSecret: string;
  readonly status: CardPaymentStatus;
  readonly amountPence: Pence;
  /** Equal to `amountPence` once the status is `succeeded`, otherwise nothing. */
  readonly receivedPence: Pence;
  /** Our ledger transfer that this pays for; undefined for a payment that is not ours. */
  readonly transferId: string | undefined;
  readonly lastFailure: CardFailure | undefined;
};

export type CardPaymentRequest = {
  /** Our transfer's id: the idempotency key, and the metadata by which the payment is found again. */
  readonly transferId: string;
  readonly amountPence: Pence;
  /** At most 1,000 characters; seen by the person and the processor, so it must not say what care is bought. */
  readonly description: string;
  /** At most 49 of our own ids (keys ≤ 40, values ≤ 500 characters); nothing about a person. */
  readonly metadata: Readonly<Record<string, string>>;
};

export type CardEvent = {
  readonly eventId: string;
  /** "payment_intent.succeeded" and so on. */
  readonly type: string;
  /** The object to fetch again: events may repeat and come in any order, so their contents are never copied. */
  readonly objectId: string;
  readonly objectKind: string;
};

/** A refund or dispute of one payment, as it stands now. */
export type CardReversal = {
  /** The processor's id ("re_…", "dp_…"). */
  readonly providerId: string;
  readonly kind: 'refund' | 'dispute';
  readonly amountPence: Pence;
  readonly standing: Standing;
};

/** One movement on our balance at the processor, before its fee. */
export type CardMovement = {
  /** The processor's id ("txn_…"). */
  readonly id: string;
  readonly kind: 'payment' | 'refund' | 'dispute';
  /** The payment that it belongs to ("pi_…"), where the processor says one. */
  readonly paymentId: string | undefined;
  /** Our transfer's id, where the processor says one. */
  readonly transferId: string | undefined;
  /** Above zero what came in, below zero what was taken back. */
  readonly amountPence: bigint;
};

/** Objects of the processor's that belong to a payment, by the kind that an event names. */
export const PARTS_OF_PAYMENTS = ['charge', 'refund', 'dispute'] as const;
export type PartOfPayment = (typeof PARTS_OF_PAYMENTS)[number];

export type CardPaymentsPort = {
  /**
   * Asks for a payment, which the person completes in the browser. The same request again gives the same payment
   * (with the status it had at first: `findPayment` tells the present one).
   */
  readonly createPayment: (request: CardPaymentRequest) => Promise<Result<CardPayment, CardCode>>;
  readonly findPayment: (providerId: string) => Promise<Result<CardPayment, CardCode>>;
  /**
   * The payment that carries this transfer's id, or undefined when there certainly is none. `since` is when the
   * intent was recorded: without it every payment is looked through.
   */
  readonly findByTransfer: (
    transferId: string,
    since?: Temporal.Instant,
  ) => Promise<Result<CardPayment | undefined, CardCode>>;
  /** The id of the payment that a charge, refund or dispute belongs to; undefined where it belongs to none of ours. */
  readonly paymentOf: (kind: PartOfPayment, objectId: string) => Promise<Result<string | undefined, CardCode>>;
  /** Every refund and dispute of a payment, as they stand now. */
  readonly findReversals: (providerId: string) => Promise<Result<readonly CardReversal[], CardCode>>;
  /** What moved on our balance from one moment to before another. */
  readonly listMovements: (
    from: Temporal.Instant,
    until: Temporal.Instant,
  ) => Promise<Result<readonly CardMovement[], CardCode>>;
  /** Reads an event after checking its signature on the body's very bytes. */
  readonly verifyWebhook: (
    rawBody: Uint8Array | string,
    signatureHeader: string | undefined,
  ) => Result<CardEvent, CardWebhookCode>;
};

/** Stripe's least charge in pounds sterling. */
export const SMALLEST_CARD_PENCE = 30n;
/** Stripe takes at most eight digits. */
export const LARGEST_CARD_PENCE = 99_999_999n;

/** The metadata key that carries our transfer's id. */
export const TRANSFER_METADATA = 'transfer_id';

/** The first fault in a request, found before anyone outside is asked; undefined when there is none. */
export function cardRequestFault(
  request: CardPaymentRequest,
): 'card.amount_out_of_range' | 'card.bad_request' | undefined {
  if (request.amountPence < SMALLEST_CARD_PENCE || request.amountPence > LARGEST_CARD_PENCE) {
    return 'card.amount_out_of_range';
  }
  const entries = Object.entries(request.metadata);
  const fits =
    /^[\w-]{1,255}$/.test(request.transferId) &&
    request.description.length >= 1 &&
    request.description.length <= 1000 &&
    entries.length <= 49 &&
    entries.every(
      ([key, value]) => /^\w{1,40}$/.test(key) && key !== TRANSFER_METADATA && value.length >= 1 && value.length <= 500,
    );
  return fits ? undefined : 'card.bad_request';
}

// Stripe may forget idempotency keys after 24 hours; an hour is left for clocks that disagree.
const KEYS_ARE_SAFE_FOR = { hours: 23 };

/**
 * Creates the payment of a recorded intent, or finds it: the call to repeat until it answers. While the processor
 * still remembers the idempotency key a repeat is safe by itself; later the payment is looked up first, so that a
 * retry after days never charges twice. `recordedAt` is when the intent was committed.
 */
export async function createPaymentOnce(
  port: CardPaymentsPort,
  clock: Clock,
  request: CardPaymentRequest,
  recordedAt: Temporal.Instant,
): Promise<Result<CardPayment, CardCode>> {
  if (Temporal.Instant.compare(clock.now(), recordedAt.add(KEYS_ARE_SAFE_FOR)) < 0) return port.createPayment(request);
  const found = await port.findByTransfer(request.transferId, recordedAt);
  if (!found.ok) return found;
  if (found.value === undefined) return port.createPayment(request);
  return found.value.amountPence === request.amountPence ? ok(found.value) : refuse('card.key_conflict');
}
