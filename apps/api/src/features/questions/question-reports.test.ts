// Who can have the council look at what was written, what officers see of it, and what the side that reported it is told.

import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { newKey } from '../../testing/place-order.ts';
import { startTestApp, type TestApp } from '../../testing/test-app.ts';
import { ACCOUNTS, type AccountName, buildWorld, WORLD } from '../../testing/world.ts';

let world: TestApp;
let question: string;
let entry: string;
beforeAll(async () => {
  world = await startTestApp();
  await buildWorld(world);
});
afterAll(() => world.close());

async function send(who: AccountName, method: 'GET' | 'POST', url: string, payload?: object) {
  const headers = await world.signIn(ACCOUNTS[who], who === 'elsewhere' ? WORLD.elsewhere : WORLD.council);
  return world.app.inject({
    ...{ method, url, headers: { ...headers, 'idempotency-key': newKey() } },
    ...(payload ? { payload } : {}),
  });
}

beforeEach(async () => {
  for (const table of ['question_reports', 'questions', 'messages'] as const)
    await world.database.ownerDb.deleteFrom(table).execute();
  const body = { personId: WORLD.asha, listingId: WORLD.careListing, words: 'Is there a lift?' };
  question = (await send('asha', 'POST', '/api/questions', body)).json<{ id: string }>().id;
  world.clock.advance({ seconds: 1 });
  await send('provider', 'POST', `/api/questions/${question}/entries`, { words: 'Find out yourself, stupid.' });
  const thread = (await send('asha', 'GET', `/api/questions/${question}`)).json<{ items: { id: string }[] }>();
  entry = thread.items[0]?.id ?? '';
});

const report = (who: AccountName, reason = 'This is rude.') =>
  send(who, 'POST', `/api/question-entries/${entry}/report`, { reason });
interface Reports {
  readonly items: { readonly id: string; readonly words: string }[];
  readonly nextCursor: string | null;
}
const reports = async (query = '') =>
  (await send('administrator', 'GET', `/api/question-reports${query}`)).json<Reports>();
const told = async (who: AccountName) =>
  (await send(who, 'GET', '/api/messages')).json<{ items: { kind: string; details: object }[] }>().items;

test('an administrator sees what was reported, why and of whom, and nothing else of the thread', async () => {
  expect((await report('representative')).statusCode).toBe(200);
  expect((await reports()).items).toMatchObject([
    {
      ...{ title: 'Care at home', personName: 'Asha Example', organisationName: 'Bright Care', side: 'provider' },
      ...{ words: 'Find out yourself, stupid.', reportedSide: 'person', reason: 'This is rude.' },
    },
  ]);
  expect(JSON.stringify(await reports())).not.toContain('Is there a lift?');
  expect(await told('administrator')).toMatchObject([{ kind: 'question-report.made' }]);
  expect((await send('administrator', 'GET', `/api/questions/${question}`)).statusCode).toBe(403);
});

test('one side reports the same once, also at the same moment, and the other side can too', async () => {
  await Promise.all([report('asha'), report('representative', 'Rude again.')]);
  expect((await reports()).items).toHaveLength(1);
  await report('provider', 'I am sorry for that.');
  expect((await reports()).items).toHaveLength(2);
});

test('who may not read a thread cannot report anything of it, as if it were not there', async () => {
  const none = await send('stranger', 'POST', '/api/question-entries/quen_01missing0000000000000000/report', {
    reason: 'x',
  });
  for (const who of ['stranger', 'broker', 'clubProvider'] as const) {
    const answer = await report(who);
    expect([who, answer.statusCode]).toEqual([who, 404]);
    expect({ ...answer.json(), requestId: '' }).toEqual({ ...none.json(), requestId: '' });
  }
  expect((await reports()).items).toEqual([]);
});

test('no one but an administrator of the council sees or settles reports', async () => {
  await report('asha');
  const id = (await reports()).items[0]?.id ?? '';
  for (const who of ['commissioner', 'practitioner', 'auditor', 'editor', 'asha', 'provider'] as const)
    for (const answer of [
      await send(who, 'GET', '/api/question-reports'),
      await send(who, 'POST', `/api/question-reports/${id}/settle`, { reply: 'Done.' }),
    ])
      expect([who, answer.statusCode]).toEqual([who, 403]);
});

test('a report is settled once, and the side that made it is told what comes of it', async () => {
  await report('asha');
  const id = (await reports()).items[0]?.id ?? '';
  const settle = () =>
    send('administrator', 'POST', `/api/question-reports/${id}/settle`, { reply: ' We spoke with them. ' });
  const both = await Promise.all([settle(), settle()]);
  expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
  expect((await reports()).items).toEqual([]);
  expect((await told('representative')).filter(({ kind }) => kind === 'question-report.settled')).toMatchObject([
    { details: { questionId: question, reply: 'We spoke with them.' } },
  ]);
  expect((await told('provider')).filter(({ kind }) => kind === 'question-report.settled')).toEqual([]);
  const missing = await send('administrator', 'POST', '/api/question-reports/quer_01missing0000000000000000/settle', {
    reply: 'x',
  });
  expect(missing.statusCode).toBe(404);
});

test('what was reported stays with the report when the thread is gone, and reports are paged', async () => {
  await report('asha');
  world.clock.advance({ seconds: 1 });
  await report('provider');
  await world.database.ownerDb.deleteFrom('questions').execute();
  const first = await reports('?limit=1');
  const second = await reports(`?limit=1&cursor=${first.nextCursor}`);
  expect([...first.items, ...second.items].map(({ words }) => words)).toEqual([
    'Find out yourself, stupid.',
    'Find out yourself, stupid.',
  ]);
  expect(second.nextCursor).toBeNull();
});
