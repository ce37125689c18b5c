// What a provider says of its own insurance and checks: by whom, in what form, how people read it, and when it is reminded.

import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestApp, TEST_NOW, type TestApp } from '../../testing/test-app.ts';
import { ACCOUNTS, type AccountName, buildWorld, WORLD } from '../../testing/world.ts';
import { remindOfInsurance } from './own-checks.service.ts';

let world: TestApp;
beforeAll(async () => {
  world = await startTestApp();
  await buildWorld(world);
  await world.database.ownerDb
    .updateTable('organisations')
    .set({ charity_number: null, cqc_location_id: null })
    .where('id', '=', WORLD.club)
    .execute();
});
afterAll(() => world.close());

const SAID = {
  ...{ insuredUntil: '2027-03-31', dbsCheckedOn: '2026-05-01', cqcLocationId: null, charityNumber: null },
  taxReference: '1234567890',
};

async function ask(method: 'GET' | 'PUT' | 'POST', path: string, who: AccountName, payload?: object, id = WORLD.club) {
  world.clock.advance({ milliseconds: 1 });
  const headers = await world.signIn(ACCOUNTS[who], WORLD.council);
  const url = `/api/organisations/${id}/${path}`;
  const answer = await world.app.inject({ method, url, headers, ...(payload ? { payload } : {}) });
  return { status: answer.statusCode, body: answer.json() };
}
const view = async () => (await ask('GET', 'checks', 'clubProvider')).body;
const say = async (change: object = {}, version?: string) =>
  ask('PUT', 'checks', 'clubProvider', { version: version ?? (await view()).version, ...SAID, ...change });
const stateOf = async (check: string) =>
  (await view()).checks.find((one: { check: string }) => one.check === check)?.state;
const marksOf = async (what: 'listing' | 'organisation') => {
  const { slug } = await world.database.ownerDb
    .selectFrom(what === 'listing' ? 'listings' : 'organisations')
    .select('slug')
    .where('id', '=', what === 'listing' ? WORLD.clubListing : WORLD.club)
    .executeTakeFirstOrThrow();
  return (await world.app.inject(`/api/${what}s/${slug}`)).json().marks;
};

describe('what a provider says of itself', () => {
  test('is asked for, kept, and told to people as its own word', async () => {
    expect(await stateOf('insurance')).toBe('lacking');
    expect((await say()).status).toBe(200);
    expect(await view()).toMatchObject(SAID);
    expect([await stateOf('insurance'), await stateOf('dbs'), await stateOf('tax')]).toEqual(['done', 'done', 'done']);
    for (const what of ['listing', 'organisation'] as const)
      expect(await marksOf(what)).toEqual(
        expect.arrayContaining([
          { kind: 'says-insured', detail: null, date: '2027-03-31' },
          { kind: 'says-dbs', detail: null, date: '2026-05-01' },
        ]),
      );
  });

  test('makes no one registered or a charity: no mark follows from its number alone', async () => {
    await say({ cqcLocationId: '1-234567', charityNumber: '1234567' });
    expect(await stateOf('regulator')).toBe('done');
    const kinds = (await marksOf('listing')).map(({ kind }: { kind: string }) => kind);
    expect(kinds).not.toContain('regulated');
    expect(kinds).not.toContain('charity');
  });

  test('that has run out is told as ended', async () => {
    await say({ insuredUntil: '2026-10-31' });
    expect(await stateOf('insurance')).toBe('lapsed');
    expect(await marksOf('listing')).toContainEqual({ kind: 'insurance-ended', detail: null, date: '2026-10-31' });
  });

  test('is said by one member at a time: the second who saw the same is told', async () => {
    const { version } = await view();
    const both = await Promise.all([say({}, version), say({ insuredUntil: '2028-01-01' }, version)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  test.each([
    ['a day that does not exist', { insuredUntil: '2027-02-30' }, '/insuredUntil'],
    ['an insurance for a lifetime', { insuredUntil: '2099-01-01' }, '/insuredUntil'],
    ['a check that is still to come', { dbsCheckedOn: '2026-12-24' }, '/dbsCheckedOn'],
    ['words for the regulator’s number', { cqcLocationId: "1-1'; drop table organisations" }, '/cqcLocationId'],
    ['a charity number of letters', { charityNumber: 'CHARITY' }, '/charityNumber'],
    ['a page for a tax reference', { taxReference: '<script>alert(1)</script>' }, '/taxReference'],
  ])('is refused with %s, by its field', async (_, change, pointer) => {
    const before = await view();
    const refused = await say(change);
    expect([400, 422]).toContain(refused.status);
    expect(refused.body.errors.map((one: { pointer: string }) => one.pointer)).toContain(pointer);
    expect(await view()).toEqual(before);
  });

  test('is seen and said by its own members alone', async () => {
    for (const who of ['provider', 'isfHolder'] as const) {
      expect((await ask('GET', 'checks', who)).status).toBe(404);
      expect((await ask('PUT', 'checks', who, { version: '', ...SAID })).status).toBe(404);
      expect((await ask('POST', 'self-billing', who)).status).toBe(404);
    }
    for (const who of ['asha', 'finance'] as const) expect((await ask('GET', 'checks', who)).status).toBe(403);
  });
});

test('that the council writes its invoices is agreed once, and the first day stays', async () => {
  const { ownerDb } = world.database;
  await ownerDb
    .updateTable('agreements')
    .set({ self_billing_agreed_on: null })
    .where('organisation_id', '=', WORLD.club)
    .execute();
  const agree = async () => (await ask('POST', 'self-billing', 'clubProvider')).body.selfBillingAgreedOn;
  expect(await stateOf('self-billing')).toBe('lacking');
  expect(await Promise.all([agree(), agree()])).toEqual(['2026-11-02', '2026-11-02']);
  world.clock.set(Temporal.Instant.from('2026-11-05T09:00:00Z'));
  expect([await agree(), await stateOf('self-billing')]).toEqual(['2026-11-02', 'done']);
  world.clock.set(Temporal.Instant.from(TEST_NOW));
});

test('the members are reminded once of each insurance that ends within a month', async () => {
  await say({ insuredUntil: '2026-12-03' });
  expect(await remindOfInsurance(world.context)).toBe(0);
  await say({ insuredUntil: '2026-12-02' });
  expect([await remindOfInsurance(world.context), await remindOfInsurance(world.context)]).toEqual([1, 0]);
  const headers = await world.signIn(ACCOUNTS.clubProvider, WORLD.council);
  const { items } = (await world.app.inject({ url: '/api/messages', headers })).json();
  expect(items).toMatchObject([
    { kind: 'organisation.insurance-ends', details: { organisationId: WORLD.club, serviceDate: '2026-12-02' } },
  ]);
  await say({ insuredUntil: '2026-11-30' });
  expect(await remindOfInsurance(world.context)).toBe(1);
});
