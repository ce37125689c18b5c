// Invoices from route to row: who sees them, their documents, and how a holder or a person pays one.

import { inTransaction } from '@support-market/db/transaction';
import { Temporal } from 'temporal-polyfill';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { wrongInTheBooks } from '../../testing/books.ts';
import { lineBalances } from '../../testing/line-balances.repo.ts';
import { fundOf, openLine } from '../../testing/open-line.ts';
import { payeeAccountOf } from '../../testing/payee-accounts.ts';
import { newKey } from '../../testing/place-order.ts';
import { careToSeed, type SeedOrder, seedConfirmedVisits } from '../../testing/seed-confirmed-visits.ts';
import { startTestApp, type TestApp } from '../../testing/test-app.ts';
import { ACCOUNTS, type AccountName, buildWorld, WORLD } from '../../testing/world.ts';

let world: TestApp;
beforeEach(async () => {
  world = await startTestApp();
  await buildWorld(world);
});
afterEach(() => world.close());

async function send(who: AccountName, method: 'GET' | 'POST', url: string, payload?: object, key = newKey()) {
  return world.app.inject({
    method,
    url,
    headers: {
      ...(await world.signIn(ACCOUNTS[who], who === 'elsewhere' ? WORLD.elsewhere : WORLD.council)),
      'idempotency-key': key,
    },
    ...(payload ? { payload } : {}),
  });
}

interface Summary {
  readonly id: string;
  readonly number: string;
  readonly state: string;
  readonly mine: boolean;
  readonly canPayNow: boolean;
  readonly totalPence: number;
  readonly organisationName: string;
}

async function bill(...seeds: readonly SeedOrder[]): Promise<void> {
  for (const seed of seeds) await seedConfirmedVisits(world.database.db, seed);
  expect((await send('finance', 'POST', '/api/invoices/bill', {})).statusCode).toBe(200);
}

async function list(who: AccountName, query = ''): Promise<Summary[]> {
  const answer = await send(who, 'GET', `/api/invoices${query}`);
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json<{ items: Summary[] }>().items;
}

async function purse(lineId: string): Promise<bigint> {
  const account = await world.database.ownerDb
    .selectFrom('ledger_accounts')
    .select('available')
    .where('id', '=', `purse:${lineId}`)
    .executeTakeFirstOrThrow();
  return account.available ?? 0n;
}

/** Pays into every line that is due, through a run as the council does. */
async function payIn(funderId: string = WORLD.health): Promise<void> {
  expect((await send('finance', 'POST', '/api/pay-ins/schedule', {})).statusCode).toBe(200);
  const { id } = (await send('finance', 'POST', '/api/payment-runs', { funderId })).json<{ id: string }>();
  await send('financeSecond', 'POST', `/api/payment-runs/${id}/authorise`);
  await send('finance', 'POST', `/api/payment-runs/${id}/emit`);
  const payments = (await send('finance', 'GET', `/api/payment-runs/${id}/payments`)).json<{
    items: { endToEndId: string }[];
  }>();
  const taken = await send('finance', 'POST', `/api/payment-runs/${id}/results`, {
    results: payments.items.map(({ endToEndId }) => ({ endToEndId, status: 'paid' })),
  });
  expect(taken.json()).toMatchObject({ state: 'settled' });
}

test('of a fund of £700.00, £258.00 drawn down and £40.00 paid to another leave £402.00', async () => {
  const fund = await openLine(world, fundOf());
  await payIn();
  expect(await purse(fund)).toBe(70_000n);
  const monday = {
    firstDate: Temporal.PlainDate.from('2026-11-02'),
    overDays: 7,
    lines: [{ lineId: fund, weight: 1 }],
  };
  await seedConfirmedVisits(
    world.database.db,
    careToSeed('ownservice', 6, { ...monday, unitPricePence: 2_150n, minutes: 120, plannedPence: 4_300n }),
  );
  await seedConfirmedVisits(
    world.database.db,
    careToSeed('another', 1, {
      ...monday,
      organisationId: WORLD.club,
      offerId: WORLD.clubOffer,
      listingId: WORLD.clubListing,
      unit: 'session',
      minutes: null,
      unitPricePence: 4_000n,
      plannedPence: 4_000n,
    }),
  );
  world.clock.set(Temporal.Instant.from('2026-11-09T09:00:00Z'));
  await bill();
  const toPay = await list('isfHolder', '?toPay=true');
  expect(toPay.map(({ totalPence }) => totalPence).sort()).toEqual([25_800, 4_000]);
  expect(toPay.map(({ canPayNow }) => canPayNow)).toEqual([true, true]);
  const [own, other] = [25_800, 4_000].map((pence) => toPay.find(({ totalPence }) => totalPence === pence)?.id ?? '');
  const drawn = await send('isfHolder', 'POST', `/api/invoices/${own}/settle`, {});
  expect(drawn.json(), drawn.body).toMatchObject({ state: 'paid', how: 'drawn-down', totalPence: 25_800 });
  expect((await send('isfHolder', 'POST', `/api/invoices/${other}/settle`, {})).json()).toMatchObject({
    how: 'paid-by-holder',
  });
  expect(await purse(fund)).toBe(40_200n);
  expect(await list('isfHolder', '?toPay=true')).toEqual([]);
  const balances = await inTransaction(world.database.db, WORLD.council, (tx) =>
    lineBalances(tx, WORLD.council, [fund]),
  );
  expect(balances.get(fund)).toMatchObject({ spentPence: 29_800n, reservedPence: 0n });
  expect(await wrongInTheBooks(world)).toEqual([]);
});

test('an invoice is settled once: the same key repeats the answer, another is refused, cash never negative', async () => {
  const fund = await openLine(world, fundOf());
  await payIn();
  const monday = { firstDate: Temporal.PlainDate.from('2026-11-02'), lines: [{ lineId: fund, weight: 1 }] };
  await seedConfirmedVisits(
    world.database.db,
    careToSeed('much', 5, { ...monday, minutes: 60, unitPricePence: 15_000n, plannedPence: 15_000n }),
  );
  world.clock.set(Temporal.Instant.from('2026-11-09T09:00:00Z'));
  await bill();
  const [invoice] = await list('isfHolder', '?toPay=true');
  expect(invoice?.canPayNow).toBe(false);
  const short = await send('isfHolder', 'POST', `/api/invoices/${invoice?.id}/settle`, {});
  expect(short.json()).toMatchObject({
    status: 409,
    code: 'invoice.purse_too_small',
    details: { neededPence: 75_000, leftPence: 70_000 },
  });
  expect(await purse(fund)).toBe(70_000n);
  world.clock.set(Temporal.Instant.from('2026-11-16T09:00:00Z'));
  await payIn();
  expect((await list('isfHolder', '?toPay=true'))[0]?.canPayNow).toBe(true);
  const key = newKey();
  const first = await send('isfHolder', 'POST', `/api/invoices/${invoice?.id}/settle`, {}, key);
  const second = await send('isfHolder', 'POST', `/api/invoices/${invoice?.id}/settle`, {}, key);
  expect(first.statusCode, first.body).toBe(200);
  expect(second.json()).toEqual(first.json());
  expect((await send('isfHolder', 'POST', `/api/invoices/${invoice?.id}/settle`, {})).json()).toMatchObject({
    code: 'state.not_allowed',
  });
  expect(await wrongInTheBooks(world)).toEqual([]);
});

test('a person with a direct payment pays their own invoice, and no one else can', async () => {
  const line = await openLine(
    world,
    fundOf({ reference: 'DP-1', name: 'Direct payment', arrangement: 'direct-payment', holderOrganisationId: null }),
  );
  await world.database.ownerDb
    .insertInto('payee_accounts')
    .values(payeeAccountOf(WORLD.council, { lineId: line, accountName: 'Asha' }))
    .execute();
  await payIn();
  expect(await purse(line)).toBe(70_000n);
  await seedConfirmedVisits(
    world.database.db,
    careToSeed('direct', 1, { firstDate: Temporal.PlainDate.from('2026-11-02'), lines: [{ lineId: line, weight: 1 }] }),
  );
  world.clock.set(Temporal.Instant.from('2026-11-09T09:00:00Z'));
  await bill();
  const [mine] = await list('asha', '?toPay=true');
  expect(mine).toMatchObject({ totalPence: 2_880, mine: true, organisationName: 'Bright Care' });
  const url = `/api/invoices/${mine?.id}/settle`;
  expect((await send('stranger', 'POST', url, {})).json()).toMatchObject({ status: 404 });
  expect((await send('provider', 'POST', url, {})).statusCode).toBe(403);
  expect((await send('asha', 'POST', url, { paidOn: '2026-11-10' })).json()).toMatchObject({
    code: 'date.in_the_future',
  });
  expect((await send('asha', 'POST', url, { paidOn: '2026-11-01' })).json()).toMatchObject({ code: 'date.too_early' });
  expect((await send('representative', 'POST', url, { paidOn: '2026-11-08' })).json()).toMatchObject({
    how: 'paid-by-person',
  });
  expect(await purse(line)).toBe(67_120n);
  const told = await world.database.ownerDb
    .selectFrom('messages')
    .select('organisation_id')
    .where('kind', '=', 'invoice.paid-directly')
    .execute();
  expect(told).toEqual([{ organisation_id: WORLD.agency }]);
  const audit = await world.database.ownerDb
    .selectFrom('audit_entries')
    .select('person_id')
    .where('event', '=', 'invoice.paid-directly')
    .execute();
  expect(audit).toEqual([{ person_id: WORLD.asha }]);
});

test('an invoice that the council pays is settled by no one else, and seen by its provider and finance', async () => {
  await bill(careToSeed('care', 2));
  const [invoice] = await list('provider');
  const url = `/api/invoices/${invoice?.id}`;
  for (const who of ['provider', 'isfHolder', 'finance', 'auditor'] as const)
    expect((await send(who, 'GET', url)).statusCode, who).toBe(200);
  for (const who of ['asha', 'clubProvider', 'stranger', 'broker', 'elsewhere'] as const)
    expect((await send(who, 'GET', url)).statusCode, who).toBe(404);
  for (const who of ['practitioner', 'commissioner', 'editor'] as const)
    expect((await send(who, 'GET', url)).statusCode, who).toBe(403);
  expect((await world.app.inject(url)).statusCode).toBe(401);
  expect((await send('asha', 'POST', `${url}/settle`, {})).statusCode).toBe(404);
  expect((await send('asha', 'POST', `${url}/settle`, { amount: 1 })).statusCode).toBe(400);
  expect(await list('asha')).toEqual([]);
  const audit = await world.database.ownerDb
    .selectFrom('audit_entries')
    .select('account_id')
    .where('event', '=', 'invoice.viewed')
    .execute();
  expect(audit).toHaveLength(4);
  const seen = (await send('provider', 'GET', url)).json<{ lines: object[] }>();
  expect(seen).toMatchObject({
    number: 'BC-HAR-000001',
    netPence: 5_760,
    vatPence: 0,
    lines: [{ minutes: 90, unitPricePence: 1_920, grossPence: 2_880 }, {}],
  });
  expect(JSON.stringify(seen)).not.toContain(WORLD.ashaCare);
});

test('an approved invoice is a PDF and an electronic invoice whose payable amount is what the ledger owes', async () => {
  await bill(
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
  const [invoice] = await list('finance');
  const xml = await send('finance', 'GET', `/api/invoices/${invoice?.id}/document.xml`);
  expect(xml.statusCode, xml.body).toBe(200);
  expect(xml.headers['content-disposition']).toContain(`invoice-${invoice?.number}.xml`);
  expect(xml.body).toContain('<cbc:PayableRoundingAmount currencyID="GBP">-0.01</cbc:PayableRoundingAmount>');
  expect(xml.body).toContain('<cbc:PayableAmount currencyID="GBP">23.31</cbc:PayableAmount>');
  const pdf = await send('finance', 'GET', `/api/invoices/${invoice?.id}/document.pdf`);
  expect(pdf.headers['content-type']).toBe('application/pdf');
  expect(pdf.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
});

test('a shared visit that was settled takes off from each line its own part of the difference, and no more', async () => {
  const [visit = ''] = await seedConfirmedVisits(
    world.database.db,
    careToSeed('settled family', 1, {
      organisationId: WORLD.club,
      offerId: WORLD.clubOffer,
      listingId: WORLD.clubListing,
      personId: WORLD.mother,
      unit: 'session',
      unitPricePence: 5_000n,
      minutes: null,
      lines: [WORLD.motherCare, WORLD.sonOneBreaks, WORLD.sonTwoBreaks].map((lineId) => ({ lineId, weight: 1 })),
      plannedPence: 4_000n,
    }),
  );
  await world.database.ownerDb
    .updateTable('visits')
    .set({ charge_pence: 5_000n, settled_pence: 4_000n })
    .where('id', '=', visit)
    .execute();
  await send('finance', 'POST', '/api/invoices/bill', {});
  const said = async (funderId: string) => {
    const [invoice] = await list('finance', `?funderId=${funderId}`);
    const xml = await send('finance', 'GET', `/api/invoices/${invoice?.id}/document.xml`);
    expect(xml.statusCode, xml.body).toBe(200);
    const all = (name: string) =>
      [...xml.body.matchAll(new RegExp(`<cbc:${name}[^>]*>([^<]+)<`, 'g'))].map(([, value]) => value);
    return { price: all('PriceAmount'), less: all('Amount'), payable: all('PayableAmount') };
  };
  expect(await said(WORLD.adults)).toEqual({ price: ['16.68'], less: ['3.34'], payable: ['13.34'] });
  expect(await said(WORLD.children)).toEqual({
    price: ['16.66', '16.66'],
    less: ['3.33', '3.33'],
    payable: ['26.66'],
  });
  const final = await send('finance', 'GET', `/api/people/${WORLD.mother}/final-statement`);
  expect(final.json(), final.body).toMatchObject({ unpaid: [{ pence: 1_334 }], unpaidPence: 1_334 });
});

test('the list is paged without skipping or repeating, newest first, and filtered', async () => {
  const weeks = ['w1x', 'w2x', 'w3x', 'w4x', 'w5x'].map((name, index) =>
    careToSeed(name, 1, { firstDate: Temporal.PlainDate.from('2026-09-07').add({ days: 7 * index }) }),
  );
  await bill(...weeks);
  const numbers: string[] = [];
  let cursor = '';
  do {
    const page = (await send('provider', 'GET', `/api/invoices?limit=2${cursor}`)).json<{
      items: Summary[];
      nextCursor: string | null;
    }>();
    numbers.push(...page.items.map(({ number }) => number));
    cursor = page.nextCursor === null ? '' : `&cursor=${page.nextCursor}`;
  } while (cursor !== '');
  expect(numbers.sort()).toEqual(['BC-HAR-000001', 'BC-HAR-000002', 'BC-HAR-000003', 'BC-HAR-000004', 'BC-HAR-000005']);
  expect(await list('finance', '?state=paid')).toEqual([]);
  expect(await list('finance', '?payerKind=funder')).toHaveLength(5);
  expect((await send('finance', 'GET', '/api/invoices?colour=red')).statusCode).toBe(400);
});

test('a document stays the same when names, addresses and the account change after it', async () => {
  await bill(careToSeed('care', 2));
  const [invoice] = await list('finance', '?payerKind=funder');
  const papers = async () =>
    Promise.all(
      ['xml', 'pdf'].map(async (format) => {
        const answer = await send('finance', 'GET', `/api/invoices/${invoice?.id}/document.${format}`);
        expect(answer.statusCode, answer.body).toBe(200);
        return answer.rawPayload.toString('base64');
      }),
    );
  const before = await papers();
  const { ownerDb } = world.database;
  await ownerDb
    .updateTable('organisations')
    .set({ name: 'Renamed Care', address_line: '1 New Street', vat_number: null })
    .execute();
  await ownerDb.updateTable('agreements').set({ self_billing_agreed_on: null }).execute();
  await ownerDb.updateTable('people').set({ full_name: 'Renamed Person' }).execute();
  await ownerDb.updateTable('funders').set({ name: 'Renamed funder' }).execute();
  await ownerDb.updateTable('councils').set({ name: 'Renamed Council', address_line: '2 New Street' }).execute();
  await ownerDb.updateTable('payee_accounts').set({ account_name: 'Renamed account' }).execute();
  expect(await papers()).toEqual(before);
  expect(await list('finance', '?payerKind=funder')).toMatchObject([{ organisationName: 'Renamed Care' }]);
});

test('an invoice says “self-billed” only by an agreement with its own council, made by its day', async () => {
  const { ownerDb } = world.database;
  const agree = (councilId: string, day: string | null) =>
    ownerDb
      .updateTable('agreements')
      .set({ self_billing_agreed_on: day === null ? null : Temporal.PlainDate.from(day) })
      .where('council_id', '=', councilId)
      .execute();
  await ownerDb
    .insertInto('agreements')
    .values({
      ...{ council_id: WORLD.elsewhere, id: 'agr_elsewhere0000000000000000', organisation_id: WORLD.agency },
      ...{ billing_period: 'weekly', from_date: Temporal.PlainDate.from('2026-04-01') },
      self_billing_agreed_on: Temporal.PlainDate.from('2026-04-01'),
    })
    .execute();
  const said: boolean[] = [];
  for (const [index, day] of [null, '2026-11-10', '2026-11-02'].entries()) {
    await agree(WORLD.council, day);
    const before = new Set((await list('finance', '?payerKind=funder')).map(({ id }) => id));
    await bill(
      careToSeed(`selfbill${index}`, 1, { firstDate: Temporal.PlainDate.from('2026-10-05').add({ weeks: index }) }),
    );
    const made = (await list('finance', '?payerKind=funder')).find(({ id }) => !before.has(id));
    const paper = await send('finance', 'GET', `/api/invoices/${made?.id}/document.xml`);
    expect(paper.statusCode, paper.body).toBe(200);
    said.push(paper.body.includes('Self-billed'));
  }
  expect(said).toEqual([false, false, true]);
});

/** Asha's direct payment with £700.00 in it and two visits of £28.80 billed on one invoice, which is paid. */
async function paidByAsha(): Promise<{ line: string; invoice: string }> {
  const line = await openLine(
    world,
    fundOf({ reference: 'DP-2', name: 'Direct payment', arrangement: 'direct-payment', holderOrganisationId: null }),
  );
  await world.database.ownerDb
    .insertInto('payee_accounts')
    .values(payeeAccountOf(WORLD.council, { lineId: line, accountName: 'Asha' }))
    .execute();
  await payIn();
  const firstDate = Temporal.PlainDate.from('2026-11-02');
  await seedConfirmedVisits(
    world.database.db,
    careToSeed('direct', 2, { firstDate, lines: [{ lineId: line, weight: 1 }] }),
  );
  world.clock.set(Temporal.Instant.from('2026-11-09T09:00:00Z'));
  await bill();
  const [invoice] = await list('asha', '?toPay=true');
  expect((await send('asha', 'POST', `/api/invoices/${invoice?.id}/settle`, {})).statusCode).toBe(200);
  return { line, invoice: invoice?.id ?? '' };
}

async function creditFirst(invoice: string, rightPence: number, billAgain: boolean): Promise<string> {
  const { lines } = (await send('finance', 'GET', `/api/invoices/${invoice}`)).json<{ lines: { id: string }[] }>();
  const made = await send('finance', 'POST', `/api/invoices/${invoice}/credit-notes`, {
    reason: 'The wrong price.',
    billAgain,
    lines: [{ id: lines[0]?.id, rightPence }],
  });
  expect(made.statusCode, made.body).toBe(201);
  return made.json<{ id: string }>().id;
}

test('what is taken back after a person paid is owed to them until they say, once, that it is paid back', async () => {
  const { line, invoice } = await paidByAsha();
  expect(await purse(line)).toBe(64_240n);
  const note = await creditFirst(invoice, 1_880, false);
  expect(await list('asha', '?toPay=true')).toMatchObject([
    { id: note, totalPence: -1_000, mine: true, canPayNow: false },
  ]);
  expect(await purse(line)).toBe(64_240n);
  expect(await wrongInTheBooks(world)).toEqual([]);
  const paper = await send('asha', 'GET', `/api/invoices/${note}/document.xml`);
  expect(paper.body).toContain('£10.00 was paid and is to be given back.');

  const url = `/api/invoices/${note}/settle`;
  expect((await send('stranger', 'POST', url, {})).statusCode).toBe(404);
  expect((await send('provider', 'POST', url, {})).statusCode).toBe(403);
  const key = newKey();
  const [first, second] = await Promise.all([
    send('asha', 'POST', url, {}, key),
    send('representative', 'POST', url, {}),
  ]);
  const answers = [first, second].map(({ statusCode }) => statusCode).sort();
  expect(answers, `${first.body} ${second.body}`).toEqual([200, 409]);
  expect(await purse(line)).toBe(65_240n);
  expect(await list('asha', '?toPay=true')).toEqual([]);
  expect(await wrongInTheBooks(world)).toEqual([]);
  const statement = await send('asha', 'GET', `/api/budget-lines/${line}/statement?month=2026-11`);
  expect(statement.statusCode, statement.body).toBe(200);
  const { purse: account, entries } = statement.json<{
    purse: { entries: { code: string; inPence: number }[]; leftPence: number };
    entries: { code: string; inPence: number }[];
  }>();
  expect(account.leftPence).toBe(65_240);
  expect(account.entries).toContainEqual(expect.objectContaining({ code: 'paid-back', inPence: 1_000 }));
  expect(entries).toContainEqual(expect.objectContaining({ code: 'credit-note', inPence: 1_000 }));
  const told = await world.database.ownerDb
    .selectFrom('messages')
    .select(['kind', 'organisation_id', 'person_id'])
    .where('kind', 'in', ['invoice.credited-after-paid', 'invoice.paid-back'])
    .orderBy('kind')
    .orderBy('organisation_id')
    .execute();
  expect(told).toEqual([
    { kind: 'invoice.credited-after-paid', organisation_id: WORLD.agency, person_id: null },
    { kind: 'invoice.credited-after-paid', organisation_id: null, person_id: WORLD.asha },
    { kind: 'invoice.paid-back', organisation_id: WORLD.agency, person_id: null },
  ]);
});

test('what a person paid is billed again at the right price, and the provider owes the whole of the first', async () => {
  const { line, invoice } = await paidByAsha();
  const note = await creditFirst(invoice, 2_500, true);
  expect((await send('finance', 'POST', '/api/invoices/bill', {})).statusCode).toBe(200);
  const open = await list('asha', '?toPay=true');
  expect(open.map(({ totalPence }) => totalPence).sort((a, b) => a - b)).toEqual([-5_760, 5_380]);
  for (const { id } of open)
    expect((await send('asha', 'POST', `/api/invoices/${id}/settle`, {})).statusCode).toBe(200);
  expect(await purse(line)).toBe(64_620n);
  expect((await send('asha', 'GET', `/api/invoices/${note}`)).json()).toMatchObject({
    state: 'paid',
    totalPence: -5_760,
  });
  expect(await wrongInTheBooks(world)).toEqual([]);
});

test('a holder puts back what it drew down for its own service, and the fund has it again', async () => {
  const fund = await openLine(world, fundOf());
  await payIn();
  const firstDate = Temporal.PlainDate.from('2026-11-02');
  await seedConfirmedVisits(
    world.database.db,
    careToSeed('own', 1, { firstDate, lines: [{ lineId: fund, weight: 1 }] }),
  );
  world.clock.set(Temporal.Instant.from('2026-11-09T09:00:00Z'));
  await bill();
  const [invoice] = await list('isfHolder', '?toPay=true');
  expect((await send('isfHolder', 'POST', `/api/invoices/${invoice?.id}/settle`, {})).json()).toMatchObject({
    how: 'drawn-down',
  });
  const note = await creditFirst(invoice?.id ?? '', 0, false);
  expect((await send('isfHolder', 'POST', `/api/invoices/${note}/settle`, {})).json()).toMatchObject({
    state: 'paid',
    how: 'drawn-down',
    totalPence: -2_880,
  });
  expect(await purse(fund)).toBe(70_000n);
  expect(await wrongInTheBooks(world)).toEqual([]);
});
