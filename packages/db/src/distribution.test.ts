// Proves that the keys of every council-owned table hold when it is distributed by council_id (Citus): the column leads its
// primary key, is in every unique and exclusion constraint, and every foreign key stays within one council or
// points at reference data.

import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from './testing/test-database.ts';

/** Tables that every council reads and none owns; a distributed database copies them to every node. */
const REFERENCE_TABLES = [
  'account_councils',
  'account_credentials',
  'accounts',
  'bank_holidays',
  'catalogue_facts',
  'categories',
  'contacts',
  'photos',
  'photo_files',
  'councils',
  'event_breaks',
  'event_dates',
  'events',
  'fact_sources',
  'listing_categories',
  'listing_histories',
  'listing_locations',
  'listing_pages',
  'listing_reviews',
  'listings',
  'locations',
  'mails',
  'number_prefixes',
  'offer_prices',
  'offers',
  'one_time_links',
  'organisation_checks',
  'organisations',
  'outwards',
  'postcodes',
  'listing_costs',
  'school_terms',
  'search_entries',
  'search_ideas',
  'search_words',
  'sessions',
  'sign_in_failures',
  'webhook_events',
];

interface Key {
  readonly table_name: string;
  readonly constraint_name: string;
  readonly kind: string;
  readonly columns: readonly string[];
  readonly foreign_table: string | null;
  readonly foreign_columns: readonly string[] | null;
}

let database: TestDatabase;
let tables: string[];
let keys: Key[];

beforeAll(async () => {
  database = await createTestDatabase();
  const listed = await sql<{ name: string }>`
    select relname as name from pg_class
     where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition order by relname`.execute(
    database.ownerDb,
  );
  tables = listed.rows.map(({ name }) => name);
  const found = await sql<Key>`
    select class.relname as table_name, con.conname as constraint_name, con.contype::text as kind,
           (select array_agg(attname::text order by place) from unnest(con.conkey) with ordinality as part (number, place)
              join pg_attribute on attrelid = con.conrelid and attnum = part.number) as columns,
           target.relname as foreign_table,
           (select array_agg(attname::text order by place) from unnest(con.confkey) with ordinality as part (number, place)
              join pg_attribute on attrelid = con.confrelid and attnum = part.number) as foreign_columns
      from pg_constraint as con join pg_class as class on class.oid = con.conrelid left join pg_class as target on target.oid = con.confrelid
     where class.relnamespace = 'public'::regnamespace and not class.relispartition and con.contype in ('p', 'u', 'x', 'f')`.execute(
    database.ownerDb,
  );
  const indexes = await sql<Key>`
    select class.relname as table_name, index_class.relname as constraint_name, 'u' as kind,
           (select array_agg(attname::text order by place) from unnest(index.indkey::int2[]) with ordinality as part (number, place)
              join pg_attribute on attrelid = index.indrelid and attnum = part.number) as columns,
           null as foreign_table, null as foreign_columns
      from pg_index as index join pg_class as class on class.oid = index.indrelid join pg_class as index_class on index_class.oid = index.indexrelid
     where class.relnamespace = 'public'::regnamespace and not class.relispartition and index.indisunique and not index.indisprimary`.execute(
    database.ownerDb,
  );
  keys = [...found.rows, ...indexes.rows];
});
afterAll(() => database.drop());

const isReference = (table: string): boolean => REFERENCE_TABLES.includes(table);

describe('the keys of every table hold when it is distributed by council_id', () => {
  test('every table is either reference data, listed here, or has council_id first in its primary key', () => {
    const owned = tables.filter((table) => !isReference(table));
    expect(owned.length).toBeGreaterThan(30);
    const primary = new Map(keys.filter(({ kind }) => kind === 'p').map((key) => [key.table_name, key.columns]));
    expect(owned.filter((table) => primary.get(table)?.[0] !== 'council_id')).toEqual([]);
  });

  test('every unique, primary and exclusion key of a council-owned table contains council_id', () => {
    const wrong = keys.filter(
      (key) => !isReference(key.table_name) && key.kind !== 'f' && !key.columns.includes('council_id'),
    );
    expect(wrong.map(({ table_name, constraint_name }) => `${table_name}.${constraint_name}`)).toEqual([]);
  });

  test('every foreign key of a council-owned table stays in its council or points at reference data', () => {
    const wrong = keys.filter(({ kind, table_name, foreign_table, columns, foreign_columns }) => {
      if (kind !== 'f' || isReference(table_name) || foreign_table === null) return false;
      if (isReference(foreign_table)) return false;
      return columns[0] !== 'council_id' || foreign_columns?.[0] !== 'council_id';
    });
    expect(wrong.map(({ table_name, constraint_name }) => `${table_name}.${constraint_name}`)).toEqual([]);
  });

  test('reference data never points at a council-owned table', () => {
    const wrong = keys.filter(
      ({ kind, table_name, foreign_table }) =>
        kind === 'f' && isReference(table_name) && foreign_table !== null && !isReference(foreign_table),
    );
    expect(wrong.map(({ table_name, constraint_name }) => `${table_name}.${constraint_name}`)).toEqual([]);
  });

  test('every council-owned table has row-level security and a policy on its council', async () => {
    const { rows } = await sql<{ name: string }>`
      select relname as name from pg_class as class
       where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition
         and relrowsecurity and exists (select from pg_policy where polrelid = class.oid)`.execute(database.ownerDb);
    const guarded = new Set(rows.map(({ name }) => name));
    expect(tables.filter((table) => !isReference(table) && !guarded.has(table))).toEqual([]);
  });

  test('the application owns no table and may delete or change no money, audit or history row', async () => {
    const { rows } = await sql<{ name: string }>`
      select table_name || ' ' || privilege_type as name from information_schema.role_table_grants
       where grantee = 'support_market_app' and privilege_type in ('UPDATE', 'DELETE', 'TRUNCATE')
         and table_name in ('ledger_transfers', 'ledger_entries', 'seals', 'months_left', 'audit_entries', 'state_changes')`.execute(
      database.ownerDb,
    );
    expect(rows).toEqual([]);
  });
});
