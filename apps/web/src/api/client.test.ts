// The client is the web's only door, so its promises are kept against a real server, not a pretended fetch.
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { guardedFetch, setCsrfToken, take } from './client.ts';
import { isProblem, type Problem } from './problem.ts';

type Seen = { readonly method: string; readonly url: string; readonly csrf: string | undefined; readonly body: string };

let server: Server;
let base = '';
let seen: Seen[] = [];
let signedIn = true;

async function textOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const piece of request) text += String(piece);
  return text;
}

beforeAll(async () => {
  server = createServer((request, response) => {
    void textOf(request).then((body) => {
      const csrf = request.headers['x-csrf-token'];
      seen.push({ method: request.method ?? '', url: request.url ?? '', csrf: csrf?.toString(), body });
      const json = (status: number, answer: unknown): void => {
        response.writeHead(status, { 'content-type': 'application/problem+json', 'x-request-id': 'req-7' });
        response.end(JSON.stringify(answer));
      };
      if (request.url === '/api/refused')
        return json(422, { code: 'request.invalid', errors: [{ pointer: '/email', code: 'field.required' }] });
      const { pathname, searchParams } = new URL(request.url ?? '', base);
      if (pathname === '/api/list') {
        const wrong = ['cursor', 'from', 'lineId', 'limit'].filter((name) => searchParams.get(name) === 'wrong');
        const errors = wrong.map((name) => ({ pointer: `/querystring/${name}`, code: 'field.pattern' }));
        return errors.length > 0 ? json(400, { code: 'request.invalid', errors }) : json(200, { ok: true });
      }
      if (request.url === '/api/proxy-page') return json(502, 'not a problem');
      return json(signedIn ? 200 : 401, signedIn ? { ok: true } : { code: 'session.expired' });
    });
  });
  await new Promise<void>((ready) => server.listen(0, ready));
  base = `http://localhost:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());
beforeEach(() => {
  seen = [];
  signedIn = true;
  setCsrfToken('token-1');
});

function ask(path: string, init: RequestInit = {}): Promise<Response> {
  return guardedFetch(new Request(`${base}${path}`, init));
}

async function problemOf(path: string): Promise<Problem> {
  const response = await ask(path);
  const error: unknown = await response.json();
  const thrown: unknown = await take(Promise.resolve({ error, response })).catch((cause: unknown) => cause);
  if (!isProblem(thrown)) throw new Error('no problem was thrown');
  return thrown;
}

describe('the way to the API', () => {
  it('carries the CSRF token on what changes something and on nothing else', async () => {
    await ask('/api/things');
    await ask('/api/things', { method: 'POST', body: '{"a":1}' });
    expect(seen.map(({ method, csrf, body }) => [method, csrf, body])).toEqual([
      ['GET', undefined, ''],
      ['POST', 'token-1', '{"a":1}'],
    ]);
  });

  it('turns a refusal into a problem with its code, its fields and the number to quote', async () => {
    const problem = await problemOf('/api/refused');
    expect([problem.code, problem.status, problem.requestId]).toEqual(['request.invalid', 422, 'req-7']);
    expect(problem.errors).toEqual([{ pointer: '/email', code: 'field.required', details: undefined }]);
  });

  it('has a code even for an answer that is no problem at all', async () => {
    expect((await problemOf('/api/proxy-page')).code).toBe('server.unexpected');
  });

  it('says that the server cannot be reached, rather than failing without words', async () => {
    const thrown: unknown = await guardedFetch(new Request('http://localhost:1/api/x')).catch(
      (cause: unknown) => cause,
    );
    expect(isProblem(thrown) && thrown.code).toBe('network.unreachable');
  });
});

describe('a list whose address asks what the server refuses', () => {
  it('is asked again without it, and keeps the rest', async () => {
    const answer = await ask('/api/list?state=open&cursor=wrong&from=wrong&limit=5');
    expect(answer.status).toBe(200);
    expect(seen.map(({ url }) => url)).toEqual([
      '/api/list?state=open&cursor=wrong&from=wrong&limit=5',
      '/api/list?state=open&limit=5',
    ]);
  });

  it('is refused as before where more is wrong than what an address filters by', async () => {
    for (const path of ['/api/list?lineId=wrong', '/api/list?cursor=wrong&lineId=wrong', '/api/list?limit=wrong']) {
      seen = [];
      expect((await ask(path)).status).toBe(400);
      expect(seen).toHaveLength(1);
    }
  });
});
