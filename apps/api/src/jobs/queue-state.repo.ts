// Reads how the queue is doing for those who operate the product: numbers alone, never a job's content.

import type { Db } from '@support-market/db/pool';
import { sql } from 'kysely';

export interface QueueState {
  /** Jobs whose time has come, and jobs that have used up every try. */
  readonly due: bigint;
  readonly failed: bigint;
  /** How long the oldest due job has waited; 0 without one. */
  readonly oldest_due_seconds: number;
  /** How long ago a worker last ran the schedule; null when none ever has. */
  readonly schedule_age_seconds: number | null;
}

/** The queue as it stands; undefined where the database does not answer or has not been prepared. */
export async function readQueueState(db: Db): Promise<QueueState | undefined> {
  try {
    const { rows } = await sql<QueueState>`select * from job_queue_state()`.execute(db);
    return rows[0];
  } catch {
    return undefined;
  }
}
