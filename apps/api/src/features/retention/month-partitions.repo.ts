// Makes the monthly partitions of the tables that are kept by month, as the owner of the database. A month is made as a
// table of its own that names its columns, and then attached: that is what a distributed engine takes, and it locks out
// neither readers nor writers of the other months.

import type { Db } from '@support-market/db/pool';
import { sql } from 'kysely';
import { Temporal } from 'temporal-polyfill';

/** Tables in months, and the column that says which month a row belongs to. */
export const MONTHLY_TABLES = {
  ledger_entries: 'recorded_at',
  audit_entries: 'happened_at',
  state_changes: 'changed_at',
  searches: 'searched_at',
} as const;

export type MonthlyTable = keyof typeof MONTHLY_TABLES;

export const partitionName = (table: MonthlyTable, month: Temporal.PlainYearMonth): string =>
  `${table}_${month.toString().replace('-', '_')}`;

/** From the first moment of a month to the first of the next, in UTC. */
export function monthBounds(month: Temporal.PlainYearMonth): { readonly from: string; readonly until: string } {
  const first = (of: Temporal.PlainYearMonth) => `${of.toPlainDate({ day: 1 })}T00:00:00Z`;
  return { from: first(month), until: first(month.add({ months: 1 })) };
}

/** The columns and checks of a table as they are written in a statement that makes another like it. */
async function columnsOf(db: Db, table: MonthlyTable): Promise<string> {
  const { rows } = await sql<{ column: string }>`
    select format('%I %s%s', attribute.attname, format_type(attribute.atttypid, attribute.atttypmod),
             case when attribute.attnotnull then ' not null' else '' end) as column
      from pg_attribute as attribute
     where attribute.attrelid = ${table}::regclass and attribute.attnum > 0 and not attribute.attisdropped order by attribute.attnum`.execute(
    db,
  );
  const checks = await sql<{ check: string }>`
    select format('constraint %I %s', conname, pg_get_constraintdef(oid)) as check
      from pg_constraint where conrelid = ${table}::regclass and contype = 'c' order by conname`.execute(db);
  return [...rows.map(({ column }) => column), ...checks.rows.map(({ check }) => check)].join(', ');
}

async function makeMonth(db: Db, table: MonthlyTable, month: Temporal.PlainYearMonth): Promise<boolean> {
  const name = partitionName(table, month);
  const { from, until } = monthBounds(month);
  return db.transaction().execute(async (tx) => {
    // Two programs that start together make each month once.
    await sql`select pg_advisory_xact_lock(7003, hashtext(${name}))`.execute(tx);
    const found = await sql<{ made: boolean; taken: boolean }>`
      select to_regclass(${name}) is not null as made,
             exists (select from ${sql.table(`${table}_other`)} where ${sql.ref(MONTHLY_TABLES[table])} >= ${from}::timestamptz
                        and ${sql.ref(MONTHLY_TABLES[table])} < ${until}::timestamptz) as taken`.execute(tx);
    // Rows that came before their month was made stay where they are.
    if (found.rows[0]?.made || found.rows[0]?.taken) return false;
    await sql`create table ${sql.table(name)} (${sql.raw(await columnsOf(tx, table))})`.execute(tx);
    await sql`alter table ${sql.table(table)} attach partition ${sql.table(name)} for values from (${sql.lit(from)}) to (${sql.lit(until)})`.execute(
      tx,
    );
    return true;
  });
}

/** Makes every month between two, both included, that is not there yet; answers how many were made. */
export async function makeMonthPartitions(
  ownerDb: Db,
  first: Temporal.PlainYearMonth,
  last: Temporal.PlainYearMonth,
): Promise<number> {
  const { rows } = await sql<{ name: string }>`
    select child.relname as name from pg_inherits join pg_class as child on child.oid = inhrelid
      join pg_class as parent on parent.oid = inhparent where parent.relname = any(${Object.keys(MONTHLY_TABLES)}::text[])`.execute(
    ownerDb,
  );
  const there = new Set(rows.map(({ name }) => name));
  let made = 0;
  for (const table of Object.keys(MONTHLY_TABLES) as MonthlyTable[]) {
    for (let month = first; Temporal.PlainYearMonth.compare(month, last) <= 0; month = month.add({ months: 1 })) {
      if (!there.has(partitionName(table, month)) && (await makeMonth(ownerDb, table, month))) made += 1;
    }
  }
  return made;
}

/** Removes months of a table before one, where no one's records are left in them. Answers their names. */
export async function dropEmptyMonths(
  ownerDb: Db,
  table: MonthlyTable,
  before: Temporal.PlainYearMonth,
): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string }>`
    select child.relname as name from pg_inherits join pg_class as child on child.oid = inhrelid
     where inhparent = ${table}::regclass and child.relname < ${partitionName(table, before)} and child.relname <> ${`${table}_other`} order by 1`.execute(
    ownerDb,
  );
  const dropped: string[] = [];
  for (const { name } of rows) {
    const isEmpty = await sql<{ found: boolean }>`select exists (select from ${sql.table(name)}) as found`.execute(
      ownerDb,
    );
    if (isEmpty.rows[0]?.found !== false) continue;
    await ownerDb.transaction().execute(async (tx) => {
      // Detaching locks the whole table for a moment. Where that has to wait, those behind it would wait too: another night.
      await sql`set local lock_timeout = '2s'`.execute(tx);
      await sql`alter table ${sql.table(table)} detach partition ${sql.table(name)}`.execute(tx);
      await sql`drop table ${sql.table(name)}`.execute(tx);
    });
    dropped.push(name);
  }
  return dropped;
}
