// A product with data that survives: a durable PostgreSQL of its own, the API and the worker as processes, each of which a
// test can kill and start again.

import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { appUrlOf, ensureAppLogin } from '@support-market/db/app-login';
import { connectOrStart, type EmbeddedPostgres } from '@support-market/db/embedded/embedded-postgres';
import { migrate } from '@support-market/db/migrate';
import { createDb, createPool, type Db } from '@support-market/db/pool';
import { prepareQueue } from '../jobs/worker.ts';
import { openSealKeys, type SealKeys } from '../ports/seal-keys/seal-keys.ts';
import { buildWorld } from '../testing/world.ts';
import { freePort, type Program, startProgram } from './child-process.ts';
import { untilOpen } from './facts.repo.ts';
import { CLOCK_ENVIRONMENT } from './set-clock.ts';

const SECRET = 'a secret that only this test knows, and long enough';

export interface LivingProduct {
  readonly secret: string;
  readonly dataDir: string;
  readonly sealKeys: () => SealKeys;
  readonly databaseUrl: () => string;
  /** As the owner of the tables: everything is in sight. */
  readonly ownerDb: () => Db;
  /** As the application. */
  readonly appDb: () => Db;
  readonly origin: () => string;
  readonly api: () => Program;
  readonly worker: () => Program;
  readonly startApi: () => Promise<void>;
  readonly startWorker: () => Promise<void>;
  /** What a power cut does: the API, the worker and every process of the database end at the same moment. */
  readonly cutPower: () => Promise<void>;
  /** Ends every connection's process of the database at once, as when it runs out of memory; answers when it is open again. */
  readonly crashDatabase: () => Promise<void>;
  /** Starts the database again on the data that lies there; it recovers by itself. */
  readonly restoreDatabase: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Every process of the server that runs in `dataDir`, its first one first. */
function databaseProcesses(dataDir: string): readonly number[] {
  const first = Number(readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);
  const rows = execFileSync('ps', ['-eo', 'pid=,ppid='], { encoding: 'utf8' }).trim().split('\n');
  const children = rows.map((row) => row.trim().split(/\s+/).map(Number)).filter(([, parent]) => parent === first);
  return [first, ...children.flatMap(([pid]) => (pid === undefined ? [] : [pid]))];
}

function killNow(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It is gone already.
  }
}

/** The shared world in a database that waits for its disk, as in production. `files` are the packed entries. */
export async function startLivingProduct(files: {
  readonly server: string;
  readonly worker: string;
}): Promise<LivingProduct> {
  const home = mkdtempSync(join(tmpdir(), 'support-market-failure-'));
  // The database may run as another user, who has to be able to pass through.
  chmodSync(home, 0o755);
  const dataDir = join(home, 'data');
  const open = async () => {
    const server: EmbeddedPostgres = await connectOrStart({ dataDir });
    return {
      server,
      ownerDb: createDb(server.url, { max: 4, role: 'owner', name: 'failure test owner' }),
      appDb: createDb(appUrlOf(server.url), { max: 2, role: 'app', name: 'failure test' }),
    };
  };
  let database = await open();
  let api: Program | undefined;
  let worker: Program | undefined;
  let port = 0;
  const closePools = () => Promise.all([database.ownerDb.destroy(), database.appDb.destroy()]);
  const environment = (): NodeJS.ProcessEnv => ({
    DATABASE_URL: database.server.url,
    DATA_DIR: dataDir,
    DEMONSTRATION: 'true',
    PORT: String(port),
    LOG_LEVEL: 'silent',
    REQUESTS_PER_MINUTE: '0',
    SESSION_SECRET: SECRET,
    ...CLOCK_ENVIRONMENT,
  });
  const running = (program: Program | undefined): Program => {
    if (!program) throw new Error('it was not started');
    return program;
  };

  await migrate(database.server.url);
  await ensureAppLogin(database.server.url, appUrlOf(database.server.url));
  const queueOwner = createPool(database.server.url, { max: 1, role: 'owner', name: 'failure test queue' });
  await prepareQueue(queueOwner);
  await queueOwner.end();
  await buildWorld({ database: { db: database.appDb, ownerDb: database.ownerDb } });
  // Demonstration mode needs neither mail nor a secret of an operator's.
  await database.ownerDb.updateTable('councils').set({ demonstration: true }).execute();

  return {
    secret: SECRET,
    dataDir,
    sealKeys: () => openSealKeys({ sealKey: null, earlierSealKeys: [], dataDir }),
    databaseUrl: () => database.server.url,
    ownerDb: () => database.ownerDb,
    appDb: () => database.appDb,
    origin: () => `http://127.0.0.1:${port}`,
    api: () => running(api),
    worker: () => running(worker),
    startApi: async () => {
      port = await freePort();
      api = await startProgram(files.server, environment(), ['--max-semi-space-size=4']);
    },
    startWorker: async () => {
      worker = await startProgram(files.worker, environment(), ['--max-semi-space-size=4']);
    },
    cutPower: async () => {
      const processes = databaseProcesses(dataDir);
      for (const program of [api, worker]) if (program?.isAlive()) killNow(program.pid);
      processes.forEach(killNow);
      await Promise.all([api?.kill(), worker?.kill()]);
      await database.server.stop();
      await closePools();
    },
    crashDatabase: async () => {
      const [, ...connections] = databaseProcesses(dataDir);
      connections.forEach(killNow);
      await untilOpen(database.ownerDb);
    },
    restoreDatabase: async () => {
      database = await open();
    },
    close: async () => {
      await Promise.all([api?.stop(), worker?.stop()]);
      await closePools();
      await database.server.stop();
      rmSync(home, { recursive: true, force: true });
    },
  };
}
