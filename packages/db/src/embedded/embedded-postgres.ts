// Runs a real PostgreSQL from an npm package, so that a machine with only Node and npm needs nothing else; for
// demonstration, development and tests. Production gives DATABASE_URL instead.

import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  accessSync,
  chownSync,
  closeSync,
  constants,
  existsSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join, resolve } from 'node:path';
import pg from 'pg';
import { canTraverse, prepareNativeFolder, type ServerAccount, STABLE_TEMPORARY_FOLDER } from './native-files.ts';
import { birthMark, commandLine, exists, hasProcessIn, isAlive, waitUntilGone } from './process-facts.ts';
import { withStartLock } from './start-lock.ts';

export type EmbeddedPostgresOptions = {
  /** The folder that keeps the data between starts; made when absent. */
  readonly dataDir: string;
  /** For tests alone: a power cut loses data, and commits do not wait for the disk. */
  readonly fastAndUnsafe?: boolean;
  /** Remove the data when the server stops or when this process dies. */
  readonly temporary?: boolean;
  /** Progress in plain words, a line at a time. */
  readonly log?: (line: string) => void;
};

export type EmbeddedPostgres = {
  /** postgres://… of the database `support_market`, as its owner. */
  readonly url: string;
  /** False when another process runs this server and we only use it. */
  readonly startedHere: boolean;
  /** Stops the server and waits for it, when it was started here; otherwise does nothing. May be called twice. */
  readonly stop: () => Promise<void>;
};

const SUPERUSER = 'support_market';
const DATABASE = 'support_market';
const NOBODY = { uid: 65534, gid: 65534 } as const;
const STOP_MILLIS = 30_000;
const READY_POLLS = 6000;
const LOG_LIMIT_BYTES = 5_000_000;

/** What a second process needs to attach, kept inside the cluster where only its owner can look. */
type ServerRecord = {
  readonly password: string;
  readonly holder?: { readonly pid: number; readonly birthMark: string };
};

type Place = { readonly cluster: string; readonly account: ServerAccount };

/**
 * Uses the server of `dataDir` when a living process runs it, and starts it otherwise. Two processes that call this
 * at the same time get one server. Throws in plain words when the server cannot start.
 */
export async function connectOrStart(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const dataDir = openDataFolder(options.dataDir);
  return withStartLock(join(dataDir, 'postgres.lock'), async () => {
    const place = choosePlace(dataDir, options.log);
    const running = await findRunningServer(place.cluster);
    if (running !== undefined) {
      const record = readRecord(place.cluster);
      if (isHolderAlive(record)) {
        return {
          url: urlOf(running.port, record.password, DATABASE),
          startedHere: false,
          stop: async () => undefined,
        };
      }
      options.log?.('Stopping the database that an earlier run left behind …');
      await stopServer(running.pid);
    }
    return startServer(dataDir, place, options);
  });
}

function openDataFolder(path: string): string {
  try {
    mkdirSync(path, { recursive: true });
    accessSync(path, constants.R_OK | constants.W_OK | constants.X_OK);
    return realpathSync(path);
  } catch (error) {
    throw new Error(`The data folder ${path} cannot be written to by this account. Set DATA_DIR to one that can.`, {
      cause: error,
    });
  }
}

function choosePlace(dataDir: string, log: EmbeddedPostgresOptions['log']): Place {
  const cluster = join(dataDir, 'postgres');
  if (process.getuid?.() !== 0) return { cluster, account: undefined };
  // PostgreSQL refuses to run as root. A cluster made by an ordinary user keeps running as that user.
  const owner = lstatSync(cluster, { throwIfNoEntry: false });
  const account = owner !== undefined && owner.uid !== 0 ? { uid: owner.uid, gid: owner.gid } : NOBODY;
  if (canTraverse(dataDir, account)) return { cluster, account };
  const elsewhere = join(STABLE_TEMPORARY_FOLDER, `support-market-data-${placeOf(dataDir)}`);
  mkdirSync(elsewhere, { recursive: true, mode: 0o755 });
  const found = lstatSync(elsewhere);
  if (!found.isDirectory() || found.uid !== 0 || (found.mode & 0o022) !== 0) {
    throw new Error(`${elsewhere} belongs to someone else. Set DATA_DIR to a folder that every account may enter.`);
  }
  log?.(`PostgreSQL may not run as root and ${dataDir} is closed to other accounts: its data is in ${elsewhere}`);
  return { cluster: join(elsewhere, 'postgres'), account: NOBODY };
}

/** A name of its own for each data folder, kept in it: a new clone in the same place must not find the old one's data. */
function placeOf(dataDir: string): string {
  const file = join(dataDir, 'postgres-place');
  if (!existsSync(file)) writeFileSync(file, randomBytes(6).toString('hex'));
  const name = readFileSync(file, 'utf8');
  if (!/^[0-9a-f]{12}$/.test(name)) throw new Error(`${file} is damaged; remove it to begin with an empty database.`);
  return name;
}

// --- finding and stopping ------------------------------------------------------------------------------------------

/** The server that postmaster.pid names, when that process is alive and really serves this cluster. */
async function findRunningServer(cluster: string): Promise<{ pid: number; port: number } | undefined> {
  const file = readPostmasterFile(cluster);
  if (file === undefined) return undefined;
  const isOurs =
    isAlive(file.pid) &&
    resolve(file.directory) === cluster &&
    / -D (\S.*?) -c /.exec(commandLine(file.pid))?.[1] === cluster;
  if (isOurs) return { pid: file.pid, port: file.port };
  // PostgreSQL clears the file of a server that is gone, but takes any process with that number for a server: a
  // stranger that got the number later, or a killed server whose parent has not asked for it yet.
  if (!exists(file.pid)) return undefined;
  // The file also guards against children of a killed server that still write, so wait for those before removing it.
  for (let poll = 0; hasProcessIn(cluster); poll += 1) {
    if (poll >= 500) throw new Error(`Something still works in ${cluster}, although its server is gone.`);
    await new Promise((resume) => setTimeout(resume, 20));
  }
  rmSync(join(cluster, 'postmaster.pid'), { force: true });
  return undefined;
}

function readPostmasterFile(
  cluster: string,
): { pid: number; directory: string; port: number; status: string } | undefined {
  try {
    const lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n');
    return {
      pid: Number(lines[0]),
      directory: lines[1] ?? '',
      port: Number(lines[3]),
      status: (lines[7] ?? '').trim(),
    };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new Error(`The database in ${cluster} belongs to another account of this computer.`, { cause: error });
  }
}

async function stopServer(pid: number): Promise<void> {
  signal(pid, 'SIGINT');
  if (await waitUntilGone(pid, STOP_MILLIS)) return;
  signal(pid, 'SIGQUIT');
  if (await waitUntilGone(pid, STOP_MILLIS)) return;
  throw new Error(`The database (process ${pid}) does not stop.`);
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

function isHolderAlive(record: ServerRecord): boolean {
  return (
    record.holder !== undefined &&
    isAlive(record.holder.pid) &&
    birthMark(record.holder.pid) === record.holder.birthMark
  );
}

// --- the record ------------------------------------------------------------------------------------------------------

function recordFile(cluster: string): string {
  return join(cluster, 'support-market.json');
}

function readRecord(cluster: string): ServerRecord {
  return JSON.parse(readFileSync(recordFile(cluster), 'utf8')) as ServerRecord;
}

function writeRecord(cluster: string, account: ServerAccount, record: ServerRecord): void {
  const fresh = `${recordFile(cluster)}.new`;
  writeFileSync(fresh, JSON.stringify(record), { mode: 0o600 });
  if (account !== undefined) chownSync(fresh, account.uid, account.gid);
  renameSync(fresh, recordFile(cluster));
}

function urlOf(port: number, password: string, database: string): string {
  return `postgres://${SUPERUSER}:${password}@127.0.0.1:${port}/${database}`;
}

// --- starting --------------------------------------------------------------------------------------------------------

function environmentFor(): NodeJS.ProcessEnv {
  // PG… variables of the shell would change what initdb and the server do, and a locale this machine lacks stops them.
  const kept = Object.entries(process.env).filter(([name]) => !/^(PG|LC_|LANG)/.test(name));
  return { ...Object.fromEntries(kept), LC_ALL: 'C' };
}

function createCluster(dataDir: string, place: Place, native: string, options: EmbeddedPostgresOptions): void {
  const { cluster, account } = place;
  const parent = resolve(cluster, '..');
  for (const name of readdirSync(parent)) {
    if (name.startsWith('postgres.new')) rmSync(join(parent, name), { recursive: true, force: true });
  }
  options.log?.('Making an empty database …');
  const fresh = `${cluster}.new`;
  const passwordFile = `${cluster}.new-password`;
  const password = randomBytes(24).toString('hex');
  mkdirSync(fresh, { mode: 0o700 });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (account !== undefined) {
    chownSync(fresh, account.uid, account.gid);
    chownSync(passwordFile, account.uid, account.gid);
  }
  const made = spawnSync(
    join(native, 'bin', 'initdb'),
    [
      ...['-D', fresh, '-U', SUPERUSER, '-A', 'scram-sha-256', `--pwfile=${passwordFile}`],
      ...['-E', 'UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--no-instructions'],
      ...(options.fastAndUnsafe === true ? ['--no-sync'] : []),
    ],
    { cwd: '/', env: environmentFor(), encoding: 'utf8', ...account },
  );
  rmSync(passwordFile, { force: true });
  if (made.status !== 0) {
    rmSync(fresh, { recursive: true, force: true });
    const reason = made.error?.message ?? `${made.stdout}\n${made.stderr}`.trim();
    throw new Error(`Could not make the database in ${dataDir}: ${reason}`);
  }
  writeRecord(fresh, account, { password });
  // Only a finished cluster ever carries the real name, whenever we are interrupted.
  renameSync(fresh, cluster);
}

function settings(port: number, fastAndUnsafe: boolean): string[] {
  const values: Record<string, string> = {
    port: String(port),
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: fastAndUnsafe ? '120' : '60',
    shared_buffers: fastAndUnsafe ? '128MB' : '256MB',
    effective_cache_size: '2GB',
    work_mem: '16MB',
    maintenance_work_mem: '128MB',
    max_wal_size: '2GB',
    random_page_cost: '1.1',
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    ...(fastAndUnsafe
      ? {
          fsync: 'off',
          synchronous_commit: 'off',
          full_page_writes: 'off',
          wal_level: 'minimal',
          max_wal_senders: '0',
        }
      : {}),
  };
  return Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

async function startServer(dataDir: string, place: Place, options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const { cluster, account } = place;
  const leftovers = options.temporary === true ? [dataDir, dirname(cluster)] : [];
  const guardian = startGuardian(leftovers);
  try {
    const native = prepareNativeFolder(account);
    if (!existsSync(join(cluster, 'PG_VERSION'))) createCluster(dataDir, place, native, options);
    const { password } = readRecord(cluster);
    const { pid, port } = await spawnServer(dataDir, place, native, options, guardian);
    writeRecord(cluster, account, { password, holder: { pid: process.pid, birthMark: birthMark(process.pid) } });
    const stop = stopOnce(pid, guardian, leftovers);
    try {
      await ensureDatabase(urlOf(port, password, 'postgres'));
    } catch (error) {
      await stop();
      throw error;
    }
    return { url: urlOf(port, password, DATABASE), startedHere: true, stop };
  } catch (error) {
    guardian.dismiss();
    for (const folder of leftovers) rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

/** Starts the server on a free port and answers when it takes connections; another port when ours was just taken. */
async function spawnServer(
  dataDir: string,
  { cluster, account }: Place,
  native: string,
  options: EmbeddedPostgresOptions,
  guardian: Guardian,
): Promise<{ pid: number; port: number }> {
  for (let attempt = 1; ; attempt += 1) {
    const port = await findFreePort();
    const logFile = join(dataDir, 'postgres.log');
    const logStart = trimmedSize(logFile);
    const output = openSync(logFile, 'a', 0o600);
    // Its own process group: Ctrl-C reaches us alone, and we stop the database last.
    const server = spawn(
      join(native, 'bin', 'postgres'),
      ['-D', cluster, ...settings(port, options.fastAndUnsafe === true)],
      { cwd: '/', env: environmentFor(), detached: true, stdio: ['ignore', output, output], ...account },
    );
    if (server.pid !== undefined) guardian.watch(server.pid);
    closeSync(output);
    const failure = await waitUntilReady(server, cluster);
    if (failure === undefined && server.pid !== undefined) {
      server.unref();
      return { pid: server.pid, port };
    }
    const said = readFileSync(logFile, 'utf8').slice(logStart).trim();
    const mayPass = /could not (bind|create any TCP)|pre-existing shared memory block is still in use/.test(said);
    if (!mayPass || attempt >= 10) throw new Error(`The database did not start: ${failure}\n${said}`);
    await new Promise((resume) => setTimeout(resume, 200));
  }
}

function trimmedSize(logFile: string): number {
  const size = statSync(logFile, { throwIfNoEntry: false })?.size ?? 0;
  if (size <= LOG_LIMIT_BYTES) return size;
  rmSync(logFile, { force: true });
  return 0;
}

/** Undefined when the server takes connections, otherwise why not. */
async function waitUntilReady(server: ChildProcess, cluster: string): Promise<string | undefined> {
  let failure: string | undefined;
  server.once('error', (error) => {
    failure = error.message;
  });
  server.once('exit', (code, by) => {
    failure ??= `it ended with ${by ?? code}`;
  });
  for (let poll = 0; poll < READY_POLLS; poll += 1) {
    await new Promise((resume) => setTimeout(resume, 10));
    if (failure !== undefined) return failure;
    const file = readPostmasterFile(cluster);
    if (file !== undefined && file.pid === server.pid && file.status === 'ready') return undefined;
  }
  if (server.pid !== undefined) await stopServer(server.pid);
  return 'it was not ready after a minute';
}

type Guardian = { readonly watch: (serverPid: number) => void; readonly dismiss: () => void };

/**
 * A tiny shell that waits for our end of a pipe to close: however this process dies, the server is then told to stop
 * and temporary data removed. It starts before the server, so that there is no moment without it, and in its own
 * process group, so that Ctrl-C does not reach it.
 */
function startGuardian(leftovers: readonly string[]): Guardian {
  const script = `server=
while read -r word value; do
  case $word in
    watch) server=$value ;;
    done) exit 0 ;;
  esac
done
[ -z "$server" ] || kill -INT "$server" 2>/dev/null
[ "$#" -gt 0 ] || exit 0
tries=0
while [ -n "$server" ] && kill -0 "$server" 2>/dev/null && [ "$tries" -lt 100 ]; do
  sleep 0.1
  tries=$((tries + 1))
done
rm -rf -- "$@"`;
  const shell = spawn('sh', ['-c', script, `support-market-guardian-of-${process.pid}`, ...leftovers], {
    cwd: '/',
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  const pipe = shell.stdin;
  shell.on('error', () => undefined);
  pipe.on('error', () => undefined);
  shell.unref();
  if ('unref' in pipe && typeof pipe.unref === 'function') pipe.unref();
  return {
    watch: (serverPid) => void pipe.write(`watch ${serverPid}\n`),
    dismiss: () => void pipe.end('done\n'),
  };
}

function stopOnce(serverPid: number, guardian: Guardian, leftovers: readonly string[]): () => Promise<void> {
  let stopping: Promise<void> | undefined;
  return () => {
    stopping ??= (async () => {
      await stopServer(serverPid);
      guardian.dismiss();
      for (const folder of leftovers) rmSync(folder, { recursive: true, force: true });
    })();
    return stopping;
  };
}

async function ensureDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const found = await client.query('select 1 from pg_database where datname = $1', [DATABASE]);
    if (found.rowCount === 0) await client.query(`create database ${DATABASE}`);
  } finally {
    await client.end();
  }
}

function findFreePort(): Promise<number> {
  return new Promise((resolvePort, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => {
        if (address === null || typeof address === 'string') reject(new Error('no free port'));
        else resolvePort(address.port);
      });
    });
  });
}
