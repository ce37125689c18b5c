// What is not there is told as such whatever is sent to it, and what is there says what may be done with it.

import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../testing/test-app.ts';

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
