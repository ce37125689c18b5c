// A worker that is killed in the middle of a job gives it up at once: the next one takes it. A worker that lives keeps its
// job, even when its connections are cut. The job hangs because a test holds the table that it wants.

import { createPool, type DbClient, type DbPool } from '@support-market/db/pool';
import { createTestDatabase, type TestDatabase } from '@support-market/db/testing/test-database';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildProcesses } from '../build-processes.ts';
import { prepareQueue } from '../jobs/worker.ts';
import { freeJobsOfDeadWorkers } from '../jobs/worker-lock.ts';
import { type Program, startProgram } from './child-process.ts';
import { cutQueueConnections, holderOfJob, queueTask } from './facts.repo.ts';

const TASK = 'tidy-sessions';

let database: TestDatabase;
let pool: DbPool;
let blocker: DbClient;
let workerFile: string;
const workers: Program[] = [];

beforeAll(async () => {
  workerFile = (await buildProcesses('worker')).worker;
  database = await createTestDatabase();
  pool = createPool(database.url, { max: 2, role: 'owner', name: 'dead workers test', rows: 'as-pg-reads-them' });
  await prepareQueue(pool);
  blocker = await pool.connect();
  await blocker.query('begin; set local idle_in_transaction_session_timeout = 0; lock table sessions');
}, 60_000);

afterAll(async () => {
  await Promise.all(workers.map((worker) => worker.kill()));
  await pool.end();
  await database.drop();
});

async function startWorker(): Promise<Program> {
  const worker = await startProgram(workerFile, {
    DATABASE_URL: database.url,
    DEMONSTRATION: 'true',
    LOG_LEVEL: 'silent',
  });
  workers.push(worker);
  return worker;
}

const holder = () => holderOfJob(database.ownerDb, TASK);

/** Looks until what is seen will do. */
async function until<Value>(look: () => Promise<Value>, willDo: (seen: Value) => boolean): Promise<Value> {
  for (let turn = 0; turn < 600; turn += 1) {
    const seen = await look();
    if (willDo(seen)) return seen;
    await new Promise<void>((resume) => setTimeout(resume, 50));
  }
  throw new Error(`this never came: ${willDo.toString()}\n${workers.map((worker) => worker.said()).join('\n')}`);
}

test('a live worker keeps its job, even over cut connections; killed, it leaves the job to the next', async () => {
  const first = await startWorker();
  await queueTask(database.ownerDb, TASK);
  const name = await until(holder, (seen) => typeof seen === 'string');
  expect(await freeJobsOfDeadWorkers(pool)).toEqual([]);
  expect(await cutQueueConnections(database.ownerDb)).toBeGreaterThan(0);
  expect(await freeJobsOfDeadWorkers(pool)).toEqual([]);
  expect(await holder()).toBe(name);
  expect(first.isAlive(), first.said()).toBe(true);

  await first.kill();
  const second = await startWorker();
  await until(holder, (seen) => typeof seen === 'string' && seen !== name);
  await blocker.query('commit');
  blocker.release();
  // A job that was done is gone.
  await until(holder, (seen) => seen === undefined);
  expect(second.isAlive(), second.said()).toBe(true);
}, 120_000);
