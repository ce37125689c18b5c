// What is on is chosen in SQL and bounded there; these tests hold it to the domain's rules and to its bounds.

import { inTransaction } from '@support-market/db/transaction';
import { occurrences } from '@support-market/domain/events/occurrences';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findHappenings } from '../features/events/events.repo.ts';
import { type EventWrite, upsertEvents } from '../features/listings/event-writes.repo.ts';
import { listingsChanged } from '../platform/listing-changes.repo.ts';
import { startTestApp, type TestApp } from '../testing/test-app.ts';
import { buildWorld, WORLD } from '../testing/world.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
let world: TestApp;

/** With a half-term week between two of them, and nothing known after the last. */
const TERMS = [
  { from: day('2026-09-02'), to: day('2026-10-23') },
  { from: day('2026-11-02'), to: day('2026-12-18') },
  { from: day('2028-02-21'), to: day('2028-04-01') },
];

/** Rules of every kind: weekday, nth of the month, interval, ends, breaks once and each year, over New Year, on 29 February. */
const RULES: readonly EventWrite[] = Array.from({ length: 120 }, (_, index) => {
  const firstDate = day('2026-01-05').add({ days: (index * 37) % 400 });
  const frequency = (['weekly', 'monthly', 'weekly', 'monthly', 'once'] as const)[index % 5] ?? 'weekly';
  const from = firstDate.add({ days: (index * 53) % 300 });
  return {
    listingId: WORLD.clubListing,
    name: `Rule ${index.toString().padStart(3, '0')}`,
    frequency,
    weekday: 1 + (index % 7),
    weekOfMonth: 1 + (index % 5),
    interval: 1 + (index % 3),
    firstDate,
    lastDate: index % 4 === 0 ? firstDate.add({ days: 200 }) : null,
    startTime: '10:00',
    endTime: '11:00',
    termTime: index % 8 === 3,
    breaks: [
      { from, to: from.add({ days: index % 40 }), everyYear: index % 2 === 0 },
      ...(index % 6 === 0 ? [{ from: day('2027-12-20'), to: day('2028-01-08'), everyYear: true }] : []),
      ...(index % 7 === 0 ? [{ from: day('2028-02-29'), to: day('2028-03-02'), everyYear: true }] : []),
    ],
  };
});

beforeAll(async () => {
  world = await startTestApp();
  await buildWorld(world);
  await world.database.ownerDb
    .insertInto('school_terms')
    .values(TERMS.map(({ from, to }) => ({ council_id: WORLD.council, from_date: from, to_date: to, name: 'Term' })))
    .execute();
  await inTransaction(world.database.db, null, (tx) => upsertEvents(tx, world.clock, RULES));
});
afterAll(() => world.close());

test.each(['2026-08-01', '2027-12-15', '2028-02-15', '2029-02-20'])(
  'the days that SQL finds from %s on are the days of the rule',
  async (text) => {
    const from = day(text);
    const to = from.add({ days: 60 });
    const found = await findHappenings(world.database.db, {
      from,
      to,
      organisation: null,
      category: null,
      point: null,
      overBy: null,
      withOff: true,
      limit: 5_000,
    });
    const expected = RULES.flatMap((rule) =>
      occurrences(
        {
          frequency: rule.frequency,
          weekday: rule.frequency === 'once' ? rule.firstDate.dayOfWeek : (rule.weekday ?? 1),
          weekOfMonth: rule.weekOfMonth ?? null,
          interval: rule.interval ?? 1,
          firstDate: rule.firstDate,
          lastDate: rule.lastDate ?? null,
          terms: rule.termTime ? TERMS : null,
          breaks: (rule.breaks ?? []).map((one) => ({ everyYear: false, reason: '', ...one })),
        },
        from,
        to,
      ).map((date) => `${date.toString()} ${rule.name}`),
    );
    expect(found.map((one) => `${one.date.toString()} ${one.name}`)).toEqual(expected.sort());
  },
);

test('a page of what is on is the first of the whole list, and says that there is more', async () => {
  const ask = async (limit: string) =>
    (await world.app.inject({ url: '/api/events', query: { from: '2026-11-01', to: '2026-11-30', limit } })).json();
  const whole = await ask('500');
  const some = await ask('7');
  expect(whole.items.length).toBeGreaterThan(30);
  expect([some.items, some.more, whole.more]).toEqual([whole.items.slice(0, 7), true, false]);
});

test('near a place the nearest come first on each day, and what is beyond 25 miles is left out', async () => {
  const place = async (latitude: number) => {
    await world.database.ownerDb
      .updateTable('listings')
      .set({ latitude, longitude: -2.3 })
      .where('id', '=', WORLD.clubListing)
      .execute();
    await inTransaction(world.database.ownerDb, null, (tx) => listingsChanged(tx, [WORLD.clubListing]));
    const { rows } = { rows: await findHappenings(world.database.db, near) };
    return rows.map(({ metres }) => Math.round(metres ?? -1));
  };
  const near = {
    from: day('2026-11-01'),
    to: day('2026-11-07'),
    organisation: null,
    category: null,
    point: { lat: 53.4, lon: -2.3, metres: 40_234 },
    overBy: null,
    withOff: true,
    limit: 3,
  };
  expect(await place(53.5)).toEqual([11_120, 11_120, 11_120]);
  expect(await place(53.8)).toEqual([]);
});

test('what is over today is left out, and what runs past midnight or belongs to another day stays', async () => {
  const today = day('2026-11-12');
  const at = (name: string, startTime: string, endTime: string, firstDate = today): EventWrite => ({
    listingId: WORLD.clubListing,
    name,
    frequency: 'once',
    firstDate,
    lastDate: null,
    startTime,
    endTime,
    breaks: [],
  });
  // They take the place of the rules.
  await inTransaction(world.database.db, null, (tx) =>
    upsertEvents(tx, world.clock, [
      at('Breakfast', '08:00', '10:00'),
      at('Lunch', '12:00', '14:30'),
      at('Night walk', '23:00', '01:00'),
      at('Breakfast of tomorrow', '08:00', '10:00', today.add({ days: 1 })),
      at('Breakfast of yesterday', '08:00', '10:00', today.subtract({ days: 1 })),
    ]),
  );
  const shown = async (now: string, query: Record<string, string>) => {
    world.clock.set(Temporal.Instant.from(now));
    const answer = await world.app.inject({ url: '/api/events', query });
    return answer.json().items.map(({ title }: { title: string }) => title);
  };
  const week = { from: '2026-11-12', to: '2026-11-13' };
  expect(await shown('2026-11-12T09:59:00Z', week)).toEqual([
    'Breakfast',
    'Lunch',
    'Night walk',
    'Breakfast of tomorrow',
  ]);
  expect(await shown('2026-11-12T10:00:00Z', week)).toEqual(['Lunch', 'Night walk', 'Breakfast of tomorrow']);
  expect(await shown('2026-11-12T23:59:00Z', week)).toEqual(['Night walk', 'Breakfast of tomorrow']);
  // Somebody who asks for the days before asks for what there was.
  expect(await shown('2026-11-12T23:59:00Z', { from: '2026-11-11', to: '2026-11-12' })).toEqual([
    'Breakfast of yesterday',
    'Breakfast',
    'Lunch',
    'Night walk',
  ]);
});
