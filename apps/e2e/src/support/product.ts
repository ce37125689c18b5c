// Starts the whole product as `npm start` does, with data of its own, for journeys to walk through.

import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Temporal } from 'temporal-polyfill';

const REPOSITORY = fileURLToPath(new URL('../../../../', import.meta.url));
const OPEN = /Support Market is open at (\S+)/;
const LONGEST_START_MILLIS = 240_000;

/**
 * When the journeys happen, whatever the day and hour is here: a Friday at 3 in the morning, long before anybody's first
 * visit. E2E_NOW moves them to another moment; the API's sweep walks through the awkward ones.
 */
const JOURNEYS_BEGIN = '2026-11-27T03:00:00Z';

function secondsAhead(): string {
  const begin = Temporal.Instant.from(process.env['E2E_NOW'] ?? JOURNEYS_BEGIN);
  return String(Math.round(begin.since(Temporal.Now.instant()).total('second')));
}

export interface Product {
  readonly url: string;
  readonly dataDir: string;
  /** Everything it has said so far. */
  readonly said: () => string;
  /** Ends it as Ctrl-C does, and removes its data. */
  readonly close: () => Promise<void>;
  /** Ends it without warning; its data stays. */
  readonly kill: () => Promise<void>;
}

async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => child.once('exit', () => resolve()));
}

/** Starts on a free port; with a `dataDir` on the data that lies there already. */
export async function startProduct(options: { dataDir?: string; env?: Record<string, string> } = {}): Promise<Product> {
  const port = await freePort();
  const home = options.dataDir ? null : mkdtempSync(join(tmpdir(), 'support-market-e2e-'));
  // The database may run as another user, who has to be able to pass through.
  if (home) chmodSync(home, 0o755);
  const dataDir = options.dataDir ?? join(home ?? '', 'data');
  const child = spawn(process.execPath, ['--import', 'tsx', 'apps/demonstration/src/start.ts'], {
    cwd: REPOSITORY,
    env: {
      ...process.env,
      PORT: String(port),
      DATA_DIR: dataDir,
      LOG_LEVEL: 'error',
      REQUESTS_PER_MINUTE: '0',
      CLOCK_AHEAD_SECONDS: secondsAhead(),
      ...options.env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own, so that everything it started can be ended with it.
    detached: true,
  });
  let text = '';
  const url = await new Promise<string>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`it did not open in time:\n${text}`)), LONGEST_START_MILLIS);
    const hear = (chunk: Buffer): void => {
      text += chunk.toString('utf8');
      const open = OPEN.exec(text);
      if (!open?.[1]) return;
      clearTimeout(timer);
      resolve(open[1]);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('exit', (code) => {
      clearTimeout(timer);
      reject(new Error(`it ended with ${code} before it opened:\n${text}`));
    });
  });
  const forget = (): void => {
    if (home) rmSync(home, { recursive: true, force: true });
  };
  return {
    url,
    dataDir,
    said: () => text,
    close: async () => {
      child.kill('SIGINT');
      await ended(child);
      forget();
    },
    kill: async () => {
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
      await ended(child);
    },
  };
}
