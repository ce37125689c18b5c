// Tells a live worker from a dead one by a lock that its connection holds: PostgreSQL releases it the moment the worker
// is gone, and so its jobs can be given to others at once instead of after hours.

import type { DbClient, DbPool } from '@support-market/db/pool';
import { findDeadWorkers, lockWorker, unlockWorkers } from './worker-lock.repo.ts';

export interface WorkerLock {
  readonly release: () => void;
}

const TRY_AGAIN_MILLIS = 200;
/** Time for a live worker to take its lock, the first time or again after its connection was cut. */
const GRACE_MILLIS = 3_000;

const pause = (millis: number) => new Promise<void>((resume) => setTimeout(resume, millis));

/** Holds a worker's lock until released, over every end of the connection that holds it. */
export function holdWorkerLock(pool: DbPool, workerId: string): WorkerLock {
  let released = false;
  let dropped = (): void => undefined;
  /** Resolves when the connection has ended or the lock was released. */
  const holdOnce = async (): Promise<void> => {
    const client: DbClient = await pool.connect();
    const ended = new Promise<void>((resolve) => {
      dropped = resolve;
      client.once('end', () => resolve());
    });
    try {
      await lockWorker(client, workerId);
      if (!released) await ended;
    } finally {
      // Closed rather than given back: that is what releases the lock.
      client.release(true);
    }
  };
  const hold = async (): Promise<void> => {
    while (!released) {
      await holdOnce().catch(() => pause(TRY_AGAIN_MILLIS));
    }
  };
  void hold();
  return {
    release: () => {
      released = true;
      dropped();
    },
  };
}

/** Gives back the jobs of workers that were dead at two looks, some seconds apart; answers which workers those were. */
export async function freeJobsOfDeadWorkers(pool: DbPool): Promise<readonly string[]> {
  const suspects = await findDeadWorkers(pool);
  if (suspects.length === 0) return [];
  await pause(GRACE_MILLIS);
  const dead = (await findDeadWorkers(pool)).filter((id) => suspects.includes(id));
  if (dead.length > 0) await unlockWorkers(pool, dead);
  return dead;
}
