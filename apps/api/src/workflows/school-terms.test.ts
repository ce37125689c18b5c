// A council says when its schools are open, and what groups put on only in terms follows: on pages, in calendars, for that
// council's groups alone.

import { inTransaction } from '@support-market/db/transaction';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { upsertEvents } from '../features/listings/event-writes.repo.ts';
import { newKey } from '../testing/place-order.ts';
import { shownInCalendar } from '../testing/shown-in-calendar.ts';
import { startTestApp, type TestApp } from '../testing/test-app.ts';
import { ACCOUNTS, type AccountName, buildWorld, WORLD } from '../testing/world.ts';

let world: TestApp;
beforeAll(async () => {
  world = await startTestApp();
  await buildWorld(world);
  await inTransaction(world.database.db, null, (tx) =>
    upsertEvents(tx, world.clock, [
      {
        ...{ listingId: WORLD.clubListing, name: 'Homework club', frequency: 'weekly', startTime: '16:00' },
        ...{ firstDate: Temporal.PlainDate.from('2026-11-05'), endTime: '17:30', termTime: true },
      },
    ]),
  );
});
afterAll(() => world.close());

const AUTUMN = { name: 'Autumn, second half', from: '2026-11-05', to: '2026-11-19' };
const SPRING = { name: 'Spring', from: '2026-12-03', to: '2026-12-10' };
async function say(items: readonly object[], who: AccountName = 'editor') {
  world.clock.advance({ minutes: 1 });
  const answer = await world.app.inject({
    ...{ method: 'PUT', url: '/api/school-terms', payload: { items } },
    headers: { ...(await world.signIn(ACCOUNTS[who], WORLD.council)), 'idempotency-key': newKey() },
  });
  return { status: answer.statusCode, body: answer.json() };
}
const days = async () => {
  const query = { from: '2026-11-01', to: '2026-12-31' };
  const { items } = (await world.app.inject({ url: '/api/events', query })).json();
  return items.map(({ date }: { date: string }) => date);
};
const page = async () => (await world.app.inject('/api/listings/friday-club')).json().events[0];
const calendar = async () => (await world.app.inject('/events.ics?organisation=quayside-club')).body;

test('before any term is known it is on no day, and says on its page that it goes by them', async () => {
  expect(await days()).toEqual([]);
  expect(await page()).toMatchObject({ termTime: true, nextDates: [] });
  expect(await calendar()).not.toContain('BEGIN:VEVENT');
});

test('it is on within the terms that are said, from their first day to their last, everywhere at once', async () => {
  expect((await say([SPRING, AUTUMN])).body.items).toEqual([AUTUMN, SPRING]);
  const expected = ['2026-11-05', '2026-11-12', '2026-11-19', '2026-12-03', '2026-12-10'];
  expect(await days()).toEqual(expected);
  // The page names the next few.
  expect((await page()).nextDates).toEqual(expected.slice(0, 4));
  const shown = shownInCalendar(await calendar(), '2026-11-01', '2027-03-01');
  expect(shown.map((one) => one.slice(0, 10))).toEqual(expected);
});

test('other terms take the place of those before, on kept pages and with a higher number in calendars', async () => {
  const numberOf = async () => Number(/SEQUENCE:(\d+)/.exec(await calendar())?.[1]);
  const before = await numberOf();
  await page();
  expect((await say([AUTUMN])).status).toBe(200);
  expect(await days()).toEqual(['2026-11-05', '2026-11-12', '2026-11-19']);
  expect((await page()).nextDates).not.toContain('2026-12-03');
  expect(await numberOf()).toBeGreaterThan(before);
});

test('terms of another council change nothing here', async () => {
  await world.database.ownerDb
    .updateTable('organisations')
    .set({ listed_by: WORLD.elsewhere })
    .where('id', '=', WORLD.club)
    .execute();
  expect(await days()).toEqual([]);
  await world.database.ownerDb
    .updateTable('organisations')
    .set({ listed_by: WORLD.council })
    .where('id', '=', WORLD.club)
    .execute();
});

test.each([
  ['that end before they begin', [{ ...AUTUMN, to: '2026-11-01' }], '/items/0/to', 'schedule.ends_before_start'],
  ['that share a day', [AUTUMN, { ...SPRING, from: '2026-11-19' }], '/items/1/from', 'school_term.overlaps'],
  ['of more than a year', [{ ...AUTUMN, to: '2028-01-01' }], '/items/0/to', 'date.out_of_range'],
  ['without a name', [AUTUMN, { ...SPRING, name: ' ' }], '/items/1/name', 'field.required'],
  ['on a day that there is not', [{ ...AUTUMN, from: '2026-02-30' }], '/items/0/from', 'date.does_not_exist'],
])('terms %s are refused by their field, and those before stay', async (_, items, pointer, code) => {
  const { body } = await say(items);
  expect(body.errors).toMatchObject([{ pointer, code }]);
  expect(await days()).toHaveLength(3);
});

test('only officers who keep the catalogue say terms', async () => {
  expect((await say([], 'clubProvider')).status).toBe(403);
  expect((await say([], 'finance')).status).toBe(403);
  expect(await days()).toHaveLength(3);
});
