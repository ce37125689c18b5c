// Money that comes back from the bank, before or days after it was settled: owed again, held where the account cannot take
// it, seen by finance, and paid once more when somebody has acted.

import { inTransaction } from '@support-market/db/transaction';
import { Temporal } from 'temporal-polyfill';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { wrongInTheBooks } from '../../testing/books.ts';
import { lineBalances } from '../../testing/line-balances.repo.ts';
import { fundOf, openLine } from '../../testing/open-line.ts';
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

async function send<Answer>(who: AccountName, method: 'GET' | 'POST', url: string, payload?: object): Promise<Answer> {
  const answer = await world.app.inject({
    method,
    url,
    headers: { ...(await world.signIn(ACCOUNTS[who], WORLD.council)), 'idempotency-key': newKey() },
    ...(payload ? { payload } : {}),
  });
  return answer.json<Answer>();
}

interface Payment {
  readonly endToEndId: string;
  readonly amountPence: number;
}

/** Proposes, authorises and emits; answers the run and its payments. */
async function emitted(
  funderId: string = WORLD.adults,
): Promise<{ readonly id: string; readonly payments: readonly Payment[] }> {
  const { id } = await send<{ id: string }>('finance', 'POST', '/api/payment-runs', { funderId });
  await send('financeSecond', 'POST', `/api/payment-runs/${id}/authorise`);
  await send('finance', 'POST', `/api/payment-runs/${id}/emit`);
  const { items } = await send<{ items: Payment[] }>('finance', 'GET', `/api/payment-runs/${id}/payments`);
  return { id, payments: items };
}

function say(
  run: { readonly id: string; readonly payments: readonly Payment[] },
  status: string,
  reason?: string,
  day?: { readonly entryDate: string },
) {
  const results = run.payments.map(({ endToEndId }) => ({ endToEndId, status, ...(reason ? { reason } : {}) }));
  return send<{ paid: number; returned: number; unchanged: number }>(
    'finance',
    'POST',
    `/api/payment-runs/${run.id}/results`,
    { results, ...day },
  );
}

const owedToAgency = async (): Promise<bigint> => {
  const rows = await world.database.ownerDb
    .selectFrom('ledger_entries')
    .select('posted_pence')
    .where('account_id', 'like', 'payable:%')
    .execute();
  return -rows.reduce((sum, { posted_pence }) => sum + posted_pence, 0n);
};

test('£130.00 that was settled on Monday and returned on Thursday is owed, held, released, paid once', async () => {
  const seed = careToSeed('care', 1, { unitPricePence: 13_000n, minutes: 60, plannedPence: 13_000n });
  await seedConfirmedVisits(world.database.db, seed);
  await send('finance', 'POST', '/api/invoices/bill', {});
  world.clock.set(Temporal.Instant.from('2026-11-09T09:00:00Z')); // a Monday
  const run = await emitted();
  expect(run.payments).toMatchObject([{ amountPence: 13_000 }]);
  expect(await say(run, 'paid')).toMatchObject({ paid: 1 });
  expect(await owedToAgency()).toBe(0n);

  world.clock.set(Temporal.Instant.from('2026-11-12T09:00:00Z')); // the Thursday
  expect(await say(run, 'returned', 'AC04')).toMatchObject({ returned: 1 });
  expect(await say(run, 'returned', 'AC04')).toMatchObject({ returned: 0, unchanged: 1 });
  const { items } = await send<{ items: { id: string; state: string }[] }>('finance', 'GET', '/api/invoices');
  expect(items).toMatchObject([{ state: 'approved', totalPence: 13_000 }]);
  expect(await owedToAgency()).toBe(13_000n);
  const left = { leftOut: [{ payeeName: 'Bright Care', reason: 'account-held', amountPence: 13_000 }], count: 0 };
  expect(await send('finance', 'GET', `/api/payment-runs/proposal?funderId=${WORLD.adults}`)).toMatchObject(left);
  expect(await send('finance', 'POST', '/api/payment-runs', { funderId: WORLD.adults })).toMatchObject({
    code: 'payment_run.empty',
  });
  const exceptions = await world.database.ownerDb.selectFrom('exceptions').selectAll().execute();
  expect(exceptions).toMatchObject([{ kind: 'payment-returned', state: 'open', expected_pence: 13_000n }]);

  const fresh = { organisationId: WORLD.agency, accountName: 'Bright Care', sortCode: '202959' };
  await send('finance', 'POST', '/api/payee-accounts', { ...fresh, accountNumber: '63748472' });
  expect(await send('finance', 'GET', `/api/payment-runs/proposal?funderId=${WORLD.adults}`)).toMatchObject(left);
  const waiting = await send<{ items: { id: string }[] }>('finance', 'GET', '/api/payee-accounts');
  const ids = waiting.items.map(({ id }) => id);
  const same = await send('finance', 'POST', '/api/payee-accounts/release', { ids });
  expect(same).toMatchObject({ code: 'payee_account.same_person' });
  expect(await send('financeSecond', 'POST', '/api/payee-accounts/release', { ids })).toEqual({ released: 1 });
  expect(await send('finance', 'GET', `/api/payment-runs/proposal?funderId=${WORLD.adults}`)).toMatchObject({
    payments: [{ amountPence: 13_000, accountLastFour: '8472', paidBefore: false }],
    leftOut: [],
  });
  const settled = await world.database.ownerDb.selectFrom('exceptions').select('state').execute();
  expect(settled).toEqual([{ state: 'settled' }]);

  const again = await emitted();
  expect(again.payments).toHaveLength(1);
  expect(await say(again, 'paid')).toMatchObject({ paid: 1 });
  expect(await owedToAgency()).toBe(0n);
  expect(await send('finance', 'POST', '/api/payment-runs', { funderId: WORLD.adults })).toMatchObject({
    code: 'payment_run.empty',
  });
  const accounts = await world.database.ownerDb
    .selectFrom('payee_accounts')
    .select(['state', 'held_code'])
    .where('organisation_id', '=', WORLD.agency)
    .orderBy('id')
    .execute();
  expect(accounts.map(({ state, held_code }) => [state, held_code]).sort()).toEqual([
    ['in-force', null],
    ['replaced', 'AC04'],
  ]);
  expect(await wrongInTheBooks(world)).toEqual([]);
});

test('a return that says nothing against the account holds nothing, and the next run pays it', async () => {
  await seedConfirmedVisits(world.database.db, careToSeed('care', 1));
  await send('finance', 'POST', '/api/invoices/bill', {});
  const run = await emitted();
  const before = await say(run, 'returned', 'AM05', { entryDate: '2026-11-01' });
  expect(before).toMatchObject({ code: 'date.too_early' });
  await say(run, 'returned', 'AM05', { entryDate: '2026-11-02' });
  expect((await emitted()).payments).toMatchObject([{ amountPence: 2_880 }]);
  expect(await wrongInTheBooks(world)).toEqual([]);
});

test('money for a fund that comes back days after it was paid is due again and paid once more', async () => {
  const fund = await openLine(world, fundOf());
  await send('finance', 'POST', '/api/pay-ins/schedule', {});
  const purse = () =>
    inTransaction(world.database.db, WORLD.council, async (tx) => {
      const row = await tx
        .selectFrom('ledger_accounts')
        .select('available')
        .where('id', '=', `purse:${fund}`)
        .executeTakeFirst();
      expect((await lineBalances(tx, WORLD.council, [fund])).size).toBe(1);
      return row?.available;
    });
  const run = await emitted(WORLD.health);
  await say(run, 'paid');
  expect(await purse()).toBe(70_000n);
  expect(await say(run, 'returned', 'AM05')).toMatchObject({ returned: 1 });
  expect(await purse()).toBe(0n);
  expect(await wrongInTheBooks(world)).toEqual([]);
  await say(await emitted(WORLD.health), 'paid');
  expect(await purse()).toBe(70_000n);
  expect(await wrongInTheBooks(world)).toEqual([]);
});
