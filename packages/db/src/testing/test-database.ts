// Gives a test file a database of its own with every migration applied, in a fraction of a second.

import { inject } from 'vitest';
import { appUrlOf } from '../app-login.ts';
import { createPool, type Db, dbOverPool } from '../pool.ts';
import { judgeStatements } from './judged-statements.ts';
import { runAsAdmin, type TestServerAddress, withDatabase } from './test-server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    testServer: TestServerAddress;
  }
}

export type TestDatabase = {
  /** postgres://… as the owner of the tables. */
  readonly url: string;
  /** postgres://… as the application. */
  readonly appUrl: string;
  /** As the application: row-level security applies. */
  readonly db: Db;
  /** As the owner: sees and may do everything. */
  readonly ownerDb: Db;
  /** Closes both and removes the database. Fails where the program sent what a distributed engine would refuse. */
  readonly drop: () => Promise<void>;
};

/** Adds to a database what a test wants beside the tables; every connection of its own is closed when it is done. */
export type Prepare = (url: string) => Promise<void>;

let made = 0;
const nameOfNext = ({ prefix }: TestServerAddress): string => {
  made += 1;
  return `${prefix}${process.pid}_${made}_${Math.random().toString(36).slice(2, 8)}`;
};

// Files are copied as they are: for a small template that is less work than writing it all through the log.
const copy = (server: TestServerAddress, template: string, name: string): Promise<void> =>
  runAsAdmin(server.adminUrl, `create database ${name} template ${template} strategy file_copy`);

/** The templates of this process, each with what one function adds. They go with the server. */
const templates = new Map<Prepare, Promise<string>>();

function templateWith(server: TestServerAddress, prepare: Prepare): Promise<string> {
  const known = templates.get(prepare);
  if (known !== undefined) return known;
  const making = (async () => {
    const name = nameOfNext(server);
    await copy(server, server.template, name);
    await prepare(withDatabase(server.adminUrl, name));
    await runAsAdmin(server.adminUrl, `alter database ${name} allow_connections false`);
    return name;
  })();
  templates.set(prepare, making);
  return making;
}

/**
 * A fresh copy of the migrated template. Call it in `beforeAll`, and `drop` in `afterAll`. What `prepare` adds is there as
 * well, and is made once in a process.
 */
export async function createTestDatabase(
  options: { readonly max?: number; readonly prepare?: Prepare } = {},
): Promise<TestDatabase> {
  const server = inject('testServer');
  const { prepare } = options;
  if (prepare === undefined) return cloneTemplate(server, options);
  return cloneTemplate({ ...server, template: await templateWith(server, prepare) }, options);
}

/** The same for a program that is not a vitest worker. */
export async function cloneTemplate(
  server: TestServerAddress,
  options: { readonly max?: number } = {},
): Promise<TestDatabase> {
  const name = nameOfNext(server);
  await copy(server, server.template, name);
  const url = withDatabase(server.adminUrl, name);
  const appUrl = appUrlOf(url);
  const pool = createPool(appUrl, { max: options.max ?? 10, role: 'app' });
  const ownerPool = createPool(url, { max: 4, role: 'owner' });
  const ownerDb = dbOverPool(ownerPool);
  const judge = await judgeStatements(ownerDb);
  judge.listen(pool);
  judge.listen(ownerPool);
  const db = dbOverPool(pool);
  return {
    url,
    appUrl,
    db,
    ownerDb,
    drop: async () => {
      await Promise.all([db.destroy(), ownerDb.destroy()]);
      await runAsAdmin(server.adminUrl, `drop database if exists ${name} with (force)`);
      judge.assertNone();
    },
  };
}
