// An organisation's workers from route to row: kept by it alone, told apart by reference, in one place at a time.

import { sql } from 'kysely';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newKey, placeOrder } from '../../testing/place-order.ts';
import { startTestApp, type TestApp } from '../../testing/test-app.ts';
import { ACCOUNTS, type AccountName, buildWorld, WORLD } from '../../testing/world.ts';

let world: TestApp;
beforeAll(async () => {
  world = await startTestApp();
  await buildWorld(world);
});
afterAll(() => world.close());

async function send(
  who: AccountName,
  method: 'GET' | 'POST' | 'PUT',
  url: string,
  payload?: object,
  council: string = WORLD.council,
) {
  return world.app.inject({
    method,
    url,
    headers: { ...(await world.signIn(ACCOUNTS[who], council)), 'idempotency-key': newKey() },
    ...(payload ? { payload } : {}),
  });
}

async function add(name: string, reference: string | null, who: AccountName = 'provider'): Promise<string> {
  const answer = await send(who, 'POST', '/api/workers', { name, reference });
  expect(answer.statusCode, answer.body).toBe(201);
  return answer.json<{ id: string }>().id;
}

/** Care on a day of November at 9:30, accepted. */
async function careOn(day: number): Promise<string> {
  world.clock.set(Temporal.Instant.from('2026-11-02T09:00:00Z'));
  const order = await placeOrder(world, {
    account: ACCOUNTS.asha,
    person: WORLD.asha,
    offer: WORLD.careOffer,
    lines: [WORLD.ashaCare],
    oneOff: { date: `2026-11-${String(day).padStart(2, '0')}`, startTime: '09:30', minutes: 60 },
    accept: ACCOUNTS.provider,
  });
  world.clock.set(Temporal.Instant.from('2026-11-20T12:00:00Z'));
  const visit = await world.database.ownerDb
    .selectFrom('visits')
    .select('id')
    .where('order_id', '=', order.id)
    .executeTakeFirstOrThrow();
  return visit.id;
}

const record = async (id: string, day: number, who: object, start = '09:30', end = '10:30') => {
  const date = `2026-11-${String(day).padStart(2, '0')}`;
  return send('provider', 'POST', `/api/visits/${id}/record`, {
    ...who,
    start: `${date}T${start}`,
    end: `${date}T${end}`,
  });
};

describe('an organisation', () => {
  test('adds, renames, ends and brings back a worker, and reads what happened to the record', async () => {
    const at = (hour: number) => world.clock.set(Temporal.Instant.from(`2026-11-02T${hour}:00:00Z`));
    at(10);
    const id = await add('Mary O’Brien', null);
    at(11);
    expect(
      (await send('provider', 'PUT', `/api/workers/${id}`, { name: 'Mary Smith', reference: ' M1 ' })).statusCode,
    ).toBe(200);
    at(12);
    expect((await send('provider', 'POST', `/api/workers/${id}/end`, { lastDate: '2026-11-01' })).statusCode).toBe(200);
    at(13);
    const late = await send('provider', 'PUT', `/api/workers/${id}`, { name: 'Mary', reference: null });
    expect([late.statusCode, late.json()]).toMatchObject([409, { code: 'worker.ended' }]);
    expect((await send('provider', 'POST', `/api/workers/${id}/come-back`)).statusCode).toBe(200);
    const { worker, history } = (await send('provider', 'GET', `/api/workers/${id}`)).json();
    expect(worker).toMatchObject({ name: 'Mary Smith', reference: 'M1', state: 'active', lastDate: null });
    expect(history.map((row: { event: string; name: string }) => [row.event, row.name])).toEqual([
      ['worker.came-back', 'Mary Smith'],
      ['worker.ended', 'Mary Smith'],
      ['worker.changed', 'Mary Smith'],
      ['worker.added', 'Mary O’Brien'],
    ]);
  });

  test('has two workers of one name as soon as a reference tells them apart, and none twice', async () => {
    const first = await add('Sarah Jones', null);
    const same = await send('provider', 'POST', '/api/workers', { name: 'SARAH  Jones', reference: null });
    expect([same.statusCode, same.json()]).toMatchObject([
      409,
      { code: 'worker.name_taken', errors: [{ pointer: '/reference' }] },
    ]);
    const second = await add('Sarah Jones', 'SJ2');
    expect(second).not.toBe(first);
    const taken = await send('provider', 'POST', '/api/workers', { name: 'Steve', reference: 'sj2' });
    expect([taken.statusCode, taken.json()]).toMatchObject([409, { code: 'worker.reference_taken' }]);
    const { items } = (await send('provider', 'GET', '/api/workers?state=active')).json();
    const sarahs = items.filter(({ name }: { name: string }) => name === 'Sarah Jones');
    expect(sarahs.toSorted((a: { id: string }) => (a.id === first ? -1 : 1))).toMatchObject([
      { id: first, reference: null, sameName: true },
      { id: second, reference: 'SJ2', sameName: true },
    ]);
  });

  test('sees no worker of another organisation, nor of itself in another council', async () => {
    const id = await add('Club steward', null, 'clubProvider');
    expect((await send('provider', 'GET', '/api/workers?limit=100')).body).not.toContain('Club steward');
    expect((await send('provider', 'GET', `/api/workers/${id}`)).statusCode).toBe(404);
    await world.database.ownerDb
      .insertInto('memberships')
      .values({
        council_id: WORLD.elsewhere,
        id: 'mem_elsewhereclub00000000000',
        account_id: ACCOUNTS.elsewhere,
        role: 'provider',
        organisation_id: WORLD.club,
      })
      .execute();
    expect((await send('elsewhere', 'GET', '/api/workers', undefined, WORLD.elsewhere)).json().items).toEqual([]);
    expect((await send('elsewhere', 'GET', `/api/workers/${id}`, undefined, WORLD.elsewhere)).statusCode).toBe(404);
  });

  test('ends no worker before a visit that they made, nor on a day to come', async () => {
    const visit = await careOn(4);
    expect((await record(visit, 4, { worker: 'Leaver' })).statusCode).toBe(200);
    const id = (await send('provider', 'GET', `/api/visits/${visit}`)).json().visit.workerId;
    const end = (lastDate: string) => send('provider', 'POST', `/api/workers/${id}/end`, { lastDate });
    expect((await end('2026-11-03')).json()).toMatchObject({
      code: 'worker.later_visits',
      details: { lastVisitDate: '2026-11-04' },
    });
    expect((await end('2026-11-21')).json()).toMatchObject({ code: 'date.in_the_future' });
    expect((await end('2026-11-04')).statusCode).toBe(200);
    const later = await careOn(5);
    expect((await record(later, 5, { workerId: id })).json()).toMatchObject({
      code: 'worker.ended',
      errors: [{ pointer: '/worker' }],
      details: { lastDate: '2026-11-04' },
    });
    expect((await record(visit, 4, { workerId: id }, '09:30', '10:20')).statusCode).toBe(200);
  });
});

/** Runs a request while another transaction holds what it did, and lets that commit once the request waits for it. */
async function meanwhile<Answer>(change: string, request: () => Promise<Answer>): Promise<Answer> {
  const { ownerDb } = world.database;
  let answer: Promise<Answer> | undefined;
  await ownerDb.transaction().execute(async (tx) => {
    await sql.raw(change).execute(tx);
    answer = request();
    for (let isWaiting = false; !isWaiting; ) {
      const { rows } = await sql<{ waits: boolean }>`
        select exists (select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock') as waits`.execute(
        ownerDb,
      );
      isWaiting = rows[0]?.waits ?? false;
    }
  });
  if (answer === undefined) throw new Error('nothing was asked');
  return answer;
}

describe('the last day of a worker', () => {
  test('counts for a visit that keeps its worker, and for one that is recorded at the very moment', async () => {
    const visit = await careOn(16);
    expect((await record(visit, 16, { worker: 'Gone Since' }, '22:30', '23:30')).statusCode).toBe(200);
    const id = (await send('provider', 'GET', `/api/visits/${visit}`)).json().visit.workerId;
    const ended = `update workers set state = 'ended', last_date = '2026-11-15' where id = '${id}'`;
    const racing = await meanwhile(ended, () => record(visit, 16, { workerId: id }, '22:35', '23:30'));
    expect([racing.statusCode, racing.json().code]).toEqual([409, 'worker.ended']);
    const kept = await record(visit, 16, {}, '22:35', '23:30');
    expect([kept.statusCode, kept.json().code]).toEqual([409, 'worker.ended']);
  });

  test('is not before a visit that somebody records at the very moment', async () => {
    const id = await add('Racing End', null);
    const visit = await careOn(17);
    const recording = `
      select from workers where id = '${id}' for share;
      update visits set worker_id = '${id}', actual_start = '2026-11-17T09:30:00Z' where id = '${visit}'`;
    const ending = await meanwhile(recording, () =>
      send('provider', 'POST', `/api/workers/${id}/end`, { lastDate: '2026-11-16' }),
    );
    expect(ending.json()).toMatchObject({ code: 'worker.later_visits' });
  });
});

describe('a visit', () => {
  test('is by the worker chosen: two of one name may be out at once, and one may not', async () => {
    const [anne, other] = [await add('Anne Lee', 'A1'), await add('Anne Lee', 'A2')];
    const [one, two, three] = [await careOn(9), await careOn(9), await careOn(9)];
    const unclear = await record(one, 9, { worker: 'anne lee' });
    expect([unclear.statusCode, unclear.json()]).toMatchObject([
      409,
      { code: 'worker.name_ambiguous', errors: [{ pointer: '/worker' }], details: { references: ['A1', 'A2'] } },
    ]);
    expect((await record(one, 9, { workerId: anne })).json()).toMatchObject({ workerId: anne, worker: 'Anne Lee' });
    expect((await record(two, 9, { workerId: other })).statusCode).toBe(200);
    expect((await record(three, 9, { workerId: anne })).json()).toMatchObject({
      code: 'visit.overlap',
      details: { visitId: one },
    });
    const foreign = await add('Not of theirs', null, 'clubProvider');
    expect((await record(three, 9, { workerId: foreign })).statusCode).toBe(404);
  });

  test('is by one Mary, whichever apostrophe, case or spaces her name is typed with', async () => {
    const [one, two] = [await careOn(10), await careOn(11)];
    expect((await record(one, 10, { worker: "Mary O'Neill" })).statusCode).toBe(200);
    expect((await record(two, 11, { worker: ' mary  O’NEILL' })).json()).toMatchObject({ worker: "Mary O'Neill" });
    // and she cannot be in two places at once under two spellings
    expect((await record(await careOn(10), 10, { worker: 'MARY o’neill' })).json()).toMatchObject({
      code: 'visit.overlap',
    });
    const rows = await world.database.ownerDb
      .selectFrom('workers')
      .select('id')
      .where('name', 'ilike', 'mary o_neill')
      .execute();
    expect(rows).toHaveLength(1);
  });

  test('shows the name that its worker goes by now, and no other organisation’s worker can be put on it', async () => {
    const visit = await careOn(12);
    const id = await add('Before Wedding', 'B1');
    await record(visit, 12, { workerId: id });
    await send('provider', 'PUT', `/api/workers/${id}`, { name: 'After Wedding', reference: 'B1' });
    expect((await send('asha', 'GET', `/api/visits/${visit}`)).json().visit.worker).toBe('After Wedding');
    const foreign = await add('Of the club', null, 'clubProvider');
    const put = world.database.ownerDb
      .updateTable('visits')
      .set({ worker_id: foreign })
      .where('id', '=', visit)
      .execute();
    await expect(put).rejects.toThrow(/foreign key/);
  });
});
