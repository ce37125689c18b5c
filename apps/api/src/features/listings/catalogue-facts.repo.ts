// Keeps, beside each organisation and listing, who said which of its facts, and what a file said that does not hold because
// the provider had said otherwise on its page. Why: docs/decisions/0027-whose-word-stands.md.

import type { Db, Tx } from '@support-market/db/pool';
import { sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';
import { newId } from '../../platform/ids.ts';
import type { Clock } from '../../ports/clock/clock.ts';
import { type Difference, rowsAsJson } from './catalogue-rows.repo.ts';

/** One file that was taken, or one saving of a page. */
export interface FactSource {
  readonly id: string;
  readonly kind: 'import' | 'provider';
  readonly councilId: string | null;
}

export interface NewFactSource {
  readonly kind: 'import' | 'provider';
  readonly councilId: string | null;
  /** Of a file: which list it is, by the name of its layout. */
  readonly list?: string;
  readonly fileName?: string | null;
  readonly saidBy: string;
}

export async function openSource(tx: Tx, clock: Clock, made: NewFactSource): Promise<FactSource> {
  const id = newId(clock, 'factSource');
  await tx
    .insertInto('fact_sources')
    .values({
      id,
      kind: made.kind,
      council_id: made.councilId,
      list: made.list ?? null,
      file_name: made.fileName ?? null,
      said_by: made.saidBy,
      said_at: clock.now(),
    })
    .execute();
  return { id, kind: made.kind, councilId: made.councilId };
}

/** What a file said of a field (one column, or the few that belong together), by column. */
export type FieldValues = Readonly<Record<string, unknown>>;

export interface LeftOut {
  readonly in: string;
  readonly values: FieldValues;
  /** The provider has looked at it and stays with its own. */
  readonly kept?: true;
}

export interface FactsChange {
  readonly recordId: string;
  readonly said?: Readonly<Record<string, { readonly by: FactSource['kind']; readonly in: string }>>;
  /** Null takes away what was left out. */
  readonly leftOut?: Readonly<Record<string, LeftOut | null>>;
}

export interface Facts {
  readonly said: Readonly<Record<string, { readonly by: FactSource['kind']; readonly in: string }>>;
  readonly left_out: Readonly<Record<string, LeftOut>>;
}

/** Whether a file says the same again: what is kept has its keys in an order of its own, and no nulls. */
export function sameValues(a: FieldValues | undefined, b: FieldValues): boolean {
  const plain = (_key: string, value: unknown): unknown => {
    if (value === null || typeof value !== 'object' || Array.isArray(value)) return value ?? undefined;
    return Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)));
  };
  return JSON.stringify(a, plain) === JSON.stringify(b, plain);
}

/** Notes what was said; what is not named stays as it was known. */
export async function noteFacts(tx: Tx, changes: readonly FactsChange[]): Promise<void> {
  // A statement writes a row once: several changes of one record are one.
  const whole = new Map<string, Required<Omit<FactsChange, 'recordId'>>>();
  for (const { recordId, said = {}, leftOut = {} } of changes) {
    const before = whole.get(recordId);
    whole.set(recordId, { said: { ...before?.said, ...said }, leftOut: { ...before?.leftOut, ...leftOut } });
  }
  const rows = [...whole].flatMap(([record_id, { said, leftOut }]) =>
    Object.keys(said).length + Object.keys(leftOut).length === 0 ? [] : [{ record_id, said, left_out: leftOut }],
  );
  if (rows.length === 0) return;
  const made = await sql<{ record_id: string }>`
    insert into catalogue_facts as facts (record_id, said, left_out)
    select given.record_id, given.said, jsonb_strip_nulls(given.left_out)
      from jsonb_to_recordset(${rowsAsJson(rows)}::jsonb) as given (record_id text, said jsonb, left_out jsonb)
    on conflict (record_id) do nothing returning record_id`.execute(tx);
  const isMade = new Set(made.rows.map(({ record_id }) => record_id));
  const known = rows.filter(({ record_id }) => !isMade.has(record_id));
  if (known.length === 0) return;
  await sql`
    update catalogue_facts as facts
       set said = facts.said || given.said, left_out = jsonb_strip_nulls(facts.left_out || given.left_out)
      from jsonb_to_recordset(${rowsAsJson(known)}::jsonb) as given (record_id text, said jsonb, left_out jsonb)
     where facts.record_id = given.record_id
       and (facts.said, facts.left_out) is distinct from (facts.said || given.said, jsonb_strip_nulls(facts.left_out || given.left_out))`.execute(
    tx,
  );
}

/** What is known of where facts came from, by record. */
export async function findFacts(db: Db | Tx, recordIds: readonly string[]): Promise<Map<string, Facts>> {
  const { rows } = await sql<Facts & { record_id: string }>`
    select record_id, said, left_out from catalogue_facts where record_id = any(${[...recordIds]}::text[])`.execute(db);
  return new Map(rows.map((row) => [row.record_id, row]));
}

export interface SourceRow {
  readonly id: string;
  readonly kind: FactSource['kind'];
  readonly list: string | null;
  readonly file_name: string | null;
  readonly council_name: string | null;
  readonly said_at: Temporal.Instant;
}

export async function findSources(db: Db | Tx, ids: readonly string[]): Promise<Map<string, SourceRow>> {
  const { rows } = await sql<SourceRow>`
    select source.id, source.kind, source.list, source.file_name, council.name as council_name, source.said_at
      from fact_sources as source left join councils as council on council.id = source.council_id
     where source.id = any(${[...new Set(ids)]}::text[])`.execute(db);
  return new Map(rows.map((row) => [row.id, row]));
}

/**
 * Notes what a file said of records: of what holds now, that it came from there; of what its provider had said otherwise,
 * what the file would have had. Answers the fields that were left out, by record.
 */
export async function noteSaid(
  tx: Tx,
  source: FactSource,
  differences: readonly Difference[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const left = new Map<string, string[]>();
  const changes = differences.map(({ id, columns, leftOut }): FactsChange => {
    const said: Record<string, { by: FactSource['kind']; in: string }> = {};
    const aside: Record<string, LeftOut | null> = {};
    for (const field of new Set(columns.map((one) => one.field))) {
      const parts = columns.filter((one) => one.field === field);
      if (!parts.some(({ own }) => own)) {
        said[field] = { by: source.kind, in: source.id };
        continue;
      }
      const values = Object.fromEntries(parts.map((part) => [part.column, part.said]));
      if (parts.every(({ same }) => same)) {
        if (leftOut[field] !== undefined) aside[field] = null;
        continue;
      }
      if (!sameValues(leftOut[field]?.values, values)) aside[field] = { in: source.id, values };
      left.set(id, [...(left.get(id) ?? []), field]);
    }
    return { recordId: id, said, leftOut: aside };
  });
  await noteFacts(tx, changes);
  return left;
}
