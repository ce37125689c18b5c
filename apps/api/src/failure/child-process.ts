// Programs of the product as real processes that a test may kill, and questions asked over HTTP that may stay unanswered.

import { type ChildProcess, fork, spawn } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';

export interface Program {
  readonly pid: number;
  /** What it wrote to standard error, the last part of it. */
  readonly said: () => string;
  readonly isAlive: () => boolean;
  /** Ends it without warning and waits until it is gone. */
  readonly kill: () => Promise<void>;
  /** Ends it as Ctrl-C does. */
  readonly stop: () => Promise<void>;
}

const KEPT_TEXT = 20_000;

/** Starts a program that says when it is ready; throws with what it said when it ends before. */
export async function startProgram(
  file: string,
  env: NodeJS.ProcessEnv,
  execArgv: readonly string[] = [],
): Promise<Program> {
  const child: ChildProcess = fork(file, {
    env: { ...process.env, ...env },
    execArgv: [...execArgv],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let text = '';
  child.stderr?.on('data', (part: Buffer) => {
    text = (text + part.toString('utf8')).slice(-KEPT_TEXT);
  });
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const isAlive = (): boolean => child.exitCode === null && child.signalCode === null;
  await new Promise<void>((resolve, reject) => {
    child.once('message', () => resolve());
    child.once('error', reject);
    child.once('exit', (code, signal) => reject(new Error(`${file} ended with ${signal ?? code}:\n${text}`)));
  });
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (isAlive()) child.kill(signal);
    await gone;
  };
  return {
    pid: child.pid ?? 0,
    said: () => text,
    isAlive,
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
  };
}

/** A port on which no process listens. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** Resident memory of a process in MiB: what it needs now and the most it ever needed. Linux only; elsewhere 0. */
export function memoryOf(pid: number): { readonly now: number; readonly most: number } {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const read = (name: string): number => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1] ?? 0) / 1_024;
    return { now: read('VmRSS'), most: read('VmHWM') };
  } catch {
    return { now: 0, most: 0 };
  }
}

const REPOSITORY = fileURLToPath(new URL('../../../../', import.meta.url));

export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
  /** The most memory it ever needed; 0 where that cannot be seen. */
  readonly mostMebibytes: number;
}

/** Runs a command as `npm run` does: one of the API's `commands/`, or a path from the repository's root. */
export async function runCommand(file: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<Ended> {
  const path = file.includes('/') ? file : `apps/api/src/commands/${file}`;
  const child = spawn(process.execPath, ['tools/run.mjs', path, ...args], {
    cwd: REPOSITORY,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const text = { out: '', err: '' };
  child.stdout.on('data', (part: Buffer) => {
    text.out += part.toString('utf8');
  });
  child.stderr.on('data', (part: Buffer) => {
    text.err += part.toString('utf8');
  });
  let mostMebibytes = 0;
  const watch = setInterval(() => {
    mostMebibytes = Math.max(mostMebibytes, memoryOf(child.pid ?? 0).most);
  }, 50);
  await once(child, 'close');
  clearInterval(watch);
  return { code: child.exitCode, ...text, mostMebibytes };
}

export interface Ask {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as it is; an object as JSON. */
  readonly body?: string | object;
}

export interface Answer {
  readonly status: number;
  readonly type: string;
  readonly bytes: Buffer;
  /** The JSON of it. */
  readonly json: <Value>() => Value;
}

const LONGEST_ANSWER_MILLIS = 60_000;

/** Asks; null when the whole answer did not arrive, because the other end died or cut us off. */
export async function ask(origin: string, { method, path, headers, body }: Ask): Promise<Answer | null> {
  try {
    const answer = await fetch(origin + path, {
      method,
      headers: { ...headers, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      signal: AbortSignal.timeout(LONGEST_ANSWER_MILLIS),
    });
    const bytes = Buffer.from(await answer.arrayBuffer());
    return {
      status: answer.status,
      type: answer.headers.get('content-type') ?? '',
      bytes,
      json: <Value>() => JSON.parse(bytes.toString('utf8')) as Value,
    };
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

/** The header that proves a session, as sign-in would give it. */
export function bearer(secret: string, sessionId: string): { readonly authorization: string } {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const now = Math.floor(performance.timeOrigin / 1_000);
  const signed = `${part({ alg: 'HS256', typ: 'JWT' })}.${part({ sid: sessionId, iat: now, exp: now + 86_400 })}`;
  return { authorization: `Bearer ${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}` };
}

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32), so that a failure can be played again. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
