// What every write to the catalogue is made of: rows in chunks, the last of each key, found again by where they came from,
// so that the same file imported again changes nothing and ten thousand rows are a handful of statements.

import { createHash } from 'node:crypto';
import type { Tx } from '@support-market/db/pool';
import { allOf } from '@support-market/db/transaction';
import { slugify } from '@support-market/domain/shared/text';
import { type RawBuilder, sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';
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
  /** It was not there before. */
  readonly isNew?: true;
  /** What was left out because the provider had said otherwise: fields. */
  readonly leftOut?: readonly string[];
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
  /** What it is a part of, where several columns say one thing. */
  readonly field?: string;
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

/** The field that a column is part of: an address is one thing, however many columns it has. */
const fieldOf = ({ name, field }: SaidColumn): string => field ?? name;

/** What a file says of a record that said something else before. */
export interface Difference {
  readonly id: string;
  readonly columns: readonly {
    readonly column: string;
    readonly field: string;
    readonly said: unknown;
    /** What the record has already. */
    readonly same: boolean;
    /** The provider said it on its page: a file does not change it. */
    readonly own: boolean;
  }[];
  readonly leftOut: Readonly<
    Record<string, { readonly values: Readonly<Record<string, unknown>>; readonly kept?: true }>
  >;
}

export interface SaidRows {
  readonly changed: readonly { readonly id: string }[];
  readonly made: readonly { readonly id: string }[];
  readonly differences: readonly Difference[];
}

/** They say nothing to anybody: whose a record is, and in which state it begins. */
const NO_FACTS: ReadonlySet<string> = new Set(['state', 'organisation_id', 'listed_by']);

/** What is said and is not what is held already, before what is held is changed. */
async function differencesOf(
  tx: Tx,
  table: 'organisations' | 'listings' | 'offers',
  keys: readonly string[],
  columns: readonly SaidColumn[],
  given: RawBuilder<unknown>,
): Promise<Difference[]> {
  const each = columns
    .filter(({ name }) => !NO_FACTS.has(name))
    .map(
      (column) =>
        `('${column.name}', '${fieldOf(column)}', to_jsonb(${saidOf(column)}), to_jsonb(kept.${column.name}))`,
    );
  const { rows } = await sql<Difference>`
    select kept.id, coalesce(facts.left_out, '{}'::jsonb) as "leftOut",
           jsonb_agg(jsonb_build_object('column', one.name, 'field', one.field, 'said', one.said,
             'same', one.said is not distinct from one.held, 'own', coalesce(facts.said -> one.field ->> 'by' = 'provider', false))) as columns
      from (${given}) as given join ${sql.table(table)} as kept on ${sql.raw(keys.map((key) => `kept.${key} = given.${key}`).join(' and '))}
      left join catalogue_facts as facts on facts.record_id = kept.id
      cross join lateral (values ${sql.raw(each.join(', '))}) as one (name, field, said, held)
     where one.said is not null
       and (one.said is distinct from one.held or coalesce(facts.said -> one.field ->> 'by' = 'provider', false))
     group by kept.id, facts.left_out`.execute(tx);
  return rows;
}

/** Who says what is written: noted beside each new row, for each of its facts. */
interface SaidBy {
  readonly id: string;
  readonly kind: string;
}

interface SaidOptions {
  readonly at?: Temporal.Instant;
  readonly by?: SaidBy | undefined;
  /** Columns that `given` has too and only a new row takes: what follows from the others. */
  readonly workedOut?: readonly string[];
}

/** What is noted of where the facts of a new row came from, as SQL over `given`. */
function factsOfNew(
  table: string,
  given: RawBuilder<unknown>,
  columns: readonly SaidColumn[],
  by: SaidBy,
): RawBuilder<unknown> {
  const fields = new Map<string, SaidColumn[]>();
  for (const column of columns)
    if (!NO_FACTS.has(column.name)) fields.set(fieldOf(column), [...(fields.get(fieldOf(column)) ?? []), column]);
  const isSaid = (column: SaidColumn) => sql`${sql.raw(saidOf(column))} is not null`;
  const each = [...fields].map(
    ([field, told]) => sql`${sql.lit(field)}, case when ${sql.join(told.map(isSaid), sql` or `)} then source.fact end`,
  );
  const fact = JSON.stringify({ by: by.kind, in: by.id });
  return sql`select given.id, jsonb_strip_nulls(jsonb_build_object(${sql.join(each)})), '{}'::jsonb
    from (${given}) as given join ${sql.table(table)} as made on made.id = given.id
    cross join (values (${fact}::jsonb)) as source (fact)`;
}

/**
 * Writes rows of `given` (a select that has `id`, the keys and the columns; no two with the same keys, `rows` of them) into a
 * shared table: a new row has what is said or else the default, an old row keeps what the new one does not say, and what its
 * provider said on its page. Answers the rows that are new or different, and what was said of those that were there.
 */
export async function writeSaid(
  tx: Tx,
  table: 'organisations' | 'listings' | 'offers',
  keys: readonly string[],
  columns: readonly SaidColumn[],
  { given, rows }: { readonly given: RawBuilder<unknown>; readonly rows: number },
  { at, by, workedOut = [] }: SaidOptions = {},
): Promise<SaidRows> {
  const names = [...columns.map(({ name }) => name), ...workedOut].join(', ');
  const fixed = ['id', ...keys, ...(table === 'offers' ? [] : ['slug'])];
  const made = [
    ...columns.map((column) =>
      column.otherwise === undefined ? saidOf(column) : `coalesce(${saidOf(column)}, ${column.otherwise})`,
    ),
    ...workedOut.map((name) => `given.${name}`),
  ];
  const stamps = at === undefined || table === 'offers' ? null : at;
  const insert = sql<{ id: string }>`
    insert into ${sql.table(table)} (${sql.raw([...fixed, names].join(', '))}${stamps === null ? sql`` : sql`, created_at, changed_at`})
    select ${sql.raw([...fixed.map((name) => `given.${name}`), ...made].join(', '))}${stamps === null ? sql`` : sql`, ${stamps}::timestamptz, ${stamps}::timestamptz`}
      from (${given}) as given
    on conflict (${sql.raw(keys.join(', '))}) do nothing returning id`;
  const facts =
    by &&
    sql`insert into catalogue_facts (record_id, said, left_out) ${factsOfNew(table, given, columns, by)} returning record_id`;
  const [inserted] = await allOf(tx, [insert.compile(tx), ...(facts ? [facts.compile(tx)] : [])]);
  if (inserted === undefined) throw new Error('an insert answers');
  if (inserted.rows.length === rows) return { changed: inserted.rows, made: inserted.rows, differences: [] };
  const differences = table === 'offers' ? [] : await differencesOf(tx, table, keys, columns, given);
  const changing = withoutState(columns.map(({ name }) => name));
  const kept = columns
    .filter(({ name }) => changing.includes(name))
    .map((column) => {
      const after = column.after ?? `coalesce(${saidOf(column)}, kept.${column.name})`;
      if (table === 'offers') return after;
      return `case when coalesce(given.facts -> '${fieldOf(column)}' ->> 'by' = 'provider', false) then kept.${column.name} else ${after} end`;
    });
  const asKept = changing.map((name) => `kept.${name}`).join(', ');
  const isSame = sql.raw(keys.map((key) => `kept.${key} = given.${key}`).join(' and '));
  const known =
    table === 'offers'
      ? given
      : sql`select given.*, facts.said as facts from (${given}) as given join ${sql.table(table)} as kept on ${isSame}
          left join catalogue_facts as facts on facts.record_id = kept.id`;
  const updated = await sql<{ id: string }>`
    update ${sql.table(table)} as kept set (${sql.raw(changing.join(', '))}${stamps === null ? sql`` : sql`, changed_at`})
         = row(${sql.raw(kept.join(', '))}${stamps === null ? sql`` : sql`, ${stamps}::timestamptz`}) from (${known}) as given
     where ${isSame} and (${sql.raw(asKept)}) is distinct from (${sql.raw(kept.join(', '))})
    returning kept.id`.execute(tx);
  return { changed: [...inserted.rows, ...updated.rows], made: inserted.rows, differences };
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

interface WrittenRows {
  /** What a statement wrote. */
  readonly changed: readonly { readonly id: string }[];
  /** Those of them that were not there before. */
  readonly made: readonly { readonly id: string }[];
  readonly left: ReadonlyMap<string, readonly string[]>;
}

/** What became of each row of a chunk, in its order. */
export async function answersFor(
  tx: Tx,
  table: 'organisations' | 'listings',
  chunk: readonly SourceRef[],
  { changed, made, left }: WrittenRows,
): Promise<Written[]> {
  const { rows } = await sql<StoredRef>`select id, source, source_ref from ${sql.table(table)}
    where (source, source_ref) in (select * from unnest(${chunk.map((row) => row.source)}::text[], ${chunk.map((row) => row.sourceRef)}::text[]))`.execute(
    tx,
  );
  const idOf = new Map(rows.map((row) => [`${row.source}\n${row.source_ref}`, row.id]));
  const accepted = new Set(changed.map(({ id }) => id));
  const isMade = new Set(made.map(({ id }) => id));
  return chunk.map((row) => {
    const id = idOf.get(refKey(row));
    if (id === undefined) throw new Error(`${table} row ${row.sourceRef} was not written`);
    const leftOut = left.get(id);
    return {
      ...{ id, outcome: accepted.has(id) ? 'accepted' : 'unchanged' },
      ...(isMade.has(id) ? { isNew: true } : {}),
      ...(leftOut ? { leftOut } : {}),
    };
  });
}

/**
 * The address of a new record, which no other has: its words and a short mark of its source. The mark is there whether or not
 * another has these words, or a stranger could tell from an address that a record is there which they may not see.
 */
export function slugFor(table: 'organisations' | 'listings', row: SourceRef & { readonly words: string }): string {
  const words = slugify(row.words, table === 'listings' ? 'listing' : 'organisation');
  return `${words}-${createHash('sha256').update(refKey(row)).digest('hex').slice(0, 8)}`;
}
