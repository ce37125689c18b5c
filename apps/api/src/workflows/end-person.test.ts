// Somebody dies or leaves, or their money becomes shorter or less: what is planned ends with it, and nothing else does.

import { inTransaction } from '@support-market/db/transaction';
import { pence } from '@support-market/domain/shared/money';
import { Temporal } from 'temporal-polyfill';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openLines } from '../features/budget-lines/open-lines.service.ts';
import { systemActor } from '../platform/audit.repo.ts';
import { recordMessages } from '../platform/messages.repo.ts';
import { wrongInTheBooks } from '../testing/books.ts';
import { lineBalances } from '../testing/line-balances.repo.ts';
import { fundOf, openLine } from '../testing/open-line.ts';
import { addToBasket, itemBody, newKey, placeOrder } from '../testing/place-order.ts';
import { startTestApp, type TestApp } from '../testing/test-app.ts';
import { ACCOUNTS, buildWorld, WORLD, YEAR_START } from '../testing/world.ts';

let world: TestApp;
beforeEach(async () => {
  world = await startTestApp();
  await buildWorld(world);
});
afterEach(() => world.close());

async function ask(account: string, method: 'GET' | 'POST', url: string, payload?: object) {
  return world.app.inject({
    method,
    url,
    headers: { ...(await world.signIn(account, WORLD.council)), 'idempotency-key': newKey() },
    ...(payload ? { payload } : {}),
  });
}

const balances = () =>
  inTransaction(world.database.db, WORLD.council, async (tx) =>
    (await lineBalances(tx, WORLD.council, [WORLD.ashaCare])).get(WORLD.ashaCare),
  );

/** £28.80 a visit on four Tuesdays and Thursdays: 3, 5, 10 and 12 November. */
const care = (accept: boolean) =>
  placeOrder(world, {
    account: ACCOUNTS.asha,
    person: WORLD.asha,
    offer: WORLD.careOffer,
    lines: [WORLD.ashaCare],
    schedule: {
      firstDate: '2026-11-03',
      lastDate: '2026-11-12',
      pattern: [
        { weekday: 2, startTime: '09:30', minutes: 90 },
        { weekday: 4, startTime: '09:30', minutes: 90 },
      ],
    },
    ...(accept ? { accept: ACCOUNTS.provider } : {}),
  });

const statesOf = async (table: 'visits' | 'orders' | 'mandates') =>
  (
    await world.database.ownerDb
      .selectFrom(table as 'visits')
      .select('state')
      .where('person_id', '=', WORLD.asha)
      .orderBy('id')
      .execute()
  )
    .map(({ state }) => state)
    .sort();

test('a death ends what was shown: later visits, their money, mandates, and every message to the person', async () => {
  await care(true);
  await care(false);
  world.clock.set(Temporal.Instant.from('2026-11-06T09:00:00Z'));
  const query = 'ending=died&lastDay=2026-11-04';
  const shown = (await ask(ACCOUNTS.practitioner, 'GET', `/api/people/${WORLD.asha}/ending?${query}`)).json();
  // Of the accepted order the three visits after the day; of the one not accepted all four.
  expect(shown).toMatchObject({ visits: 7, backPence: 7 * 2_880, mandates: [{ holderName: 'representative' }] });
  expect(shown.orders.map(({ visits }: { visits: number }) => visits)).toEqual([3, 4]);
  await world.database.ownerDb
    .updateTable('people')
    .set({ date_of_birth: Temporal.PlainDate.from('1950-03-02') })
    .where('id', '=', WORLD.asha)
    .execute();
  const unborn = `/api/people/${WORLD.asha}/ending?ending=died&lastDay=1950-03-01`;
  expect((await ask(ACCOUNTS.practitioner, 'GET', unborn)).json()).toMatchObject({ code: 'date.too_early' });
  const body = { ending: 'died', lastDay: '2026-11-04', reason: 'Their daughter rang' };
  const seen = { visits: 7, backPence: 7 * 2_880, payIns: 0, mandates: 1 };
  const url = `/api/people/${WORLD.asha}/end`;
  const other = await ask(ACCOUNTS.practitioner, 'POST', url, { ...body, seen: { ...seen, visits: 6 } });
  expect([other.statusCode, other.json().code]).toEqual([409, 'record.changed']);
  expect((await ask(ACCOUNTS.practitioner, 'POST', url, { ...body, seen })).statusCode).toBe(204);

  expect(await statesOf('visits')).toEqual([...Array(7).fill('cancelled'), 'planned']);
  expect(await statesOf('orders')).toEqual(['cancelled', 'cancelled']);
  expect(await statesOf('mandates')).toEqual(['ended']);
  expect(await balances()).toMatchObject({ reservedPence: 2_880n, leftPence: 520_000n - 2_880n });
  expect(await wrongInTheBooks(world)).toEqual([]);

  const { ownerDb } = world.database;
  const told = await ownerDb.selectFrom('messages').selectAll().where('kind', '=', 'order.ended').execute();
  expect(told.map((message) => message.organisation_id)).toEqual([WORLD.agency, WORLD.agency]);
  expect(JSON.stringify(told)).not.toMatch(/died|daughter|Asha/);
  await inTransaction(world.database.db, WORLD.council, (tx) =>
    recordMessages(tx, world.clock, WORLD.council, [{ personId: WORLD.asha, kind: 'invoice.to-pay', details: {} }]),
  );
  const later = await ownerDb
    .selectFrom('messages')
    .select('kind')
    .where('person_id', '=', WORLD.asha)
    .where('created_at', '>=', world.clock.now())
    .execute();
  expect(later).toEqual([]);
  expect((await ask(ACCOUNTS.asha, 'GET', '/api/basket')).statusCode).toBe(403);
  expect((await ask(ACCOUNTS.practitioner, 'POST', url, { ...body, seen })).json().code).toBe('state.not_allowed');
  // What had begun by then is still told of and paid.
  const [visit] = await ownerDb.selectFrom('visits').select('id').where('state', '=', 'planned').execute();
  const recorded = await ask(ACCOUNTS.provider, 'POST', `/api/visits/${visit?.id}/record`, {
    worker: 'Wendy',
    start: '2026-11-03 09:30',
    end: '2026-11-03 11:00',
  });
  expect(recorded.statusCode, recorded.body).toBe(200);

  const finals = (await ask(ACCOUNTS.finance, 'GET', `/api/people/${WORLD.asha}/final-statement`)).json();
  expect(finals).toMatchObject({ state: 'died', lastDay: '2026-11-04' });
  expect(finals.lines).toContainEqual(
    expect.objectContaining({ name: 'Social care', setAsidePence: 2_880, leftPence: 520_000 - 2_880 }),
  );
  expect(finals.openVisits).toMatchObject([{ serviceDate: '2026-11-03', state: 'recorded' }]);
  expect((await ask(ACCOUNTS.finance, 'GET', '/api/final-statements')).json().items).toMatchObject([
    { personId: WORLD.asha, lastDay: '2026-11-04' },
  ]);
});

test('a final statement tells each of a family what of an open visit their own money bears', async () => {
  await placeOrder(world, {
    account: ACCOUNTS.broker,
    person: WORLD.mother,
    offer: WORLD.clubOffer,
    lines: [WORLD.motherCare, WORLD.sonOneBreaks, WORLD.sonTwoBreaks],
    oneOff: { date: '2026-11-06' },
  });
  for (const [person, pence] of [
    [WORLD.mother, 417],
    [WORLD.sonOne, 417],
    [WORLD.sonTwo, 416],
  ] as const) {
    expect((await ask(ACCOUNTS.finance, 'GET', `/api/people/${person}/final-statement`)).json()).toMatchObject({
      lines: [{ setAsidePence: pence }],
      openVisits: [{ pence, state: 'planned' }],
    });
  }
});

test('somebody who leaves on a later day orders up to that day, and nothing after it until they are back', async () => {
  const wish = (date: string) => ({
    ...{ account: ACCOUNTS.representative, person: WORLD.asha, offer: WORLD.clubOffer, lines: [WORLD.ashaOwn] },
    oneOff: { date },
  });
  const place = () => ask(ACCOUNTS.representative, 'POST', '/api/basket/place', {});
  const put = (date: string) => ask(ACCOUNTS.representative, 'POST', '/api/basket/items', itemBody(wish(date)));
  await addToBasket(world, wish('2026-12-01'));
  const end = await ask(ACCOUNTS.manager, 'POST', `/api/people/${WORLD.asha}/end`, {
    ending: 'moved-away',
    lastDay: '2026-11-30',
    reason: '',
    seen: { visits: 0, backPence: 0, payIns: 0, mandates: 1 },
  });
  expect(end.statusCode, end.body).toBe(204);
  const details = { personName: 'Asha Example', lastDay: '2026-11-30' };
  const late = { code: 'person.leaves_before', errors: [{ pointer: '/lastDate', details }] };
  // The basket says so before anything is placed, as placing does.
  const basket = async (account: string) => (await ask(account, 'GET', '/api/basket')).json();
  expect(await basket(ACCOUNTS.representative)).toMatchObject({
    ready: false,
    items: [{ problems: [{ code: 'person.leaves_before', details }] }],
  });
  expect((await place()).json()).toMatchObject(late);
  expect((await put('2026-12-01')).json()).toMatchObject(late);
  const [item] = (await ask(ACCOUNTS.representative, 'GET', '/api/basket')).json().items;
  const changed = await world.app.inject({
    ...{ method: 'PUT', url: `/api/basket/items/${item.id}`, payload: itemBody(wish('2026-11-30')) },
    headers: await world.signIn(ACCOUNTS.representative, WORLD.council),
  });
  expect(changed.statusCode, changed.body).toBe(200);
  const placed = await place();
  expect(placed.statusCode, placed.body).toBe(200);

  // They are paid in advance up to that day too, and not for a day after it.
  await openLine(world, fundOf({ weeklyPence: pence(35_000) }));
  world.clock.set(Temporal.Instant.from('2026-11-30T09:00:00Z'));
  await ask(ACCOUNTS.finance, 'POST', '/api/pay-ins/schedule', {});
  const { items } = (await ask(ACCOUNTS.finance, 'GET', '/api/pay-ins')).json();
  expect(items[0]).toMatchObject({ fromDate: '2026-11-30', toDate: '2026-11-30', amountPence: 5_000 });
  expect((await put('2026-11-30')).statusCode).toBe(201);

  world.clock.set(Temporal.Instant.from('2026-12-01T09:00:00Z'));
  const ashaBasket = { ...wish('2026-12-02'), account: ACCOUNTS.asha };
  const gone = await ask(ACCOUNTS.asha, 'POST', '/api/basket/items', itemBody(ashaBasket));
  expect([gone.statusCode, gone.json().code]).toEqual([409, 'person.ended']);
  await ask(ACCOUNTS.manager, 'POST', `/api/people/${WORLD.asha}/come-back`, { reason: 'They stayed' });
  const back = await ask(ACCOUNTS.asha, 'POST', '/api/basket/items', itemBody(ashaBasket));
  expect(back.statusCode, back.body).toBe(201);
  const again = (await ask(ACCOUNTS.finance, 'GET', '/api/pay-ins')).json().items;
  expect(again[0]).toMatchObject({ fromDate: '2026-11-30', toDate: '2026-12-13', amountPence: 70_000 });
});

test('a line that is shortened or lowered shows what ends, ends the last visits first, and never more', async () => {
  await care(true);
  const url = `/api/budget-lines/${WORLD.ashaCare}/change`;
  // £520.00 less than the award of £5,200.00 hits nothing; £60.00 in all leaves room for two visits of £28.80.
  expect((await ask(ACCOUNTS.manager, 'GET', `${url}?endsOn=2027-03-31&awardPence=468000`)).json().visits).toBe(0);
  const shown = (await ask(ACCOUNTS.manager, 'GET', `${url}?endsOn=2026-11-11&awardPence=6000`)).json();
  expect(shown).toMatchObject({ visits: 2, backPence: 5_760, orders: [{ visits: 2 }] });
  const body = { endsOn: '2026-11-11', awardPence: 6_000, reason: 'A review with the family' };
  const blind = await ask(ACCOUNTS.manager, 'POST', url, { ...body, seen: { visits: 0, backPence: 0, payIns: 0 } });
  expect(blind.json().code).toBe('record.changed');
  const done = await ask(ACCOUNTS.manager, 'POST', url, { ...body, seen: { visits: 2, backPence: 5_760, payIns: 0 } });
  expect(done.statusCode, done.body).toBe(204);
  expect(await statesOf('visits')).toEqual(['cancelled', 'cancelled', 'planned', 'planned']);
  expect(await statesOf('orders')).toEqual(['accepted']);
  expect(await balances()).toMatchObject({ reservedPence: 5_760n, leftPence: 240n });
  const money = (await ask(ACCOUNTS.asha, 'GET', `/api/people/${WORLD.asha}/money`)).json();
  expect(JSON.stringify(money)).toContain('"spentPence":0');
  expect(await wrongInTheBooks(world)).toEqual([]);
  const told = await world.database.ownerDb
    .selectFrom('messages')
    .select(['person_id', 'organisation_id'])
    .where('kind', '=', 'order.ended')
    .orderBy('organisation_id', 'desc')
    .execute();
  expect(told).toEqual([
    { person_id: WORLD.asha, organisation_id: null },
    { person_id: null, organisation_id: WORLD.agency },
  ]);
});

test('a file that ends a line before a planned visit is refused for that line and changes nothing of it', async () => {
  await care(true);
  const saved = await inTransaction(world.database.db, WORLD.council, (tx) =>
    openLines(tx, world.clock, systemActor(WORLD.council, 'import'), [
      {
        budgetId: `bud_${WORLD.asha.slice(4)}`,
        personId: WORLD.asha,
        reference: WORLD.ashaCare,
        name: 'Social care',
        stream: 'social-care',
        arrangement: 'council-managed',
        holderOrganisationId: null,
        holderName: null,
        startsOn: YEAR_START,
        endsOn: Temporal.PlainDate.from('2026-11-11'),
        awardPence: pence(520_000),
        weeklyPence: null,
        sourceHash: 'shorter',
      },
    ]),
  );
  expect(saved).toMatchObject([
    { outcome: 'refused', code: 'budget_line.cuts_visits', details: { lastVisit: '2026-11-12' } },
  ]);
  const line = await world.database.ownerDb
    .selectFrom('budget_lines')
    .select('ends_on')
    .where('id', '=', WORLD.ashaCare)
    .executeTakeFirstOrThrow();
  expect(line.ends_on.toString()).toBe('2027-03-31');
});

test('money in advance that a run has claimed stops with a death: no bank file has it, and no later run', async () => {
  await openLine(world, fundOf({ weeklyPence: pence(35_000) }));
  expect((await ask(ACCOUNTS.finance, 'POST', '/api/pay-ins/schedule', {})).statusCode).toBe(200);
  const propose = () => ask(ACCOUNTS.finance, 'POST', '/api/payment-runs', { funderId: WORLD.health });
  const { id } = (await propose()).json();
  const lastDay = '2026-11-01';
  const shown = await ask(
    ACCOUNTS.practitioner,
    'GET',
    `/api/people/${WORLD.asha}/ending?ending=died&lastDay=${lastDay}`,
  );
  expect(shown.json().payIns).toMatchObject([{ amountPence: 70_000, becomes: null, runReference: 'RUN-000001' }]);
  const seen = { visits: 0, backPence: 0, payIns: 1, mandates: 1 };
  const ended = await ask(ACCOUNTS.practitioner, 'POST', `/api/people/${WORLD.asha}/end`, {
    ...{ ending: 'died', lastDay, reason: '', seen },
  });
  expect(ended.statusCode, ended.body).toBe(204);
  expect((await ask(ACCOUNTS.finance, 'GET', `/api/payment-runs/${id}`)).json()).toMatchObject({ state: 'cancelled' });
  expect((await ask(ACCOUNTS.financeSecond, 'POST', `/api/payment-runs/${id}/authorise`)).statusCode).toBe(409);
  const payIns = await world.database.ownerDb.selectFrom('pay_ins').select('state').execute();
  expect(new Set(payIns.map(({ state }) => state))).toEqual(new Set(['stopped']));
  expect((await propose()).json()).toMatchObject({ code: 'payment_run.empty' });
  expect(await wrongInTheBooks(world)).toEqual([]);
});

test('a line that is cut pays nothing in advance that it no longer has, and pays it again when it grows', async () => {
  const line = await openLine(world, fundOf({ weeklyPence: pence(35_000) }));
  const url = `/api/budget-lines/${line}/change`;
  const show = async (endsOn: string, awardPence: number) =>
    (await ask(ACCOUNTS.manager, 'GET', `${url}?endsOn=${endsOn}&awardPence=${awardPence}`)).json();
  const change = async (endsOn: string, awardPence: number, payIns: number) => {
    const body = { endsOn, awardPence, reason: 'A review', seen: { visits: 0, backPence: 0, payIns } };
    return (await ask(ACCOUNTS.manager, 'POST', url, body)).statusCode;
  };
  const schedule = async () => (await ask(ACCOUNTS.finance, 'POST', '/api/pay-ins/schedule', {})).json().totalPence;
  const kept = async () =>
    (await ask(ACCOUNTS.finance, 'GET', '/api/pay-ins'))
      .json()
      .items.map((one: { toDate: string; amountPence: number; state: string }) => [
        one.toDate,
        one.amountPence,
        one.state,
      ]);
  const propose = () => ask(ACCOUNTS.finance, 'POST', '/api/payment-runs', { funderId: WORLD.health });
  world.clock.set(Temporal.Instant.from('2026-11-09T09:00:00Z'));
  expect(await schedule()).toBe(140_000);
  const { id } = (await propose()).json();

  // One week and a day of four: the first stretch stays, the second is cut, and both leave the run that held them.
  const shown = await show('2026-11-16', 750_000);
  expect(shown.payInsOverPence).toBe(0);
  expect(shown.payIns).toMatchObject([
    { fromDate: '2026-11-16', amountPence: 70_000, becomes: { toDate: '2026-11-16', amountPence: 5_000 } },
  ]);
  expect(shown.payIns[0].runReference).toMatch(/^RUN-/);
  expect(await change('2026-11-16', 750_000, 0)).toBe(409);
  expect(await change('2026-11-16', 750_000, 1)).toBe(204);
  expect((await ask(ACCOUNTS.finance, 'GET', `/api/payment-runs/${id}`)).json().state).toBe('cancelled');
  const cut = [
    ['2026-11-16', 5_000, 'due'],
    ['2026-11-15', 70_000, 'due'],
  ];
  expect(await kept()).toEqual(cut);
  expect(await schedule()).toBe(0);

  expect(await change('2026-11-16', 60_000, 2)).toBe(204);
  expect(await kept()).toEqual([
    ['2026-11-16', 5_000, 'stopped'],
    ['2026-11-15', 60_000, 'due'],
  ]);
  expect((await show('2027-03-31', 750_000)).payIns).toMatchObject([
    { amountPence: 60_000, becomes: { amountPence: 70_000 }, resumed: false },
    { becomes: { toDate: '2026-11-29', amountPence: 70_000 }, resumed: true },
  ]);
  expect(await change('2026-11-16', 750_000, 2)).toBe(204);
  expect(await kept()).toEqual(cut);

  // What the bank has is said, and stays.
  const run = (await propose()).json();
  await ask(ACCOUNTS.financeSecond, 'POST', `/api/payment-runs/${run.id}/authorise`);
  expect((await ask(ACCOUNTS.finance, 'POST', `/api/payment-runs/${run.id}/emit`)).json().totalPence).toBe(75_000);
  expect(await show('2026-11-08', 60_000)).toMatchObject({ payIns: [], payInsOverPence: 40_000 });

  // Lengthened after the bank has the last, cut one: the days between come once, and all add up to what is promised.
  expect(await change('2027-03-31', 750_000, 0)).toBe(204);
  expect(await schedule()).toBe(65_000);
  expect(await schedule()).toBe(0);
  expect((await kept())[0]).toEqual(['2026-11-29', 65_000, 'due']);
  expect(await change('2026-11-18', 750_000, 1)).toBe(204);
  expect((await kept())[0]).toEqual(['2026-11-18', 10_000, 'due']);
  expect(await change('2027-03-31', 750_000, 1)).toBe(204);
  world.clock.set(Temporal.Instant.from('2027-03-31T09:00:00Z'));
  await schedule();
  const all = await kept();
  expect(all.reduce((sum: number, [, amount]: [string, number]) => sum + amount, 0)).toBe(750_000);
  expect(await wrongInTheBooks(world)).toEqual([]);
});
