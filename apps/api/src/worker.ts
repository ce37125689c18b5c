// Process entry of the worker: runs queued and scheduled jobs, apart from the API so that neither slows the other.

import { createDb, createPool } from '@support-market/db/pool';
import { assertBound } from '@support-market/db/standing';
import { inTransaction } from '@support-market/db/transaction';
import { openContext } from './adapters.ts';
import { sayWhyAndStop } from './commands/say-why.ts';
import { readConfig } from './config.ts';
import { enqueueJob } from './jobs/queue.repo.ts';
import { startWorker } from './jobs/worker.ts';
import { assertDemonstrationAllowed } from './platform/demonstration-guard.repo.ts';
import { systemClock } from './ports/clock/clock.ts';
import { buildTasks } from './tasks.ts';

const config = readConfig(process.env);
await assertBound(config.appDatabaseUrl).catch(sayWhyAndStop);
const { context, close } = openContext(config, 'support-market worker', 'job');
if (config.demonstration) await assertDemonstrationAllowed(context.db);
const pool = createPool(config.databaseUrl, {
  max: 5,
  role: 'owner',
  name: 'support-market queue',
  rows: 'as-pg-reads-them',
});
// What only the owner of the tables may do is little, and waits its turn.
const ownerDb = createDb(config.databaseUrl, { max: 1, role: 'owner', name: 'support-market maintenance' });
// While this version begins, a server of the one before may still write: at once what it wrote so far, and the rest once it has ended.
await inTransaction(context.db, null, async (tx) => {
  for (const minutes of [0, 10]) {
    const notBefore = systemClock().now().add({ minutes });
    const uniqueKey = `mend-search-entries ${minutes}`;
    await enqueueJob(tx, 'mend-search-entries', { councilId: null }, { notBefore, uniqueKey });
  }
});
const worker = await startWorker(pool, buildTasks(context, ownerDb), {
  aheadSeconds: config.clockAheadSeconds,
  now: systemClock().now,
});

/** A job that takes longer is given back: the next worker begins it again. */
const MOST_JOB_MILLIS = 20_000;
const LONGEST_END_MILLIS = 25_000;

let stopping = false;
async function stop(): Promise<void> {
  if (stopping) return;
  stopping = true;
  setTimeout(() => process.exit(1), LONGEST_END_MILLIS).unref();
  if ((await worker.stop(MOST_JOB_MILLIS)) === 'given-back') process.exit(0);
  await Promise.all([pool.end(), ownerDb.destroy()]);
  await close();
  process.exit(0);
}
process.once('SIGINT', stop);
process.once('SIGTERM', stop);
process.once('disconnect', stop);
process.send?.('ready');
