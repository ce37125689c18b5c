// Spreads the tables over the machines of a Citus cluster, step by step as docs/how-to/outgrow-one-machine.md says it.
// Which table goes where is read from the schema (placement.ts); what is placed already is left alone, so that a run
// which was cut off can be begun again.

import { sql } from 'kysely';
import { type TableOfSchema, tablesOfSchema } from './placement.ts';
import type { Db } from './pool.ts';

/** The engine's own functions that a step calls. Where they are missing there is no Citus. */
const FUNCTIONS_OF_THE_ENGINE = [
  'citus_is_coordinator',
  'create_reference_table',
  'create_distributed_table',
  'create_distributed_function',
];

/** For the connection that distributes, for as long as it does. */
const WHILE_DISTRIBUTING = [
  // A table that stays on one machine would be made a table of the engine's for its foreign keys alone.
  'set citus.enable_local_reference_table_foreign_keys = off',
  // One connection to each machine, or the foreign keys between two tables would wait for each other.
  "set citus.multi_shard_modify_mode = 'sequential'",
  'set citus.enable_unsafe_triggers = on',
];

/** Why this is no database to distribute; undefined where it is one. */
export async function whyNotDistributable(ownerDb: Db): Promise<string | undefined> {
  const { rows } = await sql<{ missing: string[] }>`
    select array(select name from unnest(${FUNCTIONS_OF_THE_ENGINE}::text[]) as name where to_regproc(name) is null) as missing`.execute(
    ownerDb,
  );
  if (rows[0]?.missing.length !== 0)
    return 'This PostgreSQL has no Citus: there is nothing to distribute the tables over.';
  const asked = await sql<{ coordinator: boolean }>`select citus_is_coordinator() as coordinator`.execute(ownerDb);
  if (asked.rows[0]?.coordinator !== true)
    return 'This is a machine of a Citus cluster but not its coordinator: give the coordinator’s address in DATABASE_URL.';
  return undefined;
}

/** The tables, each behind those that its foreign keys point at. Throws where two point at each other. */
function inOrder(tables: readonly TableOfSchema[]): readonly TableOfSchema[] {
  const left = new Map(tables.map((table) => [table.name, table]));
  const ordered: TableOfSchema[] = [];
  while (left.size > 0) {
    const free = [...left.values()].filter(({ pointsAt }) => !pointsAt.some(({ table }) => left.has(table)));
    if (free.length === 0) throw new Error(`these tables point at each other: ${[...left.keys()].join(', ')}`);
    for (const table of free) {
      left.delete(table.name);
      ordered.push(table);
    }
  }
  return ordered;
}

/** The functions that take a council first, as the engine wants them named, with the name of that argument. */
async function functionsOfACouncil(
  ownerDb: Db,
): Promise<readonly { readonly signature: string; readonly argument: string }[]> {
  const { rows } = await sql<{ signature: string; argument: string }>`
    select proc.oid::regprocedure::text as signature, proargnames[1] as argument from pg_proc as proc
     where pronamespace = 'public'::regnamespace and proargnames[1] = 'in_council' and provolatile = 'v' order by 1`.execute(
    ownerDb,
  );
  return rows;
}

/** What the engine has placed already, by the name of the table. */
async function placedAlready(ownerDb: Db): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{
    name: string;
  }>`select logicalrelid::regclass::text as name from pg_dist_partition`.execute(ownerDb);
  return new Set(rows.map(({ name }) => name));
}

/** Every statement that is left to do, in order. */
export async function stepsToDistribute(ownerDb: Db): Promise<readonly string[]> {
  const tables = await tablesOfSchema(ownerDb);
  const placed = await placedAlready(ownerDb);
  const of = (place: TableOfSchema['place']) => inOrder(tables.filter((table) => table.place === place));
  const councils = of('council');
  const first = councils[0]?.name ?? '';
  const steps = [...WHILE_DISTRIBUTING];
  for (const setting of ["citus.enable_unsafe_triggers = 'on'", "citus.propagate_set_commands = 'local'"])
    steps.push(
      `do $$ begin execute format('alter database %I set ${setting.replaceAll("'", "''")}', current_database()); end $$`,
    );
  // A table that stays here and a shared one, written in one transaction, would wait for each other over a foreign key.
  for (const { name, pointsAt } of of('local'))
    for (const { constraint } of pointsAt) steps.push(`alter table ${name} drop constraint ${constraint}`);
  for (const { name } of of('shared')) if (!placed.has(name)) steps.push(`select create_reference_table('${name}')`);
  for (const { name } of councils) {
    if (placed.has(name)) continue;
    const beside = name === first ? 'none' : first;
    steps.push(`select create_distributed_table('${name}', 'council_id', colocate_with => '${beside}')`);
  }
  for (const { signature, argument } of await functionsOfACouncil(ownerDb))
    steps.push(`select create_distributed_function('${signature}', '${argument}', colocate_with => '${first}')`);
  steps.push('analyze');
  return steps;
}

/** Does every step that is left, each in a transaction of its own, on one connection. Throws where this is no database to distribute. */
export async function distribute(ownerDb: Db, say: (step: string) => void): Promise<void> {
  const why = await whyNotDistributable(ownerDb);
  if (why !== undefined) throw new Error(why);
  const steps = await stepsToDistribute(ownerDb);
  await ownerDb.connection().execute(async (one) => {
    for (const step of steps) {
      say(step);
      await sql.raw(step).execute(one);
    }
  });
}
