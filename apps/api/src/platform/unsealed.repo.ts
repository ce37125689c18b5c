// Tells the sealer what is new, in the transaction that made it, so that nothing has to be looked for among what is old.

import type { Tx } from '@support-market/db/pool';
import { prepared } from '@support-market/db/prepared';
import { write } from '@support-market/db/transaction';
import type { SealKind } from '@support-market/domain/seals/sealed-kinds';
import { type CompiledQuery, sql } from 'kysely';

export interface UnsealedRecord {
  readonly kind: SealKind;
  readonly recordId: string;
  /** The record's own moment, where it is kept by month. */
  readonly recordAt: string | null;
}

const unsealedStatement = prepared(
  (councilId: string, kinds: readonly string[], ids: readonly string[], moments: readonly (string | null)[]) => sql`
    insert into unsealed_records (council_id, kind, record_id, record_at)
    select ${councilId}, made.kind, made.record_id, made.record_at
      from unnest(${kinds}::text[], ${ids}::text[], ${moments}::timestamptz[]) as made (kind, record_id, record_at)
    on conflict do nothing`,
);

/** What puts new records before the sealer, to be sent with what makes them; nothing where there are none. */
export function unsealedStatements(councilId: string, records: readonly UnsealedRecord[]): readonly CompiledQuery[] {
  if (records.length === 0) return [];
  const kinds = records.map(({ kind }) => kind);
  const ids = records.map(({ recordId }) => recordId);
  return [
    unsealedStatement(
      councilId,
      kinds,
      ids,
      records.map(({ recordAt }) => recordAt),
    ),
  ];
}

/** Puts new records before the sealer. What follows from a history row or a transfer follows by itself. */
export async function recordUnsealed(tx: Tx, councilId: string, records: readonly UnsealedRecord[]): Promise<void> {
  await write(tx, ...unsealedStatements(councilId, records));
}
