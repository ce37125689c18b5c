// Placing a basket from route to row: the scenarios' exact amounts, all or nothing, once for a key, and never too much.

import { Batch } from '@support-market/db/batch';
import { createPool, dbOverPool } from '@support-market/db/pool';
import { inTransaction } from '@support-market/db/transaction';
import { sql } from 'kysely';
import { Temporal } from 'temporal-polyfill';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { buildApp } from '../app.ts';
import { lineBalances } from '../testing/line-balances.repo.ts';
import { addToBasket, itemBody, newKey, type OrderWish, placeBasketOf } from '../testing/place-order.ts';
import { setPrice } from '../testing/put-on-sale.ts';
import { startTestApp, type TestApp } from '../testing/test-app.ts';
import { ACCOUNTS, buildWorld, WORLD, YEAR_END, YEAR_START } from '../testing/world.ts';

let world: TestApp;
beforeEach(async () => {
  world = await startTestApp();
  await buildWorld(world);
});
afterEach(() => world.close());

const TWICE_A_WEEK: OrderWish = {
  account: ACCOUNTS.asha,
  person: WORLD.asha,
  offer: WORLD.careOffer,
  lines: [WORLD.ashaCare],
  schedule: {
    firstDate: '2026-11-03',
    lastDate: '2027-01-11',
    pattern: [
      { weekday: 2, startTime: '09:30', minutes: 90 },
      { weekday: 4, startTime: '09:30', minutes: 90 },
    ],
  },
};

const ONE_SESSION: OrderWish = {
  account: ACCOUNTS.asha,
  person: WORLD.asha,
  offer: WORLD.clubOffer,
  lines: [WORLD.ashaOwn],
  oneOff: { date: '2026-11-06' },
};

async function left(...lineIds: readonly string[]): Promise<(bigint | undefined)[]> {
  const balances = await inTransaction(world.database.db, WORLD.council, (tx) =>
    lineBalances(tx, WORLD.council, lineIds),
  );
  return lineIds.map((id) => balances.get(id)?.leftPence);
}

async function rows(): Promise<Record<string, number>> {
  const { ownerDb } = world.database;
  const count = async (
    table: 'orders' | 'visits' | 'visit_shares' | 'messages' | 'audit_entries' | 'ledger_transfers',
  ) =>
    Number(
      (
        await ownerDb
          .selectFrom(table)
          .select(({ fn }) => fn.countAll<bigint>().as('n'))
          .executeTakeFirstOrThrow()
      ).n,
    );
  return {
    orders: await count('orders'),
    visits: await count('visits'),
    visitShares: await count('visit_shares'),
    messages: await count('messages'),
    transfers: await count('ledger_transfers'),
  };
}

async function place(account: string, options: { key?: string; body?: object; council?: string } = {}) {
  return world.app.inject({
    method: 'POST',
    url: '/api/basket/place',
    headers: {
      ...(await world.signIn(account, options.council ?? WORLD.council)),
      'idempotency-key': options.key ?? newKey(),
    },
    payload: options.body ?? {},
  });
}

async function expectBalanced(): Promise<void> {
  const { ownerDb } = world.database;
  const sums = await ownerDb
    .selectFrom('ledger_entries')
    .select(({ fn }) => [fn.sum<bigint>('posted_pence').as('posted'), fn.sum<bigint>('pending_pence').as('pending')])
    .executeTakeFirstOrThrow();
  expect([Number(sums.posted), Number(sums.pending)]).toEqual([0, 0]);
  const wrong = await ownerDb
    .selectFrom('ledger_accounts as account')
    .where('account.hot', '=', false)
    .select(['account.id', 'account.debits_pending'])
    .where(({ eb, selectFrom }) =>
      eb(
        'account.debits_pending',
        '<>',
        selectFrom('ledger_entries as entry')
          .whereRef('entry.council_id', '=', 'account.council_id')
          .whereRef('entry.account_id', '=', 'account.id')
          .select(({ fn }) => fn.coalesce(fn.sum<bigint>('entry.pending_pence'), eb.lit(0)).as('pending')),
      ),
    )
    .execute();
  expect(wrong).toEqual([]);
}

describe('one basket, two providers, two lines', () => {
  test('reserves £576.00 and £12.50 and leaves £4,624.00 and £37.50', async () => {
    await addToBasket(world, TWICE_A_WEEK);
    await addToBasket(world, ONE_SESSION);
    const before = (
      await world.app.inject({
        url: '/api/basket',
        headers: await world.signIn(ACCOUNTS.asha, WORLD.council),
      })
    ).json();
    expect(before.items).toMatchObject([
      { prices: [{ unitPricePence: 1920, priceSource: 'agreed' }], visits: 20, totalPence: 57_600, problems: [] },
      { prices: [{ unitPricePence: 1250, priceSource: 'public' }], visits: 1, totalPence: 1_250, problems: [] },
    ]);
    expect(before).toMatchObject({
      totalPence: 58_850,
      orders: 2,
      ready: true,
      lines: [
        { lineId: WORLD.ashaCare, needsPence: 57_600, leftBeforePence: 520_000, leftAfterPence: 462_400 },
        { lineId: WORLD.ashaOwn, needsPence: 1_250, leftBeforePence: 5_000, leftAfterPence: 3_750 },
      ],
    });

    const placed = await placeBasketOf(world, ACCOUNTS.asha);
    expect(placed.orders).toMatchObject([
      { reference: 'HAR-10001', organisationName: 'Bright Care', personName: 'Asha Example', totalPence: 57_600 },
      { reference: 'HAR-10002', organisationName: 'Quayside Club', personName: 'Asha Example', totalPence: 1_250 },
    ]);
    expect(placed.lines).toMatchObject([
      { lineId: WORLD.ashaCare, leftPence: 462_400 },
      { lineId: WORLD.ashaOwn, leftPence: 3_750 },
    ]);
    expect(await left(WORLD.ashaCare, WORLD.ashaOwn)).toEqual([462_400n, 3_750n]);
    expect(await rows()).toMatchObject({ orders: 2, visits: 21, visitShares: 21, messages: 4, transfers: 6 + 21 });
    await expectBalanced();
    const receipt = async (account: string) =>
      world.app.inject({
        url: `/api/receipts/${placed.basketId}`,
        headers: await world.signIn(account, WORLD.council),
      });
    expect((await receipt(ACCOUNTS.asha)).json()).toMatchObject({
      totalPence: 58_850,
      orders: [{ reference: 'HAR-10001' }, { reference: 'HAR-10002' }],
      lines: [
        { lineName: 'My own money', paidPence: 1_250, leftPence: 3_750 },
        { lineName: 'Social care', paidPence: 57_600, leftPence: 462_400 },
      ],
    });
    expect((await receipt(ACCOUNTS.stranger)).statusCode).toBe(404);
    expect((await receipt(ACCOUNTS.provider)).statusCode).toBe(404);

    const { ownerDb } = world.database;
    const visit = await ownerDb
      .selectFrom('visits')
      .selectAll()
      .orderBy('planned_start')
      .limit(1)
      .executeTakeFirstOrThrow();
    expect([visit.planned_start?.toString(), visit.planned_minutes, visit.planned_pence, visit.state]).toEqual([
      '2026-11-03T09:30:00Z',
      90,
      2_880n,
      'planned',
    ]);
    const share = await ownerDb
      .selectFrom('visit_shares')
      .selectAll()
      .where('visit_id', '=', visit.id)
      .executeTakeFirstOrThrow();
    expect(share).toMatchObject({
      line_id: WORLD.ashaCare,
      reservation_id: `tr_reserve:${visit.id}:0`,
      planned_pence: 2_880n,
    });
    const audit = await ownerDb
      .selectFrom('audit_entries')
      .select(['event', 'person_id'])
      .where('event', '=', 'order.placed')
      .execute();
    expect(audit).toEqual([
      { event: 'order.placed', person_id: WORLD.asha },
      { event: 'order.placed', person_id: WORLD.asha },
    ]);
  });

  test('from own money the care costs £660.00 and is refused with the figures, and nothing changes', async () => {
    await addToBasket(world, { ...TWICE_A_WEEK, lines: [WORLD.ashaOwn] });
    await addToBasket(world, { ...ONE_SESSION, lines: [WORLD.ashaCare] });
    const before = await rows();
    const answer = await place(ACCOUNTS.asha);
    expect(answer.statusCode).toBe(409);
    expect(answer.json()).toMatchObject({
      code: 'budget.not_enough_money',
      details: {
        lines: [
          {
            lineId: WORLD.ashaOwn,
            lineName: 'My own money',
            needsPence: 66_000,
            leftPence: 5_000,
            others: ['Social care'],
          },
        ],
      },
    });
    expect(await rows()).toEqual(before);
    expect(await left(WORLD.ashaCare, WORLD.ashaOwn)).toEqual([520_000n, 5_000n]);
  });
});

describe('VAT', () => {
  test('is in the price that is shown, reserved and kept: £40.00 an hour is £48.00', async () => {
    await addToBasket(world, {
      account: ACCOUNTS.asha,
      person: WORLD.asha,
      offer: WORLD.gardenOffer,
      lines: [WORLD.ashaCare],
      oneOff: { date: '2026-11-05', startTime: '14:00', minutes: 90 },
    });
    const placed = await placeBasketOf(world, ACCOUNTS.asha);
    expect(placed.orders).toMatchObject([{ totalPence: 7_200 }]);
    const line = await world.database.ownerDb.selectFrom('order_lines').selectAll().executeTakeFirstOrThrow();
    const visit = await world.database.ownerDb.selectFrom('visits').selectAll().executeTakeFirstOrThrow();
    expect(visit.unit_price_pence).toBe(4_800n);
    expect(line).toMatchObject({ vat_category: 'S', vat_rate_basis_points: 2000 });
  });
});

describe('a family', () => {
  const FAMILY: OrderWish = {
    account: ACCOUNTS.broker,
    person: WORLD.mother,
    offer: WORLD.clubOffer,
    lines: [WORLD.motherCare, WORLD.sonOneBreaks, WORLD.sonTwoBreaks],
    oneOff: { date: '2026-11-06', quantity: 4 },
  };

  test('pays £50.00 together: £16.67, £16.67 and £16.66 from three ledgers and two funders', async () => {
    await addToBasket(world, FAMILY);
    const placed = await placeBasketOf(world, ACCOUNTS.broker);
    expect(placed.orders).toMatchObject([{ personName: 'Maryam Hassan', totalPence: 5_000 }]);
    expect(await left(WORLD.motherCare, WORLD.sonOneBreaks, WORLD.sonTwoBreaks)).toEqual([98_333n, 98_333n, 98_334n]);
    const funders = await world.database.ownerDb
      .selectFrom('ledger_transfers as transfer')
      .innerJoin('budget_lines as line', 'line.id', 'transfer.line_id')
      .select(['line.stream', 'transfer.amount_pence'])
      .where('transfer.code', '=', 'reserve')
      .orderBy('transfer.id')
      .execute();
    expect(funders).toEqual([
      { stream: 'social-care', amount_pence: 1_667n },
      { stream: 'short-breaks', amount_pence: 1_667n },
      { stream: 'short-breaks', amount_pence: 1_666n },
    ]);
    await expectBalanced();
  });

  test('is served by a broker in one basket: an order for each, each from their own line', async () => {
    const care = (person: string, line: string): OrderWish => ({
      account: ACCOUNTS.broker,
      person,
      offer: WORLD.careOffer,
      lines: [line],
      oneOff: { date: '2026-11-05', startTime: '10:00', minutes: 60 },
    });
    await addToBasket(world, care(WORLD.mother, WORLD.motherCare));
    await addToBasket(world, care(WORLD.sonOne, WORLD.sonOneBreaks));
    const placed = await placeBasketOf(world, ACCOUNTS.broker);
    expect(placed.orders.map(({ personName, totalPence }) => [personName, totalPence])).toEqual([
      ['Maryam Hassan', 1_920],
      ['Bilal Hassan', 1_920],
    ]);
    expect(await left(WORLD.motherCare, WORLD.sonOneBreaks, WORLD.sonTwoBreaks)).toEqual([98_080n, 98_080n, 100_000n]);
  });

  test('never pays for somebody outside it, whatever mandates the broker holds', async () => {
    await world.database.ownerDb
      .insertInto('mandates')
      .values({
        council_id: WORLD.council,
        id: 'man_strangerbroker00000000000',
        person_id: WORLD.stranger,
        organisation_id: WORLD.brokers,
        kind: 'broker',
        may_order: true,
        may_confirm: true,
        may_manage_money: true,
        from_date: YEAR_START,
        until_date: YEAR_END,
      })
      .execute();
    const answer = await world.app.inject({
      method: 'POST',
      url: '/api/basket/items',
      headers: await world.signIn(ACCOUNTS.broker, WORLD.council),
      payload: itemBody({ ...FAMILY, lines: [WORLD.strangerCare] }),
    });
    expect([answer.statusCode, answer.json().code]).toEqual([422, 'basket.line_of_another_family']);
  });

  test('whose mandate ended before placing is refused in words, and the lines are not shown any more', async () => {
    await addToBasket(world, FAMILY);
    await world.database.ownerDb
      .updateTable('mandates')
      .set({ state: 'ended', ended_at: world.clock.now() })
      .where('person_id', '=', WORLD.sonTwo)
      .execute();
    const answer = await place(ACCOUNTS.broker);
    expect([answer.statusCode, answer.json().code]).toEqual([403, 'mandate.ended']);
    const basket = (
      await world.app.inject({
        url: '/api/basket',
        headers: await world.signIn(ACCOUNTS.broker, WORLD.council),
      })
    ).json();
    expect(basket.ready).toBe(false);
    expect(basket.items[0].problems).toMatchObject([{ code: 'mandate.ended' }]);
    expect(basket.lines.map((line: { lineId: string }) => line.lineId)).not.toContain(WORLD.sonTwoBreaks);
    expect(await left(WORLD.motherCare)).toEqual([100_000n]);
  });

  test('of whom one will leave, whose line or mandate ends: the basket says before what placing says', async () => {
    await addToBasket(world, FAMILY);
    const headers = await world.signIn(ACCOUNTS.broker, WORLD.council);
    const basket = async () => (await world.app.inject({ url: '/api/basket', headers })).json();
    const person = (state: string, day: string | null) =>
      sql`update people set state = ${state}, last_day = ${day}::date where id = ${WORLD.sonTwo}`;
    const line = (state: string, day: string) =>
      sql`update budget_lines set state = ${state}, ends_on = ${day}::date where id = ${WORLD.sonTwoBreaks}`;
    const ends = [
      [person('left', '2026-11-05'), person('active', null), 'person.leaves_before'],
      [person('died', '2026-11-01'), person('active', null), 'person.ended'],
      [line('open', '2026-11-05'), line('open', YEAR_END.toString()), 'schedule.outside_budget_year'],
      [line('closed', YEAR_END.toString()), line('open', YEAR_END.toString()), 'budget_line.not_open'],
    ] as const;
    for (const [end, asBefore, code] of ends) {
      await end.execute(world.database.ownerDb);
      expect(await basket(), code).toMatchObject({ ready: false, items: [{ problems: [{ code }] }] });
      expect((await place(ACCOUNTS.broker)).json(), code).toMatchObject({ code });
      await asBefore.execute(world.database.ownerDb);
    }
    await sql`update mandates set until_date = '2026-11-05' where person_id = ${WORLD.sonTwo}`.execute(
      world.database.ownerDb,
    );
    const outlasts = { untilDate: '2026-11-05', visits: 1 };
    expect(await basket()).toMatchObject({ ready: true, items: [{ problems: [], outlasts }] });
    expect((await place(ACCOUNTS.broker)).json()).toMatchObject({ code: 'mandate.ends_before_visits' });

    // A relative who only pays is asked for when something is put in, too, and is no choice once they are gone.
    await person('left', '2026-11-05').execute(world.database.ownerDb);
    const put = await world.app.inject({
      method: 'POST',
      url: '/api/basket/items',
      headers,
      payload: itemBody(FAMILY),
    });
    expect(put.json()).toMatchObject({ code: 'person.leaves_before', details: { lastDay: '2026-11-05' } });
    await person('left', '2026-11-01').execute(world.database.ownerDb);
    const choices = await world.app.inject({ url: `/api/basket/choices?offerId=${WORLD.clubOffer}`, headers });
    expect(JSON.stringify(choices.json().people)).not.toMatch(new RegExp(`${WORLD.sonTwo}|${WORLD.sonTwoBreaks}`));
  });

  test('whose mandate is only to look cannot be ordered for', async () => {
    await addToBasket(world, FAMILY);
    await world.database.ownerDb.updateTable('mandates').set({ may_order: false }).execute();
    const answer = await place(ACCOUNTS.broker);
    expect([answer.statusCode, answer.json().code]).toEqual([403, 'mandate.missing']);
  });
});

describe('at the same moment', () => {
  test('of fifty buyers of the last £50.00 at £10.00 each, five succeed, forty-five are told, £0.00 is left', async () => {
    const { ownerDb } = world.database;
    await setPrice(world, WORLD.clubOffer, { pricePence: 1_000n });
    const buyers = Array.from(
      { length: 50 },
      (_, index) => `acc_buyer000000000000000000${String(index).padStart(3, '0')}`,
    );
    await ownerDb
      .insertInto('accounts')
      .values(buyers.map((id) => ({ id, email: `${id}@example.org`, name: id, created_at: world.clock.now() })))
      .execute();
    await ownerDb
      .insertInto('memberships')
      .values(
        buyers.map((id, index) => ({
          council_id: WORLD.council,
          id: `mem_buyer00000000000000000${String(index).padStart(3, '0')}`,
          account_id: id,
          role: 'representative',
        })),
      )
      .execute();
    await ownerDb
      .insertInto('mandates')
      .values(
        buyers.map((id, index) => ({
          council_id: WORLD.council,
          id: `man_buyer00000000000000000${String(index).padStart(3, '0')}`,
          person_id: WORLD.asha,
          account_id: id,
          kind: 'representative',
          may_order: true,
          may_confirm: false,
          may_manage_money: false,
          from_date: YEAR_START,
          until_date: YEAR_END,
        })),
      )
      .execute();
    for (const account of buyers) await addToBasket(world, { ...ONE_SESSION, account });
    const answers = await Promise.all(buyers.map((account) => place(account)));
    expect(answers.filter(({ statusCode }) => statusCode === 200)).toHaveLength(5);
    const refused = answers.filter(({ statusCode }) => statusCode === 409).map((answer) => answer.json());
    expect(refused).toHaveLength(45);
    for (const problem of refused) {
      expect(problem).toMatchObject({
        code: 'budget.not_enough_money',
        details: { lines: [{ lineId: WORLD.ashaOwn, lineName: 'My own money', needsPence: 1_000 }] },
      });
    }
    expect(await left(WORLD.ashaOwn)).toEqual([0n]);
    expect(await rows()).toMatchObject({ orders: 5, visits: 5 });
    await expectBalanced();
  });

  test('the same key twenty times: one order, and twenty times the same answer', async () => {
    await addToBasket(world, ONE_SESSION);
    const key = newKey();
    const answers = await Promise.all(Array.from({ length: 20 }, () => place(ACCOUNTS.asha, { key })));
    expect(new Set(answers.map((answer) => `${answer.statusCode} ${answer.body}`)).size).toBe(1);
    expect(answers[0]?.statusCode).toBe(200);
    expect(await rows()).toMatchObject({ orders: 1, visits: 1 });
  });

  test('twenty keys at once for one basket: one order', async () => {
    await addToBasket(world, ONE_SESSION);
    const answers = await Promise.all(Array.from({ length: 20 }, () => place(ACCOUNTS.asha)));
    expect(answers.map((answer) => answer.statusCode).sort()).toEqual([200, ...Array.from({ length: 19 }, () => 422)]);
    expect(await rows()).toMatchObject({ orders: 1 });
    expect(await left(WORLD.ashaOwn)).toEqual([3_750n]);
  });
});

describe('a request', () => {
  test('whose key came before with another body is a conflict', async () => {
    await addToBasket(world, ONE_SESSION);
    const key = newKey();
    expect((await place(ACCOUNTS.asha, { key })).statusCode).toBe(200);
    const answer = await place(ACCOUNTS.asha, { key, body: { totalPence: 1 } });
    expect([answer.statusCode, answer.json().code]).toEqual([409, 'idempotency.other_body']);
  });

  test('that agreed to another total is refused, because a price changed since', async () => {
    await addToBasket(world, ONE_SESSION);
    const answer = await place(ACCOUNTS.asha, { body: { totalPence: 1_200 } });
    expect([answer.statusCode, answer.json().code]).toEqual([409, 'basket.changed']);
    expect((await place(ACCOUNTS.asha, { body: { totalPence: 1_250 } })).statusCode).toBe(200);
  });

  test('without a key, with an unknown field, without signing in or without the role is refused', async () => {
    const headers = await world.signIn(ACCOUNTS.asha, WORLD.council);
    const send = (extra: Record<string, string>, payload: object) =>
      world.app.inject({ method: 'POST', url: '/api/basket/place', headers: extra, payload });
    expect((await send(headers, {})).statusCode).toBe(400);
    const unknown = await send({ ...headers, 'idempotency-key': newKey() }, { discount: 5 });
    expect([unknown.statusCode, unknown.json().errors[0].pointer]).toEqual([400, '/discount']);
    expect((await send({ 'idempotency-key': newKey() }, {})).statusCode).toBe(401);
    expect((await place(ACCOUNTS.provider)).statusCode).toBe(403);
    expect((await place(ACCOUNTS.asha)).json().code).toBe('basket.empty');
  });

  test('for a closed line, a withdrawn offer or dates outside the year is refused and changes nothing', async () => {
    const { ownerDb } = world.database;
    await addToBasket(world, ONE_SESSION);
    await ownerDb.updateTable('budget_lines').set({ state: 'closed' }).where('id', '=', WORLD.ashaOwn).execute();
    expect((await place(ACCOUNTS.asha)).json().code).toBe('budget_line.not_open');
    await ownerDb.updateTable('budget_lines').set({ state: 'open' }).where('id', '=', WORLD.ashaOwn).execute();
    await ownerDb.updateTable('offers').set({ withdrawn: true }).where('id', '=', WORLD.clubOffer).execute();
    expect((await place(ACCOUNTS.asha)).json().code).toBe('offer.not_on_sale');
    await ownerDb.updateTable('offers').set({ withdrawn: false }).where('id', '=', WORLD.clubOffer).execute();
    world.clock.advance({ days: 5 });
    expect((await place(ACCOUNTS.asha)).json().code).toBe('schedule.in_the_past');
    expect(await rows()).toMatchObject({ orders: 0, transfers: 6 });
  });
});

test('the other council sees none of it', async () => {
  await addToBasket(world, ONE_SESSION);
  await placeBasketOf(world, ACCOUNTS.asha);
  const seen = await inTransaction(world.database.db, WORLD.elsewhere, async (tx) => [
    ...(await tx.selectFrom('orders').select('id').execute()),
    ...(await tx.selectFrom('baskets').select('id').execute()),
    ...(await tx.selectFrom('visits').select('id').execute()),
    ...(await tx.selectFrom('visit_shares').select('visit_id').execute()),
  ]);
  expect(seen).toEqual([]);
});

describe('a mandate', () => {
  const wish = (line: string) => ({
    account: ACCOUNTS.representative,
    person: WORLD.asha,
    offer: WORLD.clubOffer,
    lines: [line],
    oneOff: { date: '2026-11-06' },
  });
  const limitTo = (limits: object) =>
    world.database.ownerDb.updateTable('mandates').set(limits).where('person_id', '=', WORLD.asha).execute();

  test('for one line, one order’s sum and one month’s sum is held to each of them', async () => {
    await limitTo({ all_lines: false, month_limit_pence: 2_000n });
    await world.database.ownerDb
      .insertInto('mandate_lines')
      .values({ council_id: WORLD.council, mandate_id: 'man_world0000000000000000001', line_id: WORLD.ashaOwn })
      .execute();
    const headers = await world.signIn(ACCOUNTS.representative, WORLD.council);
    const url = '/api/basket/items';
    const other = await world.app.inject({ method: 'POST', url, headers, payload: itemBody(wish(WORLD.ashaCare)) });
    expect([other.statusCode, other.json().code]).toEqual([403, 'mandate.line_not_covered']);

    // £12.50 of this month's £20.00; a second one would be £25.00.
    await addToBasket(world, wish(WORLD.ashaOwn));
    expect((await place(ACCOUNTS.representative)).statusCode).toBe(200);
    const second = await world.app.inject({ method: 'POST', url, headers, payload: itemBody(wish(WORLD.ashaOwn)) });
    expect([second.statusCode, second.json().code]).toEqual([403, 'mandate.over_limit']);
    await limitTo({ month_limit_pence: null, order_limit_pence: 1_249n });
    const dear = await world.app.inject({ method: 'POST', url, headers, payload: itemBody(wish(WORLD.ashaOwn)) });
    expect([dear.statusCode, dear.json().code]).toEqual([403, 'mandate.over_limit']);
    await limitTo({ order_limit_pence: 1_250n });
    await addToBasket(world, wish(WORLD.ashaOwn));
    expect((await place(ACCOUNTS.representative)).statusCode).toBe(200);
  });

  test('has one month’s sum however many place with it at one moment', async () => {
    await limitTo({ month_limit_pence: 2_000n });
    const { ownerDb } = world.database;
    const brokers = ['one', 'two'].map((name) => `acc_month${name.padEnd(20, '0')}`);
    const created_at = world.clock.now();
    const own = { council_id: WORLD.council, organisation_id: WORLD.brokers };
    await ownerDb
      .insertInto('accounts')
      .values(brokers.map((id) => ({ id, email: `${id}@brokers.example`, name: 'Broker', created_at })))
      .execute();
    await ownerDb
      .insertInto('memberships')
      .values(brokers.map((id) => ({ ...own, id: id.replace('acc', 'mem'), account_id: id, role: 'broker' })))
      .execute();
    await ownerDb
      .insertInto('mandates')
      .values({
        ...{ ...own, id: 'man_month00000000000000000001', person_id: WORLD.asha, kind: 'broker' },
        ...{ may_order: true, may_confirm: false, may_manage_money: false, month_limit_pence: 2_000n },
        ...{ from_date: Temporal.PlainDate.from('2026-04-01'), until_date: Temporal.PlainDate.from('2027-03-31') },
      })
      .execute();
    for (const account of brokers) await addToBasket(world, { ...wish(WORLD.ashaOwn), account });
    const placed = await Promise.all(brokers.map((account) => place(account)));
    expect(placed.map(({ statusCode }) => statusCode).sort()).toEqual([200, 403]);
  });

  test('that ends before a visit lets it be ordered by who was shown that, and both sides are told the day', async () => {
    await limitTo({ until_date: Temporal.PlainDate.from('2026-11-05') });
    await addToBasket(world, wish(WORLD.ashaOwn));
    const headers = await world.signIn(ACCOUNTS.representative, WORLD.council);
    const basket = (await world.app.inject({ url: '/api/basket', headers })).json();
    expect(basket.items).toMatchObject([{ outlasts: { untilDate: '2026-11-05', visits: 1 } }]);
    for (const body of [{}, { lateVisits: 2 }]) {
      const unseen = await place(ACCOUNTS.representative, { body });
      expect(unseen.json()).toMatchObject({
        code: 'mandate.ends_before_visits',
        details: { untilDate: '2026-11-05', count: 1 },
      });
    }
    expect((await place(ACCOUNTS.representative, { body: { lateVisits: 1 } })).statusCode).toBe(200);
    const told = await world.database.ownerDb
      .selectFrom('messages')
      .select(['person_id', 'organisation_id', 'details'])
      .where('kind', '=', 'order.outlasts-mandate')
      .orderBy('organisation_id', 'desc')
      .execute();
    const details = expect.objectContaining({ holderName: 'representative', serviceDate: '2026-11-05', count: 1 });
    expect(told).toEqual([
      { person_id: WORLD.asha, organisation_id: null, details },
      { person_id: null, organisation_id: WORLD.club, details },
    ]);
  });

  test('that does not hold for this basket promises no later visits: only one that would place it counts', async () => {
    const { ownerDb } = world.database;
    const other = (id: string, more: object) => ({
      ...{ council_id: WORLD.council, id, person_id: WORLD.asha, kind: 'representative' as const },
      ...{ account_id: ACCOUNTS.representative, may_order: true, may_confirm: false, may_manage_money: false },
      ...{ from_date: Temporal.PlainDate.from('2026-04-01'), until_date: Temporal.PlainDate.from('2027-03-31') },
      ...more,
    });
    await limitTo({ until_date: Temporal.PlainDate.from('2026-11-05') });
    await ownerDb
      .insertInto('mandates')
      .values([
        other('man_late00000000000000000001', { all_lines: false }),
        other('man_late00000000000000000002', { from_date: Temporal.PlainDate.from('2026-11-05') }),
        other('man_late00000000000000000003', { month_limit_pence: 1_000n }),
        other('man_late00000000000000000004', { order_limit_pence: 1_249n }),
      ])
      .execute();
    await ownerDb
      .insertInto('mandate_lines')
      .values({ council_id: WORLD.council, mandate_id: 'man_late00000000000000000001', line_id: WORLD.ashaCare })
      .execute();
    await addToBasket(world, wish(WORLD.ashaOwn));
    const headers = await world.signIn(ACCOUNTS.representative, WORLD.council);
    const late = async () => (await world.app.inject({ url: '/api/basket', headers })).json().items[0].outlasts;
    expect(await late()).toEqual({ untilDate: '2026-11-05', visits: 1 });
    expect((await place(ACCOUNTS.representative)).json().code).toBe('mandate.ends_before_visits');
    await ownerDb
      .updateTable('mandates')
      .set({ order_limit_pence: 1_250n })
      .where('id', '=', 'man_late00000000000000000004')
      .execute();
    expect(await late()).toBe(null);
    expect((await place(ACCOUNTS.representative)).statusCode).toBe(200);
  });
});

test('an order of two providers and months of visits is 21 statements at most, in four messages', async () => {
  const pool = createPool(world.database.appUrl, { max: 1, role: 'app' });
  let statements = 0;
  let messages = 0;
  pool.on('connect', (client) => {
    const send = client.query.bind(client) as (...words: unknown[]) => unknown;
    client.query = ((...words: unknown[]) => {
      const [first] = words;
      statements += first instanceof Batch ? first.statements.length : 1;
      messages += 1;
      return send(...words);
    }) as typeof client.query;
  });
  const db = dbOverPool(pool);
  const app = await buildApp({ ...world.context, db });
  try {
    await addToBasket(world, TWICE_A_WEEK);
    await addToBasket(world, ONE_SESSION);
    await sql`select 1`.execute(db);
    [statements, messages] = [0, 0];
    const headers = { ...(await world.signIn(ACCOUNTS.asha, WORLD.council)), 'idempotency-key': newKey() };
    const answer = await app.inject({ method: 'POST', url: '/api/basket/place', headers, payload: {} });
    expect(answer.json().orders, answer.body).toHaveLength(2);
    expect(statements).toBeLessThanOrEqual(21);
    expect(messages).toBeLessThanOrEqual(4);
  } finally {
    await app.close();
    await db.destroy();
  }
});
