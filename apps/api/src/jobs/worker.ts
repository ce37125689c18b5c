// Runs queued jobs with graphile-worker: at least once each, retried with back-off, scheduled ones once per due time.

import { EventEmitter } from 'node:events';
import type { DbPool as Pool } from '@support-market/db/pool';
import {
  Logger,
  parseCrontab,
  type Runner,
  run,
  runMigrations,
  type TaskList,
  type WorkerEvents,
} from 'graphile-worker';
import type { Temporal } from 'temporal-polyfill';
import { movedSchedule } from './moved-schedule.ts';
import type { JobPayload, TaskName } from './queue.repo.ts';
import { unlockWorkers } from './worker-lock.repo.ts';
import { freeJobsOfDeadWorkers, holdWorkerLock, type WorkerLock } from './worker-lock.ts';

export type TaskHandlers = Partial<Record<TaskName, (payload: JobPayload) => Promise<void>>>;

/**
 * When the scheduled tasks fall due, in UTC: minute, hour, day of month, month, day of week. Missed ones are made up for a day.
 * A day of London begins at 23:00 in summer and at 0:00 in winter.
 */
const SCHEDULE = `
* * * * * seal-records ?id=seal&max=3 {"councilId":null}
2 0,23 * * * follow-price-days ?id=prices&fill=1d {"councilId":null}
4 0,23 * * * mend-search-entries ?id=entries&fill=1d {"councilId":null}
10 * * * * answer-price-rises ?id=rises&fill=1h {"councilId":null}
50 0 * * * begin-payee-accounts ?id=payees&fill=1d {"councilId":null}
5 1 * * * auto-confirm-visits ?id=confirm&fill=1d {"councilId":null}
25 1 * * * bill-deliveries ?id=bill&fill=1d {"councilId":null}
*/15 * * * * collect-card-debts ?id=debts&max=3 {"councilId":null}
35 1 * * * complete-orders ?id=complete&fill=1d {"councilId":null}
40 1 * * * close-budget-lines ?id=lines&fill=1d {"councilId":null}
55 1 * * * age-listings ?id=listings&fill=1d {"councilId":null}
45 1 * * * schedule-pay-ins ?id=payins&fill=1d {"councilId":null}
20 3 * * * reconcile-cards ?id=cards&fill=1d {"councilId":null}
15 2 * * * make-months ?id=months&fill=1d {"councilId":null}
40 2 * * * remove-old-records ?id=old&fill=1d {"councilId":null}
10 3 * * * read-feeds ?id=feeds&fill=1d {"councilId":null}
20 2 * * * send-seal-heads ?id=heads&fill=1d {"councilId":null}
30 2 * * * tidy-sessions ?id=tidy&fill=1d {"councilId":null}
`;

const CONCURRENCY = 2;
const RESTART_MILLIS = 1_000;
const LOOK_FOR_DEAD_MILLIS = 60_000;

function quietLogger(): Logger {
  return new Logger(() => (level, message) => {
    if (level === 'error' || level === 'warning') process.stderr.write(`worker ${level}: ${message}\n`);
  });
}

/** A connection that breaks while idle tells the next query; unheard, it would end the program. */
function hearErrors(pool: Pool): void {
  pool.on('connect', (client) => client.on('error', () => undefined));
}

/** Makes the queue's own tables; they belong to the owner of the database. */
export async function prepareQueue(pool: Pool): Promise<void> {
  hearErrors(pool);
  await runMigrations({ pgPool: pool, logger: quietLogger() });
}

export interface RunningWorker {
  /**
   * Takes no more jobs and ends when those under way have ended. After `mostMillis` the others are given back: then the
   * caller ends the program, and with it their transactions.
   */
  readonly stop: (mostMillis: number) => Promise<'ended' | 'given-back'>;
}

/**
 * Starts working. `pool` belongs to the owner; tasks use the application's own connections. `clock` says how far the
 * product's time is ahead of real time, and what real time is.
 */
export async function startWorker(
  pool: Pool,
  handlers: TaskHandlers,
  clock: { readonly aheadSeconds: number; readonly now: () => Temporal.Instant },
): Promise<RunningWorker> {
  hearErrors(pool);
  const taskList: TaskList = Object.fromEntries(
    Object.entries(handlers).map(([name, handler]) => [
      name,
      async (payload: unknown) => handler(payload as JobPayload),
    ]),
  );
  const known = SCHEDULE.split('\n').filter((line) => Object.keys(handlers).some((name) => line.includes(` ${name} `)));
  const start = async (): Promise<{ runner: Runner; lock: WorkerLock; workerId: string }> => {
    const events: WorkerEvents = new EventEmitter();
    let lock: WorkerLock | undefined;
    let workerId = '';
    // The name under which this runner takes jobs; it has another at each start.
    events.once('pool:create', ({ workerPool }) => {
      workerId = workerPool.id;
      lock = holdWorkerLock(pool, workerId);
    });
    try {
      const runner = await run({
        pgPool: pool,
        taskList,
        parsedCronItems: movedSchedule(parseCrontab(known.join('\n')), clock.aheadSeconds, clock.now()),
        concurrency: CONCURRENCY,
        noHandleSignals: true,
        pollInterval: 2_000,
        logger: quietLogger(),
        events,
        // Batched, the end of a job is told again when the database is away; otherwise that would end the whole program.
        preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
      });
      if (!lock) throw new Error('the runner did not say under which name it works');
      return { runner, lock, workerId };
    } catch (error) {
      lock?.release();
      throw error;
    }
  };
  let stopping = false;
  let current = await start();
  /** The runner gives up when the database goes away at the wrong moment: start it again until it comes back. */
  const keepRunning = async (): Promise<void> => {
    while (!stopping) {
      try {
        await current.runner.promise;
        if (!stopping) await pause();
      } catch (error) {
        process.stderr.write(`worker error: starting again after ${error instanceof Error ? error.message : error}\n`);
        await pause();
      }
      current.lock.release();
      if (stopping) return;
      current = await start().catch(() => current);
    }
  };
  const freeJobs = () => freeJobsOfDeadWorkers(pool).catch(() => undefined);
  let freeing = freeJobs();
  const looking = setInterval(() => {
    freeing = freeJobs();
  }, LOOK_FOR_DEAD_MILLIS);
  const running = keepRunning();
  return {
    stop: async (mostMillis) => {
      stopping = true;
      clearInterval(looking);
      const { runner, lock, workerId } = current;
      const ended = runner.stop().then(
        () => true,
        () => true,
      );
      const inTime = await Promise.race([
        ended,
        new Promise<false>((resume) => setTimeout(() => resume(false), mostMillis)),
      ]);
      if (!inTime) {
        lock.release();
        await unlockWorkers(pool, [workerId]);
        return 'given-back';
      }
      await running;
      await freeing;
      return 'ended';
    },
  };
}

function pause(): Promise<void> {
  return new Promise((resume) => setTimeout(resume, RESTART_MILLIS));
}
