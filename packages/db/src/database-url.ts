// Decides which PostgreSQL the program uses: the operator's when DATABASE_URL is set, otherwise the built-in one.

import { appUrlOf } from './app-login.ts';
import { connectOrStart } from './embedded/embedded-postgres.ts';

export type OpenDatabaseOptions = {
  /** postgres://… of a database that the operator runs; wins over the built-in server. */
  readonly databaseUrl?: string | undefined;
  /** postgres://… as which the application logs in; made from the owner's where it is left out. */
  readonly appDatabaseUrl?: string | undefined;
  /** Where the built-in server keeps its data. */
  readonly dataDir: string;
  readonly log?: (line: string) => void;
};

export type OpenDatabase = {
  /** postgres://… as the owner of the tables. */
  readonly url: string;
  /** postgres://… as the application. */
  readonly appUrl: string;
  readonly source: 'operator' | 'built-in' | 'built-in, run by another process';
  /** Stops the built-in server when it was started here; otherwise does nothing. */
  readonly stop: () => Promise<void>;
};

/** The database to use. Close every pool before calling `stop`. */
export async function openDatabase(options: OpenDatabaseOptions): Promise<OpenDatabase> {
  if (options.databaseUrl !== undefined && options.databaseUrl !== '') {
    const appUrl = options.appDatabaseUrl || appUrlOf(options.databaseUrl);
    return { url: options.databaseUrl, appUrl, source: 'operator', stop: async () => undefined };
  }
  const server = await connectOrStart({ dataDir: options.dataDir, ...(options.log ? { log: options.log } : {}) });
  return {
    url: server.url,
    appUrl: appUrlOf(server.url),
    source: server.startedHere ? 'built-in' : 'built-in, run by another process',
    stop: server.stop,
  };
}
