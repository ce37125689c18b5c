// Two actions that meet over the same money: in either order, what is posted, what is billed and what
// the rows say is one amount. Each test holds a lock so that the second action has begun before the first is over.

import { inTransaction } from '@support-market/db/transaction';
import { pence } from '@support-market/domain/shared/money';
import { sql } from 'kysely';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { billCouncil } from '../features/invoices/billing.service.ts';
import { saveShareCharges } from '../features/visits/visits.repo.ts';
import { systemActor } from '../platform/audit.repo.ts';
import { step } from '../platform/transitions.repo.ts';
import { wrongInTheBooks } from '../testing/books.ts';
import { newKey, placeOrder } from '../testing/place-order.ts';
import { careToSeed, seedConfirmedVisits } from '../testing/seed-confirmed-visits.ts';
import { startTestApp, type TestApp } from '../testing/test-app.ts';
import { ACCOUNTS, type AccountName, buildWorld, WORLD } from '../testing/world.ts';

let world: TestApp;
const NOVEMBER = Temporal.Instant.from('2026-11-20T12:00:00Z');
const actor = systemActor(WORLD.council, 'billing');

beforeAll(async () => {
  world = await startTestApp();
  await buildWorld(world);
});
afterAll(() => world.close());

async function post(who: AccountName, url: string, payload?: object) {
  return world.app.inject({
    method: 'POST',
    url,
    headers: { ...(await world.signIn(ACCOUNTS[who], WORLD.council)), 'idempotency-key': newKey() },
    ...(payload ? { payload } : {}),
  });
}

let workers = 0;

/** A visit of 90 minutes at £19.20 an hour on a day of November 2026, accepted, and recorded for `minutes`. */
async function recordedCare(day: string, minutes: number): Promise<string> {
  world.clock.set(Temporal.Instant.from('2026-11-02T09:00:00Z'));
  const order = await placeOrder(world, {
    account: ACCOUNTS.asha,
    person: WORLD.asha,
    offer: WORLD.careOffer,
    lines: [WORLD.ashaCare],
    oneOff: { date: day, startTime: '09:30', minutes: 90 },
    accept: ACCOUNTS.provider,
  });
  world.clock.set(NOVEMBER);
  const visit = await world.database.ownerDb
    .selectFrom('visits')
    .select('id')
    .where('order_id', '=', order.id)
    .executeTakeFirstOrThrow();
  workers += 1;
  const answer = await post('provider', `/api/visits/${visit.id}/record`, {
    worker: `Worker ${workers}`,
    start: `${day}T09:30`,
    end: Temporal.PlainDateTime.from(`${day}T09:30`).add({ minutes }).toString({ smallestUnit: 'minute' }),
  });
  expect(answer.statusCode, answer.body).toBe(200);
  return visit.id;
}

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

/** What was taken from lines for a visit, and what its row and its shares say. */
async function amountsOf(visitId: string) {
  const { rows } = await sql<{ posted: bigint; visit: bigint; shares: bigint }>`
    select (select coalesce(sum(amount_pence), 0)::bigint from ledger_transfers where visit_id = visit.id and (kind = 'post' or code = 'overrun')) as posted,
           coalesce(visit.settled_pence, visit.charge_pence) as visit,
           (select sum(charge_pence)::bigint from visit_shares where visit_id = visit.id) as shares
      from visits as visit where visit.id = ${visitId}`.execute(world.database.ownerDb);
  return rows[0];
}

test('a visit confirmed while its provider corrects it costs what the correction says, in every place', async () => {
  const id = await recordedCare('2026-11-03', 94);
  let confirming: ReturnType<typeof post> | undefined;
  await inTransaction(world.database.db, WORLD.council, async (tx) => {
    await sql`select 1 from visits where council_id = ${WORLD.council} and id = ${id} for update`.execute(tx);
    confirming = post('asha', `/api/visits/${id}/confirm`);
    await untilWaiting(1);
    const work = { tx, clock: world.clock, actor };
    await step(work, 'visits', 'correct', [{ id }], {
      set: {
        actual_start: Temporal.Instant.from('2026-11-03T09:30:00Z'),
        actual_end: Temporal.Instant.from('2026-11-03T11:00:00Z'),
        actual_minutes: 90,
        charge_pence: 2_880n,
        within_tolerance: true,
      },
      audit: null,
    });
    await saveShareCharges(tx, WORLD.council, [{ id, shares: [{ position: 0, chargePence: pence(2_880) }] }]);
  });
  expect((await confirming)?.statusCode).toBe(200);
  expect(await amountsOf(id)).toEqual({ posted: 2_880n, visit: 2_880n, shares: 2_880n });
  expect(await wrongInTheBooks(world)).toEqual([]);
});

test('two who confirm one visit at once pay for it once, and the second is told', async () => {
  const id = await recordedCare('2026-11-04', 90);
  const answers = await Promise.all([
    post('asha', `/api/visits/${id}/confirm`),
    post('asha', `/api/visits/${id}/confirm`),
  ]);
  expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
  expect(await amountsOf(id)).toEqual({ posted: 2_880n, visit: 2_880n, shares: 2_880n });
});

test('an exception that two officers settle at once is settled once, at one of their amounts', async () => {
  const id = await recordedCare('2026-11-05', 95);
  expect((await post('asha', `/api/visits/${id}/confirm`)).json()).toMatchObject({ waitingForFinance: [id] });
  const exception = await world.database.ownerDb
    .selectFrom('exceptions')
    .select('id')
    .where('visit_id', '=', id)
    .executeTakeFirstOrThrow();
  const settle = (who: AccountName, amountPence: number) =>
    post(who, `/api/exceptions/${exception.id}/settle`, { amountPence, note: 'as agreed by telephone' });
  const answers = await Promise.all([settle('finance', 2_880), settle('financeSecond', 3_040)]);
  expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
  const settled = BigInt(
    answers.find(({ statusCode }) => statusCode === 200)?.json<{ settledPence: number }>().settledPence ?? 0,
  );
  expect(await amountsOf(id)).toEqual({ posted: settled, visit: settled, shares: settled });
  expect(await wrongInTheBooks(world)).toEqual([]);
});

test('a visit that is settled while it is billed is on one invoice at the settled amount', async () => {
  const id = await recordedCare('2026-11-06', 95);
  expect((await post('asha', `/api/visits/${id}/confirm`)).json()).toMatchObject({ waitingForFinance: [id] });
  const exception = await world.database.ownerDb
    .selectFrom('exceptions')
    .select('id')
    .where('visit_id', '=', id)
    .executeTakeFirstOrThrow();
  const today = Temporal.PlainDate.from('2026-11-09');
  const actions = await inTransaction(world.database.db, WORLD.council, async (tx) => {
    await sql`select 1 from visits where council_id = ${WORLD.council} and id = ${id} for update`.execute(tx);
    const begun = [
      billCouncil(world.context, actor, today),
      post('finance', `/api/exceptions/${exception.id}/settle`, { amountPence: 2_880, note: 'as planned' }),
    ] as const;
    await untilWaiting(2);
    return { begun };
  });
  const [, settled] = await Promise.all(actions.begun);
  expect(settled.statusCode, settled.body).toBe(200);
  const { rows } = await sql<{ state: string; gross: bigint; invoices: number }>`
    select min(invoice.state) as state, sum(line.gross_pence)::bigint as gross, count(*)::int as invoices
      from invoice_lines as line join invoices as invoice on invoice.council_id = line.council_id and invoice.id = line.invoice_id
     where line.visit_id = ${id}`.execute(world.database.ownerDb);
  expect(rows).toEqual([{ state: 'approved', gross: 2_880n, invoices: 1 }]);
  expect(await wrongInTheBooks(world)).toEqual([]);
});

test('an earlier visit that is confirmed during billing is billed too, then or the next time', async () => {
  await seedConfirmedVisits(
    world.database.db,
    careToSeed('before', 1, { firstDate: Temporal.PlainDate.from('2026-11-09') }),
  );
  const today = Temporal.PlainDate.from('2026-11-16');
  let billing: ReturnType<typeof billCouncil> | undefined;
  let late: readonly string[] = [];
  await inTransaction(world.database.db, WORLD.council, async (tx) => {
    await sql`select 1 from number_series where council_id = ${WORLD.council} and organisation_id = ${WORLD.agency} for update`.execute(
      tx,
    );
    billing = billCouncil(world.context, actor, today);
    await untilWaiting(1);
    late = await seedConfirmedVisits(world.database.db, careToSeed('late', 1));
  });
  await billing;
  await billCouncil(world.context, actor, today);
  const billed = await world.database.ownerDb
    .selectFrom('invoice_lines')
    .select('gross_pence')
    .where('visit_id', 'in', [...late])
    .execute();
  expect(billed).toEqual([{ gross_pence: 2_880n }]);
  expect(await wrongInTheBooks(world)).toEqual([]);
});

test('a visit that had begun when its order was cancelled is recorded or missed, so no money stays held', async () => {
  world.clock.set(Temporal.Instant.from('2026-11-02T08:00:00Z'));
  const order = await placeOrder(world, {
    account: ACCOUNTS.asha,
    person: WORLD.asha,
    offer: WORLD.careOffer,
    lines: [WORLD.ashaCare],
    schedule: {
      firstDate: '2026-11-23',
      lastDate: '2026-12-13',
      pattern: [{ weekday: 1, startTime: '09:30', minutes: 90 }],
    },
    accept: ACCOUNTS.provider,
  });
  const visits = () =>
    world.database.ownerDb
      .selectFrom('visits')
      .select(['id', 'state'])
      .where('order_id', '=', order.id)
      .orderBy('service_date')
      .execute();
  world.clock.set(Temporal.Instant.from('2026-11-30T10:00:00Z'));
  expect((await post('asha', `/api/orders/${order.id}/cancel`, {})).json()).toMatchObject({ backPence: 2_880 });
  const [first, second, third] = await visits();
  expect([first?.state, second?.state, third?.state]).toEqual(['planned', 'planned', 'cancelled']);
  world.clock.set(Temporal.Instant.from('2026-11-30T12:00:00Z'));
  const recorded = await post('provider', `/api/visits/${first?.id}/record`, {
    worker: 'Worker who came',
    start: '2026-11-23T09:30',
    end: '2026-11-23T11:00',
  });
  expect(recorded.statusCode, recorded.body).toBe(200);
  const missed = await post('provider', `/api/visits/${second?.id}/miss`, { reason: 'no one was in' });
  expect(missed.statusCode, missed.body).toBe(200);
  expect((await post('asha', `/api/visits/${first?.id}/confirm`)).statusCode).toBe(200);
  const { rows } = await sql<{ open: number }>`
    select count(*)::int as open from ledger_transfers as reserved
     where reserved.order_id = ${order.id} and reserved.kind = 'pending'
       and not exists (select from ledger_transfers as settled where settled.council_id = reserved.council_id and settled.pending_id = reserved.id)`.execute(
    world.database.ownerDb,
  );
  expect(rows).toEqual([{ open: 0 }]);
});
