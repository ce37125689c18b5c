// A price rise from the provider's proposal to the last penny of the visits it falls on: nothing is charged at a new price that
// somebody did not say yes to, and what is set aside is always what is planned.

import { inTransaction } from '@support-market/db/transaction';
import { pence } from '@support-market/domain/shared/money';
import { sql } from 'kysely';
import { Temporal } from 'temporal-polyfill';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { wrongInTheBooks } from '../testing/books.ts';
import { lineBalances } from '../testing/line-balances.repo.ts';
import { openLine } from '../testing/open-line.ts';
import { itemBody, newKey, type OrderWish, placeOrder } from '../testing/place-order.ts';
import { putOnSale } from '../testing/put-on-sale.ts';
import { startTestApp, type TestApp } from '../testing/test-app.ts';
import { ACCOUNTS, type AccountName, buildWorld, WORLD } from '../testing/world.ts';
import { answerPriceRises } from './raise-order-prices.ts';

let world: TestApp;
const day = (text: string) => Temporal.PlainDate.from(text);
const NOW = Temporal.Instant.from('2027-02-15T09:00:00Z');

beforeAll(async () => {
  world = await startTestApp();
  await buildWorld(world);
  world.clock.set(NOW);
});
afterAll(() => world.close());
afterEach(async () => {
  expect(await wrongInTheBooks(world)).toEqual([]);
  expect(await plannedIsReserved()).toEqual([]);
  await sql`update price_rises set state = 'withdrawn' where state = 'proposed'`.execute(world.database.ownerDb);
});

/** Lines on which what is planned, charged and left does not come to what was awarded. */
async function plannedIsReserved(): Promise<unknown[]> {
  const { rows } = await sql<{ line_id: string }>`
    select account.line_id from ledger_accounts as account
      left join lateral (
        select coalesce(sum(share.planned_pence), 0) as planned from visit_shares as share
          join visits as visit on visit.id = share.visit_id and visit.state in ('planned', 'recorded', 'queried')
         where share.line_id = account.line_id) as visits on true
     where account.purpose = 'line'
       and (account.debits_pending <> visits.planned or account.available < 0
         or account.credits_posted - account.debits_posted - account.debits_pending <> account.available)`.execute(
    world.database.ownerDb,
  );
  return rows;
}

async function call(who: AccountName, method: 'GET' | 'POST', url: string, payload?: object, key = newKey()) {
  const headers = { ...(await world.signIn(ACCOUNTS[who], WORLD.council)), 'idempotency-key': key };
  return world.app.inject({ method, url, headers, ...(payload ? { payload } : {}) });
}

let lines = 0;

/** A line of Asha's over two years, and an offer of its own at £22.00 with an agreed rate of £19.20. */
async function fresh(
  awardPence: number,
  { agreed = true, stream = 'social-care' }: { agreed?: boolean; stream?: 'social-care' | 'own-money' } = {},
): Promise<{ readonly line: string; readonly offer: string }> {
  lines += 1;
  const offer = `off_rise${String(lines).padStart(21, '0')}`;
  await putOnSale(
    world,
    { id: offer, listingId: WORLD.careListing, name: `Care number ${lines}`, unit: 'hour' },
    { pricePence: 2_200n },
  );
  if (agreed)
    await world.database.ownerDb
      .insertInto('agreed_rates')
      .values({
        council_id: WORLD.council,
        id: `rate_rise${String(lines).padStart(20, '0')}`,
        offer_id: offer,
        price_pence: 1_920n,
        valid_from: day('2026-04-01'),
        recorded_at: world.clock.now(),
      })
      .execute();
  const line = await openLine(world, {
    budgetId: `bud_${WORLD.asha.slice(4)}`,
    personId: WORLD.asha,
    reference: `RISE-${lines}`,
    name: `Two years, number ${lines}`,
    stream,
    arrangement: stream === 'own-money' ? 'own' : 'council-managed',
    holderOrganisationId: null,
    holderName: null,
    startsOn: day('2026-04-01'),
    endsOn: day('2028-03-31'),
    awardPence: pence(awardPence),
    weeklyPence: null,
    sourceHash: `rise-${lines}`,
  });
  return { line, offer };
}

/** Three hours a week in two visits, from 22 March to 11 April 2027. */
const weekly = (of: { line: string; offer: string }, more: Partial<OrderWish> = {}): OrderWish => ({
  account: ACCOUNTS.asha,
  person: WORLD.asha,
  offer: of.offer,
  lines: [of.line],
  schedule: {
    firstDate: '2027-03-22',
    lastDate: '2027-04-11',
    pattern: [
      { weekday: 1, startTime: '10:00', minutes: 90 },
      { weekday: 4, startTime: '10:00', minutes: 90 },
    ],
  },
  ...more,
});

const rise = (offer: string, more: object = {}) => ({
  ...{ offerId: offer, kind: 'agreed', pricePence: 2_016, from: '2027-04-01', words: 'Wages go up in April.' },
  ...more,
});

async function propose(offer: string, more: object = {}): Promise<string> {
  const answer = await call('provider', 'POST', '/api/price-rises', rise(offer, more));
  expect(answer.statusCode, answer.body).toBe(201);
  return answer.json().id;
}

async function accepted(offer: string, body: object = { raisesOrders: false, answer: '' }): Promise<string> {
  const id = await propose(offer);
  const answer = await call('commissioner', 'POST', `/api/price-rises/${id}/accept`, body);
  expect(answer.statusCode, answer.body).toBe(200);
  return id;
}

async function askedOf(orderId: string, who: AccountName = 'asha') {
  return (await call(who, 'GET', `/api/price-rise-orders?orderId=${orderId}`)).json().items[0];
}

async function pricesOf(orderId: string) {
  const rows = await world.database.ownerDb
    .selectFrom('visits')
    .select(['service_date', 'unit_price_pence', 'planned_pence'])
    .where('order_id', '=', orderId)
    .orderBy('service_date')
    .execute();
  return rows.map((row) => [
    row.service_date.toString().slice(5),
    Number(row.unit_price_pence),
    Number(row.planned_pence),
  ]);
}

async function balance(line: string) {
  const balances = await inTransaction(world.database.db, WORLD.council, (tx) =>
    lineBalances(tx, WORLD.council, [line]),
  );
  const found = balances.get(line);
  return { reserved: Number(found?.reservedPence), left: Number(found?.leftPence) };
}

async function messagesTo(column: 'person_id' | 'organisation_id' | 'role', value: string, kind: string) {
  const rows = await world.database.ownerDb
    .selectFrom('messages')
    .select('details')
    .where(column, '=', value)
    .where('kind', '=', kind)
    .orderBy('id')
    .execute();
  return rows.map(({ details }) => details as Record<string, unknown>);
}

async function setSettings(values: Readonly<Record<string, number>>): Promise<void> {
  for (const [key, value] of Object.entries(values)) {
    // of two choices for one day the later holds
    world.clock.advance({ seconds: 1 });
    const body = { key, value, fromDate: world.clock.today().toString(), reason: 'A test.' };
    const answer = await call('administrator', 'POST', '/api/council-settings', body);
    expect(answer.statusCode, answer.body).toBeLessThan(300);
  }
}

const OLD = [
  ['03-22', 1_920, 2_880],
  ['03-25', 1_920, 2_880],
  ['03-29', 1_920, 2_880],
];
const before = [...OLD, ['04-01', 1_920, 2_880], ['04-05', 1_920, 2_880], ['04-08', 1_920, 2_880]];
const after = [...OLD, ['04-01', 2_016, 3_024], ['04-05', 2_016, 3_024], ['04-08', 2_016, 3_024]];

test('£19.20 to £20.16 on 3 hours a week is told to both sides as £149.76 more a year', async () => {
  const of = await fresh(100_000);
  const order = await placeOrder(world, weekly(of, {}));
  const id = await propose(of.offer);
  expect(await messagesTo('role', 'commissioner', 'price-rise.proposed')).toMatchObject([
    { fromPence: 1_920, toPence: 2_016 },
  ]);
  const seen = (await call('commissioner', 'GET', `/api/price-rises/${id}`)).json();
  expect(seen).toMatchObject({
    ...{
      state: 'proposed',
      riseBasisPoints: 500,
      wouldBe: { orders: 1, yearlyPence: 14_976, plannedPence: 432 },
      asked: [],
    },
  });
  await call('commissioner', 'POST', `/api/price-rises/${id}/accept`, { raisesOrders: false, answer: '' });
  const figures = { yearlyPence: 14_976, plannedPence: 432, fromPence: 1_920, toPence: 2_016, state: 'asked' };
  for (const who of ['asha', 'representative', 'provider', 'finance'] as const)
    expect(await askedOf(order.id, who)).toMatchObject(figures);
  expect(await messagesTo('person_id', WORLD.asha, 'price-rise-order.asked')).toMatchObject([
    { orderId: order.id, yearlyPence: 14_976, serviceDate: '2027-04-01' },
  ]);

  // Before the answer visits are charged at the old price.
  expect(await pricesOf(order.id)).toEqual(before);
  expect(await balance(of.line)).toEqual({ reserved: 17_280, left: 82_720 });
  const yes = await call('asha', 'POST', `/api/price-rise-orders/${(await askedOf(order.id)).id}/accept`);
  expect(yes.statusCode, yes.body).toBe(200);
  expect(await pricesOf(order.id)).toEqual(after);
  expect(await balance(of.line)).toEqual({ reserved: 17_712, left: 82_288 });
  expect(await askedOf(order.id)).toMatchObject({ state: 'accepted', raisedPence: 432, mayAnswer: false });
  expect((await call('asha', 'GET', `/api/orders/${order.id}`)).json()).toMatchObject({ totalPence: 17_712 });
  for (const [column, value] of [
    ['person_id', WORLD.asha],
    ['organisation_id', WORLD.agency],
  ] as const)
    expect(await messagesTo(column, value, 'price-rise-order.accepted')).toMatchObject([{ yearlyPence: 14_976 }]);
});

test('a buyer who says no keeps the old price to the end of the order, and both sides are told', async () => {
  const of = await fresh(100_000);
  const order = await placeOrder(world, weekly(of));
  await accepted(of.offer);
  const { id } = await askedOf(order.id);
  expect((await call('asha', 'POST', `/api/price-rise-orders/${id}/refuse`)).statusCode).toBe(200);
  expect(await pricesOf(order.id)).toEqual(before);
  expect(await messagesTo('organisation_id', WORLD.agency, 'price-rise-order.refused')).toMatchObject([
    { orderId: order.id },
  ]);
  const late = await call('asha', 'POST', `/api/price-rise-orders/${id}/accept`);
  expect([late.statusCode, late.json().code]).toEqual([409, 'record.changed']);
  expect(await pricesOf(order.id)).toEqual(before);
});

test('a yes after the day raises only visits that are still to come', async () => {
  const of = await fresh(100_000);
  const order = await placeOrder(world, weekly(of, { accept: ACCOUNTS.provider } as object));
  await accepted(of.offer);
  world.clock.set(Temporal.Instant.from('2027-04-05T07:00:00Z'));
  await call('asha', 'POST', `/api/price-rise-orders/${(await askedOf(order.id)).id}/accept`);
  expect(await pricesOf(order.id)).toEqual([
    ...OLD,
    ['04-01', 1_920, 2_880],
    ['04-05', 1_920, 2_880],
    ['04-08', 2_016, 3_024],
  ]);
  world.clock.set(NOW);
});

test('what is ordered after the council said yes costs the new rate from its day, and no one is asked', async () => {
  const of = await fresh(100_000);
  await accepted(of.offer);
  const order = await placeOrder(world, weekly(of));
  expect(await pricesOf(order.id)).toEqual(after);
  await answerPriceRises(world.context);
  expect(await askedOf(order.id)).toBeUndefined();
});

test('a line without enough money is told how much is missing, and nothing changes', async () => {
  const of = await fresh(17_280 + 431);
  const order = await placeOrder(world, weekly(of));
  await accepted(of.offer);
  const { id } = await askedOf(order.id);
  const short = await call('asha', 'POST', `/api/price-rise-orders/${id}/accept`);
  expect([short.statusCode, short.json()]).toMatchObject([
    409,
    { code: 'price_rise.not_enough_money', details: { shortPence: 1 } },
  ]);
  expect(await pricesOf(order.id)).toEqual(before);
  expect(await balance(of.line)).toEqual({ reserved: 17_280, left: 431 });
  expect(await askedOf(order.id)).toMatchObject({ state: 'asked', mayAnswer: true });
});

test('a price shared by two lines is split again as it was, each from its own money', async () => {
  const of = await fresh(100_000);
  const other = await fresh(100_000);
  const shares = [
    { line: of.line, weight: 2 },
    { line: other.line, weight: 1 },
  ];
  const order = await placeOrder(world, weekly(of, { lines: shares }));
  await accepted(of.offer);
  await call('asha', 'POST', `/api/price-rise-orders/${(await askedOf(order.id)).id}/accept`);
  expect([(await balance(of.line)).reserved, (await balance(other.line)).reserved]).toEqual([11_808, 5_904]);
});

test('the council’s rule accepts a small rise for every order of its money without asking, and says so', async () => {
  await setSettings({ upliftAcceptBasisPoints: 500, upliftRefuseBasisPoints: 800 });
  const of = await fresh(100_000);
  const order = await placeOrder(world, weekly(of));
  const id = await propose(of.offer);
  expect((await call('provider', 'GET', `/api/price-rises/${id}`)).json()).toMatchObject({
    ...{ state: 'accepted', asked: [{ state: 'accepted', orders: 1, yearlyPence: 14_976 }] },
  });
  expect(await pricesOf(order.id)).toEqual(after);
  const told = await messagesTo('person_id', WORLD.asha, 'price-rise-order.accepted');
  expect(told.map(({ orderId }) => orderId)).toContain(order.id);
});

test('the council’s rule refuses a large rise at once, and every price stays', async () => {
  const of = await fresh(100_000);
  const order = await placeOrder(world, weekly(of));
  const id = await propose(of.offer, { pricePence: 2_100 });
  expect((await call('provider', 'GET', `/api/price-rises/${id}`)).json()).toMatchObject({
    state: 'refused',
    asked: [],
  });
  expect(await messagesTo('organisation_id', WORLD.agency, 'price-rise.refused')).toMatchObject([{ priceRiseId: id }]);
  expect(await pricesOf(order.id)).toEqual(before);
  const choices = (await call('provider', 'GET', `/api/price-rises/choices?listingId=${WORLD.careListing}`)).json();
  expect(choices.items.find(({ offerId }: { offerId: string }) => offerId === of.offer)).toMatchObject({
    ...{ agreedPence: 1_920, publicPence: 2_200 },
  });
  await setSettings({ upliftAcceptBasisPoints: 0, upliftRefuseBasisPoints: 10_000 });
});

test('small rises one after another are not accepted unasked, nor proposed before the last has begun', async () => {
  await setSettings({ upliftAcceptBasisPoints: 500, upliftRefuseBasisPoints: 800 });
  const of = await fresh(100_000);
  const order = await placeOrder(world, weekly(of));
  await propose(of.offer);
  for (const kind of ['agreed', 'public'] as const) {
    if (kind === 'public') await propose(of.offer, { kind, pricePence: 2_310 });
    const again = { kind, pricePence: kind === 'agreed' ? 2_110 : 2_400, from: '2027-05-01' };
    const crossing = await call('provider', 'POST', '/api/price-rises', rise(of.offer, again));
    expect([crossing.statusCode, crossing.json().code]).toEqual([409, 'price_rise.already_proposed']);
  }
  const now = world.clock.now();
  world.clock.set(Temporal.Instant.from('2027-04-01T09:00:00Z'));
  const second = await propose(of.offer, { pricePence: 2_110, from: '2027-06-01' });
  expect((await call('provider', 'GET', `/api/price-rises/${second}`)).json()).toMatchObject({ state: 'proposed' });
  expect((await pricesOf(order.id)).at(-1)).toEqual(['04-08', 2_016, 3_024]);
  world.clock.set(now);
  await setSettings({ upliftAcceptBasisPoints: 0, upliftRefuseBasisPoints: 10_000 });
});

test('an agreed rate above what everybody else pays is never accepted unasked', async () => {
  await setSettings({ upliftAcceptBasisPoints: 10_000, upliftRefuseBasisPoints: 10_000 });
  const of = await fresh(100_000);
  const id = await propose(of.offer, { pricePence: 2_201 });
  expect((await call('provider', 'GET', `/api/price-rises/${id}`)).json()).toMatchObject({ state: 'proposed' });
  await setSettings({ upliftAcceptBasisPoints: 0 });
});

test.each([
  ['ten times the price and a penny', { kind: 'public', pricePence: 22_001 }, '/pricePence', 'price_rise.too_high'],
  ['a day in more than two years', { from: '2029-02-16' }, '/from', 'price_rise.too_far_ahead'],
])('a rise to %s is refused at its field', async (_, more, pointer, code) => {
  const of = await fresh(1_000);
  const refused = await call('provider', 'POST', '/api/price-rises', rise(of.offer, more));
  expect([refused.statusCode, refused.json().errors?.[0]]).toMatchObject([422, { pointer, code }]);
});

test('what the rule accepts without money is told once to both sides, and raised when the money is there', async () => {
  const of = await fresh(17_280 + 1_250);
  const order = await placeOrder(world, weekly(of));
  const { schedule: _, ...once } = weekly(of, { offer: WORLD.clubOffer });
  const session = await placeOrder(world, { ...once, oneOff: { date: '2027-03-25' } });
  const id = await accepted(of.offer, { raisesOrders: true, answer: 'The council pays it for all.' });
  expect(await askedOf(order.id)).toMatchObject({ state: 'asked', shortPence: 432 });
  await answerPriceRises(world.context);
  for (const [column, value] of [
    ['person_id', WORLD.asha],
    ['organisation_id', WORLD.agency],
  ] as const)
    expect(await messagesTo(column, value, 'price-rise-order.short')).toMatchObject([
      { orderId: order.id, shortPence: 432 },
    ]);
  expect(await pricesOf(order.id)).toEqual(before);
  expect((await call('asha', 'POST', `/api/orders/${session.id}/cancel`, {})).statusCode).toBe(200);
  await answerPriceRises(world.context);
  expect(await pricesOf(order.id)).toEqual(after);
  expect((await call('commissioner', 'GET', `/api/price-rises/${id}`)).json().asked).toMatchObject([
    { state: 'accepted' },
  ]);
});

test('of many orders that the council pays for, the first are raised at once and the others by the worker', async () => {
  const of = await fresh(100_000);
  const { schedule: _, ...once } = weekly(of);
  for (let order = 0; order < 27; order += 1)
    await placeOrder(world, { ...once, oneOff: { date: '2027-04-05', startTime: '10:00', minutes: 60 } });
  const id = await accepted(of.offer, { raisesOrders: true, answer: '' });
  const sums = async () => (await call('provider', 'GET', `/api/price-rises/${id}`)).json().asked;
  expect(await sums()).toMatchObject([
    { state: 'accepted', orders: 25 },
    { state: 'asked', orders: 2 },
  ]);
  const { rows } = await sql`select id from graphile_worker.jobs where task_identifier = 'answer-price-rises'`.execute(
    world.database.ownerDb,
  );
  expect(rows).toHaveLength(1);
  await answerPriceRises(world.context);
  expect(await sums()).toMatchObject([{ state: 'accepted', orders: 27, plannedPence: 27 * 96, yearlyPence: 0 }]);
  expect(await balance(of.line)).toEqual({ reserved: 27 * 2_016, left: 100_000 - 27 * 2_016 });
});

test('a public price rises for what is ordered later, and buyers of own money are asked whatever the rule', async () => {
  await setSettings({ upliftAcceptBasisPoints: 10_000 });
  const of = await fresh(100_000, { agreed: false, stream: 'own-money' });
  const order = await placeOrder(world, weekly(of));
  const id = await propose(of.offer, { kind: 'public', pricePence: 2_310 });
  expect((await call('provider', 'GET', `/api/price-rises/${id}`)).json()).toMatchObject({ state: 'announced' });
  expect(await askedOf(order.id)).toMatchObject({
    state: 'asked',
    kind: 'public',
    fromPence: 2_200,
    toPence: 2_310,
    yearlyPence: 17_160,
  });
  const later = await placeOrder(world, weekly(of));
  expect((await pricesOf(later.id)).map(([, price]) => price)).toEqual([2_200, 2_200, 2_200, 2_310, 2_310, 2_310]);
  await call('asha', 'POST', `/api/price-rise-orders/${(await askedOf(order.id)).id}/accept`);
  expect(await pricesOf(order.id)).toEqual(await pricesOf(later.id));
  await setSettings({ upliftAcceptBasisPoints: 0 });
});

test('a rise that is taken back asks no one any more, and what was accepted stays', async () => {
  const of = await fresh(100_000, { agreed: false });
  const kept = await placeOrder(world, weekly(of));
  const left = await placeOrder(world, weekly(of));
  const id = await propose(of.offer, { kind: 'public', pricePence: 2_310 });
  await call('asha', 'POST', `/api/price-rise-orders/${(await askedOf(kept.id)).id}/accept`);
  expect((await call('provider', 'POST', `/api/price-rises/${id}/withdraw`)).statusCode).toBe(200);
  expect([await askedOf(kept.id), await askedOf(left.id)]).toMatchObject([{ state: 'accepted' }, { state: 'lapsed' }]);
  expect((await call('provider', 'POST', `/api/price-rises/${id}/withdraw`)).json().code).toBe('record.changed');
  const told = await messagesTo('person_id', WORLD.asha, 'price-rise.withdrawn');
  expect(told.map(({ orderId }) => orderId)).toEqual([left.id]);
});

test('what was asked of an order that is cancelled lapses, and cannot be answered', async () => {
  const of = await fresh(100_000);
  const order = await placeOrder(world, weekly(of));
  await accepted(of.offer);
  const { id } = await askedOf(order.id);
  expect((await call('asha', 'POST', `/api/orders/${order.id}/cancel`, {})).statusCode).toBe(200);
  expect((await call('asha', 'POST', `/api/price-rise-orders/${id}/accept`)).json().code).toBe('record.changed');
  await answerPriceRises(world.context);
  expect(await askedOf(order.id)).toMatchObject({ state: 'lapsed', mayAnswer: false });
});

test.each([
  ['a day too soon', { from: '2027-03-14' }, 422, '/from', 'price_rise.notice_too_short'],
  ['a price that is no higher', { pricePence: 1_920 }, 422, '/pricePence', 'price_rise.not_higher'],
  ['a day that no calendar has', { from: '2027-02-30' }, 422, '/from', 'date.does_not_exist'],
  ['no reason', { words: ' \u200B' }, 400, '/words', 'field.pattern'],
] as const)('%s is refused at its field, and nothing is proposed', async (_, more, status, pointer, code) => {
  const of = await fresh(1_000);
  const refused = await call('provider', 'POST', '/api/price-rises', rise(of.offer, more));
  expect([refused.statusCode, refused.json().errors[0]]).toMatchObject([status, { pointer, code }]);
  const { rows } = await sql`select id from price_rises where offer_id = ${of.offer}`.execute(world.database.ownerDb);
  expect(rows).toEqual([]);
});

test('a rate that was never agreed cannot rise, and one that is asked about is not asked about twice', async () => {
  const none = await fresh(1_000, { agreed: false });
  const refused = await call('provider', 'POST', '/api/price-rises', rise(none.offer));
  expect(refused.json()).toMatchObject({ code: 'price_rise.no_agreed_rate', errors: [{ pointer: '/kind' }] });
  const of = await fresh(1_000);
  await propose(of.offer);
  const again = await call('provider', 'POST', '/api/price-rises', rise(of.offer));
  expect([again.statusCode, again.json().code]).toEqual([409, 'price_rise.already_proposed']);
});

test('the same key proposes once', async () => {
  const of = await fresh(1_000);
  const key = newKey();
  const [one, two] = await Promise.all([
    call('provider', 'POST', '/api/price-rises', rise(of.offer), key),
    call('provider', 'POST', '/api/price-rises', rise(of.offer), key),
  ]);
  expect(one.json()).toEqual(two.json());
});

test('a rate agreed anew since the proposal is not replaced by it: the officer is told that it changed', async () => {
  const of = await fresh(1_000);
  const id = await propose(of.offer);
  await sql`update agreed_rates set price_pence = 1950 where offer_id = ${of.offer}`.execute(world.database.ownerDb);
  const changed = await call('commissioner', 'POST', `/api/price-rises/${id}/accept`, {
    raisesOrders: false,
    answer: '',
  });
  expect([changed.statusCode, changed.json().code]).toEqual([409, 'record.changed']);
  expect((await call('provider', 'GET', `/api/price-rises/${id}`)).json().state).toBe('proposed');
});

/** Comes back when so many of this database's connections wait for a lock. */
async function untilWaiting(connections: number): Promise<void> {
  for (;;) {
    const { rows } = await sql<{ waiting: number }>`
      select count(distinct pid)::int as waiting from pg_locks
       where not granted and pid in (select pid from pg_stat_activity where datname = current_database())`.execute(
      world.database.ownerDb,
    );
    if ((rows[0]?.waiting ?? 0) >= connections) return;
    await new Promise((resume) => setTimeout(resume, 10));
  }
}

test('of a yes and a no at once one counts, and of two yeses the money moves once', async () => {
  const of = await fresh(100_000);
  const order = await placeOrder(world, weekly(of));
  await accepted(of.offer);
  const { id } = await askedOf(order.id);
  const answers = await Promise.all([
    call('asha', 'POST', `/api/price-rise-orders/${id}/accept`),
    call('representative', 'POST', `/api/price-rise-orders/${id}/accept`),
    call('asha', 'POST', `/api/price-rise-orders/${id}/refuse`),
  ]);
  expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409, 409]);
  const { state } = await askedOf(order.id);
  expect(await pricesOf(order.id)).toEqual(state === 'accepted' ? after : before);
});

test('a visit said to be missed while its price is raised gives back what is set aside for it now', async () => {
  const of = await fresh(100_000);
  const order = await placeOrder(world, weekly(of, { accept: ACCOUNTS.provider } as object));
  await accepted(of.offer);
  const { id } = await askedOf(order.id);
  const visit = await world.database.ownerDb
    .selectFrom('visits')
    .select('id')
    .where('order_id', '=', order.id)
    .where('service_date', '=', day('2027-04-08'))
    .executeTakeFirstOrThrow();
  let going: Promise<unknown>[] = [];
  await world.database.ownerDb.transaction().execute(async (tx) => {
    await sql`select 1 from visits where id = ${visit.id} for update`.execute(tx);
    const raising = call('asha', 'POST', `/api/price-rise-orders/${id}/accept`);
    await untilWaiting(1);
    const missing = call('provider', 'POST', `/api/visits/${visit.id}/miss`, { reason: 'other' });
    await untilWaiting(2);
    going = [raising, missing];
  });
  const [raised, missed] = (await Promise.all(going)) as Awaited<ReturnType<typeof call>>[];
  expect([raised?.statusCode, missed?.statusCode], `${raised?.body} ${missed?.body}`).toEqual([200, 200]);
  expect(await balance(of.line)).toEqual({ reserved: 14_688, left: 85_312 });
});

test('a checkout that meets a rise is agreed again, or asked about the new price a moment later', async () => {
  const of = await fresh(100_000);
  const id = await propose(of.offer);
  await call('asha', 'POST', '/api/basket/items', itemBody(weekly(of)));
  const shown = (await call('asha', 'GET', '/api/basket')).json();
  // The council says yes between the look and the order: what was shown holds no more, and the buyer agrees again.
  await call('commissioner', 'POST', `/api/price-rises/${id}/accept`, { raisesOrders: false, answer: '' });
  const totalPence = shown.totalPence ?? shown.basket.totalPence;
  const changed = await call('asha', 'POST', '/api/basket/place', { totalPence });
  expect([changed.statusCode, changed.json()]).toMatchObject([
    409,
    { code: 'basket.changed', details: { totalPence: 17_712 } },
  ]);
  const placed = await call('asha', 'POST', '/api/basket/place', { totalPence: 17_712 });
  expect(placed.statusCode, placed.body).toBe(200);
  expect(await pricesOf(placed.json().orders[0].id)).toEqual(after);

  // A checkout that read the old price and commits after the yes is found a moment later.
  const racing = await fresh(100_000);
  const second = await propose(racing.offer);
  await call('asha', 'POST', '/api/basket/items', itemBody(weekly(racing)));
  let going: Promise<Awaited<ReturnType<typeof call>>> | null = null;
  await world.database.ownerDb.transaction().execute(async (tx) => {
    await sql`select 1 from ledger_accounts where line_id = ${racing.line} for update`.execute(tx);
    going = call('asha', 'POST', '/api/basket/place', { totalPence: 17_280 });
    await untilWaiting(1);
    await call('commissioner', 'POST', `/api/price-rises/${second}/accept`, { raisesOrders: false, answer: '' });
  });
  const order = (await (going as unknown as Promise<Awaited<ReturnType<typeof call>>>)).json().orders[0];
  expect(await pricesOf(order.id)).toEqual(before);
  expect(await askedOf(order.id)).toBeUndefined();
  await answerPriceRises(world.context);
  expect(await askedOf(order.id)).toMatchObject({ state: 'asked', yearlyPence: 14_976 });
});
