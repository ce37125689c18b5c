// Serves the built web pages beside the API, so that the whole product is one address and one process.

import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import { ProblemError } from '../platform/problem-error.ts';
import type { App } from './app-instance.ts';

const WEB_FOLDER = fileURLToPath(new URL('../../../web/dist', import.meta.url));
const YEAR_SECONDS = 31_536_000;

/** Every address that is not the API's is a page: the browser's router decides which. Without a build there are no pages. */
export async function registerWebPages(app: App): Promise<void> {
  const indexFile = `${WEB_FOLDER}/index.html`;
  if (!existsSync(indexFile)) return;
  const index = readFileSync(indexFile);
  await app.register(fastifyStatic, {
    root: `${WEB_FOLDER}/assets`,
    prefix: '/assets/',
    // File names carry a hash of their content.
    maxAge: YEAR_SECONDS * 1_000,
    immutable: true,
    index: false,
  });
  const page = { schema: { hide: true }, logLevel: 'silent' as const };
  app.get('/', page, (_request, reply) =>
    reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache').send(index),
  );
  app.get('/*', page, (request, reply) => {
    if (/^\/(api|webhooks|assets)\//.test(request.url)) throw new ProblemError('record.not_found');
    return reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache').send(index);
  });
}
