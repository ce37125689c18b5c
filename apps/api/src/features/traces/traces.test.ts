// Following one pound from the award to the bank's file and back, with sums that agree to the penny.

import { inTransaction } from '@support-market/db/transaction';
import { bankAccount, payableAccount } from '@support-market/domain/ledger/accounts';
import { pence } from '@support-market/domain/shared/money';
import { sql } from 'kysely';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openAccounts, postTransfers } from '../../ports/ledger/ledger.repo.ts';
import { type Spender, seedSpender, seedVisits } from '../../testing/seed-spenders.ts';
import { startTestApp, type TestApp } from '../../testing/test-app.ts';
import { ACCOUNTS, buildWorld, WORLD } from '../../testing/world.ts';
import type { TraceAnswer } from './traces.schemas.ts';

let world: TestApp;
let auditor: { authorization: string };
let spender: Spender;
let visits: readonly string[];
const REASON = 'Checking one payment in fifty';

async function ask(reference: string, query = `reason=${encodeURIComponent(REASON)}`, headers = auditor) {
  world.clock.advance({ seconds: 1 });
  return world.app.inject({ url: `/api/traces/${encodeURIComponent(reference)}?${query}`, headers });
}

async function follow(reference: string, more = ''): Promise<TraceAnswer> {
  const answer = await ask(reference, `reason=${encodeURIComponent(REASON)}${more}`);
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json<TraceAnswer>();
}

/** A run over the one approved invoice, first returned by the bank and then paid, as a payment run would leave it. */
async function payInvoice(): Promise<void> {
  const at = Temporal.Instant.from('2026-10-20T09:00:00Z');
  await inTransaction(world.database.db, WORLD.council, async (tx) => {
    const { id } = await tx.selectFrom('invoices').select('id').executeTakeFirstOrThrow();
    for (const [index, state] of ['returned', 'paid'].entries()) {
      const run = `run_trace000000000000000000${index}`;
      const payment = `pay_trace000000000000000000${index}`;
      await sql`insert into payment_runs (council_id, id, reference, funder_id, funder_account_id, state, execution_date, payments, total_pence, proposed_by, proposed_at, authorised_by, authorised_at, emitted_at, settled_at)
        values (${WORLD.council}, ${run}, ${`HAR-RUN-${index}`}, ${WORLD.adults}, ${`fac_${WORLD.adults.slice(4)}`}, 'settled', '2026-10-21', 1, 5760, ${ACCOUNTS.finance}, ${at.add({ hours: index * 48 })}, ${ACCOUNTS.financeSecond}, ${at.add({ hours: index * 48 + 1 })},
          ${at.add({ hours: index * 48 + 2 })}, ${at.add({ hours: index * 48 + 24 })})`.execute(tx);
      await sql`insert into payment_files (council_id, id, run_id, format, funder_account_id, message_id, payments, total_pence, bytes, sha256, emitted_at)
        values (${WORLD.council}, ${`pfile_trace00000000000000000${index}`}, ${run}, 'pain.001', ${`fac_${WORLD.adults.slice(4)}`}, ${`MSG-${index}`}, 1, 5760, '\\x00', ${'ab'.repeat(32)}, ${at.add({ hours: index * 48 + 2 })})`.execute(
        tx,
      );
      await sql`insert into payments (council_id, id, run_id, position, payee_organisation_id, payee_account_id, payee_name, sort_code, account_number, end_to_end_id, amount_pence, state, result_code, settled_at)
        values (${WORLD.council}, ${payment}, ${run}, 1, ${WORLD.agency}, ${`pacc_${WORLD.agency.slice(4)}`}, 'Bright Care', '089999', '66374958', ${`E2E-${index}`}, 5760, ${state}, ${state === 'returned' ? 'AC04' : null}, ${at.add({ hours: index * 48 + 24 })})`.execute(
        tx,
      );
      await sql`insert into payment_items (council_id, payment_id, position, invoice_id, amount_pence, live) values (${WORLD.council}, ${payment}, 1, ${id}, 5760, ${state === 'paid'})`.execute(
        tx,
      );
    }
    const paid = 'pay_trace0000000000000000001';
    await openAccounts(tx, WORLD.council, [bankAccount(WORLD.adults)]);
    await postTransfers(
      tx,
      { councilId: WORLD.council, effectiveAt: at, recordedAt: at.add({ hours: 72 }), recordedBy: ACCOUNTS.finance },
      [
        {
          kind: 'single',
          id: `tr_pay:${paid}:${id}`,
          code: 'pay',
          debit: payableAccount(WORLD.adults, WORLD.agency).id,
          credit: bankAccount(WORLD.adults).id,
          amountPence: pence(5_760),
          invoiceId: id,
          paymentId: paid,
        },
      ],
    );
    await sql`update invoices set state = 'paid', paid_at = ${at.add({ hours: 72 })} where council_id = ${WORLD.council} and id = ${id}`.execute(
      tx,
    );
    await sql`insert into remittances (council_id, id, number, payment_id, created_at) values (${WORLD.council}, 'rem_trace00000000000000000', 'REM-1', ${paid}, ${at.add({ hours: 72 })})`.execute(
      tx,
    );
  });
}

beforeAll(async () => {
  world = await startTestApp();
  await buildWorld(world);
  auditor = await world.signIn(ACCOUNTS.auditor, WORLD.council);
  spender = await seedSpender(world, 'trace');
  visits = await seedVisits(world, spender, {
    name: 'trace',
    date: '2026-10-05',
    amountPence: 2_880n,
    offer: 'care',
    visits: 2,
  });
  const billed = await world.app.inject({
    method: 'POST',
    url: '/api/invoices/bill',
    headers: await world.signIn(ACCOUNTS.finance, WORLD.council),
    payload: { date: '2026-10-12' },
  });
  expect(billed.statusCode, billed.body).toBe(200);
  await payInvoice();
});
afterAll(() => world.close());

describe('one pound', () => {
  test('is followed step by step from the award to the remittance, the returned payment included', async () => {
    const trace = await follow(visits[0] ?? '');
    expect(trace).toMatchObject({ kind: 'visit', threads: 1, agrees: true });
    const [thread] = trace.items;
    expect(thread?.steps.map(({ kind }) => kind)).toEqual([
      'award',
      'order-placed',
      'reserve',
      'order-accepted',
      'visit-recorded',
      'visit-confirmed',
      'deliver',
      'invoice',
      'approve-invoice',
      'payment-proposed',
      'payment-authorised',
      'bank-file',
      'bank-result',
      'payment-proposed',
      'payment-authorised',
      'bank-file',
      'bank-result',
      'pay',
      'remittance',
    ]);
    const step = (kind: string, last = true) => thread?.steps[last ? 'findLast' : 'find']((each) => each.kind === kind);
    expect(step('award')).toMatchObject({ amountPence: 1_000_000, partPence: 2_880, back: null });
    expect(step('order-placed')).toMatchObject({ roles: ['broker'], name: null, reference: 'ORD-TRACE' });
    expect(step('invoice')).toMatchObject({ amountPence: 5_760, partPence: 2_880, state: 'paid' });
    expect(step('payment-authorised')).toMatchObject({ roles: ['finance'], name: expect.stringMatching(/./) });
    expect(step('bank-file')?.details).toEqual({
      messageId: 'MSG-1',
      sha256: 'ab'.repeat(32),
      paidFrom: 'Adults’ social care, ending 4958',
    });
    expect(step('bank-result', false)).toMatchObject({ state: 'returned', details: { code: 'AC04' } });
    expect(step('remittance')).toMatchObject({ reference: 'REM-1', forward: null });
    for (const [index, each] of (thread?.steps ?? []).entries()) {
      expect(each.back).toBe(thread?.steps[index - 1]?.key ?? null);
      expect(each.forward).toBe(thread?.steps[index + 1]?.key ?? null);
    }
  });

  test.each([
    ['ORD-TRACE', 'order'],
    ['ord-trace', 'order'],
    ['BC-HAR-000001', 'invoice'],
    ['E2E-1', 'payment'],
    ['REM-1', 'payment'],
    ['MSG-1', 'payment-run'],
    ['HAR-RUN-0', 'payment-run'],
    ['line_trace0000000000000000000', 'line'],
  ])('%s leads to the same two visits', async (reference, kind) => {
    const trace = await follow(reference);
    expect([trace.kind, trace.threads, trace.agrees]).toEqual([kind, 2, true]);
    expect(trace.items.map(({ visitId }) => visitId)).toEqual(visits);
    expect(trace.checks.find(({ name }) => name === 'invoices')).toMatchObject({
      firstPence: 5_760,
      secondPence: 5_760,
    });
  });

  test('the id of any movement leads back to what it was for', async () => {
    expect(await follow(`tr_deliver:${visits[1]}:0`)).toMatchObject({ kind: 'visit', threads: 1, agrees: true });
    expect(await follow(`tr_award:${spender.lineId}`)).toMatchObject({ kind: 'line', threads: 2 });
  });

  test('comes a page at a time', async () => {
    const first = await follow('BC-HAR-000001', '&limit=1');
    const second = await follow('BC-HAR-000001', `&limit=1&cursor=${first.nextCursor}`);
    expect([first, second].flatMap(({ items }) => items.map(({ visitId }) => visitId))).toEqual(visits);
    expect(second.nextCursor).toBeNull();
    expect((await ask('BC-HAR-000001', `reason=${encodeURIComponent(REASON)}&cursor=bm9uc2Vuc2U`)).statusCode).toBe(
      400,
    );
  });

  test('money paid in advance is followed to the purse of its holder', async () => {
    await inTransaction(world.database.db, WORLD.council, (tx) =>
      sql`insert into pay_ins (council_id, id, line_id, from_date, to_date, amount_pence, state, created_at)
          values (${WORLD.council}, 'payin_trace000000000000000', ${WORLD.motherCare}, '2026-10-05', '2026-10-18', 70000, 'due', '2026-09-21T08:00:00Z')`.execute(
        tx,
      ),
    );
    const { payIns } = await follow(WORLD.motherCare);
    expect(payIns[0]?.steps.map(({ kind, partPence }) => [kind, partPence])).toEqual([
      ['award', 70_000],
      ['pay-in-due', 70_000],
    ]);
  });
});

describe('who may look, and who can see that they did', () => {
  test('needs a reason, a role and a record of this council', async () => {
    expect((await ask('BC-HAR-000001', '')).statusCode).toBe(400);
    expect((await ask('BC-HAR-000001', 'reason=look&x=1')).statusCode).toBe(400);
    expect((await ask('nothing-like-it')).statusCode).toBe(404);
    expect((await world.app.inject(`/api/traces/BC-HAR-000001?reason=curious`)).statusCode).toBe(401);
    for (const account of [ACCOUNTS.commissioner, ACCOUNTS.broker, ACCOUNTS.asha]) {
      const headers = await world.signIn(account, WORLD.council);
      expect((await ask('BC-HAR-000001', 'reason=curious', headers)).statusCode).toBe(403);
    }
    await world.database.ownerDb
      .insertInto('memberships')
      .values({
        council_id: WORLD.elsewhere,
        id: 'mem_elsewhereauditor00000000',
        account_id: ACCOUNTS.auditor,
        role: 'auditor',
      })
      .execute();
    const elsewhere = await world.signIn(ACCOUNTS.auditor, WORLD.elsewhere);
    expect((await ask('BC-HAR-000001', 'reason=curious', elsewhere)).statusCode).toBe(404);
  });

  test('the person can read who looked and why', async () => {
    await follow('ORD-TRACE');
    const entry = await world.database.ownerDb
      .selectFrom('audit_entries')
      .selectAll()
      .where('person_id', '=', spender.personId)
      .where('event', '=', 'trace.viewed')
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow();
    expect(entry).toMatchObject({
      account_id: ACCOUNTS.auditor,
      role: 'auditor',
      reason: REASON,
      details: { reference: 'ORD-TRACE' },
    });
  });
});

test('a penny that the ledger and the invoice do not share is said', async () => {
  await sql`update invoice_lines set gross_pence = gross_pence + 1 where visit_id = ${visits[0] ?? ''}`.execute(
    world.database.ownerDb,
  );
  const trace = await follow('BC-HAR-000001');
  expect(trace.agrees).toBe(false);
  expect(trace.checks.filter(({ agrees }) => !agrees).map(({ name }) => name)).toEqual(['billed', 'invoices']);
});
