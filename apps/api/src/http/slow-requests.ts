// Closes connections on which a request does not arrive: what opens many of them and sends nothing, or a little at a
// time, must not use up the machine. Files may take long as long as they keep coming.

import type { App } from './app-instance.ts';

/** How long the first line and the headers may take, from the moment of the connection or of the first byte. */
const HEADERS_MILLIS = 12_000;
/** How long the largest file may take. */
const WHOLE_MILLIS = 15 * 60_000;
/** A long search is read, so that it can be told that it is too long. */
const MOST_HEADER_BYTES = 32_768;
const LOOK_MILLIS = 3_000;
/** Within each of these a body brings at least so many bytes. */
const BODY_MILLIS = 10_000;
const LEAST_BYTES = 10_000;

/** What Node's own server takes care of. */
export const SLOW_REQUEST_OPTIONS = {
  requestTimeout: WHOLE_MILLIS,
  http: { maxHeaderSize: MOST_HEADER_BYTES, headersTimeout: HEADERS_MILLIS, connectionsCheckingInterval: LOOK_MILLIS },
} as const;

const TOO_SLOW = 'HTTP/1.1 408 Request Timeout\r\nConnection: close\r\nContent-Length: 0\r\n\r\n';

/** Register it before whatever reads bodies. */
export function registerSlowRequests(app: App): void {
  app.addHook('onRequest', (request, reply, done) => {
    const { raw } = request;
    const { socket } = raw;
    const length = raw.headers['content-length'];
    if ((length === undefined || length === '0') && raw.headers['transfer-encoding'] === undefined) return done();
    // A request that was not sent over a socket (`inject`) has nothing to wait for.
    if (socket.bytesRead === undefined) return done();
    let before = socket.bytesRead;
    const timer = setInterval(() => {
      const now = socket.bytesRead;
      // What lies here unread waits for us and not for the sender.
      const stalled = now - before < LEAST_BYTES && raw.readableLength === 0;
      before = now;
      if (raw.complete || socket.destroyed) return clearInterval(timer);
      if (!stalled) return;
      clearInterval(timer);
      request.log.warn({ requestId: request.id }, 'a request did not arrive in time');
      if (!reply.raw.headersSent) socket.write(TOO_SLOW);
      socket.destroySoon();
    }, BODY_MILLIS);
    timer.unref();
    const stop = (): void => clearInterval(timer);
    raw.once('end', stop);
    raw.once('close', stop);
    done();
  });
}
