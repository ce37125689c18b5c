// The product beside the floor (bare-server.ts), in turns, so that a machine that slows down slows both.

import { type ChildProcess, fork } from 'node:child_process';
import { type HttpAsk, type httpClient, type Load, measure } from './load.ts';

type Http = ReturnType<typeof httpClient>;

export interface Beside {
  /** A second, medians of all turns. */
  readonly ours: number;
  readonly floor: number;
  /** What the product reaches of the floor in a turn, median. */
  readonly percent: number;
}

export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

const works = (http: Http, asks: readonly HttpAsk[]) => asks.map((ask) => () => http.send(ask));

/** Each turn is a list of asks of ours and of the floor's; the first turn warms both and does not count. */
export async function beside(
  ours: Http,
  floor: Http,
  turns: readonly { readonly ours: readonly HttpAsk[]; readonly floor: readonly HttpAsk[] }[],
): Promise<Beside> {
  const loads: { ours: Load; floor: Load }[] = [];
  for (const turn of turns) {
    loads.push({ ours: await measure(works(ours, turn.ours)), floor: await measure(works(floor, turn.floor)) });
  }
  const counted = loads.slice(1);
  return {
    ours: median(counted.map((load) => load.ours.perSecond)),
    floor: median(counted.map((load) => load.floor.perSecond)),
    percent: median(counted.map((load) => (100 * load.ours.perSecond) / load.floor.perSecond)),
  };
}

/** The same asks in every turn. */
export const repeated = (times: number, ours: readonly HttpAsk[], floor: readonly HttpAsk[]) =>
  Array.from({ length: times }, () => ({ ours, floor }));

/** Cuts asks that can be made only once into turns. */
export function cut(times: number, ours: readonly HttpAsk[], floor: readonly HttpAsk[]) {
  const part = <Value>(list: readonly Value[], turn: number): Value[] =>
    list.slice(Math.floor((turn * list.length) / times), Math.floor(((turn + 1) * list.length) / times));
  return Array.from({ length: times }, (_, turn) => ({ ours: part(ours, turn), floor: part(floor, turn) }));
}

/** Starts a process on the data that is there and answers the seconds to its first answer; the median of some starts. */
export async function coldStartSeconds(
  file: string,
  env: NodeJS.ProcessEnv,
  options: { readonly address: string; readonly times: number },
): Promise<number> {
  const seconds: number[] = [];
  for (let turn = 0; turn < options.times; turn += 1) {
    const from = performance.now();
    const child = fork(file, { env, execArgv: [], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
    const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    await firstAnswer(child, options.address);
    seconds.push((performance.now() - from) / 1_000);
    child.kill('SIGTERM');
    await ended;
  }
  return median(seconds);
}

async function firstAnswer(child: ChildProcess, address: string): Promise<void> {
  for (;;) {
    if (child.exitCode !== null) throw new Error(`it ended with ${child.exitCode} before it answered`);
    const answer = await fetch(address).catch(() => null);
    await answer?.arrayBuffer();
    if (answer?.ok) return;
    await new Promise((resume) => setTimeout(resume, 5));
  }
}
