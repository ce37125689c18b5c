// Own money topped up by card, through the real adapter over HTTP and through the demonstration's sandbox: replayed,
// out of order, forged and short-changed, and never doubled.

import { inTransaction } from '@support-market/db/transaction';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openContext } from '../../adapters.ts';
import { buildApp } from '../../app.ts';
import { readConfig } from '../../config.ts';
import type { App } from '../../http/app-instance.ts';
import { systemClock } from '../../ports/clock/clock.ts';
import { type FakeStripe, startFakeStripe } from '../../ports/payments/testing/fake-stripe.ts';
import { lineBalances } from '../../testing/line-balances.repo.ts';
import { newKey } from '../../testing/place-order.ts';
import { startTestApp, type TestApp } from '../../testing/test-app.ts';
import { ACCOUNTS, type AccountName, buildWorld, WORLD } from '../../testing/world.ts';

const SECRET_KEY = 'sk_test_card_payments';
const PUBLISHABLE_KEY = 'pk_test_card_payments';
const WEBHOOK_SECRET = 'whsec_card_payments';

async function ownMoney(world: TestApp): Promise<bigint> {
  const balances = await inTransaction(world.database.db, WORLD.council, (tx) =>
    lineBalances(tx, WORLD.council, [WORLD.ashaOwn]),
  );
  return balances.get(WORLD.ashaOwn)?.leftPence ?? -1n;
}

async function ask(world: TestApp, app: App, who: AccountName, url: string, payload?: object, key = newKey()) {
  const headers = { ...(await world.signIn(ACCOUNTS[who], WORLD.council)), 'idempotency-key': key };
  return app.inject({ method: payload ? 'POST' : 'GET', url, headers, ...(payload ? { payload } : {}) });
}

const payByCard = (amountPence = 2_500, lineId: string = WORLD.ashaOwn) => ({ lineId, amountPence });

describe('through the real adapter', () => {
  let world: TestApp;
  let stripe: FakeStripe;
  let app: App;
  let hook = '';
  let closeContext: () => Promise<void>;
  let left = 0n;

  beforeAll(async () => {
    world = await startTestApp();
    await buildWorld(world);
    stripe = await startFakeStripe({ clock: systemClock(), secretKey: SECRET_KEY, webhookSecret: WEBHOOK_SECRET });
    const config = readConfig({
      PORT: '0',
      DATABASE_URL: world.context.config.databaseUrl,
      DATA_DIR: world.context.config.dataDir,
      SESSION_SECRET: world.context.config.sessionSecret,
      SEAL_KEY: world.context.config.sessionSecret,
      SMTP_URL: 'smtp://127.0.0.1:9',
      LOG_LEVEL: 'silent',
      STRIPE_API_BASE: stripe.apiBase,
      STRIPE_SECRET_KEY: SECRET_KEY,
      STRIPE_WEBHOOK_SECRET: WEBHOOK_SECRET,
      STRIPE_PUBLISHABLE_KEY: PUBLISHABLE_KEY,
    });
    const opened = openContext(config, 'card payments test', 'request');
    closeContext = opened.close;
    app = await buildApp({ ...opened.context, clock: world.clock });
    hook = `${await app.listen({ port: 0, host: '127.0.0.1' })}/webhooks/stripe`;
  });
  afterAll(async () => {
    await app.close();
    await closeContext();
    await stripe.close();
    await world.close();
  });
  beforeEach(async () => {
    left = await ownMoney(world);
  });

  const eventsOf = (id: string, type: string) =>
    stripe.events.filter((raw) => raw.includes(id) && raw.includes(`"type": "payment_intent.${type}"`));

  /** What the card form does in the browser. */
  async function pay(providerId: string, card = 'pm_card_visa'): Promise<number> {
    const answer = await fetch(`${stripe.apiBase}/v1/payment_intents/${providerId}/confirm`, {
      method: 'POST',
      headers: { authorization: `Bearer ${SECRET_KEY}`, 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ payment_method: card }).toString(),
    });
    await answer.arrayBuffer();
    await stripe.delivered();
    return answer.status;
  }

  async function start(amountPence = 2_500, key = newKey()) {
    const answer = await ask(world, app, 'asha', '/api/card-payments', payByCard(amountPence), key);
    expect(answer.statusCode, answer.body).toBe(200);
    expect(answer.headers['cache-control']).toBe('no-store');
    const body = answer.json<{ id: string; clientSecret: string; sandbox: boolean; state: string }>();
    return { ...body, providerId: body.clientSecret.replace(/_secret_.*/, '') };
  }

  const stateOf = async (id: string): Promise<string> =>
    (await ask(world, app, 'asha', `/api/card-payments/${id}`)).json().state;

  test('a browser may fetch the card form from the processor, and nothing else from outside', async () => {
    const policy = String((await app.inject('/healthz')).headers['content-security-policy']);
    expect(policy).toContain("script-src 'self' https://js.stripe.com https://*.js.stripe.com;");
    expect(policy).toContain("connect-src 'self' https://api.stripe.com;");
    expect(policy).toContain("frame-src 'self' https://js.stripe.com https://*.js.stripe.com https://hooks.stripe.com");
    const sandbox = String((await world.app.inject('/healthz')).headers['content-security-policy']);
    expect(sandbox).not.toContain('stripe');
  });

  test('a card payment counts when the processor says so over the webhook, and once', async () => {
    stripe.deliverTo(hook);
    const payment = await start();
    expect(payment).toMatchObject({ sandbox: false, state: 'started', publishableKey: PUBLISHABLE_KEY });
    expect(await ownMoney(world)).toBe(left);
    expect(await pay(payment.providerId)).toBe(200);
    expect(await stateOf(payment.id)).toBe('succeeded');
    expect(await ownMoney(world)).toBe(left + 2_500n);
    for (const raw of stripe.events.filter((event) => event.includes(payment.providerId))) {
      expect(await stripe.redeliver(raw)).toBe(200);
    }
    expect(await ownMoney(world)).toBe(left + 2_500n);
    const transfer = await world.database.ownerDb
      .selectFrom('ledger_transfers')
      .select(['debit_account_id', 'credit_account_id', 'amount_pence', 'code'])
      .where('id', '=', `tr_card:${payment.id}`)
      .execute();
    expect(transfer).toEqual([
      {
        debit_account_id: `card-clearing:${WORLD.ownMoney}`,
        credit_account_id: `line:${WORLD.ashaOwn}`,
        amount_pence: 2_500n,
        code: 'card-payment',
      },
    ]);
  });

  test('the same key starts one payment, and the secret is kept nowhere', async () => {
    const key = newKey();
    const [first, second] = await Promise.all([start(700, key), start(700, key)]);
    expect(second).toEqual(first);
    expect((await ask(world, app, 'asha', '/api/card-payments', payByCard(800), key)).json().code).toBe(
      'idempotency.other_body',
    );
    const rows = await world.database.ownerDb
      .selectFrom('card_payments')
      .select('id')
      .where('amount_pence', '=', 700n)
      .execute();
    expect(rows).toHaveLength(1);
    const kept = await world.database.ownerDb.selectFrom('idempotency_keys').select('response').execute();
    const effects = await world.database.ownerDb.selectFrom('effects').select(['state', 'response']).execute();
    expect(JSON.stringify([kept, effects])).not.toContain('_secret_');
    expect(effects.every(({ state }) => state === 'done')).toBe(true);
  });

  test('events in the wrong order, and many at once, count once', async () => {
    stripe.deliverTo('http://127.0.0.1:9/nowhere');
    const payment = await start(1_100);
    expect(await pay(payment.providerId, 'pm_card_chargeDeclined')).toBe(402);
    expect(await pay(payment.providerId)).toBe(200);
    const [created] = eventsOf(payment.providerId, 'created');
    const [failed] = eventsOf(payment.providerId, 'payment_failed');
    const [succeeded] = eventsOf(payment.providerId, 'succeeded');
    const all = [succeeded, failed, created, succeeded, created, failed, succeeded].flatMap((raw) => raw ?? []);
    expect(all).toHaveLength(7);
    stripe.deliverTo(hook);
    const answers = await Promise.all(all.map((raw) => stripe.redeliver(raw)));
    expect(answers.every((status) => status === 200)).toBe(true);
    expect(await stateOf(payment.id)).toBe('succeeded');
    expect(await ownMoney(world)).toBe(left + 1_100n);
  });

  test('a declined card leaves the payment open for another card', async () => {
    stripe.deliverTo(hook);
    const payment = await start(1_200);
    expect(await pay(payment.providerId, 'pm_card_chargeDeclined')).toBe(402);
    expect(await stateOf(payment.id)).toBe('started');
    expect(await ownMoney(world)).toBe(left);
    expect(await pay(payment.providerId)).toBe(200);
    expect(await ownMoney(world)).toBe(left + 1_200n);
  });

  test('a forged, unsigned or empty event is refused and leaves nothing', async () => {
    const [raw = ''] = stripe.events;
    const seen = () => world.database.ownerDb.selectFrom('webhook_events').select('event_id').execute();
    const before = await seen();
    for (const signature of [
      undefined,
      't=1,v1=00',
      `t=${Math.floor(systemClock().now().epochMilliseconds / 1000)},v1=${'0'.repeat(64)}`,
    ]) {
      const answer = await app.inject({
        method: 'POST',
        url: '/webhooks/stripe',
        headers: { 'content-type': 'application/json', ...(signature ? { 'stripe-signature': signature } : {}) },
        payload: raw,
      });
      expect(answer.statusCode).toBe(400);
      expect(answer.json().code).toBe('webhook.refused');
    }
    expect((await app.inject({ method: 'POST', url: '/webhooks/stripe' })).statusCode).toBe(400);
    expect(await seen()).toEqual(before);
    expect(await ownMoney(world)).toBe(left);
  });

  test('another amount than was asked for moves nothing, and finance is told', async () => {
    stripe.deliverTo(hook);
    const payment = await start(1_300);
    const made = await fetch(`${stripe.apiBase}/v1/payment_intents`, {
      method: 'POST',
      headers: { authorization: `Bearer ${SECRET_KEY}`, 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({
        amount: '1200',
        currency: 'gbp',
        'metadata[transfer_id]': `${WORLD.council}-${payment.id}`,
      }).toString(),
    });
    const { id } = (await made.json()) as { id: string };
    await pay(id);
    expect(await stateOf(payment.id)).toBe('started');
    expect(await ownMoney(world)).toBe(left);
    const told = (await ask(world, app, 'finance', '/api/messages')).json().items;
    expect(told[0]).toMatchObject({
      kind: 'card-payment.mismatch',
      details: { askedPence: 1_300, receivedPence: 1_200, cardPaymentId: payment.id },
    });
    // The right payment still counts afterwards.
    await pay(payment.providerId);
    expect(await ownMoney(world)).toBe(left + 1_300n);
  });

  test('a payment that is not ours is noted and moves nothing', async () => {
    stripe.deliverTo(hook);
    const made = await fetch(`${stripe.apiBase}/v1/payment_intents`, {
      method: 'POST',
      headers: { authorization: `Bearer ${SECRET_KEY}`, 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({
        amount: '5000',
        currency: 'gbp',
        'metadata[transfer_id]': 'someone-else',
      }).toString(),
    });
    const { id } = (await made.json()) as { id: string };
    await pay(id);
    expect(await ownMoney(world)).toBe(left);
    const [raw = ''] = eventsOf(id, 'succeeded');
    expect(await stripe.redeliver(raw)).toBe(200);
  });

  test('while the processor is down nothing is lost: the same key goes on where it stopped', async () => {
    stripe.deliverTo(hook);
    const key = newKey();
    stripe.failNext({ kind: 'answer', status: 503, body: '{"error":{"type":"api_error"}}' }, 3);
    const refused = await ask(world, app, 'asha', '/api/card-payments', payByCard(1_400), key);
    expect(refused.statusCode).toBe(503);
    expect(refused.json().code).toBe('card.unavailable');
    const payment = await start(1_400, key);
    await pay(payment.providerId);
    expect(await ownMoney(world)).toBe(left + 1_400n);
    // An event that cannot be checked is asked for again rather than believed or dropped.
    const later = await start(1_500);
    stripe.deliverTo('http://127.0.0.1:9/nowhere');
    await pay(later.providerId);
    const [raw = ''] = eventsOf(later.providerId, 'succeeded');
    stripe.deliverTo(hook);
    stripe.failNext({ kind: 'answer', status: 500, body: '{"error":{"type":"api_error"}}' }, 3);
    expect(await stripe.redeliver(raw)).toBe(503);
    expect(await stripe.redeliver(raw)).toBe(200);
    expect(await ownMoney(world)).toBe(left + 2_900n);
  });

  test('only own money, and only by those who may manage it', async () => {
    const code = async (who: AccountName, body: object) => {
      const answer = await ask(world, app, who, '/api/card-payments', body);
      return [answer.statusCode, answer.json().code];
    };
    expect(await code('asha', payByCard(2_500, WORLD.ashaCare))).toEqual([409, 'budget_line.not_own_money']);
    expect(await code('asha', payByCard(99))).toEqual([400, 'request.invalid']);
    expect(await code('asha', payByCard(1_000_001))).toEqual([400, 'request.invalid']);
    expect(await code('asha', { ...payByCard(), note: 'x' })).toEqual([400, 'request.invalid']);
    expect(await code('stranger', payByCard())).toEqual([404, 'record.not_found']);
    expect(await code('finance', payByCard())).toEqual([403, 'permission.denied']);
    expect((await app.inject({ method: 'POST', url: '/api/card-payments', payload: payByCard() })).statusCode).toBe(
      401,
    );
    await world.database.ownerDb
      .updateTable('mandates')
      .set({ may_manage_money: false })
      .where('person_id', '=', WORLD.asha)
      .execute();
    expect(await code('representative', payByCard())).toEqual([403, 'permission.denied']);
    const mine = await start(900);
    expect((await ask(world, app, 'stranger', `/api/card-payments/${mine.id}`)).statusCode).toBe(404);
    expect(
      (await ask(world, app, 'asha', `/api/card-payments/${mine.id}/sandbox-card`, { card: 'succeeds' })).statusCode,
    ).toBe(404);
    const trail = await world.database.ownerDb
      .selectFrom('audit_entries')
      .select(['event', 'role'])
      .where('record_id', '=', mine.id)
      .execute();
    expect(trail).toEqual([{ event: 'card-payment.started', role: 'budget-holder' }]);
  });
});

describe('in the demonstration', () => {
  let world: TestApp;
  beforeAll(async () => {
    world = await startTestApp({ config: { demonstration: true } });
    await buildWorld(world);
  });
  afterAll(() => world.close());

  const start = async () => (await ask(world, world.app, 'asha', '/api/card-payments', payByCard(2_000))).json();
  const card = (id: string, which: string) =>
    ask(world, world.app, 'asha', `/api/card-payments/${id}/sandbox-card`, { card: which });

  test('a test card succeeds, is declined, or waits for the bank', async () => {
    const payment = await start();
    expect(payment).toMatchObject({ sandbox: true, state: 'started' });
    const declined = await card(payment.id, 'declined');
    expect([declined.statusCode, declined.json().code]).toEqual([409, 'card.declined']);
    expect((await card(payment.id, 'needs_authentication')).json()).toMatchObject({ status: 'needs_authentication' });
    expect(await ownMoney(world)).toBe(5_000n);
    expect((await card(payment.id, 'succeeds')).json()).toMatchObject({ state: 'succeeded' });
    expect(await ownMoney(world)).toBe(7_000n);
    expect((await card(payment.id, 'succeeds')).statusCode).toBe(409);
    expect(await ownMoney(world)).toBe(7_000n);
    const told = (await ask(world, world.app, 'asha', '/api/messages')).json().items;
    expect(told[0]).toMatchObject({ kind: 'card-payment.received', details: { amountPence: 2_000 } });
  });
});

test('without a processor and outside a demonstration no card payment starts', async () => {
  const world = await startTestApp();
  await buildWorld(world);
  const answer = await ask(world, world.app, 'asha', '/api/card-payments', payByCard());
  expect([answer.statusCode, answer.json().code]).toEqual([503, 'card.unavailable']);
  await world.close();
});
