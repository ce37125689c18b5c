// Files of actuals sent again: whatever rows a file holds and however often, in whatever order and however many at once it
// is sent, the books stay as its first sending left them.

import { Readable } from 'node:stream';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { systemActor } from '../platform/audit.repo.ts';
import { placeOrder } from '../testing/place-order.ts';
import { startTestApp, type TestApp } from '../testing/test-app.ts';
import { ACCOUNTS, buildWorld, WORLD } from '../testing/world.ts';
import { importActuals } from './upload-actuals.ts';

let world: TestApp;
beforeAll(async () => {
  world = await startTestApp();
  await buildWorld(world);
});
afterAll(() => world.close());

/** An hour a day, so that rows for different visits never meet. */
async function visitsFrom(firstDate: string, count: number): Promise<{ id: string; date: string }[]> {
  world.clock.set(Temporal.Instant.from('2026-11-02T09:00:00Z'));
  const order = await placeOrder(world, {
    account: ACCOUNTS.asha,
    person: WORLD.asha,
    offer: WORLD.careOffer,
    lines: [WORLD.ashaCare],
    schedule: {
      firstDate,
      lastDate: Temporal.PlainDate.from(firstDate)
        .add({ days: count - 1 })
        .toString(),
      pattern: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, startTime: '09:00', minutes: 60 })),
    },
    accept: ACCOUNTS.provider,
  });
  world.clock.set(Temporal.Instant.from('2027-02-20T12:00:00Z'));
  const rows = await world.database.ownerDb
    .selectFrom('visits')
    .select(['id', 'service_date'])
    .where('order_id', '=', order.id)
    .orderBy('service_date')
    .execute();
  return rows.map((row) => ({ id: row.id, date: row.service_date.toString() }));
}

const rowFor = (visit: { id: string; date: string }, minutes: number) =>
  `${visit.id},Anna Bell,${visit.date} 09:00,${visit.date} ${minutes === 60 ? '10:00' : `09:${String(minutes).padStart(2, '0')}`}`;

const send = (rows: readonly string[]) =>
  importActuals(world.context, systemActor(WORLD.council, 'import'), {
    organisationIds: null,
    source: Readable.from([Buffer.from(['visit_reference,worker,start,end', ...rows, ''].join('\n'))]),
  });

const books = (ids: readonly string[]) =>
  world.database.ownerDb
    .selectFrom('visits')
    .select(['id', 'state', 'actual_minutes', 'charge_pence', 'recorded_at'])
    .where('id', 'in', [...ids])
    .orderBy('id')
    .execute();

describe('a file sent again', () => {
  test('with two rows for one visit keeps the first and refuses the second each time, in either order', async () => {
    const [visit] = await visitsFrom('2026-11-16', 1);
    if (!visit) throw new Error('no visit');
    const rows = [rowFor(visit, 30), rowFor(visit, 60)];
    expect(await send(rows)).toMatchObject({ accepted: 1, rejected: [{ row: 3, code: 'actuals.visit_twice' }] });
    const first = await books([visit.id]);
    expect(await send(rows)).toMatchObject({
      accepted: 0,
      unchanged: 1,
      rejected: [{ row: 3, code: 'actuals.visit_twice' }],
    });
    expect(await send([...rows].reverse())).toMatchObject({
      accepted: 0,
      unchanged: 1,
      rejected: [{ row: 2, code: 'actuals.visit_twice' }],
    });
    expect(await books([visit.id])).toEqual(first);
  });

  test('with a row put right in a later file takes the correction, once', async () => {
    const [visit] = await visitsFrom('2026-11-17', 1);
    if (!visit) throw new Error('no visit');
    await send([rowFor(visit, 30)]);
    expect(await send([rowFor(visit, 45)])).toMatchObject({ accepted: 1, rejected: [] });
    expect(await send([rowFor(visit, 45)])).toMatchObject({ accepted: 0, unchanged: 1 });
    expect(await send([rowFor(visit, 30)])).toMatchObject({ accepted: 0, unchanged: 1 });
    expect(await books([visit.id])).toMatchObject([{ actual_minutes: 45 }]);
  });

  test('changes nothing, whatever its rows, their order, their repeats and how many come at once', async () => {
    let from = Temporal.PlainDate.from('2026-11-20');
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(3), fc.constantFrom(15, 30, 45, 60)), { minLength: 1, maxLength: 10 }),
        fc.array(fc.infiniteStream(fc.nat()), { minLength: 3, maxLength: 3 }),
        async (wishes, orders) => {
          const visits = await visitsFrom(from.toString(), 4);
          from = from.add({ days: 4 });
          const rows = wishes.flatMap(([at, minutes]) => {
            const visit = visits[at];
            return visit ? [rowFor(visit, minutes)] : [];
          });
          const shuffled = orders.map((numbers) => {
            const keys = rows.map(() => numbers.next().value);
            return rows.map((row, index) => ({ row, key: keys[index] ?? 0 })).sort((a, b) => a.key - b.key);
          });
          const asRows = shuffled.map((one) => one.map(({ row }) => row));
          // The first sending may be two at once.
          await Promise.all([send(rows), send(asRows[0] ?? rows)]);
          const ids = visits.map(({ id }) => id);
          const first = await books(ids);
          await Promise.all(asRows.map(send));
          const again = await send(rows);
          expect(again.accepted).toBe(0);
          expect(await books(ids)).toEqual(first);
        },
      ),
      { numRuns: 8 },
    );
  });
});
