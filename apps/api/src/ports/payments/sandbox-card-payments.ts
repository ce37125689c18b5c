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
  type CardPayment,
  type CardPaymentRequest,
  type CardPaymentsPort,
  cardRequestFault,
} from './card-payments.ts';
import { readCardWebhook } from './card-webhooks.ts';

export const TEST_CARDS = ['succeeds', 'declined', 'needs_authentication'] as const;
export type TestCard = (typeof TEST_CARDS)[number];

export type SignedWebhook = { readonly rawBody: string; readonly signatureHeader: string };

export type SandboxCardPayments = CardPaymentsPort & {
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
 * makes the payment anew under the same id, so that an interrupted top-up can be taken up again.
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
