// How Kysely reaches PostgreSQL: as its own driver does, and beside that statements that run often have names, a
// transaction begins without a round trip of its own, and statements that do not wait for each other are one message.

import {
  CompiledQuery,
  type DatabaseConnection,
  type Driver,
  PostgresDialect,
  type QueryResult,
  type TransactionSettings,
} from 'kysely';
import pg from 'pg';
import { type Answer, Batch, Learnt, type Statement } from './batch.ts';
import { MOST_ON_A_CONNECTION, type StatementNames, statementNames, whyNamesFail } from './named-statements.ts';

/** What sets something for the rest of a transaction and answers nothing, so that the next statement need not wait for it. */
const ONLY_SETS = /^(set local [^;]+(;|$))+$/;

/** What comes in every transaction as it is, and may have a name although it has no parameters. */
const COMES_AGAIN = /^(begin|commit|set local app\.council_id = '[\w-]+')$/;

/** Statements that are held back beyond this are sent without those that follow. */
const MOST_HELD = 100;

/** Connections that may be given names: nothing stands between them and the server that would lose them. */
const keepsNames = new WeakSet<object>();

/** Says that a connection reaches one session of the server, or a pooler that follows names. */
export function allowNames(client: object): void {
  keepsNames.add(client);
}

const TOGETHER = Symbol('statements that go out together');

/** Throws where a number of rows is not what it has to be. */
export type Check = (rowCount: number) => void;

interface Together extends CompiledQuery {
  readonly [TOGETHER]: readonly CompiledQuery[];
  /** Whether their answers are waited for. */
  readonly awaited: boolean;
  /** Told of each, where they are not waited for, how many rows it wrote. */
  readonly check: Check | undefined;
}

/**
 * Several statements as one, for `allOf` and `write` (transaction.ts). Where they are awaited the driver answers one row for
 * each, its result; otherwise none.
 */
export function joined(queries: readonly CompiledQuery[], awaited: boolean, check?: Check): CompiledQuery {
  const made: Together = { ...CompiledQuery.raw(''), [TOGETHER]: queries, awaited, check };
  return made;
}

const isTogether = (query: CompiledQuery): query is Together => TOGETHER in query;

function resultOf<Row>({ command, rowCount, rows }: Answer): QueryResult<Row> {
  const counts = command === 'INSERT' || command === 'UPDATE' || command === 'DELETE' || command === 'MERGE';
  return { rows: rows as Row[], ...(counts ? { numAffectedRows: BigInt(rowCount) } : {}) };
}

type Hear = (text: string) => void;

const listeners = new WeakMap<object, Hear>();

/** Tells every statement of a pool's connections at the moment when it is asked for, for tests that judge them. */
export function hearStatements(pool: pg.Pool, hear: Hear): void {
  listeners.set(pool, hear);
}

interface Asked extends Pick<CompiledQuery, 'sql' | 'parameters'> {
  readonly check?: Check | undefined;
}

const withoutParameters = (sql: string): Asked => ({ sql, parameters: [] });

class Connection implements DatabaseConnection {
  readonly client: pg.PoolClient;
  readonly #names: StatementNames;
  readonly #hear: Hear | undefined;
  readonly #learnt = new Learnt();
  /** What begins the transaction, and what is written in it without waiting: neither is sent yet. */
  #opening: Asked[] = [];
  #held: Asked[] = [];
  #inTransaction = false;

  constructor(client: pg.PoolClient, names: StatementNames, hear: Hear | undefined) {
    this.client = client;
    this.#names = names;
    this.#hear = hear;
  }

  begin(opening: string): void {
    this.#opening = [withoutParameters(opening)];
    this.#inTransaction = true;
  }

  async end(closing: 'commit' | 'rollback'): Promise<void> {
    this.#inTransaction = false;
    // What would not be right must not be committed before we know.
    if (closing === 'commit' && this.#held.some(({ check }) => check !== undefined)) await this.#sendAll([]);
    const begun = this.#opening.length === 0;
    if (closing === 'commit' && (begun || this.#held.length > 0)) {
      await this.#sendAll([withoutParameters(closing)]);
      return;
    }
    this.#opening = [];
    this.#held = [];
    // Where nothing was sent there is nothing to end.
    if (begun) await this.client.query(closing);
  }

  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    const queries: readonly Asked[] = isTogether(query) ? query[TOGETHER] : [query];
    for (const { sql } of queries) this.#hear?.(sql);
    if (this.#opening.length > 0 && query.parameters.length === 0 && ONLY_SETS.test(query.sql)) {
      this.#opening.push(...query.sql.split(';').filter(Boolean).map(withoutParameters));
      return { rows: [] };
    }
    if (isTogether(query) && !query.awaited && this.#inTransaction) {
      const { check } = query;
      this.#held.push(...queries.map(({ sql, parameters }) => ({ sql, parameters, check })));
      if (this.#held.length > MOST_HELD) await this.#sendAll([]);
      return { rows: [] };
    }
    try {
      return await this.#send(query, queries);
    } catch (error) {
      // Where a transaction is open it has failed, and is tried again as a whole.
      if (whyNamesFail(error) === undefined || this.#inTransaction) throw error;
      return await this.#send(query, queries);
    }
  }

  streamQuery<Row>(): AsyncIterableIterator<QueryResult<Row>> {
    throw new Error('rows are read in pages, not streamed');
  }

  release(): void {
    this.client.release(this.#learnt.size > MOST_ON_A_CONNECTION);
  }

  async #send<Row>(query: CompiledQuery, queries: readonly Asked[]): Promise<QueryResult<Row>> {
    const answers = await this.#sendAll(queries);
    const results = answers.map((answer) => resultOf<Row>(answer));
    const [only] = results;
    return isTogether(query) || only === undefined ? ({ rows: results } as QueryResult<Row>) : only;
  }

  /** Sends what was held back and what is asked now, and answers what is asked now. */
  async #sendAll(queries: readonly Asked[]): Promise<readonly Answer[]> {
    try {
      return await this.#sendTogether(queries);
    } catch (error) {
      this.#names.mendAfter(error);
      throw error;
    }
  }

  async #sendTogether(queries: readonly Asked[]): Promise<readonly Answer[]> {
    const before = [...this.#opening, ...this.#held];
    this.#opening = [];
    this.#held = [];
    const all = [...before, ...queries];
    const [script] = queries;
    // A text without parameters may hold several statements, which only go by themselves.
    if (!(this.client instanceof pg.Client) || (script?.parameters.length === 0 && script.sql.includes(';'))) {
      return checked(all, await oneByOne(this.client, all)).slice(before.length);
    }
    const batch = new Batch(
      this.client,
      this.#learnt,
      all.map((asked) => this.#statementOf(asked)),
    );
    this.client.query(batch);
    return checked(all, await batch.answers).slice(before.length);
  }

  #statementOf({ sql: text, parameters: values }: Asked): Statement {
    const mayHaveName = keepsNames.has(this.client) && (values.length > 0 || COMES_AGAIN.test(text));
    const named = mayHaveName ? this.#names.nameOf(text) : undefined;
    return { text: named?.text ?? text, name: named?.name, values };
  }
}

function checked(all: readonly Asked[], answers: readonly Answer[]): readonly Answer[] {
  for (const [index, { check }] of all.entries()) check?.(answers[index]?.rowCount ?? 0);
  return answers;
}

/** For what several statements in one text need, and for a client that only passes queries on. */
async function oneByOne(client: pg.ClientBase, all: readonly Asked[]): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (const { sql, parameters } of all) {
    const answer: Partial<pg.QueryResult> = await client.query(sql, [...parameters]);
    answers.push({ command: answer.command ?? '', rowCount: answer.rowCount ?? 0, rows: answer.rows ?? [] });
  }
  return answers;
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
    const known = this.#connections.get(client) ?? new Connection(client, this.#names, listeners.get(this.#pool));
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
