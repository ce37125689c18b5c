// A council's agreed rates from the officer's page to what is charged: seen and paid by that council's money alone.

import { sql } from 'kysely';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newKey, placeOrder } from '../../testing/place-order.ts';
import { putOnSale } from '../../testing/put-on-sale.ts';
import { startTestApp, type TestApp } from '../../testing/test-app.ts';
import { ACCOUNTS, type AccountName, buildWorld, WORLD } from '../../testing/world.ts';

const OFFER = 'off_rated0000000000000000000';
let world: TestApp;
beforeAll(async () => {
  world = await startTestApp();
  await buildWorld(world);
  world.clock.set(Temporal.Instant.from('2026-11-02T09:00:00Z'));
  const offer = { id: OFFER, listingId: WORLD.careListing, name: 'A rated hour', unit: 'hour' } as const;
  await putOnSale(world, offer, { pricePence: 2_200n });
});
afterAll(() => world.close());

async function call(who: AccountName | null, url: string, payload?: object, key = newKey(), council?: string) {
  const home = who === 'elsewhere' ? WORLD.elsewhere : WORLD.council;
  const signedIn = who === null ? {} : await world.signIn(ACCOUNTS[who], council ?? home);
  const headers = { ...signedIn, 'idempotency-key': key };
  return world.app.inject({ method: payload ? 'POST' : 'GET', url, headers, ...(payload ? { payload } : {}) });
}

const rate = (pricePence: number, from: string, until: string | null = null) => ({
  ...{ offerId: OFFER, pricePence, from, until },
});

async function holding(): Promise<unknown[]> {
  const { rates } = (await call('auditor', `/api/agreed-rates/${OFFER}`)).json();
  return rates
    .filter(({ replacedOn }: { replacedOn: string | null }) => replacedOn === null)
    .map((one: { pricePence: number; from: string; until: string | null }) => [one.pricePence, one.from, one.until]);
}

const careFrom = (line: string, date: string) =>
  placeOrder(world, {
    account: ACCOUNTS.asha,
    person: WORLD.asha,
    offer: OFFER,
    lines: [line],
    oneOff: { date, startTime: '10:00', minutes: 60 },
  });

test('two prices for one thing: only Asha with social care sees and pays £19.20, all others £22.00', async () => {
  expect((await call('commissioner', '/api/agreed-rates', rate(1_920, '2026-11-02'))).statusCode).toBe(200);
  const offerIn = async (who: AccountName | null, query = '') => {
    const { offers } = (await call(who, `/api/listings/care-at-home${query}`)).json();
    return offers.find(({ id }: { id: string }) => id === OFFER);
  };
  const mine = await offerIn('asha', `?lineId=${WORLD.ashaCare}`);
  expect([mine.price.pence, mine.myPrice]).toMatchObject([2_200, { pence: 1_920, why: 'agreed' }]);
  for (const [who, query] of [
    [null, ''],
    ['elsewhere', ''],
    ['asha', `?lineId=${WORLD.ashaOwn}`],
  ] as const)
    expect(JSON.stringify(await offerIn(who, query))).not.toContain('1920');
  const [care, own] = [await careFrom(WORLD.ashaCare, '2026-11-05'), await careFrom(WORLD.ashaOwn, '2026-11-06')];
  expect([care.totalPence, own.totalPence]).toEqual([1_920, 2_200]);
  for (const feed of ['/oruk/v3/services?per_page=50', '/oruk/v1/services?per_page=50'])
    expect((await call(null, feed)).body).not.toMatch(/19\.2|1920/);
});

test('a rate is followed by the next, ends on its last day, and all that was said stays to be read', async () => {
  await call('administrator', '/api/agreed-rates', rate(2_016, '2027-04-01'));
  expect(await holding()).toEqual([
    [1_920, '2026-11-02', '2027-03-31'],
    [2_016, '2027-04-01', null],
  ]);
  const { rates } = (await call('finance', `/api/agreed-rates/${OFFER}`)).json();
  expect(rates).toHaveLength(3);
  const last = rates.at(-1);
  const ended = await call('commissioner', '/api/agreed-rates/end', { rateId: last.id, lastDay: '2027-06-30' });
  expect(ended.statusCode, ended.body).toBe(200);
  expect(await holding()).toEqual([
    [1_920, '2026-11-02', '2027-03-31'],
    [2_016, '2027-04-01', '2027-06-30'],
  ]);
  const again = await call('commissioner', '/api/agreed-rates/end', { rateId: last.id, lastDay: '2027-06-30' });
  expect([again.statusCode, again.json().code]).toEqual([409, 'record.changed']);
});

test('one that has not begun is taken away and the one before goes on; not where somebody ordered at it', async () => {
  const set = async (from: string, pence = 1_980) =>
    (await call('commissioner', '/api/agreed-rates', rate(pence, from))).json().rates as {
      id: string;
      from: string;
      replacedOn: string | null;
    }[];
  const idAt = (rates: Awaited<ReturnType<typeof set>>, from: string) =>
    rates.find((one) => one.from === from && one.replacedOn === null)?.id ?? '';
  const before = await holding();
  const later = idAt(await set('2027-01-01'), '2027-01-01');
  expect(await holding()).toHaveLength(3);
  expect((await call('commissioner', '/api/agreed-rates/remove', { rateId: later })).statusCode).toBe(200);
  expect(await holding()).toEqual(before);
  const ordered = idAt(await set('2027-02-01'), '2027-02-01');
  await careFrom(WORLD.ashaCare, '2027-02-03');
  const kept = await call('commissioner', '/api/agreed-rates/remove', { rateId: ordered });
  expect([kept.statusCode, kept.json().code]).toEqual([409, 'price.ordered']);
  const begun = (await call('commissioner', `/api/agreed-rates/${OFFER}`))
    .json()
    .rates.find(
      (one: { from: string; replacedOn: string | null }) => one.from === '2026-11-02' && one.replacedOn === null,
    );
  const held = await call('commissioner', '/api/agreed-rates/remove', { rateId: begun.id });
  expect([held.statusCode, held.json().code]).toEqual([409, 'price.has_begun']);
});

test.each([
  ['a first day that has passed', rate(1_900, '2026-11-01'), '/from', 'schedule.in_the_past'],
  ['an end before its beginning', rate(1_900, '2027-08-02', '2027-08-01'), '/until', 'schedule.ends_before_start'],
  ['a day that no calendar has', rate(1_900, '2027-02-30'), '/from', 'date.does_not_exist'],
])('%s is refused at its field, and no rate changes', async (_, body, pointer, code) => {
  const before = await holding();
  const refused = await call('commissioner', '/api/agreed-rates', body);
  expect([refused.statusCode, refused.json().errors[0]]).toMatchObject([422, { pointer, code }]);
  expect(await holding()).toEqual(before);
});

test('the same key saves once, and two officers at once leave one rate on each day', async () => {
  const key = newKey();
  const twice = await Promise.all(
    [1, 2].map(() => call('commissioner', '/api/agreed-rates', rate(2_050, '2027-09-01'), key)),
  );
  expect(twice.map(({ statusCode }) => statusCode)).toEqual([200, 200]);
  const answers = await Promise.all([
    call('commissioner', '/api/agreed-rates', rate(2_060, '2027-10-01')),
    call('administrator', '/api/agreed-rates', rate(2_070, '2027-10-01')),
  ]);
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200]);
  const { rows } = await sql`select valid_from from agreed_rates where offer_id = ${OFFER} and replaced_at is null
    group by valid_from having count(*) > 1`.execute(world.database.ownerDb);
  expect(rows).toEqual([]);
});

test('the list shows what has a rate, and for part of a provider’s name all that it sells, page by page', async () => {
  const list = async (query = '') => (await call('commissioner', `/api/agreed-rates${query}`)).json();
  const ids = ({ items }: { items: { offerId: string }[] }) => items.map(({ offerId }) => offerId);
  expect(ids(await list())).toEqual([WORLD.careOffer, OFFER]);
  const { items } = await list();
  expect(items.at(-1)).toMatchObject({ publicPence: 2_200, agreedPence: 1_920, offerName: 'A rated hour' });
  const first = await list('?limit=1');
  expect(ids(await list(`?limit=1&cursor=${first.nextCursor}`))).toEqual([OFFER]);
  const club = (
    await world.database.ownerDb
      .selectFrom('organisations')
      .select('name')
      .where('id', '=', WORLD.club)
      .executeTakeFirstOrThrow()
  ).name;
  expect(ids(await list(`?search=${encodeURIComponent(club.slice(0, 6).toUpperCase())}`))).toContain(WORLD.clubOffer);
});

test('another council’s rates are not there to read or to end, and a provider reads none', async () => {
  await world.database.ownerDb
    .insertInto('memberships')
    .values({
      ...{ council_id: WORLD.elsewhere, id: 'mem_ratekeeper00000000000000', account_id: ACCOUNTS.elsewhere },
      ...{ role: 'commissioner', person_id: null, organisation_id: null },
    })
    .execute();
  const seen = (await call('elsewhere', `/api/agreed-rates/${OFFER}`)).json();
  expect([seen.agreedPence, seen.rates, (await call('elsewhere', '/api/agreed-rates')).json().items]).toEqual([
    null,
    [],
    [],
  ]);
  const { rates } = (await call('commissioner', `/api/agreed-rates/${OFFER}`)).json();
  const end = (rateId: string) => call('elsewhere', '/api/agreed-rates/end', { rateId, lastDay: '2027-12-31' });
  const missing = await end('rate_nothing00000000000000000');
  expect([missing.statusCode, (await end(rates[0].id)).body]).toEqual([404, missing.body]);
  for (const who of ['provider', 'asha', 'practitioner'] as const)
    expect((await call(who, `/api/agreed-rates/${OFFER}`)).statusCode).toBe(403);
  expect((await call('finance', '/api/agreed-rates', rate(1, '2027-12-01'))).statusCode).toBe(403);
});
