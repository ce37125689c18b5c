// A cursor belongs to the list that it was made in, with its filters: in any other it would leave out rows and say nothing of it.
// These tests lay one to every list that has pages.

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listAsked, makeCursor, pageFrom, readCursor } from '../platform/cursors.ts';
import { startTestApp, type TestApp } from '../testing/test-app.ts';
import { ACCOUNTS, buildWorld, WORLD } from '../testing/world.ts';

const AT = '2026-11-02T09:00:00Z';
const DAY = '2026-11-02';
const RUN = 'run_0000000000000000000000009';
const LATEST = 'zzz_7zzzzzzzzzzzzzzzzzzzzzzzzz';

/** Who may ask for the list, its address, its name, what its address asks besides, and the keys of a row. */
const LISTS: readonly (readonly [keyof typeof ACCOUNTS, string, string, object, readonly string[]])[] = [
  ['asha', '/api/orders', 'orders', {}, [AT, LATEST]],
  ['asha', '/api/orders?state=placed', 'orders', { state: 'placed' }, [AT, LATEST]],
  ['asha', '/api/messages', 'messages', {}, [AT, LATEST]],
  ['asha', `/api/people/${WORLD.asha}/audit-entries`, 'looks', { personId: WORLD.asha, who: 'others' }, [AT, LATEST]],
  ['asha', '/api/visits?from=2026-11-02', 'visits', { from: DAY, to: '2026-11-08' }, [DAY, '-infinity', LATEST]],
  ['manager', '/api/people?search=a', 'people', { search: 'a' }, ['Asha', LATEST]],
  ['manager', '/api/build-up', 'build-up', {}, ['1']],
  ['manager', '/api/caseloads', 'caseloads', {}, ['Asha', LATEST]],
  ['finance', '/api/final-statements', 'final-statements', {}, [DAY, LATEST]],
  ['provider', '/api/invoices?state=paid', 'invoices', { state: 'paid' }, [DAY, LATEST]],
  ['provider', '/api/remittances', 'remittances', {}, [LATEST]],
  ['provider', '/api/workers?state=active', 'workers', { state: 'active' }, ['ann', LATEST]],
  ['isfHolder', '/api/budget-lines', 'held-lines', {}, ['Asha', LATEST]],
  ['finance', '/api/exceptions', 'exceptions', { state: 'open' }, [AT, LATEST]],
  ['finance', '/api/money-exceptions', 'money-exceptions', { state: 'open' }, [LATEST]],
  ['finance', '/api/pay-ins?state=due', 'pay-ins', { state: 'due' }, [DAY, LATEST]],
  ['finance', '/api/payee-accounts', 'payee-accounts', { show: 'proposed' }, [LATEST]],
  ['finance', '/api/payment-runs?state=proposed', 'payment-runs', { state: 'proposed' }, [LATEST]],
  ['finance', `/api/payment-runs/${RUN}/payments`, 'run-payments', { id: RUN }, ['1']],
  ['finance', `/api/payment-runs/${RUN}/bank-entries`, 'bank-entries', { id: RUN }, [LATEST]],
  [
    'finance',
    `/api/payment-runs/proposal?funderId=${WORLD.adults}`,
    'proposed-payments',
    { funderId: WORLD.adults },
    ['Bright Care', LATEST],
  ],
  ['finance', `/api/funders/${WORLD.adults}/statement`, 'funder-statement', { id: WORLD.adults }, ['Bright', LATEST]],
  ['auditor', '/api/audit-entries?event=order.placed', 'audit-entries', { event: 'order.placed' }, [AT, LATEST]],
  [
    'auditor',
    `/api/traces/${WORLD.ashaCare}?reason=a+look`,
    'trace',
    { reference: WORLD.ashaCare },
    [DAY, LATEST, '1'],
  ],
  ['administrator', '/api/memberships', 'members', {}, ['Asha', LATEST]],
  ['administrator', '/api/invitations', 'invitations', {}, [LATEST]],
  ['administrator', '/api/letters?state=waiting', 'letters', { state: 'waiting' }, [LATEST]],
  [
    'administrator',
    '/api/council-settings/surplusLimitWeeks/history',
    'setting-history',
    { key: 'surplusLimitWeeks' },
    [LATEST],
  ],
  ['editor', '/api/listing-reviews', 'listing-reviews', {}, [LATEST]],
  ['editor', '/api/withheld-listings', 'withheld-listings', {}, [LATEST]],
];

let world: TestApp;
beforeAll(async () => {
  world = await startTestApp();
  await buildWorld(world);
});
afterAll(() => world.close());

describe.each(LISTS)('by the %s of %s', (who, url, name, asked, keys) => {
  const ask = async (cursor: string | null) => {
    const headers = await world.signIn(ACCOUNTS[who], WORLD.council);
    return world.app.inject({
      url: cursor === null ? url : `${url}${url.includes('?') ? '&' : '?'}cursor=${cursor}`,
      headers,
    });
  };

  test('a cursor of its own is taken, and one of another list or of other filters is refused by its name', async () => {
    const first = await ask(null);
    expect([200, 404]).toContain(first.statusCode);
    const own = await ask(makeCursor(listAsked(name, asked), keys));
    expect([own.statusCode, own.body]).toEqual([first.statusCode, expect.anything()]);
    for (const list of [listAsked('another', asked), listAsked(name, { ...asked, more: 'x' })]) {
      const other = await ask(makeCursor(list, keys));
      expect(other.statusCode).toBe(400);
      expect(other.json()).toMatchObject({ errors: [{ pointer: '/querystring/cursor', code: 'field.cursor' }] });
    }
  });

  test('one whose keys no row could have is refused', async () => {
    for (const [at, key] of keys.entries()) {
      const isText = key !== AT && key !== DAY && key !== '1' && key !== '-infinity';
      for (const wrong of [
        'x\0',
        '\ud800',
        ...(isText ? [] : ['yesterday', '2026-02-30', '-271821-04-20T00:00:00Z', '-1']),
      ]) {
        const answer = await ask(makeCursor(listAsked(name, asked), keys.with(at, wrong)));
        expect([wrong, answer.statusCode]).toEqual([wrong, 400]);
        expect(answer.json()).toMatchObject({ errors: [{ pointer: '/querystring/cursor', code: 'field.cursor' }] });
      }
    }
  });
});

describe('a list as it was asked for', () => {
  const asked = listAsked('orders', { state: 'placed' });

  test('is the same wherever the place in it is, and whatever the order of what was asked', () => {
    expect(listAsked('orders', { limit: 5, cursor: 'x', state: 'placed', personId: undefined })).toBe(asked);
    expect(listAsked('a', { one: 1, two: 2 })).toBe(listAsked('a', { two: 2, one: 1 }));
    expect(new Set([asked, listAsked('orders'), listAsked('invoices', { state: 'placed' })]).size).toBe(3);
  });

  test.each([
    ['another list', makeCursor(listAsked('orders'), [AT, 'x']), ['instant', 'text']],
    ['fewer keys', makeCursor(asked, [AT]), ['instant', 'text']],
    ['more keys', makeCursor(asked, [AT, 'x', 'y']), ['instant', 'text']],
    ['a NUL', makeCursor(asked, [AT, 'x\0']), ['instant', 'text']],
    ['half a letter', makeCursor(asked, [AT, '\ud800']), ['instant', 'text']],
    ['a moment that is none', makeCursor(asked, ['yesterday', 'x']), ['instant', 'text']],
    ['a moment before all years', makeCursor(asked, ['-271821-04-20T00:00:00Z', 'x']), ['instant', 'text']],
    ['a month that is none', makeCursor(asked, ['2026-13-01T00:00:00Z', 'x']), ['instant', 'text']],
    ['a day that is none', makeCursor(asked, ['2026-02-30', 'x']), ['date', 'text']],
    ['the year 0', makeCursor(asked, ['0000-01-01', 'x']), ['date', 'text']],
    ['no moment, wrongly said', makeCursor(asked, ['infinity?']), ['instant-or-none']],
    ['a number below nothing', makeCursor(asked, ['-1']), ['count']],
    ['a number and no text', Buffer.from(JSON.stringify([asked, 1])).toString('base64url'), ['count']],
    ['no list of keys', Buffer.from('{"length":2}').toString('base64url'), ['count']],
    ['nothing', '', ['count']],
    ['what is no JSON', 'bm9uc2Vuc2U', ['count']],
  ] as const)('takes no cursor with %s', (_what, cursor, kinds) => {
    expect(() => readCursor(asked, cursor, kinds)).toThrow('request.invalid');
  });

  test('goes on after the last row of a page', () => {
    const { items, nextCursor } = pageFrom(asked, ['a', 'b', 'c'], 2, (row) => [row]);
    expect([items, readCursor(asked, nextCursor ?? '', ['text'])]).toEqual([['a', 'b'], ['b']]);
    expect(pageFrom(asked, ['a', 'b'], 2, (row) => [row]).nextCursor).toBeNull();
    expect(readCursor(asked, undefined, ['text'])).toBeNull();
  });
});
