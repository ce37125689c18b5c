// Fetches one page of a feed: bounded in time and size, over at most a few moves, never from a machine inside.

import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { AddressRefusedError, checkedUrl, outsideLookup } from './safe-address.ts';

export class FeedError extends Error {
  readonly code: 'feed.address_refused' | 'feed.unreachable' | 'feed.not_readable' | 'feed.too_large';
  /** Of an answer with this status; undefined where there was none. */
  readonly status: number | undefined;
  constructor(code: FeedError['code'], options: { readonly status?: number; readonly cause?: unknown } = {}) {
    super(code, { cause: options.cause });
    this.code = code;
    this.status = options.status;
  }
}

export interface FetchLimits {
  /** An operator may name a machine inside; no one else may. */
  readonly mayBeInside: boolean;
  /** For one page, with its moves. */
  readonly milliseconds: number;
  readonly bytes: number;
}

const MOST_MOVES = 5;
const TRIES = 3;
const MOST_WAIT_SECONDS = 30;

/** What a page says, and where it was found in the end. Throws FeedError. */
export async function fetchJson(
  address: URL,
  limits: FetchLimits,
): Promise<{ readonly value: unknown; readonly url: URL }> {
  for (let turn = 1; ; turn += 1) {
    try {
      return await fetchOnce(address, limits);
    } catch (error) {
      const wait = error instanceof RetryLater ? error.seconds : null;
      if (wait === null) throw error;
      if (turn >= TRIES) throw (error as RetryLater).because;
      await new Promise((resolve) => setTimeout(resolve, wait * 1_000 * turn));
    }
  }
}

/** The other side is busy or broken for a moment. */
class RetryLater extends Error {
  readonly seconds: number;
  readonly because: FeedError;
  constructor(because: FeedError, seconds: number) {
    super(because.message);
    this.because = because;
    this.seconds = Math.min(seconds, MOST_WAIT_SECONDS);
  }
}

async function fetchOnce(address: URL, limits: FetchLimits): Promise<{ readonly value: unknown; readonly url: URL }> {
  const signal = AbortSignal.timeout(limits.milliseconds);
  let url = address;
  for (let moves = 0; moves <= MOST_MOVES; moves += 1) {
    const answer = await ask(url, limits, signal);
    const { statusCode: status = 0, headers } = answer;
    if ([301, 302, 303, 307, 308].includes(status) && headers.location !== undefined) {
      answer.destroy();
      if (!URL.canParse(headers.location, url.href)) throw new FeedError('feed.not_readable');
      url = allowed(new URL(headers.location, url).href, limits);
      continue;
    }
    if (status === 429 || status >= 500) {
      answer.destroy();
      throw new RetryLater(new FeedError('feed.unreachable', { status }), Number(headers['retry-after']) || 1);
    }
    if (status !== 200) {
      answer.destroy();
      throw new FeedError('feed.unreachable', { status });
    }
    return { value: parsed(await textOf(answer, limits, signal)), url };
  }
  throw new FeedError('feed.unreachable');
}

function allowed(text: string, { mayBeInside }: FetchLimits): URL {
  try {
    return checkedUrl(text, mayBeInside);
  } catch (error) {
    throw new FeedError('feed.address_refused', { cause: error });
  }
}

function ask(url: URL, limits: FetchLimits, signal: AbortSignal): Promise<IncomingMessage> {
  const checked = allowed(url.href, limits);
  const request = checked.protocol === 'https:' ? httpsRequest : httpRequest;
  return new Promise((resolve, reject) => {
    const sent = request(checked, {
      headers: {
        accept: 'application/json',
        'accept-encoding': Object.keys(UNPACKED).join(),
        'user-agent': 'SupportMarket/1',
      },
      signal,
      ...(limits.mayBeInside ? {} : { lookup: outsideLookup() }),
    });
    sent.once('response', resolve);
    sent.once('error', (error) => reject(asFeedError(error)));
    sent.end();
  });
}

function asFeedError(error: unknown): Error {
  if (error instanceof FeedError) return error;
  if (error instanceof AddressRefusedError) return new FeedError('feed.address_refused', { cause: error });
  const failed = new FeedError('feed.unreachable', { cause: error });
  return error instanceof Error && error.name === 'AbortError' ? failed : new RetryLater(failed, 1);
}

const isPackedWrong = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && /^(?:Z_|ERR__?BROTLI)/.test(String(error.code));

const UNPACKED = { gzip: createGunzip, 'x-gzip': createGunzip, br: createBrotliDecompress, deflate: createInflate };

/** Counted as it is unpacked, so that a small answer cannot become a huge one. */
async function textOf(answer: IncomingMessage, { bytes }: FetchLimits, signal: AbortSignal): Promise<string> {
  const packing = answer.headers['content-encoding'];
  const unpack = packing === undefined || packing === 'identity' ? undefined : UNPACKED[packing as 'gzip'];
  if (unpack === undefined && packing !== undefined && packing !== 'identity') throw new FeedError('feed.not_readable');
  const tooLarge = new FeedError('feed.too_large');
  const pieces: Buffer[] = [];
  let size = 0;
  const gather = async (stream: AsyncIterable<Buffer>): Promise<void> => {
    for await (const piece of stream) {
      size += piece.length;
      if (size > bytes) throw tooLarge;
      pieces.push(piece);
    }
  };
  try {
    if (unpack === undefined) await pipeline(answer as Readable, gather, { signal });
    else await pipeline(answer as Readable, unpack(), gather, { signal });
  } catch (error) {
    // Which of the streams fails first is not the reason.
    if (size > bytes) throw tooLarge;
    if (isPackedWrong(error)) throw new FeedError('feed.not_readable', { cause: error });
    throw asFeedError(error);
  }
  return Buffer.concat(pieces).toString('utf8');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new FeedError('feed.not_readable', { cause: error });
  }
}
