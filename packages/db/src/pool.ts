// The one way to reach PostgreSQL: a pool whose connections speak bigint and Temporal. The application has a login of its
// own (app-login.ts) and sets nothing on a connection, so that a pooler may hand connections from one client to another.

import { Kysely, type Transaction } from 'kysely';
import pg from 'pg';
import { allowNames, PoolDialect } from './driver.ts';
import type { Schema } from './schema.ts';
import { temporalTypes } from './temporal-parsers.ts';

/** Read and write outside a transaction. A function that locks takes `Tx`. */
export type Db = Kysely<Schema>;

/** Inside a transaction. */
export type Tx = Transaction<Schema>;

/** What `createPool` makes, for libraries that want a pool of their own kind. */
export type DbPool = pg.Pool;

/** One connection of a `DbPool`, for locks that live as long as it does. */
export type DbClient = pg.PoolClient;

/** Which limits of time the transactions of a `Db` have: what a person waits for, or what runs by itself. */
export type WorkKind = 'request' | 'job';

/**
 * `auto`: names for what runs often, unless a pooler stands before the server. `on`: the pooler follows names (pgbouncer from
 * 1.21, with max_prepared_statements). `off`: none.
 */
export const PREPARE_STATEMENTS = ['auto', 'on', 'off'] as const;
export type PrepareStatements = (typeof PREPARE_STATEMENTS)[number];

export type PoolOptions = {
  /** Most connections at once. */
  readonly max: number;
  /** Who logs in at the address: `app` for all that the application does; `owner` only for migrations, maintenance and checks. */
  readonly role: 'app' | 'owner';
  /** `request` when left out. */
  readonly work?: WorkKind;
  /** How long a caller waits for a free connection; five seconds for what a person waits for, half a minute otherwise. */
  readonly connectMillis?: number;
  /** Shown in pg_stat_activity. */
  readonly name?: string;
  /** Whether statements that run often get names. `auto` when left out. */
  readonly prepare?: PrepareStatements;
  /** For a library that brings its own idea of time (the job queue): rows as pg itself reads them. Ours when left out. */
  readonly rows?: 'as-pg-reads-them';
};

/** A pg pool. When all connections are taken for `connectMillis` a caller is refused with an error of pg's own. */
export function createPool(url: string, options: PoolOptions): DbPool {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.max,
    ...(options.rows === undefined ? { types: temporalTypes } : {}),
    // What does not wait for an answer (the beginning of a transaction, statements that go out together) is sent at once.
    pipeline: options.rows === undefined,
    application_name: options.name ?? `support-market ${options.role}`,
    connectionTimeoutMillis: options.connectMillis ?? (options.work === 'job' ? 30_000 : 5_000),
    onConnect: async (client) => {
      // A connection that is cut while a transaction holds it fails that transaction's next query; unheard, it would
      // end the whole program.
      client.on('error', () => undefined);
      if (await mayName(client, options.prepare)) allowNames(client);
      if (options.role === 'app') return;
      // Parsers rely on the first two. The timeout frees the locks of a transaction whose owner went away.
      await client.query(
        `select set_config('timezone', 'UTC', false), set_config('datestyle', 'ISO', false),
          set_config('idle_in_transaction_session_timeout', '60s', false)`,
      );
    },
  });
  // A server that restarts ends idle connections; the pool opens new ones, and the next query tells if it cannot.
  pool.on('error', () => undefined);
  return pool;
}

/** A pooler gives its clients numbers of its own in the place of the server's, which is how it shows. */
async function mayName(client: pg.ClientBase, prepare: PrepareStatements = 'auto'): Promise<boolean> {
  if (prepare !== 'auto') return prepare === 'on';
  const { rows } = await client.query<{ session: number }>('select pg_backend_pid() as session');
  return 'processID' in client && rows[0]?.session === client.processID;
}

const workKinds = new WeakMap<object, WorkKind>();

/** Which limits the transactions of `db` have. */
export function workKindOf(db: Db): WorkKind {
  return workKinds.get(db) ?? 'request';
}

/** A Kysely over `createPool`. `db.destroy()` closes it. */
export function createDb(url: string, options: PoolOptions): Db {
  return dbOverPool(createPool(url, options), options.work);
}

/** A Kysely over a pool that the caller also uses; `db.destroy()` closes that pool. */
export function dbOverPool(pool: DbPool, work: WorkKind = 'request'): Db {
  const db = new Kysely<Schema>({ dialect: new PoolDialect(pool) });
  workKinds.set(db, work);
  return db;
}
