// Files of actuals from upload to row: good rows taken, bad rows explained, nothing done twice, even when two people upload.

import { Readable } from 'node:stream';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { systemActor } from '../platform/audit.repo.ts';
import { placeOrder } from '../testing/place-order.ts';
import { putOnSale } from '../testing/put-on-sale.ts';
import { startTestApp, type TestApp } from '../testing/test-app.ts';
import { ACCOUNTS, type AccountName, buildWorld, WORLD } from '../testing/world.ts';
import { type ActualsResult, importActuals } from './upload-actuals.ts';

let world: TestApp;
beforeAll(async () => {
  world = await startTestApp();
  await buildWorld(world);
});
afterAll(() => world.close());

const AFTER = Temporal.Instant.from('2026-12-20T12:00:00Z');

interface Planned {
  readonly id: string;
  readonly reference: string;
  readonly date: string;
  readonly start: string;
  readonly end: string;
}

/** Half-hours of care, five a day from 9:00 to 13:30, from a Monday; the first `count` of them. */
async function carePlan(firstDate: string, lastDate: string, count: number): Promise<Planned[]> {
  world.clock.set(Temporal.Instant.from('2026-11-02T09:00:00Z'));
  const order = await placeOrder(world, {
    account: ACCOUNTS.asha,
    person: WORLD.asha,
    offer: WORLD.careOffer,
    lines: [WORLD.ashaCare],
    schedule: {
      firstDate,
      lastDate,
      pattern: [1, 2, 3, 4, 5].flatMap((weekday) =>
        ['09:00', '10:00', '11:00', '12:00', '13:00'].map((startTime) => ({ weekday, startTime, minutes: 30 })),
      ),
    },
    accept: ACCOUNTS.provider,
  });
  world.clock.set(AFTER);
  const rows = await world.database.ownerDb
    .selectFrom('visits')
    .innerJoin('orders', 'orders.id', 'visits.order_id')
    .select(['visits.id', 'orders.reference', 'service_date', 'planned_start', 'planned_end'])
    .where('order_id', '=', order.id)
    .orderBy('planned_start')
    .limit(count)
    .execute();
  const local = (at: Temporal.Instant | null) =>
    at?.toZonedDateTimeISO('Europe/London').toPlainDateTime().toString({ smallestUnit: 'minute' }).replace('T', ' ') ??
    '';
  return rows.map((row) => ({
    id: row.id,
    reference: row.reference,
    date: row.service_date.toString(),
    start: local(row.planned_start),
    end: local(row.planned_end),
  }));
}

async function upload(file: Buffer | string, who: AccountName = 'provider') {
  const boundary = 'a-boundary-of-this-test';
  const payload = Buffer.concat([
    Buffer.from(
      `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\nContent-Type: text/csv\r\n\r\n`,
    ),
    Buffer.from(file),
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ]);
  return world.app.inject({
    method: 'POST',
    url: '/api/actuals',
    headers: {
      ...(await world.signIn(ACCOUNTS[who], WORLD.council)),
      'content-type': `multipart/form-data; boundary=${boundary}`,
    },
    payload,
  });
}

async function taken(file: Buffer | string): Promise<ActualsResult> {
  const answer = await upload(file);
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json<ActualsResult>();
}

const file = (rows: readonly string[], heading = 'order_reference,worker,start,end') => [heading, ...rows].join('\r\n');
const brief = (result: ActualsResult) => result.rejected.map(({ row, code, column }) => [row, code, column]);
const recorded = async (ids: readonly string[]) =>
  world.database.ownerDb
    .selectFrom('visits')
    .leftJoin('workers', 'workers.id', 'visits.worker_id')
    .select(['visits.id', 'visits.state', 'workers.name as worker', 'charge_pence', 'actual_minutes'])
    .where('visits.id', 'in', [...ids])
    .execute();

const named = (like: string) =>
  world.database.ownerDb
    .selectFrom('workers')
    .select(['id', 'name', 'reference'])
    .where('name', 'ilike', like)
    .orderBy('reference')
    .execute();
const sarahs = () => named('sarah jones');

describe('bulk actuals', () => {
  test('of 100 rows 97 are taken and 3 explained; again changes nothing; one row corrected is one taken', async () => {
    const plan = await carePlan('2026-11-09', '2026-12-05', 100);
    expect(plan).toHaveLength(100);
    const good = plan.map((one) => `${one.reference},Anna Bell,${one.start},${one.end}`);
    const last = plan[99] ?? plan[0];
    const rows = [...good];
    rows[9] = `HAR-NOTHING,Anna Bell,${plan[9]?.start},${plan[9]?.end}`;
    rows[19] = `${plan[19]?.id},Anna Bell,${plan[18]?.start},${plan[18]?.end}`;
    rows[29] = `${plan[29]?.id},Anna Bell,${plan[29]?.date} 09:00,${Temporal.PlainDate.from(plan[29]?.date ?? '').add({ days: 1 })} 12:00`;
    const heading = 'reference,worker,start,end';
    const first = await taken(file(rows, heading));
    expect([first.accepted, first.unchanged, brief(first)]).toEqual([
      97,
      0,
      [
        [11, 'record.not_found', 'reference'],
        [21, 'visit.overlap', 'worker'],
        [31, 'visit.longer_than_24_hours', 'end'],
      ],
    ]);
    expect(first.rejected.map(({ message }) => message)).toEqual([
      'We have no order or visit of yours with that reference.',
      'The same worker has another visit at that time.',
      'The visit is longer than 24 hours. Check the dates, or split it into days.',
    ]);
    expect(first.rejected[0]?.cells).toEqual({
      reference: 'HAR-NOTHING',
      worker: 'Anna Bell',
      worker_reference: '',
      start: plan[9]?.start,
      end: plan[9]?.end,
    });
    expect(await recorded([last?.id ?? ''])).toEqual([
      { id: last?.id, state: 'recorded', worker: 'Anna Bell', charge_pence: 960n, actual_minutes: 30 },
    ]);

    const again = await taken(file(rows, heading));
    expect([again.accepted, again.unchanged, brief(again)]).toEqual([0, 97, brief(first)]);

    rows[29] = good[29] ?? '';
    const corrected = await taken(file(rows, heading));
    expect([corrected.accepted, corrected.unchanged, corrected.rejected.length]).toEqual([1, 97, 2]);
    const entries = await world.database.ownerDb
      .selectFrom('audit_entries')
      .select(['details'])
      .where('event', '=', 'actuals.uploaded')
      .orderBy('id')
      .execute();
    expect(entries.map(({ details }) => details)).toEqual(
      expect.arrayContaining([
        { accepted: 97, unchanged: 0, rejected: 3 },
        { accepted: 0, unchanged: 97, rejected: 3 },
        { accepted: 1, unchanged: 97, rejected: 2 },
      ]),
    );
  });

  test('a row changed before it is confirmed corrects the visit; two rows about one visit are told apart', async () => {
    const [one, two] = await carePlan('2026-12-07', '2026-12-07', 2);
    if (!one || !two) throw new Error('no plan');
    const visit = (id: string, start: string, end: string) => `${id},Cy,${one.date} ${start},${one.date} ${end}`;
    const heading = 'visit_reference,worker,start,end';
    expect((await taken(file([visit(one.id, '09:00', '09:30')], heading))).accepted).toBe(1);
    const next = await taken(
      file(
        [visit(one.id, '09:00', '09:40'), visit(one.id, '09:00', '09:50'), visit(two.id, '10:00', '10:30')],
        heading,
      ),
    );
    expect([next.accepted, brief(next)]).toEqual([2, [[3, 'actuals.visit_twice', 'reference']]]);
    expect(await recorded([one.id])).toMatchObject([{ actual_minutes: 40, charge_pence: 1280n }]);
  });

  test('two uploads at once cannot put one worker in two places, however the name is typed', async () => {
    const plan = await carePlan('2026-12-08', '2026-12-10', 15);
    const half = (offset: number, worker: string) =>
      file(
        plan
          .filter((_, index) => index % 5 === offset)
          .map((one) => `${one.id},${worker},${one.date} 14:00,${one.date} 14:30`),
        'visit_reference,worker,start,end',
      );
    const results = await Promise.all([
      taken(half(0, 'Two Places')),
      taken(half(1, 'TWO PLACES')),
      taken(half(2, 'two places')),
    ]);
    expect(results.reduce((sum, { accepted }) => sum + accepted, 0)).toBe(3);
    expect(results.flatMap(brief).map(([, code]) => code)).toEqual(Array.from({ length: 6 }, () => 'visit.overlap'));
    const rows = await recorded(plan.map(({ id }) => id));
    expect(rows.filter(({ state }) => state === 'recorded')).toHaveLength(3);
    expect(await named('two places')).toHaveLength(1);
  });

  test('a name of two workers is refused with their references, and a reference says which of them came', async () => {
    const plan = await carePlan('2027-01-04', '2027-01-04', 5);
    world.clock.set(Temporal.Instant.from('2027-01-05T09:00:00Z'));
    const [one, two, three, four, five] = plan;
    if (!one || !two || !three || !four || !five) throw new Error('no plan');
    const row = (visit: Planned, who: string) => `${visit.id},${who},${visit.date} 15:00,${visit.date} 15:30`;
    const heading = 'visit_reference,worker_reference,worker,start,end';
    const first = await taken(
      file([row(one, 'SJ1,Sarah Jones'), row(two, 'sj2,Sarah  JONES'), row(three, ',Sarah Jones')], heading),
    );
    expect([first.accepted, brief(first)]).toEqual([2, [[4, 'worker.name_ambiguous', 'worker']]]);
    expect(first.rejected[0]?.message).toBe(
      'More than one of your workers is called Sarah Jones: SJ1 and sj2. Put the reference of the one who came into the column worker_reference.',
    );
    expect((await sarahs()).map(({ reference }) => reference)).toEqual(['SJ1', 'sj2']);
    // the reference alone is enough, and one Sarah cannot be in two places though two of them can
    const next = await taken(file([row(three, 'SJ1,'), row(four, 'SJ9,')], heading));
    expect(brief(next)).toEqual([
      [2, 'visit.overlap', 'worker'],
      [3, 'worker.reference_unknown', 'worker_reference'],
    ]);
    const later = `${five.id},SJ2,,${five.date} 16:00,${five.date} 16:30`;
    expect((await taken(file([later], heading))).accepted).toBe(1);
    expect(await sarahs()).toHaveLength(2);
    expect(await recorded([one.id])).toMatchObject([{ worker: 'Sarah Jones' }]);
    expect(await recorded([five.id])).toMatchObject([{ worker: 'Sarah JONES' }]);
  });

  test('a name made by a first file takes the reference that a later file brings, and stays one worker', async () => {
    const [one, two] = await carePlan('2027-01-06', '2027-01-06', 2);
    if (!one || !two) throw new Error('no plan');
    world.clock.set(Temporal.Instant.from('2027-01-07T09:00:00Z'));
    const heading = 'visit_reference,worker_reference,worker,start,end';
    const mary = (visit: Planned, who: string) => `${visit.id},${who},${visit.start},${visit.end}`;
    expect((await taken(file([mary(one, ',Mary O’Brien')], heading))).accepted).toBe(1);
    expect((await taken(file([mary(two, "M7,mary  o'brien")], heading))).accepted).toBe(1);
    const [row, ...more] = await named('%O%Brien');
    expect([row?.name, row?.reference, more]).toEqual(['Mary O’Brien', 'M7', []]);
    // the row of the first file, with another apostrophe: nothing new
    expect(await taken(file([mary(one, ",MARY O'BRIEN")], heading))).toMatchObject({ accepted: 0, unchanged: 1 });
  });

  test('a row that is refused makes no worker', async () => {
    const result = await taken(file(['HAR-NOTHING,Norma Newname,2026-12-08 14:00,2026-12-08 14:30']));
    expect(brief(result)).toEqual([[2, 'record.not_found', 'reference']]);
    expect(await named('Norma Newname')).toEqual([]);
  });

  test('the same file sent twice at once is taken once', async () => {
    const plan = await carePlan('2026-12-11', '2026-12-11', 5);
    const same = file(plan.map((one) => `${one.reference},Same File,${one.start},${one.end}`));
    const results = await Promise.all([taken(same), taken(same)]);
    expect(results.map(({ accepted, unchanged }) => accepted + unchanged)).toEqual([5, 5]);
    expect(results.reduce((sum, { accepted }) => sum + accepted, 0)).toBe(5);
    expect(results.flatMap(brief)).toEqual([]);
  });
});

describe('files as people save them', () => {
  test('a byte-order mark, Windows-1252, semicolons and a date column with times alone are all read', async () => {
    const [one, two, three] = await carePlan('2026-12-14', '2026-12-14', 3);
    if (!one || !two || !three) throw new Error('no plan');
    expect(
      (await taken(`\uFEFFReference;Worker;Date;Start;End\r\n${one.reference};Zoë;14/12/2026;9:00;09:30\r\n`)).accepted,
    ).toBe(1);
    const windows = Buffer.from(
      `visit reference,worker,start,end\r\n${two.id},Zo\xeb,14/12/2026 10:00,14/12/2026 10:30\r\n`,
      'latin1',
    );
    expect((await taken(windows)).accepted).toBe(1);
    expect((await recorded([one.id, two.id])).map((row) => row.worker)).toEqual(['Zoë', 'Zoë']);
    const times = `${three.id},Night,2026-12-14,22:00,07:00`;
    expect((await taken(file([times], 'reference,worker,date,start,end'))).accepted).toBe(1);
    expect(await recorded([three.id])).toMatchObject([{ actual_minutes: 540 }]);
  });

  test('wrong columns, a spreadsheet, nothing and no file are refused whole, saying what was expected', async () => {
    const wrong = await upload('order,who,start,end\r\n1,2,3,4\r\n');
    expect([wrong.statusCode, wrong.json()]).toMatchObject([
      422,
      {
        code: 'import.columns_wrong',
        details: {
          missing: ['worker'],
          missingOneOf: ['reference', 'visit_reference', 'order_reference'],
          found: ['order', 'who', 'start', 'end'],
        },
      },
    ]);
    expect((await upload(Buffer.from([0x50, 0x4b, 3, 4, 20, 0]))).json()).toMatchObject({
      code: 'file.not_readable',
      details: { reason: 'spreadsheet' },
    });
    expect((await upload('')).json()).toMatchObject({ code: 'file.not_readable', details: { reason: 'empty' } });
    const headers = await world.signIn(ACCOUNTS.provider, WORLD.council);
    expect(
      (await world.app.inject({ method: 'POST', url: '/api/actuals', headers, payload: { a: 1 } })).statusCode,
    ).toBe(400);
  });

  test('cells that a spreadsheet would run are text, and impossible dates and times are named', async () => {
    const [one] = await carePlan('2026-12-15', '2026-12-15', 1);
    const result = await taken(
      file([
        `=cmd|' /C calc'!A0,Anna,2026-12-15 09:00,2026-12-15 09:30`,
        `${one?.reference},Anna,2026-02-30 09:00,2026-12-15 09:30`,
        `${one?.reference},Anna,2026-12-15 25:00,2026-12-15 09:30`,
        `${one?.reference},Anna,2026-03-29 01:30,2026-03-29 03:30`,
        `${one?.reference},Anna,2026-10-25 01:30,2026-10-25 03:30`,
        `${one?.reference},,2026-12-15 09:00,2026-12-15 09:30`,
        `${one?.reference},Anna,2026-12-15 09:00`,
        `${one?.reference},Anna,2026-12-21 09:00,2026-12-21 09:30`,
        `${one?.reference},Anna,2026-12-15 09:00,2026-12-15 09:30,and,more`,
      ]),
    );
    expect(result.accepted).toBe(0);
    expect(brief(result)).toEqual([
      [2, 'record.not_found', 'reference'],
      [3, 'date.does_not_exist', 'start'],
      [4, 'time.not_a_time', 'start'],
      [5, 'time.in_clock_change_gap', 'start'],
      [6, 'time.in_clock_change_overlap', 'start'],
      [7, 'actuals.worker_missing', 'worker'],
      [8, 'actuals.end_missing', 'end'],
      [9, 'visit.in_the_future', 'end'],
      [10, 'row.too_many_cells', null],
    ]);
  });

  test('another provider’s visits are not found, and only providers upload', async () => {
    const [one] = await carePlan('2026-12-16', '2026-12-16', 1);
    const rows = file([`${one?.id},Eve,${one?.start},${one?.end}`, `${one?.reference},Eve,${one?.start},${one?.end}`]);
    const answer = await upload(rows, 'clubProvider');
    expect(brief(answer.json<ActualsResult>())).toEqual([
      [2, 'record.not_found', 'reference'],
      [3, 'record.not_found', 'reference'],
    ]);
    expect((await upload(rows, 'asha')).statusCode).toBe(403);
    expect((await world.app.inject({ method: 'POST', url: '/api/actuals' })).statusCode).toBe(401);
  });

  test('a very long file is read to its end; its bad rows are counted, and listed up to a limit', async () => {
    function* lines() {
      yield Buffer.from('reference,worker,start,end\n');
      for (let chunk = 0; chunk < 24; chunk += 1)
        yield Buffer.from('ORD-NOWHERE,Anna,2026-12-01 09:00,2026-12-01 09:30\nx,,,\n'.repeat(500));
    }
    const result = await importActuals(world.context, systemActor(WORLD.council, 'import'), {
      organisationIds: null,
      source: Readable.from(lines()),
    });
    expect([result.accepted, result.rejectedInAll, result.rejected.length]).toEqual([0, 24_000, 10_000]);
  });
});

describe('nights on which the clocks change', () => {
  test('are as long as they really are: 10 hours in October, 8 in March', async () => {
    const night = async (date: string, minutes: number, endDate: string, now: string, later: string) => {
      world.clock.set(Temporal.Instant.from(now));
      const order = await placeOrder(world, {
        account: ACCOUNTS.asha,
        person: WORLD.asha,
        offer: 'off_night000000000000000000',
        lines: [WORLD.ashaCare],
        oneOff: { date, startTime: '22:00', minutes },
        accept: ACCOUNTS.provider,
      });
      world.clock.set(Temporal.Instant.from(later));
      const heading = 'order_reference,worker,start,end';
      const row = await world.database.ownerDb
        .selectFrom('orders')
        .select('reference')
        .where('id', '=', order.id)
        .executeTakeFirstOrThrow();
      const result = await taken(file([`${row.reference},Night owl,${date} 22:00,${endDate} 07:00`], heading));
      expect(result).toMatchObject({ accepted: 1, rejected: [] });
      return world.database.ownerDb
        .selectFrom('visits')
        .select(['actual_minutes', 'charge_pence', 'within_tolerance'])
        .where('order_id', '=', order.id)
        .executeTakeFirstOrThrow();
    };
    await putOnSale(
      world,
      {
        id: 'off_night000000000000000000',
        listingId: WORLD.careListing,
        name: 'Waking night',
        unit: 'hour',
        days: 'waking-night',
      },
      { pricePence: 1600n },
    );
    expect(await night('2026-10-24', 600, '2026-10-25', '2026-10-01T09:00:00Z', '2026-10-26T09:00:00Z')).toEqual({
      actual_minutes: 600,
      charge_pence: 16_000n,
      within_tolerance: true,
    });
    expect(await night('2027-03-27', 480, '2027-03-28', '2027-03-01T09:00:00Z', '2027-03-29T09:00:00Z')).toEqual({
      actual_minutes: 480,
      charge_pence: 12_800n,
      within_tolerance: true,
    });
  });

  test('a time that happened twice is refused with the two moments to choose from, and a chosen one is taken', async () => {
    world.clock.set(Temporal.Instant.from('2026-10-01T09:00:00Z'));
    const order = await placeOrder(world, {
      account: ACCOUNTS.asha,
      person: WORLD.asha,
      offer: WORLD.careOffer,
      lines: [WORLD.ashaCare],
      oneOff: { date: '2026-10-25', startTime: '00:30', minutes: 60 },
      accept: ACCOUNTS.provider,
    });
    const { id } = await world.database.ownerDb
      .selectFrom('visits')
      .select('id')
      .where('order_id', '=', order.id)
      .executeTakeFirstOrThrow();
    world.clock.set(Temporal.Instant.from('2026-10-26T09:00:00Z'));
    const record = async (end: string) =>
      world.app.inject({
        method: 'POST',
        url: `/api/visits/${id}/record`,
        headers: await world.signIn(ACCOUNTS.provider, WORLD.council),
        payload: { worker: 'Early', start: '2026-10-25T00:30', end },
      });
    const refused = await record('2026-10-25T01:30');
    expect([refused.statusCode, refused.json()]).toMatchObject([
      422,
      {
        code: 'time.in_clock_change_overlap',
        errors: [{ pointer: '/end' }],
        details: {
          choices: [
            { choose: 'earlier', local: '2026-10-25T01:30:00+01:00' },
            { choose: 'later', local: '2026-10-25T01:30:00+00:00' },
          ],
        },
      },
    ]);
    expect((await record('2026-10-25T01:30:00+00:00')).json()).toMatchObject({ actualMinutes: 120 });
    expect((await record('2026-10-25T01:30:00+01:00')).json()).toMatchObject({ actualMinutes: 60 });
  });
});
