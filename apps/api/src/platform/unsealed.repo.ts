// Tells the sealer what is new, in the transaction that made it, so that nothing has to be looked for among what is old.

import type { Tx } from '@support-market/db/pool';
import { write } from '@support-market/db/transaction';
import type { SealKind } from '@support-market/domain/seals/sealed-kinds';
import { sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';

export interface UnsealedRecord {
  readonly kind: SealKind;
  readonly recordId: string;
  /** The record's own moment, where it is kept by month. */
  readonly recordAt: Temporal.Instant | null;
}

/** Puts new records before the sealer. What follows from a history row or a transfer follows by itself. */
export async function recordUnsealed(tx: Tx, councilId: string, records: readonly UnsealedRecord[]): Promise<void> {
  if (records.length === 0) return;
  const rows = sql`
    insert into unsealed_records (council_id, kind, record_id, record_at)
    select ${councilId}, made.kind, made.record_id, made.record_at
      from unnest(${records.map(({ kind }) => kind)}::text[], ${records.map(({ recordId }) => recordId)}::text[],
                  ${records.map(({ recordAt }) => recordAt?.toString() ?? null)}::timestamptz[]) as made (kind, record_id, record_at)
    on conflict do nothing`;
  await write(tx, rows.compile(tx));
}
