// [1] Tolerance, end to end through the API: what is within it goes on by itself, what is not waits and is settled.

import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { wrongInTheBooks } from '../testing/books.ts';
import { newKey, placeOrder } from '../testing/place-order.ts';
import { startTestApp, type TestApp } from '../testing/test-app.ts';
import { ACCOUNTS, type AccountName, buildWorld, WORLD } from '../testing/world.ts';

let world: TestApp;
beforeAll(async () => {
  world = await startTestApp();
  await buildWorld(world);
});
afterAll(() => world.close());

async function send(who: AccountName, method: 'GET' | 'POST', url: string, payload?: object) {
  return world.app.inject({
    method,
    url,
    headers: { ...(await world.signIn(ACCOUNTS[who], WORLD.council)), 'idempotency-key': newKey() },
    ...(payload ? { payload } : {}),
  });
}

/** A visit planned for 90 minutes at £19.20, recorded with some minutes and confirmed by the person. */
async function visitOf(date: string, minutes: number): Promise<string> {
  world.clock.set(Temporal.Instant.from('2026-11-02T09:00:00Z'));
  const order = await placeOrder(world, {
    account: ACCOUNTS.asha,
    person: WORLD.asha,
    offer: WORLD.careOffer,
    lines: [WORLD.ashaCare],
    oneOff: { date, startTime: '09:30', minutes: 90 },
    accept: ACCOUNTS.provider,
  });
  const { id } = await world.database.ownerDb
    .selectFrom('visits')
    .select('id')
    .where('order_id', '=', order.id)
    .executeTakeFirstOrThrow();
  world.clock.set(Temporal.Instant.from('2026-11-09T09:00:00Z'));
  const end = Temporal.PlainDateTime.from(`${date}T09:30`).add({ minutes }).toString({ smallestUnit: 'minute' });
  const recorded = await send('provider', 'POST', `/api/visits/${id}/record`, {
    worker: 'Jo',
    start: `${date}T09:30`,
    end,
  });
  expect(recorded.statusCode, recorded.body).toBe(200);
  const confirmed = await send('asha', 'POST', `/api/visits/${id}/confirm`, {});
  expect(confirmed.statusCode, confirmed.body).toBe(200);
  return id;
}

async function invoiceOf(visitId: string) {
  return world.database.ownerDb
    .selectFrom('invoices')
    .innerJoin('invoice_lines', 'invoice_lines.invoice_id', 'invoices.id')
    .select(['invoices.id', 'invoices.state', 'invoices.total_pence', 'invoices.number'])
    .where('invoice_lines.visit_id', '=', visitId)
    .executeTakeFirstOrThrow();
}

test('94 minutes approve themselves at £30.08; 95 wait, and are settled at £28.80 with a note to both', async () => {
  const within = await visitOf('2026-11-03', 94);
  const over = await visitOf('2026-11-04', 95);
  const billed = await send('finance', 'POST', '/api/invoices/bill', {});
  expect(billed.json(), billed.body).toEqual({ invoices: 2, held: 1, visits: 2, totalPence: 6_048 });
  expect(await invoiceOf(within)).toMatchObject({ state: 'approved', total_pence: 3_008n });
  expect(await invoiceOf(over)).toMatchObject({ state: 'held', total_pence: 3_040n });

  const list = await send('finance', 'GET', '/api/exceptions');
  expect(list.statusCode, list.body).toBe(200);
  const [exception] = list.json<{ items: { id: string }[] }>().items;
  expect(exception).toMatchObject({
    kind: 'over-tolerance',
    expectedPence: 2_880,
    foundPence: 3_040,
    differencePence: 160,
    // a penny less than the price of five minutes more
    withinPence: 3_039,
    plannedMinutes: 90,
    actualMinutes: 95,
    personName: expect.stringContaining('Asha'),
    lines: [{ name: 'Social care', reservedPence: 2_880 }],
  });
  const id = exception?.id ?? '';
  const held = await invoiceOf(over);
  expect((await send('provider', 'GET', `/api/invoices/${held.id}/document.xml`)).json()).toMatchObject({
    code: 'invoice.not_approved',
  });

  const settled = await send('finance', 'POST', `/api/exceptions/${id}/settle`, {
    amountPence: 2_880,
    note: 'Agreed with both: the plan stands.',
  });
  expect(settled.statusCode, settled.body).toBe(200);
  expect(await invoiceOf(over)).toMatchObject({ state: 'approved', total_pence: 2_880n });
  const line = await world.database.ownerDb
    .selectFrom('ledger_accounts')
    .select(['debits_posted', 'debits_pending'])
    .where('id', '=', `line:${WORLD.ashaCare}`)
    .executeTakeFirstOrThrow();
  expect(line).toEqual({ debits_posted: 5_888n, debits_pending: 0n });
  const notes = await world.database.ownerDb
    .selectFrom('messages')
    .select(['person_id', 'organisation_id'])
    .where('kind', '=', 'visit.settled')
    .execute();
  expect(notes).toEqual(
    expect.arrayContaining([
      { person_id: WORLD.asha, organisation_id: null },
      { person_id: null, organisation_id: WORLD.agency },
    ]),
  );
  expect(await wrongInTheBooks(world)).toEqual([]);

  const again = await send('finance', 'POST', `/api/exceptions/${id}/settle`, { amountPence: 1, note: 'Again' });
  expect(again.json()).toMatchObject({ status: 409, code: 'exception.already_settled' });
  const audit = await world.database.ownerDb
    .selectFrom('audit_entries')
    .select(['person_id', 'reason'])
    .where('event', '=', 'exception.settled')
    .execute();
  expect(audit).toEqual([{ person_id: WORLD.asha, reason: 'Agreed with both: the plan stands.' }]);
});

test('a visit that was settled before its period ended is billed at what it was settled for, and says why', async () => {
  const visit = await visitOf('2026-11-05', 95);
  const [exception] = (await send('finance', 'GET', '/api/exceptions')).json<{ items: { id: string }[] }>().items;
  await send('finance', 'POST', `/api/exceptions/${exception?.id}/settle`, { amountPence: 2_900, note: 'Half each.' });
  await send('finance', 'POST', '/api/invoices/bill', {});
  const invoice = await invoiceOf(visit);
  expect(invoice).toMatchObject({ state: 'approved', total_pence: 2_900n });
  const xml = await send('provider', 'GET', `/api/invoices/${invoice.id}/document.xml`);
  expect(xml.statusCode, xml.body).toBe(200);
  expect(xml.body).toContain('Settled by the council after a query');
  expect(await wrongInTheBooks(world)).toEqual([]);
});

test('a held invoice settled at nothing is closed: no one pays it, no run takes it, the books balance', async () => {
  const visit = await visitOf('2026-11-06', 95);
  await send('finance', 'POST', '/api/invoices/bill', {});
  const { id, state, number } = await invoiceOf(visit);
  expect(state).toBe('held');
  const { ownerDb } = world.database;
  // The holder of the money would be told of an invoice to pay.
  await ownerDb
    .insertInto('payers')
    .values({
      council_id: WORLD.council,
      id: 'payr_club0000000000000000000',
      kind: 'holder',
      organisation_id: WORLD.club,
    })
    .execute();
  await ownerDb
    .updateTable('invoices')
    .set({ payer_id: 'payr_club0000000000000000000' })
    .where('id', '=', id)
    .execute();
  const [exception] = (await send('finance', 'GET', '/api/exceptions')).json<{ items: { id: string }[] }>().items;
  const settled = await send('finance', 'POST', `/api/exceptions/${exception?.id}/settle`, {
    amountPence: 0,
    note: 'No one came after all.',
  });
  expect(settled.statusCode, settled.body).toBe(200);
  expect(await invoiceOf(visit)).toMatchObject({ state: 'closed', total_pence: 0n });
  const told = await ownerDb.selectFrom('messages').select('id').where('kind', '=', 'invoice.to-pay').execute();
  expect(told).toEqual([]);
  const history = await ownerDb
    .selectFrom('state_changes')
    .select(['from_state', 'to_state', 'event'])
    .where('record_id', '=', id)
    .where('from_state', 'is not', null)
    .execute();
  expect(history).toEqual([{ from_state: 'held', to_state: 'closed', event: 'invoice.closed' }]);
  const numbersOf = async (query: string) =>
    (await send('finance', 'GET', `/api/invoices?${query}`))
      .json<{ items: { number: string }[] }>()
      .items.map((invoice) => invoice.number);
  expect(await numbersOf('state=closed')).toEqual([number]);
  expect(await numbersOf('state=approved')).not.toContain(number);
  expect(await wrongInTheBooks(world)).toEqual([]);
});

test('only finance sees and settles exceptions, with a note and an amount that is one', async () => {
  expect((await send('provider', 'GET', '/api/exceptions')).statusCode).toBe(403);
  expect((await send('auditor', 'GET', '/api/exceptions')).statusCode).toBe(200);
  const missing = '/api/exceptions/exc_0000000000000000000000009';
  expect((await send('finance', 'GET', missing)).json()).toMatchObject({ code: 'record.not_found' });
  expect((await send('auditor', 'POST', `${missing}/settle`, { amountPence: 1, note: 'x' })).statusCode).toBe(403);
  expect((await send('finance', 'POST', `${missing}/settle`, { amountPence: 1, note: 'x' })).statusCode).toBe(404);
  expect((await send('finance', 'POST', `${missing}/settle`, { amountPence: -1, note: 'x' })).statusCode).toBe(400);
  expect((await send('finance', 'POST', `${missing}/settle`, { amountPence: 1 })).statusCode).toBe(400);
});

test('more than one officer may decide alone moves only when a second one agrees, at that sum', async () => {
  const over = await visitOf('2026-11-02', 100);
  await send('finance', 'POST', '/api/invoices/bill', {});
  const { id } = await world.database.ownerDb
    .selectFrom('exceptions')
    .select('id')
    .where('visit_id', '=', over)
    .executeTakeFirstOrThrow();
  const ask = { amountPence: 4_000, note: 'Two carers had to come.' };
  // the visit was recorded at £32.00
  const alone = await send('finance', 'POST', `/api/exceptions/${id}/settle`, ask);
  expect(alone.statusCode).toBe(422);
  expect(alone.json()).toMatchObject({
    code: 'exception.needs_second_officer',
    errors: [{ pointer: '/amountPence' }],
    details: { alonePence: 3_200 },
  });
  expect((await send('financeSecond', 'POST', `/api/exceptions/${id}/agree`)).json()).toMatchObject({
    code: 'exception.not_proposed',
  });

  expect((await send('finance', 'POST', `/api/exceptions/${id}/propose`, ask)).statusCode).toBe(200);
  expect((await send('finance', 'POST', `/api/exceptions/${id}/agree`)).json()).toMatchObject({
    code: 'exception.same_person',
  });
  expect((await invoiceOf(over)).state).toBe('held');
  expect((await send('financeSecond', 'GET', `/api/exceptions/${id}`)).json()).toMatchObject({
    state: 'open',
    alonePence: 3_200,
    proposal: { amountPence: 4_000, note: 'Two carers had to come.', isOwn: false },
  });
  const refused = await send('financeSecond', 'POST', `/api/exceptions/${id}/refuse`, { note: 'Show me the plan.' });
  expect(refused.statusCode, refused.body).toBe(200);
  expect((await send('finance', 'GET', `/api/exceptions/${id}`)).json()).toMatchObject({
    proposal: null,
    refusedNote: 'Show me the plan.',
  });

  await send('finance', 'POST', `/api/exceptions/${id}/propose`, ask);
  const agreed = await Promise.all([
    send('financeSecond', 'POST', `/api/exceptions/${id}/agree`),
    send('financeSecond', 'POST', `/api/exceptions/${id}/agree`),
  ]);
  expect(agreed.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 409]);
  expect(await invoiceOf(over)).toMatchObject({ state: 'approved', total_pence: 4_000n });
  expect(await wrongInTheBooks(world)).toEqual([]);
});
