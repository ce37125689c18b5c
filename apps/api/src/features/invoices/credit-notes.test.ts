// Credit notes from route to row: numbered in the supplier's series, the ledger turned back, billed again, taken off what is paid.

import { afterEach, beforeEach, expect, test } from 'vitest';
import { wrongInTheBooks } from '../../testing/books.ts';
import { newKey } from '../../testing/place-order.ts';
import { careToSeed, seedConfirmedVisits } from '../../testing/seed-confirmed-visits.ts';
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
    headers: { ...(await world.signIn(ACCOUNTS[who], WORLD.council)), 'idempotency-key': key },
    ...(payload ? { payload } : {}),
  });
}

interface Invoice {
  readonly id: string;
  readonly number: string;
  readonly kind: string;
  readonly state: string;
  readonly totalPence: number;
  readonly lines: readonly { readonly id: string; readonly remainingPence: number }[];
}

async function bill(name: string, visits: number): Promise<void> {
  await seedConfirmedVisits(world.database.db, careToSeed(name, visits));
  await billAgain();
}
const billAgain = () => send('finance', 'POST', '/api/invoices/bill', {});

const invoices = async () =>
  (await send('finance', 'GET', '/api/invoices'))
    .json<{ items: Invoice[] }>()
    .items.sort((a, b) => a.number.localeCompare(b.number));
const said = async () => (await invoices()).map(({ number, state, totalPence }) => `${number} ${state} ${totalPence}`);

async function first(): Promise<Invoice> {
  const [one] = await invoices();
  return (await send('finance', 'GET', `/api/invoices/${one?.id}`)).json<Invoice>();
}

const credit = (id: string, body: object, key?: string) =>
  send('finance', 'POST', `/api/invoices/${id}/credit-notes`, { reason: 'The wrong price.', ...body }, key);

async function left(): Promise<bigint | null> {
  const account = await world.database.ownerDb
    .selectFrom('ledger_accounts')
    .select('available')
    .where('id', '=', `line:${WORLD.ashaCare}`)
    .executeTakeFirstOrThrow();
  return account.available;
}

/** Proposes and emits a run of the adults' money; answers what it pays, or why there is none. */
async function run(): Promise<{ id: string; totalPence?: number; code?: string }> {
  const proposed = await send('finance', 'POST', '/api/payment-runs', { funderId: WORLD.adults });
  const { id, code } = proposed.json<{ id: string; code?: string }>();
  if (code) return { id: '', code };
  await send('financeSecond', 'POST', `/api/payment-runs/${id}/authorise`);
  return (await send('finance', 'POST', `/api/payment-runs/${id}/emit`)).json();
}

async function report(id: string, status: 'paid' | 'returned'): Promise<void> {
  const { items } = (await send('finance', 'GET', `/api/payment-runs/${id}/payments`)).json<{
    items: { endToEndId: string }[];
  }>();
  const results = items.map(({ endToEndId }) => ({
    endToEndId,
    status,
    ...(status === 'returned' ? { reason: 'AM05' } : {}),
  }));
  const taken = await send('finance', 'POST', `/api/payment-runs/${id}/results`, { results });
  expect(taken.statusCode, taken.body).toBe(200);
}

test('an unpaid invoice taken back whole is billed again at the right price, with no gap in the numbers', async () => {
  await bill('care', 2);
  const before = await left();
  const invoice = await first();
  const [line] = invoice.lines;
  const key = newKey();
  const body = { billAgain: true, lines: [{ id: line?.id, rightPence: 2_500 }] };
  const made = await credit(invoice.id, body, key);
  expect(made.statusCode, made.body).toBe(201);
  expect(made.json()).toMatchObject({ number: 'BC-HAR-000002', totalPence: 5_760, state: 'closed' });
  expect((await credit(invoice.id, body, key)).json()).toEqual(made.json());
  expect(await said()).toEqual(['BC-HAR-000001 closed 5760', 'BC-HAR-000002 closed -5760']);
  expect(await wrongInTheBooks(world)).toEqual([]);
  expect(await left()).toBe((before ?? 0n) + 380n);
  await billAgain();
  expect((await said()).at(-1)).toBe('BC-HAR-000003 approved 5380');
  expect(await wrongInTheBooks(world)).toEqual([]);
  const third = (await invoices()).at(-1)?.id;
  const again = await send('provider', 'GET', `/api/invoices/${third}/document.xml`);
  expect(again.body).toContain('Billed again at the right price');
  expect((await run()).totalPence).toBe(5_380);

  const { id } = made.json<{ id: string }>();
  const xml = await send('provider', 'GET', `/api/invoices/${id}/document.xml`);
  expect(xml.body).toContain('<cbc:CreditNoteTypeCode>381</cbc:CreditNoteTypeCode>');
  expect(xml.body).toContain('<cbc:ID>BC-HAR-000001</cbc:ID>');
  expect(xml.body).toContain('57.60</cbc:PayableAmount>');
  const pdf = await send('provider', 'GET', `/api/invoices/${id}/document.pdf`);
  expect(pdf.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
  expect((await send('clubProvider', 'GET', `/api/invoices/${id}`)).statusCode).toBe(404);
  expect((await send('provider', 'GET', `/api/invoices/${invoice.id}`)).json()).toMatchObject({
    creditNotes: [{ number: 'BC-HAR-000002', totalPence: -5_760 }],
  });
  const trace = await send(
    'auditor',
    'GET',
    `/api/traces/BC-HAR-000001?reason=${encodeURIComponent('A check of this.')}`,
  );
  expect(trace.json(), trace.body).toMatchObject({ agrees: true });
});

test('what a credit note gives back is neither award nor spent, on every page that tells of the line', async () => {
  await bill('care', 2);
  const [line] = (await first()).lines;
  await credit((await first()).id, { billAgain: true, lines: [{ id: line?.id, rightPence: 1_000 }] });
  await billAgain();
  const sums = { awardedPence: 520_000, spentPence: 3_880, leftPence: 516_120 };
  const money = await send('auditor', 'GET', `/api/people/${WORLD.asha}/money`);
  const lines = money.json<{ lines: { id: string }[] }>().lines;
  expect(lines.find(({ id }) => id === WORLD.ashaCare)).toMatchObject(sums);
  const statement = await send('finance', 'GET', `/api/funders/${WORLD.adults}/statement`);
  expect(statement.json()).toMatchObject({ spentPence: 3_880, invoicedPence: 3_880, owedPence: 3_880 });
  const final = await send('finance', 'GET', `/api/people/${WORLD.asha}/final-statement`);
  expect(final.json<{ lines: { id: string }[] }>().lines).toContainEqual(
    expect.objectContaining({ id: WORLD.ashaCare, spentPence: 3_880, leftPence: 516_120 }),
  );
  expect(final.json()).toMatchObject({ unpaid: [{ number: 'BC-HAR-000003', pence: 3_880 }] });
  const lowest = `/api/budget-lines/${WORLD.ashaCare}/change?endsOn=2027-03-31&awardPence=`;
  expect((await send('manager', 'GET', `${lowest}3880`)).statusCode).toBe(200);
  expect((await send('manager', 'GET', `${lowest}3879`)).json()).toMatchObject({ code: 'budget_line.below_spent' });
});

test('a credit on a paid invoice comes off the next payment, and both come back when the bank returns it', async () => {
  await bill('paid', 2);
  await report((await run()).id, 'paid');
  const invoice = await first();
  const [line] = invoice.lines;
  const made = await credit(invoice.id, { billAgain: false, lines: [{ id: line?.id, rightPence: 1_880 }] });
  expect(made.json(), made.body).toMatchObject({ totalPence: 1_000, state: 'approved' });
  expect(await wrongInTheBooks(world)).toEqual([]);
  expect(await run()).toMatchObject({ code: 'payment_run.empty' });
  const proposal = await send('finance', 'GET', `/api/payment-runs/proposal?funderId=${WORLD.adults}`);
  expect(proposal.json()).toMatchObject({ leftOut: [{ reason: 'owes-more', amountPence: -1_000 }] });
  await bill('next', 1);
  const next = await run();
  expect(next.totalPence).toBe(1_880);
  await report(next.id, 'paid');
  expect(await said()).toEqual(['BC-HAR-000001 paid 5760', 'BC-HAR-000002 paid -1000', 'BC-HAR-000003 paid 2880']);
  expect(await wrongInTheBooks(world)).toEqual([]);
  await report(next.id, 'returned');
  expect((await said()).slice(1)).toEqual(['BC-HAR-000002 approved -1000', 'BC-HAR-000003 approved 2880']);
  expect(await wrongInTheBooks(world)).toEqual([]);
  expect((await run()).totalPence).toBe(1_880);
});

test('an invoice in a run, more than it said, nothing at all and anyone but finance are refused', async () => {
  await bill('care', 1);
  const { id, lines } = await first();
  const lower = (rightPence: number) => ({ billAgain: false, lines: [{ id: lines[0]?.id, rightPence }] });
  expect((await credit(id, lower(2_881))).json()).toMatchObject({ status: 422, code: 'credit_note.above_invoice' });
  expect((await credit(id, lower(2_880))).json()).toMatchObject({ code: 'credit_note.nothing_to_credit' });
  expect((await credit(id, { ...lower(1), reason: ' ' })).statusCode).toBe(400);
  const asProvider = await send('provider', 'POST', `/api/invoices/${id}/credit-notes`, { reason: 'x', ...lower(1) });
  expect(asProvider.statusCode).toBe(403);
  await run();
  expect((await credit(id, lower(1))).json()).toMatchObject({ status: 409, code: 'credit_note.invoice_in_a_run' });
  expect(await said()).toHaveLength(1);
});
