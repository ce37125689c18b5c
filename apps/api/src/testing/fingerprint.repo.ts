// Tells whether a database holds the same rows as before: how many each table has, and what they say.

import type { Db } from '@support-market/db/pool';
import { sql } from 'kysely';

export type Fingerprint = ReadonlyMap<string, string>;

/** One mark for each table; the same marks mean the same rows. */
export async function fingerprintOf(db: Db, leftOut: readonly string[] = []): Promise<Fingerprint> {
  const { rows: tables } = await sql<{ name: string }>`
    select relation.relname as name from pg_class as relation join pg_namespace as space on space.oid = relation.relnamespace
     where space.nspname = 'public' and relation.relkind = 'r' and relation.relname <> all(${[...leftOut]}::text[]) order by 1`.execute(
    db,
  );
  const marks = tables.map(
    ({ name }) =>
      sql`select ${name}::text as name, count(*) || ' ' || coalesce(sum(hashtext(entry::text)), 0) as mark from ${sql.table(name)} as entry`,
  );
  const { rows } = await sql<{ name: string; mark: string }>`${sql.join(marks, sql` union all `)}`.execute(db);
  return new Map(rows.map(({ name, mark }) => [name, mark]));
}

/** Tables that differ. */
export function changedTables(before: Fingerprint, after: Fingerprint): string[] {
  return [...after].flatMap(([name, mark]) => (before.get(name) === mark ? [] : [name]));
}
