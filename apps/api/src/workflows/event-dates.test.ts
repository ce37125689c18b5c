// A date that is called off or moved is told everywhere at once: on the page of what is on, on the listing and in calendars; and
// only those whose listing it is may say so.

import { inTransaction } from '@support-market/db/transaction';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { upsertEvents } from '../features/listings/event-writes.repo.ts';
import { newKey } from '../testing/place-order.ts';
import { shownInCalendar } from '../testing/shown-in-calendar.ts';
import { startTestApp, type TestApp } from '../testing/test-app.ts';
import { ACCOUNTS, type AccountName, buildWorld, WORLD } from '../testing/world.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
let world: TestApp;
let eventId = '';

beforeAll(async () => {
  world = await startTestApp();
  await buildWorld(world);
});
afterAll(() => world.close());

/** Each Thursday from twelve to two, and nothing said of any of them. */
beforeEach(async () => {
  const { db } = world.database;
  await inTransaction(db, null, async (tx) => {
    const [lunch] = await upsertEvents(tx, world.clock, [
      {
        ...{
          listingId: WORLD.clubListing,
          name: 'Lunch',
          frequency: 'weekly',
          weekday: 4,
          firstDate: day('2026-11-05'),
        },
        ...{ startTime: '12:00', endTime: '14:00' },
        breaks: [{ from: day('2026-12-24'), to: day('2026-12-31') }],
      },
    ]);
    eventId = lunch?.id ?? '';
    await tx.deleteFrom('event_dates').execute();
  });
});

async function say(change: object, who: AccountName = 'clubProvider') {
  const answer = await world.app.inject({
    method: 'PUT',
    url: `/api/listings/${WORLD.clubListing}/dates`,
    headers: { ...(await world.signIn(ACCOUNTS[who], WORLD.council)), 'idempotency-key': newKey() },
    payload: { eventId, date: '2026-11-19', is: 'called-off', movedTo: null, reason: '', ...change },
  });
  return { status: answer.statusCode, body: answer.json() };
}
const moved = (date: string, startTime: string, endTime: string) => ({
  is: 'moved',
  movedTo: { date, startTime, endTime },
});
interface Told {
  readonly date: string;
  readonly startsAt: string;
  readonly isOff: boolean;
  readonly movedTo: string | null;
  readonly movedFrom: string | null;
  readonly reason: string;
}
async function onPage(query: Record<string, string> = {}): Promise<string[]> {
  const url = '/api/events';
  const answer = await world.app.inject({ url, query: { from: '2026-11-18', to: '2026-11-27', ...query } });
  return answer
    .json()
    .items.map((one: Told) =>
      [one.startsAt.slice(0, 16), one.isOff ? 'off' : 'on', one.movedTo, one.movedFrom, one.reason].join(' ').trim(),
    );
}
const listing = async () => (await world.app.inject('/api/listings/friday-club')).json().events[0];
const calendar = async () => (await world.app.inject('/events.ics?organisation=quayside-club')).body;

test('a date that is called off says so on every page and in calendars', async () => {
  expect((await say({ reason: 'The hall is closed' })).status).toBe(200);
  expect(await onPage()).toEqual(['2026-11-19T12:00 off   The hall is closed', '2026-11-26T12:00 on']);
  expect(await onPage({ withOff: 'false' })).toEqual(['2026-11-26T12:00 on']);
  expect((await listing()).changedDates).toEqual([{ date: '2026-11-19', movedTo: null, reason: 'The hall is closed' }]);
  expect((await listing()).nextDates).not.toContain('2026-11-19');
  const file = await calendar();
  expect(file).toContain('RECURRENCE-ID;TZID=Europe/London:20261119T120000\r\n');
  expect(file).toContain('STATUS:CANCELLED\r\n');
});

test('a date that is moved is on the other day alone, and each of the two days names the other', async () => {
  expect((await say(moved('2026-11-20', '13:00', '15:30'))).status).toBe(200);
  expect(await onPage()).toEqual([
    '2026-11-19T12:00 off 2026-11-20',
    '2026-11-20T13:00 on  2026-11-19',
    '2026-11-26T12:00 on',
  ]);
  expect(await onPage({ withOff: 'false' })).toEqual(['2026-11-20T13:00 on  2026-11-19', '2026-11-26T12:00 on']);
  expect(shownInCalendar(await calendar(), '2026-11-18', '2026-11-28')).toEqual([
    '2026-11-20T13:00+00:00 15:30 Lunch',
    '2026-11-26T12:00+00:00 14:00 Lunch',
  ]);
});

test('another time of the same day is told once, and a move onto another of its days beside that one', async () => {
  await say(moved('2026-11-19', '10:00', '11:00'));
  expect(await onPage()).toEqual(['2026-11-19T10:00 on  2026-11-19', '2026-11-26T12:00 on']);
  await say(moved('2026-11-26', '15:00', '16:00'));
  expect(await onPage()).toEqual([
    '2026-11-19T12:00 off 2026-11-26',
    '2026-11-26T12:00 on',
    '2026-11-26T15:00 on  2026-11-19',
  ]);
});

test('what was called off is on again when its group says so, and its calendar entry has a higher number', async () => {
  const numberOf = async () => Number(/SEQUENCE:(\d+)/.exec(await calendar())?.[1]);
  await say({});
  const before = await numberOf();
  world.clock.advance({ minutes: 5 });
  expect((await say({ is: 'on' })).status).toBe(200);
  expect(await onPage()).toEqual(['2026-11-19T12:00 on', '2026-11-26T12:00 on']);
  expect(await calendar()).not.toContain('CANCELLED');
  expect(await numberOf()).toBeGreaterThan(before);
});

test('a month is counted by day, with what is on and without what is called off', async () => {
  await say({});
  await say({ date: '2026-11-26', ...moved('2026-11-27', '12:00', '14:00') });
  const query = { from: '2026-11-05', to: '2026-11-30', counts: 'true', limit: '1' };
  const answer = (await world.app.inject({ url: '/api/events', query })).json();
  expect(answer.days).toEqual(['05', '12', '27'].map((date) => ({ date: `2026-11-${date}`, count: 1 })));
  expect((await world.app.inject('/api/events')).json().days).toEqual([]);
});

test('what was said of a day that its rule has no more is told no more', async () => {
  await say(moved('2026-11-20', '13:00', '15:30'));
  await world.database.ownerDb.updateTable('events').set({ weekday: 2 }).where('id', '=', eventId).execute();
  expect(await onPage()).toEqual(['2026-11-24T12:00 on']);
  expect(shownInCalendar(await calendar(), '2026-11-18', '2026-11-28')).toEqual(['2026-11-24T12:00+00:00 14:00 Lunch']);
});

test('only a day of its rule that is still to come can be called off, and each fault names its field', async () => {
  const fault = async (change: object) => {
    const { status, body } = await say(change);
    return [
      status,
      ...(body.errors ?? []).map(({ pointer, code }: { pointer: string; code: string }) => `${pointer} ${code}`),
    ];
  };
  expect(await fault({ date: '2026-11-20' })).toEqual([400, '/date event.not_on_that_day']);
  expect(await fault({ date: '2026-12-24' })).toEqual([400, '/date event.not_on_that_day']);
  expect((await fault({ date: '2026-02-30' }))[1]).toContain('/date date.');
  expect(await fault({ date: '2020-11-19' })).toEqual([400, '/date schedule.in_the_past']);
  expect(await fault({ is: 'moved' })).toEqual([400, '/movedTo/date field.required']);
  expect(await fault(moved('2020-01-01', '10:00', '11:00'))).toEqual([400, '/movedTo/date schedule.in_the_past']);
  expect(await fault(moved('2028-11-19', '10:00', '11:00'))).toEqual([400, '/movedTo/date event.moved_too_far']);
  expect(await fault(moved('2026-11-19', '12:00', '14:00'))).toEqual([400, '/movedTo/date event.moved_nowhere']);
  expect(await fault({ eventId: 'evt_another0000000000000000' })).toEqual([400, '/eventId event.not_on_that_day']);
  expect(await onPage()).toEqual(['2026-11-19T12:00 on', '2026-11-26T12:00 on']);
});

test('somebody of another organisation can neither see nor change the dates, as if there were none', async () => {
  expect((await say({}, 'provider')).status).toBe(404);
  expect((await say({}, 'editor')).status).toBe(403);
  expect(await onPage()).toEqual(['2026-11-19T12:00 on', '2026-11-26T12:00 on']);
});

test('another hour of the file’s own night is told by its date: the clocks go back on the moved day', async () => {
  await say({ date: '2027-10-28', ...moved('2027-10-30', '22:00', '07:00') });
  expect(shownInCalendar(await calendar(), '2027-10-22', '2027-11-05')).toEqual([
    '2027-10-30T22:00+01:00 07:00 Lunch',
    '2027-11-04T12:00+00:00 14:00 Lunch',
  ]);
});
