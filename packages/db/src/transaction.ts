// Every change of a council's data runs in here: the council is named to row-level security, and a deadlock or a
// serialisation failure is tried again, since PostgreSQL promises that nothing of the failed try remains.

import { type IsolationLevel, sql } from 'kysely';
import type { Db, Tx } from './pool.ts';

const MAX_TRIES = 5;
const RETRYABLE = new Set(['40001', '40P01']);

export type TransactionOptions = { readonly isolation?: IsolationLevel };

/**
 * Runs `work` in a transaction and commits. With a council, only that council's rows are in reach; with null, none of
 * any council's. `work` may run up to five times, so it must not do anything outside the database. Rethrows what
 * `work` throws, after rolling back.
 */
export async function inTransaction<Value>(
  db: Db,
  councilId: string | null,
  work: (tx: Tx) => Promise<Value>,
  options: TransactionOptions = {},
): Promise<Value> {
  for (let tries = 1; ; tries += 1) {
    try {
      const begun = db.transaction();
      const leveled = options.isolation === undefined ? begun : begun.setIsolationLevel(options.isolation);
      return await leveled.execute(async (tx) => {
        if (councilId !== null) await sql`select set_config('app.council_id', ${councilId}, true)`.execute(tx);
        return work(tx);
      });
    } catch (error) {
      if (tries >= MAX_TRIES || !isRetryable(error)) throw error;
      // Different waits, or the same two would meet again.
      const millis = (0.5 + Math.random()) * 10 * 2 ** tries;
      await new Promise((resume) => setTimeout(resume, millis));
    }
  }
}

function isRetryable(error: unknown): boolean {
  return error instanceof Error && 'code' in error && RETRYABLE.has(String(error.code));
}
