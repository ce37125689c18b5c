// Reads the services of an Open Referral file one at a time, so that memory stays small however many there are: a list of
// services, a page as a feed sends it, one service a line, or one service alone.

import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { JSONParser } from '@streamparser/json';
import { isRecord } from './feed-value.ts';

/** Where a file is no JSON: its line, and the letter of it where that is known, both from 1. */
export interface LinePlace {
  readonly line: number;
  readonly letter: number | null;
}

/** A service of a file, or what stands in the place of one that is no JSON. */
export type FileItem = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly at: LinePlace };

/** The file is no JSON at all, or breaks off. */
export class UnreadableFeedError extends Error {}

const START_BYTES = 65_536;
/** A file that is not known by its beginning is read whole up to here. */
const WHOLE_BYTES = 20_000_000;
const PIECE_BYTES = 1_048_576;
const LISTS = ['contents', 'content', 'services', 'service', 'items', 'data', 'results'];

async function startOf(file: string): Promise<string> {
  const handle = await open(file, 'r');
  try {
    const { bytesRead, buffer } = await handle.read(Buffer.alloc(START_BYTES), 0, START_BYTES, 0);
    return buffer
      .toString('utf8', 0, bytesRead)
      .replace(/^\uFEFF/, '')
      .trimStart();
  } finally {
    await handle.close();
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The parser says where it stopped in its message alone; a text that ends too soon stops at its end. */
function letterOfFault(text: string): number | null {
  try {
    JSON.parse(text);
    return null;
  } catch (error) {
    const message = error instanceof Error ? error.message : '';
    const [, at] = /at position (\d+)/.exec(message) ?? [];
    if (at !== undefined) return Number(at) + 1;
    return /end of JSON/i.test(message) ? text.length : null;
  }
}

const listIn = (value: unknown): readonly unknown[] | undefined =>
  Array.isArray(value) ? value : isRecord(value) ? LISTS.map((name) => value[name]).find(Array.isArray) : undefined;

/** The services in the order of the file. Throws UnreadableFeedError where it is no JSON, or where it breaks off. */
export async function* readFeedFile(file: string): AsyncGenerator<FileItem, void, void> {
  const start = await startOf(file);
  const [first = ''] = start.split('\n', 1);
  const firstLine = parsed(first);
  if (isRecord(firstLine)) yield* readLines(file);
  else if (start.startsWith('[')) yield* readParts(file, ['$.*']);
  else if ((await stat(file)).size <= WHOLE_BYTES) yield* readWhole(file);
  else
    yield* readParts(
      file,
      LISTS.map((name) => `$.${name}.*`),
    );
}

async function* readLines(file: string): AsyncGenerator<FileItem, void, void> {
  let number = 0;
  for await (const line of createInterface({
    input: createReadStream(file, 'utf8'),
    crlfDelay: Number.POSITIVE_INFINITY,
  })) {
    number += 1;
    const text = line.replace(/^\uFEFF/, '').trimEnd();
    if (text.trim() === '') continue;
    const value = parsed(text);
    if (value === undefined) yield { ok: false, at: { line: number, letter: letterOfFault(text) } };
    else yield* itemsOf(value);
  }
}

async function* readWhole(file: string): AsyncGenerator<FileItem, void, void> {
  let text = '';
  for await (const piece of createReadStream(file, 'utf8')) text += piece;
  const value = parsed(text.replace(/^\uFEFF/, ''));
  if (value === undefined) throw new UnreadableFeedError();
  yield* itemsOf(value);
}

function* itemsOf(value: unknown): Generator<FileItem, void, void> {
  for (const one of listIn(value) ?? [value]) yield { ok: true, value: one };
}

async function* readParts(file: string, paths: string[]): AsyncGenerator<FileItem, void, void> {
  let found: unknown[] = [];
  let isWhole = false;
  const parser = new JSONParser({ paths, keepStack: false });
  parser.onValue = ({ value }) => {
    found.push(value);
  };
  parser.onEnd = () => {
    isWhole = true;
  };
  try {
    for await (const piece of createReadStream(file, { highWaterMark: PIECE_BYTES })) {
      parser.write(piece as Buffer);
      for (const value of found) yield { ok: true, value };
      found = [];
    }
  } catch (error) {
    throw new UnreadableFeedError('', { cause: error });
  }
  if (!isWhole) throw new UnreadableFeedError();
}
