// Every unit and every kind of day in which support is sold: offered by its owner, ordered, delivered, confirmed and charged.

import { isTimedUnit, UNIT_NAMES, type Unit } from '@support-market/domain/listings/prices';
import { OFFER_DAYS, type OfferDays } from '@support-market/domain/orders/item-plan';
import { pence } from '@support-market/domain/shared/money';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { wrongInTheBooks } from '../testing/books.ts';
import { openLine } from '../testing/open-line.ts';
import { itemBody, newKey, placeOrder } from '../testing/place-order.ts';
import { startTestApp, type TestApp } from '../testing/test-app.ts';
import { ACCOUNTS, type AccountName, buildWorld, WORLD } from '../testing/world.ts';

let world: TestApp;
let line: string;

beforeAll(async () => {
  world = await startTestApp();
  await buildWorld(world);
  world.clock.set(Temporal.Instant.from('2026-11-02T09:00:00Z'));
  line = await openLine(world, {
    budgetId: `bud_${WORLD.asha.slice(4)}`,
    personId: WORLD.asha,
    reference: 'EVERY-UNIT',
    name: 'Money for every unit',
    stream: 'own-money',
    arrangement: 'own',
    holderOrganisationId: null,
    holderName: null,
    startsOn: Temporal.PlainDate.from('2026-04-01'),
    endsOn: Temporal.PlainDate.from('2027-03-31'),
    awardPence: pence(1_000_000),
    weeklyPence: null,
    sourceHash: 'every-unit',
  });
});
afterAll(() => world.close());

async function post(who: AccountName, url: string, payload?: object) {
  const headers = { ...(await world.signIn(ACCOUNTS[who], WORLD.council)), 'idempotency-key': newKey() };
  return world.app.inject({ method: 'POST', url, headers, ...(payload ? { payload } : {}) });
}

/** In December 2026: a day of each kind, and one that is not. Christmas Day is a Friday. */
const DAYS: Readonly<Record<OfferDays, { readonly on: string; readonly off: string | null }>> = {
  any: { on: '2026-12-01', off: null },
  weekday: { on: '2026-12-01', off: '2026-12-05' },
  weekend: { on: '2026-12-06', off: '2026-12-04' },
  saturday: { on: '2026-12-05', off: '2026-12-06' },
  sunday: { on: '2026-12-06', off: '2026-12-05' },
  'bank-holiday': { on: '2026-12-25', off: '2026-12-24' },
  // a night is named by the day on which it begins, and may be any
  'waking-night': { on: '2026-12-02', off: null },
  'sleeping-night': { on: '2026-12-03', off: null },
};

const PAIRS = OFFER_DAYS.flatMap((days) => UNIT_NAMES.map((unit) => [unit, days] as const));
/** Every unit once, and every kind of day once, each all the way to the ledger. */
const WHOLE_WAY = UNIT_NAMES.map((unit, index) => [unit, OFFER_DAYS[index % OFFER_DAYS.length] ?? 'any'] as const);

const prices = new Map<string, number>();
async function offer(unit: Unit, days: OfferDays): Promise<string> {
  const pricePence = 1_000 + prices.size * 10;
  const name = `By the ${unit}, ${days}`;
  const added = await post('provider', `/api/listings/${WORLD.careListing}/offers`, {
    ...{
      name,
      unit,
      days,
      minimumMinutes: isTimedUnit(unit) ? 30 : 0,
      noticeHours: 24,
      welfare: true,
      zeroRated: false,
    },
    ...{ pricePence, from: '2026-11-02', until: '2027-03-31' },
  });
  expect(added.statusCode, added.body).toBe(201);
  const { id } = added.json().items.find((one: { name: string }) => one.name === name);
  prices.set(id, pricePence);
  return id;
}

const wish = (unit: Unit, offerId: string, date: string) => ({
  ...{ account: ACCOUNTS.asha, person: WORLD.asha, offer: offerId, lines: [line] },
  oneOff: isTimedUnit(unit) ? { date, startTime: '10:00', minutes: 90 } : { date, quantity: 3 },
});
/** 90 minutes, or three of what is counted. */
const costs = (unit: Unit, unitPence: number): number => (unit === 'hour' ? (unitPence * 3) / 2 : unitPence * 3);

test('each can be offered, is ordered on its days at its price, and on no other day', async () => {
  const wrong: string[] = [];
  for (const [unit, days] of PAIRS) {
    const id = await offer(unit, days);
    const price = prices.get(id) ?? 0;
    const date = DAYS[days].on;
    const put = await post('asha', '/api/basket/items', itemBody(wish(unit, id, date)));
    const item = put.json().basket?.items.find((one: { offerId: string }) => one.offerId === id);
    if (item?.totalPence !== costs(unit, price)) wrong.push(`${unit} ${days}: ${put.body.slice(0, 200)}`);
    const headers = await world.signIn(ACCOUNTS.asha, WORLD.council);
    await world.app.inject({ method: 'DELETE', url: `/api/basket/items/${put.json().itemId}`, headers });
    const other = DAYS[days].off;
    if (other === null) continue;
    const refused = await post('asha', '/api/basket/items', itemBody(wish(unit, id, other)));
    if (refused.json().code !== 'offer.not_on_that_day')
      wrong.push(`${unit} ${days} on ${other}: ${refused.statusCode}`);
  }
  expect(wrong).toEqual([]);
});

test('each is delivered, confirmed and charged what was ordered, and the books are right', async () => {
  const wrong: string[] = [];
  world.clock.set(Temporal.Instant.from('2026-11-02T10:00:00Z'));
  const offers = await world.database.ownerDb
    .selectFrom('offers')
    .select(['id', 'unit', 'days'])
    .where('listing_id', '=', WORLD.careListing)
    .execute();
  const ordered: { unit: Unit; days: OfferDays; visit: string; date: string; price: number }[] = [];
  for (const [unit, days] of WHOLE_WAY) {
    const id = offers.find((one) => one.unit === unit && one.days === days && prices.has(one.id))?.id ?? '';
    const date = DAYS[days].on;
    const order = await placeOrder(world, { ...wish(unit, id, date), accept: ACCOUNTS.provider });
    const { id: visit } = await world.database.ownerDb
      .selectFrom('visits')
      .select('id')
      .where('order_id', '=', order.id)
      .executeTakeFirstOrThrow();
    ordered.push({ unit, days, visit, date, price: prices.get(id) ?? 0 });
  }
  world.clock.set(Temporal.Instant.from('2027-01-15T10:00:00Z'));
  for (const [index, { unit, days, visit, date, price }] of ordered.entries()) {
    const said = isTimedUnit(unit)
      ? { worker: `Worker ${index}`, start: `${date}T10:00`, end: `${date}T11:30` }
      : { worker: `Worker ${index}` };
    const recorded = await post('provider', `/api/visits/${visit}/record`, said);
    const confirmed = await post('asha', `/api/visits/${visit}/confirm`);
    const posted = await world.database.ownerDb
      .selectFrom('ledger_transfers')
      .select('amount_pence')
      .where('visit_id', '=', visit)
      .where('code', '=', 'deliver')
      .execute();
    const charged = posted.reduce((sum, row) => sum + Number(row.amount_pence), 0);
    if (charged !== costs(unit, price))
      wrong.push(
        `${unit} ${days}: ${charged} for ${costs(unit, price)} ${recorded.body.slice(0, 150)} ${confirmed.body.slice(0, 150)}`,
      );
  }
  expect(wrong).toEqual([]);
  expect(await wrongInTheBooks(world)).toEqual([]);
});
