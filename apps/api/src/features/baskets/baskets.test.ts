// A basket from route to row: what may go in, whose, what it would cost, and what is refused by which field.

import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { itemBody, newKey, type OrderWish, placeBasketOf } from '../../testing/place-order.ts';
import { startTestApp, type TestApp } from '../../testing/test-app.ts';
import { ACCOUNTS, buildWorld, WORLD } from '../../testing/world.ts';
import type { BasketItemIn } from './baskets.schemas.ts';

let world: TestApp;
beforeAll(async () => {
  world = await startTestApp();
  await buildWorld(world);
});
afterAll(() => world.close());
beforeEach(async () => {
  const { ownerDb } = world.database;
  await ownerDb.deleteFrom('basket_item_shares').execute();
  await ownerDb.deleteFrom('basket_items').execute();
});

async function ask(account: string, method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, payload?: object) {
  return world.app.inject({
    method,
    url,
    headers: await world.signIn(account, WORLD.council),
    ...(payload ? { payload } : {}),
  });
}

const CARE: OrderWish = {
  account: ACCOUNTS.asha,
  person: WORLD.asha,
  offer: WORLD.careOffer,
  lines: [WORLD.ashaCare],
  schedule: {
    firstDate: '2026-11-03',
    lastDate: '2026-11-30',
    pattern: [{ weekday: 2, startTime: '09:30', minutes: 90 }],
  },
};
const SESSION: OrderWish = {
  account: ACCOUNTS.asha,
  person: WORLD.asha,
  offer: WORLD.clubOffer,
  lines: [WORLD.ashaOwn],
  oneOff: { date: '2026-11-06' },
};

const add = (wish: OrderWish, change: object = {}) =>
  ask(wish.account, 'POST', '/api/basket/items', { ...itemBody(wish), ...change });

describe('an item', () => {
  test('is put in, changed in place and taken out, and each leaves a trace', async () => {
    const { itemId, basket } = (await add(CARE)).json();
    expect(basket.items).toMatchObject([
      { id: itemId, visits: 4, totalPence: 11_520, organisationName: 'Bright Care' },
    ]);
    const changed = (
      await ask(
        ACCOUNTS.asha,
        'PUT',
        `/api/basket/items/${itemId}`,
        itemBody({ ...CARE, lines: [WORLD.ashaCare, WORLD.ashaOwn] }),
      )
    ).json();
    // Own money takes part, so the public price holds: 4 × £33.00, half each.
    expect(changed.basket.items).toMatchObject([
      {
        prices: [{ priceSource: 'public', visits: 4 }],
        totalPence: 13_200,
        shares: [{ pence: 6_600 }, { pence: 6_600 }],
      },
    ]);
    expect(changed.basket.lines).toMatchObject([
      { lineId: WORLD.ashaCare, leftAfterPence: 513_400, enough: true },
      { lineId: WORLD.ashaOwn, leftAfterPence: -1_600, enough: false },
    ]);
    expect(changed.basket.ready).toBe(false);
    const gone = (await ask(ACCOUNTS.asha, 'DELETE', `/api/basket/items/${itemId}`)).json();
    expect(gone.items).toEqual([]);
    const events = await world.database.ownerDb
      .selectFrom('audit_entries')
      .select('event')
      .where('record_id', '=', itemId)
      .orderBy('event')
      .execute();
    expect(events.map(({ event }) => event)).toEqual([
      'basket.item-added',
      'basket.item-changed',
      'basket.item-removed',
    ]);
  });

  test('of a basket that is not mine cannot be changed or taken out', async () => {
    const { itemId } = (await add(SESSION)).json();
    expect((await ask(ACCOUNTS.representative, 'DELETE', `/api/basket/items/${itemId}`)).statusCode).toBe(404);
    await ask(ACCOUNTS.representative, 'POST', '/api/basket/items', itemBody(SESSION));
    expect(
      (await ask(ACCOUNTS.representative, 'PUT', `/api/basket/items/${itemId}`, itemBody(SESSION))).statusCode,
    ).toBe(404);
    expect((await ask(ACCOUNTS.asha, 'GET', '/api/basket')).json().items).toHaveLength(1);
  });

  test.each([
    ['a stranger', { personId: WORLD.stranger }],
    ['a person who is not there', { personId: 'per_00000000000000000000000000' }],
    ["a stranger's line", { shares: [{ lineId: WORLD.strangerCare, weight: 1 }] }],
    ['a line that is not there', { shares: [{ lineId: 'line_00000000000000000000000000', weight: 1 }] }],
    ['an offer that is not there', { offerId: 'off_00000000000000000000000000' }],
  ])('for %s is not found, byte for byte', async (_what, change) => {
    const answer = await add(SESSION, change);
    const missing = await ask(ACCOUNTS.asha, 'DELETE', '/api/basket/items/bki_00000000000000000000000000');
    expect([answer.statusCode, answer.body]).toEqual([404, missing.body]);
  });

  test.each<[string, OrderWish, Partial<BasketItemIn>, string, string]>([
    ['no payer', SESSION, { shares: [] }, 'basket.shares_missing', '/shares'],
    ['a date that does not exist', SESSION, { firstDate: '2026-11-31' }, 'date.does_not_exist', '/firstDate'],
    ['a day that has passed', SESSION, { firstDate: '2026-11-01' }, 'schedule.in_the_past', '/firstDate'],
    ['a day after the budget year', SESSION, { firstDate: '2027-04-01' }, 'schedule.outside_budget_year', '/lastDate'],
    ['a price by the hour and no time', CARE, { kind: 'one-off' }, 'offer.needs_a_time', '/startTime'],
    ['a schedule without days', CARE, { pattern: [] }, 'schedule.pattern_empty', '/pattern'],
    [
      'a schedule that ends before it starts',
      CARE,
      { lastDate: '2026-11-02' },
      'schedule.ends_before_start',
      '/lastDate',
    ],
    [
      'a schedule with no visit in it',
      CARE,
      { firstDate: '2026-11-04', lastDate: '2026-11-05' },
      'schedule.no_visits',
      '/lastDate',
    ],
    [
      'a time that the clocks jump over',
      CARE,
      { kind: 'one-off', firstDate: '2027-03-28', startTime: '01:30', minutes: 60 },
      'time.in_clock_change_gap',
      '/startTime',
    ],
  ])('with %s is refused by its field', async (_what, wish, change, code, pointer) => {
    const answer = await add(wish, change);
    expect([answer.statusCode, answer.json().code, answer.json().errors?.[0]?.pointer]).toEqual([422, code, pointer]);
    expect((await ask(ACCOUNTS.asha, 'GET', '/api/basket')).json().items).toEqual([]);
  });

  test('at a time that the clocks jump over offers both moments, and takes the chosen one', async () => {
    const night = { kind: 'one-off', firstDate: '2027-03-28', startTime: '01:30', minutes: 60 } as const;
    const refused = (await add(CARE, night)).json();
    expect(refused.errors[0].details ?? refused.details).toMatchObject({
      choices: [
        { choose: 'earlier', local: '2027-03-28T00:30:00+00:00' },
        { choose: 'later', local: '2027-03-28T02:30:00+01:00' },
      ],
    });
    expect((await add(CARE, { ...night, clockChoice: 'later' })).statusCode).toBe(201);
    const basket = (await ask(ACCOUNTS.asha, 'GET', '/api/basket')).json();
    expect(basket.items).toMatchObject([{ startTime: '01:30', clockChoice: 'later', visits: 1, problems: [] }]);
    const placed = await placeBasketOf(world, ACCOUNTS.asha);
    const visits = await world.database.ownerDb
      .selectFrom('visits')
      .select('planned_start')
      .where('order_id', '=', placed.orders[0]?.id ?? '')
      .execute();
    expect(visits.map((visit) => visit.planned_start?.toString())).toEqual(['2027-03-28T01:30:00Z']);
    // The other tests of this file count on the money.
    const cancelled = await world.app.inject({
      method: 'POST',
      url: `/api/orders/${placed.orders[0]?.id}/cancel`,
      headers: { ...(await world.signIn(ACCOUNTS.asha, WORLD.council)), 'idempotency-key': newKey() },
      payload: {},
    });
    expect(cancelled.json().chargedPence).toBe(0);
  });

  test('with any field that we do not know is refused and names it', async () => {
    const known = new Set([
      'personId',
      'offerId',
      'kind',
      'quantity',
      'firstDate',
      'lastDate',
      'startTime',
      'clockChoice',
      'minutes',
      'pattern',
      'shares',
      'note',
    ]);
    const headers = await world.signIn(ACCOUNTS.asha, WORLD.council);
    await fc.assert(
      fc.asyncProperty(
        fc.stringMatching(/^[a-zA-Z][a-zA-Z0-9]{0,11}$/).filter((name) => !known.has(name) && !(name in {})),
        // A body with a name that could poison a prototype is refused before its fields are looked at.
        fc.jsonValue().filter((value) => !/"(__proto__|constructor)"/.test(JSON.stringify(value))),
        async (name, value) => {
          const answer = await world.app.inject({
            method: 'POST',
            url: '/api/basket/items',
            headers,
            payload: { ...itemBody(SESSION), [name]: value },
          });
          expect([answer.statusCode, answer.json().errors[0].pointer]).toEqual([400, `/${name}`]);
        },
      ),
      { numRuns: 30 },
    );
  });

  test('is refused without signing in, and to roles that buy nothing', async () => {
    expect(
      (await world.app.inject({ method: 'POST', url: '/api/basket/items', payload: itemBody(SESSION) })).statusCode,
    ).toBe(401);
    expect((await add({ ...SESSION, account: ACCOUNTS.provider })).statusCode).toBe(403);
    expect((await world.app.inject('/api/basket')).statusCode).toBe(401);
  });
});

describe('choices for an offer', () => {
  test('are my own lines with what is left and the price from each, and why', async () => {
    const { offer, people } = (
      await ask(ACCOUNTS.asha, 'GET', `/api/basket/choices?offerId=${WORLD.careOffer}`)
    ).json();
    expect(offer).toMatchObject({ unit: 'hour', timed: true, organisationName: 'Bright Care' });
    expect(people).toMatchObject([
      {
        personName: 'Asha Example',
        mainLineId: WORLD.ashaCare,
        lines: [
          {
            lineName: 'Social care',
            leftPence: 520_000,
            unitPricePence: 1_920,
            priceSource: 'agreed',
            publicPricePence: 2_200,
          },
          { lineName: 'My own money', leftPence: 5_000, unitPricePence: 2_200, priceSource: 'public' },
        ],
      },
    ]);
  });

  test("of a broker are the people under mandate, each with their family's lines after their own", async () => {
    const { people } = (await ask(ACCOUNTS.broker, 'GET', `/api/basket/choices?offerId=${WORLD.clubOffer}`)).json();
    expect(people.map((person: { personName: string }) => person.personName)).toEqual([
      'Bilal Hassan',
      'Maryam Hassan',
      'Omar Hassan',
    ]);
    expect(people[1].lines.map((line: { lineId: string }) => line.lineId)).toEqual([
      WORLD.motherCare,
      WORLD.sonOneBreaks,
      WORLD.sonTwoBreaks,
    ]);
  });

  test('for an offer that is not there are not found', async () => {
    expect(
      (await ask(ACCOUNTS.asha, 'GET', '/api/basket/choices?offerId=off_00000000000000000000000000')).statusCode,
    ).toBe(404);
  });
});
