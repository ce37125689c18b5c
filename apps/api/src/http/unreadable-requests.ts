// Requests that cannot be read at all (an address with half a letter, headers without an end) never reach a route: they are
// answered like any other refusal, a page for readers and a problem for programs.

import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { sendProblem } from './problems.ts';

const HTML = 'text/html; charset=utf-8';
const PRIVATE = 'private, no-store';
/** What programs ask for, which no page answers. */
export const forPrograms = (address: string): boolean => /^\/(api|webhooks|assets|oruk)\//.test(address);

/** A page that says that nothing is at the address (404), or that it cannot be read. */
type DrawPage = (status: number) => Promise<string>;

/** Of the feed a slash at the end makes no difference, as some clients put one there. */
function withoutLastSlash(url: string): string {
  return url.replace(/^(\/oruk\/v\d(?:\/[^/?]+){1,2})\/(?=\?|$)/, '$1');
}

/**
 * An address as every reader of it reads it. A query whose escapes are no text makes an address that is none, in the API and on
 * a page alike; a sign for a hundredth that begins no escape stands for itself.
 */
function readableAddress(written: string): string {
  const url = withoutLastSlash(written);
  const at = url.indexOf('?');
  if (at < 0 || !url.includes('%', at)) return url;
  const query = url.slice(at).replace(/%(?![0-9a-f]{2})/gi, '%25');
  try {
    decodeURIComponent(query);
    return url.slice(0, at) + query;
  } catch {
    return `${url.slice(0, at)}%ff`;
  }
}

export interface UnreadableRequests {
  readonly rewriteUrl: (request: { readonly url?: string | undefined }) => string;
  readonly frameworkErrors: (error: FastifyError, request: FastifyRequest, reply: FastifyReply) => void;
  readonly clientErrorHandler: (error: ConnectionError, socket: Socket) => void;
  /** Null where there are no pages. */
  readonly drawWith: (page: DrawPage | null) => void;
}

interface ConnectionError extends Error {
  readonly code?: string;
  /** What came last over the connection. */
  readonly rawPacket?: unknown;
}

function statusOf({ code }: ConnectionError): number {
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return 408;
  return code === 'HPE_HEADER_OVERFLOW' ? 431 : 400;
}

/** `headers` are those that every answer carries; hooks do not run for these. */
export function answerUnreadable(headers: readonly (readonly [string, string])[]): UnreadableRequests {
  let draw: DrawPage | null = null;

  const write = async (error: ConnectionError, socket: Socket): Promise<void> => {
    const status = statusOf(error);
    const came = Buffer.isBuffer(error.rawPacket) ? error.rawPacket.toString('latin1', 0, 200) : '';
    const [, address = ''] = /^[A-Z]+ (\S+)/.exec(came) ?? [];
    const page = draw !== null && status !== 408 && !forPrograms(address) ? await draw(status) : null;
    const body = page ?? JSON.stringify({ type: 'about:blank#request.invalid', status, code: 'request.invalid' });
    if (!socket.writable) return;
    const lines = [
      `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
      ...[...headers, ['connection', 'close']].map(([name, value]) => `${name}: ${value}`),
      `content-type: ${page === null ? 'application/problem+json' : HTML}`,
      `cache-control: ${PRIVATE}`,
      `content-length: ${Buffer.byteLength(body)}`,
    ];
    socket.end(`${lines.join('\r\n')}\r\n\r\n${body}`);
  };

  return {
    rewriteUrl: ({ url = '/' }) => readableAddress(url),
    drawWith: (page) => {
      draw = page;
    },
    frameworkErrors: (error, request, reply) => {
      for (const [name, value] of headers) void reply.header(name, value);
      // An address too long for any record is that of none.
      const isMissing = error.code === 'FST_ERR_MAX_PARAM_LENGTH';
      const refuse = (): void => sendProblem(request, reply, isMissing ? 'record.not_found' : 'request.invalid');
      if (draw === null || forPrograms(request.raw.url ?? '')) return refuse();
      const status = isMissing ? 404 : 400;
      draw(status).then((html) => reply.status(status).type(HTML).header('cache-control', PRIVATE).send(html), refuse);
    },
    clientErrorHandler: (error, socket) => {
      if (error.code === 'ECONNRESET' || socket.destroyed) return;
      write(error, socket).catch(() => socket.destroy());
    },
  };
}
