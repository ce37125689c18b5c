// The headers that tell browsers what a page of ours may do: helmet's, worked out once. As a plugin helmet puts the same
// texts together for every answer, which cost a tenth of the time of a kept page.

import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import helmet, { type HelmetOptions } from 'helmet';
import type { App } from './app-instance.ts';

/** The headers, each as one text. */
export function securityHeaders(options: HelmetOptions): readonly (readonly [string, string])[] {
  const sample = new ServerResponse(new IncomingMessage(new Socket()));
  helmet(options)(sample.req, sample, (failure) => {
    if (failure) throw failure;
  });
  return Object.entries(sample.getHeaders()).map(([name, value]) => [name, String(value)] as const);
}

/** Register it before every other hook, so that refusals carry them too. A route may set one of them otherwise. */
export function registerSecurityHeaders(app: App, headers: readonly (readonly [string, string])[]): void {
  app.addHook('onRequest', (_request, reply, done) => {
    for (const [name, value] of headers) void reply.header(name, value);
    done();
  });
}
