// Proves over HTTP, with the official SDK, what the adapter does when Stripe declines, fails, repeats or answers oddly.

import { once } from 'node:events';
import { createServer } from 'node:http';
import { pence } from '@support-market/domain/shared/money';
import Stripe from 'stripe';
import { Temporal } from 'temporal-polyfill';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type SettableClock, settableClock } from '../clock/clock.ts';
import type { CardPaymentRequest, CardPaymentsPort } from './card-payments.ts';
import { type StripeSettings, stripeCardPayments } from './stripe-card-payments.ts';
import { type FakeStripe, type StripeFault, startFakeStripe } from './testing/fake-stripe.ts';

const KEY = 'sk_test_adapter';
const SECRET = 'whsec_adapter';
const START = Temporal.Instant.from('2026-11-02T10:00:00Z');
const REQUEST: CardPaymentRequest = {
  transferId: 'tr_01adapter',
  amountPence: pence(1999),
  description: 'Your own money by card',
  metadata: {},
};
const answer = (status: number, body: string): StripeFault => ({ kind: 'answer', status, body });
const error = (status: number, fields: Record<string, string>) => answer(status, JSON.stringify({ error: fields }));

let clock: SettableClock;
let fake: FakeStripe;
let person: Stripe;
const closers: (() => Promise<void>)[] = [];

beforeEach(async () => {
  clock = settableClock(START, 'adapter');
  fake = await startFakeStripe({ clock, secretKey: KEY, webhookSecret: SECRET });
  closers.push(fake.close);
  const port = Number(new URL(fake.apiBase).port);
  // Stands in for the card form, which speaks to Stripe from the person's browser.
  person = new Stripe(KEY, { protocol: 'http', host: '127.0.0.1', port, maxNetworkRetries: 0, telemetry: false });
});
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

function adapter(change: Partial<StripeSettings> = {}): CardPaymentsPort {
  const settings = { secretKey: KEY, webhookSecret: SECRET, apiBase: fake.apiBase, clock, retries: 0 };
  return stripeCardPayments({ ...settings, ...change });
}

async function made(port: CardPaymentsPort, change: Partial<CardPaymentRequest> = {}): Promise<string> {
  const payment = await port.createPayment({ ...REQUEST, ...change });
  if (!payment.ok) throw new Error(payment.code);
  return payment.value.providerId;
}

describe('what goes to Stripe', () => {
  it('is whole pence in pounds sterling, with the transfer as key and as metadata, and nothing else', async () => {
    await made(adapter(), { metadata: { council: 'harbourside' } });
    expect(fake.requests).toEqual([
      {
        method: 'POST',
        path: '/v1/payment_intents',
        idempotencyKey: 'tr_01adapter',
        form: {
          amount: '1999',
          currency: 'gbp',
          description: 'Your own money by card',
          'metadata[council]': 'harbourside',
          'metadata[transfer_id]': 'tr_01adapter',
          'automatic_payment_methods[enabled]': 'true',
          'automatic_payment_methods[allow_redirects]': 'never',
        },
      },
    ]);
  });
});

describe('what the card does', () => {
  it.each([
    ['pm_card_chargeDeclined', 'other'],
    ['pm_card_chargeDeclinedInsufficientFunds', 'insufficient_funds'],
    ['pm_card_chargeDeclinedExpiredCard', 'expired_card'],
    ['pm_card_chargeDeclinedIncorrectCvc', 'incorrect_details'],
    ['pm_card_chargeDeclinedProcessingError', 'other'],
  ])('%s leaves the payment waiting for another card and says %s', async (card, lastFailure) => {
    const port = adapter();
    const id = await made(port);
    await expect(person.paymentIntents.confirm(id, { payment_method: card })).rejects.toThrow(
      Stripe.errors.StripeCardError,
    );
    const expected = lastFailure === 'other' && card === 'pm_card_chargeDeclined' ? 'declined' : lastFailure;
    expect(await port.findPayment(id)).toMatchObject({
      ok: true,
      value: { status: 'needs_card', receivedPence: 0n, lastFailure: expected },
    });
    await person.paymentIntents.confirm(id, { payment_method: 'pm_card_visa' });
    expect(await port.findPayment(id)).toMatchObject({
      ok: true,
      value: { status: 'succeeded', receivedPence: 1999n, lastFailure: undefined },
    });
  });

  it('waits for the bank, and takes both of its answers', async () => {
    const port = adapter();
    const id = await made(port);
    await person.paymentIntents.confirm(id, { payment_method: 'pm_card_authenticationRequired' });
    expect(await port.findPayment(id)).toMatchObject({ value: { status: 'needs_authentication' } });
    fake.authenticate(id, 'failed');
    expect(await port.findPayment(id)).toMatchObject({
      value: { status: 'needs_card', lastFailure: 'authentication_failed' },
    });
    await person.paymentIntents.confirm(id, { payment_method: 'pm_card_authenticationRequired' });
    fake.authenticate(id, 'passed');
    expect(await port.findPayment(id)).toMatchObject({ value: { status: 'succeeded', lastFailure: undefined } });
  });

  it('sees a payment that was cancelled', async () => {
    const port = adapter();
    const id = await made(port);
    await person.paymentIntents.cancel(id, { cancellation_reason: 'abandoned' });
    expect(await port.findPayment(id)).toMatchObject({ value: { status: 'cancelled' } });
  });
});

describe('when Stripe fails', () => {
  it.each<[string, StripeFault]>([
    ['a 500', error(500, { type: 'api_error', message: 'sorry' })],
    ['a 429', error(429, { type: 'invalid_request_error', code: 'rate_limit' })],
    ['a 409 for a key in use', error(409, { type: 'idempotency_error', code: 'idempotency_key_in_use' })],
    ["a gateway's 502 page", answer(502, '<html>Bad gateway</html>')],
    ['a 503 without a body', answer(503, '')],
    ['silence', { kind: 'silence' }],
    ['a broken connection', { kind: 'reset' }],
  ])('%s is unavailable, and the same call succeeds later', async (_name, fault) => {
    const port = adapter({ timeoutMs: 150 });
    // The SDK tries once more after a broken connection even without retries.
    fake.failNext(fault, fault.kind === 'reset' ? 2 : 1);
    expect(await port.createPayment(REQUEST)).toMatchObject({ ok: false, code: 'card.unavailable' });
    expect((await port.createPayment(REQUEST)).ok).toBe(true);
  });

  it('is unavailable when no server listens', async () => {
    const port = adapter({ apiBase: 'http://127.0.0.1:1' });
    for (const call of [port.createPayment(REQUEST), port.findPayment('pi_1'), port.findByTransfer('tr_1')]) {
      expect(await call).toMatchObject({ ok: false, code: 'card.unavailable' });
    }
  });

  it.each<[string, StripeFault]>([
    ['the connection broke', { kind: 'reset', after: true }],
    ['no answer came', { kind: 'silence', after: true }],
  ])('makes one payment when it took the request and then %s', async (_name, fault) => {
    const port = adapter({ timeoutMs: 150, retries: 1 });
    fake.failNext(fault);
    const id = await made(port);
    expect(fake.requests.map(({ idempotencyKey }) => idempotencyKey)).toEqual(['tr_01adapter', 'tr_01adapter']);
    const all = await person.paymentIntents.list();
    expect(all.data.map((payment) => payment.id)).toEqual([id]);
  });

  it('tries again by itself over a short failure', async () => {
    fake.failNext(error(500, { type: 'api_error' }));
    await made(adapter({ retries: 1 }));
    expect(fake.requests).toHaveLength(2);
  });
});

describe('when Stripe says no', () => {
  it.each<[string, StripeFault, string]>([
    ['a declined card', error(402, { type: 'card_error', code: 'card_declined' }), 'card.declined'],
    ['a fault of ours', error(400, { type: 'invalid_request_error', code: 'parameter_unknown' }), 'card.bad_request'],
    [
      'an amount below its least',
      error(400, { type: 'invalid_request_error', code: 'amount_too_small' }),
      'card.amount_out_of_range',
    ],
    ['a reused key', error(400, { type: 'idempotency_error' }), 'card.key_conflict'],
    ['a key without the right', error(403, { type: 'invalid_request_error' }), 'card.not_configured'],
  ])('names %s', async (_name, fault, code) => {
    fake.failNext(fault);
    expect(await adapter().createPayment(REQUEST)).toMatchObject({ ok: false, code });
  });

  it('names a key that it does not know, and repeats no part of it', async () => {
    const refused = await adapter({ secretKey: 'sk_test_wrong123456' }).createPayment(REQUEST);
    expect(refused).toMatchObject({ ok: false, code: 'card.not_configured', details: { status: 401 } });
    expect(JSON.stringify(refused)).not.toMatch(/sk_test|3456/);
  });
});

describe('answers that are not believed', () => {
  const intent = {
    id: 'pi_1',
    object: 'payment_intent',
    amount: 1999,
    amount_received: 0,
    client_secret: 'pi_1_secret_x',
    currency: 'gbp',
    metadata: { transfer_id: 'tr_01adapter' },
    status: 'requires_payment_method',
  };
  const but = (change: Record<string, unknown>) => answer(200, JSON.stringify({ ...intent, ...change }));

  it('takes the one that is right', async () => {
    fake.failNext(but({}));
    expect((await adapter().createPayment(REQUEST)).ok).toBe(true);
  });

  it.each<[string, StripeFault]>([
    ['a 404 without an error', answer(404, '{}')],
    ['a 404 that is shaped like a payment', answer(404, JSON.stringify(intent))],
    ['a 404 page', answer(404, '<html>Not found</html>')],
    ['a 400 whose error is no object', answer(400, '{"error":false}')],
    ['a page', answer(200, '<html>Welcome</html>')],
    ['nothing', answer(200, '')],
    ['null', answer(200, 'null')],
    ['a bare text', answer(200, '"ok"')],
    ['a number', answer(200, '1')],
    ['a list', answer(200, '[]')],
    ['an empty object', answer(200, '{}')],
    ['another object', but({ object: 'charge' })],
    ['an id that is no payment', but({ id: 'ch_1' })],
    ['no id', but({ id: null })],
    ['no client secret', but({ client_secret: null })],
    ['another amount', but({ amount: 2000 })],
    ['a fraction', but({ amount: 1999.5 })],
    ['another currency', but({ currency: 'usd' })],
    ["another's transfer", but({ metadata: { transfer_id: 'tr_other' } })],
    ['no metadata', but({ metadata: null })],
    ['an unknown status', but({ status: 'toString' })],
    ['success without the money', but({ status: 'succeeded', amount_received: 1998 })],
  ])('%s', async (_name, fault) => {
    fake.failNext(fault);
    expect(await adapter().createPayment(REQUEST)).toMatchObject({ ok: false, code: 'card.unexpected_answer' });
  });

  it("another payment's answer to a look-up", async () => {
    fake.failNext(but({ id: 'pi_2' }));
    expect(await adapter().findPayment('pi_1')).toEqual({ ok: false, code: 'card.unexpected_answer' });
  });

  it.each([
    '{}',
    '{"object":"list","data":{},"has_more":false}',
    '{"object":"list","data":[]}',
    '{"object":"list","data":[null],"has_more":false}',
    '{"object":"list","data":[{"object":"charge","id":"ch_1"}],"has_more":false}',
    '{"object":"list","data":[],"has_more":true}',
    '{"object":"list","data":[{"object":"payment_intent","id":"pi_1","metadata":{"transfer_id":"tr_1"}}],"has_more":false}',
  ])('a list such as %s, which does not prove that there is no payment', async (body) => {
    fake.failNext(answer(200, body));
    expect(await adapter().findByTransfer('tr_1')).toEqual({ ok: false, code: 'card.unexpected_answer' });
  });
});

describe('finding by transfer', () => {
  it('reads every page and overlooks payments of others on the same account', async () => {
    const port = adapter();
    const wanted = await made(port, { transferId: 'tr_wanted' });
    for (let index = 0; index < 105; index += 1) {
      await person.paymentIntents.create({ amount: 500, currency: index % 2 === 0 ? 'usd' : 'gbp' });
    }
    expect(await port.findByTransfer('tr_wanted')).toMatchObject({ ok: true, value: { providerId: wanted } });
    expect(await port.findByTransfer('tr_never')).toEqual({ ok: true, value: undefined });
  });

  it('looks no further back than an hour before the intent was recorded', async () => {
    const port = adapter();
    await made(port, { transferId: 'tr_old' });
    clock.advance({ minutes: 59 });
    expect(await port.findByTransfer('tr_old', clock.now())).toMatchObject({ value: { transferId: 'tr_old' } });
    clock.advance({ minutes: 2 });
    expect(await port.findByTransfer('tr_old', clock.now())).toEqual({ ok: true, value: undefined });
  });

  it('prefers the payment that succeeded over a later one that was left', async () => {
    const port = adapter();
    const paid = await made(port);
    await person.paymentIntents.confirm(paid, { payment_method: 'pm_card_visa' });
    fake.forgetKeys();
    const left = await made(port);
    expect(left).not.toBe(paid);
    expect(await port.findByTransfer('tr_01adapter')).toMatchObject({ value: { providerId: paid } });
  });
});

describe('webhooks on the wire', () => {
  it('pass the gate with the very bytes that were sent, again when sent again, and not when changed', async () => {
    const port = adapter();
    const seen: ReturnType<CardPaymentsPort['verifyWebhook']>[] = [];
    const receiver = createServer((incoming, response) => {
      const chunks: Buffer[] = [];
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
      incoming.on('end', () => {
        const header = incoming.headers['stripe-signature'];
        const read = port.verifyWebhook(Buffer.concat(chunks), typeof header === 'string' ? header : undefined);
        seen.push(read);
        response.writeHead(read.ok ? 200 : 400).end();
      });
    });
    receiver.listen(0, '127.0.0.1');
    await once(receiver, 'listening');
    closers.push(async () => {
      receiver.closeAllConnections();
      receiver.close();
    });
    const address = receiver.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    fake.deliverTo(`http://127.0.0.1:${address.port}/webhooks/stripe`);

    const id = await made(port);
    await person.paymentIntents.confirm(id, { payment_method: 'pm_card_visa' });
    await fake.delivered();
    const types = seen.map((read) => (read.ok ? `${read.value.type} ${read.value.objectId}` : read.code)).sort();
    expect(types).toEqual([`payment_intent.created ${id}`, `payment_intent.succeeded ${id}`]);

    const [first = ''] = fake.events;
    expect(await fake.redeliver(first)).toBe(200);
    expect(seen[2]).toEqual(seen.find((read) => read.ok && read.value.type === 'payment_intent.created'));
  });
});

describe('settings that cannot work', () => {
  it.each([
    [{ secretKey: '' }],
    [{ secretKey: 'sk_test_a b' }],
    [{ secretKey: 'sk_test_a\n' }],
    [{ webhookSecret: '' }],
    [{ webhookSecret: 'whsec_a ' }],
    [{ apiBase: 'api.stripe.com' }],
    [{ apiBase: 'ftp://api.stripe.com' }],
    [{ apiBase: 'https://api.stripe.com/v1' }],
    [{ apiBase: 'https://user@api.stripe.com' }],
    [{ apiBase: 'http://api.stripe.com', secretKey: 'sk_live_a' }],
  ])('stop the start: %j', (change) => {
    expect(() => adapter(change)).toThrow(RangeError);
  });

  it.each([[{}], [{ apiBase: 'https://stripe.internal.example:8443' }], [{ apiBase: 'http://stripe-fake:4010' }]])(
    'and %j can work',
    (change) => {
      expect(() => adapter(change)).not.toThrow();
    },
  );
});
