// One PostgreSQL for a whole test run, with a migrated template that every test database is copied from.

import { chmodSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { appUrlOf, ensureAppLogin } from '../app-login.ts';
import { connectOrStart } from '../embedded/embedded-postgres.ts';
import { hashOfMigrations, migrate } from '../migrate.ts';

/** What a test worker needs to make databases; plain data, since it crosses a process boundary. */
export type TestServerAddress = {
  /** postgres://… of a database for administration, as someone who may create databases. */
  readonly adminUrl: string;
  readonly template: string;
  /** Every database of this run starts with it. */
  readonly prefix: string;
};

export type TestServer = TestServerAddress & { readonly stop: () => Promise<void> };

/** The same server, another database. */
export function withDatabase(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.href;
}

export async function runAsAdmin(adminUrl: string, ...statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

/**
 * Starts the embedded server in a temporary folder, or uses TEST_DATABASE_URL when that is set, and migrates the
 * template. The server goes when `stop` is called or this process dies in whatever way.
 */
export async function startTestServer(): Promise<TestServer> {
  const external = process.env['TEST_DATABASE_URL'];
  const server =
    external === undefined || external === ''
      ? await connectOrStart({
          dataDir: makeOpenTemporaryFolder(),
          fastAndUnsafe: true,
          temporary: true,
        })
      : { url: external, stop: async () => undefined };
  const adminUrl = server.url;
  const prefix = `sm_test_${process.pid}_`;
  const template = `${prefix}template_${hashOfMigrations().slice(0, 12)}`;
  const stop = async (): Promise<void> => {
    if (external) await dropDatabases(adminUrl, prefix);
    await server.stop();
  };
  try {
    if (external) await dropDatabases(adminUrl, prefix);
    await runAsAdmin(adminUrl, `create database ${template}`);
    const templateUrl = withDatabase(adminUrl, template);
    await migrate(templateUrl);
    await ensureAppLogin(templateUrl, appUrlOf(templateUrl));
    // A connection to the template would make every copy of it fail.
    await runAsAdmin(adminUrl, `alter database ${template} allow_connections false`);
  } catch (error) {
    await stop();
    throw error;
  }
  return { adminUrl, template, prefix, stop };
}

function makeOpenTemporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'support-market-test-'));
  // Started by root, the server runs as an account that has to enter it; the data inside stays closed.
  chmodSync(folder, 0o755);
  return folder;
}

async function dropDatabases(adminUrl: string, prefix: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const found = await client.query<{ datname: string }>(
      'select datname from pg_database where starts_with(datname, $1)',
      [prefix],
    );
    for (const { datname } of found.rows) await client.query(`drop database if exists ${datname} with (force)`);
  } finally {
    await client.end();
  }
}
