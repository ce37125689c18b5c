// What every write to the catalogue is made of: rows in chunks, the last of each key, found again by where they came from,
// so that the same file imported again changes nothing and ten thousand rows are a handful of statements.

import { createHash } from 'node:crypto';
import type { Tx } from '@support-market/db/pool';
import { slugify } from '@support-market/domain/shared/text';
import { type RawBuilder, sql } from 'kysely';
import { withoutState } from '../../platform/column-names.ts';

const CHUNK = 1_000;

/** Where a row came from; the pair finds it again. */
export interface SourceRef {
  /** The source, such as `harbourside-providers` or `trafford-charities`. */
  readonly source: string;
  /** Which of the source's rows: a stable number or code, or the row's own words folded. */
  readonly sourceRef: string;
}

/** What became of one row, in the order the rows were given. `accepted` is new or changed. */
export interface Written {
  readonly id: string;
  readonly outcome: 'accepted' | 'unchanged';
}

const plain = (_key: string, value: unknown): unknown => (typeof value === 'bigint' ? value.toString() : value);

export function rowsAsJson(rows: readonly object[]): string {
  return JSON.stringify(rows, plain);
}

/** A column that a row may leave unsaid: null, a text without letters, or a list of nothing. */
export interface SaidColumn {
  readonly name: string;
  readonly type: 'text' | 'text[]' | 'boolean' | 'integer' | 'date' | 'double precision';
  /** SQL of what a new row has where nothing is said; null when left out. */
  readonly otherwise?: string;
  /** SQL of what an old row has after it, where that is not simply what was said or else what it had. */
  readonly after?: string;
}

const saidOf = ({ name, type }: SaidColumn): string => {
  if (type === 'text') return `nullif(given.${name}, '')`;
  return type === 'text[]' ? `nullif(given.${name}, '{}')` : `given.${name}`;
};

/** Fields and their types, as jsonb_to_recordset wants them. */
export const recordOf = (columns: readonly Pick<SaidColumn, 'name' | 'type'>[]): RawBuilder<unknown> =>
  sql.raw(columns.map(({ name, type }) => `${name} ${type}`).join(', '));

/**
 * Writes rows of `given` (a select that has `id`, the keys and the columns) into a shared table: a new row has what is said
 * or else the default, an old row keeps what the new one does not say. Answers the ids of rows that are new or different.
 */
export async function writeSaid(
  tx: Tx,
  table: 'organisations' | 'listings' | 'offers',
  keys: readonly string[],
  columns: readonly SaidColumn[],
  given: RawBuilder<unknown>,
): Promise<{ id: string }[]> {
  const names = columns.map(({ name }) => name).join(', ');
  const fixed = ['id', ...keys, ...(table === 'offers' ? [] : ['slug'])];
  const made = columns.map((column) =>
    column.otherwise === undefined ? saidOf(column) : `coalesce(${saidOf(column)}, ${column.otherwise})`,
  );
  const changing = withoutState(columns.map(({ name }) => name));
  const kept = columns
    .filter(({ name }) => changing.includes(name))
    .map((column) => column.after ?? `coalesce(${saidOf(column)}, kept.${column.name})`);
  const asKept = changing.map((name) => `kept.${name}`).join(', ');
  const inserted = await sql<{ id: string }>`
    insert into ${sql.table(table)} (${sql.raw([...fixed, names].join(', '))})
    select ${sql.raw([...fixed.map((name) => `given.${name}`), ...made].join(', '))} from (${given}) as given
    on conflict (${sql.raw(keys.join(', '))}) do nothing returning id`.execute(tx);
  const updated = await sql<{ id: string }>`
    update ${sql.table(table)} as kept set (${sql.raw(changing.join(', '))}) = row(${sql.raw(kept.join(', '))}) from (${given}) as given
     where ${sql.raw(keys.map((key) => `kept.${key} = given.${key}`).join(' and '))}
       and (${sql.raw(asKept)}) is distinct from (${sql.raw(kept.join(', '))})
    returning kept.id`.execute(tx);
  return [...inserted.rows, ...updated.rows];
}

/** The last row of each key: a file that names the same thing twice means what it says last. */
export function lastByKey<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Row[] {
  return [...new Map(rows.map((row) => [keyOf(row), row])).values()].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

export async function inChunks<Row>(
  rows: readonly Row[],
  write: (chunk: readonly Row[]) => Promise<readonly Written[]>,
): Promise<Written[]> {
  const written: Written[] = [];
  for (let at = 0; at < rows.length; at += CHUNK) written.push(...(await write(rows.slice(at, at + CHUNK))));
  return written;
}

export const refKey = (row: SourceRef): string => `${row.source}\n${row.sourceRef}`;

interface StoredRef {
  readonly id: string;
  readonly source: string;
  readonly source_ref: string;
}

/** What became of each row of a chunk, in its order, where `changed` are the ids that a statement wrote. */
export async function answersFor(
  tx: Tx,
  table: 'organisations' | 'listings',
  chunk: readonly SourceRef[],
  changed: readonly { id: string }[],
): Promise<Written[]> {
  const { rows } = await sql<StoredRef>`select id, source, source_ref from ${sql.table(table)}
    where (source, source_ref) in (select * from unnest(${chunk.map((row) => row.source)}::text[], ${chunk.map((row) => row.sourceRef)}::text[]))`.execute(
    tx,
  );
  const idOf = new Map(rows.map((row) => [`${row.source}\n${row.source_ref}`, row.id]));
  const accepted = new Set(changed.map(({ id }) => id));
  return chunk.map((row) => {
    const id = idOf.get(refKey(row));
    if (id === undefined) throw new Error(`${table} row ${row.sourceRef} was not written`);
    return { id, outcome: accepted.has(id) ? 'accepted' : 'unchanged' };
  });
}

/** An address for each row that no other row has: its words, and where those are taken a short mark of its source too. */
export async function slugsFor(
  tx: Tx,
  table: 'organisations' | 'listings',
  rows: readonly (SourceRef & { readonly words: string })[],
): Promise<Map<string, string>> {
  const bases = rows.map((row) => slugify(row.words, table === 'listings' ? 'listing' : 'organisation'));
  const { rows: taken } = await sql<{
    slug: string;
    key: string | null;
  }>`select slug, source || E'\n' || source_ref as key from ${sql.table(table)} where slug = any(${bases}::text[])`.execute(
    tx,
  );
  const holder = new Map(taken.map(({ slug, key }) => [slug, key]));
  const slugs = new Map<string, string>();
  rows.forEach((row, index) => {
    const key = refKey(row);
    const base = bases[index] ?? '';
    if (!holder.has(base)) holder.set(base, key);
    const mark = createHash('sha256').update(key).digest('hex').slice(0, 8);
    slugs.set(key, holder.get(base) === key ? base : `${base}-${mark}`);
  });
  return slugs;
}
