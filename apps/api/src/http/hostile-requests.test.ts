// What a stranger sends to see what breaks: text that no database can keep, uploads that stop, and what must not stay behind.

import { connect } from 'node:net';
import Fastify from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeDeviceToken } from '../platform/session-tokens.ts';
import { newKey, placeOrder } from '../testing/place-order.ts';
import { startTestApp, type TestApp } from '../testing/test-app.ts';
import { ACCOUNTS, buildWorld, WORLD } from '../testing/world.ts';
import { compileTheRest } from './compiled-schemas.ts';
import { answerUnreadable } from './unreadable-requests.ts';

let world: TestApp;
beforeAll(async () => {
  world = await startTestApp();
  await buildWorld(world);
});
afterAll(() => world.close());

type Who = keyof typeof ACCOUNTS;

async function ask(who: Who | null, method: 'GET' | 'POST', url: string, payload?: object) {
  return world.app.inject({
    method,
    url,
    headers: {
      ...(who === null ? {} : await world.signIn(ACCOUNTS[who], WORLD.council)),
      ...(method === 'POST' ? { 'idempotency-key': newKey() } : {}),
    },
    ...(payload ? { payload } : {}),
  });
}

test.each([
  ['administrator', '/api/imports/people'],
  ['provider', '/api/actuals'],
  ['provider', '/api/photos'],
  ['finance', '/api/payment-runs/run_01aaaaaaaaaaaaaaaaaaaaaaaa/results'],
] as const)(
  'an upload by the %s that is no form, or stops in its middle, is said to be unreadable: %s',
  async (who, url) => {
    const signedIn = await world.signIn(ACCOUNTS[who], WORLD.council);
    const cut =
      '--x\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\nContent-Type: text/csv\r\n\r\na,b';
    for (const [type, payload] of [
      ['', 'a'],
      ['; boundary=x', 'a'],
      ['; boundary=x', cut],
    ] as const) {
      const headers = { ...signedIn, 'content-type': `multipart/form-data${type}` };
      const answer = await world.app.inject({ method: 'POST', url, headers, payload });
      expect(answer.statusCode, `${type} ${answer.body}`).toBe(422);
    }
  },
);

test('the bank’s answer in plain text, or no answer at all, is refused as what it is', async () => {
  const headers = await world.signIn(ACCOUNTS.finance, WORLD.council);
  const url = '/api/payment-runs/run_01aaaaaaaaaaaaaaaaaaaaaaaa/results';
  const plain = { ...headers, 'content-type': 'text/plain' };
  const said = await world.app.inject({ method: 'POST', url, headers: plain, payload: '{}' });
  expect(said.json()).toMatchObject({ code: 'request.unsupported_type' });
  expect((await world.app.inject({ method: 'POST', url, headers })).json()).toMatchObject({ code: 'request.not_json' });
});

describe('text that the database cannot keep, or that turns what is written after it,', () => {
  const NUL = 'a\0b';
  const HALF = 'a\ud800b';
  const TURNED = 'gpj.\u202Eexe';

  test.each([
    ['manager', '/api/people?search=a%00b', '/querystring/search'],
    ['auditor', '/api/audit-entries?record=a%00b', '/querystring/record'],
    ['auditor', '/api/audit-entries?account=a%00b', '/querystring/account'],
  ] as const)('in a question by the %s is refused by its name: %s', async (who, url, pointer) => {
    const answer = await ask(who, 'GET', url);
    expect(answer.statusCode).toBe(400);
    expect(answer.json()).toMatchObject({ code: 'request.invalid', errors: [{ pointer, code: 'field.pattern' }] });
  });

  test.each([NUL, HALF, TURNED])('in a body is refused by its field, and nothing is done: %j', async (note) => {
    const { id } = await placeOrder(world, {
      account: ACCOUNTS.asha,
      person: WORLD.asha,
      offer: WORLD.clubOffer,
      lines: [WORLD.ashaOwn],
      oneOff: { date: '2026-11-06' },
    });
    const answer = await ask('asha', 'POST', `/api/orders/${id}/cancel`, { note });
    expect(answer.statusCode).toBe(400);
    expect(answer.json()).toMatchObject({ errors: [{ pointer: '/note', code: 'field.pattern' }] });
    expect((await ask('asha', 'GET', `/api/orders/${id}`)).json()).toMatchObject({ state: 'placed' });
  });

  test('is no fault of a password that has signs which turn the writing', async () => {
    const payload = { email: 'asha@harbourside.example', password: `pass\u202Eword-of-long-ago` };
    const answer = await world.app.inject({ method: 'POST', url: '/api/session', payload });
    expect(answer.json()).toMatchObject({ code: 'session.credentials_wrong' });
  });

  test('is refused in a signed-out browser too', async () => {
    const answer = await world.app.inject({
      method: 'POST',
      url: '/api/session',
      payload: { email: 'a\0b@harbourside.example', password: 'whatever it may be' },
    });
    expect(answer.statusCode).toBe(400);
    expect(answer.json()).toMatchObject({ errors: [{ pointer: '/email', code: 'field.pattern' }] });
  });
});

test('what a signed-in person is shown stays in no cache, and what everybody may see can be cached', async () => {
  for (const url of ['/api/people', '/api/orders', `/api/people/${WORLD.asha}/money`]) {
    expect((await ask('asha', 'GET', url)).headers['cache-control']).toBe('no-store');
  }
  expect((await ask(null, 'GET', '/api/categories')).headers['cache-control']).toBeUndefined();
});

describe('a stranger in a hurry', () => {
  let limited: TestApp;
  beforeAll(async () => {
    limited = await startTestApp({ config: { requestsPerMinute: 200 } });
    await buildWorld(limited);
  });
  afterAll(() => limited.close());

  test('shuts out no one who signed in before from the same address', async () => {
    const look = (headers: Record<string, string> = {}) =>
      limited.app.inject({ url: '/api/categories', remoteAddress: '203.0.113.9', headers });
    const asha = await limited.signIn(ACCOUNTS.asha, WORLD.council);
    const device = makeDeviceToken(
      limited.context.config.sessionSecret,
      'asha@harbourside.example',
      Buffer.alloc(16, 7),
    );
    for (let index = 0; index < 200; index += 1) await look();
    expect((await look()).statusCode).toBe(429);
    expect((await look(asha)).statusCode).toBe(200);
    expect((await look({ cookie: `sm_device=${device}` })).statusCode).toBe(200);
    const forged = `${'A'.repeat(22)}.${'A'.repeat(43)}.${'A'.repeat(43)}`;
    expect((await look({ cookie: `sm_device=${forged}` })).statusCode).toBe(429);
    expect((await look({ authorization: 'Bearer a.b.c' })).statusCode).toBe(429);
  });

  test('cannot have mail sent to hundreds of people who never asked for any', async () => {
    const ask = (index: number) =>
      limited.app.inject({
        method: 'POST',
        url: '/api/accounts',
        remoteAddress: '203.0.113.7',
        payload: {
          councilSlug: 'harbourside',
          name: 'Buy at thief.example',
          email: `person${index}@public.example`,
          password: 'purple kettle morning',
        },
      });
    const answers: number[] = [];
    for (let index = 0; index < 35; index += 1) answers.push((await ask(index)).statusCode);
    expect(answers.filter((status) => status === 202)).toHaveLength(30);
    expect(answers.filter((status) => status === 429)).toHaveLength(5);
    const mails = await limited.database.ownerDb.selectFrom('mails').select('id').execute();
    expect(mails).toHaveLength(30);
  });

  test('is one place with all the addresses of a household, and no other place waits for it', async () => {
    const look = (remoteAddress: string) => limited.app.inject({ url: '/api/categories', remoteAddress });
    for (let index = 0; index < 200; index += 1) await look(`2001:db8:1:2::${index.toString(16)}`);
    expect((await look('2001:db8:1:2:ffff::1')).statusCode).toBe(429);
    expect((await look('2001:db8:1:3::1')).statusCode).toBe(200);
  });
});

test('every schema of every route can be compiled, though most wait until they are needed', () => {
  compileTheRest();
  expect(compileTheRest()).toBe(0);
});

describe('an address that cannot be read', () => {
  const page = async (status: number) => `<h1>Page of ${status}</h1>`;
  const open = async (draw: typeof page | null) => {
    const { drawWith, ...options } = answerUnreadable([['x-content-type-options', 'nosniff']]);
    drawWith(draw);
    const app = Fastify(options);
    app.get('/api/listings/:slug', () => ({}));
    return app;
  };

  test('is answered as a problem by the API, and by a page elsewhere, with the headers of every answer', async () => {
    const app = await open(page);
    for (const [url, type, status] of [
      ['/%ff', 'text/html; charset=utf-8', 400],
      ['/listings/%E0%A4%A', 'text/html; charset=utf-8', 400],
      ['/api/listings/%ff', 'application/problem+json', 400],
      [`/api/listings/${'x'.repeat(500)}`, 'application/problem+json', 404],
      ['/search?what=%ff%fe', 'text/html; charset=utf-8', 400],
      ['/?%ff', 'text/html; charset=utf-8', 400],
      ['/search?what=tea&language=%ED%A0%80', 'text/html; charset=utf-8', 400],
      ['/api/listings?words=%ff%fe', 'application/problem+json', 400],
      ['/api/listings/tea?cursor=%C3', 'application/problem+json', 400],
      ['/oruk/v3/services?search=%ff', 'application/problem+json', 400],
    ] as const) {
      const answer = await app.inject(url);
      expect([url, answer.statusCode, answer.headers['content-type']]).toEqual([url, status, type]);
      expect(answer.headers['x-content-type-options']).toBe('nosniff');
      expect(answer.body).toContain(type.startsWith('text/html') ? await page(status) : `"status":${status}`);
      expect(answer.body).not.toContain('FST_');
    }
    await app.close();
    for (const url of ['/api/listings/%ff', '/api/listings?words=%ff%fe', '/oruk/v1/services?text=%fe']) {
      const whole = await world.app.inject(url);
      expect([url, whole.statusCode, whole.json().code]).toEqual([url, 400, 'request.invalid']);
    }
  });

  test('is none where a sign for a hundredth stands for itself, and is read by all as a browser reads it', async () => {
    const app = await open(null);
    app.get('/search', ({ query, url }) => ({ query, page: new URL(url, 'http://here').searchParams.get('what') }));
    for (const [asked, read] of [
      ['100%', '100%'],
      ['50%25+or%2050%', '50% or 50%'],
      ['caf%C3%A9%zz', 'café%zz'],
      ['%', '%'],
      ['%E2%9C%93', '✓'],
    ] as const) {
      const answer = await app.inject(`/search?what=${asked}`);
      expect([asked, answer.json()]).toEqual([asked, { query: { what: read }, page: read }]);
    }
    await app.close();
  });

  /** What comes back over a connection to which `packets` are written, one after another. */
  async function answerTo(draw: typeof page | null, packets: readonly string[]): Promise<string> {
    const app = await open(draw);
    const { port } = new URL(await app.listen({ port: 0, host: '127.0.0.1' }));
    const answer = await new Promise<string>((resolve, reject) => {
      let text = '';
      const socket = connect(Number(port), '127.0.0.1', async () => {
        socket.setNoDelay(true);
        for (const packet of packets) {
          socket.write(packet);
          await new Promise((later) => setTimeout(later, 50));
        }
      });
      socket.on('data', (bytes) => {
        text += String(bytes);
      });
      socket.on('error', reject).on('close', () => resolve(text));
    });
    await app.close();
    return answer;
  }

  test('is answered over its connection where even the headers have no end', async () => {
    for (const [draw, address, expected] of [
      [page, '/search?what=', await page(431)],
      [page, '/api/listings?words=', 'request.invalid'],
      [null, '/search?what=', 'request.invalid'],
    ] as const) {
      const answer = await answerTo(draw, [`GET ${address}${'x'.repeat(40_000)} HTTP/1.1\r\nhost: here\r\n\r\n`]);
      expect(answer).toMatch(/^HTTP\/1\.1 431 /);
      expect(answer).toContain('x-content-type-options: nosniff');
      expect(answer).toContain(expected);
    }
  });

  test('is answered by a page where its fault comes in a second packet, without the address', async () => {
    for (const [second, status] of [
      ['\0 HTTP/1.1\r\nhost: here\r\n\r\n', 400],
      [`${'x'.repeat(40_000)} HTTP/1.1\r\nhost: here\r\n\r\n`, 431],
    ] as const) {
      const answer = await answerTo(page, ['GET /search?what=', second]);
      expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
      expect(answer).toContain(await page(status));
    }
  });
});
