// Proves that the shipped sandbox behaves as a processor would: cards, the bank's check, events, and days when it is down.

import { type Pence, pence } from '@support-market/domain/shared/money';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { settableClock } from '../clock/clock.ts';
import { type SignedWebhook, sandboxCardPayments, testCardForAmount } from './sandbox-card-payments.ts';

const START = Temporal.Instant.from('2026-11-02T10:00:00Z');

function bench(deliver?: (webhook: SignedWebhook) => Promise<void>) {
  const clock = settableClock(START, 'sandbox');
  const events: string[] = [];
  const port = sandboxCardPayments({
    clock,
    webhookSecret: 'whsec_sandbox',
    async deliver(webhook) {
      await deliver?.(webhook);
      const read = port.verifyWebhook(webhook.rawBody, webhook.signatureHeader);
      events.push(read.ok ? read.value.type : read.code);
    },
  });
  async function made(amountPence: Pence = pence(2500), transferId = 'tr_01sandbox') {
    const payment = await port.createPayment({ transferId, amountPence, description: 'Own money', metadata: {} });
    if (!payment.ok) throw new Error(payment.code);
    return payment.value;
  }
  return { clock, port, events, made };
}

describe('the test cards', () => {
  it('are chosen by the amount when the person does not choose', async () => {
    expect([2500n, 2502n, 2503n, 102n].map((amount) => testCardForAmount(pence(amount)))).toEqual([
      'succeeds',
      'declined',
      'needs_authentication',
      'declined',
    ]);
    const { port, made } = bench();
    const payment = await made(pence(2502));
    const declined = await port.payWithTestCard(payment.providerId, payment.clientSecret);
    expect(declined).toEqual({ ok: false, code: 'card.declined' });
  });

  it('let another card be tried after a declined one, and announce both', async () => {
    const { port, events, made } = bench();
    const { providerId, clientSecret } = await made();
    expect((await port.payWithTestCard(providerId, clientSecret, 'declined')).ok).toBe(false);
    expect(await port.findPayment(providerId)).toMatchObject({
      value: { status: 'needs_card', lastFailure: 'declined' },
    });
    expect((await port.payWithTestCard(providerId, clientSecret, 'succeeds')).ok).toBe(true);
    expect(await port.findPayment(providerId)).toMatchObject({
      value: { status: 'succeeded', receivedPence: 2500n, lastFailure: undefined },
    });
    expect(events).toEqual(['payment_intent.payment_failed', 'payment_intent.succeeded']);
  });

  it("wait for the bank's check and take both of its answers", async () => {
    const { port, events, made } = bench();
    const { providerId, clientSecret } = await made();
    expect(await port.payWithTestCard(providerId, clientSecret, 'needs_authentication')).toMatchObject({
      value: { status: 'needs_authentication' },
    });
    expect(await port.completeAuthentication(providerId, clientSecret, 'failed')).toMatchObject({
      code: 'card.declined',
    });
    await port.payWithTestCard(providerId, clientSecret, 'needs_authentication');
    expect(await port.completeAuthentication(providerId, clientSecret, 'passed')).toMatchObject({
      value: { status: 'succeeded', receivedPence: 2500n },
    });
    expect(events).toEqual([
      'payment_intent.requires_action',
      'payment_intent.payment_failed',
      'payment_intent.requires_action',
      'payment_intent.succeeded',
    ]);
  });

  it('charge once: a paid payment takes no second card', async () => {
    const { port, events, made } = bench();
    const { providerId, clientSecret } = await made();
    const twice = await Promise.all([
      port.payWithTestCard(providerId, clientSecret, 'succeeds'),
      port.payWithTestCard(providerId, clientSecret, 'succeeds'),
    ]);
    expect(twice.map(({ ok }) => ok)).toEqual([true, false]);
    expect(await port.completeAuthentication(providerId, clientSecret, 'passed')).toMatchObject({
      code: 'card.bad_request',
    });
    expect(events).toEqual(['payment_intent.succeeded']);
  });

  it('work only with the client secret', async () => {
    const { port, events, made } = bench();
    const { providerId } = await made();
    const other = await made(pence(2500), 'tr_02sandbox');
    for (const secret of ['', 'wrong', other.clientSecret]) {
      expect(await port.payWithTestCard(providerId, secret, 'succeeds')).toEqual({ ok: false, code: 'card.not_found' });
    }
    expect(events).toEqual([]);
  });
});

describe('events of the sandbox', () => {
  it('wait when they are not taken, and come again newly signed', async () => {
    let up = false;
    const { clock, port, events, made } = bench(async () => {
      if (!up) throw new Error('route is down');
    });
    const { providerId, clientSecret } = await made();
    expect((await port.payWithTestCard(providerId, clientSecret, 'succeeds')).ok).toBe(true);
    expect(await port.deliverPending()).toBe(1);
    up = true;
    clock.advance({ hours: 2 });
    expect(await port.deliverPending()).toBe(0);
    expect(events).toEqual(['payment_intent.succeeded']);
  });

  it('draw their own secret when none is configured, which no other sandbox shares', async () => {
    const clock = settableClock(START, 'sandbox');
    let sent: SignedWebhook | undefined;
    const deliver = async (webhook: SignedWebhook) => {
      sent = webhook;
    };
    const [one, two] = [sandboxCardPayments({ clock, deliver }), sandboxCardPayments({ clock, deliver })];
    const made = await one.createPayment({
      transferId: 'tr_1',
      amountPence: pence(100),
      description: 'd',
      metadata: {},
    });
    if (!made.ok) throw new Error(made.code);
    await one.payWithTestCard(made.value.providerId, made.value.clientSecret);
    expect(one.verifyWebhook(sent?.rawBody ?? '', sent?.signatureHeader).ok).toBe(true);
    expect(two.verifyWebhook(sent?.rawBody ?? '', sent?.signatureHeader).ok).toBe(false);
  });
});

describe('a processor that is down', () => {
  it('refuses every call as unavailable and loses nothing', async () => {
    const { port, made } = bench();
    const payment = await made();
    const { providerId, clientSecret } = payment;
    port.setAvailable(false);
    const calls = [
      port.createPayment({ transferId: 'tr_9', amountPence: pence(100), description: 'd', metadata: {} }),
      port.findPayment(providerId),
      port.findByTransfer('tr_01sandbox'),
      port.payWithTestCard(providerId, clientSecret),
      port.completeAuthentication(providerId, clientSecret, 'passed'),
    ];
    for (const call of calls) expect(await call).toEqual({ ok: false, code: 'card.unavailable' });
    port.setAvailable(true);
    expect(await port.findPayment(providerId)).toEqual({ ok: true, value: payment });
  });
});

describe('a restart', () => {
  it('forgets payments softly: a look-up finds none, and the same transfer takes up the same payment again', async () => {
    const before = await bench().made();
    const { port, made } = bench();
    expect(await port.findPayment(before.providerId)).toEqual({ ok: false, code: 'card.not_found' });
    expect(await port.findByTransfer('tr_01sandbox')).toEqual({ ok: true, value: undefined });
    expect(await made()).toEqual(before);
  });
});
