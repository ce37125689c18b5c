// Where each table lives when the database is spread over several machines, read from the schema itself: a table whose
// key begins with council_id belongs to a council; of the others, those whose comment says so stay on one machine.

import { sql } from 'kysely';
import type { Db } from './pool.ts';

/** How the comment of a table that stays on one machine begins. The migration that makes it says why. */
const STAYS = 'kept on one machine';

export type TableOfSchema = {
  readonly name: string;
  /** `council`: one row, one council. `shared`: the same everywhere. `local`: on the first machine alone. */
  readonly place: 'council' | 'shared' | 'local';
  /** The tables that its foreign keys point at, itself left out. */
  readonly pointsAt: readonly { readonly constraint: string; readonly table: string }[];
};

/** Every table of the schema but the partitions of others. Asked as the owner. */
export async function tablesOfSchema(ownerDb: Db): Promise<readonly TableOfSchema[]> {
  const { rows } = await sql<TableOfSchema>`
    select class.relname as name,
           case when first.attname = 'council_id' then 'council'
                when obj_description(class.oid, 'pg_class') like ${`${STAYS}%`} then 'local'
                else 'shared' end as place,
           coalesce((select jsonb_agg(jsonb_build_object('constraint', link.conname, 'table', target.relname) order by link.conname)
              from pg_constraint as link join pg_class as target on target.oid = link.confrelid
             where link.conrelid = class.oid and link.contype = 'f' and link.conparentid = 0 and link.confrelid <> class.oid), '[]') as "pointsAt"
      from pg_class as class
      left join pg_index as key on key.indrelid = class.oid and key.indisprimary
      left join pg_attribute as first on first.attrelid = class.oid and first.attnum = key.indkey[0]
     where class.relnamespace = 'public'::regnamespace and class.relkind in ('r', 'p') and not class.relispartition
     order by class.relname`.execute(ownerDb);
  return rows;
}

/** The partitions of a schema's tables, by name, with the table that each is a part of. */
export async function partitionsOfSchema(ownerDb: Db): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ name: string; of: string }>`
    select child.relname as name, parent.relname as of from pg_inherits
      join pg_class as child on child.oid = inhrelid join pg_class as parent on parent.oid = inhparent
     where child.relispartition and child.relkind in ('r', 'p') and child.relnamespace = 'public'::regnamespace`.execute(
    ownerDb,
  );
  return new Map(rows.map(({ name, of }) => [name, of]));
}
