// What the pages that anyone can open weigh and how fast they are drawn: the part of `npm run bench` about them.

import { execFileSync } from 'node:child_process';
import { REPOSITORY } from '../commands/open-command.ts';
import { measure } from './load.ts';

const MOST_FRONT_KILOBYTES = 160;
const MOST_REQUESTS = 12;
const MOST_SCRIPT_KILOBYTES = 90;
const ROUNDS = 200;

export interface Notes {
  readonly note: (name: string, value: number, unit: string) => void;
  readonly atMost: (name: string, value: number, unit: string, most: number) => void;
}

/** The pages are served as they were last built, so they are built first. */
export function buildPages(): void {
  execFileSync(process.execPath, ['-e', "import('./tools/lib/build-web.mjs').then(({ buildWeb }) => buildWeb())"], {
    cwd: REPOSITORY,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

interface Fetched {
  readonly bytes: number;
  readonly text: string;
}

/** Bytes on the wire as a browser asks for them, headers and all; and what they say. */
async function fetched(origin: string, path: string): Promise<Fetched> {
  const headers = { 'accept-encoding': 'br, gzip' };
  const answer = await fetch(origin + path, { headers });
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
  const text = await answer.text();
  const length = (await fetch(origin + path, { method: 'HEAD', headers })).headers.get('content-length');
  const heads = [...answer.headers].reduce((sum, [name, value]) => sum + name.length + value.length + 4, 20);
  return { bytes: Number(length ?? Buffer.byteLength(text)) + heads, text };
}

const all = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].flatMap(([, path]) => path ?? []);

/** Everything that a page makes a browser fetch with an empty cache: itself, its files, and every font of its sheets. */
async function weigh(origin: string, path: string) {
  const page = await fetched(origin, path);
  const scripts = all(page.text, /<script[^>]* src="([^"]+)"/g);
  const sheets = all(page.text, /<link rel="stylesheet"[^>]* href="([^"]+)"/g);
  const icons = all(page.text, /<link rel="icon"[^>]* href="(\/[^"]+)"/g);
  const read = (paths: readonly string[]) => Promise.all(paths.map((one) => fetched(origin, one)));
  const [script, style, icon] = [await read(scripts), await read(sheets), await read(icons)];
  // A script may fetch others.
  const imported = [
    ...new Set(script.flatMap(({ text }) => all(text, /(?:from|import)\s*\(?["']\.\/([\w.-]+\.js)["']/g))),
  ].map((name) => `/assets/${name}`);
  const more = await read(imported.filter((one) => !scripts.includes(one)));
  const fonts = await read(style.flatMap(({ text }) => all(text, /url\(["']?(\/[^)"']+\.woff2)/g)));
  const sum = (parts: readonly Fetched[]): number => parts.reduce((bytes, part) => bytes + part.bytes, 0);
  const parts = [page, ...script, ...more, ...style, ...icon, ...fonts];
  return { kilobytes: sum(parts) / 1_000, requests: parts.length, scriptKilobytes: sum([...script, ...more]) / 1_000 };
}

export async function measurePages(
  origin: string,
  http: { readonly send: (ask: { readonly method: 'GET'; readonly path: string }) => Promise<void> },
  listings: readonly string[],
  { note, atMost }: Notes,
): Promise<void> {
  const front = await weigh(origin, '/');
  atMost('cold front page', front.kilobytes, 'kB', MOST_FRONT_KILOBYTES);
  atMost('cold front page: requests', front.requests, 'requests', MOST_REQUESTS);
  const pages = ['/', '/search', '/events', '/sign-in', ...listings.slice(0, 1)];
  const scripts = await Promise.all(pages.map(async (path) => (await weigh(origin, path)).scriptKilobytes));
  atMost('script of a public page', Math.max(...scripts), 'kB', MOST_SCRIPT_KILOBYTES);
  const rate = async (path: string): Promise<number> =>
    (await measure(Array.from({ length: ROUNDS }, () => () => http.send({ method: 'GET', path })))).perSecond;
  note('front page, drawn before', await rate('/'), 'a second');
  const drawn = await measure(listings.slice(0, ROUNDS).map((path) => () => http.send({ method: 'GET', path })));
  note('listing page as a document, drawn again', drawn.perSecond, 'a second');
}
