// A real pgbouncer in transaction mode in front of a database, where one is installed or the package manager can do so.

import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './child-process.ts';

export interface Pooler {
  /** The same database through the pooler. */
  readonly url: string;
  readonly version: string;
  /** Whether it knows named statements apart (from 1.21 on). */
  readonly followsNames: boolean;
  readonly stop: () => Promise<void>;
}

const PLACES = ['/usr/sbin/pgbouncer', '/usr/bin/pgbouncer', '/usr/local/bin/pgbouncer', '/opt/homebrew/bin/pgbouncer'];
/** Fewer than the application opens, so that each of these serves many of its connections in turn. */
const SERVER_CONNECTIONS = 4;
const INSTALL_MILLIS = 40_000;

/** Where pgbouncer is, after trying to install it; otherwise why there is none. */
function findOrInstall(): { readonly program: string } | { readonly why: string } {
  const found = PLACES.find((place) => existsSync(place));
  if (found) return { program: found };
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get'))
    return { why: 'pgbouncer is not installed, and this machine has no package manager that this test may use' };
  try {
    execFileSync('apt-get', ['install', '--yes', '--no-install-recommends', 'pgbouncer'], {
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      stdio: 'ignore',
      timeout: INSTALL_MILLIS,
    });
  } catch {
    return { why: 'pgbouncer is not installed, and apt-get could not install it' };
  }
  const installed = PLACES.find((place) => existsSync(place));
  return installed ? { program: installed } : { why: 'apt-get installed pgbouncer where this test does not look' };
}

async function answers(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}

/** Only the login of `appUrl` may pass. Answers why there is no pooler where there is none. */
export async function startPooler(appUrl: string): Promise<Pooler | { readonly why: string }> {
  const here = findOrInstall();
  if ('why' in here) return here;
  const server = new URL(appUrl);
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), 'support-market-pooler-'));
  const users = join(folder, 'users.txt');
  const settings = join(folder, 'pgbouncer.ini');
  const version = execFileSync(here.program, ['--version'], { encoding: 'utf8' }).split('\n')[0] ?? '';
  const [major = 0, minor = 0] = (/(\d+)\.(\d+)/.exec(version) ?? []).slice(1).map(Number);
  const followsNames = major > 1 || minor >= 21;
  writeFileSync(users, `"${server.username}" "${decodeURIComponent(server.password)}"\n`);
  writeFileSync(
    settings,
    `[databases]
* = host=${server.hostname} port=${server.port || '5432'}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${port}
unix_socket_dir =
auth_type = plain
auth_file = ${users}
pool_mode = transaction
default_pool_size = ${SERVER_CONNECTIONS}
max_client_conn = 200
${followsNames ? 'max_prepared_statements = 200' : ''}
`,
  );
  // It does not run as root, and reads these as the user that it becomes.
  chmodSync(folder, 0o755);
  const asUser = process.getuid?.() === 0 ? ['-u', 'nobody'] : [];
  const child = spawn(here.program, [...asUser, settings], { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.on('data', (part: Buffer) => {
    said = (said + part.toString('utf8')).slice(-4_000);
  });
  const stop = async (): Promise<void> => {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill('SIGKILL');
      await once(child, 'exit');
    }
    rmSync(folder, { recursive: true, force: true });
  };
  for (let turn = 0; turn < 200 && child.exitCode === null; turn += 1) {
    if (await answers(port)) {
      const url = new URL(appUrl);
      url.hostname = '127.0.0.1';
      url.port = String(port);
      return { url: url.href, version, followsNames, stop };
    }
    await new Promise((resume) => setTimeout(resume, 50));
  }
  await stop();
  throw new Error(`pgbouncer did not start:\n${said}`);
}
