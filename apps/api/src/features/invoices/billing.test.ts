// Billing from confirmed visits to numbered invoices, on a real database.

import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { systemActor } from '../../platform/audit.repo.ts';
import { wrongInTheBooks } from '../../testing/books.ts';
import { careToSeed, seedConfirmedVisits } from '../../testing/seed-confirmed-visits.ts';
import { startTestApp, type TestApp } from '../../testing/test-app.ts';
import { ACCOUNTS, buildWorld, WORLD } from '../../testing/world.ts';
import { billCouncil, billDeliveries } from './billing.service.ts';

let world: TestApp;
beforeAll(async () => {
  world = await startTestApp();
  await buildWorld(world);
});
afterAll(() => world.close());

const TODAY = Temporal.PlainDate.from('2026-11-02');
const actor = systemActor(WORLD.council, 'billing');
const NOTHING = { invoices: 0, held: 0, visits: 0, totalPence: 0n };

async function invoices() {
  return world.database.ownerDb.selectFrom('invoices').selectAll().orderBy('number').execute();
}

test('a week of visits becomes one approved invoice, and billing again makes nothing', async () => {
  await seedConfirmedVisits(world.database.db, careToSeed('first', 20));
  expect(await billCouncil(world.context, actor, TODAY)).toEqual({
    invoices: 1,
    held: 0,
    visits: 20,
    totalPence: 57_600n,
  });
  expect(await billCouncil(world.context, actor, TODAY)).toEqual(NOTHING);
  const [invoice] = await invoices();
  expect(invoice).toMatchObject({
    number: 'BC-HAR-000001',
    state: 'approved',
    funder_id: WORLD.adults,
    total_pence: 57_600n,
  });
  expect(invoice?.period_start.toString()).toBe('2026-10-26');
  expect(invoice?.due_date.toString()).toBe('2026-12-02');
  expect(await wrongInTheBooks(world)).toEqual([]);
});

test('an invoice that bills up to an earlier day is dated the day it is made', async () => {
  await seedConfirmedVisits(
    world.database.db,
    careToSeed('earlier', 1, { firstDate: TODAY.subtract({ days: 21 }), overDays: 1 }),
  );
  expect(await billCouncil(world.context, actor, TODAY.subtract({ days: 7 }))).toMatchObject({ invoices: 1 });
  const invoice = (await invoices()).at(-1);
  expect([invoice?.issue_date, invoice?.due_date].map(String)).toEqual(['2026-11-02', '2026-12-02']);
});

test('a period that is still running is not billed', async () => {
  await seedConfirmedVisits(world.database.db, careToSeed('running', 2, { firstDate: TODAY, overDays: 1 }));
  expect(await billCouncil(world.context, actor, TODAY.add({ days: 6 }))).toEqual(NOTHING);
  expect(await billCouncil(world.context, actor, TODAY.add({ days: 7 }))).toMatchObject({ invoices: 1, visits: 2 });
});

test('one visit that waits for a finance officer is held on an invoice of its own, and the rest goes on', async () => {
  const [queried = ''] = await seedConfirmedVisits(world.database.db, careToSeed('queried', 1));
  await seedConfirmedVisits(world.database.db, careToSeed('rest', 3));
  await world.database.ownerDb
    .insertInto('exceptions')
    .values({
      council_id: WORLD.council,
      id: 'exc_0000000000000000000000001',
      kind: 'over-tolerance',
      visit_id: queried,
      expected_pence: 2_880n,
      found_pence: 2_880n,
      state: 'open',
      raised_at: world.clock.now(),
    })
    .execute();
  expect(await billCouncil(world.context, actor, TODAY)).toMatchObject({ invoices: 2, held: 1, visits: 4 });
  const exception = await world.database.ownerDb.selectFrom('exceptions').selectAll().executeTakeFirstOrThrow();
  const held = (await invoices()).find(({ id }) => id === exception.invoice_id);
  expect(held).toMatchObject({ state: 'held', total_pence: 2_880n, approved_at: null });
  const posted = await world.database.ownerDb
    .selectFrom('ledger_transfers')
    .select('id')
    .where('invoice_id', '=', held?.id ?? '')
    .execute();
  expect(posted).toEqual([]);
});

test('VAT is worked out once a category, and what is payable is what the visits came to, to the penny', async () => {
  await seedConfirmedVisits(
    world.database.db,
    careToSeed('garden', 7, {
      organisationId: WORLD.gardener,
      offerId: WORLD.gardenOffer,
      listingId: WORLD.gardenListing,
      lines: [{ lineId: WORLD.ashaOwn, weight: 1 }],
      unitPricePence: 333n,
      minutes: 60,
      plannedPence: 333n,
      vatCategory: 'S',
      vatRateBasisPoints: 2_000,
    }),
  );
  expect(await billCouncil(world.context, actor, TODAY)).toMatchObject({ invoices: 1, totalPence: 2_331n });
  const invoice = (await invoices()).find(({ organisation_id }) => organisation_id === WORLD.gardener);
  // 23.31 with VAT: 19.43 net (19.425 half-up), 3.89 VAT (3.886), one penny of rounding
  expect(invoice).toMatchObject({
    net_pence: 1_943n,
    vat_pence: 389n,
    rounding_pence: -1n,
    funder_id: WORLD.ownMoney,
  });
  const lines = await world.database.ownerDb
    .selectFrom('invoice_lines')
    .select(['net_pence', 'gross_pence'])
    .where('invoice_id', '=', invoice?.id ?? '')
    .execute();
  expect(lines.reduce((sum, line) => sum + line.net_pence, 0n)).toBe(1_943n);
});

test('what is outside the scope of VAT stands on an invoice of its own', async () => {
  await seedConfirmedVisits(world.database.db, careToSeed('inside', 1));
  await seedConfirmedVisits(world.database.db, careToSeed('outside', 1, { vatCategory: 'O' }));
  expect(await billCouncil(world.context, actor, TODAY)).toMatchObject({ invoices: 2 });
});

test('a session that a family shares is billed to each line by its part, with the odd penny in its place', async () => {
  await seedConfirmedVisits(
    world.database.db,
    careToSeed('family', 1, {
      personId: WORLD.mother,
      unit: 'session',
      minutes: null,
      unitPricePence: 5_000n,
      plannedPence: 5_000n,
      lines: [WORLD.motherCare, WORLD.sonOneBreaks, WORLD.sonTwoBreaks].map((lineId) => ({ lineId, weight: 1 })),
    }),
  );
  await billCouncil(world.context, actor, TODAY);
  const lines = await world.database.ownerDb
    .selectFrom('invoice_lines')
    .select(['line_id', 'gross_pence'])
    .where('person_id', '=', WORLD.mother)
    .orderBy('share_position')
    .execute();
  expect(lines.map(({ gross_pence }) => gross_pence)).toEqual([1_667n, 1_667n, 1_666n]);
});

test('numbers have no gap however many bill at once, and no visit is billed twice', async () => {
  await Promise.all(
    Array.from({ length: 4 }, (_, index) =>
      seedConfirmedVisits(
        world.database.db,
        careToSeed(`many${index}`, 5, { firstDate: Temporal.PlainDate.from('2026-10-05').add({ days: 7 * index }) }),
      ),
    ),
  );
  const billed = await Promise.all(Array.from({ length: 6 }, () => billCouncil(world.context, actor, TODAY)));
  expect(billed.reduce((sum, { visits }) => sum + visits, 0)).toBe(20);
  const numbers = (await invoices())
    .filter(({ organisation_id }) => organisation_id === WORLD.agency)
    .map(({ number }) => Number(number.slice(-6)));
  expect(numbers).toEqual(numbers.map((_, index) => index + 1));
  const repeated = await world.database.ownerDb
    .selectFrom('invoice_lines')
    .select(({ fn }) => fn.countAll<bigint>().as('lines'))
    .groupBy('visit_id')
    .groupBy('share_position')
    .having(({ fn }) => fn.countAll(), '>', 1)
    .execute();
  expect(repeated).toEqual([]);
});

test('the worker bills every council, and a finance officer may do it by hand', async () => {
  await seedConfirmedVisits(world.database.db, careToSeed('byhand', 1));
  const answer = await world.app.inject({
    method: 'POST',
    url: '/api/invoices/bill',
    headers: await world.signIn(ACCOUNTS.finance, WORLD.council),
    payload: {},
  });
  expect(answer.statusCode).toBe(200);
  expect(answer.json()).toEqual({ invoices: 1, held: 0, visits: 1, totalPence: 2_880 });
  expect(await billDeliveries(world.context)).toEqual(NOTHING);
  const audit = await world.database.ownerDb
    .selectFrom('audit_entries')
    .select('account_id')
    .where('event', '=', 'invoice.billed')
    .where('account_id', '=', ACCOUNTS.finance)
    .execute();
  expect(audit).toHaveLength(1);
});

test('billing by hand refuses unknown fields, a day to come, and anyone but finance', async () => {
  const bill = async (account: string, payload: object) =>
    (
      await world.app.inject({
        method: 'POST',
        url: '/api/invoices/bill',
        headers: await world.signIn(account, WORLD.council),
        payload,
      })
    ).json<{ code: string }>().code;
  expect(await bill(ACCOUNTS.finance, { day: 1 })).toBe('request.invalid');
  expect(await bill(ACCOUNTS.finance, { date: '2026-11-03' })).toBe('date.in_the_future');
  expect(await bill(ACCOUNTS.finance, { date: '2026-02-30' })).toBe('date.does_not_exist');
  expect(await bill(ACCOUNTS.provider, {})).toBe('permission.denied');
  expect((await world.app.inject({ method: 'POST', url: '/api/invoices/bill', payload: {} })).statusCode).toBe(401);
});
