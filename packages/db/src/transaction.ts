// Every change of a council's data runs in here: the council is named to row-level security, and a deadlock or a
// serialisation failure is tried again, since PostgreSQL promises that nothing of the failed try remains.

import { type IsolationLevel, sql } from 'kysely';
import { type Db, type Tx, type WorkKind, workKindOf } from './pool.ts';

const MAX_TRIES = 5;
const RETRYABLE = new Set(['40001', '40P01']);

export type TransactionOptions = {
  readonly isolation?: IsolationLevel;
  /** Other limits than those of the `Db`, for long work that a person started. */
  readonly work?: WorkKind;
};

/**
 * How long a statement, the wait for a lock and an idle transaction may take. Those of a request are the application
 * role's own (app-login.ts), so that they cost nothing; longer ones are set for each transaction, which is what a pooler
 * and a distributed database can pass on.
 */
const WORK_LIMITS: Readonly<Record<WorkKind, readonly string[]>> = {
  request: [],
  job: [
    "set local statement_timeout = '15min'",
    "set local lock_timeout = '60s'",
    "set local idle_in_transaction_session_timeout = '10min'",
  ],
};

/** A council's id as it may stand in a statement; anything else never came from us. */
const COUNCIL_ID = /^[\w-]{1,100}$/;

/** The statements that begin a transaction's work. A setting takes no parameters, so the id is checked instead. */
function beginning(councilId: string | null, work: WorkKind): string {
  if (councilId === null) return WORK_LIMITS[work].join(';');
  if (!COUNCIL_ID.test(councilId)) throw new Error('this is not the id of a council');
  return [`set local app.council_id = '${councilId}'`, ...WORK_LIMITS[work]].join(';');
}

/** Names the council to row-level security until the transaction ends, as `inTransaction` does. */
export async function nameCouncil(tx: Tx, councilId: string): Promise<void> {
  await sql.raw(beginning(councilId, 'request')).execute(tx);
}

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
        const first = beginning(councilId, options.work ?? workKindOf(db));
        if (first !== '') await sql.raw(first).execute(tx);
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
