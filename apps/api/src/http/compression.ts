// Compresses answers on their way out, brotli before gzip. Static files are compressed once, when the pages are built.
// Ours and not a plugin: nearly every answer is whole before it leaves, and one call to zlib costs less than a stream.

import { pipeline, Readable } from 'node:stream';
import { promisify } from 'node:util';
import { brotliCompress, constants, createBrotliCompress, createGzip, gzip } from 'node:zlib';
import type { FastifyReply } from 'fastify';
import type { App } from './app-instance.ts';

export type Encoding = 'br' | 'gzip';

/** A smaller answer fits into one packet either way. */
const LEAST_BYTES = 1_024;
/** Fast, and still within a tenth of the smallest. */
const BROTLI_PARAMETERS = {
  [constants.BROTLI_PARAM_QUALITY]: 4,
  [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
};
const GZIP_LEVEL = 4;
const COMPRESSIBLE =
  /^(?:text\/|application\/(?:json|problem\+json|ld\+json|xml|manifest\+json|javascript)|image\/svg)/;

/**
 * Answers that hold a token that signs somebody in or proves a form: never compressed, because the length of a compressed
 * answer tells something of what is in it (BREACH).
 */
const WITH_SECRETS = /^\/api\/(?:session|sessions|paper-codes|invitations|password-resets|accounts)(?:[/?]|$)/;

const gzipped = promisify(gzip);
const brotlied = promisify(brotliCompress);

export function compress(bytes: Buffer, encoding: Encoding): Promise<Buffer> {
  return encoding === 'gzip'
    ? gzipped(bytes, { level: GZIP_LEVEL })
    : brotlied(bytes, {
        params: { ...BROTLI_PARAMETERS, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
      });
}

/**
 * The coding that a request likes most; brotli where it likes both alike, as it is smaller; null where it takes none. What
 * is not named counts as "*" does, and 0 means never (RFC 9110, 12.5.3).
 */
export function encodingFor(accepted: string | undefined): Encoding | null {
  const liked = new Map(
    (accepted ?? '').split(',').map((part) => {
      const [name = '', ...parameters] = part.split(';').map((text) => text.trim().toLowerCase());
      const [, weight = '1'] = parameters.map((text) => /^q=([\d.]+)$/.exec(text)).find((found) => found) ?? [];
      return [name, Number(weight) || 0] as const;
    }),
  );
  const weightOf = (name: Encoding): number => liked.get(name) ?? liked.get('*') ?? 0;
  const best: Encoding = weightOf('gzip') > weightOf('br') ? 'gzip' : 'br';
  return weightOf(best) > 0 ? best : null;
}

/** Says that the answer differs by a header of the request; what others said stays. */
export function varyBy(reply: FastifyReply, name: string): void {
  const before = reply.getHeader('vary');
  const names = typeof before === 'string' && before !== '' ? before.split(/,\s*/) : [];
  if (!names.includes(name)) void reply.header('vary', [...names, name].join(', '));
}

export function registerCompression(app: App): void {
  app.addHook('onSend', (request, reply, payload, done) => {
    const isStream = payload instanceof Readable;
    if (!isStream && typeof payload !== 'string' && !Buffer.isBuffer(payload)) return done(null, payload);
    const length = isStream ? Number(reply.getHeader('content-length') ?? LEAST_BYTES) : payload.length;
    if (length < LEAST_BYTES || reply.hasHeader('content-encoding') || reply.hasHeader('content-range'))
      return done(null, payload);
    if (!COMPRESSIBLE.test(String(reply.getHeader('content-type') ?? '')) || WITH_SECRETS.test(request.url))
      return done(null, payload);
    varyBy(reply, 'accept-encoding');
    const encoding = encodingFor(request.headers['accept-encoding']);
    if (encoding === null) return done(null, payload);
    void reply.header('content-encoding', encoding).removeHeader('content-length');
    if (!isStream) {
      compress(Buffer.from(payload as string), encoding).then((bytes) => done(null, bytes), done);
      return;
    }
    const coder =
      encoding === 'gzip' ? createGzip({ level: GZIP_LEVEL }) : createBrotliCompress({ params: BROTLI_PARAMETERS });
    // Where reading fails, the coder is destroyed and with it the answer.
    pipeline(payload, coder, () => undefined);
    done(null, coder);
  });
}
