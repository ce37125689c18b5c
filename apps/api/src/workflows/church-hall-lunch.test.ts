// The church hall lunch: a community group lists a free lunch each Thursday, not in August; it is in the calendar, in the search
// for "lunch club" and in the open feed, and cannot be bought.

import { uuidOf } from '@support-market/domain/open-referral/uuids';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newKey } from '../testing/place-order.ts';
import { eventsIn, shownInCalendar } from '../testing/shown-in-calendar.ts';
import { startTestApp, type TestApp } from '../testing/test-app.ts';
import { ACCOUNTS, type AccountName, buildWorld, WORLD } from '../testing/world.ts';
import { loadReferenceData } from './load-reference-data.ts';

let world: TestApp;
let group = '';
let lunch = '';
beforeAll(async () => {
  world = await startTestApp();
  await buildWorld(world);
  await loadReferenceData(world.database.ownerDb, world.clock);
  await world.database.ownerDb
    .insertInto('postcodes')
    .values({ postcode: 'HB1 1AB', outward: 'HB1', latitude: 51, longitude: 1 })
    .execute();
});
afterAll(() => world.close());

async function ask(method: 'GET' | 'POST' | 'PUT', url: string, who: AccountName | null, payload?: object) {
  world.clock.advance({ milliseconds: 1 });
  const headers = {
    ...(who ? await world.signIn(ACCOUNTS[who], WORLD.council) : {}),
    'idempotency-key': newKey(),
  };
  const answer = await world.app.inject({ method, url, headers, ...(payload ? { payload } : {}) });
  return { status: answer.statusCode, text: answer.body, body: answer.body.startsWith('{') ? answer.json() : {} };
}
async function save(change: object) {
  const { version } = (await ask('GET', `/api/listings/${lunch}/record`, 'asha')).body;
  return ask('PUT', `/api/listings/${lunch}/record`, 'asha', { version, ...change });
}
const LUNCH = {
  ...{ name: 'Free lunch', frequency: 'weekly', firstDate: '2026-11-05', lastDate: null, startTime: '12:00' },
  ...{ endTime: '14:00', interval: 1, lastOfMonth: false, locationId: null },
  breaks: [{ from: '2027-08-01', to: '2027-08-31', everyYear: true, reason: 'The cooks are on holiday' }],
};
const whatIsOn = async (query: Record<string, string>) =>
  (await world.app.inject({ url: '/api/events', query }))
    .json()
    .items.map(({ date, title }: Record<string, string>) => `${date} ${title}`);
const calendar = async () => {
  const { slug } = (await ask('GET', `/api/organisations/${group}/record`, 'asha')).body;
  return (await world.app.inject({ url: '/events.ics', query: { organisation: slug } })).body;
};
const NOVEMBER = { from: '2026-11-01', to: '2026-11-30' };

test('a group writes it with its days and its break, and no one else sees it while its council looks', async () => {
  group = (await ask('POST', '/api/organisations', 'asha', { kind: 'community-group', name: 'St Mark’s hall' })).body
    .id;
  const begun = { title: 'Church hall lunch', category: 'lunch-clubs', free: true, summary: 'A hot meal with others' };
  lunch = (await ask('POST', `/api/organisations/${group}/listings`, 'asha', begun)).body.id;
  const place = { id: null, name: 'St Mark’s', addressLine: '1 Hall Lane', postcode: 'HB1 1AB', accessNotes: '' };
  await save({ places: { main: { ...place, showAddress: true }, further: [] } });
  await save({
    contacts: [{ name: 'Ann', role: '', telephone: '0161 496 0000', email: null, languages: [] }],
    events: [LUNCH],
  });
  // It says when without a sentence: its days do.
  expect((await ask('GET', `/api/listings/${lunch}/record`, 'asha')).body.missing).toEqual([]);
  expect((await ask('POST', `/api/listings/${lunch}/publish`, 'asha')).body.state).toBe('submitted');
  expect(await whatIsOn(NOVEMBER)).toEqual([]);
  expect(eventsIn(await calendar())).toEqual([]);
});

test('the officer reads the days, the place and the break before it is approved, and no others later', async () => {
  const review = (await ask('GET', `/api/listings/${lunch}/review`, 'editor')).body;
  expect(JSON.stringify(review)).toContain('every Thursday, 12:00–14:00');
  expect(JSON.stringify(review)).toContain('The cooks are on holiday');
  // What is changed while somebody looks is looked at again.
  await save({ events: [{ ...LUNCH, interval: 2 }] });
  const approve = (version: string) => ask('POST', `/api/listings/${lunch}/approve`, 'editor', { version });
  expect((await approve(review.version)).status).toBe(409);
  await save({ events: [LUNCH] });
  const { version } = (await ask('GET', `/api/listings/${lunch}/review`, 'editor')).body;
  expect((await approve(version)).status).toBe(200);
});

test('then it is on each Thursday and in no August, on the page of what is on and in the calendar', async () => {
  expect(await whatIsOn(NOVEMBER)).toEqual(['05', '12', '19', '26'].map((day) => `2026-11-${day} Free lunch`));
  expect(await whatIsOn({ from: '2027-07-28', to: '2027-09-03' })).toEqual([
    ...['2027-07-29 Free lunch', '2027-09-02 Free lunch'],
  ]);
  expect(shownInCalendar(await calendar(), '2027-07-28', '2027-09-04')).toEqual([
    '2027-07-29T12:00+01:00 14:00 Free lunch',
    '2027-09-02T12:00+01:00 14:00 Free lunch',
  ]);
  expect(eventsIn(await calendar())[0]).toMatchObject({ location: 'St Mark’s, 1 Hall Lane, HB1 1AB' });
});

test('it is found by "lunch club", and is in the open feed with its days and its break', async () => {
  const { items } = (await world.app.inject('/api/listings?words=lunch%20club')).json();
  expect(items[0]).toMatchObject({ id: lunch, free: true });
  const { schedules } = (await world.app.inject(`/oruk/v3/services/${uuidOf(lunch)}`)).json();
  expect(schedules).toMatchObject([
    { freq: 'WEEKLY', byday: 'TH', interval: 1, dtstart: '2026-11-05', opens_at: '12:00', closes_at: '14:00' },
  ]);
  expect(schedules[0].notes).toBe(
    'Not from 1 August 2027 to 31 August 2027, and so each year: The cooks are on holiday',
  );
});

test('it cannot be bought: nothing of it is for sale, to the group nor to those who look', async () => {
  const { slug } = (await ask('GET', `/api/listings/${lunch}/record`, 'asha')).body;
  expect((await world.app.inject(`/api/listings/${slug}`)).json()).toMatchObject({ free: true, offers: [] });
  expect((await ask('GET', `/api/listings/${lunch}/offers`, 'asha')).body.items).toEqual([]);
  const line = { personId: WORLD.asha, kind: 'one-off', firstDate: '2026-11-26' };
  const shares = [{ lineId: WORLD.ashaOwn, weight: 1 }];
  const bought = await ask('POST', '/api/basket/items', 'asha', { ...line, offerId: lunch, shares });
  expect(bought.status).toBe(404);
});

test('under another name and hour it stays the same in people’s calendars, and its called-off date with it', async () => {
  const { events } = (await ask('GET', `/api/listings/${lunch}/record`, 'asha')).body;
  const off = {
    eventId: events[0].id,
    date: '2026-12-03',
    is: 'called-off',
    movedTo: null,
    reason: 'The heating broke',
  };
  expect((await ask('PUT', `/api/listings/${lunch}/dates`, 'asha', off)).status).toBe(200);
  const before = eventsIn(await calendar())[0];
  await save({ events: [{ ...LUNCH, id: events[0].id, name: 'Warm lunch', startTime: '12:30' }] });
  const after = eventsIn(await calendar())[0];
  expect([after?.uid, after?.summary]).toEqual([before?.uid, 'Warm lunch']);
  expect(await calendar()).toContain('RECURRENCE-ID;TZID=Europe/London:20261203T123000\r\n');
  const { schedules } = (await world.app.inject(`/oruk/v3/services/${uuidOf(lunch)}`)).json();
  expect(schedules[0].notes).toContain('Called off on 3 December 2026: The heating broke');
});
