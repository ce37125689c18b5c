// What is not there is told as such whatever is sent to it, and what is there says what may be done with it.

import Fastify from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../testing/test-app.ts';
import { registerProblems } from './problems.ts';
import { registerUnknownAddresses } from './unknown-addresses.ts';

let world: TestApp;
beforeAll(async () => {
  world = await startTestApp();
});
afterAll(() => world.close());

type Method = 'DELETE' | 'PATCH' | 'POST' | 'PUT';

test.each([
  ['application/json', '{"a":1}'],
  ['application/json', '{'],
  ['text/plain', 'words'],
  ['application/x-www-form-urlencoded', 'a=1'],
  ['multipart/form-data', 'no form'],
])('nothing is at an unknown address, whatever is sent there as %s: %s', async (type, payload) => {
  for (const method of ['DELETE', 'PATCH', 'POST', 'PUT'] as Method[]) {
    const headers = { 'content-type': type };
    for (const url of ['/api/no-such-thing', '/api/listings/a/b/c', '/no-such-page', '/oruk/v3/nothing']) {
      const { statusCode, body } = await world.app.inject({ method, url, headers, payload });
      expect([method, url, statusCode, JSON.parse(body).code]).toEqual([method, url, 404, 'record.not_found']);
    }
  }
});

test.each([
  ['PUT', '/api/listings', 'GET, HEAD'],
  ['POST', '/api/listings/no-such-one', 'GET, HEAD'],
  ['PUT', '/api/session', 'DELETE, GET, HEAD, POST'],
  ['POST', '/oruk/v3/services', 'GET, HEAD'],
  ['DELETE', '/robots.txt', 'GET, HEAD'],
  ['PUT', '/sitemap-1.xml', 'GET, HEAD'],
] as [Method, string, string][])('%s to %s is refused with what may be done there', async (method, url, allowed) => {
  const { statusCode, headers, body } = await world.app.inject({ method, url, payload: { a: 1 } });
  expect([statusCode, headers['allow'], JSON.parse(body).code]).toEqual([405, allowed, 'request.method_unknown']);
});

test('a browser is refused with a page where pages are, and a program with a problem', async () => {
  const app = Fastify();
  registerProblems(app);
  const { onPages } = registerUnknownAddresses(app);
  app.get('/*', async () => 'a page');
  app.get('/api/listings', async () => []);
  onPages({
    isPage: async (address) => address === '/search',
    sendFailure: async ({ code }, _request, reply) => reply.status(405).type('text/html').send(`<p>${code}`),
  });
  const send = async (url: string, accept: string) => {
    const { body, headers } = await app.inject({ method: 'POST', url, headers: { accept }, payload: {} });
    return [headers['allow'], body.startsWith('<p>') ? body : JSON.parse(body).code];
  };
  const browser = 'text/html,application/xhtml+xml,*/*;q=0.8';
  expect(await send('/search', browser)).toEqual(['GET, HEAD', '<p>request.method_unknown']);
  expect(await send('/no-such-page', browser)).toEqual([undefined, '<p>record.not_found']);
  expect(await send('/search', 'application/json')).toEqual(['GET, HEAD', 'request.method_unknown']);
  expect(await send('/api/listings', browser)).toEqual(['GET, HEAD', 'request.method_unknown']);
  expect(await send('/oruk/v3/nothing', browser)).toEqual([undefined, 'record.not_found']);
  await app.close();
});

test('every address of the feed answers with a slash at its end as without one', async () => {
  const paths = [
    '/oruk/v1/services',
    '/oruk/v1/services/none',
    '/oruk/v3',
    '/oruk/v3/services',
    '/oruk/v3/services/none',
  ];
  for (const path of [...paths, '/oruk/v3/organizations', '/oruk/v3/taxonomies', '/oruk/v3/taxonomy_terms']) {
    const [bare, slashed] = [await world.app.inject(path), await world.app.inject(`${path}/`)];
    expect([path, slashed.statusCode, slashed.body]).toEqual([path, bare.statusCode, bare.body]);
    const asked = await world.app.inject(`${path}/?page=1`);
    expect([path, asked.statusCode]).toEqual([path, (await world.app.inject(`${path}?page=1`)).statusCode]);
  }
  expect((await world.app.inject('/oruk/v3/services/')).statusCode).toBe(200);
  expect((await world.app.inject('/oruk/v3/nothing/')).statusCode).toBe(404);
});
