// Proves that the built-in database starts for anyone, keeps its data, and survives what happens to programs.

import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { connectOrStart, type EmbeddedPostgres } from './embedded-postgres.ts';
import { canTraverse, findNativeFolder, prepareNativeFolder, recreateSymlinks } from './native-files.ts';
import { hasProcessIn, isAlive, waitUntilGone } from './process-facts.ts';
import { withStartLock } from './start-lock.ts';

const FIXTURE = fileURLToPath(new URL('./runs-server.fixture.ts', import.meta.url));
const isRoot = process.getuid?.() === 0;

let home: string;
let dataDir: string;
const programs: ChildProcess[] = [];
const servers: EmbeddedPostgres[] = [];

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'support-market-launcher-'));
  chmodSync(home, 0o755);
  dataDir = join(home, 'data');
});

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.stop()));
  for (const program of programs.splice(0)) await endProgram(program);
  // Children of a server that was killed may write for a moment longer than it lives.
  while (hasProcessIn(join(dataDir, 'postgres'))) await new Promise((resume) => setTimeout(resume, 20));
  rmSync(home, { recursive: true, force: true });
});

async function start(): Promise<EmbeddedPostgres> {
  const server = await connectOrStart({ dataDir, fastAndUnsafe: true });
  servers.push(server);
  return server;
}

async function query(url: string, text: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(text)).rows;
  } finally {
    await client.end();
  }
}

/** A second Node process that runs or uses the server of `dataDir`. */
async function startProgram(): Promise<{ program: ChildProcess; url: string; startedHere: boolean }> {
  const program = spawn(process.execPath, ['--import', 'tsx', FIXTURE, dataDir], {
    cwd: dirname(FIXTURE),
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  programs.push(program);
  const line = await new Promise<string>((resolve, reject) => {
    program.stdout?.once('data', (bytes: Buffer) => resolve(bytes.toString()));
    program.once('exit', (code) => reject(new Error(`ended with ${code}`)));
  });
  return { program, ...(JSON.parse(line) as { url: string; startedHere: boolean }) };
}

async function endProgram(program: ChildProcess): Promise<void> {
  if (program.exitCode !== null || program.signalCode !== null) return;
  const ended = new Promise((resolve) => program.once('exit', resolve));
  program.stdin?.end();
  await ended;
}

function serverPid(): number {
  return Number(readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);
}

/** The shell that stops the server when its program dies. */
function guardianOf(program: ChildProcess): number | undefined {
  const found = execFileSync('ps', ['-eo', 'pid=,args='], { encoding: 'utf8' })
    .split('\n')
    .find((line) => line.endsWith(` support-market-guardian-of-${program.pid}`));
  return found === undefined ? undefined : Number.parseInt(found, 10);
}

describe('starting and stopping', () => {
  test('an empty folder becomes a UTF-8 database that only this machine reaches, with a password', async () => {
    const { url, startedHere } = await start();
    expect(startedHere).toBe(true);
    const [facts] = await query(
      url,
      `select current_setting('server_encoding') as encoding, current_setting('listen_addresses') as addresses,
        current_setting('password_encryption') as passwords,
        (select datlocale from pg_database where datname = current_database()) as locale`,
    );
    expect(facts).toEqual({
      encoding: 'UTF8',
      addresses: '127.0.0.1',
      passwords: 'scram-sha-256',
      locale: 'C.UTF-8',
    });
    const guessed = new URL(url);
    guessed.password = 'guess';
    await expect(query(guessed.href, 'select 1')).rejects.toThrow(/password authentication failed/);
  });

  test('stopping ends the server, and starting again finds the data as it was', async () => {
    const first = await start();
    await query(first.url, "create table kept (word text); insert into kept values ('still here')");
    const pid = serverPid();
    await first.stop();
    await first.stop();
    expect(isAlive(pid)).toBe(false);
    const second = await start();
    expect(await query(second.url, 'select word from kept')).toEqual([{ word: 'still here' }]);
  });

  test.runIf(isRoot)('started by root, the server runs as an account without rights', async () => {
    await start();
    expect(statSync(`/proc/${serverPid()}`).uid).toBe(65534);
    expect(statSync(join(dataDir, 'postgres')).mode & 0o777).toBe(0o700);
  });

  test.runIf(isRoot)(
    'in a folder closed to others, root keeps the data in one stable place and says where',
    async () => {
      chmodSync(home, 0o700);
      const said: string[] = [];
      const open = (): Promise<EmbeddedPostgres> =>
        connectOrStart({ dataDir, fastAndUnsafe: true, log: (line) => said.push(line) });
      const first = await open();
      servers.push(first);
      const place = /its data is in (\S+)/.exec(said.join('\n'))?.[1] ?? '';
      expect(place).toMatch(/^\/var\/tmp\/support-market-data-/);
      try {
        await query(first.url, 'create table kept (id int)');
        await first.stop();
        const second = await open();
        servers.push(second);
        expect(await query(second.url, 'select * from kept')).toEqual([]);
        await second.stop();
      } finally {
        rmSync(place, { recursive: true, force: true });
      }
    },
  );

  test('a start that was interrupted while making the database begins again', async () => {
    mkdirSync(join(dataDir, 'postgres.new', 'base'), { recursive: true });
    writeFileSync(join(dataDir, 'postgres.new', 'PG_VERSION'), '18');
    const { url } = await start();
    expect(await query(url, 'select 1 as one')).toEqual([{ one: 1 }]);
    expect(existsSync(join(dataDir, 'postgres.new'))).toBe(false);
  });
});

describe('two programs and one folder', () => {
  test('the second attaches to the server of the first and leaves it running', async () => {
    const { url, startedHere } = await startProgram();
    expect(startedHere).toBe(true);
    const attached = await start();
    expect(attached).toMatchObject({ url, startedHere: false });
    await attached.stop();
    expect(await query(url, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  test('programs that start at the same moment share one server', async () => {
    const [one, two] = await Promise.all([startProgram(), startProgram()]);
    expect(one.url).toBe(two.url);
    expect([one.startedHere, two.startedHere].sort()).toEqual([false, true]);
    // The one that attached goes first, or its connection would be cut.
    await endProgram(one.startedHere ? two.program : one.program);
  });
});

describe('after a SIGKILL', () => {
  test('the server of a killed program stops by itself', async () => {
    const { program } = await startProgram();
    const pid = serverPid();
    program.kill('SIGKILL');
    expect(await waitUntilGone(pid, 20_000)).toBe(true);
  });

  test('a program killed while the server is still starting leaves no server either', async () => {
    const program = spawn(process.execPath, ['--import', 'tsx', FIXTURE, dataDir], {
      cwd: dirname(FIXTURE),
      stdio: ['pipe', 'ignore', 'inherit'],
    });
    programs.push(program);
    const file = join(dataDir, 'postgres', 'postmaster.pid');
    while (!existsSync(file)) await new Promise((resume) => setTimeout(resume, 1));
    program.kill('SIGKILL');
    const pid = serverPid();
    expect(await waitUntilGone(pid, 20_000)).toBe(true);
  });

  test('a server that outlived its program is stopped, and the next start has every committed row', async () => {
    const { program, url } = await startProgram();
    await query(url, "create table kept (word text); insert into kept values ('committed')");
    const pid = serverPid();
    process.kill(guardianOf(program) ?? Number.NaN, 'SIGKILL');
    const gone = new Promise((resolve) => program.once('exit', resolve));
    program.kill('SIGKILL');
    await gone;
    expect(isAlive(pid)).toBe(true);
    const next = await start();
    expect(next.startedHere).toBe(true);
    expect(isAlive(pid)).toBe(false);
    expect(await query(next.url, 'select word from kept')).toEqual([{ word: 'committed' }]);
  });

  test('when program, guardian and server were all killed, the next start recovers', async () => {
    const { program, url } = await startProgram();
    await query(url, "create table kept (word text); insert into kept values ('committed')");
    const pid = serverPid();
    process.kill(guardianOf(program) ?? Number.NaN, 'SIGKILL');
    program.kill('SIGKILL');
    process.kill(pid, 'SIGKILL');
    await waitUntilGone(pid, 20_000);
    const next = await start();
    expect(await query(next.url, 'select word from kept')).toEqual([{ word: 'committed' }]);
  });

  test('a process number that now belongs to a stranger neither stops the start nor is touched', async () => {
    const first = await start();
    const file = join(dataDir, 'postgres', 'postmaster.pid');
    const left = readFileSync(file, 'utf8');
    await first.stop();
    const stranger = spawn('sleep', ['60'], { stdio: 'ignore' });
    try {
      writeFileSync(file, left.replace(/^\d+/, String(stranger.pid)), { mode: 0o600 });
      if (isRoot) execFileSync('chown', ['65534:65534', file]);
      const second = await start();
      expect(await query(second.url, 'select 1 as one')).toEqual([{ one: 1 }]);
      expect(isAlive(stranger.pid ?? 0)).toBe(true);
    } finally {
      stranger.kill('SIGKILL');
    }
  });

  test('a start lock whose holder died is taken over', async () => {
    mkdirSync(dataDir);
    const lock = join(dataDir, 'postgres.lock');
    writeFileSync(lock, '4194303 1');
    expect(await withStartLock(lock, async () => 'in')).toBe('in');
    expect(existsSync(lock)).toBe(false);
  });
});

describe('the binaries that npm installed', () => {
  test('the library symlinks are recreated when the build script did not run', () => {
    const copy = join(home, 'native');
    mkdirSync(join(copy, 'lib'), { recursive: true });
    cpSync(join(findNativeFolder(), 'pg-symlinks.json'), join(copy, 'pg-symlinks.json'));
    writeFileSync(join(copy, 'lib', 'libicuuc.so.60.2'), '');
    recreateSymlinks(copy);
    expect(lstatSync(join(copy, 'lib', 'libicuuc.so.60')).isSymbolicLink()).toBe(true);
    expect(readlinkSync(join(copy, 'lib', 'libicuuc.so.60'))).toBe('libicuuc.so.60.2');
    expect(existsSync(join(copy, 'lib', 'libicuuc.so.60'))).toBe(true);
  });

  test('a list of symlinks that points outside the package is refused', () => {
    const copy = join(home, 'native');
    mkdirSync(copy);
    writeFileSync(
      join(copy, 'pg-symlinks.json'),
      JSON.stringify([{ source: 'native/lib/a', target: 'native/../../../etc/b' }]),
    );
    expect(() => recreateSymlinks(copy)).toThrow(/outside the package/);
  });

  test.runIf(isRoot)('binaries in a folder closed to others are copied to one that is open, once', () => {
    chmodSync(home, 0o700);
    const closed = join(home, 'native');
    mkdirSync(closed);
    for (const part of ['bin', 'lib', 'share', 'pg-symlinks.json']) {
      if (part === 'bin') cpSync(join(findNativeFolder(), part), join(closed, part), { recursive: true });
      else if (part === 'pg-symlinks.json') cpSync(join(findNativeFolder(), part), join(closed, part));
      else symlinkSync(join(findNativeFolder(), part), join(closed, part));
    }
    const account = { uid: 65534, gid: 65534 };
    const open = prepareNativeFolder(account, closed);
    try {
      expect(open).not.toBe(closed);
      expect(canTraverse(join(open, 'bin'), account)).toBe(true);
      expect(prepareNativeFolder(account, closed)).toBe(open);
    } finally {
      rmSync(dirname(open), { recursive: true });
    }
  });
});
