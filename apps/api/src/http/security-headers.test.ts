// Which headers every answer carries, also one that was refused early, and one of a route that sets headers itself.

import Fastify from 'fastify';
import { expect, test } from 'vitest';
import type { App } from './app-instance.ts';
import { registerSecurityHeaders, securityHeaders } from './security-headers.ts';

test('every answer has the headers of helmet, a refusal too, and a route may say one otherwise', async () => {
  const app = Fastify();
  registerSecurityHeaders(
    app as unknown as App,
    securityHeaders({
      contentSecurityPolicy: { directives: { imgSrc: ["'self'"] } },
      hsts: true,
    }),
  );
  app.addHook('onRequest', async (request) => {
    if (request.url === '/refused') throw new Error('no');
  });
  app.get('/own', (_request, reply) => reply.header('referrer-policy', 'same-origin').send({}));
  for (const url of ['/own', '/refused', '/missing']) {
    const { headers } = await app.inject(url);
    expect(headers['content-security-policy']).toContain("img-src 'self'");
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'SAMEORIGIN',
      'strict-transport-security': expect.stringContaining('max-age=') as string,
      'referrer-policy': url === '/own' ? 'same-origin' : 'no-referrer',
    });
    expect(headers['x-powered-by']).toBeUndefined();
  }
});
