// What every command needs: the database that `npm start` uses (or DATABASE_URL), migrated, and a way to close it.

import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureAppLogin } from '@support-market/db/app-login';
import { openDatabase } from '@support-market/db/database-url';
import { migrate } from '@support-market/db/migrate';
import { createPool } from '@support-market/db/pool';
import { listOf } from '../config.ts';
import { prepareQueue } from '../jobs/worker.ts';
import type { SealKeySource } from '../ports/seal-keys/seal-keys.ts';

export const REPOSITORY = fileURLToPath(new URL('../../../../', import.meta.url));

export interface OpenCommand {
  /** As the owner of the tables. */
  readonly databaseUrl: string;
  /** As the application. */
  readonly appDatabaseUrl: string;
  /** Whether the database is one of our own making, where the demonstration may be; an operator's is real unless said otherwise. */
  readonly isDemonstration: boolean;
  readonly dataDir: string;
  /** Where the keys of the seals come from: the environment, or the data folder of a demonstration. */
  readonly sealKeys: SealKeySource;
  readonly close: () => Promise<void>;
}

/** Opens the database for a command. What it says goes to standard error, so that standard output is the answer alone. */
export async function openCommand(
  environment: Readonly<Record<string, string | undefined>> = process.env,
): Promise<OpenCommand> {
  const dataDir = environment.DATA_DIR
    ? resolve(environment.INIT_CWD ?? REPOSITORY, environment.DATA_DIR)
    : resolve(REPOSITORY, '.data');
  const database = await openDatabase({
    databaseUrl: environment.DATABASE_URL,
    appDatabaseUrl: environment.APP_DATABASE_URL,
    dataDir,
    log: (line) => void process.stderr.write(`${line}\n`),
  });
  await migrate(database.url);
  await ensureAppLogin(database.url, database.appUrl);
  const owner = createPool(database.url, { max: 1, role: 'owner', name: 'support-market command' });
  await prepareQueue(owner);
  await owner.end();
  const isDemonstration = (environment.DEMONSTRATION ?? String(database.source !== 'operator')) === 'true';
  const sealKeys: SealKeySource = {
    sealKey: environment.SEAL_KEY?.trim() || null,
    earlierSealKeys: listOf(environment.SEAL_KEYS_BEFORE),
    dataDir,
  };
  return {
    databaseUrl: database.url,
    appDatabaseUrl: database.appUrl,
    isDemonstration,
    dataDir,
    sealKeys,
    close: database.stop,
  };
}
