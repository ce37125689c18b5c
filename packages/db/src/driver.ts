// How Kysely reaches PostgreSQL: as its own driver does, and beside that statements that run often have names, a
// transaction begins without a round trip of its own, and statements that do not wait for each other go out together.

import type { Duplex } from 'node:stream';
import {
  CompiledQuery,
  type DatabaseConnection,
  type Driver,
  PostgresDialect,
  type QueryResult,
  type TransactionSettings,
} from 'kysely';
import pg from 'pg';
import { MOST_ON_A_CONNECTION, type Named, type StatementNames, statementNames } from './named-statements.ts';

/** What sets something for the rest of a transaction and answers nothing, so that the next statement need not wait for it. */
const ONLY_SETS = /^(set local [^;]+(;|$))+$/;

/** Connections that may be given names: nothing stands between them and the server that would lose them. */
const keepsNames = new WeakSet<object>();

/** Says that a connection reaches one session of the server, or a pooler that follows names. */
export function allowNames(client: object): void {
  keepsNames.add(client);
}

const TOGETHER = Symbol('statements that go out together');

interface Together extends CompiledQuery {
  readonly [TOGETHER]: readonly CompiledQuery[];
  /** Whether their answers are waited for. */
  readonly awaited: boolean;
}

/**
 * Several statements as one, for `allOf` and `write` (transaction.ts). Where they are awaited the driver answers one row for
 * each, its result; otherwise none.
 */
export function joined(queries: readonly CompiledQuery[], awaited: boolean): CompiledQuery {
  const made: Together = { ...CompiledQuery.raw(''), [TOGETHER]: queries, awaited };
  return made;
}

const isTogether = (query: CompiledQuery): query is Together => TOGETHER in query;

function resultOf<Row>({ command, rowCount, rows }: pg.QueryResult): QueryResult<Row> {
  const counts = command === 'INSERT' || command === 'UPDATE' || command === 'DELETE' || command === 'MERGE';
  return { rows: rows ?? [], ...(counts ? { numAffectedRows: BigInt(rowCount ?? 0) } : {}) };
}

/** Where a connection writes to; undefined for what only passes queries on. */
function streamOf(client: object): Duplex | undefined {
  const connection = 'connection' in client ? client.connection : undefined;
  return connection instanceof pg.Connection ? connection.stream : undefined;
}

/** Waits for all, and fails as the first that failed: those after it in a transaction say only that it has failed. */
async function inOrder(sent: readonly Promise<unknown>[]): Promise<unknown[]> {
  const [only] = sent;
  if (sent.length === 1) return [await only];
  const settled = await Promise.allSettled(sent);
  return settled.map((answer) => {
    if (answer.status === 'rejected') throw answer.reason;
    return answer.value;
  });
}

class Connection implements DatabaseConnection {
  readonly client: pg.PoolClient;
  readonly #names: StatementNames;
  readonly #learnt = new Set<string>();
  /** What begins the transaction and is not sent yet. */
  #opening: string | undefined;
  /** What was sent without waiting for it, in order. */
  #sent: Promise<unknown>[] = [];
  #inTransaction = false;
  #held = false;

  constructor(client: pg.PoolClient, names: StatementNames) {
    this.client = client;
    this.#names = names;
  }

  begin(opening: string): void {
    this.#opening = opening;
    this.#inTransaction = true;
  }

  async end(closing: 'commit' | 'rollback'): Promise<void> {
    this.#inTransaction = false;
    // Nothing was sent, so there is nothing to end.
    if (this.#opening !== undefined) {
      this.#opening = undefined;
      return;
    }
    this.#hold();
    const sent = this.#takeSent();
    const closed = this.client.query(closing);
    if (closing === 'commit') await inOrder([...sent, closed]);
    else await closed;
  }

  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    if (this.#opening !== undefined && query.parameters.length === 0 && ONLY_SETS.test(query.sql)) {
      this.#sendOpening(query.sql);
      return { rows: [] };
    }
    if (this.#opening !== undefined) this.#sendOpening();
    if (isTogether(query) && !query.awaited && this.#inTransaction) {
      for (const { sql, parameters } of query[TOGETHER]) this.#waitLater(this.#query(sql, parameters));
      return { rows: [] };
    }
    try {
      return await this.#send(query);
    } catch (error) {
      // Where a transaction is open it has failed, and is tried again as a whole.
      if (!this.#names.mendAfter(error) || this.#inTransaction) throw error;
      return await this.#send(query);
    }
  }

  streamQuery<Row>(): AsyncIterableIterator<QueryResult<Row>> {
    throw new Error('rows are read in pages, not streamed');
  }

  release(): void {
    this.client.release(this.#learnt.size > MOST_ON_A_CONNECTION);
  }

  #sendOpening(settings?: string): void {
    const opening = settings === undefined ? this.#opening : `${this.#opening};${settings}`;
    this.#opening = undefined;
    this.#hold();
    this.#waitLater(this.client.query(opening ?? ''));
  }

  /** Its failure is told by the statement that follows, or by the commit. */
  #waitLater(sent: Promise<unknown>): void {
    this.#sent.push(sent);
    sent.catch(() => undefined);
  }

  #takeSent(): Promise<unknown>[] {
    const sent = this.#sent;
    this.#sent = [];
    return sent;
  }

  async #send<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    const queries = isTogether(query) ? query[TOGETHER] : [query];
    const sent = this.#takeSent();
    const answers = await inOrder([...sent, ...queries.map(({ sql, parameters }) => this.#query(sql, parameters))]);
    const results = answers.slice(sent.length).map((answer) => resultOf<Row>(answer as pg.QueryResult));
    const [only] = results;
    return isTogether(query) || only === undefined ? ({ rows: results } as QueryResult<Row>) : only;
  }

  /**
   * Keeps what is sent in this turn of the program for one message: handing it to the system is the dearest part of a small
   * statement.
   */
  #hold(): void {
    const stream = this.#held ? undefined : streamOf(this.client);
    if (stream === undefined) return;
    this.#held = true;
    stream.cork();
    process.nextTick(() => {
      this.#held = false;
      stream.uncork();
    });
  }

  #query(text: string, parameters: readonly unknown[]): Promise<pg.QueryResult> {
    this.#hold();
    const named = this.#nameOf(text, parameters);
    if (named === undefined) return this.client.query(text, [...parameters]);
    this.#learnt.add(named.name);
    return this.client.query({ ...named, values: [...parameters] });
  }

  /** Only what has parameters: everything else is short, or there for one transaction. */
  #nameOf(text: string, parameters: readonly unknown[]): Named | undefined {
    return parameters.length > 0 && keepsNames.has(this.client) ? this.#names.nameOf(text) : undefined;
  }
}

class PoolDriver implements Driver {
  readonly #pool: pg.Pool;
  readonly #names: StatementNames;
  readonly #connections = new WeakMap<pg.PoolClient, Connection>();

  constructor(pool: pg.Pool, names: StatementNames) {
    this.#pool = pool;
    this.#names = names;
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<Connection> {
    const client = await this.#pool.connect();
    const known = this.#connections.get(client) ?? new Connection(client, this.#names);
    this.#connections.set(client, known);
    return known;
  }

  async beginTransaction(connection: Connection, { isolationLevel, accessMode }: TransactionSettings): Promise<void> {
    const level = isolationLevel === undefined ? '' : ` isolation level ${isolationLevel}`;
    const mode = accessMode === undefined ? '' : ` ${accessMode}`;
    connection.begin(level === '' && mode === '' ? 'begin' : `start transaction${level}${mode}`);
  }

  async commitTransaction(connection: Connection): Promise<void> {
    await connection.end('commit');
  }

  async rollbackTransaction(connection: Connection): Promise<void> {
    await connection.end('rollback');
  }

  async releaseConnection(connection: Connection): Promise<void> {
    connection.release();
  }

  async destroy(): Promise<void> {
    await this.#pool.end();
  }
}

/** The dialect of PostgreSQL over a pool, with names for what runs often. */
export class PoolDialect extends PostgresDialect {
  readonly #pool: pg.Pool;

  constructor(pool: pg.Pool) {
    super({ pool });
    this.#pool = pool;
  }

  override createDriver(): Driver {
    return new PoolDriver(this.#pool, statementNames());
  }
}
