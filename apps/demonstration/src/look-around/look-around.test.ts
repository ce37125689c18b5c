// Looking around as anyone: only where everyone is made up.

import { buildApp } from '@support-market/api/app';
import { assertDemonstrationAllowed } from '@support-market/api/platform/demonstration-guard.repo';
import { givePassword } from '@support-market/api/testing/set-password';
import { startTestApp, type TestApp } from '@support-market/api/testing/test-app';
import { ACCOUNTS, buildWorld, WORLD } from '@support-market/api/testing/world';
import { checkPassword } from '@support-market/domain/access/password-rules';
import { ROLES } from '@support-market/domain/access/roles';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DEMONSTRATION_ACCOUNTS, DEMONSTRATION_PASSWORD } from '../accounts.ts';
import { registerLookAround } from './look-around.routes.ts';

let demonstration: TestApp;
/** The product's own server in demonstration mode: its cards and its mail are sandboxes, and it knows none of the people. */
let product: TestApp;
let real: TestApp;
beforeAll(async () => {
  demonstration = await startTestApp({ config: { demonstration: true }, further: { lookAround: registerLookAround } });
  product = await startTestApp({ config: { demonstration: true } });
  real = await startTestApp();
  for (const world of [demonstration, product, real]) await buildWorld(world);
  for (const { database } of [demonstration, product])
    await database.ownerDb.updateTable('councils').set({ demonstration: true }).execute();
  for (const id of Object.values(ACCOUNTS)) {
    await givePassword(demonstration.database.ownerDb, id, DEMONSTRATION_PASSWORD, demonstration.clock.now());
  }
});
afterAll(() => Promise.all([demonstration.close(), product.close(), real.close()]));

const lookAround = (world: TestApp, role: string, headers: Record<string, string> = {}) =>
  world.app.inject({ method: 'POST', url: '/api/demonstration/session', payload: { role }, headers });

describe('in the demonstration', () => {
  test('the list offers the people that the database holds, with the one password', async () => {
    const answer = (await demonstration.app.inject('/api/demonstration')).json();
    expect(answer).toMatchObject({ demonstration: true, password: DEMONSTRATION_PASSWORD });
    expect(answer.roles).toContainEqual({
      role: 'broker',
      holds: 'broker',
      email: 'broker@harbourside.example',
      title: 'Broker',
      description: expect.any(String),
    });
    expect(answer.roles.map((each: { role: string }) => each.role)).not.toContain('budget-holder-elsewhere');
  });

  test('one request without a password signs in with that person’s roles, and leaves a trace', async () => {
    const answer = await lookAround(demonstration, 'auditor');
    expect(answer.statusCode).toBe(200);
    const cookies = new Set(answer.cookies.map(({ name }) => name));
    expect([...cookies].sort()).toEqual(['sm_access', 'sm_here', 'sm_refresh']);
    const me = await demonstration.app.inject({
      url: '/api/session',
      headers: { authorization: `Bearer ${answer.json().accessToken}` },
    });
    expect(me.json()).toMatchObject({ signedIn: true, demonstration: true, roles: [{ role: 'auditor' }] });
  });

  test('the password works too', async () => {
    const answer = await demonstration.app.inject({
      method: 'POST',
      url: '/api/session',
      payload: { email: 'auditor@harbourside.example', password: DEMONSTRATION_PASSWORD },
    });
    expect(answer.statusCode).toBe(200);
  });

  test('an unknown role is not found, and another site cannot cause it', async () => {
    expect((await lookAround(demonstration, 'king')).statusCode).toBe(404);
    expect((await lookAround(demonstration, 'auditor', { 'sec-fetch-site': 'cross-site' })).statusCode).toBe(403);
  });

  test('a stranger sees the first council’s name, and which councils there are', async () => {
    expect((await demonstration.app.inject('/api/session')).json()).toMatchObject({
      signedIn: false,
      councilName: 'Harbourside Council',
      demonstration: true,
      lookAround: true,
    });
  });
});

describe('outside the demonstration', () => {
  test('none of it exists, not even for a database that holds the same accounts', async () => {
    for (const world of [product, real]) {
      expect((await world.app.inject('/api/demonstration')).statusCode).toBe(404);
      const answer = await world.app.inject({ method: 'POST', url: '/api/demonstration/session' });
      expect(answer.statusCode).toBe(404);
      expect(world.app.hasRoute({ method: 'POST', url: '/api/demonstration/session' })).toBe(false);
      expect((await world.app.inject('/api/session')).json()).toMatchObject({ lookAround: false });
    }
  });

  test('a server that brings it does not open', async () => {
    await expect(buildApp(real.context, { lookAround: registerLookAround })).rejects.toThrow(
      'demonstration mode alone',
    );
  });
});

test('demonstration mode never starts on a database that holds a real council', async () => {
  await expect(assertDemonstrationAllowed(demonstration.database.db)).resolves.toBeUndefined();
  await expect(assertDemonstrationAllowed(real.database.db)).rejects.toThrow(/real council \(.* Council\)/);
  const set = (value: boolean) =>
    demonstration.database.ownerDb
      .updateTable('councils')
      .set({ demonstration: value })
      .where('id', '=', WORLD.elsewhere)
      .execute();
  await set(false);
  await expect(assertDemonstrationAllowed(demonstration.database.db)).rejects.toThrow('Elsewhere Council');
  await set(true);
});

test('every role has someone to look around as, under an address and a password that the rules allow', () => {
  expect(new Set(DEMONSTRATION_ACCOUNTS.map(({ role }) => role))).toEqual(new Set(ROLES));
  expect(new Set(DEMONSTRATION_ACCOUNTS.map(({ email }) => email)).size).toBe(DEMONSTRATION_ACCOUNTS.length);
  for (const { email, title } of DEMONSTRATION_ACCOUNTS) {
    expect(checkPassword(DEMONSTRATION_PASSWORD, { email, name: title }).ok).toBe(true);
  }
});
