// Where payees are paid: never by one person, never without a word to the old address, and never overwritten.

import { Temporal } from 'temporal-polyfill';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fundOf, openLine } from '../../testing/open-line.ts';
import { newKey } from '../../testing/place-order.ts';
import { careToSeed, seedConfirmedVisits } from '../../testing/seed-confirmed-visits.ts';
import { startTestApp, type TestApp } from '../../testing/test-app.ts';
import { ACCOUNTS, type AccountName, buildWorld, WORLD } from '../../testing/world.ts';
import { beginWaitingAccounts } from './payee-accounts.service.ts';

let world: TestApp;
beforeEach(async () => {
  world = await startTestApp();
  await buildWorld(world);
});
afterEach(() => world.close());

async function send(who: AccountName, method: 'GET' | 'POST', url: string, payload?: object) {
  const council = who === 'elsewhere' ? WORLD.elsewhere : WORLD.council;
  return world.app.inject({
    method,
    url,
    headers: { ...(await world.signIn(ACCOUNTS[who], council)), 'idempotency-key': newKey() },
    ...(payload ? { payload } : {}),
  });
}

const FRESH = { accountName: 'Bright Care', sortCode: '202959', accountNumber: '63748472' };

const propose = (who: AccountName, more: object = {}) =>
  send(who, 'POST', '/api/payee-accounts', { organisationId: WORLD.agency, ...FRESH, ...more });

async function waiting(): Promise<string[]> {
  const { items } = (await send('finance', 'GET', '/api/payee-accounts')).json<{ items: { id: string }[] }>();
  return items.map(({ id }) => id);
}

const release = async (who: AccountName) => send(who, 'POST', '/api/payee-accounts/release', { ids: await waiting() });

async function states(): Promise<[string, string][]> {
  const rows = await world.database.ownerDb
    .selectFrom('payee_accounts')
    .select(['state', 'account_number'])
    .where('organisation_id', '=', WORLD.agency)
    .execute();
  return rows.map(({ state, account_number }): [string, string] => [state, account_number.slice(-4)]).sort();
}

const mails = () => world.database.ownerDb.selectFrom('mails').select(['recipient', 'subject']).orderBy('id').execute();

test('an officer proposes, another releases, the old address is told, and the old account stays readable', async () => {
  expect((await propose('finance')).json()).toEqual({ unchanged: false });
  expect((await propose('finance')).json()).toEqual({ unchanged: true });
  expect((await release('finance')).json()).toMatchObject({ status: 403, code: 'payee_account.same_person' });
  expect(await states()).toEqual([
    ['in-force', '4958'],
    ['proposed', '8472'],
  ]);
  expect((await release('financeSecond')).json()).toEqual({ released: 1 });
  expect(await states()).toEqual([
    ['in-force', '8472'],
    ['replaced', '4958'],
  ]);
  const sent = await mails();
  expect(sent.map(({ subject }) => subject).sort()).toEqual([
    'A change of the bank account that we pay you into',
    'We now pay you into another bank account',
  ]);
  const all = await send('auditor', 'GET', `/api/payee-accounts?show=all&organisationId=${WORLD.agency}`);
  expect(all.body).not.toMatch(/63748472|66374958/);
  expect(all.json<{ items: object[] }>().items).toHaveLength(2);
});

test('a payee changes its own account: it counts after five working days, unless an officer refuses it', async () => {
  const asked = await send('provider', 'POST', '/api/payee-accounts/own', FRESH);
  expect(asked.statusCode, asked.body).toBe(201);
  const own = await send('provider', 'GET', '/api/payee-accounts/own');
  // From Monday 2 November 2026.
  expect(own.json<{ items: object[] }>().items).toContainEqual(
    expect.objectContaining({ state: 'waiting', beginsOn: '2026-11-09', lastFour: '8472' }),
  );
  expect(await mails()).toHaveLength(1);
  world.clock.set(Temporal.Instant.from('2026-11-08T23:00:00Z'));
  expect(await beginWaitingAccounts(world.context)).toBe(0);
  world.clock.set(Temporal.Instant.from('2026-11-09T01:00:00Z'));
  expect(await beginWaitingAccounts(world.context)).toBe(1);
  expect(await states()).toEqual([
    ['in-force', '8472'],
    ['replaced', '4958'],
  ]);
  await send('provider', 'POST', '/api/payee-accounts/own', {
    ...FRESH,
    sortCode: '107999',
    accountNumber: '88837491',
  });
  const [id] = await waiting();
  const refused = await send('finance', 'POST', `/api/payee-accounts/${id}/refuse`, { note: 'They did not ask.' });
  expect(refused.statusCode, refused.body).toBe(200);
  world.clock.advance({ hours: 24 * 30 });
  expect(await beginWaitingAccounts(world.context)).toBe(0);
  expect((await states())[0]).toEqual(['in-force', '8472']);
});

test('officers of whom one invited the other lately are not two people, whichever of them proposes', async () => {
  const { email } = await world.database.ownerDb
    .selectFrom('accounts')
    .select('email')
    .where('id', '=', ACCOUNTS.financeSecond)
    .executeTakeFirstOrThrow();
  await world.database.ownerDb
    .insertInto('invitations')
    .values({
      council_id: WORLD.council,
      id: 'inv8_0000000000000000000000001',
      email: email ?? '',
      role: 'finance',
      invited_by: ACCOUNTS.finance,
      invited_at: world.clock.now().subtract({ hours: 24 }),
      expires_at: world.clock.now().add({ hours: 24 }),
    })
    .execute();
  await propose('financeSecond');
  expect((await release('finance')).json()).toMatchObject({ code: 'payee_account.invited_by_proposer' });
  const [mine] = await waiting();
  await send('finance', 'POST', `/api/payee-accounts/${mine}/refuse`, { note: 'Not mine to release.' });
  await propose('finance');
  expect((await release('financeSecond')).json()).toMatchObject({ code: 'payee_account.invited_by_proposer' });
  await seedConfirmedVisits(world.database.db, careToSeed('care', 1));
  await send('finance', 'POST', '/api/invoices/bill', {});
  const run = (await send('finance', 'POST', '/api/payment-runs', { funderId: WORLD.adults })).json<{ id: string }>();
  const authorise = () => send('financeSecond', 'POST', `/api/payment-runs/${run.id}/authorise`);
  expect((await authorise()).json()).toMatchObject({ status: 403, code: 'payment_run.invited_by_proposer' });
  world.clock.advance({ hours: 24 * 14 });
  expect((await authorise()).json()).toMatchObject({ state: 'authorised' });
  expect((await release('financeSecond')).json()).toEqual({ released: 1 });
});

test('an account that contradicts itself, an unknown payee and a stranger’s proposal are refused', async () => {
  const wrong = await propose('finance', { sortCode: '089999', accountNumber: '66374959' });
  expect(wrong.json()).toMatchObject({
    code: 'account.number_does_not_fit',
    errors: [{ pointer: '/accountNumber' }],
  });
  expect((await propose('finance', { organisationId: 'org_0000000000000000000000009' })).statusCode).toBe(404);
  expect((await propose('provider')).statusCode).toBe(403);
  expect((await propose('auditor')).statusCode).toBe(403);
  await propose('finance');
  expect((await send('elsewhere', 'GET', '/api/payee-accounts')).statusCode).toBe(403);
  expect((await send('clubProvider', 'GET', '/api/payee-accounts/own')).body).not.toContain('Bright Care');
});

test('a line has an account only where its money is paid to the person', async () => {
  const direct = await openLine(
    world,
    fundOf({ reference: 'DP-1', arrangement: 'direct-payment', holderOrganisationId: null }),
  );
  const fund = await openLine(world, fundOf());
  const asked = async (lineId: string) => {
    const { mayPropose } = (await send('finance', 'GET', `/api/payee-accounts?show=all&lineId=${lineId}`)).json();
    const proposed = await send('finance', 'POST', '/api/payee-accounts', { lineId, ...FRESH });
    return [mayPropose, proposed.statusCode, proposed.json().code];
  };
  expect(await asked(direct)).toEqual([true, 201, undefined]);
  for (const line of [fund, WORLD.ashaCare, WORLD.ashaOwn])
    expect(await asked(line)).toEqual([false, 409, 'payee_account.line_not_paid']);
  expect(await asked('line_00000000000000000000000000')).toEqual([false, 404, 'record.not_found']);
});
