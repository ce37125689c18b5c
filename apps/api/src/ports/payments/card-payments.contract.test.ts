// Holds every card adapter to one contract: the real one, through the official SDK over HTTP, and the shipped sandbox.

import { pence } from '@support-market/domain/shared/money';
import { Temporal } from 'temporal-polyfill';
import { afterEach, describe, expect, it } from 'vitest';
import { type SettableClock, settableClock } from '../clock/clock.ts';
import {
  type CardPayment,
  type CardPaymentRequest,
  type CardPaymentsPort,
  cardRequestFault,
  createPaymentOnce,
} from './card-payments.ts';
import { sandboxCardPayments } from './sandbox-card-payments.ts';
import { stripeCardPayments } from './stripe-card-payments.ts';
import { startFakeStripe } from './testing/fake-stripe.ts';

const SECRET = 'whsec_contract';
const START = Temporal.Instant.from('2026-11-02T10:00:00Z');

type Bench = {
  readonly clock: SettableClock;
  readonly port: CardPaymentsPort;
  /** The person uses a good card. */
  readonly pay: (payment: CardPayment) => Promise<void>;
  /** The last event's body, and a signature made now with the right secret. */
  readonly lastEvent: () => Promise<{ rawBody: string; signatureHeader: string }>;
  readonly forgetKeys: () => void;
};

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

async function stripeBench(): Promise<Bench> {
  const clock = settableClock(START, 'contract');
  const fake = await startFakeStripe({ clock, secretKey: 'sk_test_contract', webhookSecret: SECRET });
  closers.push(fake.close);
  const port = stripeCardPayments({
    secretKey: 'sk_test_contract',
    webhookSecret: SECRET,
    apiBase: fake.apiBase,
    clock,
    retries: 0,
  });
  const { default: Stripe } = await import('stripe');
  return {
    clock,
    port,
    async pay({ providerId }) {
      const answer = await fetch(`${fake.apiBase}/v1/payment_intents/${providerId}/confirm`, {
        method: 'POST',
        headers: { authorization: 'Bearer sk_test_contract', 'content-type': 'application/x-www-form-urlencoded' },
        body: 'payment_method=pm_card_visa',
      });
      expect(answer.status).toBe(200);
    },
    async lastEvent() {
      const rawBody = fake.events.at(-1) ?? '';
      const timestamp = Math.floor(clock.now().epochMilliseconds / 1000);
      return {
        rawBody,
        signatureHeader: Stripe.webhooks.generateTestHeaderString({ payload: rawBody, secret: SECRET, timestamp }),
      };
    },
    forgetKeys: fake.forgetKeys,
  };
}

async function sandboxBench(): Promise<Bench> {
  const clock = settableClock(START, 'contract');
  const received: { rawBody: string; signatureHeader: string }[] = [];
  const port = sandboxCardPayments({
    clock,
    webhookSecret: SECRET,
    deliver: async (event) => void received.push(event),
  });
  return {
    clock,
    port,
    async pay({ providerId, clientSecret }) {
      expect((await port.payWithTestCard(providerId, clientSecret, 'succeeds')).ok).toBe(true);
    },
    async lastEvent() {
      const last = received.at(-1);
      if (last === undefined) throw new Error('no event yet');
      return last;
    },
    forgetKeys: () => {},
  };
}

const request = (change: Partial<CardPaymentRequest> = {}): CardPaymentRequest => ({
  transferId: 'tr_01contract',
  amountPence: pence(2500),
  description: 'Your own money by card',
  metadata: { council: 'harbourside' },
  ...change,
});

async function created(bench: Bench, change: Partial<CardPaymentRequest> = {}): Promise<CardPayment> {
  const answer = await bench.port.createPayment(request(change));
  if (!answer.ok) throw new Error(answer.code);
  return answer.value;
}

describe.each([
  ['Stripe', stripeBench],
  ['the sandbox', sandboxBench],
])('cards through %s', (_name, start) => {
  it('makes a payment that waits for a card and is found by its id and by its transfer', async () => {
    const bench = await start();
    const payment = await created(bench);
    expect(payment).toMatchObject({
      status: 'needs_card',
      amountPence: 2500n,
      receivedPence: 0n,
      transferId: 'tr_01contract',
      lastFailure: undefined,
    });
    expect(payment.providerId).toMatch(/^pi_/);
    expect(payment.clientSecret.startsWith(`${payment.providerId}_secret_`)).toBe(true);
    expect(await bench.port.findPayment(payment.providerId)).toEqual({ ok: true, value: payment });
    expect(await bench.port.findByTransfer('tr_01contract')).toEqual({ ok: true, value: payment });
    expect(await bench.port.findByTransfer('tr_01contract', START)).toEqual({ ok: true, value: payment });
  });

  it('makes one payment from the same request twenty times at once', async () => {
    const bench = await start();
    const payments = await Promise.all(Array.from({ length: 20 }, () => created(bench)));
    expect(new Set(payments.map(({ providerId }) => providerId)).size).toBe(1);
  });

  it('refuses another amount under a used transfer', async () => {
    const bench = await start();
    const first = await created(bench);
    const second = await bench.port.createPayment(request({ amountPence: pence(2600) }));
    expect(second).toMatchObject({ ok: false, code: 'card.key_conflict' });
    expect(await bench.port.findPayment(first.providerId)).toEqual({ ok: true, value: first });
  });

  it('shows the whole amount received once the card was charged', async () => {
    const bench = await start();
    const payment = await created(bench);
    await bench.pay(payment);
    expect(await bench.port.findPayment(payment.providerId)).toMatchObject({
      ok: true,
      value: { status: 'succeeded', amountPence: 2500n, receivedPence: 2500n },
    });
  });

  it('says that an unknown payment is not found and that an unknown transfer has none', async () => {
    const { port } = await start();
    for (const id of ['pi_unknown', '', '../balance', 'ch_123']) {
      expect(await port.findPayment(id)).toMatchObject({ ok: false, code: 'card.not_found' });
    }
    expect(await port.findByTransfer('tr_unknown')).toEqual({ ok: true, value: undefined });
  });

  it('takes amounts from 30 pence to eight digits and none outside', async () => {
    const { port } = await start();
    const answers: unknown[] = [];
    for (const [index, amount] of [30n, 99_999_999n, 29n, 0n, -500n, 100_000_000n].entries()) {
      const answer = await port.createPayment(request({ transferId: `tr_${index}`, amountPence: pence(amount) }));
      answers.push(answer.ok ? answer.value.amountPence : answer.code);
    }
    const refused = 'card.amount_out_of_range';
    expect(answers).toEqual([30n, 99_999_999n, refused, refused, refused, refused]);
  });

  it('sends a signed event that the port itself reads', async () => {
    const bench = await start();
    const payment = await created(bench);
    await bench.pay(payment);
    const { rawBody, signatureHeader } = await bench.lastEvent();
    const expected = {
      ok: true,
      value: {
        eventId: expect.stringMatching(/^evt_/),
        type: 'payment_intent.succeeded',
        objectId: payment.providerId,
        objectKind: 'payment_intent',
      },
    };
    expect(bench.port.verifyWebhook(rawBody, signatureHeader)).toEqual(expected);
    expect(bench.port.verifyWebhook(new TextEncoder().encode(rawBody), signatureHeader)).toEqual(expected);
  });

  it('refuses an event that is unsigned, altered, of another secret, five minutes old or as far ahead', async () => {
    const bench = await start();
    await bench.pay(await created(bench));
    const { rawBody, signatureHeader } = await bench.lastEvent();
    const { default: Stripe } = await import('stripe');
    const timestamp = Math.floor(START.epochMilliseconds / 1000);
    const forged = Stripe.webhooks.generateTestHeaderString({ payload: rawBody, secret: 'whsec_other', timestamp });
    const refused = { ok: false, code: 'card.webhook_refused' };
    const { port, clock } = bench;
    expect(port.verifyWebhook(rawBody, undefined)).toEqual(refused);
    expect(port.verifyWebhook('', signatureHeader)).toEqual(refused);
    for (const header of ['', 'v1', 't=,v1=', 't=1', `t=${timestamp},v1`, `t=${timestamp},v0=abc`, forged]) {
      expect(port.verifyWebhook(rawBody, header)).toEqual(refused);
    }
    expect(port.verifyWebhook(rawBody.replace('2500', '9500'), signatureHeader)).toEqual(refused);
    expect(port.verifyWebhook(JSON.stringify({ ...JSON.parse(rawBody), extra: 1 }), signatureHeader)).toEqual(refused);
    const ahead = Stripe.webhooks.generateTestHeaderString({
      payload: rawBody,
      secret: SECRET,
      timestamp: timestamp + 301,
    });
    expect(port.verifyWebhook(rawBody, ahead)).toEqual(refused);
    clock.advance({ seconds: 300 });
    expect(port.verifyWebhook(rawBody, signatureHeader).ok).toBe(true);
    clock.advance({ seconds: 1 });
    expect(port.verifyWebhook(rawBody, signatureHeader)).toEqual(refused);
  });

  it.each(['{', '[]', 'null', '{"object":"event"}', '{"object":"event","id":"evt_1","type":"x","data":{"object":{}}}'])(
    'calls a well-signed %j malformed and does not fall over',
    async (rawBody) => {
      const { port } = await start();
      const { default: Stripe } = await import('stripe');
      const timestamp = Math.floor(START.epochMilliseconds / 1000);
      const header = Stripe.webhooks.generateTestHeaderString({ payload: rawBody, secret: SECRET, timestamp });
      expect(port.verifyWebhook(rawBody, header)).toEqual({ ok: false, code: 'card.webhook_malformed' });
    },
  );

  it('never makes a second payment when an intent is taken up again after days, the keys long forgotten', async () => {
    const bench = await start();
    const first = await createPaymentOnce(bench.port, bench.clock, request(), START);
    if (!first.ok) throw new Error(first.code);
    await bench.pay(first.value);
    bench.clock.advance({ days: 2 });
    bench.forgetKeys();
    const again = await createPaymentOnce(bench.port, bench.clock, request(), START);
    expect(again).toMatchObject({ ok: true, value: { providerId: first.value.providerId, status: 'succeeded' } });
    const other = await createPaymentOnce(bench.port, bench.clock, request({ amountPence: pence(2600) }), START);
    expect(other).toEqual({ ok: false, code: 'card.key_conflict' });
    const late = await createPaymentOnce(bench.port, bench.clock, request({ transferId: 'tr_late' }), START);
    expect(late).toMatchObject({ ok: true, value: { status: 'needs_card', transferId: 'tr_late' } });
  });
});

describe('what is refused before anyone outside is asked', () => {
  it.each([
    [{ transferId: '' }],
    [{ transferId: 'tr 1' }],
    [{ transferId: 't'.repeat(256) }],
    [{ description: '' }],
    [{ description: 'd'.repeat(1001) }],
    [{ metadata: { transfer_id: 'tr_other' } }],
    [{ metadata: { ['k'.repeat(41)]: 'v' } }],
    [{ metadata: { 'a[b]': 'v' } }],
    [{ metadata: { key: 'v'.repeat(501) } }],
    [{ metadata: { key: '' } }],
    [{ metadata: Object.fromEntries(Array.from({ length: 50 }, (_, index) => [`k${index}`, 'v'])) }],
  ] satisfies [Partial<CardPaymentRequest>][])('%j', (change) => {
    expect(cardRequestFault(request(change))).toBe('card.bad_request');
  });

  it('takes what fits exactly', () => {
    const metadata = Object.fromEntries(Array.from({ length: 49 }, (_, index) => [`k${index}`, 'v'.repeat(500)]));
    expect(cardRequestFault(request({ description: 'd'.repeat(1000), metadata }))).toBeUndefined();
  });
});
