// A card processor inside the process, for the demonstration and for journeys: the person picks a test card, and the
// outcome comes back through the real webhook gate, signed. It moves no money and asks for no card number.

import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { type Pence, ZERO_PENCE } from '@support-market/domain/shared/money';
import { ok, type Result, refuse } from '@support-market/domain/shared/result';
import Stripe from 'stripe';
import type { Temporal } from 'temporal-polyfill';
import type { Clock } from '../clock/clock.ts';
import {
  type CardCode,
  type CardMovement,
  type CardPayment,
  type CardPaymentRequest,
  type CardPaymentsPort,
  type CardReversal,
  cardRequestFault,
} from './card-payments.ts';
import { readCardWebhook } from './card-webhooks.ts';

export const TEST_CARDS = ['succeeds', 'declined', 'needs_authentication'] as const;
export type TestCard = (typeof TEST_CARDS)[number];

export type SignedWebhook = { readonly rawBody: string; readonly signatureHeader: string };

export type SandboxCardPayments = CardPaymentsPort & {
  /** The processor takes money of a payment back: a refund at once, a dispute until it is closed. Answers its id. */
  readonly takeBack: (providerId: string, kind: 'refund' | 'dispute', amountPence: Pence) => Promise<string>;
  /** A dispute ends, for us or against us. */
  readonly closeDispute: (disputeId: string, outcome: 'won' | 'lost') => Promise<void>;
  /**
   * What Stripe's own form does in the browser: tries a test card, by default the one that `testCardForAmount` names.
   * Refuses `card.declined` after a declined card (another may be tried), `card.not_found` for an unknown payment or
   * a wrong client secret, `card.bad_request` when the payment no longer waits for a card.
   */
  readonly payWithTestCard: (
    providerId: string,
    clientSecret: string,
    testCard?: TestCard,
  ) => Promise<Result<CardPayment, CardCode>>;
  /** What the person's bank does next: the check was passed, or it failed and another card may be tried. */
  readonly completeAuthentication: (
    providerId: string,
    clientSecret: string,
    outcome: 'passed' | 'failed',
  ) => Promise<Result<CardPayment, CardCode>>;
  /** Delivers again, newly signed, every event that `deliver` threw on. Returns how many still wait. */
  readonly deliverPending: () => Promise<number>;
  /** A processor that is down refuses every call with `card.unavailable`. It is up at first. */
  readonly setAvailable: (available: boolean) => void;
};

/** Amounts whose pence end in 02 are declined, in 03 need the bank's check; all others succeed. */
export function testCardForAmount(amountPence: Pence): TestCard {
  const ending = amountPence % 100n;
  return ending === 2n ? 'declined' : ending === 3n ? 'needs_authentication' : 'succeeds';
}

type Kept = { readonly payment: CardPayment; readonly fingerprint: string; readonly createdAt: Temporal.Instant };

const PROVIDER_STATUS = {
  needs_card: 'requires_payment_method',
  needs_authentication: 'requires_action',
  processing: 'processing',
  succeeded: 'succeeded',
  cancelled: 'canceled',
} as const;

function fingerprintOf(request: CardPaymentRequest): string {
  const metadata = Object.entries(request.metadata).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([request.amountPence.toString(), request.description, metadata]);
}

function sameText(a: string, b: string): boolean {
  const [left, right] = [a, b].map((text) => createHash('sha256').update(text).digest());
  return left !== undefined && right !== undefined && timingSafeEqual(left, right);
}

/**
 * The shipped sandbox. `deliver` is given each signed event, as the webhook route would receive it; events that it
 * throws on wait for the next event or for `deliverPending`. Payments live as long as the process: after a restart
 * `findPayment` refuses `card.not_found`, `findByTransfer` finds nothing, and `createPayment` with the same transfer
 * makes the payment again under the same id, so that an interrupted card payment can be taken up again.
 */
export function sandboxCardPayments(options: {
  readonly clock: Clock;
  readonly deliver: (webhook: SignedWebhook) => Promise<void>;
  /** Drawn from the clock's random bytes unless given. */
  readonly webhookSecret?: string;
}): SandboxCardPayments {
  const { clock, deliver } = options;
  const secret = options.webhookSecret ?? `whsec_${Buffer.from(clock.random(24)).toString('hex')}`;
  const kept = new Map<string, Kept>();
  const reversals = new Map<string, { readonly paymentId: string; readonly reversal: CardReversal }>();
  const movements: { readonly at: Temporal.Instant; readonly movement: CardMovement }[] = [];
  const waiting: string[] = [];
  let available = true;
  let delivering: Promise<void> | undefined;

  async function deliverInTurn(): Promise<void> {
    const failed: string[] = [];
    for (let rawBody = waiting.shift(); rawBody !== undefined; rawBody = waiting.shift()) {
      const timestamp = Math.floor(clock.now().epochMilliseconds / 1000);
      const signatureHeader = Stripe.webhooks.generateTestHeaderString({ payload: rawBody, secret, timestamp });
      try {
        await deliver({ rawBody, signatureHeader });
      } catch {
        // As with the real processor, an event that was not taken is offered again later.
        failed.push(rawBody);
      }
    }
    waiting.push(...failed);
  }

  async function deliverPending(): Promise<number> {
    while (delivering) await delivering;
    delivering = deliverInTurn().finally(() => {
      delivering = undefined;
    });
    await delivering;
    return waiting.length;
  }

  function note(kind: CardMovement['kind'], payment: CardPayment, amountPence: bigint): void {
    const { providerId: paymentId, transferId } = payment;
    const id = `txn_sandbox_${movements.length + 1}`;
    movements.push({ at: clock.now(), movement: { id, kind, paymentId, transferId, amountPence } });
  }

  async function tellOf(type: string, { providerId: id, kind, amountPence }: CardReversal): Promise<void> {
    const object = { id, object: kind, amount: Number(amountPence), currency: 'gbp' };
    const eventId = `evt_sandbox_${Buffer.from(clock.random(12)).toString('hex')}`;
    waiting.push(JSON.stringify({ id: eventId, object: 'event', type, livemode: false, data: { object } }));
    await deliverPending();
  }

  async function announce(type: string, { payment, createdAt }: Kept): Promise<void> {
    const seconds = (instant: Temporal.Instant) => Math.floor(instant.epochMilliseconds / 1000);
    const object = {
      id: payment.providerId,
      object: 'payment_intent',
      amount: Number(payment.amountPence),
      amount_received: Number(payment.receivedPence),
      currency: 'gbp',
      created: seconds(createdAt),
      livemode: false,
      metadata: payment.transferId === undefined ? {} : { transfer_id: payment.transferId },
      status: PROVIDER_STATUS[payment.status],
    };
    const id = `evt_sandbox_${Buffer.from(clock.random(12)).toString('hex')}`;
    const event = { id, object: 'event', type, created: seconds(clock.now()), livemode: false, data: { object } };
    waiting.push(JSON.stringify(event));
    await deliverPending();
  }

  function owned(providerId: string, clientSecret: string): Result<Kept, CardCode> {
    if (!available) return refuse('card.unavailable');
    const found = kept.get(providerId);
    return found && sameText(found.payment.clientSecret, clientSecret) ? ok(found) : refuse('card.not_found');
  }

  async function change(from: Kept, to: Partial<CardPayment>, type: string): Promise<CardPayment> {
    const changed: Kept = { ...from, payment: { ...from.payment, ...to } };
    kept.set(from.payment.providerId, changed);
    await announce(type, changed);
    return changed.payment;
  }

  function succeed(from: Kept): Promise<CardPayment> {
    const received = { status: 'succeeded', receivedPence: from.payment.amountPence, lastFailure: undefined } as const;
    note('payment', from.payment, from.payment.amountPence);
    return change(from, received, 'payment_intent.succeeded');
  }

  return {
    async createPayment(request) {
      const fault = cardRequestFault(request);
      if (fault) return refuse(fault);
      if (!available) return refuse('card.unavailable');
      const providerId = `pi_sandbox_${createHash('sha256').update(request.transferId).digest('hex').slice(0, 24)}`;
      const fingerprint = fingerprintOf(request);
      const before = kept.get(providerId);
      if (before) return before.fingerprint === fingerprint ? ok(before.payment) : refuse('card.key_conflict');
      const payment: CardPayment = {
        providerId,
        clientSecret: `${providerId}_secret_${createHmac('sha256', secret).update(providerId).digest('hex').slice(0, 32)}`,
        status: 'needs_card',
        amountPence: request.amountPence,
        receivedPence: ZERO_PENCE,
        transferId: request.transferId,
        lastFailure: undefined,
      };
      kept.set(providerId, { payment, fingerprint, createdAt: clock.now() });
      return ok(payment);
    },

    async findPayment(providerId) {
      if (!available) return refuse('card.unavailable');
      const found = kept.get(providerId);
      return found ? ok(found.payment) : refuse('card.not_found');
    },

    async findByTransfer(transferId) {
      if (!available) return refuse('card.unavailable');
      return ok([...kept.values()].find(({ payment }) => payment.transferId === transferId)?.payment);
    },

    async paymentOf(_kind, objectId) {
      if (!available) return refuse('card.unavailable');
      const known = reversals.get(objectId);
      return known ? ok(known.paymentId) : refuse('card.not_found');
    },

    async findReversals(providerId) {
      if (!available) return refuse('card.unavailable');
      return ok([...reversals.values()].filter(({ paymentId }) => paymentId === providerId).map((one) => one.reversal));
    },

    async listMovements(from, until) {
      if (!available) return refuse('card.unavailable');
      const within = ({ epochMilliseconds: at }: Temporal.Instant) =>
        at >= from.epochMilliseconds && at < until.epochMilliseconds;
      return ok(movements.filter(({ at }) => within(at)).map(({ movement }) => movement));
    },

    async takeBack(paymentId, kind, amountPence) {
      const payment = kept.get(paymentId)?.payment;
      if (payment?.status !== 'succeeded') throw new Error('only a payment that succeeded can be taken back');
      const providerId = `${kind === 'refund' ? 're' : 'dp'}_sandbox_${reversals.size + 1}`;
      const reversal = { providerId, kind, amountPence, standing: kind === 'refund' ? 'final' : 'taken' } as const;
      reversals.set(providerId, { paymentId, reversal });
      note(kind, payment, -amountPence);
      await tellOf(kind === 'refund' ? 'refund.created' : 'charge.dispute.created', reversal);
      return providerId;
    },

    async closeDispute(disputeId, outcome) {
      const known = reversals.get(disputeId);
      const payment = kept.get(known?.paymentId ?? '')?.payment;
      if (!known || !payment) throw new Error('no such dispute');
      const reversal = { ...known.reversal, standing: outcome === 'won' ? 'given-back' : 'final' } as const;
      reversals.set(disputeId, { ...known, reversal });
      if (outcome === 'won') note('dispute', payment, reversal.amountPence);
      await tellOf('charge.dispute.closed', reversal);
    },

    verifyWebhook: (rawBody, signatureHeader) => readCardWebhook(rawBody, signatureHeader, secret, clock),

    async payWithTestCard(providerId, clientSecret, testCard) {
      const found = owned(providerId, clientSecret);
      if (!found.ok) return found;
      const { payment } = found.value;
      if (payment.status !== 'needs_card') return refuse('card.bad_request');
      switch (testCard ?? testCardForAmount(payment.amountPence)) {
        case 'succeeds':
          return ok(await succeed(found.value));
        case 'declined':
          await change(found.value, { lastFailure: 'declined' }, 'payment_intent.payment_failed');
          return refuse('card.declined');
        case 'needs_authentication':
          return ok(await change(found.value, { status: 'needs_authentication' }, 'payment_intent.requires_action'));
      }
    },

    async completeAuthentication(providerId, clientSecret, outcome) {
      const found = owned(providerId, clientSecret);
      if (!found.ok) return found;
      if (found.value.payment.status !== 'needs_authentication') return refuse('card.bad_request');
      if (outcome === 'passed') return ok(await succeed(found.value));
      const failed = { status: 'needs_card', lastFailure: 'authentication_failed' } as const;
      await change(found.value, failed, 'payment_intent.payment_failed');
      return refuse('card.declined');
    },

    deliverPending,
    setAvailable: (next) => {
      available = next;
    },
  };
}
