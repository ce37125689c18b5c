// Lets use cases that open their own transactions take part in one that is open already, so that the demonstration is
// loaded whole or not at all, through the very functions that a day's work uses.

import type { Db, Tx } from '@support-market/db/pool';
import { sql } from 'kysely';

/** A Db whose transactions are the given one: nothing commits before it does, and a refusal ends it. */
export function joinedDb(tx: Tx): Db {
  const begun = {
    setIsolationLevel: () => begun,
    execute: <Value>(work: (inner: Tx) => Promise<Value>): Promise<Value> => work(tx),
  };
  return new Proxy(tx as unknown as Db, {
    get: (target, name, receiver) => {
      if (name === 'transaction') return () => begun;
      const member: unknown = Reflect.get(target, name, receiver === undefined ? undefined : target);
      return typeof member === 'function' ? member.bind(target) : member;
    },
  });
}

/** Tells the planner how large the tables of the story have become, in the middle of the one transaction that fills them. */
export async function measureTables(tx: Tx): Promise<void> {
  await sql`select measure_filled_tables()`.execute(tx);
}

/** Lets order references carry on after the story's last. */
export async function continueOrderNumbers(tx: Tx, last: number): Promise<void> {
  await sql`select setval('order_numbers', greatest(${last}::bigint, (select last_value from order_numbers)))`.execute(
    tx,
  );
}
