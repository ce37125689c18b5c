// From the street to the provider's bank: somebody signs up, pays with their own money, and none of the council finds
// out but those who keep its books.

import { inTransaction } from '@support-market/db/transaction';
import type { MonthSpan } from '@support-market/domain/insights/spans';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { spendRows } from '../features/insights/insights.repo.ts';
import { wrongInTheBooks } from '../testing/books.ts';
import { itemBody, newKey } from '../testing/place-order.ts';
import { startTestApp, type TestApp } from '../testing/test-app.ts';
import { ACCOUNTS, type AccountName, buildWorld, WORLD } from '../testing/world.ts';

const NIA = { name: 'Nia New', email: 'nia@public.example', password: 'purple kettle morning' };

let world: TestApp;
/** Nia's account, from when she has signed in. */
let nia = '';
beforeAll(async () => {
  // in demonstration mode, so that the card sandbox answers
  world = await startTestApp({ config: { demonstration: true } });
  await buildWorld(world);
});
afterAll(() => world.close());

async function send(method: 'GET' | 'POST' | 'PUT', url: string, who: AccountName | 'nia' | null, payload?: object) {
  world.clock.advance({ milliseconds: 1 });
  const account = who === 'nia' ? nia : who && ACCOUNTS[who];
  const headers = { ...(account ? await world.signIn(account, WORLD.council) : {}), 'idempotency-key': newKey() };
  return world.app.inject({ method, url, headers, ...(payload ? { payload } : {}) });
}

async function done(method: 'GET' | 'POST' | 'PUT', url: string, who: AccountName | 'nia' | null, payload?: object) {
  const answer = await send(method, url, who, payload);
  expect(answer.statusCode, `${method} ${url} ${answer.body}`).toBeLessThan(300);
  return answer.body === '' ? {} : answer.json();
}

async function signUp(): Promise<{ personId: string; lineId: string }> {
  await done('POST', '/api/accounts', null, { councilSlug: 'harbourside', ...NIA });
  const mail = await world.database.ownerDb.selectFrom('mails').select('body_text').executeTakeFirstOrThrow();
  const token = /confirm-email\/([\w-]+)/.exec(mail.body_text)?.[1];
  await done('POST', '/api/accounts/confirm', null, { token, password: NIA.password });
  const session = await done('POST', '/api/session', null, { email: NIA.email, password: NIA.password });
  const me = await world.app.inject({
    url: '/api/session',
    headers: { authorization: `Bearer ${session.accessToken}` },
  });
  const { accountId, roles } = me.json();
  nia = accountId;
  expect(roles).toMatchObject([{ role: 'budget-holder' }]);
  const { personId } = roles[0];
  const money = await done('GET', `/api/people/${personId}/money`, 'nia');
  expect(money).toMatchObject({
    person: { name: 'Nia New', own: true, selfFunded: true },
    budget: null,
    lines: [{ stream: 'own-money', leftPence: 0, aboutPerWeekPence: null, mayPayByCard: true }],
  });
  return { personId, lineId: money.lines[0].id };
}

async function putIn(lineId: string, amountPence: number): Promise<void> {
  const { id } = await done('POST', '/api/card-payments', 'nia', { lineId, amountPence });
  expect(await done('POST', `/api/card-payments/${id}/sandbox-card`, 'nia', { card: 'succeeds' })).toMatchObject({
    state: 'succeeded',
  });
}

const leftIn = async (personId: string): Promise<number> =>
  (await done('GET', `/api/people/${personId}/money`, 'nia')).lines[0].leftPence;

test('a self-funder signs up and buys, and the provider is paid while the council sees its books alone', async () => {
  const { personId, lineId } = await signUp();
  const person = await done('GET', `/api/people/${personId}`, 'nia');
  expect(person).toMatchObject({ origin: 'self-made', mayEdit: 'record', own: true });
  await done('PUT', `/api/people/${personId}`, 'nia', {
    ...{ version: person.version, called: 'Nia', email: NIA.email, language: null, contactPreference: null },
    ...{ communicationNeeds: '', supportNeeds: '', telephones: [] },
    addresses: [
      {
        ...{ kind: 'home', line: '7 Quay Street', postcode: 'HB1 1AB', accessNotes: 'Ring twice' },
        ...{ fromDate: null, untilDate: null },
      },
    ],
  });
  // The public price, though the council agreed on a lower one for its own money.
  const choices = await done('GET', `/api/basket/choices?offerId=${WORLD.careOffer}`, 'nia');
  expect(choices.people[0].lines).toMatchObject([{ unitPricePence: 2_200, priceSource: 'public' }]);

  const session = { account: '', person: personId, offer: WORLD.clubOffer, lines: [lineId] };
  await done('POST', '/api/basket/items', 'nia', itemBody({ ...session, oneOff: { date: '2026-11-06' } }));
  expect((await done('GET', '/api/basket', 'nia')).lines).toMatchObject([{ stream: 'own-money', enough: false }]);
  expect((await send('POST', '/api/basket/place', 'nia', {})).json()).toMatchObject({
    code: 'budget.not_enough_money',
  });
  await putIn(lineId, 4_000);
  const { orders } = await done('POST', '/api/basket/place', 'nia', {});
  expect(await leftIn(personId)).toBe(2_750);

  // What is cancelled in time comes back, as for everybody.
  await done('POST', '/api/basket/items', 'nia', itemBody({ ...session, oneOff: { date: '2026-11-20' } }));
  const again = await done('POST', '/api/basket/place', 'nia', {});
  expect(await leftIn(personId)).toBe(1_500);
  await done('POST', `/api/orders/${again.orders[0].id}/cancel`, 'nia', {});
  expect(await leftIn(personId)).toBe(2_750);

  const orderId = orders[0].id;
  await done('POST', `/api/orders/${orderId}/accept`, 'clubProvider');
  expect(await done('GET', `/api/orders/${orderId}/visitor-note`, 'clubProvider')).toMatchObject({
    name: 'Nia',
    addressLine: '7 Quay Street',
  });
  world.clock.set(Temporal.Instant.from('2026-11-06T15:00:00Z'));
  const { items: visits } = await done('GET', '/api/visits?from=2026-11-02&to=2026-11-30', 'nia');
  const visitId = visits.find((visit: { orderId: string }) => visit.orderId === orderId).id;
  await done('POST', `/api/visits/${visitId}/record`, 'clubProvider', {});
  await done('POST', `/api/visits/${visitId}/confirm`, 'nia', {});
  world.clock.set(Temporal.Instant.from('2026-11-10T09:00:00Z'));
  await done('POST', '/api/invoices/bill', 'finance', {});
  const run = await done('POST', '/api/payment-runs', 'finance', { funderId: WORLD.ownMoney });
  await done('POST', `/api/payment-runs/${run.id}/authorise`, 'financeSecond');
  await done('POST', `/api/payment-runs/${run.id}/emit`, 'finance');
  const paid = await world.database.ownerDb.selectFrom('payments').select(['end_to_end_id', 'amount_pence']).execute();
  expect(paid.map(({ amount_pence }) => amount_pence)).toEqual([1_250n]);
  await done('POST', `/api/payment-runs/${run.id}/results`, 'finance', {
    results: [{ endToEndId: paid[0]?.end_to_end_id, status: 'paid' }],
  });
  expect((await done('GET', '/api/remittances', 'clubProvider')).items).toMatchObject([{ amountPence: 1_250 }]);
  expect(await done('GET', `/api/budget-lines/${lineId}/statement`, 'nia')).toMatchObject({
    closingPence: 2_750,
  });
  expect((await done('GET', '/api/messages', 'nia')).items.length).toBeGreaterThan(2);
  expect(await wrongInTheBooks(world)).toEqual([]);

  // Deny by default: not in a list, not by its address, not in a sum.
  for (const who of ['practitioner', 'manager', 'administrator'] as const) {
    expect((await send('GET', `/api/people/${personId}`, who)).statusCode).toBe(404);
    expect((await done('GET', '/api/people?search=Nia', who)).items).toEqual([]);
  }
  for (const who of ['practitioner', 'finance'] as const) {
    expect((await send('GET', `/api/orders/${orderId}`, who)).statusCode).toBe(404);
    expect((await done('GET', '/api/orders', who)).items).toEqual([]);
  }
  const month = Temporal.PlainYearMonth.from('2026-11');
  const span: MonthSpan = {
    ...{ from: month, to: month, months: ['2026-11'] },
    ...{ start: Temporal.PlainDate.from('2026-11-01'), end: Temporal.PlainDate.from('2026-12-01') },
  };
  const sums = await inTransaction(world.database.db, WORLD.council, (tx) => spendRows(tx, WORLD.council, span, 1));
  expect(sums.filter(({ people }) => people > 0)).toEqual([]);
  expect((await done('GET', '/api/invoices', 'finance')).items).toMatchObject([{ funderName: expect.any(String) }]);
  expect((await done('GET', `/api/people/${personId}`, 'auditor')).name).toBe('Nia New');
});

test('a council cannot invite anyone to the record of somebody who signed up, nor speak of it in a file', async () => {
  const { reference } = await world.database.ownerDb
    .selectFrom('people')
    .select('reference')
    .where('full_name', '=', NIA.name)
    .executeTakeFirstOrThrow();
  expect(reference).toMatch(/^OWN-[0-9A-Z]{10}$/);
  const answer = await send('POST', '/api/invitations', 'administrator', {
    ...{ email: 'someone@public.example', role: 'budget-holder', personReference: reference },
  });
  expect(answer.json().errors).toMatchObject([{ pointer: '/personReference', code: 'invitation.not_known' }]);
});
