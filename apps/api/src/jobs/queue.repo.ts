// Writes work for later in the transaction that causes it, so that neither exists without the other.

import type { Tx } from '@support-market/db/pool';
import { sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';

/** Every kind of work the worker knows. The payload always names the council, or null for work of no council. */
export type TaskName =
  | 'age-listings'
  | 'answer-price-rises'
  | 'auto-confirm-visits'
  | 'begin-payee-accounts'
  | 'bill-deliveries'
  | 'read-feeds'
  | 'reconcile-cards'
  | 'close-budget-lines'
  | 'collect-card-debts'
  | 'complete-orders'
  | 'follow-price-days'
  | 'make-months'
  | 'mend-search-entries'
  | 'remove-old-records'
  | 'schedule-pay-ins'
  | 'seal-records'
  | 'send-mail'
  | 'send-seal-heads'
  | 'tidy-sessions';

export interface JobPayload {
  readonly councilId: string | null;
  readonly id?: string;
}

/**
 * Queues a job. It runs at least once, after the transaction commits and not before `notBefore`.
 * With a `uniqueKey`, a waiting job of the same key is replaced rather than doubled.
 */
export async function enqueueJob(
  tx: Tx,
  task: TaskName,
  payload: JobPayload,
  options: { notBefore?: Temporal.Instant; uniqueKey?: string } = {},
): Promise<void> {
  await sql`select enqueue_job(${task}, ${JSON.stringify(payload)}::json, ${options.notBefore ?? null}::timestamptz, ${options.uniqueKey ?? null})`.execute(
    tx,
  );
}
