// The one way to reach PostgreSQL: a pool whose connections speak bigint and Temporal and, for the application, have
// given up the owner's rights before anyone can use them, so that row-level security always applies.

import { Kysely, PostgresDialect, type Transaction } from 'kysely';
import pg from 'pg';
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

/** The role that the migrations create: it may use the tables, owns none, and row-level security binds it. */
export const APP_ROLE = 'support_market_app';

export type PoolOptions = {
  /** Most connections at once. */
  readonly max: number;
  /** `app` for everything the application does; `owner` only for migrations, maintenance and checks. */
  readonly role: 'app' | 'owner';
  /** Shown in pg_stat_activity. */
  readonly name?: string;
  /** For a library that brings its own idea of time (the job queue): rows as pg itself reads them. Ours when left out. */
  readonly rows?: 'as-pg-reads-them';
};

/**
 * A pg pool. Each new connection is prepared by one query before it is handed out; when that fails (the role is
 * missing, say) the checkout fails too, so a connection with the owner's rights can never slip through.
 */
export function createPool(url: string, options: PoolOptions): DbPool {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.max,
    ...(options.rows === undefined ? { types: temporalTypes } : {}),
    application_name: options.name ?? `support-market ${options.role}`,
    connectionTimeoutMillis: 30_000,
    onConnect: async (client) => {
      // A connection that is cut while a transaction holds it fails that transaction's next query; unheard, it would
      // end the whole program.
      client.on('error', () => undefined);
      // Parsers rely on the first two. The timeout frees the locks of a transaction whose owner went away.
      await client.query(
        `select set_config('timezone', 'UTC', false), set_config('datestyle', 'ISO', false),
          set_config('idle_in_transaction_session_timeout', '60s', false)`,
      );
      if (options.role === 'app') await client.query(`set role ${APP_ROLE}`);
    },
  });
  // A server that restarts ends idle connections; the pool opens new ones, and the next query tells if it cannot.
  pool.on('error', () => undefined);
  return pool;
}

/** A Kysely over `createPool`. `db.destroy()` closes it. */
export function createDb(url: string, options: PoolOptions): Db {
  return dbOverPool(createPool(url, options));
}

/** A Kysely over a pool that the caller also uses; `db.destroy()` closes that pool. */
export function dbOverPool(pool: DbPool): Db {
  return new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
}
