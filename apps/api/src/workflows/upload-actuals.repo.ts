// Remembers which rows of which files were taken, so that sending a file again changes nothing.

import type { Tx } from '@support-market/db/pool';
import { sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';

/** Which of some rows were taken before. */
export async function takenRows(tx: Tx, councilId: string, hashes: readonly string[]): Promise<ReadonlySet<string>> {
  if (hashes.length === 0) return new Set();
  const rows = await tx
    .selectFrom('imported_actuals')
    .select('row_hash')
    .where('council_id', '=', councilId)
    .where('row_hash', 'in', [...hashes])
    .execute();
  return new Set(rows.map((row) => row.row_hash));
}

/** The rows that were taken for some visits, by visit. Read them with the visits locked. */
export async function takenRowsOf(
  tx: Tx,
  councilId: string,
  visitIds: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await tx
    .selectFrom('imported_actuals')
    .select(['visit_id', 'row_hash'])
    .where('council_id', '=', councilId)
    .where('visit_id', '=', sql<string>`any(${[...visitIds]}::text[])`)
    .execute();
  const byVisit = new Map<string, string[]>();
  for (const row of rows) byVisit.set(row.visit_id, [...(byVisit.get(row.visit_id) ?? []), row.row_hash]);
  return byVisit;
}

export async function rememberRows(
  tx: Tx,
  councilId: string,
  at: Temporal.Instant,
  rows: readonly { readonly hash: string; readonly visitId: string }[],
): Promise<void> {
  if (rows.length === 0) return;
  await sql`
    insert into imported_actuals (council_id, row_hash, visit_id, imported_at)
    select ${councilId}, hash, "visitId", ${at}::timestamptz from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as new (hash text, "visitId" text)
    on conflict (council_id, row_hash) do nothing`.execute(tx);
}
