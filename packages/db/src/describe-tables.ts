// Describes every table as the migrations leave it, for people who read a page rather than SQL.

import type { DbPool } from './pool.ts';

interface ColumnRow {
  readonly table_name: string;
  readonly is_secured: boolean;
  readonly primary_key: string;
  readonly column_name: string;
  readonly type: string;
  readonly required: boolean;
  readonly refers_to: string | null;
}

const COLUMNS = `
  select class.relname as table_name, class.relrowsecurity as is_secured,
    (select string_agg(attname::text, ', ' order by place) from pg_constraint as con
       cross join unnest(con.conkey) with ordinality as part (number, place)
       join pg_attribute on attrelid = con.conrelid and attnum = part.number
      where con.conrelid = class.oid and con.contype = 'p') as primary_key,
    attribute.attname::text as column_name, format_type(attribute.atttypid, attribute.atttypmod) as type,
    attribute.attnotnull as required,
    (select string_agg(distinct target.relname::text, ', ') from pg_constraint as con join pg_class as target on target.oid = con.confrelid
      where con.conrelid = class.oid and con.contype = 'f' and con.conkey[array_length(con.conkey, 1)] = attribute.attnum) as refers_to
  from pg_class as class join pg_attribute as attribute on attribute.attrelid = class.oid
  where class.relnamespace = 'public'::regnamespace and class.relkind in ('r', 'p') and not class.relispartition
    and attribute.attnum > 0 and not attribute.attisdropped
  order by class.relname, attribute.attnum`;

function section(columns: readonly ColumnRow[]): string {
  const [first] = columns;
  if (!first) return '';
  const rows = columns.map(
    ({ column_name, type, required, refers_to }) =>
      `| ${column_name} | ${type} | ${required ? '' : 'yes'} | ${refers_to ? `[${refers_to}](#${refers_to})` : ''} |`,
  );
  const owner = first.is_secured ? 'A council’s own: row-level security shows it to that council alone.' : 'Shared.';
  const head = '| column | type | may be empty | refers to |\n| --- | --- | --- | --- |';
  return `## ${first.table_name}\n\n${owner} Key: ${first.primary_key}.\n\n${head}\n${rows.join('\n')}\n`;
}

/** A page in Markdown: every table with its key, its columns, and what they refer to. */
export async function describeTables(pool: DbPool): Promise<string> {
  const { rows } = await pool.query<ColumnRow>(COLUMNS);
  const names = [...new Set(rows.map(({ table_name }) => table_name))];
  const sections = names.map((name) => section(rows.filter(({ table_name }) => table_name === name)));
  return `# Tables\n\nMade from the migrations. What every council reads is shared; everything else is one council’s own.\n\n${sections.join('\n')}`;
}
