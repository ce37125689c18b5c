// Tells Prometheus how the queue is doing, since a worker that has stopped cannot answer.

import type { Db } from '@support-market/db/pool';
import { Gauge, type Registry } from 'prom-client';
import { readQueueState } from './queue-state.repo.ts';

/** Adds the queue's gauges to `registry`; the answer measures them again. A gauge without a value is left out. */
export function queueMetrics(registry: Registry, db: Db): () => Promise<void> {
  const gauge = (name: string, help: string) => new Gauge({ name, help, registers: [registry] });
  const due = gauge('job_queue_due_jobs', 'Jobs whose time has come');
  const failed = gauge('job_queue_failed_jobs', 'Jobs that have used up every try and wait for a person');
  const oldest = gauge('job_queue_oldest_due_seconds', 'How long the oldest due job has waited');
  const schedule = gauge('job_queue_schedule_age_seconds', 'How long ago a worker last ran the schedule');
  const show = (shown: Gauge, value: number | bigint | null | undefined): void => {
    // Yesterday's number is worse than none.
    shown.remove();
    if (value !== null && value !== undefined) shown.set(Number(value));
  };
  return async () => {
    const state = await readQueueState(db);
    show(due, state?.due);
    show(failed, state?.failed);
    show(oldest, state?.oldest_due_seconds);
    show(schedule, state?.schedule_age_seconds);
  };
}
