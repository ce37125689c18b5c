// Brings a database to the newest schema: plain SQL files in name order, forward only, each whole or not at all.

import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';

/** The product's own migrations. */
export const MIGRATIONS_FOLDER = fileURLToPath(new URL('../../../migrations', import.meta.url));

/** Any number will do, as long as every program that migrates takes the same. */
const LOCK_KEY = 7_205_418_633;

const FILE_NAME = /^\d{8}T\d{4}_[a-z0-9_]+\.sql$/;

type Migration = { readonly name: string; readonly text: string; readonly sha256: string };

export type MigrateOptions = {
  readonly folder?: string;
  readonly log?: (line: string) => void;
};

/**
 * Applies what is missing and answers the names applied, in order. `url` belongs to the owner of the tables. Two
 * programs that start together wait for each other. Throws when a file lacks its reason, when an applied file has
 * since been changed, renamed or removed, when a new file sorts before an applied one, or when a check returns rows.
 */
export async function migrate(url: string, options: MigrateOptions = {}): Promise<string[]> {
  const folder = options.folder ?? MIGRATIONS_FOLDER;
  const migrations = readMigrations(folder);
  const client = new pg.Client({ connectionString: url, application_name: 'support-market migrate' });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK_KEY]);
    await client.query(`
      create schema if not exists migration;
      create table if not exists migration.applied (
        name text primary key,
        sha256 text not null,
        applied_at timestamptz not null default now()
      )`);
    const pending = findPending(migrations, await readApplied(client));
    for (const migration of pending) {
      options.log?.(`Updating the database: ${migration.name}`);
      await apply(client, folder, migration);
    }
    return pending.map(({ name }) => name);
  } finally {
    // Closing the connection frees the lock.
    await client.end();
  }
}

/** What `migrate` would apply, in order, without applying it: what must wait for a new schema asks this. Throws as `migrate` does. */
export async function pendingMigrations(url: string, options: Pick<MigrateOptions, 'folder'> = {}): Promise<string[]> {
  const migrations = readMigrations(options.folder ?? MIGRATIONS_FOLDER);
  const client = new pg.Client({ connectionString: url, application_name: 'support-market migrations' });
  await client.connect();
  try {
    const { rows } = await client.query("select to_regclass('migration.applied') is not null as made");
    const applied = rows[0]?.made === true ? await readApplied(client) : [];
    return findPending(migrations, applied).map(({ name }) => name);
  } finally {
    await client.end();
  }
}

/** Changes whenever the migrations do; names the template that test databases are copied from. */
export function hashOfMigrations(folder: string = MIGRATIONS_FOLDER): string {
  const hash = createHash('sha256');
  for (const { name, sha256 } of readMigrations(folder)) hash.update(`${name} ${sha256}\n`);
  return hash.digest('hex');
}

function readMigrations(folder: string): Migration[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => {
      if (!FILE_NAME.test(name)) throw new Error(`${name}: call a migration like 20261201T0900_invoices.sql`);
      const text = readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n');
      if (!/^-- why\b.*\w/.test(text)) throw new Error(`${name}: its first line must say why, as in "-- why: …"`);
      if (/^\s*(commit|rollback)\s*;/im.test(text)) {
        throw new Error(`${name}: leave commit and rollback out; each file runs in a transaction of its own`);
      }
      return { name, text, sha256: createHash('sha256').update(text).digest('hex') };
    });
}

async function readApplied(client: pg.Client): Promise<{ name: string; sha256: string }[]> {
  const { rows } = await client.query<{ name: string; sha256: string }>(
    'select name, sha256 from migration.applied order by name collate "C"',
  );
  return rows;
}

function findPending(
  migrations: readonly Migration[],
  applied: readonly { name: string; sha256: string }[],
): readonly Migration[] {
  for (const [index, done] of applied.entries()) {
    const file = migrations[index];
    if (!migrations.some(({ name }) => name === done.name)) {
      throw new Error(`${done.name} was applied to this database but is not in the migrations: is the program older?`);
    }
    if (file === undefined || file.name !== done.name) {
      throw new Error(`${file?.name} sorts before ${done.name}, which is already applied: give it a later name`);
    }
    if (file.sha256 !== done.sha256) {
      throw new Error(`${done.name} was changed after it was applied: put the change in a new migration`);
    }
  }
  return migrations.slice(applied.length);
}

async function apply(client: pg.Client, folder: string, migration: Migration): Promise<void> {
  await client.query('begin');
  try {
    await runCheck(client, folder, migration.name, 'before');
    await client.query(migration.text);
    await runCheck(client, folder, migration.name, 'after');
    await client.query('insert into migration.applied (name, sha256) values ($1, $2)', [
      migration.name,
      migration.sha256,
    ]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw new Error(`${migration.name} was not applied: ${describe(error, migration.text)}`, { cause: error });
  }
}

/** A check is a file of queries that find what would be wrong; each must return no rows. */
async function runCheck(client: pg.Client, folder: string, name: string, when: 'before' | 'after'): Promise<void> {
  const checkName = name.replace(/\.sql$/, `.${when}.sql`);
  const file = join(folder, 'checks', checkName);
  if (!existsSync(file)) return;
  // pg answers a list when the text holds several queries, which its types do not say.
  const answer: unknown = await client.query(readFileSync(file, 'utf8'));
  for (const result of [answer].flat() as pg.QueryResult<Record<string, unknown>>[]) {
    if (result.rows.length > 0) {
      const examples = result.rows.slice(0, 3).map((row) => JSON.stringify(row));
      throw new Error(`${checkName} found ${result.rows.length} rows, such as ${examples.join(', ')}`);
    }
  }
}

function describe(error: unknown, text: string): string {
  if (!(error instanceof Error)) return String(error);
  const position = error instanceof pg.DatabaseError ? Number(error.position) : Number.NaN;
  if (!Number.isFinite(position)) return error.message;
  return `${error.message} (line ${text.slice(0, position).split('\n').length})`;
}
