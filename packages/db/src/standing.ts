// Asks the database who the application is, on a connection of its own with a short limit, so that the answer never waits
// for the pool that requests use, nor for a lock on a table.

import pg from 'pg';
import { whyNotBound } from './app-login.ts';
import { reasonOf } from './reason-of.ts';

/**
 * `bound`: the schema is there and row-level security binds the login. `refused`: it answers and must not be used.
 * `away`: it did not answer in time.
 */
export type Standing = { readonly kind: 'bound' } | { readonly kind: 'refused' | 'away'; readonly why: string };

export interface StandingWatch {
  /** Those who ask at the same moment share one answer. Never rejects. */
  readonly ask: () => Promise<Standing>;
  readonly close: () => Promise<void>;
}

const LIMIT_MILLIS = 2_000;

/** Opens nothing until the first question, and keeps one connection afterwards. */
export function watchStanding(url: string): StandingWatch {
  const pool = new pg.Pool({
    connectionString: url,
    max: 1,
    application_name: 'support-market readiness',
    connectionTimeoutMillis: LIMIT_MILLIS,
    query_timeout: LIMIT_MILLIS,
    // A program that only asks once must not be kept from ending.
    allowExitOnIdle: true,
    onConnect: (client) => void client.on('error', () => undefined),
  });
  pool.on('error', () => undefined);
  let asking: Promise<Standing> | undefined;

  async function askOnce(): Promise<Standing> {
    try {
      const why = await whyNotBound(pool);
      return why === undefined ? { kind: 'bound' } : { kind: 'refused', why };
    } catch (error) {
      return { kind: 'away', why: `The database does not answer: ${reasonOf(error)}` };
    }
  }

  return {
    ask: () => {
      asking ??= askOnce().finally(() => {
        asking = undefined;
      });
      return asking;
    },
    close: () => pool.end(),
  };
}

/** Throws in one sentence where a program must not begin to serve. */
export async function assertBound(url: string): Promise<void> {
  const watch = watchStanding(url);
  try {
    const standing = await watch.ask();
    if (standing.kind !== 'bound') throw new Error(standing.why);
  } finally {
    await watch.close();
  }
}
