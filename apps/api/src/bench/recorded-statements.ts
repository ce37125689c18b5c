// Listens to the SQL that the product sends, so that a bench can send the very same statements straight through pg and
// say what everything around them costs.

import type { Db, DbPool } from '@support-market/db/pool';
import { dbOverPool } from '@support-market/db/pool';

export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

interface Client {
  query: (text: unknown, values?: unknown, ...rest: unknown[]) => Promise<unknown>;
  release: (...args: unknown[]) => void;
}

/**
 * A database that keeps every statement, and takes back at commit what was done: the statements can then be sent again
 * as they are. `take` answers what was kept since it was last asked.
 */
export function recordingDb(pool: DbPool): { db: Db; take: () => Statement[] } {
  let kept: Statement[] = [];
  const recordingPool = {
    connect: async (): Promise<Client> => {
      const client = (await pool.connect()) as unknown as Client;
      return {
        release: (...args) => client.release(...args),
        query: (text, values, ...rest) => {
          const words = typeof text === 'string' ? text : (text as { text: string }).text;
          const given = Array.isArray(values) ? values : ((text as { values?: unknown[] }).values ?? []);
          kept.push({ text: words, values: given });
          return words === 'commit' ? client.query('rollback') : client.query(text, values, ...rest);
        },
      };
    },
    end: () => pool.end(),
  };
  return {
    db: dbOverPool(recordingPool as unknown as DbPool),
    take: () => {
      const taken = kept;
      kept = [];
      return taken;
    },
  };
}

/** Sends recorded statements in order on one connection of a pool. */
export async function replay(pool: DbPool, statements: readonly Statement[]): Promise<void> {
  const client = await pool.connect();
  try {
    for (const { text, values } of statements) await client.query(text, [...values]);
  } finally {
    client.release();
  }
}
