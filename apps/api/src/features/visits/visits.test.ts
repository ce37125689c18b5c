// Visits from route to row: who sees them, what a provider records, what a person says, and that money moves once.

import { inTransaction } from '@support-market/db/transaction';
import { pence } from '@support-market/domain/shared/money';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { wrongInTheBooks } from '../../testing/books.ts';
import { lineBalances } from '../../testing/line-balances.repo.ts';
import { newKey, placeOrder } from '../../testing/place-order.ts';
import { putOnSale } from '../../testing/put-on-sale.ts';
import { startTestApp, type TestApp } from '../../testing/test-app.ts';
import { ACCOUNTS, type AccountName, buildWorld, WORLD } from '../../testing/world.ts';
import { autoConfirmVisits, settleVisit } from '../../workflows/confirm-visits.ts';
import type { VisitOut } from './visits.schemas.ts';

let world: TestApp;
const NOW = Temporal.Instant.from('2026-11-02T09:00:00Z');
const AFTER = Temporal.Instant.from('2026-11-20T12:00:00Z');

beforeAll(async () => {
  world = await startTestApp();
  await buildWorld(world);
});
afterAll(() => world.close());
beforeEach(() => world.clock.set(NOW));

type Wire = { [Key in keyof VisitOut]: VisitOut[Key] extends bigint ? number : VisitOut[Key] };

async function send(who: AccountName, method: 'GET' | 'POST', url: string, payload?: object, key = newKey()) {
  return world.app.inject({
    method,
    url,
    headers: {
      ...(await world.signIn(ACCOUNTS[who], who === 'elsewhere' ? WORLD.elsewhere : WORLD.council)),
      'idempotency-key': key,
    },
    ...(payload ? { payload } : {}),
  });
}

/** Care of 90 minutes on days of November 2026 at 9:30, accepted; answers the visits' ids in time order. */
async function careOn(...days: readonly number[]): Promise<string[]> {
  const ids: string[] = [];
  for (const day of days) {
    const order = await placeOrder(world, {
      account: ACCOUNTS.asha,
      person: WORLD.asha,
      offer: WORLD.careOffer,
      lines: [WORLD.ashaCare],
      oneOff: { date: `2026-11-${String(day).padStart(2, '0')}`, startTime: '09:30', minutes: 90 },
      accept: ACCOUNTS.provider,
    });
    ids.push(...(await visitsOf(order.id)));
  }
  return ids;
}

async function visitsOf(orderId: string): Promise<string[]> {
  const rows = await world.database.ownerDb
    .selectFrom('visits')
    .select('id')
    .where('order_id', '=', orderId)
    .orderBy('planned_start')
    .orderBy('id')
    .execute();
  return rows.map(({ id }) => id);
}

const row = (id: string) =>
  world.database.ownerDb.selectFrom('visits').selectAll().where('id', '=', id).executeTakeFirstOrThrow();

const exceptionsOf = (id: string) =>
  world.database.ownerDb.selectFrom('exceptions').selectAll().where('visit_id', '=', id).orderBy('kind').execute();

async function balance(line: string = WORLD.ashaCare) {
  const balances = await inTransaction(world.database.db, WORLD.council, (tx) =>
    lineBalances(tx, WORLD.council, [line]),
  );
  return balances.get(line);
}

let worker = 0;
/** Records a visit on its day from 9:30 for some minutes, by a worker of its own; the clock stands after it. */
async function record(id: string, minutes: number): Promise<Wire> {
  world.clock.set(AFTER);
  worker += 1;
  const { service_date } = await row(id);
  const end = service_date.toPlainDateTime('09:30').add({ minutes }).toString({ smallestUnit: 'minute' });
  const answer = await send('provider', 'POST', `/api/visits/${id}/record`, {
    worker: `Worker ${worker}`,
    start: `${service_date}T09:30`,
    end,
  });
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json<Wire>();
}

describe('seeing visits', () => {
  test('a week is listed for person, provider and practitioner, soonest first, in pages that skip nothing', async () => {
    const ids = await careOn(6, 4, 5);
    for (const who of ['asha', 'representative', 'provider', 'practitioner', 'finance'] as const) {
      const seen: string[] = [];
      let cursor = '';
      do {
        const answer = await send(who, 'GET', `/api/visits?from=2026-11-02&to=2026-11-08&limit=2${cursor}`);
        expect(answer.statusCode, answer.body).toBe(200);
        const page = answer.json<{ items: Wire[]; nextCursor: string | null }>();
        seen.push(...page.items.map(({ id }) => id));
        cursor = page.nextCursor ? `&cursor=${page.nextCursor}` : '';
      } while (cursor !== '');
      expect(seen, who).toEqual([ids[1], ids[2], ids[0]]);
    }
    for (const who of ['stranger', 'clubProvider', 'elsewhere'] as const) {
      const answer = await send(who, 'GET', '/api/visits?from=2026-11-02&to=2026-11-08');
      expect(answer.json(), who).toEqual({ items: [], nextCursor: null });
    }
  });

  test('one visit shows which lines pay to the person, and never to the provider', async () => {
    const [id = ''] = await careOn(9);
    const mine = await send('asha', 'GET', `/api/visits/${id}`);
    expect(mine.json()).toMatchObject({
      visit: { id, state: 'planned', plannedPence: 2880, plannedMinutes: 90, personName: 'Asha Example' },
      shares: [{ lineId: WORLD.ashaCare, lineName: 'Social care', plannedPence: 2880, chargePence: null }],
    });
    const theirs = await send('provider', 'GET', `/api/visits/${id}`);
    expect(theirs.json()).toMatchObject({ visit: { id }, shares: [] });
  });

  test('a look by someone else leaves a trace for the person; the person and the provider leave none', async () => {
    const [id = ''] = await careOn(10);
    const trace = () =>
      world.database.ownerDb
        .selectFrom('audit_entries')
        .select(['account_id', 'person_id'])
        .where('event', '=', 'visit.viewed')
        .where('record_id', '=', id)
        .execute();
    await send('asha', 'GET', `/api/visits/${id}`);
    await send('provider', 'GET', `/api/visits/${id}`);
    expect(await trace()).toEqual([]);
    await send('practitioner', 'GET', `/api/visits/${id}`);
    expect(await trace()).toEqual([{ account_id: ACCOUNTS.practitioner, person_id: WORLD.asha }]);
  });

  test('a stranger, another provider and another council get the same 404 as for what is not there', async () => {
    const [id = ''] = await careOn(11);
    const nothing = await send('asha', 'GET', '/api/visits/vis_0000000000000000000000000');
    expect(nothing.statusCode).toBe(404);
    for (const who of ['stranger', 'clubProvider', 'elsewhere'] as const) {
      const answer = await send(who, 'GET', `/api/visits/${id}`);
      expect([answer.statusCode, answer.body], who).toEqual([404, nothing.body]);
    }
    const record = { worker: 'A', start: '2026-11-11T09:30', end: '2026-11-11T11:00' };
    expect((await send('clubProvider', 'POST', `/api/visits/${id}/record`, record)).statusCode).toBe(404);
    expect((await send('clubProvider', 'POST', `/api/visits/${id}/start`, {})).statusCode).toBe(404);
    expect((await send('clubProvider', 'POST', `/api/visits/${id}/finish`)).statusCode).toBe(404);
    expect((await send('clubProvider', 'POST', `/api/visits/${id}/miss`, { reason: 'x' })).statusCode).toBe(404);
    expect((await send('stranger', 'POST', `/api/visits/${id}/confirm`)).statusCode).toBe(404);
    expect((await send('stranger', 'POST', `/api/visits/${id}/query`, { note: 'x' })).statusCode).toBe(404);
    expect((await send('broker', 'POST', '/api/visits/confirm', { ids: [id] })).statusCode).toBe(404);
  });

  test('refuses requests without a sign-in, without permission, or with an unknown field', async () => {
    const [id = ''] = await careOn(12);
    expect((await world.app.inject(`/api/visits/${id}`)).statusCode).toBe(401);
    expect((await world.app.inject({ method: 'POST', url: `/api/visits/${id}/confirm` })).statusCode).toBe(401);
    expect((await send('asha', 'POST', `/api/visits/${id}/start`, {})).statusCode).toBe(403);
    expect((await send('provider', 'POST', `/api/visits/${id}/confirm`)).statusCode).toBe(403);
    expect((await send('editor', 'GET', '/api/visits')).statusCode).toBe(403);
    const answer = await send('provider', 'POST', `/api/visits/${id}/record`, { worker: 'A', colour: 'red' });
    expect([answer.statusCode, answer.json<{ errors: object[] }>().errors[0]]).toMatchObject([
      400,
      { pointer: '/colour' },
    ]);
    expect((await send('asha', 'GET', '/api/visits?from=2026-02-30')).statusCode).toBe(422);
  });
});

describe('recording', () => {
  test('start and finish record the minutes that passed, by the name of the signed-in person', async () => {
    const [id = ''] = await careOn(3);
    expect((await send('provider', 'POST', `/api/visits/${id}/start`, {})).json()).toMatchObject({
      code: 'visit.in_the_future',
    });
    world.clock.set(Temporal.Instant.from('2026-11-03T09:31:40Z'));
    expect((await send('provider', 'POST', `/api/visits/${id}/finish`)).json()).toMatchObject({
      code: 'visit.not_started',
    });
    const started = await send('provider', 'POST', `/api/visits/${id}/start`, {});
    expect(started.json()).toMatchObject({ state: 'planned', worker: 'provider', actualStart: '2026-11-03T09:31:00Z' });
    expect((await send('provider', 'POST', `/api/visits/${id}/start`, {})).json()).toMatchObject({
      code: 'visit.already_started',
    });
    world.clock.set(Temporal.Instant.from('2026-11-03T11:01:05Z'));
    const finished = await send('provider', 'POST', `/api/visits/${id}/finish`);
    expect(finished.json()).toMatchObject({
      state: 'recorded',
      actualMinutes: 90,
      chargePence: 2880,
      withinTolerance: true,
    });
    expect((await balance())?.spentPence).toBe(0n);
  });

  test('what was not accepted cannot be recorded', async () => {
    const order = await placeOrder(world, {
      account: ACCOUNTS.asha,
      person: WORLD.asha,
      offer: WORLD.careOffer,
      lines: [WORLD.ashaCare],
      oneOff: { date: '2026-11-13', startTime: '09:30', minutes: 90 },
    });
    const [id = ''] = await visitsOf(order.id);
    world.clock.set(AFTER);
    const body = { worker: 'A', start: '2026-11-13T09:30', end: '2026-11-13T11:00' };
    const answer = await send('provider', 'POST', `/api/visits/${id}/record`, body);
    expect([answer.statusCode, answer.json()]).toMatchObject([409, { code: 'order.not_accepted' }]);
  });

  test('times that cannot be are refused with the field or the reason', async () => {
    const [id = ''] = await careOn(13);
    world.clock.set(AFTER);
    const code = async (start: string | undefined, end: string | undefined) =>
      (
        await send('provider', 'POST', `/api/visits/${id}/record`, {
          worker: 'B',
          ...(start ? { start } : {}),
          ...(end ? { end } : {}),
        })
      ).json();
    expect(await code('2026-11-13T11:00', '2026-11-13T09:30')).toMatchObject({ code: 'visit.ends_before_start' });
    expect(await code('2026-11-13T09:30', '2026-11-14T12:30')).toMatchObject({ code: 'visit.longer_than_24_hours' });
    expect(await code('2026-11-20T11:30', '2026-11-20T13:00')).toMatchObject({ code: 'visit.in_the_future' });
    expect(await code('2026-10-13T09:30', '2026-10-13T11:00')).toMatchObject({ code: 'visit.other_day' });
    expect(await code('2026-11-31T09:30', '2026-11-13T11:00')).toMatchObject({
      code: 'date.does_not_exist',
      errors: [{ pointer: '/start' }],
    });
    expect(await code('2026-11-13T09:30', undefined)).toMatchObject({
      errors: [{ pointer: '/end', code: 'actuals.end_missing' }],
    });
    expect(await code(undefined, undefined)).toMatchObject({ code: 'actuals.start_missing' });
    expect((await row(id)).state).toBe('planned');
  });

  test('one worker cannot be in two places at once, and touching visits are not two places', async () => {
    const [first = '', second = ''] = await careOn(16, 16);
    world.clock.set(AFTER);
    const at = (id: string, start: string, end: string, name = 'Carol') =>
      send('provider', 'POST', `/api/visits/${id}/record`, {
        worker: name,
        start: `2026-11-16T${start}`,
        end: `2026-11-16T${end}`,
      });
    expect((await at(first, '09:30', '11:00')).statusCode).toBe(200);
    const twice = await at(second, '10:59', '12:00', ' carol ');
    expect([twice.statusCode, twice.json()]).toMatchObject([
      409,
      { code: 'visit.overlap', details: { visitId: first } },
    ]);
    expect((await at(second, '11:00', '12:30')).statusCode).toBe(200);
  });

  test('recording again corrects, until it is confirmed; the person is told', async () => {
    const [id = ''] = await careOn(17);
    await record(id, 90);
    await send('asha', 'POST', `/api/visits/${id}/query`, { note: 'They left after an hour' });
    expect(await exceptionsOf(id)).toMatchObject([{ kind: 'queried', state: 'open', note: 'They left after an hour' }]);
    expect(await record(id, 60)).toMatchObject({ state: 'recorded', chargePence: 1920, queryNote: '' });
    expect(await exceptionsOf(id)).toMatchObject([{ kind: 'queried', state: 'settled', settled_pence: null }]);
    const told = await world.database.ownerDb
      .selectFrom('messages')
      .select(['kind', 'person_id', 'organisation_id'])
      .where('kind', 'in', ['visit.corrected', 'visit.queried'])
      .execute();
    expect(told).toContainEqual({ kind: 'visit.corrected', person_id: WORLD.asha, organisation_id: null });
    expect(told).toContainEqual({ kind: 'visit.queried', person_id: null, organisation_id: WORLD.agency });
    expect((await send('asha', 'POST', `/api/visits/${id}/confirm`)).statusCode).toBe(200);
    const late = await send('provider', 'POST', `/api/visits/${id}/record`, {
      worker: 'Z',
      start: '2026-11-17T09:30',
      end: '2026-11-17T11:00',
    });
    expect([late.statusCode, late.json()]).toMatchObject([409, { code: 'visit.not_planned' }]);
  });

  test('a missed visit gives its money back at once, tells the person, and repeats with the same answer', async () => {
    const before = await balance();
    const [id = ''] = await careOn(18);
    expect((await balance())?.leftPence).toBe((before?.leftPence ?? 0n) - 2880n);
    const key = newKey();
    const first = await send('provider', 'POST', `/api/visits/${id}/miss`, { reason: 'The worker was ill' }, key);
    expect([first.statusCode, first.json()]).toMatchObject([200, { state: 'missed', chargePence: null }]);
    expect(await balance()).toEqual(before);
    const again = await send('provider', 'POST', `/api/visits/${id}/miss`, { reason: 'The worker was ill' }, key);
    expect(again.json()).toEqual(first.json());
    const other = await send('provider', 'POST', `/api/visits/${id}/miss`, { reason: 'Another' });
    expect(other.json()).toMatchObject({ code: 'visit.not_planned' });
    const told = await world.database.ownerDb
      .selectFrom('messages')
      .selectAll()
      .where('kind', '=', 'visit.missed')
      .execute();
    expect(told).toMatchObject([
      { person_id: WORLD.asha, details: { visitId: id, plannedPence: 2880, reason: 'The worker was ill' } },
    ]);
    const trace = await world.database.ownerDb
      .selectFrom('audit_entries')
      .select(['event', 'reason'])
      .where('record_id', '=', id)
      .where('event', '=', 'visit.missed')
      .execute();
    expect(trace).toEqual([{ event: 'visit.missed', reason: 'The worker was ill' }]);
  });

  test('a visit missed by mistake is put back with its money by finance, told of, and can be missed again', async () => {
    const [id = ''] = await careOn(19);
    const planned = await balance();
    const missed = () => send('provider', 'POST', `/api/visits/${id}/miss`, { reason: 'Wrong visit' });
    const back = (who: AccountName = 'finance', reason = 'It was another visit') =>
      send(who, 'POST', `/api/visits/${id}/put-back`, { reason });
    expect((await back()).json()).toMatchObject({ code: 'visit.not_missed' });
    for (const times of [1, 2]) {
      expect((await missed()).statusCode).toBe(200);
      expect((await back('provider')).statusCode).toBe(403);
      expect((await back('finance', ' ')).statusCode).toBe(400);
      expect((await back()).json(), `time ${times}`).toEqual({ id });
      expect(await balance()).toEqual(planned);
    }
    const { ownerDb } = world.database;
    const traces = await ownerDb
      .selectFrom('audit_entries')
      .select(['person_id', 'reason', 'role'])
      .where('record_id', '=', id)
      .where('event', '=', 'visit.put-back')
      .execute();
    expect(traces[0]).toEqual({ person_id: WORLD.asha, reason: 'It was another visit', role: 'finance' });
    const told = await ownerDb
      .selectFrom('messages')
      .select(['person_id', 'organisation_id'])
      .where('kind', '=', 'visit.put-back')
      .execute();
    expect(told).toContainEqual({ person_id: WORLD.asha, organisation_id: null });
    expect(told).toContainEqual({ person_id: null, organisation_id: WORLD.agency });
    world.clock.set(AFTER);
    const recorded = await send('provider', 'POST', `/api/visits/${id}/record`, {
      worker: 'Wendy',
      start: '2026-11-19T09:30',
      end: '2026-11-19T11:00',
    });
    expect([recorded.statusCode, recorded.json()]).toMatchObject([200, { state: 'recorded', chargePence: 2_880 }]);
    expect((await send('asha', 'POST', `/api/visits/${id}/confirm`)).statusCode).toBe(200);
    expect(await wrongInTheBooks(world)).toEqual([]);
  });

  test('a session is recorded as delivered, without times', async () => {
    const order = await placeOrder(world, {
      account: ACCOUNTS.asha,
      person: WORLD.asha,
      offer: WORLD.clubOffer,
      lines: [WORLD.ashaOwn],
      oneOff: { date: '2026-11-06' },
      accept: ACCOUNTS.clubProvider,
    });
    const [id = ''] = await visitsOf(order.id);
    expect((await send('clubProvider', 'POST', `/api/visits/${id}/record`, {})).json()).toMatchObject({
      code: 'visit.in_the_future',
    });
    world.clock.set(AFTER);
    const answer = await send('clubProvider', 'POST', `/api/visits/${id}/record`, {});
    expect(answer.json()).toMatchObject({ state: 'recorded', chargePence: 1250, actualMinutes: null, timed: false });
  });
});

describe('confirming', () => {
  test('one tap posts what was recorded and gives the rest back, once, however often it is tapped', async () => {
    const before = await balance();
    const [id = ''] = await careOn(19);
    await record(id, 60);
    const key = newKey();
    const answers = await Promise.all([
      ...[1, 2, 3].map(() => send('asha', 'POST', `/api/visits/${id}/confirm`, undefined, key)),
      ...[1, 2, 3].map(() => send('representative', 'POST', `/api/visits/${id}/confirm`)),
    ]);
    const statuses = answers.map(({ statusCode }) => statusCode).sort();
    // either the person's one key won (three times the same answer) or one of the representative's taps did
    expect(
      statuses.filter((status) => status === 200).length === 3 ||
        statuses.filter((status) => status === 200).length === 1,
    ).toBe(true);
    expect(
      answers
        .filter(({ statusCode }) => statusCode !== 200)
        .every((one) => one.json<{ code: string }>().code === 'visit.not_recorded'),
    ).toBe(true);
    const after = await balance();
    expect((after?.spentPence ?? 0n) - (before?.spentPence ?? 0n)).toBe(1920n);
    expect((before?.leftPence ?? 0n) - (after?.leftPence ?? 0n)).toBe(1920n);
    const moves = await world.database.ownerDb
      .selectFrom('ledger_transfers')
      .select(['id', 'kind', 'code', 'amount_pence'])
      .where('visit_id', '=', id)
      .where('code', '<>', 'reserve')
      .execute();
    expect(moves).toEqual([{ id: `tr_deliver:${id}:0`, kind: 'post', code: 'deliver', amount_pence: 1920n }]);
    expect(await row(id)).toMatchObject({ state: 'confirmed' });
    const history = await world.database.ownerDb
      .selectFrom('state_changes')
      .select('event')
      .where('record_id', '=', id)
      .orderBy('id')
      .execute();
    expect(history.map(({ event }) => event).filter((event) => event === 'visit.confirmed')).toHaveLength(1);
  });

  test('the idempotency key is asked for', async () => {
    const [id = ''] = await careOn(5);
    const headers = await world.signIn(ACCOUNTS.asha, WORLD.council);
    expect((await world.app.inject({ method: 'POST', url: `/api/visits/${id}/confirm`, headers })).statusCode).toBe(
      400,
    );
  });

  test('several are confirmed together, or none', async () => {
    const ids = await careOn(3, 4);
    const [planned = ''] = await careOn(5);
    for (const id of ids) await record(id, 90);
    const refused = await send('asha', 'POST', '/api/visits/confirm', { ids: [...ids, planned] });
    expect([refused.statusCode, refused.json()]).toMatchObject([
      409,
      { code: 'visit.not_recorded', details: { visitIds: [planned] } },
    ]);
    expect((await row(ids[0] ?? '')).state).toBe('recorded');
    const done = await send('asha', 'POST', '/api/visits/confirm', { ids });
    expect([done.statusCode, done.json()]).toEqual([200, { confirmed: 2, waitingForFinance: [] }]);
  });

  test('a query that turned out to be nothing is confirmed like any other, and its exception closes', async () => {
    const [id = ''] = await careOn(6);
    await record(id, 90);
    await send('asha', 'POST', `/api/visits/${id}/query`, { note: 'Was it Tuesday?' });
    expect((await send('asha', 'POST', `/api/visits/${id}/query`, { note: 'Again' })).json()).toMatchObject({
      code: 'visit.not_recorded',
    });
    expect((await send('asha', 'POST', `/api/visits/${id}/confirm`)).statusCode).toBe(200);
    expect(await exceptionsOf(id)).toMatchObject([{ kind: 'queried', state: 'settled' }]);
  });
});

describe('tolerance', () => {
  test('94 minutes for 90 at £19.20 is £30.08, approved by itself, taken on top of the reservation', async () => {
    const before = await balance();
    const [id = ''] = await careOn(9);
    expect(await record(id, 94)).toMatchObject({ chargePence: 3008, withinTolerance: true });
    expect((await send('asha', 'POST', `/api/visits/${id}/confirm`)).json()).toEqual({
      confirmed: 1,
      waitingForFinance: [],
    });
    const moves = await world.database.ownerDb
      .selectFrom('ledger_transfers')
      .select(['id', 'amount_pence'])
      .where('visit_id', '=', id)
      .where('code', '<>', 'reserve')
      .orderBy('id')
      .execute();
    expect(moves).toEqual([
      { id: `tr_deliver:${id}:0`, amount_pence: 2880n },
      { id: `tr_overrun:${id}:0`, amount_pence: 128n },
    ]);
    expect((before?.leftPence ?? 0n) - ((await balance())?.leftPence ?? 0n)).toBe(3008n);
    expect(await exceptionsOf(id)).toEqual([]);
  });

  test('a minute on twenty at £18.73 is £6.56 for £6.24, an exception only with a floor of no minutes', async () => {
    const offer = 'off_twenty000000000000000000';
    await putOnSale(
      world,
      { id: offer, listingId: WORLD.careListing, name: 'Twenty minutes', unit: 'hour' },
      { pricePence: 1873n },
    );
    const twenty = async (day: string) => {
      const { id } = await placeOrder(world, {
        ...{ account: ACCOUNTS.asha, person: WORLD.asha, offer, lines: [WORLD.ashaCare], accept: ACCOUNTS.provider },
        oneOff: { date: `2026-11-${day}`, startTime: '09:30', minutes: 20 },
      });
      const [visit = ''] = await visitsOf(id);
      return visit;
    };
    const [first, second] = [await twenty('16'), await twenty('17')];
    expect(await row(first)).toMatchObject({ planned_pence: 624n });
    expect(await record(first, 21)).toMatchObject({ chargePence: 656, withinTolerance: true });
    expect((await send('asha', 'POST', `/api/visits/${first}/confirm`)).json()).toMatchObject({ confirmed: 1 });
    expect(await exceptionsOf(first)).toEqual([]);
    const floorOf = (value: number) =>
      send('administrator', 'POST', '/api/council-settings', {
        ...{ key: 'toleranceFloorMinutes', value, fromDate: world.clock.today().toString(), reason: '' },
      });
    expect((await floorOf(0)).statusCode).toBe(201);
    expect(await record(second, 21)).toMatchObject({ chargePence: 656, withinTolerance: false });
    expect((await floorOf(5)).statusCode).toBe(201);
  });

  test('95 minutes is £30.40 and waits; settled at £28.80, it tells both, and no one owes the difference', async () => {
    const before = await balance();
    const [id = ''] = await careOn(10);
    expect(await record(id, 95)).toMatchObject({ chargePence: 3040, withinTolerance: false });
    expect((await send('asha', 'POST', `/api/visits/${id}/confirm`)).json()).toEqual({
      confirmed: 1,
      waitingForFinance: [id],
    });
    expect(await exceptionsOf(id)).toMatchObject([
      { kind: 'over-tolerance', state: 'open', expected_pence: 2880n, found_pence: 3040n },
    ]);
    expect((await balance())?.spentPence).toBe(before?.spentPence);
    const finance = {
      accountId: ACCOUNTS.finance,
      councilId: WORLD.council,
      memberships: [{ role: 'finance', personId: null, organisationId: null }],
    } as const;
    const settle = () =>
      inTransaction(world.database.db, WORLD.council, (tx) =>
        settleVisit(tx, world.context, finance, { visitId: id, amountPence: pence(2880), note: 'Agreed by telephone' }),
      );
    expect(await settle()).toMatchObject({
      settledPence: 2880n,
      shares: [{ position: 0, lineId: WORLD.ashaCare, chargePence: 2880n }],
    });
    await expect(settle()).rejects.toThrow('visit.already_settled');
    const after = await balance();
    expect((before?.leftPence ?? 0n) - (after?.leftPence ?? 0n)).toBe(2880n);
    expect(after?.reservedPence).toBe(before?.reservedPence);
    expect(await exceptionsOf(id)).toMatchObject([
      { state: 'settled', settled_pence: 2880n, settled_by: ACCOUNTS.finance, note: 'Agreed by telephone' },
    ]);
    expect(await row(id)).toMatchObject({ state: 'confirmed', settled_pence: 2880n, charge_pence: 3040n });
    const told = await world.database.ownerDb
      .selectFrom('messages')
      .select(['person_id', 'organisation_id', 'details'])
      .where('kind', '=', 'visit.settled')
      .execute();
    expect(told).toHaveLength(2);
    expect(told).toContainEqual(expect.objectContaining({ person_id: WORLD.asha }));
    expect(told).toContainEqual(expect.objectContaining({ organisation_id: WORLD.agency }));
    expect(told[0]?.details).toMatchObject({ settledPence: 2880, chargePence: 3040, note: 'Agreed by telephone' });
  });

  test('an overrun that the line cannot pay posts nothing and waits for the finance officer', async () => {
    const order = await placeOrder(world, {
      account: ACCOUNTS.stranger,
      person: WORLD.stranger,
      offer: WORLD.careOffer,
      lines: [WORLD.strangerCare],
      // 3,124 minutes at £19.20 would be £999.68; two visits leave 32 pence of £1,000.00
      schedule: {
        firstDate: '2026-11-02',
        lastDate: '2026-11-04',
        pattern: [
          { weekday: 2, startTime: '00:00', minutes: 1440 },
          { weekday: 3, startTime: '00:00', minutes: 1440 },
          { weekday: 1, startTime: '23:00', minutes: 60 },
        ],
      },
      accept: ACCOUNTS.provider,
    });
    const extra = await placeOrder(world, {
      account: ACCOUNTS.stranger,
      person: WORLD.stranger,
      offer: WORLD.careOffer,
      lines: [WORLD.strangerCare],
      oneOff: { date: '2026-11-05', startTime: '10:00', minutes: 184 },
      accept: ACCOUNTS.provider,
    });
    expect((await balance(WORLD.strangerCare))?.leftPence).toBe(32n);
    const [short = ''] = await visitsOf(order.id);
    const [fits = ''] = await visitsOf(extra.id);
    world.clock.set(AFTER);
    const over = { worker: 'Overrun', start: '2026-11-02T23:00', end: '2026-11-03T00:03' };
    expect((await send('provider', 'POST', `/api/visits/${short}/record`, over)).json()).toMatchObject({
      chargePence: 2016,
      withinTolerance: true,
    });
    const full = { worker: 'Overrun', start: '2026-11-05T10:00', end: '2026-11-05T13:05' };
    expect((await send('provider', 'POST', `/api/visits/${fits}/record`, full)).json()).toMatchObject({
      chargePence: 5920,
    });
    const done = await send('stranger', 'POST', '/api/visits/confirm', { ids: [short, fits] });
    expect([done.statusCode, done.json()]).toEqual([200, { confirmed: 2, waitingForFinance: [short] }]);
    expect(await exceptionsOf(short)).toMatchObject([
      { kind: 'not-enough-money', state: 'open', expected_pence: 1920n, found_pence: 2016n },
    ]);
    const moved = await world.database.ownerDb
      .selectFrom('ledger_transfers')
      .select('id')
      .where('visit_id', '=', short)
      .where('code', '<>', 'reserve')
      .execute();
    expect(moved).toEqual([]);
    expect((await balance(WORLD.strangerCare))?.leftPence).toBe(0n);
  });
});

test('a family pays together: £16.67, £16.67 and £16.66 are posted in a fixed order, each to its own line', async () => {
  await putOnSale(
    world,
    { id: 'off_family000000000000000000', listingId: WORLD.clubListing, name: 'A family session', unit: 'session' },
    { pricePence: 5000n },
  );
  const order = await placeOrder(world, {
    account: ACCOUNTS.broker,
    person: WORLD.mother,
    offer: 'off_family000000000000000000',
    lines: [WORLD.motherCare, WORLD.sonOneBreaks, WORLD.sonTwoBreaks],
    oneOff: { date: '2026-11-07' },
    accept: ACCOUNTS.clubProvider,
  });
  const [id = ''] = await visitsOf(order.id);
  world.clock.set(AFTER);
  await send('clubProvider', 'POST', `/api/visits/${id}/record`, {});
  expect((await send('broker', 'POST', `/api/visits/${id}/confirm`)).statusCode).toBe(200);
  const moves = await world.database.ownerDb
    .selectFrom('ledger_transfers')
    .select(['line_id', 'amount_pence', 'credit_account_id'])
    .where('visit_id', '=', id)
    .where('code', '=', 'deliver')
    .orderBy('id')
    .execute();
  const credit_account_id = `accrued:${WORLD.club}`;
  expect(moves).toEqual([
    { line_id: WORLD.motherCare, amount_pence: 1667n, credit_account_id },
    { line_id: WORLD.sonOneBreaks, amount_pence: 1667n, credit_account_id },
    { line_id: WORLD.sonTwoBreaks, amount_pence: 1666n, credit_account_id },
  ]);
});

describe('confirming by itself', () => {
  test('after the council’s seven days, unqueried and within tolerance; others wait or go to finance', async () => {
    const [quiet = '', queried = '', over = '', recent = ''] = await careOn(11, 12, 13, 19);
    await record(quiet, 90);
    await record(queried, 90);
    await record(over, 100);
    await send('asha', 'POST', `/api/visits/${queried}/query`, { note: 'Not sure' });
    world.clock.set(AFTER.add({ hours: 24 * 7 }).subtract({ minutes: 1 }));
    await autoConfirmVisits(world.context);
    expect((await row(quiet)).state).toBe('recorded');
    world.clock.set(AFTER.add({ hours: 24 * 3 }));
    const day = '2026-11-19';
    await send('provider', 'POST', `/api/visits/${recent}/record`, {
      worker: 'Late',
      start: `${day}T09:30`,
      end: `${day}T11:00`,
    });
    world.clock.set(AFTER.add({ hours: 24 * 7 }));
    await autoConfirmVisits(world.context);
    expect(await row(quiet)).toMatchObject({ state: 'confirmed', confirmed_by: 'auto' });
    expect((await row(queried)).state).toBe('queried');
    expect((await row(recent)).state).toBe('recorded');
    expect((await row(over)).state).toBe('recorded');
    expect(await exceptionsOf(over)).toMatchObject([{ kind: 'over-tolerance', state: 'open' }]);
    expect(await autoConfirmVisits(world.context)).toEqual({ confirmed: 0, exceptions: 0 });
  });
});
