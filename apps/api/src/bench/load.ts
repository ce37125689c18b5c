// Asks the same thing many times over a fixed number of connections and says how many a second and how long each took.

import { Agent, request } from 'node:http';

export interface Load {
  readonly perSecond: number;
  readonly p50Millis: number;
  readonly p99Millis: number;
}

const CONNECTIONS = 10;

/** Runs every piece of work once, ten at a time, and measures each. */
export async function measure(works: readonly (() => Promise<void>)[]): Promise<Load> {
  const millis: number[] = [];
  let next = 0;
  const started = performance.now();
  await Promise.all(
    Array.from({ length: CONNECTIONS }, async () => {
      for (let work = works[next++]; work; work = works[next++]) {
        const from = performance.now();
        await work();
        millis.push(performance.now() - from);
      }
    }),
  );
  const seconds = (performance.now() - started) / 1_000;
  millis.sort((a, b) => a - b);
  const at = (share: number): number => millis[Math.min(millis.length - 1, Math.floor(millis.length * share))] ?? 0;
  return { perSecond: works.length / seconds, p50Millis: at(0.5), p99Millis: at(0.99) };
}

export interface HttpAsk {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** Sends requests to one server over ten connections that stay open; anything but a 2xx answer stops the measurement. */
export function httpClient(origin: string): { send: (ask: HttpAsk) => Promise<void>; close: () => void } {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const send = (ask: HttpAsk): Promise<void> =>
    new Promise((resolve, reject) => {
      const sent = request(
        origin + ask.path,
        {
          agent,
          method: ask.method,
          headers: {
            ...ask.headers,
            ...(ask.body ? { 'content-type': 'application/json', 'content-length': Buffer.byteLength(ask.body) } : {}),
          },
        },
        (answer) => {
          const parts: Buffer[] = [];
          answer.on('data', (part: Buffer) => parts.push(part));
          answer.on('error', reject);
          answer.on('end', () => {
            const status = answer.statusCode ?? 0;
            if (status >= 200 && status < 300) resolve();
            else
              reject(
                new Error(
                  `${ask.method} ${ask.path} answered ${status}: ${Buffer.concat(parts).toString('utf8').slice(0, 300)}`,
                ),
              );
          });
        },
      );
      sent.on('error', reject);
      sent.end(ask.body);
    });
  return { send, close: () => agent.destroy() };
}
