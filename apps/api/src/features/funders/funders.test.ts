// Whose account money leaves from: set by one person, released by another, never shown whole, and a run waits for it.

import { afterEach, beforeEach, expect, test } from 'vitest';
import { newKey } from '../../testing/place-order.ts';
import { careToSeed, seedConfirmedVisits } from '../../testing/seed-confirmed-visits.ts';
import { startTestApp, type TestApp } from '../../testing/test-app.ts';
import { ACCOUNTS, type AccountName, buildWorld, WORLD } from '../../testing/world.ts';

let world: TestApp;
beforeEach(async () => {
  world = await startTestApp();
  await buildWorld(world);
  await seedConfirmedVisits(world.database.db, careToSeed('care', 1));
  await send('finance', 'POST', '/api/invoices/bill', {});
});
afterEach(() => world.close());

async function send(who: AccountName, method: 'GET' | 'POST' | 'PUT', url: string, payload?: object) {
  return world.app.inject({
    method,
    url,
    headers: { ...(await world.signIn(ACCOUNTS[who], WORLD.council)), 'idempotency-key': newKey() },
    ...(payload ? { payload } : {}),
  });
}

const FRESH = { accountName: 'Adults pooled', sortCode: '202959', accountNumber: '63748472' };
const propose = (who: AccountName, more: object = {}) =>
  send(who, 'POST', `/api/funders/${WORLD.adults}/accounts`, { ...FRESH, ...more });

interface Account {
  readonly id: string;
  readonly lastFour: string;
  readonly state: string;
}

async function accounts(): Promise<readonly Account[]> {
  const seen = await send('auditor', 'GET', `/api/funders/${WORLD.adults}`);
  expect(seen.body).not.toMatch(/66374958|63748472/);
  return seen.json<{ accounts: Account[] }>().accounts;
}

const states = async () => (await accounts()).map(({ lastFour, state }) => `${lastFour} ${state}`);
const release = async (who: AccountName) =>
  send(who, 'POST', `/api/funder-accounts/${(await accounts()).find(({ state }) => state === 'proposed')?.id}/release`);
const proposeRun = () => send('finance', 'POST', '/api/payment-runs', { funderId: WORLD.adults });

test('one officer sets the account that a funder pays from, another releases it, and the old one is kept', async () => {
  expect((await propose('finance')).json()).toEqual({ unchanged: false });
  expect((await propose('financeSecond')).json()).toEqual({ unchanged: true });
  expect((await release('finance')).json()).toMatchObject({ status: 403, code: 'payee_account.same_person' });
  expect(await states()).toEqual(['8472 proposed', '4958 released']);
  expect((await release('financeSecond')).statusCode).toBe(200);
  expect(await states()).toEqual(['8472 released', '4958 replaced']);
  expect((await propose('finance', { accountNumber: '63748473' })).json()).toMatchObject({
    code: 'account.number_does_not_fit',
  });
  expect((await propose('auditor')).statusCode).toBe(403);
  expect((await send('provider', 'GET', '/api/funders')).statusCode).toBe(403);
  const { ownerDb } = world.database;
  const history = await ownerDb
    .selectFrom('state_changes')
    .select(['event', 'changed_by'])
    .where('noun', '=', 'funder-account')
    .orderBy('event')
    .execute();
  expect(history).toEqual([
    { event: 'funder-account.proposed', changed_by: ACCOUNTS.finance },
    { event: 'funder-account.released', changed_by: ACCOUNTS.financeSecond },
    { event: 'funder-account.replaced', changed_by: ACCOUNTS.financeSecond },
  ]);
});

test('a later proposal takes the place of an earlier one, and a refused one says why', async () => {
  await propose('finance');
  world.clock.advance({ seconds: 1 });
  await propose('financeSecond', { accountName: 'Another name' });
  expect(await states()).toEqual(['8472 proposed', '8472 refused', '4958 released']);
  const [waiting] = await accounts();
  const refused = await send('finance', 'POST', `/api/funder-accounts/${waiting?.id}/refuse`, { note: 'Not ours.' });
  expect(refused.statusCode, refused.body).toBe(200);
  expect(await states()).toEqual(['8472 refused', '8472 refused', '4958 released']);
  expect((await send('finance', 'POST', `/api/funder-accounts/${waiting?.id}/release`)).json()).toMatchObject({
    code: 'state.not_allowed',
  });
});

test('without a released account nothing is proposed, and the list of funders says what is missing', async () => {
  await world.database.ownerDb.deleteFrom('funder_accounts').where('funder_id', '=', WORLD.adults).execute();
  expect((await proposeRun()).json()).toMatchObject({ status: 409, code: 'payment_run.funder_account_missing' });
  await propose('finance');
  expect((await proposeRun()).json()).toMatchObject({ code: 'payment_run.funder_account_missing' });
  const { items } = (await send('auditor', 'GET', '/api/funders')).json<{ items: { id: string }[] }>();
  expect(items.find(({ id }) => id === WORLD.adults)).toMatchObject({
    account: null,
    accountWaits: true,
    dueCount: 1,
    duePence: 2_880,
  });
  const proposal = await send('finance', 'GET', `/api/payment-runs/proposal?funderId=${WORLD.adults}`);
  expect(proposal.json()).toMatchObject({ from: null, count: 1 });
  await release('financeSecond');
  expect((await proposeRun()).statusCode).toBe(201);
});

test('a run whose account was replaced meanwhile goes no further, before and after it is authorised', async () => {
  const { id } = (await proposeRun()).json<{ id: string }>();
  await send('financeSecond', 'POST', `/api/payment-runs/${id}/authorise`);
  await propose('finance');
  await release('financeSecond');
  const changed = { status: 409, code: 'payment_run.funder_account_changed' };
  expect((await send('finance', 'POST', `/api/payment-runs/${id}/emit`)).json()).toMatchObject(changed);
  await send('finance', 'POST', `/api/payment-runs/${id}/cancel`);
  const again = (await proposeRun()).json<{ id: string }>();
  await propose('finance', { accountName: 'Once more' });
  await release('financeSecond');
  expect((await send('financeSecond', 'POST', `/api/payment-runs/${again.id}/authorise`)).json()).toMatchObject(
    changed,
  );
  expect((await send('finance', 'GET', `/api/payment-runs/${again.id}`)).json()).toMatchObject({
    state: 'proposed',
    isFromReleased: false,
  });
});

test('a funder’s statement is the ledger’s own sums to the penny, and nothing of another funder is in it', async () => {
  const run = (await proposeRun()).json<{ id: string }>();
  await send('financeSecond', 'POST', `/api/payment-runs/${run.id}/authorise`);
  await send('finance', 'POST', `/api/payment-runs/${run.id}/emit`);
  const sent = await send('finance', 'GET', `/api/payment-runs/${run.id}/payments`);
  await send('finance', 'POST', `/api/payment-runs/${run.id}/results`, {
    results: sent
      .json<{ items: { endToEndId: string }[] }>()
      .items.map(({ endToEndId }) => ({ endToEndId, status: 'paid' })),
  });
  await seedConfirmedVisits(world.database.db, careToSeed('unpaid', 2));
  await seedConfirmedVisits(
    world.database.db,
    careToSeed('others', 1, { lines: [{ lineId: WORLD.sonOneBreaks, weight: 1 }] }),
  );
  await send('finance', 'POST', '/api/invoices/bill', {});
  const statement = await send('auditor', 'GET', `/api/funders/${WORLD.adults}/statement?fromDate=2026-04-01`);
  const { awarded } = await world.database.ownerDb
    .selectFrom('budget_lines')
    .select(({ fn }) => fn.sum<bigint>('award_pence').as('awarded'))
    .where('funder_id', '=', WORLD.adults)
    .executeTakeFirstOrThrow();
  expect(statement.json(), statement.body).toMatchObject({
    awardedPence: Number(awarded),
    spentPence: 3 * 2_880,
    invoicedPence: 3 * 2_880,
    paidPence: 2_880,
    paidInAdvancePence: 0,
    owedPence: 2 * 2_880,
    providers: [{ organisationName: 'Bright Care', invoicedPence: 3 * 2_880, paidPence: 2_880, owedPence: 2 * 2_880 }],
    nextCursor: null,
  });
  const file = await send('auditor', 'GET', `/api/funders/${WORLD.adults}/statement.csv?fromDate=2026-04-01`);
  expect(file.headers['content-type']).toContain('text/csv');
  expect(file.body).toContain('Owed at the end,57.60\r\n');
  expect(file.body).toContain('Bright Care,86.40,28.80,57.60\r\n');
  const backwards = await send('auditor', 'GET', `/api/funders/${WORLD.adults}/statement?fromDate=2027-01-01`);
  expect(backwards.json()).toMatchObject({ code: 'statement.period_backwards' });
  expect((await send('provider', 'GET', `/api/funders/${WORLD.adults}/statement.csv`)).statusCode).toBe(403);
});

test('a finance officer adds a funder and takes a kind of money over; no kind of money is left without one', async () => {
  const wish = {
    code: 'SCH1',
    kind: 'school',
    name: 'Weir Lane School',
    address: { line: '1 Weir Lane', city: 'Harbourside', postcode: 'hb11ab' },
    streams: ['education'],
  };
  const added = await send('finance', 'POST', '/api/funders', wish);
  expect(added.statusCode, added.body).toBe(201);
  const { id } = added.json<{ id: string }>();
  expect((await send('auditor', 'GET', `/api/funders/${id}`)).json()).toMatchObject({
    ...{ code: 'SCH1', kind: 'school', name: 'Weir Lane School', streams: ['education'], accounts: [] },
    address: { postcode: 'HB1 1AB' },
  });
  expect((await send('finance', 'POST', '/api/funders', { ...wish, streams: [] })).json()).toMatchObject({
    code: 'funder.code_taken',
    errors: [{ pointer: '/code' }],
  });
  for (const who of ['auditor', 'provider', 'administrator', 'manager'] as const)
    expect((await send(who, 'POST', '/api/funders', { ...wish, code: 'SCH2' })).statusCode, who).toBe(403);
  const change = (payload: object) => send('finance', 'PUT', `/api/funders/${id}`, payload);
  const written = { name: 'Weir Lane Academy', address: null };
  expect((await change({ ...written, streams: [] })).json()).toMatchObject({ code: 'funder.stream_needs_funder' });
  expect((await change({ ...written, streams: ['education', 'own-money'] })).json()).toMatchObject({
    code: 'funder.stream_not_of_kind',
  });
  expect((await change({ ...written, streams: ['education', 'health'] })).statusCode).toBe(200);
  const { ownerDb } = world.database;
  const streams = await ownerDb
    .selectFrom('funder_streams')
    .select(['stream', 'funder_id'])
    .where('council_id', '=', WORLD.council)
    .where('stream', 'in', ['education', 'health'])
    .execute();
  expect(streams.map(({ funder_id }) => funder_id)).toEqual([id, id]);
  const audits = await ownerDb.selectFrom('audit_entries').select('event').where('record_id', '=', id).execute();
  expect(audits.map(({ event }) => event).sort()).toEqual(['funder.added', 'funder.changed']);
});
