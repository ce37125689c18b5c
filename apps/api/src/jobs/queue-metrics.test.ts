// Proves that an operator sees jobs that wait, jobs that have failed for good, and a worker that has stopped.

import { createPool } from '@support-market/db/pool';
import { createTestDatabase, type TestDatabase } from '@support-market/db/testing/test-database';
import { sql } from 'kysely';
import { Registry } from 'prom-client';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { queueMetrics } from './queue-metrics.ts';
import { prepareQueue } from './worker.ts';

let database: TestDatabase;
beforeEach(async () => {
  database = await createTestDatabase({ max: 2 });
});
afterEach(() => database.drop());

async function prepare(): Promise<void> {
  const owner = createPool(database.url, { max: 1, role: 'owner', name: 'test queue' });
  await prepareQueue(owner);
  await owner.end();
}

/** The value of every gauge of the queue that has one. */
async function gauges(): Promise<Record<string, number>> {
  const registry = new Registry();
  await queueMetrics(registry, database.db)();
  const lines = (await registry.metrics()).split('\n').filter((line) => line.startsWith('job_queue_'));
  return Object.fromEntries(lines.map((line) => line.split(' ')).map(([name, value]) => [name, Number(value)]));
}

test('a queue not yet used is empty, and no worker has been seen', async () => {
  await prepare();
  expect(await gauges()).toEqual({ job_queue_due_jobs: 0, job_queue_failed_jobs: 0, job_queue_oldest_due_seconds: 0 });
});

test('due jobs, failed jobs and the last schedule’s age are counted as the application, reading no job', async () => {
  await prepare();
  const job = (runAt: string) =>
    sql`select graphile_worker.add_job('send-mail', '{}'::json, run_at => ${runAt}::timestamptz, max_attempts => 1)`;
  await job('2026-01-01T00:00:00Z').execute(database.ownerDb);
  await job('2026-01-01T00:00:00Z').execute(database.ownerDb);
  await job('2126-01-01T00:00:00Z').execute(database.ownerDb);
  await sql`update graphile_worker._private_jobs set attempts = 1 where id = (select max(id) - 1 from graphile_worker._private_jobs)`.execute(
    database.ownerDb,
  );
  await sql`insert into graphile_worker._private_known_crontabs values ('seal', now(), now() - interval '10 minutes')`.execute(
    database.ownerDb,
  );
  const seen = await gauges();
  expect(seen).toMatchObject({ job_queue_due_jobs: 1, job_queue_failed_jobs: 1 });
  expect(seen['job_queue_oldest_due_seconds']).toBeGreaterThan(0);
  expect(seen['job_queue_schedule_age_seconds']).toBeGreaterThanOrEqual(600);
  await expect(sql`select payload from graphile_worker._private_jobs`.execute(database.db)).rejects.toThrow(
    /permission denied/,
  );
});

test('where the queue cannot be read there is no number rather than a wrong one', async () => {
  expect(await gauges()).toEqual({});
});
