// From the street to the catalogue: somebody signs up to list what they do, their council looks first, and people find it.

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newKey } from '../testing/place-order.ts';
import { startTestApp, type TestApp } from '../testing/test-app.ts';
import { ACCOUNTS, type AccountName, buildWorld, WORLD } from '../testing/world.ts';
import { loadReferenceData } from './load-reference-data.ts';

const WENDY = { name: 'Wendy Walker', email: 'wendy@public.example', password: 'purple kettle morning' };
const STORE = { kind: 'alone', name: 'Wendy’s Walks' };
const FACTS = {
  ...{ title: 'A walk by the sea', summary: 'An hour outside', description: '', whenText: 'Weekday mornings' },
  ...{ whoFor: '', languages: [], faiths: [], workerGenders: [], minimumAge: null, maximumAge: null },
  ...{ evenings: false, weekends: false, hasSpace: true, accessible: false, website: null, free: true },
};
const PLACE = { id: null, name: '', addressLine: '', postcode: 'M1 1AA', accessNotes: '', showAddress: null };

type Who = AccountName | 'wendy' | null;

let world: TestApp;
let wendy = '';
/** Wendy's organisation and listing. */
let store = '';
let walk = '';
beforeAll(async () => {
  world = await startTestApp();
  await buildWorld(world);
  await loadReferenceData(world.database.ownerDb, world.clock);
});
afterAll(() => world.close());

async function ask(method: 'GET' | 'POST' | 'PUT', url: string, who: Who, payload?: object, key = newKey()) {
  world.clock.advance({ milliseconds: 1 });
  const account = who === 'wendy' ? wendy : who && ACCOUNTS[who];
  const headers = { ...(account ? await world.signIn(account, WORLD.council) : {}), 'idempotency-key': key };
  const answer = await world.app.inject({ method, url, headers, ...(payload ? { payload } : {}) });
  return { status: answer.statusCode, body: answer.body === '' ? {} : answer.json() };
}
const stateOf = async (id: string) => (await ask('GET', `/api/listings/${id}/record`, 'wendy')).body.state;
const mailsTo = (recipient: string) =>
  world.database.ownerDb.selectFrom('mails').selectAll().where('recipient', '=', recipient).orderBy('id').execute();
const isFound = async () => {
  const { items } = (await world.app.inject('/api/listings?words=walk')).json();
  return items.some(({ id }: { id: string }) => id === walk);
};
const review = (id = walk) => ask('GET', `/api/listings/${id}/review`, 'editor');
const save = async (change: object) => {
  const { version } = (await ask('GET', `/api/listings/${walk}/record`, 'wendy')).body;
  return ask('PUT', `/api/listings/${walk}/record`, 'wendy', { version, ...change });
};
const send = () => ask('POST', `/api/listings/${walk}/publish`, 'wendy');

describe('signing up to list what one does', () => {
  test('opens a store and no record to buy with, once the address is proved, and not before', async () => {
    const body = { councilSlug: 'harbourside', ...WENDY, store: STORE };
    expect((await ask('POST', '/api/accounts', null, body)).status).toBe(202);
    const opened = () =>
      world.database.ownerDb.selectFrom('organisations').selectAll().where('name', '=', STORE.name).execute();
    expect(await opened()).toEqual([]);
    const token = /confirm-email\/([\w-]+)/.exec((await mailsTo(WENDY.email))[0]?.body_text ?? '')?.[1];
    expect((await ask('POST', '/api/accounts/confirm', null, { token, password: WENDY.password })).status).toBe(200);
    const [made] = await opened();
    store = made?.id ?? '';
    wendy = made?.opened_by ?? '';
    expect(made).toMatchObject({ kind: 'micro-provider', size: 'one-person', listed_by: WORLD.council });
    const { roles } = (await ask('GET', '/api/session', 'wendy')).body;
    expect(roles).toMatchObject([{ role: 'provider', organisationId: store, personId: null }]);
  });

  test('asked again without a store before the address is proved, makes none', async () => {
    const late = { ...WENDY, email: 'late@public.example', councilSlug: 'harbourside' };
    await ask('POST', '/api/accounts', null, { ...late, store: { kind: 'charity', name: 'Late Hands' } });
    await ask('POST', '/api/accounts', null, late);
    const token = /confirm-email\/([\w-]+)/.exec((await mailsTo(late.email)).at(-1)?.body_text ?? '')?.[1];
    expect((await ask('POST', '/api/accounts/confirm', null, { token, password: late.password })).status).toBe(200);
    const made = await world.database.ownerDb
      .selectFrom('organisations')
      .select('id')
      .where('name', '=', 'Late Hands')
      .execute();
    expect(made).toEqual([]);
  });

  test.each([
    ['a name of spaces', { kind: 'alone', name: '  ' }],
    ['a kind that there is not', { kind: 'in-house', name: 'Council Kitchen' }],
    ['more than is asked', { ...STORE, in_house: true }],
  ])('is refused with %s', async (_, asked) => {
    const body = { councilSlug: 'harbourside', ...WENDY, email: 'bad@public.example', store: asked };
    expect((await ask('POST', '/api/accounts', null, body)).status).toBe(400);
  });
});

describe('somebody who has an account already', () => {
  const open = (who: Who, key = newKey()) =>
    ask('POST', '/api/organisations', who, { kind: 'community-group', name: 'Tea at Asha’s' }, key);

  test('opens a store once for a key, five at most, also when asked at one moment', async () => {
    const key = newKey();
    const [first, again] = [await open('asha', key), await open('asha', key)];
    expect([first.status, again.body]).toEqual([201, first.body]);
    const more = await Promise.all([1, 2, 3, 4, 5, 6].map(() => open('asha')));
    expect(more.filter(({ status }) => status === 201)).toHaveLength(4);
    expect(more.find(({ status }) => status !== 201)?.body.code).toBe('organisation.enough_opened');
  });

  test('opens none as an officer of the council, nor as a stranger', async () => {
    expect((await open('finance')).status).toBe(403);
    expect((await open(null)).status).toBe(401);
  });
});

describe('a listing of a store that its council looks at first', () => {
  test('is kept as it is written, and is sent once it says what people need to know', async () => {
    const begun = { title: FACTS.title, category: 'clubs-and-groups', free: true, summary: 'An hour outside' };
    walk = (await ask('POST', `/api/organisations/${store}/listings`, 'wendy', begun)).body.id;
    const own = (await ask('GET', `/api/listings/${walk}/record`, 'wendy')).body;
    expect(own).toMatchObject({
      state: 'draft',
      summary: 'An hour outside',
      looksFirst: true,
      missing: ['place', 'when', 'contact'],
    });
    expect((await send()).body.code).toBe('listing.not_ready');
    await save({ facts: { ...FACTS, servesMetres: 8_047 }, places: { main: PLACE, further: [] } });
    const organisation = (await ask('GET', `/api/organisations/${store}/record`, 'wendy')).body;
    const facts = {
      ...{ name: STORE.name, description: '', addressLine: null, city: null, postcode: null, showAddress: null },
      ...{ email: null, telephone: '0161 496 0123', website: null, acceptsIsf: false },
    };
    await ask('PUT', `/api/organisations/${store}/record`, 'wendy', { version: organisation.version, facts });
    expect((await ask('GET', `/api/listings/${walk}/preview`, 'wendy')).body).toMatchObject({
      ...{ title: FACTS.title, servesMetres: 8_047, addressShown: false, postcode: 'M1' },
      organisation: { name: STORE.name, telephone: '0161 496 0123' },
    });
    expect((await ask('GET', `/api/listings/${walk}/preview`, 'provider')).status).toBe(404);
    expect((await ask('GET', '/api/listing-reviews', 'editor')).body.items).toEqual([]);
  });

  test('waits once, however often it is sent at one moment, and no one finds it', async () => {
    const sent = await Promise.all([send(), send()]);
    expect(sent.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(sent.find(({ status }) => status === 200)?.body.state).toBe('submitted');
    expect([await stateOf(walk), await isFound()]).toEqual(['submitted', false]);
    expect((await ask('GET', '/api/listing-reviews', 'editor')).body.items).toMatchObject([
      { listingId: walk, title: FACTS.title, organisationName: STORE.name, times: 1 },
    ]);
    expect((await ask('GET', `/api/listings/${walk}/standing`, 'editor')).status).toBe(404);
  });

  test('is looked at and answered by the editors of its own council alone', async () => {
    const { version } = (await review()).body;
    for (const who of ['wendy', 'provider', 'finance', 'stranger'] as const) {
      expect((await ask('GET', '/api/listing-reviews', who)).status).toBe(403);
      expect((await ask('POST', `/api/listings/${walk}/approve`, who, { version })).status).toBe(403);
    }
    const headers = await world.signIn(ACCOUNTS.elsewhere, WORLD.elsewhere);
    const other = await world.app.inject({ url: `/api/listings/${walk}/review`, headers });
    expect([403, 404]).toContain(other.statusCode);
    const care = (await review(WORLD.careListing)).body;
    expect(care).toMatchObject({ state: 'published', waitsSince: null, times: 0 });
    const unsent = await ask('POST', `/api/listings/${WORLD.careListing}/approve`, 'editor', { version: care.version });
    expect(unsent.body.code).toBe('record.changed');
    const draft = await ask('POST', `/api/organisations/${store}/listings`, 'wendy', {
      ...{ title: 'Not yet', category: 'clubs-and-groups', free: true },
    });
    expect((await review(draft.body.id)).status).toBe(404);
  });

  test('comes back with what has to change, which its owner reads, is mailed, mends and sends again', async () => {
    const { version, fields } = (await review()).body;
    expect(fields).toContainEqual({ field: 'title', before: null, now: FACTS.title });
    const asked = await ask('POST', `/api/listings/${walk}/ask-for-changes`, 'editor', {
      ...{ version, reason: ' Say where you meet. ' },
    });
    expect(asked.body).toEqual({ state: 'changes-asked' });
    expect((await ask('GET', `/api/listings/${walk}/record`, 'wendy')).body).toMatchObject({
      ...{ state: 'changes-asked', changesAsked: 'Say where you meet.', missing: [] },
    });
    expect((await ask('GET', '/api/messages', 'wendy')).body.items).toMatchObject([
      { kind: 'listing.changes-asked', details: { listingId: walk, reason: 'Say where you meet.' } },
    ]);
    expect((await mailsTo(WENDY.email)).at(-1)?.body_text).toContain('Say where you meet.');
    await save({ facts: { ...FACTS, summary: 'We meet at the pier' } });
    expect((await send()).body.state).toBe('submitted');
    const again = (await review()).body;
    expect(again).toMatchObject({ times: 2, asked: { reason: 'Say where you meet.' } });
    expect(again.fields).toContainEqual({ field: 'summary', before: 'An hour outside', now: 'We meet at the pier' });
  });

  test('is not approved as something that the officer did not look at', async () => {
    const { version } = (await review()).body;
    await save({ facts: { ...FACTS, summary: 'Call this other number' } });
    const late = await ask('POST', `/api/listings/${walk}/approve`, 'editor', { version });
    expect([late.status, late.body.code, await stateOf(walk)]).toEqual([409, 'record.changed', 'submitted']);
    await save({ facts: { ...FACTS, summary: 'We meet at the pier' } });
  });

  test('is approved once by two officers at one moment, and people find it from then on', async () => {
    const { version } = (await review()).body;
    const approve = (who: Who) => ask('POST', `/api/listings/${walk}/approve`, who, { version });
    const answers = await Promise.all([approve('editor'), approve('administrator')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect([await stateOf(walk), await isFound()]).toEqual(['published', true]);
    expect((await ask('GET', '/api/listing-reviews', 'editor')).body.items).toEqual([]);
    expect((await ask('GET', '/api/messages', 'wendy')).body.items[0].kind).toBe('listing.approved');
    const { items } = (await ask('GET', `/api/listings/${walk}/history`, 'wendy')).body;
    expect(items.map(({ event }: { event: string }) => event)).toEqual(
      ['approved', 'submitted', 'changes-asked', 'submitted', 'drafted'].map((event) => `listing.${event}`),
    );
  });
});

describe('a listing that its owner takes down', () => {
  const takeDown = (who: Who = 'wendy') => ask('POST', `/api/listings/${walk}/take-down`, who);

  test('is found by no one, and waits for its council again when it is sent again', async () => {
    for (const who of ['provider', 'editor', 'asha'] as const)
      expect((await takeDown(who)).status).toBeGreaterThan(402);
    const both = await Promise.all([takeDown(), takeDown()]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect([await stateOf(walk), await isFound()]).toEqual(['draft', false]);
    expect((await send()).body.state).toBe('submitted');
  });

  test('while it waits is out of the queue, and can be sent once more', async () => {
    expect((await takeDown()).body.state).toBe('draft');
    expect((await ask('GET', '/api/listing-reviews', 'editor')).body.items).toEqual([]);
    expect((await send()).body.state).toBe('submitted');
    const { version } = (await review()).body;
    expect((await ask('POST', `/api/listings/${walk}/approve`, 'editor', { version })).status).toBe(200);
  });
});

test('a listing of a kind that the council does not look at first is found as soon as it is sent', async () => {
  const chosen = { key: 'lookFirstAlone', value: false, fromDate: '2026-11-02' };
  expect((await ask('POST', '/api/council-settings', 'administrator', chosen)).status).toBe(201);
  const begun = { title: 'A second walk', category: 'clubs-and-groups', free: true, summary: 'Up the hill' };
  walk = (await ask('POST', `/api/organisations/${store}/listings`, 'wendy', begun)).body.id;
  await save({ facts: { ...FACTS, title: 'A second walk' }, places: { main: PLACE, further: [] } });
  expect((await send()).body.state).toBe('published');
  expect(await isFound()).toBe(true);
});
