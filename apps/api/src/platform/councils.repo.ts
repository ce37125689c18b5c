// Which councils there are to join and to sign in to. A made-up council exists in demonstration mode alone, so that
// its published password opens nothing anywhere else.

import type { Db } from '@support-market/db/pool';
import { inTransaction } from '@support-market/db/transaction';
import { sql } from 'kysely';

export interface CouncilChoice {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
}

/** Every council of this installation, by name. */
export async function listCouncils(db: Db, demonstration: boolean): Promise<CouncilChoice[]> {
  return db
    .selectFrom('councils')
    .select(['id', 'slug', 'name'])
    .$if(!demonstration, (query) => query.where('demonstration', '=', false))
    .orderBy('name')
    .execute();
}

/**
 * The council that somebody meets who named none: the only one, or in demonstration mode the first that was made up.
 * Undefined where there are several real ones.
 */
export function councilMet(councils: readonly CouncilChoice[], demonstration: boolean): CouncilChoice | undefined {
  if (councils.length > 1 && !demonstration) return undefined;
  // Ids are in the order in which they were made.
  return councils.toSorted((a, b) => (a.id < b.id ? -1 : 1))[0];
}

/** Whose an e-mail address or a sign-in name is; null where it is no one's. */
export async function accountIdOf(db: Db, name: string): Promise<string | null> {
  const { rows } = await sql<{ id: string | null }>`select account_id_of(${name}) as id`.execute(db);
  return rows[0]?.id ?? null;
}

/** The councils that an account has a place in, by name. */
export async function councilsOfAccount(db: Db, accountId: string, demonstration: boolean): Promise<CouncilChoice[]> {
  const find = (tx: Db) =>
    tx
      .selectFrom('account_councils')
      .innerJoin('councils', 'councils.id', 'account_councils.council_id')
      .select(['councils.id', 'councils.slug', 'councils.name'])
      .where('account_councils.account_id', '=', accountId)
      .$if(!demonstration, (query) => query.where('councils.demonstration', '=', false))
      .orderBy('councils.name')
      .execute();
  return inTransaction(db, null, find, { knowing: { account: accountId } });
}
