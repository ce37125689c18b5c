// Signing in, staying signed in and signing out, from route to row.

import { inTransaction } from '@support-market/db/transaction';
import { FREE_TRIES } from '@support-market/domain/access/session-rules';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { hashPassword } from '../../platform/passwords.ts';
import { placeOf } from '../../platform/sign-in-tries.ts';
import { givePassword } from '../../testing/set-password.ts';
import { startTestApp, type TestApp } from '../../testing/test-app.ts';
import { ACCOUNTS, buildWorld, WORLD } from '../../testing/world.ts';
import { tidySessions } from './sessions.service.ts';

const PASSWORD = 'purple kettle morning';
const ASHA = 'asha@harbourside.example';

let world: TestApp;
beforeAll(async () => {
  world = await startTestApp({ config: { trustedProxies: ['127.0.0.1'] } });
  await buildWorld(world);
  for (const id of Object.values(ACCOUNTS)) await givePassword(world.database.ownerDb, id, PASSWORD, world.clock.now());
});
afterAll(() => world.close());
beforeEach(async () => {
  await world.database.ownerDb.deleteFrom('sign_in_failures').execute();
});

interface SignIn {
  readonly email?: string;
  readonly password?: string;
  readonly councilSlug?: string;
  readonly from?: string;
  readonly headers?: Record<string, string>;
  readonly cookies?: Record<string, string>;
}

function signIn({ email = ASHA, password = PASSWORD, councilSlug, from = '192.0.2.1', headers, cookies }: SignIn = {}) {
  return world.app.inject({
    method: 'POST',
    url: '/api/session',
    headers: { 'x-forwarded-for': from, ...headers },
    ...(cookies ? { cookies } : {}),
    payload: { email, password, ...(councilSlug === undefined ? {} : { councilSlug }) },
  });
}

type Answer = Awaited<ReturnType<typeof signIn>>;

function cookie(answer: Answer, name: string) {
  return answer.cookies.find((each) => each.name === name);
}

function refresh(token: string, headers: Record<string, string> = {}) {
  return world.app.inject({ method: 'POST', url: '/api/session/refresh', cookies: { sm_refresh: token }, headers });
}

function whoAmI(accessToken: string) {
  return world.app.inject({ url: '/api/session', headers: { authorization: `Bearer ${accessToken}` } });
}

function refreshTokenOf(answer: Answer): string {
  return cookie(answer, 'sm_refresh')?.value ?? '';
}

async function auditEvents(councilId: string = WORLD.council): Promise<string[]> {
  const rows = await inTransaction(world.database.db, councilId, (tx) =>
    tx.selectFrom('audit_entries').select('event').orderBy('id').execute(),
  );
  return rows.map((row) => row.event);
}

describe('signing in', () => {
  test('answers an access token that works as a Bearer token, and leaves a trace', async () => {
    const answer = await signIn();
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['cache-control']).toBe('no-store');
    const { accessToken } = answer.json();
    const me = (await whoAmI(accessToken)).json();
    expect(me).toMatchObject({
      signedIn: true,
      accountId: ACCOUNTS.asha,
      email: ASHA,
      councilId: WORLD.council,
      councilName: 'Harbourside Council',
      councils: [{ slug: 'harbourside', name: 'Harbourside Council' }],
      roles: [
        {
          role: 'budget-holder',
          personId: WORLD.asha,
          organisationId: null,
          organisationName: null,
          organisationSlug: null,
        },
      ],
      demonstration: false,
      lookAround: false,
    });
    expect(me.csrfToken).toEqual(expect.any(String));
    expect(await auditEvents()).toContain('session.created');
  });

  test('sets cookies that scripts cannot read and other sites do not carry', async () => {
    const answer = await signIn();
    expect(cookie(answer, 'sm_access')).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/', maxAge: 600 });
    expect(cookie(answer, 'sm_refresh')).toMatchObject({ httpOnly: true, sameSite: 'Strict', path: '/api/session' });
    expect(cookie(answer, 'sm_device')).toMatchObject({ httpOnly: true, sameSite: 'Strict', path: '/api/session' });
  });

  test('reads the address without regard to capitals or spaces around it', async () => {
    expect((await signIn({ email: ` ${ASHA.toUpperCase()} ` })).statusCode).toBe(200);
  });

  test('keeps only hashes: no password, no refresh token', async () => {
    const token = refreshTokenOf(await signIn());
    const sessions = await world.database.ownerDb.selectFrom('sessions').selectAll().execute();
    expect(JSON.stringify(sessions)).not.toContain(token);
    const account = await world.database.ownerDb
      .selectFrom('account_credentials')
      .select('secret_hash')
      .where('account_id', '=', ACCOUNTS.asha)
      .executeTakeFirstOrThrow();
    expect(account.secret_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  test('answers the same bytes for a wrong password and an unknown, unproved or closed address', async () => {
    const { ownerDb } = world.database;
    const at = world.clock.now();
    const base = { name: 'Odd', created_at: at };
    await ownerDb
      .insertInto('accounts')
      .values([
        { ...base, id: 'acc_unproved000000000000000000', email: 'unproved@harbourside.example' },
        {
          ...base,
          id: 'acc_closed00000000000000000000',
          email: 'closed@harbourside.example',
          email_confirmed_at: at,
          closed_at: at,
        },
      ])
      .execute();
    await ownerDb
      .insertInto('account_credentials')
      .values(
        await Promise.all(
          ['unproved000000000000000000', 'closed00000000000000000000'].map(async (body) => ({
            id: `cred_${body}`,
            account_id: `acc_${body}`,
            kind: 'password',
            secret_hash: await hashPassword(PASSWORD),
            created_at: at,
          })),
        ),
      )
      .execute();
    await ownerDb
      .insertInto('account_councils')
      .values(
        ['acc_unproved000000000000000000', 'acc_closed00000000000000000000'].map((account_id) => ({
          account_id,
          council_id: WORLD.council,
        })),
      )
      .execute();
    const answers = [
      await signIn({ password: 'not the password' }),
      await signIn({ email: 'no-account@harbourside.example' }),
      await signIn({ email: 'unproved@harbourside.example' }),
      await signIn({ email: 'closed@harbourside.example' }),
    ];
    const plain = answers.map((answer) => answer.body.replace(/"requestId":"[^"]*"/, ''));
    expect(answers.map((answer) => answer.statusCode)).toEqual([401, 401, 401, 401]);
    expect(new Set(plain).size).toBe(1);
    expect(answers.every((answer) => answer.cookies.length === 0)).toBe(true);
    expect(await auditEvents()).toContain('session.refused');
  });

  test('an address without an account costs the same work as one with an account: each refusal is noted once', async () => {
    const refusals = async () =>
      (
        await world.database.ownerDb
          .selectFrom('audit_entries')
          .select('record_id')
          .where('event', '=', 'session.refused')
          .execute()
      ).map((row) => row.record_id);
    const counts = async () => {
      const noted = await refusals();
      return {
        ofAsha: noted.filter((id) => id === ACCOUNTS.asha).length,
        ofNoAccount: noted.filter((id) => id === null).length,
      };
    };
    const before = await counts();
    await signIn({ password: 'not the right one' });
    await signIn({ email: 'no-account-at-all@harbourside.example' });
    expect(await counts()).toEqual({ ofAsha: before.ofAsha + 1, ofNoAccount: before.ofNoAccount + 1 });
  });

  test('refuses an unknown field', async () => {
    const answer = await world.app.inject({
      method: 'POST',
      url: '/api/session',
      payload: { email: ASHA, password: PASSWORD, admin: true },
    });
    expect(answer.statusCode).toBe(400);
    expect(answer.json()).toMatchObject({ code: 'request.invalid', errors: [{ pointer: '/admin' }] });
  });

  test('cannot be caused by another site, and an old cookie does not stand in its way', async () => {
    expect((await signIn({ headers: { 'sec-fetch-site': 'cross-site' } })).json()).toMatchObject({
      code: 'csrf.missing',
    });
    expect((await signIn({ headers: { 'sec-fetch-site': 'same-site' } })).statusCode).toBe(403);
    expect((await signIn({ headers: { origin: 'https://evil.example' } })).statusCode).toBe(403);
    expect((await signIn({ headers: { origin: 'null' } })).statusCode).toBe(403);
    expect((await signIn({ headers: { origin: 'http://localhost:3000' } })).statusCode).toBe(200);
    const first = await signIn({ headers: { 'sec-fetch-site': 'same-origin' } });
    const again = await signIn({ cookies: { sm_access: first.json().accessToken, sm_refresh: refreshTokenOf(first) } });
    expect(again.statusCode).toBe(200);
  });
});

describe('wrong passwords', () => {
  async function failFrom(from: string, email = ASHA, times = FREE_TRIES): Promise<void> {
    for (let index = 0; index < times; index += 1) {
      expect((await signIn({ from, email, password: 'not the password' })).statusCode).toBe(401);
    }
  }

  test('make that place wait for that address, with a number of seconds, even for the right password', async () => {
    await failFrom('192.0.2.66');
    const answer = await signIn({ from: '192.0.2.66' });
    expect(answer.statusCode).toBe(429);
    expect(answer.headers['retry-after']).toBe('30');
    expect(answer.json()).toMatchObject({ code: 'session.wait', details: { waitSeconds: 30 } });
  });

  test('never lock out the owner in another place', async () => {
    await failFrom('192.0.2.66');
    expect((await signIn({ from: '192.0.2.2' })).statusCode).toBe(200);
  });

  test('never lock out someone else in the same place', async () => {
    await failFrom('192.0.2.66');
    expect((await signIn({ from: '192.0.2.66', email: 'broker@harbourside.example' })).statusCode).toBe(200);
  });

  test('never lock out the owner in a browser that signed in before, even from the very same place', async () => {
    const device = cookie(await signIn({ from: '192.0.2.66' }), 'sm_device')?.value ?? '';
    await failFrom('192.0.2.66');
    expect((await signIn({ from: '192.0.2.66' })).statusCode).toBe(429);
    expect((await signIn({ from: '192.0.2.66', cookies: { sm_device: device } })).statusCode).toBe(200);
    const forged = `${device.slice(0, 22)}.${'A'.repeat(43)}.${device.slice(-43)}`;
    expect((await signIn({ from: '192.0.2.66', cookies: { sm_device: forged } })).statusCode).toBe(429);
    const other = await signIn({ from: '192.0.2.66', email: 'broker@harbourside.example' });
    const foreign = cookie(other, 'sm_device')?.value ?? '';
    expect((await signIn({ from: '192.0.2.66', cookies: { sm_device: foreign } })).statusCode).toBe(429);
  });

  test('make one wait alike for an address without an account', async () => {
    await failFrom('192.0.2.66', 'no-account@harbourside.example');
    expect((await signIn({ from: '192.0.2.66', email: 'no-account@harbourside.example' })).statusCode).toBe(429);
  });

  test('are forgotten after the wait, when the right one comes', async () => {
    await failFrom('192.0.2.66');
    world.clock.advance({ seconds: 30 });
    expect((await signIn({ from: '192.0.2.66' })).statusCode).toBe(200);
    await failFrom('192.0.2.66', ASHA, FREE_TRIES - 1);
    expect((await signIn({ from: '192.0.2.66' })).statusCode).toBe(200);
  });

  test('sent all at once are still counted one by one', async () => {
    const answers = await Promise.all(
      Array.from({ length: FREE_TRIES + 8 }, () => signIn({ from: '192.0.2.66', password: 'not the password' })),
    );
    expect(answers.filter((answer) => answer.statusCode === 401)).toHaveLength(FREE_TRIES);
    expect(answers.filter((answer) => answer.statusCode === 429)).toHaveLength(8);
  });

  test('for many addresses from one place make that place wait for all, and no other place', async () => {
    await world.database.ownerDb.deleteFrom('sign_in_failures').execute();
    for (let index = 0; index < 10; index += 1) await failFrom('192.0.2.67', `guess${index}@harbourside.example`);
    expect((await signIn({ from: '192.0.2.67' })).statusCode).toBe(429);
    expect((await signIn({ from: '192.0.2.68' })).statusCode).toBe(200);
    world.clock.advance({ minutes: 15 });
    expect((await signIn({ from: '192.0.2.67' })).statusCode).toBe(200);
  });

  test('for one account from many places make new places wait, and no browser that it used before', async () => {
    await world.database.ownerDb.deleteFrom('sign_in_failures').execute();
    const device = cookie(await signIn({ from: '192.0.2.70' }), 'sm_device')?.value ?? '';
    for (let index = 0; index < 50; index += 1) await failFrom(`198.51.100.${index}`, ASHA, 1);
    expect((await signIn({ from: '192.0.2.70' })).statusCode).toBe(429);
    expect((await signIn({ from: '192.0.2.70', cookies: { sm_device: device } })).statusCode).toBe(200);
    expect((await signIn({ from: '192.0.2.70', email: 'broker@harbourside.example' })).statusCode).toBe(200);
    world.clock.advance({ minutes: 15 });
    expect((await signIn({ from: '192.0.2.70' })).statusCode).toBe(200);
  });

  test('right passwords sent all at once are all let in', async () => {
    const answers = await Promise.all(Array.from({ length: 15 }, () => signIn({ from: '192.0.2.69' })));
    expect(answers.every((answer) => answer.statusCode === 200)).toBe(true);
  });

  test('from one household are one place, whichever of its addresses they use', () => {
    expect(placeOf('2001:db8:0:1::1')).toBe(placeOf('2001:0db8::1:a:b:c:d'));
    expect(placeOf('2001:db8:0:1::1')).not.toBe(placeOf('2001:db8:0:2::1'));
    expect(placeOf('::ffff:192.0.2.1')).not.toBe(placeOf('::ffff:192.0.2.2'));
  });
});

describe('a refresh token', () => {
  test('gives a new access token and another refresh token', async () => {
    const first = refreshTokenOf(await signIn());
    world.clock.advance({ minutes: 9 });
    const answer = await refresh(first);
    expect(answer.statusCode).toBe(200);
    expect(refreshTokenOf(answer)).not.toBe(first);
    expect((await whoAmI(answer.json().accessToken)).json()).toMatchObject({ signedIn: true });
  });

  test('used twice ends the whole session, for the thief and for the owner', async () => {
    const first = refreshTokenOf(await signIn());
    const renewed = await refresh(first);
    world.clock.advance({ seconds: 11 });
    expect((await refresh(first)).json()).toMatchObject({ code: 'session.expired' });
    expect((await refresh(refreshTokenOf(renewed))).statusCode).toBe(401);
    expect((await whoAmI(renewed.json().accessToken)).json()).toMatchObject({ signedIn: false });
    expect(await auditEvents()).toContain('session.reused');
  });

  test('older than the last ends the session at once, even within the grace', async () => {
    const first = refreshTokenOf(await signIn());
    const second = refreshTokenOf(await refresh(first));
    const third = refreshTokenOf(await refresh(second));
    expect((await refresh(first)).statusCode).toBe(401);
    expect((await refresh(third)).statusCode).toBe(401);
  });

  test('shown by two tabs at the same moment gives both the same successor, so that neither is signed out', async () => {
    const first = refreshTokenOf(await signIn());
    const answers = await Promise.all(Array.from({ length: 6 }, () => refresh(first)));
    expect(answers.map((answer) => answer.statusCode)).toEqual([200, 200, 200, 200, 200, 200]);
    expect(new Set(answers.map(refreshTokenOf)).size).toBe(1);
    world.clock.advance({ minutes: 5 });
    expect((await refresh(refreshTokenOf(answers[0] as Answer))).statusCode).toBe(200);
  });

  test('shared by a thief within the grace is found out when either renews next', async () => {
    const first = refreshTokenOf(await signIn());
    const owner = refreshTokenOf(await refresh(first));
    const thief = refreshTokenOf(await refresh(first));
    world.clock.advance({ minutes: 5 });
    const ownersNext = await refresh(owner);
    expect(ownersNext.statusCode).toBe(200);
    world.clock.advance({ minutes: 5 });
    expect((await refresh(thief)).statusCode).toBe(401);
    expect((await refresh(refreshTokenOf(ownersNext))).statusCode).toBe(401);
  });

  test('that is made up ends no session', async () => {
    const token = refreshTokenOf(await signIn());
    const [sessionId] = token.split('.');
    expect((await refresh(`${sessionId}.${'x'.repeat(43)}.${'y'.repeat(43)}`)).statusCode).toBe(401);
    expect((await refresh(token)).statusCode).toBe(200);
  });

  test('is not taken from a request that another site caused', async () => {
    const token = refreshTokenOf(await signIn());
    expect((await refresh(token, { 'sec-fetch-site': 'cross-site' })).statusCode).toBe(403);
    expect((await refresh(token)).statusCode).toBe(200);
  });

  test('no longer works after a week without use, nor after thirty days of use', async () => {
    const unused = refreshTokenOf(await signIn());
    let used = refreshTokenOf(await signIn());
    for (let day = 0; day < 30; day += 5) {
      world.clock.advance({ days: 5 });
      const answer = await refresh(used);
      expect(answer.statusCode).toBe(day < 25 ? 200 : 401);
      used = refreshTokenOf(answer) || used;
      if (day === 5) expect((await refresh(unused)).statusCode).toBe(401);
    }
  });

  test('is missed gently: the session says whether renewing is worth a try', async () => {
    const answer = await signIn();
    const withRefresh = await world.app.inject({
      url: '/api/session',
      cookies: { sm_refresh: refreshTokenOf(answer) },
    });
    expect(withRefresh.json()).toMatchObject({ signedIn: false, renewable: true });
    expect((await world.app.inject('/api/session')).json()).toMatchObject({ signedIn: false, renewable: false });
  });
});

describe('signing out', () => {
  test('ends the session at once and clears the cookies', async () => {
    const { accessToken } = (await signIn()).json();
    const answer = await world.app.inject({
      method: 'DELETE',
      url: '/api/session',
      headers: { authorization: `Bearer ${accessToken}` },
    });
    expect(answer.statusCode).toBe(204);
    expect(cookie(answer, 'sm_access')).toMatchObject({ value: '', path: '/' });
    expect(cookie(answer, 'sm_refresh')).toMatchObject({ value: '', path: '/api/session' });
    expect((await whoAmI(accessToken)).json()).toMatchObject({ signedIn: false });
    expect(await auditEvents()).toContain('session.ended');
  });

  test('works with the refresh token alone, when the access token has run out', async () => {
    const token = refreshTokenOf(await signIn());
    const answer = await world.app.inject({ method: 'DELETE', url: '/api/session', cookies: { sm_refresh: token } });
    expect(answer.statusCode).toBe(204);
    expect((await refresh(token)).statusCode).toBe(401);
  });

  test('by cookie needs the token that only our pages know', async () => {
    const signedIn = await signIn();
    const { accessToken, csrfToken } = signedIn.json();
    const signOut = (headers: Record<string, string>) =>
      world.app.inject({ method: 'DELETE', url: '/api/session', cookies: { sm_access: accessToken }, headers });
    const refused = await signOut({});
    expect([refused.statusCode, refused.json().code]).toEqual([403, 'csrf.missing']);
    expect((await signOut({ 'x-csrf-token': 'wrong' })).statusCode).toBe(403);
    expect((await signOut({ 'x-csrf-token': csrfToken })).statusCode).toBe(204);
  });

  test('everywhere ends every session of the account and no other session', async () => {
    const first = (await signIn()).json().accessToken;
    const second = (await signIn()).json().accessToken;
    const other = (await signIn({ email: 'broker@harbourside.example' })).json().accessToken;
    const everywhere = (token: string | null) =>
      world.app.inject({
        method: 'DELETE',
        url: '/api/sessions',
        headers: token === null ? {} : { authorization: `Bearer ${token}` },
      });
    expect((await everywhere(null)).statusCode).toBe(401);
    expect((await everywhere(first)).statusCode).toBe(204);
    expect((await whoAmI(second)).json().signedIn).toBe(false);
    expect((await whoAmI(other)).json().signedIn).toBe(true);
    expect(await auditEvents()).toContain('session.ended-everywhere');
  });
});

describe('roles and councils', () => {
  test('a role that ends no longer counts at the next request', async () => {
    const { accessToken } = (await signIn({ email: 'administrator@harbourside.example' })).json();
    const headers = { authorization: `Bearer ${accessToken}` };
    expect((await world.app.inject({ url: '/api/memberships', headers })).statusCode).toBe(200);
    const set = (ended_at: ReturnType<TestApp['clock']['now']> | null) =>
      world.database.ownerDb
        .updateTable('memberships')
        .set({ ended_at })
        .where('account_id', '=', ACCOUNTS.administrator)
        .execute();
    await set(world.clock.now());
    expect((await world.app.inject({ url: '/api/memberships', headers })).statusCode).toBe(403);
    await set(null);
    expect((await world.app.inject({ url: '/api/memberships', headers })).statusCode).toBe(200);
  });

  test('an account in two councils chooses one, and may go on in the other with its roles there', async () => {
    const { ownerDb } = world.database;
    await ownerDb
      .insertInto('account_councils')
      .values({ account_id: ACCOUNTS.auditor, council_id: WORLD.elsewhere })
      .execute();
    await ownerDb
      .insertInto('memberships')
      .values({
        council_id: WORLD.elsewhere,
        id: 'mem_elsewhereeditor00000000000',
        account_id: ACCOUNTS.auditor,
        role: 'editor',
      })
      .execute();
    const email = 'auditor@harbourside.example';
    const { accessToken } = (await signIn({ email, councilSlug: 'harbourside' })).json();
    expect((await whoAmI(accessToken)).json()).toMatchObject({
      councilSlug: 'harbourside',
      roles: [{ role: 'auditor' }],
    });
    const go = (councilSlug: string) =>
      world.app.inject({
        method: 'PUT',
        url: '/api/session/council',
        headers: { authorization: `Bearer ${accessToken}` },
        payload: { councilSlug },
      });
    expect((await go('elsewhere')).json()).toMatchObject({ councilSlug: 'elsewhere', roles: [{ role: 'editor' }] });
    expect((await whoAmI(accessToken)).json()).toMatchObject({ councilSlug: 'elsewhere', roles: [{ role: 'editor' }] });
    expect((await go('nowhere')).json()).toMatchObject({ code: 'session.council_unknown' });
    expect(await auditEvents(WORLD.elsewhere)).toContain('session.council-switched');
    const back = (await signIn({ email })).json();
    expect((await whoAmI(back.accessToken)).json(), 'back where they were last').toMatchObject({
      councilSlug: 'elsewhere',
    });
  });

  test('a council that the account has no place in is refused, after the password was right', async () => {
    expect((await signIn({ councilSlug: 'elsewhere' })).json()).toMatchObject({ code: 'session.council_unknown' });
    expect((await signIn({ councilSlug: 'elsewhere', password: 'wrong one' })).json()).toMatchObject({
      code: 'session.credentials_wrong',
    });
  });

  test('a made-up council opens only in demonstration mode', async () => {
    const set = (demonstration: boolean) =>
      world.database.ownerDb.updateTable('councils').set({ demonstration }).where('id', '=', WORLD.council).execute();
    await set(true);
    expect((await signIn()).statusCode).toBe(401);
    await set(false);
    expect((await signIn()).statusCode).toBe(200);
  });
});

test('tidying removes what is long over and nothing that still opens something', async () => {
  const token = refreshTokenOf(await signIn());
  world.clock.advance({ days: 6 });
  await tidySessions(world.database.ownerDb, world.clock);
  const kept = await refresh(token);
  expect(kept.statusCode).toBe(200);
  await signIn({ password: 'wrong' });
  await world.app.inject({ method: 'POST', url: '/api/password-resets', payload: { email: ASHA } });
  world.clock.advance({ days: 60 });
  await tidySessions(world.database.ownerDb, world.clock);
  const { ownerDb } = world.database;
  expect(await ownerDb.selectFrom('sessions').select('id').execute()).toEqual([]);
  expect(await ownerDb.selectFrom('sign_in_failures').selectAll().execute()).toEqual([]);
  expect(await ownerDb.selectFrom('one_time_links').selectAll().execute()).toEqual([]);
});
