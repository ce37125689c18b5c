// A calendar that others follow: who is in it, who is not, and that it says no more than anybody may know.

import { inTransaction } from '@support-market/db/transaction';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type EventWrite, upsertEvents } from '../features/listings/event-writes.repo.ts';
import { listingsChanged } from '../platform/listing-changes.repo.ts';
import { eventsIn, shownInCalendar } from '../testing/shown-in-calendar.ts';
import { startTestApp, type TestApp } from '../testing/test-app.ts';
import { buildWorld, WORLD } from '../testing/world.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const LUNCH: EventWrite = {
  ...{
    listingId: WORLD.clubListing,
    name: 'Free lunch',
    frequency: 'weekly',
    weekday: 4,
    firstDate: day('2026-11-05'),
  },
  ...{ startTime: '12:00', endTime: '14:00' },
  breaks: [{ from: day('2027-08-01'), to: day('2027-08-31'), everyYear: true }],
};
let world: TestApp;

beforeAll(async () => {
  world = await startTestApp();
  await buildWorld(world);
  await world.database.ownerDb
    .insertInto('postcodes')
    .values({ postcode: 'HB1 2AB', outward: 'HB1', latitude: 53.4, longitude: -2.3 })
    .execute();
  await movedTo(53.41);
  await inTransaction(world.database.db, null, (tx) => upsertEvents(tx, world.clock, [LUNCH]));
});
afterAll(() => world.close());

/** The club's hall is there now. */
async function movedTo(latitude: number): Promise<void> {
  const { ownerDb } = world.database;
  await ownerDb
    .updateTable('listings')
    .set({ latitude, longitude: -2.3 })
    .where('id', '=', WORLD.clubListing)
    .execute();
  await inTransaction(ownerDb, null, (tx) => listingsChanged(tx, [WORLD.clubListing]));
}

const get = (query: Record<string, string>, headers: Record<string, string> = {}) =>
  world.app.inject({ url: '/events.ics', query, headers });

test('a group’s calendar has each of its Thursdays, and none in August', async () => {
  const answer = await get({ organisation: 'quayside-club' });
  expect(answer.headers['content-type']).toBe('text/calendar; charset=utf-8');
  expect(shownInCalendar(answer.body, '2027-07-20', '2027-09-10')).toEqual([
    '2027-07-22T12:00+01:00 14:00 Free lunch',
    '2027-07-29T12:00+01:00 14:00 Free lunch',
    '2027-09-02T12:00+01:00 14:00 Free lunch',
    '2027-09-09T12:00+01:00 14:00 Free lunch',
  ]);
});

test('a kind of support and a place have calendars of their own, and what is elsewhere is in neither', async () => {
  const titles = async (query: Record<string, string>) =>
    eventsIn((await get(query)).body).map(({ summary }) => summary);
  expect(await titles({ category: 'day-activities' })).toEqual(['Free lunch']);
  expect(await titles({ category: 'help-at-home' })).toEqual([]);
  expect(await titles({ near: 'HB1 2AB', miles: '1' })).toEqual(['Free lunch']);
  await movedTo(53.45);
  expect(await titles({ near: 'HB1 2AB', miles: '1' })).toEqual([]);
  expect(await titles({ near: 'HB1 2AB', miles: '5', category: 'day-activities' })).toEqual(['Free lunch']);
  expect(await titles({ organisation: 'no-such-group' })).toEqual([]);
});

test('a calendar of everything is refused, and so is one of a place that is not known', async () => {
  const refusal = async (query: Record<string, string>) => {
    const answer = await get(query);
    return [answer.statusCode, answer.json().errors[0].pointer];
  };
  expect(await refusal({})).toEqual([400, '/querystring/organisation']);
  expect(await refusal({ miles: '5' })).toEqual([400, '/querystring/organisation']);
  expect(await refusal({ near: 'ZZ1 1ZZ' })).toEqual([404, '/querystring/near']);
});

test('a program that has the newest already is told so, and hears of a change with the same name for it', async () => {
  const query = { organisation: 'quayside-club' };
  const first = await get(query);
  const again = await get(query, { 'if-none-match': String(first.headers.etag) });
  expect([again.statusCode, again.body, first.headers['cache-control']]).toEqual([304, '', 'public, max-age=900']);
  world.clock.advance({ hours: 1 });
  const later = { ...LUNCH, endTime: '15:00' };
  await inTransaction(world.database.db, null, (tx) => upsertEvents(tx, world.clock, [later]));
  const changed = await get(query, { 'if-none-match': String(first.headers.etag) });
  expect(changed.statusCode).toBe(200);
  const [before, after] = [first, changed].flatMap(({ body }) => eventsIn(body));
  expect(after?.uid).toBe(before?.uid);
  expect(Number(after?.sequence)).toBeGreaterThan(Number(before?.sequence));
  expect(after?.end?.toISOString()).toBe('2026-11-05T15:00:00.000Z');
});

test('the page’s list says where its calendar is, where it has one', async () => {
  const urlOf = async (query: Record<string, string>) =>
    (await world.app.inject({ url: '/api/events', query })).json().calendarUrl;
  expect(await urlOf({})).toBeNull();
  expect(await urlOf({ near: 'ZZ1 1ZZ' })).toBeNull();
  const url = await urlOf({ near: 'HB1 2AB', miles: '5', category: 'day-activities', from: '2026-11-02' });
  expect(new URL(url).search).toBe('?category=day-activities&near=HB1+2AB&miles=5');
  expect((await world.app.inject(url.replace(/^https?:\/\/[^/]+/, ''))).statusCode).toBe(200);
});
