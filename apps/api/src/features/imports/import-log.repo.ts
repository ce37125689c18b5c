// What was imported, by whom and when, and what each import made and changed.

import type { Db, Tx } from '@support-market/db/pool';
import type { ImportKind, ImportState } from '@support-market/domain/imports/import-states';
import { type StartOf, startState } from '@support-market/domain/shared/machines';
import { sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';
import type { WatchedTable } from './watched.repo.ts';

/** What a file comes to, without anybody's data: the preview and the taking are compared by it. */
export interface ImportTotals {
  readonly accepted: number;
  readonly unchanged: number;
  readonly rejected: number;
  /** Rows that were taken without their place, because it could not be read. */
  readonly withoutPlace: number;
  /** Cells that were left out, because the provider said otherwise on its page. */
  readonly keptBack: number;
  /** How many different things the rows that were taken speak of: people, lines. */
  readonly counts: readonly { readonly name: string; readonly count: number }[];
  /** What the money columns of those rows add up to. */
  readonly sums: readonly { readonly name: string; readonly pence: number }[];
  readonly changes: readonly { readonly noun: string; readonly created: number; readonly changed: number }[];
}

export interface ImportRow {
  readonly id: string;
  readonly kind: ImportKind;
  readonly layout: string;
  readonly state: ImportState;
  readonly file_name: string;
  readonly file_sha256: string;
  readonly totals: ImportTotals;
  readonly made_at: Temporal.Instant;
  readonly taken_at: Temporal.Instant | null;
  readonly undone_at: Temporal.Instant | null;
  /** When what it had changed was removed; null while it can be undone. */
  readonly forgotten_at: Temporal.Instant | null;
  readonly taken_by_name: string | null;
}

export interface NewImport {
  readonly id: string;
  readonly kind: ImportKind;
  readonly layout: string;
  readonly start: StartOf<'imports'>;
  readonly fileName: string;
  readonly sha256: string;
  readonly totals: ImportTotals;
  readonly madeBy: string;
  readonly madeAt: Temporal.Instant;
}

export async function insertImport(tx: Tx, councilId: string, made: NewImport): Promise<void> {
  const isTaken = made.start === 'take-at-once';
  await tx
    .insertInto('imports')
    .values({
      council_id: councilId,
      id: made.id,
      kind: made.kind,
      layout: made.layout,
      state: startState('imports', made.start),
      file_name: made.fileName,
      file_sha256: made.sha256,
      totals: JSON.stringify(made.totals),
      made_by: made.madeBy,
      made_at: made.madeAt,
      taken_by: isTaken ? made.madeBy : null,
      taken_at: isTaken ? made.madeAt : null,
    })
    .execute();
}

export async function setTotals(
  tx: Tx,
  councilId: string,
  id: string,
  { layout, totals }: Pick<NewImport, 'layout' | 'totals'>,
): Promise<void> {
  await tx
    .updateTable('imports')
    .set({ layout, totals: JSON.stringify(totals) })
    .where('council_id', '=', councilId)
    .where('id', '=', id)
    .execute();
}

export async function lockImport(tx: Tx, councilId: string, id: string): Promise<ImportRow | undefined> {
  const row = await tx
    .selectFrom('imports')
    .select([
      'id',
      'kind',
      'layout',
      'state',
      'file_name',
      'file_sha256',
      'totals',
      'made_at',
      'taken_at',
      'undone_at',
      'forgotten_at',
    ])
    .where('council_id', '=', councilId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row as (ImportRow & { taken_by_name: null }) | undefined;
}

/** The newest first: those that were taken or undone, of some kinds, in pages. */
export async function listImports(
  db: Db,
  councilId: string,
  kinds: readonly ImportKind[],
  { before, most }: { readonly before: string | null; readonly most: number },
): Promise<ImportRow[]> {
  const { rows } = await sql<ImportRow>`
    select record.id, record.kind, record.layout, record.state, record.file_name, record.file_sha256, record.totals, record.made_at,
           record.taken_at, record.undone_at, record.forgotten_at, account.name as taken_by_name
      from imports as record left join accounts as account on account.id = record.taken_by
     where record.council_id = ${councilId} and record.state <> 'previewed' and record.kind = any(${[...kinds]}::text[])
       and (${before}::text is null or record.id < ${before})
     order by record.id desc limit ${most}`.execute(db);
  return rows;
}

export async function countChanges(tx: Tx, councilId: string, importId: string): Promise<ImportTotals['changes']> {
  const { rows } = await sql<{ noun: string; created: number; changed: number }>`
    select noun, count(*) filter (where before is null)::int as created, count(*) filter (where before is not null)::int as changed
      from import_records where council_id = ${councilId} and import_id = ${importId} and noun <> 'catalogue_facts' group by noun order by noun`.execute(
    tx,
  );
  return rows;
}

export interface ImportRecord {
  readonly table: WatchedTable;
  readonly id: string;
  readonly before: Readonly<Record<string, unknown>> | null;
  readonly digest: string;
}

export async function recordsOf(tx: Tx, councilId: string, importId: string): Promise<ImportRecord[]> {
  const { rows } = await sql<ImportRecord>`
    select noun as table, record_id as id, before, after_digest as digest from import_records
     where council_id = ${councilId} and import_id = ${importId} order by noun, record_id`.execute(tx);
  return rows;
}

export async function forgetRecords(tx: Tx, councilId: string, importId: string): Promise<void> {
  await tx.deleteFrom('import_records').where('council_id', '=', councilId).where('import_id', '=', importId).execute();
}
