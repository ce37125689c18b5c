// The API and the worker as processes, from the moment they start to the moment they end: as whom they begin, how they
// bear a locked table and requests that never arrive, and that they end without breaking a promise.

import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { createPool, type DbClient, type DbPool } from '@support-market/db/pool';
import { createTestDatabase, type TestDatabase } from '@support-market/db/testing/test-database';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildProcesses } from '../build-processes.ts';
import { prepareQueue } from '../jobs/worker.ts';
import { buildWorld, WORLD } from '../testing/world.ts';
import { bearer, freePort, type Program, startProgram } from './child-process.ts';
import { holderOfJob, queueTask } from './facts.repo.ts';
import { openSession } from './population.repo.ts';
import { CLOCK_ENVIRONMENT, SET_CLOCK } from './set-clock.ts';

const SECRET = 'a secret that only this test knows, and long enough';
const TASK = 'tidy-sessions';

let database: TestDatabase;
let pool: DbPool;
let files: { readonly server: string; readonly worker: string };
let signedIn: { readonly authorization: string };
let server: Program;
let port = 0;
const programs: Program[] = [];

beforeAll(async () => {
  files = await buildProcesses('server', 'worker');
  database = await createTestDatabase();
  pool = createPool(database.url, { max: 3, role: 'owner', name: 'start to end test', rows: 'as-pg-reads-them' });
  await prepareQueue(pool);
  await buildWorld({ database });
  await database.ownerDb.updateTable('councils').set({ demonstration: true }).execute();
  signedIn = bearer(SECRET, await openSession(database.ownerDb, 'asha', SET_CLOCK));
  await startServer();
}, 60_000);

afterAll(async () => {
  await Promise.all(programs.map((program) => program.kill()));
  await pool.end();
  await database.drop();
});

const environment = (more: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv => ({
  DATABASE_URL: database.url,
  APP_DATABASE_URL: database.appUrl,
  DEMONSTRATION: 'true',
  LOG_LEVEL: 'silent',
  SESSION_SECRET: SECRET,
  PORT: String(port),
  ...CLOCK_ENVIRONMENT,
  ...more,
});

async function startServer(): Promise<void> {
  port = await freePort();
  server = await startProgram(files.server, environment());
  programs.push(server);
}

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(`http://127.0.0.1:${port}${path}`, { headers });

/** Holds tables so that nothing else can even read them, until the answer is called. */
async function lock(...tables: readonly string[]): Promise<() => Promise<void>> {
  const client: DbClient = await pool.connect();
  await client.query(`begin; set local idle_in_transaction_session_timeout = 0; lock table ${tables.join(', ')}`);
  return async () => {
    await client.query('rollback');
    client.release();
  };
}

/** How many queries of the API wait for a lock. */
async function waitingForLocks(): Promise<number> {
  const { rows } = await pool.query<{ n: string }>(
    `select count(*) as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
  );
  return Number(rows[0]?.n);
}

test.each(['server', 'worker'] as const)('the %s does not start as the owner of the tables', async (name) => {
  const starting = startProgram(files[name], environment({ APP_DATABASE_URL: database.url, PORT: '0' }));
  await expect(starting).rejects.toThrow(
    /ended with 1:\nThe application is logged in as .*row-level security does not bind/,
  );
});

test('a lock on orders and audit takes every connection of its readers, and search is answered', async () => {
  const unlock = await lock('orders', 'audit_entries');
  try {
    const held = Array.from({ length: 40 }, () => get('/api/orders', signedIn));
    await expect.poll(waitingForLocks, { timeout: 10_000 }).toBeGreaterThanOrEqual(12);
    expect((await get('/api/listings?words=care')).status).toBe(200);
    expect((await get('/api/listings?words=care', signedIn)).status).toBe(200);
    expect((await get('/api/categories')).status).toBe(200);
    expect((await get('/readyz')).status).toBe(200);
    for (const answer of await Promise.all(held)) {
      expect(answer.status).toBe(503);
      expect(answer.headers.get('retry-after')).toBe('5');
      expect(await answer.json()).toMatchObject({ code: 'service.busy' });
    }
  } finally {
    await unlock();
  }
  expect((await get('/api/orders', signedIn)).status).toBe(200);
});

describe.concurrent('what must not go on for ever', () => {
  test('3,000 requests that never arrive are closed within half a minute, and others are answered', async () => {
    const beginnings = [
      '',
      'GET /api/categories HTTP/1.1\r\nHost: x\r\nX-Slow: ',
      'POST /api/session HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 200\r\n\r\n{"email":',
    ];
    const began = performance.now();
    const sockets: Socket[] = [];
    for (let made = 0; made < 3_000; made += 100) {
      const some = Array.from({ length: 100 }, (_, index) => {
        const socket = connect(port, '127.0.0.1');
        socket.on('error', () => undefined);
        socket.resume();
        socket.write(beginnings[(made + index) % beginnings.length] ?? '');
        sockets.push(socket);
        return once(socket, 'connect');
      });
      await Promise.all(some);
    }
    expect((await get('/api/categories')).status).toBe(200);
    const closed = sockets.map((socket) => (socket.closed ? undefined : once(socket, 'close')));
    await Promise.all(closed);
    expect(performance.now() - began).toBeLessThan(30_000);
  });

  test('a worker that is told to end gives back a job that does not, and ends', async () => {
    const worker = await startProgram(files.worker, environment({ PORT: '0' }));
    programs.push(worker);
    const unlock = await lock('one_time_links');
    try {
      await queueTask(database.ownerDb, TASK);
      const holder = () => holderOfJob(database.ownerDb, TASK);
      await expect.poll(holder, { timeout: 15_000 }).toEqual(expect.any(String));
      await worker.stop();
      expect(await holder()).toBeNull();
    } finally {
      await unlock();
    }
  });
});

test('a worker that begins has the search find what the version before wrote without it', async () => {
  const found = async () =>
    ((await (await get('/api/listings?words=draughts')).json()) as { items: { title: string }[] }).items;
  await database.ownerDb
    .updateTable('listings')
    .set({ title: 'Draughts' })
    .where('id', '=', WORLD.clubListing)
    .execute();
  expect(await found()).toEqual([]);
  const worker = await startProgram(files.worker, environment({ PORT: '0' }));
  programs.push(worker);
  await expect.poll(found, { timeout: 15_000 }).toMatchObject([{ title: 'Draughts' }]);
  await worker.stop();
});

test('told to end, it answers what it took, refuses what comes then, and ends', async () => {
  const unlock = await lock('orders');
  const taken = get('/api/orders', signedIn);
  await expect.poll(waitingForLocks).toBeGreaterThanOrEqual(1);
  const ended = server.stop();
  await expect.poll(async () => (await get('/api/categories')).status).toBe(503);
  const refused = await get('/api/categories');
  expect(refused.headers.get('connection')).toBe('close');
  expect(refused.headers.get('retry-after')).toBe('30');
  expect(await refused.json()).toMatchObject({ code: 'service.unavailable' });
  await unlock();
  expect((await taken).status).toBe(200);
  await ended;
  await expect(get('/healthz')).rejects.toThrow();
});
