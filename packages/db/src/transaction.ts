// Every change of a council's data runs in here: the council is named to row-level security, and a deadlock or a
// serialisation failure is tried again, since PostgreSQL promises that nothing of the failed try remains.

import { type CompiledQuery, type IsolationLevel, type QueryResult, sql } from 'kysely';
import { type Check, joined } from './driver.ts';
import { whyNamesFail } from './named-statements.ts';
import { type Db, type Tx, type WorkKind, workKindOf } from './pool.ts';

const MAX_TRIES = 5;
const RETRYABLE = new Set(['40001', '40P01']);

export type TransactionOptions = {
  readonly isolation?: IsolationLevel;
  /** Other limits than those of the `Db`, for long work that a person started. */
  readonly work?: WorkKind;
  /** Whose sign-in the transaction is about; no one's unless said. */
  readonly knowing?: Known;
};

/**
 * What a transaction may see of the tables of sign-in, beside the people of its council. Naming is the proof: an id or a
 * digest that cannot be guessed, or the account that `account_id_of` gave for a name.
 */
export type Known = {
  readonly account?: string;
  readonly session?: string;
  readonly link?: string;
  readonly mail?: string;
  /** Whose tries to sign in, and from where: digests with a key that the database does not hold. */
  readonly triedEmail?: string;
  readonly triedFrom?: string;
};

const SETTING_OF: Readonly<Record<keyof Known, string>> = {
  account: 'app.account_id',
  session: 'app.session_id',
  link: 'app.link_hash',
  mail: 'app.mail_id',
  triedEmail: 'app.tried_email',
  triedFrom: 'app.tried_from',
};

/** What may stand in a statement as it is: an id or a digest of ours. Empty names no one. */
const NAME = /^[\w-]{0,200}$/;

function naming(known: Known): string[] {
  return Object.entries(known).map(([what, name]) => {
    if (!NAME.test(name)) throw new Error('this is neither an id nor a digest');
    return `set local ${SETTING_OF[what as keyof Known]} = '${name}'`;
  });
}

/** Names more of sign-in, until the transaction ends or another one is named. */
export async function know(tx: Tx, known: Known): Promise<void> {
  await sql.raw(naming(known).join(';')).execute(tx);
}

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
function beginning(councilId: string | null, work: WorkKind, known: Known = {}): string {
  const said = [...naming(known), ...WORK_LIMITS[work]];
  if (councilId === null) return said.join(';');
  if (!COUNCIL_ID.test(councilId)) throw new Error('this is not the id of a council');
  return [`set local app.council_id = '${councilId}'`, ...said].join(';');
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
        const first = beginning(councilId, options.work ?? workKindOf(db), options.knowing);
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

/** What each of some statements answers. */
type Answers<Queries extends readonly CompiledQuery<unknown>[]> = {
  readonly [Index in keyof Queries]: Queries[Index] extends CompiledQuery<infer Row> ? QueryResult<Row> : never;
};

/**
 * Sends statements in order without waiting in between, for those that need no answer of one another, and answers what each
 * answered. Where one fails, those after it fail too, and the error is that of the first.
 */
export async function allOf<const Queries extends readonly CompiledQuery<unknown>[]>(
  tx: Tx,
  queries: Queries,
): Promise<Answers<Queries>> {
  if (queries.length === 0) return [] as unknown as Answers<Queries>;
  const { rows } = await tx.executeQuery(joined(queries, true));
  return rows as Answers<Queries>;
}

/**
 * Sends statements whose answers are not needed, in order, and waits for none: they go out with what follows. Where one fails,
 * the next statement that is waited for fails with its error, at the latest the commit.
 */
export async function write(tx: Tx, ...queries: readonly CompiledQuery<unknown>[]): Promise<void> {
  if (queries.length > 0) await tx.executeQuery(joined(queries, false));
}

/** The same for one statement, and tells `check` how many rows it wrote: what it throws fails what is waited for next. */
export async function writeChecked(tx: Tx, query: CompiledQuery<unknown>, check: Check): Promise<void> {
  await tx.executeQuery(joined([query], false, check));
}

function isRetryable(error: unknown): boolean {
  if (whyNamesFail(error) !== undefined) return true;
  return error instanceof Error && 'code' in error && RETRYABLE.has(String(error.code));
}
