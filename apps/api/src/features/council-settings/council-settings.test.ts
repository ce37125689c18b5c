// Council settings from route to row: who may choose, from when it holds, what is refused, and what stays written.

import { SETTING_KEYS } from '@support-market/domain/settings/council-settings';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addToBasket, placeOrder } from '../../testing/place-order.ts';
import { startTestApp, TEST_NOW, type TestApp } from '../../testing/test-app.ts';
import { ACCOUNTS, buildWorld, WORLD } from '../../testing/world.ts';

let world: TestApp;
beforeAll(async () => {
  world = await startTestApp();
  await buildWorld(world);
});
afterAll(() => world.close());

async function send(who: keyof typeof ACCOUNTS, method: 'GET' | 'POST', url: string, payload?: object) {
  const headers = await world.signIn(ACCOUNTS[who], WORLD.council);
  return world.app.inject({ method, url, headers, ...(payload ? { payload } : {}) });
}
const choose = (key: string, value: unknown, fromDate: string, reason = '') =>
  send('administrator', 'POST', '/api/council-settings', { key, value, fromDate, reason });
async function settingOf(key: string) {
  const { items } = (await send('administrator', 'GET', '/api/council-settings')).json();
  return items.find((item: { key: string }) => item.key === key);
}

describe('choosing', () => {
  test('shows every setting with its default before anything was chosen', async () => {
    const { items, today } = (await send('administrator', 'GET', '/api/council-settings')).json();
    expect(today).toBe('2026-11-02');
    expect(items.map(({ key }: { key: string }) => key)).toEqual(SETTING_KEYS);
    expect(items[0]).toEqual({ key: 'autoConfirmDays', value: 7, default: 7, chosen: null, later: [] });
  });

  test('from today holds at once; from a later day it waits and is shown as waiting', async () => {
    expect((await choose('autoConfirmDays', 5, '2026-11-02', 'People asked for it')).statusCode).toBe(201);
    expect((await choose('autoConfirmDays', 10, '2027-04-01')).statusCode).toBe(201);
    expect(await settingOf('autoConfirmDays')).toMatchObject({
      value: 5,
      chosen: { fromDate: '2026-11-02', setByName: expect.any(String), reason: 'People asked for it' },
      later: [{ value: 10, fromDate: '2027-04-01' }],
    });
    world.clock.set(Temporal.Instant.from('2027-04-01T09:00:00Z'));
    expect(await settingOf('autoConfirmDays')).toMatchObject({ value: 10, later: [] });
    world.clock.set(Temporal.Instant.from(TEST_NOW));
  });

  test('keeps all that was ever chosen, the latest first, and leaves an audit row', async () => {
    await choose('surplusLimitWeeks', 6, '2026-11-02');
    world.clock.set(Temporal.Instant.from(TEST_NOW).add({ minutes: 1 }));
    await choose('surplusLimitWeeks', 8, '2026-11-02');
    const history = await send('auditor', 'GET', '/api/council-settings/surplusLimitWeeks/history');
    expect(history.json().items.map(({ value }: { value: number }) => value)).toEqual([8, 6]);
    const first = await send('auditor', 'GET', '/api/council-settings/surplusLimitWeeks/history?limit=1');
    const { nextCursor } = first.json();
    const second = await send(
      'auditor',
      'GET',
      `/api/council-settings/surplusLimitWeeks/history?limit=1&cursor=${nextCursor}`,
    );
    expect(second.json()).toMatchObject({ items: [{ value: 6 }], nextCursor: null });
    const audit = await world.database.ownerDb
      .selectFrom('audit_entries')
      .select('details')
      .where('event', '=', 'council-setting.chosen')
      .orderBy('id', 'desc')
      .executeTakeFirst();
    expect(audit?.details).toEqual({ key: 'surplusLimitWeeks', fromDate: '2026-11-02', value: 8 });
  });

  test.each([
    ['a number outside its bounds', 'paymentTermsDays', 31, '2026-11-02', 'setting.out_of_range', '/value'],
    ['words for a number', 'autoConfirmDays', 'seven', '2026-11-02', 'setting.not_a_number', '/value'],
    ['a telephone number in words', 'contactTelephone', 'ask Ada', '2026-11-02', 'setting.not_a_telephone', '/value'],
    ['a day that has passed', 'autoConfirmDays', 3, '2026-11-01', 'setting.begins_in_the_past', '/fromDate'],
    ['a day that does not exist', 'autoConfirmDays', 3, '2027-02-29', 'date.does_not_exist', '/fromDate'],
  ])('refuses %s, at its field, and keeps nothing', async (_, key, value, fromDate, code, pointer) => {
    const before = await world.database.ownerDb.selectFrom('council_settings').select('id').execute();
    const refused = await choose(key, value, fromDate);
    expect(refused.statusCode).toBe(422);
    expect(refused.json()).toMatchObject({ code, errors: [{ pointer, code }] });
    expect(await world.database.ownerDb.selectFrom('council_settings').select('id').execute()).toEqual(before);
  });

  test('is for an administrator alone; finance and auditors read; others do neither', async () => {
    const body = { key: 'autoConfirmDays', value: 3, fromDate: '2026-11-02' };
    expect((await send('finance', 'POST', '/api/council-settings', body)).statusCode).toBe(403);
    expect((await send('auditor', 'GET', '/api/council-settings')).statusCode).toBe(200);
    expect((await send('provider', 'GET', '/api/council-settings')).statusCode).toBe(403);
    expect((await world.app.inject('/api/council-settings')).statusCode).toBe(401);
  });

  test('a key that there is not is refused before anything is read', async () => {
    expect((await choose('everything', 1, '2026-11-02')).statusCode).toBe(400);
    expect((await send('administrator', 'GET', '/api/council-settings/everything/history')).statusCode).toBe(400);
  });
});

test('the notice is the council’s where the provider said none, and stays with an order', async () => {
  const { ownerDb } = world.database;
  await ownerDb.updateTable('offers').set({ notice_hours: 4 }).where('id', '=', WORLD.clubOffer).execute();
  const wish = { account: ACCOUNTS.asha, person: WORLD.asha, lines: [WORLD.ashaCare] };
  const order = (offer: string) =>
    placeOrder(world, { ...wish, offer, oneOff: { date: '2026-11-10', ...timeOf(offer) } });
  const timeOf = (offer: string) => (offer === WORLD.careOffer ? { startTime: '09:30', minutes: 60 } : {});
  const hoursOf = async () => {
    const rows = await ownerDb
      .selectFrom('order_lines')
      .select(['offer_id', 'notice_hours'])
      .orderBy('notice_hours', 'desc')
      .execute();
    return rows.map((row) => [row.offer_id, row.notice_hours]);
  };
  const seen = async (offer: string) => {
    await addToBasket(world, { ...wish, offer, oneOff: { date: '2026-11-10', ...timeOf(offer) } });
    const [item] = (await send('asha', 'GET', '/api/basket')).json().items;
    const headers = await world.signIn(ACCOUNTS.asha, WORLD.council);
    await world.app.inject({ method: 'DELETE', url: `/api/basket/items/${item.id}`, headers });
    const choices = (await send('asha', 'GET', `/api/basket/choices?offerId=${offer}`)).json();
    return [item.noticeHours, choices.offer.noticeHours];
  };
  expect(await seen(WORLD.careOffer)).toEqual([48, 48]);
  await order(WORLD.careOffer);
  expect((await choose('cancellationNoticeHours', 337, '2026-11-02')).json().code).toBe('setting.out_of_range');
  await choose('cancellationNoticeHours', 24, '2026-11-02');
  await choose('cancellationNoticeHours', 12, '2026-11-03');
  expect(await seen(WORLD.careOffer)).toEqual([24, 24]);
  expect(await seen(WORLD.clubOffer)).toEqual([4, 4]);
  const page = await send('asha', 'GET', `/api/listings/care-at-home?lineId=${WORLD.ashaOwn}`);
  expect(page.json().offers[0].noticeHours).toBe(24);
  await order(WORLD.careOffer);
  await order(WORLD.clubOffer);
  expect(await hoursOf()).toEqual([
    [WORLD.careOffer, 48],
    [WORLD.careOffer, 24],
    [WORLD.clubOffer, 4],
  ]);
});

describe('what everybody may read', () => {
  test('is how the council is reached and its pages, and nothing else that it chose', async () => {
    await choose('contactTelephone', '0161 496 0100', '2026-11-02');
    await choose('privacyNotice', 'We keep what we need.', '2026-11-02');
    const slug = (await send('administrator', 'GET', '/api/session')).json().councilSlug;
    const seen = await world.app.inject(`/api/councils/${slug}`);
    expect(seen.statusCode, seen.body).toBe(200);
    expect(seen.json()).toMatchObject({
      slug,
      contact: { telephone: '0161 496 0100', email: '' },
      safety: { emergencyTelephone: '999' },
      privacy: { notice: 'We keep what we need.' },
      accessibility: { status: '' },
    });
    expect(seen.body).not.toContain('surplus');
  });

  test('reads as it read on a day, with the days on which it changed', async () => {
    const slug = (await send('administrator', 'GET', '/api/session')).json().councilSlug;
    world.clock.set(Temporal.Instant.from('2026-12-01T09:00:00Z'));
    await choose('privacyNotice', 'We keep less now.', '2026-12-01');
    const now = (await world.app.inject(`/api/councils/${slug}`)).json();
    expect(now.privacy.notice).toBe('We keep less now.');
    expect(now.versions).toContainEqual({ page: 'privacy', dates: ['2026-12-01', '2026-11-02'] });
    const then = (await world.app.inject(`/api/councils/${slug}?on=2026-11-15`)).json();
    expect(then.privacy.notice).toBe('We keep what we need.');
    const soon = (await world.app.inject(`/api/councils/${slug}?on=2027-11-15`)).json();
    expect(soon.on).toBe('2026-12-01');
    world.clock.set(Temporal.Instant.from(TEST_NOW));
  });

  test('of a council that there is not is not found', async () => {
    expect((await world.app.inject('/api/councils/atlantis')).statusCode).toBe(404);
  });
});
