// What should never be sent is sent to the API as a process: each gets a clear refusal that names the place, nothing is
// done, and the process stays alive and small.

import { fileURLToPath } from 'node:url';
import { createPool } from '@support-market/db/pool';
import { createTestDatabase, type TestDatabase } from '@support-market/db/testing/test-database';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { prepareQueue } from '../jobs/worker.ts';
import { buildWorld, WORLD } from '../testing/world.ts';
import { type Answer, ask, bearer, freePort, memoryOf, type Program, startProgram } from './child-process.ts';
import { ordersByAccount } from './facts.repo.ts';
import { type Buyer, createBuyers } from './population.repo.ts';
import { CLOCK_ENVIRONMENT, SET_CLOCK } from './set-clock.ts';

const SECRET = 'a secret that only this test knows, and long enough';
const SERVER = fileURLToPath(new URL('../server.ts', import.meta.url));
const MEBIBYTE = 1_048_576;
/** With the transpiler that only development carries. */
const MOST_MEBIBYTES = 800;

let database: TestDatabase;
let api: Program;
let origin: string;
let buyer: Buyer;
let headers: Record<string, string>;

beforeAll(async () => {
  database = await createTestDatabase();
  const queueOwner = createPool(database.url, { max: 1, role: 'owner' });
  await prepareQueue(queueOwner);
  await queueOwner.end();
  await buildWorld({ database });
  await database.ownerDb.updateTable('councils').set({ demonstration: true }).execute();
  const buyers = await createBuyers(database.ownerDb, 2, SET_CLOCK);
  const [first] = buyers;
  if (!first) throw new Error('there is no buyer');
  buyer = first;
  headers = bearer(SECRET, buyer.sessionId);
  const port = await freePort();
  origin = `http://127.0.0.1:${port}`;
  const env = {
    DATABASE_URL: database.url,
    DEMONSTRATION: 'true',
    PORT: String(port),
    LOG_LEVEL: 'silent',
    REQUESTS_PER_MINUTE: '0',
    SESSION_SECRET: SECRET,
    ...CLOCK_ENVIRONMENT,
  };
  api = await startProgram(SERVER, env, ['--import', 'tsx', '--max-semi-space-size=4']);
}, 120_000);

afterAll(async () => {
  await api?.stop();
  await database?.drop();
});

interface Problem {
  readonly status: number;
  readonly code: string;
  readonly errors?: readonly { readonly pointer: string; readonly code: string }[];
}

let keys = 0;

async function refused(path: string, body: string | object, key = `bad-input-${keys++}`): Promise<Problem> {
  const answer: Answer | null = await ask(origin, {
    method: 'POST',
    path,
    headers: { ...headers, 'idempotency-key': key },
    body,
  });
  if (answer === null) throw new Error(`no answer; the API said:\n${api.said()}`);
  expect(answer.type).toMatch(/^application\/problem\+json/);
  const problem = answer.json<Problem>();
  expect(problem.status).toBe(answer.status);
  expect(answer.status).toBeGreaterThanOrEqual(400);
  expect(answer.status).toBeLessThan(500);
  return problem;
}

const nested = (open: string, close: string, depth: number): string => `${open.repeat(depth)}1${close.repeat(depth)}`;

describe('a JSON bomb', () => {
  test('is refused however it is made: too large, too deep, too long, or with poisoned keys', async () => {
    expect(await refused('/api/basket/place', `{"note":"${'x'.repeat(2 * MEBIBYTE)}"}`)).toMatchObject({
      status: 413,
      code: 'request.too_large',
    });
    for (const body of [nested('[', ']', 200_000), nested('{"a":', '}', 100_000)]) {
      expect((await refused('/api/basket/place', body)).code).toMatch(/^request\./);
      expect((await refused('/api/basket/items', body)).code).toMatch(/^request\./);
    }
    const long = `[${'1,'.repeat(400_000)}1]`;
    expect((await refused('/api/basket/place', long)).code).toBe('request.invalid');
    const many = `{${Array.from({ length: 60_000 }, (_, index) => `"k${index}":0`).join(',')}}`;
    expect((await refused('/api/basket/place', many)).code).toBe('request.invalid');
    for (const poison of [
      '{"__proto__":{"isAdmin":true},"__proto__":{"isAdmin":true}}',
      '{"basketId":"bsk_x","constructor":{"prototype":{"isAdmin":true}}}',
      '{"a":{"b":{"__proto__":1}}}',
    ]) {
      expect((await refused('/api/basket/place', poison)).code).toMatch(/^request\./);
    }
    expect((await refused('/api/basket/place', '{"basketId":')).code).toBe('request.not_json');
  });

  test('far larger than it may be is answered before the connection closes, each time', async () => {
    const huge = `{"note":"${'x'.repeat(24 * MEBIBYTE)}"}`;
    for (let turn = 0; turn < 5; turn += 1) {
      const answers = await Promise.all(Array.from({ length: 4 }, () => refused('/api/basket/place', huge)));
      expect(answers.map(({ code }) => code)).toEqual(Array(4).fill('request.too_large'));
    }
  });

  test('thrown two hundred times leaves the API alive, answering, and small', async () => {
    const bomb = nested('[', ']', 400_000);
    const huge = `{"note":"${'x'.repeat(2 * MEBIBYTE)}"}`;
    const throwHundred = async (): Promise<number> => {
      for (let turn = 0; turn < 10; turn += 1) {
        await Promise.all(
          Array.from({ length: 10 }, (_, index) => refused('/api/basket/place', index % 2 ? bomb : huge)),
        );
      }
      return memoryOf(api.pid).most;
    };
    const afterFirst = await throwHundred();
    const afterSecond = await throwHundred();
    expect(api.isAlive()).toBe(true);
    expect((await ask(origin, { method: 'GET', path: '/healthz' }))?.status).toBe(200);
    // What a bomb needs is given back: a hundred more need no more than the first hundred did.
    expect(afterSecond).toBeLessThan(afterFirst * 1.25);
    expect(afterSecond).toBeLessThan(MOST_MEBIBYTES);
  });
});

test('a field that is not known, or not of its kind, is named by its place, and nothing is done', async () => {
  expect(await refused('/api/basket/place', { basketIdd: 'bsk_x' })).toMatchObject({
    status: 400,
    code: 'request.invalid',
    errors: [{ pointer: '/basketIdd', code: 'field.additionalProperties' }],
  });
  const item = { personId: 'per_x', offerId: WORLD.clubOffer, kind: 'one-off', firstDate: '2026-02-30' };
  const wrong = await refused('/api/basket/items', {
    ...item,
    shares: [{ lineId: buyer.lineId, weight: 1, extra: 1 }],
  });
  expect(wrong.errors?.[0]?.pointer).toMatch(/^\//);
  expect(await ordersByAccount(database.ownerDb)).toEqual(new Map());
});

test('a key that comes back with another body is a conflict, and with the same body gets the same bytes', async () => {
  const place = (body: object) =>
    ask(origin, {
      method: 'POST',
      path: '/api/basket/place',
      headers: { ...headers, 'idempotency-key': 'one-key-for-all' },
      body,
    });
  const first = await place({});
  expect(first?.status, first?.bytes.toString()).toBe(200);
  expect(await refused('/api/basket/place', { totalPence: 4_130 }, 'one-key-for-all')).toMatchObject({
    status: 409,
    code: 'idempotency.other_body',
  });
  const again = await Promise.all(Array.from({ length: 20 }, () => place({})));
  const parsed = again.map((answer) => answer?.json());
  expect(parsed).toEqual(again.map(() => first?.json()));
  expect((await ordersByAccount(database.ownerDb)).get(buyer.accountId)).toHaveLength(2);
});
