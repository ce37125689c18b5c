// What somebody asked for with their account, and the organisation that is made of it.

import type { Tx } from '@support-market/db/pool';
import type { StoreKind } from '@support-market/domain/listings/store-kinds';
import { sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';
import { organisationsChanged } from '../platform/listing-changes.repo.ts';

export interface AskedStore {
  readonly kind: StoreKind;
  readonly name: string;
}

/** What an account asked to open when it signed up, once: the next reader finds nothing. */
export async function takeAskedStore(tx: Tx, councilId: string, accountId: string): Promise<AskedStore | null> {
  const { rows } = await sql<{ kind: StoreKind | null; name: string | null }>`
    select asked_kind as kind, asked_name as name from account_councils
     where council_id = ${councilId} and account_id = ${accountId} for update`.execute(tx);
  const [row] = rows;
  if (!row?.kind || row.name === null) return null;
  await sql`update account_councils set asked_kind = null, asked_name = null
    where council_id = ${councilId} and account_id = ${accountId}`.execute(tx);
  return { kind: row.kind, name: row.name };
}

/** How many an account has opened in a council. Two that it opens at once follow each other. */
export async function countOpened(tx: Tx, councilId: string, accountId: string): Promise<number> {
  await sql`select from account_councils where council_id = ${councilId} and account_id = ${accountId} for update`.execute(
    tx,
  );
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from organisations
     where opened_by = ${accountId} and listed_by = ${councilId}`.execute(tx);
  return rows[0]?.count ?? 0;
}

export async function insertOpened(
  tx: Tx,
  made: {
    readonly id: string;
    readonly slug: string;
    readonly kind: string;
    readonly size: string;
    readonly name: string;
    readonly councilId: string;
    readonly openedBy: string;
  },
  at: Temporal.Instant,
): Promise<void> {
  await tx
    .insertInto('organisations')
    .values({
      ...{ id: made.id, slug: made.slug, kind: made.kind, size: made.size, name: made.name },
      ...{ listed_by: made.councilId, opened_by: made.openedBy, created_at: at, changed_at: at },
    })
    .execute();
  await organisationsChanged(tx, [made.id]);
}
