// Answers are small on the wire, and none that holds a token lets its length say what is in it.

import { Readable } from 'node:stream';
import { gunzipSync } from 'node:zlib';
import Fastify from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { App } from './app-instance.ts';
import { encodingFor, registerCompression } from './compression.ts';

const app = Fastify();
const long = { text: 'the same words again '.repeat(200) };

beforeAll(() => {
  registerCompression(app as unknown as App);
  app.get('/api/long', () => long);
  app.get('/api/streamed', (_request, reply) =>
    reply.type('text/css').send(Readable.from([Buffer.from('a { color: red } '.repeat(300))])),
  );
  app.get('/api/short', () => ({ text: 'short' }));
  app.get('/api/session', () => long);
  app.get('/api/accounts', () => long);
  app.get('/picture', (_request, reply) => reply.type('image/webp').send(Buffer.alloc(5_000)));
});
afterAll(() => app.close());

const codingOf = async (url: string, accepted: string) =>
  (await app.inject({ url, headers: { 'accept-encoding': accepted } })).headers['content-encoding'];

describe('a coding is chosen', () => {
  test.each([
    ['gzip, deflate, br', 'br'],
    ['gzip;q=1.0, br;q=0', 'gzip'],
    ['*', 'br'],
    ['gzip;q=0, *', 'br'],
    ['br;q=0, *;q=0.5', 'gzip'],
    ['gzip;q=1, br;q=0.5', 'gzip'],
    ['gzip;q=0.5, br;q=0.5', 'br'],
    ['br;q=0.000, gzip;q=0.001', 'gzip'],
    ['*;q=0', null],
    ['identity', null],
    ['gzip;q=0, br;q=0.0', null],
    ['', null],
    [undefined, null],
  ])('for %s: %s', (accepted, coding) => {
    expect(encodingFor(accepted)).toBe(coding);
  });
});

describe('an answer', () => {
  test('that is long and is text is compressed, and says that it differs by what is accepted', async () => {
    expect(await codingOf('/api/long', 'br')).toBe('br');
    expect(await codingOf('/api/long', 'gzip')).toBe('gzip');
    expect((await app.inject('/api/long')).headers.vary).toBe('accept-encoding');
    expect((await app.inject('/api/long')).json()).toEqual(long);
    expect(await codingOf('/api/streamed', 'br')).toBe('br');
    const { rawPayload } = await app.inject({ url: '/api/streamed', headers: { 'accept-encoding': 'gzip' } });
    expect(gunzipSync(rawPayload).toString()).toBe('a { color: red } '.repeat(300));
  });

  test('that is short, a picture, or holds a token leaves as it is', async () => {
    for (const url of ['/api/short', '/picture', '/api/session', '/api/session?x=1', '/api/accounts'])
      expect(await codingOf(url, 'br'), url).toBeUndefined();
  });
});
