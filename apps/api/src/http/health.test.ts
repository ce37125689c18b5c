// What an operator's machines may ask, and what they alone learn.

import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildApp } from '../app.ts';
import { readConfig } from '../config.ts';
import { startTestApp, type TestApp } from '../testing/test-app.ts';

const TOKEN = 'a token of thirty-two characters or more';
const ELSEWHERE = '192.0.2.7';

let world: TestApp;
let behindProxy: TestApp;
beforeAll(async () => {
  world = await startTestApp({ config: { metricsToken: TOKEN } });
  behindProxy = await startTestApp({ config: { trustedProxies: ['10.0.0.1'] } });
});
afterAll(() => Promise.all([world.close(), behindProxy.close()]));

test.each(['/healthz', '/readyz'])('%s answers everyone', async (url) => {
  expect((await world.app.inject({ url, remoteAddress: ELSEWHERE })).statusCode).toBe(200);
});

describe('/readyz', () => {
  test('answers while every connection of the pool is taken and every table is locked', async () => {
    const { db, ownerDb } = world.database;
    let end = (): void => undefined;
    const ended = new Promise<void>((resolve) => {
      end = resolve;
    });
    let taken = 0;
    const holders = Array.from({ length: 20 }, () =>
      db.connection().execute(async () => {
        taken += 1;
        await ended;
      }),
    );
    const locker = ownerDb.transaction().execute(async (tx) => {
      await sql`lock table councils, sessions, orders in access exclusive mode`.execute(tx);
      await ended;
    });
    try {
      await expect.poll(() => taken).toBe(20);
      expect((await world.app.inject({ url: '/readyz' })).json()).toEqual({ status: 'ready' });
    } finally {
      end();
      await Promise.all([...holders, locker]);
    }
  });

  test.each(['appDatabaseUrl', 'readDatabaseUrl'] as const)(
    'refuses, and with it every page, once the login of %s is not bound by row-level security',
    async (name) => {
      const { config } = world.context;
      const app = await buildApp({ ...world.context, config: { ...config, [name]: world.database.url } });
      try {
        expect((await app.inject({ url: '/readyz' })).statusCode).toBe(503);
        expect((await app.inject({ url: '/api/categories' })).statusCode).toBe(503);
        expect((await app.inject({ url: '/healthz' })).statusCode).toBe(200);
      } finally {
        await app.close();
      }
    },
  );

  test('says that it is not ready when nothing answers at the address of the database', async () => {
    const { config } = world.context;
    const app = await buildApp({
      ...world.context,
      config: { ...config, appDatabaseUrl: 'postgres://no-login:nothing@127.0.0.1:1/nothing' },
    });
    try {
      expect((await app.inject({ url: '/readyz' })).json()).toEqual({ status: 'not ready' });
    } finally {
      await app.close();
    }
  });
});

describe('/metrics', () => {
  const ask = (remoteAddress: string, headers: Record<string, string> = {}, { app } = world) =>
    app.inject({ url: '/metrics', remoteAddress, headers });

  test.each(['127.0.0.1', '127.8.0.1', '::1', '::ffff:127.0.0.1'])('answers this machine at %s', async (address) => {
    const answer = await ask(address);
    expect(answer.statusCode).toBe(200);
    expect(answer.body).toContain('http_request_duration_seconds');
  });

  test('answers another machine that knows the token', async () => {
    expect((await ask(ELSEWHERE, { authorization: `Bearer ${TOKEN}` })).statusCode).toBe(200);
  });

  test.each([
    ['another machine', ELSEWHERE, {}],
    ['a machine of the same house', '10.0.0.9', {}],
    ['another machine over IPv6', '2001:db8::1', {}],
    ['a wrong token', ELSEWHERE, { authorization: `Bearer ${TOKEN}!` }],
    ['the token without its scheme', ELSEWHERE, { authorization: TOKEN }],
    ['a proxy on this machine that was not named', '127.0.0.1', { 'x-forwarded-for': ELSEWHERE }],
    ['a proxy on this machine that writes Forwarded', '127.0.0.1', { forwarded: `for=${ELSEWHERE}` }],
    ['a proxy on this machine that writes X-Real-IP', '127.0.0.1', { 'x-real-ip': ELSEWHERE }],
    ['a proxy on this machine that writes Via', '127.0.0.1', { via: '1.1 proxy' }],
    ['a stranger who says to come from here', ELSEWHERE, { 'x-forwarded-for': '127.0.0.1' }],
  ])('is not there for %s, as a record that is missing is not', async (_, address, headers) => {
    const answer = await ask(address, headers);
    const missing = await world.app.inject({ url: '/api/orders/nothing/nowhere', remoteAddress: ELSEWHERE });
    expect(answer.statusCode).toBe(404);
    expect({ ...answer.json(), instance: '', requestId: '' }).toEqual({
      ...missing.json(),
      instance: '',
      requestId: '',
    });
  });

  test('is not there for what comes through a proxy of our own, nor with a token that was never set', async () => {
    expect((await ask('10.0.0.1', { 'x-forwarded-for': ELSEWHERE }, behindProxy)).statusCode).toBe(404);
    expect((await ask('10.0.0.1', { 'x-forwarded-for': '127.0.0.1' }, behindProxy)).statusCode).toBe(404);
    for (const authorization of ['Bearer ', 'Bearer null', 'Bearer undefined'])
      expect((await ask(ELSEWHERE, { authorization }, behindProxy)).statusCode).toBe(404);
  });

  test('its token is at least 32 characters, and a fault never repeats it', () => {
    const environment = { DATABASE_URL: 'postgres://owner:secret@127.0.0.1:1/nothing', DEMONSTRATION: 'true' };
    expect(readConfig({ ...environment, METRICS_TOKEN: '' }).metricsToken).toBeNull();
    expect(readConfig({ ...environment, METRICS_TOKEN: TOKEN }).metricsToken).toBe(TOKEN);
    let fault = '';
    try {
      readConfig({ ...environment, METRICS_TOKEN: 'too-short-a-secret' });
    } catch (error) {
      fault = String(error);
    }
    expect(fault).toContain('METRICS_TOKEN must be at least 32 characters');
    expect(fault).not.toContain('too-short-a-secret');
  });
});
