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

/** Gives up the owner's rights, so that row-level security binds the load as it binds the application. */
export async function actAsApplication(tx: Tx, councilId: string | null): Promise<void> {
  await sql`set local role support_market_app`.execute(tx);
  if (councilId !== null) await sql`select set_config('app.council_id', ${councilId}, true)`.execute(tx);
}

/** Tells the planner how large the tables of the story have become; only their owner may. */
export async function measureTables(tx: Tx): Promise<void> {
  await sql`reset role`.execute(tx);
  await sql`analyze people, budget_lines, offers, ledger_accounts, ledger_transfers, orders, order_lines, order_line_shares, visits, visit_shares,
    invoices, invoice_lines, exceptions, pay_ins, payments, payment_items`.execute(tx);
  await sql`set local role support_market_app`.execute(tx);
}

/** Lets order references carry on after the story's last; a sequence is its owner's to move. */
export async function continueOrderNumbers(tx: Tx, last: number): Promise<void> {
  await sql`reset role`.execute(tx);
  await sql`select setval('order_numbers', greatest(${last}::bigint, (select last_value from order_numbers)))`.execute(
    tx,
  );
  await sql`set local role support_market_app`.execute(tx);
}
