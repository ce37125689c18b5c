// Card money that the processor takes back or gives back, through the real adapter over HTTP: the line follows, what is
// spent is owed and seen by finance, no order is lost, and what is in the processor's list but not ours is raised.

import { inTransaction } from '@support-market/db/transaction';
import { pence } from '@support-market/domain/shared/money';
import { Temporal } from 'temporal-polyfill';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { buildApp } from '../../app.ts';
import type { App } from '../../http/app-instance.ts';
import type { AppContext } from '../../platform/context.ts';
import { stripeCardPayments } from '../../ports/payments/stripe-card-payments.ts';
import { type FakeStripe, startFakeStripe } from '../../ports/payments/testing/fake-stripe.ts';
import { wrongInTheBooks } from '../../testing/books.ts';
import { lineBalances } from '../../testing/line-balances.repo.ts';
import { fundOf, openLine } from '../../testing/open-line.ts';
import { newKey, placeOrder } from '../../testing/place-order.ts';
import { careToSeed, seedConfirmedVisits } from '../../testing/seed-confirmed-visits.ts';
import { startTestApp, type TestApp } from '../../testing/test-app.ts';
import { ACCOUNTS, type AccountName, buildWorld, WORLD } from '../../testing/world.ts';
import { collectAllDebts } from './card-returns.service.ts';
import { reconcileCards } from './reconcile-cards.service.ts';

const SECRET_KEY = 'sk_test_card_returns';

let world: TestApp;
let stripe: FakeStripe;
let app: App;
let context: AppContext;
let hook = '';
let line = '';
let close: () => Promise<void>;

beforeEach(async () => {
  world = await startTestApp();
  await buildWorld(world);
  stripe = await startFakeStripe({ clock: world.clock, secretKey: SECRET_KEY, webhookSecret: 'whsec_returns' });
  const cards = stripeCardPayments({
    secretKey: SECRET_KEY,
    webhookSecret: 'whsec_returns',
    apiBase: stripe.apiBase,
    clock: world.clock,
    retries: 0,
  });
  context = { ...world.context, cards };
  app = await buildApp(context);
  hook = `${await app.listen({ port: 0, host: '127.0.0.1' })}/webhooks/stripe`;
  stripe.deliverTo(hook);
  line = await openLine(
    world,
    fundOf({
      reference: 'OWN-2',
      name: 'Own money by card',
      stream: 'own-money',
      arrangement: 'own',
      holderOrganisationId: null,
      weeklyPence: null,
      awardPence: pence(0),
    }),
  );
  close = async () => {
    await app.close();
    await stripe.close();
    await world.close();
  };
});
afterEach(() => close());

async function ask<Answer>(who: AccountName, method: 'GET' | 'POST', url: string, payload?: object): Promise<Answer> {
  const headers = { ...(await world.signIn(ACCOUNTS[who], WORLD.council)), 'idempotency-key': newKey() };
  const answer = await app.inject({ method, url, headers, ...(payload ? { payload } : {}) });
  expect(answer.statusCode, answer.body).toBeLessThan(300);
  return answer.json<Answer>();
}

/** Puts money in by card; answers what the processor calls the payment. */
async function payByCard(amountPence: number): Promise<string> {
  const { clientSecret } = await ask<{ clientSecret: string }>('asha', 'POST', '/api/card-payments', {
    lineId: line,
    amountPence,
  });
  const id = clientSecret.replace(/_secret_.*/, '');
  const paid = await fetch(`${stripe.apiBase}/v1/payment_intents/${id}/confirm`, {
    method: 'POST',
    headers: { authorization: `Bearer ${SECRET_KEY}`, 'content-type': 'application/x-www-form-urlencoded' },
    body: 'payment_method=pm_card_visa',
  });
  expect(paid.status).toBe(200);
  await stripe.delivered();
  return id;
}

async function takeBack(id: string, kind: 'refund' | 'dispute', amount: number): Promise<string> {
  const reversal = stripe.takeBack(id, kind, amount);
  await stripe.delivered();
  return reversal;
}

async function end(id: string, status: 'won' | 'lost' | 'failed'): Promise<void> {
  stripe.endReversal(id, status);
  await stripe.delivered();
}

async function spend(amountPence: bigint, name = 'spent'): Promise<void> {
  await seedConfirmedVisits(
    world.database.db,
    careToSeed(name, 1, {
      unitPricePence: amountPence,
      minutes: 60,
      plannedPence: amountPence,
      lines: [{ lineId: line, weight: 1 }],
      firstDate: Temporal.PlainDate.from('2026-11-02'),
    }),
  );
}

const left = async (): Promise<bigint | undefined> =>
  (await inTransaction(world.database.db, WORLD.council, (tx) => lineBalances(tx, WORLD.council, [line]))).get(line)
    ?.leftPence;

async function money(): Promise<{ leftPence: number; owedPence: number; awardedPence: number; spentPence: number }> {
  const { lines } = await ask<{ lines: { id: string; leftPence: number; owedPence: number }[] }>(
    'asha',
    'GET',
    `/api/people/${WORLD.asha}/money`,
  );
  return lines.find(({ id }) => id === line) as never;
}

const exceptions = async () =>
  (await ask<{ items: { id: string; kind: string }[] }>('finance', 'GET', '/api/money-exceptions')).items;

test('£40.00 by card, £25.00 spent, a lost dispute of £40.00: £0.00 left, £25.00 owed, finance sees it', async () => {
  const payment = await payByCard(4_000);
  await spend(2_500n);
  expect(await left()).toBe(1_500n);
  const dispute = await takeBack(payment, 'dispute', 4_000);
  await end(dispute, 'lost');
  for (const raw of [...stripe.events].reverse()) expect(await stripe.redeliver(raw)).toBe(200);
  expect(await money()).toMatchObject({ leftPence: 0, owedPence: 2_500, awardedPence: 2_500, spentPence: 2_500 });
  // The statement of people's own money counts what came by card, as their pages do: £50.00 came by file.
  const statement = await ask<object>('finance', 'GET', `/api/funders/${WORLD.ownMoney}/statement`);
  expect(statement).toMatchObject({ awardedPence: 7_500, spentPence: 2_500 });
  const [exception, ...others] = await exceptions();
  expect(others).toEqual([]);
  expect(exception).toMatchObject({ kind: 'card-debt', owedPence: 2_500, reversal: 'dispute' });
  const states = await world.database.ownerDb.selectFrom('orders').select('state').execute();
  expect(states.map(({ state }) => state)).not.toContain('cancelled');
  expect(await wrongInTheBooks(world)).toEqual([]);

  await ask('finance', 'POST', `/api/money-exceptions/${exception?.id}/settle`, {
    decision: 'repaid',
    note: 'Paid by bank transfer.',
  });
  expect(await money()).toMatchObject({ leftPence: 0, owedPence: 0 });
  expect(await exceptions()).toEqual([]);
  expect(await wrongInTheBooks(world)).toEqual([]);
});

test('a dispute that is won gives everything back, what was owed first', async () => {
  const payment = await payByCard(4_000);
  await spend(2_500n);
  const dispute = await takeBack(payment, 'dispute', 4_000);
  expect(await money()).toMatchObject({ leftPence: 0, owedPence: 2_500 });
  await end(dispute, 'won');
  expect(await money()).toMatchObject({ leftPence: 1_500, owedPence: 0, awardedPence: 4_000, spentPence: 2_500 });
  expect(await exceptions()).toEqual([]);
  expect(await wrongInTheBooks(world)).toEqual([]);
});

test('a whole refund, a part and a failed one move the line by just that, however often they are told', async () => {
  const payment = await payByCard(4_000);
  await takeBack(payment, 'refund', 1_000);
  expect(await left()).toBe(3_000n);
  const second = await takeBack(payment, 'refund', 3_000);
  expect(await left()).toBe(0n);
  await end(second, 'failed');
  for (const raw of stripe.events) await stripe.redeliver(raw);
  expect(await left()).toBe(3_000n);
  expect(await money()).toMatchObject({ awardedPence: 3_000, spentPence: 0, owedPence: 0 });
  expect(await wrongInTheBooks(world)).toEqual([]);
});

test('money reserved for an order stays reserved, and what comes back from the order settles the debt', async () => {
  const payment = await payByCard(4_000);
  const order = await placeOrder(world, {
    account: ACCOUNTS.asha,
    person: WORLD.asha,
    offer: WORLD.clubOffer,
    lines: [line],
    oneOff: { date: '2026-11-20' },
  });
  await takeBack(payment, 'refund', 4_000);
  expect(await money()).toMatchObject({ leftPence: 0, owedPence: 1_250 });
  const [placed] = await world.database.ownerDb
    .selectFrom('orders')
    .select('state')
    .where('id', '=', order.id)
    .execute();
  expect(placed?.state).toBe('placed');
  await ask('asha', 'POST', `/api/orders/${order.id}/cancel`, {});
  await collectAllDebts(context);
  expect(await money()).toMatchObject({ leftPence: 0, owedPence: 0 });
  expect(await exceptions()).toEqual([]);
  expect(await wrongInTheBooks(world)).toEqual([]);
});

test('a dispute that is told before the payment itself takes the payment first, and each counts once', async () => {
  stripe.deliverTo('http://127.0.0.1:9/nowhere');
  const payment = await payByCard(2_000);
  await takeBack(payment, 'dispute', 2_000);
  stripe.deliverTo(hook);
  for (const raw of [...stripe.events].reverse()) expect(await stripe.redeliver(raw)).toBe(200);
  expect(await left()).toBe(0n);
  const returns = await world.database.ownerDb.selectFrom('card_returns').select(['state', 'owed_pence']).execute();
  expect(returns).toEqual([{ state: 'taken', owed_pence: 0n }]);
  expect(await wrongInTheBooks(world)).toEqual([]);
});

test('the daily look takes up a lost event, and raises once what is missing there, here or differs', async () => {
  stripe.deliverTo('http://127.0.0.1:9/nowhere');
  const lost = await payByCard(3_000);
  stripe.deliverTo(hook);
  const [gone, other] = [await payByCard(1_000), await payByCard(2_000)];
  world.clock.advance({ hours: 12 });
  const at = stripe.movements.findIndex(({ source }) => JSON.stringify(source).includes(gone));
  stripe.movements.splice(at, 1);
  const changed = stripe.movements.find(({ source }) => JSON.stringify(source).includes(other));
  if (changed) changed.amount = 1_900;
  const stranger = { payment_intent: 'pi_unknown', metadata: { transfer_id: `${WORLD.council}-card_0000000000000` } };
  stripe.movements.push({
    ...{ id: 'txn_unknown', amount: 700, reporting_category: 'charge', source: stranger },
    created: Math.floor(world.clock.now().epochMilliseconds / 1000) - 7_200,
  });
  expect(await reconcileCards(context)).toBe(3);
  expect(await reconcileCards(context)).toBe(0);
  expect(await left()).toBe(6_000n);
  const seen = (await exceptions()) as unknown as { difference: string; processorId: string }[];
  expect(seen.map(({ difference, processorId }) => [difference, processorId]).sort()).toEqual(
    [
      ['not-here', 'pi_unknown'],
      ['not-there', gone],
      ['other-amount', other],
    ].sort(),
  );
  expect(seen.map(({ processorId }) => processorId)).not.toContain(lost);
  expect(await wrongInTheBooks(world)).toEqual([]);
});
