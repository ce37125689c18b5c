// Who finds whom, from route to row.

import { inTransaction } from '@support-market/db/transaction';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { systemActor } from '../../platform/audit.repo.ts';
import { startTestApp, type TestApp } from '../../testing/test-app.ts';
import { ACCOUNTS, type AccountName, buildWorld, WORLD } from '../../testing/world.ts';
import type { NewPerson } from './people-import.repo.ts';
import { createPeople } from './people-import.service.ts';

let world: TestApp;
beforeAll(async () => {
  world = await startTestApp();
  await buildWorld(world);
});
afterAll(() => world.close());

async function get(who: AccountName, url: string) {
  const council = who === 'elsewhere' ? WORLD.elsewhere : WORLD.council;
  return world.app.inject({ url, headers: await world.signIn(ACCOUNTS[who], council) });
}

async function names(who: AccountName, query = ''): Promise<string[]> {
  const answer = await get(who, `/api/people${query}`);
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json<{ items: { name: string }[] }>().items.map(({ name }) => name.split(' ')[0] ?? '');
}

async function looks(event: string, personId: string): Promise<number> {
  const rows = await world.database.ownerDb
    .selectFrom('audit_entries')
    .select('id')
    .where('event', '=', event)
    .where('person_id', '=', personId)
    .execute();
  return rows.length;
}

describe('the list of people', () => {
  test('holds only a practitioner’s caseload', async () => {
    expect(await names('practitioner')).toEqual(['Asha']);
  });

  test('holds a broker’s people by their mandates, and a budget holder’s own self', async () => {
    expect(await names('broker')).toEqual(['Bilal', 'Maryam', 'Omar']);
    expect(await names('representative')).toEqual(['Asha']);
    expect(await names('stranger')).toEqual(['Stan']);
  });

  test('holds everyone of the council for a manager, and no one of another council', async () => {
    expect(await names('manager')).toEqual(['Asha', 'Bilal', 'Maryam', 'Omar', 'Stan']);
  });

  test('is read page by page without a gap or a repeat', async () => {
    const first = (await get('manager', '/api/people?limit=2')).json();
    const second = (await get('manager', `/api/people?limit=2&cursor=${first.nextCursor}`)).json();
    const third = (await get('manager', `/api/people?limit=2&cursor=${second.nextCursor}`)).json();
    const all = [first, second, third].flatMap((page) => page.items.map((item: { id: string }) => item.id));
    expect(new Set(all).size).toBe(5);
    expect(third.nextCursor).toBeNull();
  });

  test('is searched by any part of a name or the whole reference, and a percent sign is a percent sign', async () => {
    expect(await names('manager', '?search=hass')).toEqual(['Bilal', 'Maryam', 'Omar']);
    expect(await names('manager', '?search=maryam%20h')).toEqual(['Maryam']);
    expect(await names('manager', '?search=p-1')).toEqual(['Asha']);
    expect(await names('manager', '?search=%25')).toEqual([]);
  });

  test('refuses unknown questions, broken cursors, strangers to the action and readers who are signed out', async () => {
    expect((await get('manager', '/api/people?money=1')).statusCode).toBe(400);
    expect((await get('manager', '/api/people?cursor=x')).statusCode).toBe(400);
    expect((await get('provider', '/api/people')).statusCode).toBe(403);
    expect((await world.app.inject('/api/people')).statusCode).toBe(401);
  });
});

describe('one person', () => {
  test('out of reach answers the same bytes as one that does not exist', async () => {
    const hidden = await get('practitioner', `/api/people/${WORLD.stranger}`);
    const missing = await get('practitioner', '/api/people/per_absent0000000000000000000');
    const elsewhere = await get('elsewhere', `/api/people/${WORLD.asha}`);
    expect(hidden.statusCode).toBe(404);
    expect(hidden.body).toBe(missing.body);
    expect(elsewhere.body).toBe(missing.body);
  });

  test('leaves a trace when someone else looks, and none when it is oneself', async () => {
    const before = await looks('person.viewed', WORLD.asha);
    const seen = await get('practitioner', `/api/people/${WORLD.asha}`);
    expect(seen.json()).toMatchObject({ name: 'Asha Example', own: false, mandate: null });
    expect(await looks('person.viewed', WORLD.asha)).toBe(before + 1);
    expect((await get('asha', `/api/people/${WORLD.asha}`)).json()).toMatchObject({ own: true });
    expect(await looks('person.viewed', WORLD.asha)).toBe(before + 1);
  });

  test('is gone for a representative from the day after the mandate ends', async () => {
    const answer = await get('representative', `/api/people/${WORLD.asha}`);
    expect(answer.json()).toMatchObject({ mandate: { untilDate: '2027-03-31', mayManageMoney: true } });
    const now = world.clock.now();
    world.clock.set(Temporal.Instant.from('2027-03-31T22:59:00Z'));
    expect(await names('representative')).toEqual(['Asha']);
    world.clock.set(Temporal.Instant.from('2027-03-31T23:00:00Z'));
    expect(await names('representative')).toEqual([]);
    expect((await get('representative', `/api/people/${WORLD.asha}`)).statusCode).toBe(404);
    expect((await get('representative', `/api/people/${WORLD.asha}/money`)).statusCode).toBe(404);
    expect((await get('representative', `/api/budget-lines/${WORLD.ashaCare}/statement`)).statusCode).toBe(404);
    world.clock.set(now);
  });
});

describe('taking people in', () => {
  const person = (reference: string, more: Partial<NewPerson> = {}): NewPerson => ({
    reference,
    fullName: `New ${reference}`,
    dateOfBirth: null,
    careGroups: ['carers'],
    email: null,
    familyRef: null,
    sourceHash: 'one',
    ...more,
  });
  const take = (...people: NewPerson[]) =>
    inTransaction(world.database.db, WORLD.council, (tx) =>
      createPeople(tx, world.clock, systemActor(WORLD.council, 'import'), people),
    );

  test('creates once, changes what changed, and leaves the rest alone', async () => {
    const [first, second] = await take(person('Q-1'), person('Q-2'));
    expect([first?.outcome, second?.outcome]).toEqual(['created', 'created']);
    const again = await take(person('Q-2'), person('Q-1', { fullName: 'Newer', sourceHash: 'two' }), person('Q-3'));
    expect(again).toEqual([
      { reference: 'Q-2', personId: second?.personId, outcome: 'unchanged' },
      { reference: 'Q-1', personId: first?.personId, outcome: 'changed' },
      { reference: 'Q-3', personId: expect.any(String), outcome: 'created' },
    ]);
  });

  test('refuses two rows for one person in one call', async () => {
    await expect(take(person('Q-9'), person('Q-9'))).rejects.toThrow(RangeError);
  });
});

test('a caseload that an officer gives or ends on the page counts at the practitioner’s next request', async () => {
  const ask = async (who: keyof typeof ACCOUNTS, method: 'GET' | 'POST', url: string, payload?: object) =>
    world.app.inject({
      ...{ method, url, headers: await world.signIn(ACCOUNTS[who], WORLD.council) },
      ...(payload ? { payload } : {}),
    });
  const seen = async () => (await ask('practitioner', 'GET', `/api/people/${WORLD.mother}`)).statusCode;
  const give = (change: object = {}) =>
    ask('manager', 'POST', '/api/caseloads', {
      ...{ accountId: ACCOUNTS.practitioner, personReference: 'P-2', untilDate: null },
      ...{ fromDate: world.clock.today().toString(), ...change },
    });
  expect(await seen()).toBe(404);
  const made = await give();
  expect(made.statusCode, made.body).toBe(201);
  expect(await seen()).toBe(200);
  expect((await give({ fromDate: '2027-01-01' })).json()).toMatchObject({ code: 'caseload.overlaps' });
  expect((await give({ fromDate: '2020-01-01', untilDate: '2020-12-31' })).json()).toMatchObject({
    ...{ code: 'schedule.in_the_past', errors: [{ pointer: '/untilDate' }] },
  });
  expect((await give({ accountId: ACCOUNTS.manager })).json()).toMatchObject({ errors: [{ pointer: '/accountId' }] });
  expect((await give({ personReference: 'P-99' })).json()).toMatchObject({ errors: [{ pointer: '/personReference' }] });
  const list = (await ask('administrator', 'GET', `/api/caseloads?account=${ACCOUNTS.practitioner}`)).json();
  expect(list.practitioners).toMatchObject([{ name: 'practitioner', people: 2 }]);
  expect(list.items.map((one: { personName: string }) => one.personName)).toContain('Maryam Hassan');

  const end = (lastDay: string | null) => ask('manager', 'POST', `/api/caseloads/${made.json().id}/end`, { lastDay });
  expect((await end('2020-01-01')).json()).toMatchObject({ code: 'schedule.ends_before_start' });
  expect((await end(world.clock.today().toString())).statusCode).toBe(204);
  expect(await seen()).toBe(200);
  world.clock.advance({ hours: 24 });
  expect(await seen()).toBe(404);
  const again = await give();
  expect(await seen()).toBe(200);
  await ask('manager', 'POST', `/api/caseloads/${again.json().id}/end`, { lastDay: null });
  expect(await seen()).toBe(404);
  world.clock.advance({ hours: 48 });
  expect((await end(null)).json(), 'what is over stays as it was').toMatchObject({ code: 'state.not_allowed' });
});
