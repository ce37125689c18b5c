// Making an account, choosing a password and accepting an invitation, from route to row.

import { inTransaction } from '@support-market/db/transaction';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { givePassword } from '../../testing/set-password.ts';
import { startTestApp, type TestApp } from '../../testing/test-app.ts';
import { ACCOUNTS, buildWorld, WORLD } from '../../testing/world.ts';

const PASSWORD = 'purple kettle morning';
const NEW_PASSWORD = 'seven wooden ladders';
const ASHA = 'asha@harbourside.example';

let world: TestApp;
beforeAll(async () => {
  world = await startTestApp();
  await buildWorld(world);
});
afterAll(() => world.close());
beforeEach(async () => {
  const { ownerDb } = world.database;
  await ownerDb.deleteFrom('sign_in_failures').execute();
  await ownerDb.deleteFrom('mails').execute();
  await ownerDb.deleteFrom('account_credentials').where('account_id', '=', ACCOUNTS.asha).execute();
  await givePassword(ownerDb, ACCOUNTS.asha, PASSWORD, world.clock.now());
});

function post(url: string, payload: object, headers: Record<string, string> = {}) {
  // Ids sort by time, so time must pass.
  world.clock.advance({ milliseconds: 1 });
  return world.app.inject({ method: 'POST', url, payload, headers });
}

async function mails(): Promise<{ recipient: string; subject: string; body_text: string }[]> {
  return world.database.ownerDb
    .selectFrom('mails')
    .select(['recipient', 'subject', 'body_text'])
    .orderBy('id')
    .execute();
}

/** The token of the link in the latest mail. */
async function tokenInMail(): Promise<string> {
  return (await mails()).at(-1)?.body_text.match(/\/(?:reset-password|confirm-email|invitations)\/([\w-]+)/)?.[1] ?? '';
}

const signIn = (email: string, password: string) => post('/api/session', { email, password });

async function auditEvents(): Promise<string[]> {
  const rows = await inTransaction(world.database.db, WORLD.council, (tx) =>
    tx.selectFrom('audit_entries').select('event').orderBy('id').execute(),
  );
  return rows.map((row) => row.event);
}

describe('signing up', () => {
  const signUp = (values: object = {}) =>
    post('/api/accounts', {
      councilSlug: 'harbourside',
      name: 'Nia New',
      email: 'nia@public.example',
      password: PASSWORD,
      ...values,
    });

  test('mails a link; with it and the password the account can sign in, as itself alone', async () => {
    expect((await signUp()).statusCode).toBe(202);
    expect((await signIn('nia@public.example', PASSWORD)).statusCode).toBe(401);
    const token = await tokenInMail();
    const wrong = await post('/api/accounts/confirm', { token, password: 'not the password' });
    expect([wrong.statusCode, wrong.json().code]).toEqual([422, 'password.wrong']);
    const answer = await post('/api/accounts/confirm', { token, password: PASSWORD });
    expect([answer.statusCode, answer.json()]).toEqual([200, { email: 'nia@public.example', storeId: null }]);
    const session = await signIn('nia@public.example', PASSWORD);
    expect(session.statusCode).toBe(200);
    const me = await world.app.inject({
      url: '/api/session',
      headers: { authorization: `Bearer ${session.json().accessToken}` },
    });
    expect(me.json()).toMatchObject({ signedIn: true, name: 'Nia New', councilSlug: 'harbourside' });
    expect(me.json().roles).toMatchObject([{ role: 'budget-holder', organisationId: null }]);
    expect((await post('/api/accounts/confirm', { token, password: PASSWORD })).json()).toMatchObject({
      code: 'token.not_valid',
    });
    expect(await auditEvents()).toContain('account.confirmed');
  });

  test('answers the same for an address that has an account, and changes nothing of it', async () => {
    const fresh = await signUp({ email: 'fresh@public.example' });
    const known = await signUp({ email: ASHA, password: NEW_PASSWORD, name: 'Mallory' });
    expect([known.statusCode, known.body]).toEqual([fresh.statusCode, fresh.body]);
    expect((await mails()).at(-1)).toMatchObject({ recipient: ASHA, subject: 'You already have an account' });
    expect((await signIn(ASHA, PASSWORD)).statusCode).toBe(200);
    expect((await signIn(ASHA, NEW_PASSWORD)).statusCode).toBe(401);
  });

  test('by a stranger with someone else’s address never leaves the stranger’s password on it', async () => {
    const email = 'victim@public.example';
    await signUp({ email, password: NEW_PASSWORD });
    await signUp({ email, password: PASSWORD });
    await signUp({ email, password: NEW_PASSWORD });
    const answer = await post('/api/accounts/confirm', { token: await tokenInMail(), password: PASSWORD });
    expect(answer.json()).toMatchObject({ code: 'password.wrong' });
    expect((await signIn(email, NEW_PASSWORD)).statusCode).toBe(401);
  });

  test('twice at the same moment makes one account', async () => {
    const answers = await Promise.all(Array.from({ length: 6 }, () => signUp({ email: 'twin@public.example' })));
    expect(answers.every((answer) => answer.statusCode === 202)).toBe(true);
    const rows = await world.database.ownerDb
      .selectFrom('accounts')
      .select('id')
      .where('email', '=', 'twin@public.example')
      .execute();
    expect(rows).toHaveLength(1);
  });

  test('cannot flood one address with mails', async () => {
    for (let index = 0; index < 9; index += 1) await signUp({ email: 'flood@public.example' });
    expect(await mails()).toHaveLength(5);
  });

  test.each([
    ['a short password', { password: 'short' }, 422, '/password', 'password.too_short'],
    ['a well-known password', { password: 'Password1234' }, 422, '/password', 'password.too_common'],
    ['a password made of the name', { password: 'nia new 2026' }, 422, '/password', 'password.about_you'],
    ['an address that is none', { email: 'no-at-sign' }, 400, '/email', 'field.format'],
    ['no name', { name: '  ' }, 400, '/name', 'field.pattern'],
    ['an unknown council', { councilSlug: 'nowhere' }, 400, '/councilSlug', 'field.enum'],
    ['an unknown field', { role: 'administrator' }, 400, '/role', 'field.additionalProperties'],
  ])('refuses %s and says where', async (_what, values, status, pointer, code) => {
    const answer = await signUp(values);
    expect(answer.statusCode).toBe(status);
    expect(answer.json().errors).toMatchObject([{ pointer, code }]);
  });

  test('from another site is refused', async () => {
    const answer = await post('/api/accounts', { name: 'X' }, { 'sec-fetch-site': 'cross-site' });
    expect(answer.statusCode).toBe(403);
  });
});

describe('a new password', () => {
  const ask = (email: string) => post('/api/password-resets', { email });

  test('by a mailed link works once, ends every session, and is told by mail', async () => {
    const session = (await signIn(ASHA, PASSWORD)).json();
    expect((await ask(ASHA)).statusCode).toBe(202);
    const token = await tokenInMail();
    const weak = await post('/api/password-resets/use', { token, password: 'short' });
    expect(weak.json().errors).toMatchObject([{ pointer: '/password', code: 'password.too_short' }]);
    expect((await post('/api/password-resets/use', { token, password: NEW_PASSWORD })).statusCode).toBe(200);
    const again = await post('/api/password-resets/use', { token, password: PASSWORD });
    expect([again.statusCode, again.json().code]).toEqual([410, 'token.not_valid']);
    const me = await world.app.inject({
      url: '/api/session',
      headers: { authorization: `Bearer ${session.accessToken}` },
    });
    expect(me.json().signedIn).toBe(false);
    expect((await signIn(ASHA, PASSWORD)).statusCode).toBe(401);
    expect((await signIn(ASHA, NEW_PASSWORD)).statusCode).toBe(200);
    expect((await mails()).at(-1)?.subject).toBe('Your password has changed');
    expect(await auditEvents()).toEqual(
      expect.arrayContaining(['account.password-reset-asked', 'account.password-changed']),
    );
  });

  test('used by two at the same moment is won by one', async () => {
    await ask(ASHA);
    const token = await tokenInMail();
    const answers = await Promise.all(
      [NEW_PASSWORD, 'three green bottles'].map((password) => post('/api/password-resets/use', { token, password })),
    );
    expect(answers.map((answer) => answer.statusCode).sort()).toEqual([200, 410]);
  });

  test('is asked for with the same answer with or without an account, and mailed only where there is one', async () => {
    const [known, unknown] = [await ask(ASHA), await ask('no-account@harbourside.example')];
    expect([unknown.statusCode, unknown.body]).toEqual([known.statusCode, known.body]);
    expect((await mails()).map((mail) => mail.recipient)).toEqual([ASHA]);
  });

  test('link runs out after an hour, and an earlier one when a later is asked for', async () => {
    await ask(ASHA);
    const first = await tokenInMail();
    world.clock.advance({ minutes: 1 });
    await ask(ASHA);
    const second = await tokenInMail();
    expect((await post('/api/password-resets/use', { token: first, password: NEW_PASSWORD })).statusCode).toBe(410);
    world.clock.advance({ hours: 1 });
    expect((await post('/api/password-resets/use', { token: second, password: NEW_PASSWORD })).statusCode).toBe(410);
  });

  test('link is kept as a hash only, and cannot serve another purpose', async () => {
    await ask(ASHA);
    const token = await tokenInMail();
    const links = await world.database.ownerDb.selectFrom('one_time_links').selectAll().execute();
    expect(JSON.stringify(links)).not.toContain(token);
    expect((await post('/api/accounts/confirm', { token, password: PASSWORD })).statusCode).toBe(410);
    expect((await post('/api/invitations/accept', { token, name: 'X', password: PASSWORD })).statusCode).toBe(410);
  });

  test('of a signed-in person needs the current one, keeps this session and ends the others', async () => {
    const here = { authorization: `Bearer ${(await signIn(ASHA, PASSWORD)).json().accessToken}` };
    const there = { authorization: `Bearer ${(await signIn(ASHA, PASSWORD)).json().accessToken}` };
    const change = (payload: object, headers: Record<string, string> = here) =>
      world.app.inject({ method: 'PUT', url: '/api/account/password', payload, headers });
    expect((await change({ currentPassword: PASSWORD, newPassword: NEW_PASSWORD }, {})).statusCode).toBe(401);
    expect((await change({ currentPassword: 'wrong', newPassword: NEW_PASSWORD })).json().errors).toMatchObject([
      { pointer: '/currentPassword', code: 'password.wrong' },
    ]);
    expect((await change({ currentPassword: PASSWORD, newPassword: 'asha@harbourside' })).json().errors).toMatchObject([
      { pointer: '/newPassword', code: 'password.about_you' },
    ]);
    expect((await change({ currentPassword: PASSWORD, newPassword: NEW_PASSWORD })).statusCode).toBe(204);
    expect((await world.app.inject({ url: '/api/session', headers: here })).json().signedIn).toBe(true);
    expect((await world.app.inject({ url: '/api/session', headers: there })).json().signedIn).toBe(false);
  });
});

describe('an invitation', () => {
  let administrator: { authorization: string };
  beforeAll(async () => {
    administrator = await world.signIn(ACCOUNTS.administrator, WORLD.council);
  });
  const invite = (payload: object, headers: Record<string, string> = administrator) =>
    post('/api/invitations', payload, headers);
  const accept = (payload: object) => post('/api/invitations/accept', payload);

  test('begins the role when someone new accepts it, and not before', async () => {
    const email = 'worker@bright-care.example';
    const sent = await invite({ email, role: 'provider', organisationId: WORLD.agency });
    expect(sent.statusCode).toBe(201);
    expect(sent.json()).toMatchObject({ email, role: 'provider', organisationName: 'Bright Care', state: 'waiting' });
    const token = await tokenInMail();
    expect((await post('/api/invitations/view', { token })).json()).toEqual({
      email,
      councilName: 'Harbourside Council',
      role: 'provider',
      organisationName: 'Bright Care',
      hasAccount: false,
    });
    expect((await accept({ token })).json().errors).toMatchObject([{ pointer: '/name', code: 'field.required' }]);
    expect((await accept({ token, name: 'Wanda', password: 'short' })).json()).toMatchObject({
      code: 'password.too_short',
    });
    expect((await accept({ token, name: 'Wanda', password: PASSWORD })).json()).toEqual({ email });
    const { accessToken } = (await signIn(email, PASSWORD)).json();
    const me = await world.app.inject({ url: '/api/session', headers: { authorization: `Bearer ${accessToken}` } });
    expect(me.json().roles).toEqual([
      {
        role: 'provider',
        personId: null,
        organisationId: WORLD.agency,
        organisationName: 'Bright Care',
        organisationSlug: 'bright-care',
      },
    ]);
    expect((await accept({ token, name: 'Wanda', password: PASSWORD })).statusCode).toBe(410);
    expect(await auditEvents()).toEqual(expect.arrayContaining(['invitation.sent', 'invitation.accepted']));
  });

  test('to an address that has an account adds the role and touches neither name nor password', async () => {
    await invite({ email: ASHA, role: 'representative' });
    const token = await tokenInMail();
    expect((await post('/api/invitations/view', { token })).json()).toMatchObject({ hasAccount: true });
    expect((await accept({ token, name: 'Mallory', password: NEW_PASSWORD })).statusCode).toBe(200);
    expect((await signIn(ASHA, NEW_PASSWORD)).statusCode).toBe(401);
    const { accessToken } = (await signIn(ASHA, PASSWORD)).json();
    const me = (
      await world.app.inject({ url: '/api/session', headers: { authorization: `Bearer ${accessToken}` } })
    ).json();
    expect(me.name).toBe('asha');
    expect(me.roles.map(({ role }: { role: string }) => role).sort()).toEqual(['budget-holder', 'representative']);
  });

  test('takes a budget holder by the council’s own reference', async () => {
    const sent = await invite({ email: 'omar@public.example', role: 'budget-holder', personReference: 'P-4' });
    expect(sent.json()).toMatchObject({ personReference: 'P-4', state: 'waiting' });
  });

  test.each([
    ['a budget holder without the person', { role: 'budget-holder' }, '/personReference', 'field.required'],
    [
      'an unknown person',
      { role: 'budget-holder', personReference: 'P-99' },
      '/personReference',
      'invitation.not_known',
    ],
    [
      'a person of another council',
      { role: 'budget-holder', personId: 'per_elsewhere0000000000000000' },
      '/personId',
      'invitation.not_known',
    ],
    ['a provider without the organisation', { role: 'provider' }, '/organisationId', 'field.required'],
    [
      'an organisation for a role that has none',
      { role: 'auditor', organisationId: WORLD.agency },
      '/organisationId',
      'field.additionalProperties',
    ],
  ])('is refused for %s', async (_what, values, pointer, code) => {
    const answer = await invite({ email: 'x@public.example', ...values });
    expect(answer.statusCode).toBe(400);
    expect(answer.json().errors).toMatchObject([{ pointer, code }]);
  });

  test('is sent by administrators alone', async () => {
    const body = { email: 'x@public.example', role: 'administrator' };
    expect((await invite(body, {})).statusCode).toBe(401);
    expect((await invite(body, await world.signIn(ACCOUNTS.finance, WORLD.council))).statusCode).toBe(403);
  });

  test('withdrawn, or older than two weeks, no longer works; only its own council can withdraw it', async () => {
    const take = (id: string, headers: Record<string, string>) =>
      world.app.inject({ method: 'DELETE', url: `/api/invitations/${id}`, headers });
    const { id } = (await invite({ email: 'late@public.example', role: 'editor' })).json();
    const token = await tokenInMail();
    await world.database.ownerDb
      .insertInto('memberships')
      .values({
        council_id: WORLD.elsewhere,
        id: 'mem_elsewhereadmin0000000000',
        account_id: ACCOUNTS.elsewhere,
        role: 'administrator',
      })
      .execute();
    const stranger = await world.signIn(ACCOUNTS.elsewhere, WORLD.elsewhere);
    expect((await take(id, stranger)).statusCode).toBe(404);
    expect((await take(id, administrator)).statusCode).toBe(204);
    expect((await take(id, administrator)).statusCode).toBe(409);
    expect((await accept({ token, name: 'Late', password: PASSWORD })).statusCode).toBe(410);
    await invite({ email: 'later@public.example', role: 'editor' });
    const second = await tokenInMail();
    world.clock.advance({ days: 15 });
    expect((await post('/api/invitations/view', { token: second })).statusCode).toBe(410);
    const list = await world.app.inject({ url: '/api/invitations?limit=2', headers: administrator });
    expect(list.json().items.map((each: { state: string }) => each.state)).toEqual(['expired', 'withdrawn']);
    const next = await world.app.inject({
      url: `/api/invitations?cursor=${list.json().nextCursor}`,
      headers: administrator,
    });
    expect(next.json().items.length).toBeGreaterThan(0);
  });

  test('can be for an organisation found by a part of its name, where a percent sign is only a sign', async () => {
    const find = async (name: string) =>
      (await world.app.inject({ url: `/api/invitations/organisations?name=${name}`, headers: administrator })).json()
        .items;
    expect(await find('quay')).toEqual([{ id: WORLD.club, name: 'Quayside Club' }]);
    expect(await find('%25%25')).toEqual([]);
  });
});

describe('roles of a council', () => {
  test('are listed page by page, and end at the next request', async () => {
    const headers = await world.signIn(ACCOUNTS.administrator, WORLD.council);
    const broker = await world.signIn(ACCOUNTS.broker, WORLD.council);
    const seen: { id: string; email: string; role: string }[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page = await world.app.inject({ url: `/api/memberships?limit=5${cursor && `&cursor=${cursor}`}`, headers });
      const body: { items: typeof seen; nextCursor: string | null } = page.json();
      seen.push(...body.items);
      cursor = body.nextCursor;
    }
    expect(new Set(seen.map(({ id }) => id)).size).toBe(seen.length);
    expect(seen.every(({ email }) => !email.startsWith('elsewhere'))).toBe(true);
    const end = (id: string | undefined) =>
      world.app.inject({ method: 'DELETE', url: `/api/memberships/${id}`, headers });
    const own = seen.find(({ role }) => role === 'administrator');
    expect((await end(own?.id)).statusCode).toBe(409);
    expect((await end('mem_elsewhere0000000000000000')).statusCode).toBe(404);
    const brokers = seen.find(({ role }) => role === 'broker');
    expect((await end(brokers?.id)).statusCode).toBe(204);
    const me = await world.app.inject({ url: '/api/session', headers: broker });
    expect(me.json().roles).toEqual([]);
    expect(await auditEvents()).toContain('account.role-ended');
  });
});

const MAY_ORDER = {
  ...{ mayOrder: true, mayConfirm: false, mayManageMoney: false },
  ...{ orderLimitPence: null, monthLimitPence: null },
};

describe('an account without an e-mail address', () => {
  const as = (account: string) => world.signIn(account, WORLD.council);
  const hand = async (body: object, account: string = ACCOUNTS.practitioner, person: string = WORLD.asha) =>
    post(`/api/people/${person}/paper-accounts`, body, await as(account));
  const use = (signInName: string, code: string, password = NEW_PASSWORD) =>
    post('/api/paper-codes/use', { signInName, code, password });

  test('opens by the name and the code of a letter, once, and is of that person alone', async () => {
    const made = await hand({ name: 'Asha Patel', role: 'budget-holder', signInName: 'Asha.Patel' });
    expect(made.statusCode, made.body).toBe(201);
    const { code, signInName } = made.json();
    expect([signInName, code]).toEqual(['asha.patel', expect.stringMatching(/^[A-Z2-9]{4}(-[A-Z2-9]{4}){2}$/)]);
    const kept = await world.database.ownerDb.selectFrom('one_time_links').select('token_hash').execute();
    expect(JSON.stringify(kept)).not.toContain(code.replaceAll('-', ''));
    expect((await signIn(signInName, NEW_PASSWORD)).statusCode).toBe(401);
    // Typed as people type, and refused for a weak password without being used up.
    expect((await use(' ASHA.patel ', code, 'short')).json()).toMatchObject({ code: 'password.too_short' });
    expect((await use(' ASHA.patel ', code.toLowerCase().replaceAll('-', ' '))).statusCode).toBe(200);
    expect((await use(signInName, code)).json()).toMatchObject({ code: 'paper_code.wrong' });
    const session = await signIn('Asha.Patel', NEW_PASSWORD);
    const me = await world.app.inject({
      url: '/api/session',
      headers: { authorization: `Bearer ${session.json().accessToken}` },
    });
    expect(me.json()).toMatchObject({
      email: null,
      signInName,
      roles: [{ role: 'budget-holder', personId: WORLD.asha }],
    });
    expect(await auditEvents()).toEqual(expect.arrayContaining(['account.handed-over', 'paper-code.printed']));
  });

  test('gets a number where no name is chosen; a new code ends the one before, and each runs out in a week', async () => {
    const first = (await hand({ name: 'Nan Helper', role: 'representative' }, ACCOUNTS.administrator)).json();
    expect(first.signInName).toMatch(/^\d{4}-\d{4}$/);
    const headers = await as(ACCOUNTS.administrator);
    const again = async () => (await post('/api/paper-codes', { accountId: first.accountId }, headers)).json();
    const second = await again();
    expect((await use(first.signInName, first.code)).json()).toMatchObject({ code: 'paper_code.wrong' });
    expect((await use(first.signInName, second.code)).statusCode).toBe(200);
    const third = await again();
    world.clock.advance({ hours: 24 * 7 });
    expect((await use(first.signInName, third.code)).json()).toMatchObject({ code: 'paper_code.wrong' });
  });

  test('of a helper is opened again for one person’s mandate of today, never where they help others too', async () => {
    const helper = (await hand({ name: 'Hal Helper', role: 'representative' })).json();
    const mandateFor = (id: string, person: string, from: string) =>
      world.database.ownerDb
        .insertInto('mandates')
        .values({
          ...{ council_id: WORLD.council, id, person_id: person, account_id: helper.accountId, kind: 'representative' },
          ...{ may_order: true, may_confirm: true, may_manage_money: false },
          ...{ from_date: Temporal.PlainDate.from(from), until_date: Temporal.PlainDate.from('2027-03-31') },
        })
        .execute();
    const print = async (account: string) =>
      (await post(`/api/people/${WORLD.asha}/paper-codes`, { accountId: helper.accountId }, await as(account)))
        .statusCode;
    await mandateFor('man_helper0000000000000000001', WORLD.asha, '2026-12-01');
    expect(await print(ACCOUNTS.practitioner), 'it has not begun').toBe(404);
    await world.database.ownerDb
      .updateTable('mandates')
      .set({ from_date: Temporal.PlainDate.from('2026-04-01') })
      .where('account_id', '=', helper.accountId)
      .execute();
    expect(await print(ACCOUNTS.practitioner)).toBe(200);
    await mandateFor('man_helper0000000000000000002', WORLD.mother, '2026-04-01');
    expect(await print(ACCOUNTS.practitioner)).toBe(404);
  });

  test('tells of a new password by a letter that waits to be printed', async () => {
    const { signInName, code } = (await hand({ name: 'Asha Post', role: 'budget-holder' })).json();
    await use(signInName, code);
    const headers = await as(ACCOUNTS.administrator);
    const letters = async (state = 'waiting') =>
      (await world.app.inject({ url: `/api/letters?state=${state}`, headers })).json().items;
    const waiting = (await letters()).find((one: { recipientName: string }) => one.recipientName === 'Asha Post');
    expect(waiting).toMatchObject({ subject: 'Your password has changed', printedAt: null });
    const url = `/api/letters/${waiting.id}`;
    expect((await world.app.inject({ url, headers })).json()).toMatchObject({
      address: ['1 Quay Street', 'HB1 1AB'],
      text: expect.stringContaining('Asha Post'),
    });
    expect((await post(`${url}/print`, {}, headers)).statusCode).toBe(204);
    expect(await letters()).not.toContainEqual(waiting);
    expect(await letters('printed')).toMatchObject([{ id: waiting.id }]);
  });

  test('is told to the person when it is made and when a code is printed, by message and by letter or mail', async () => {
    const { ownerDb } = world.database;
    const told = async () => ({
      letters: await ownerDb
        .selectFrom('letters')
        .select(['subject', 'body_text'])
        .where('person_id', '=', WORLD.mother)
        .execute(),
      messages: await ownerDb
        .selectFrom('messages')
        .select('kind')
        .where('person_id', '=', WORLD.mother)
        .orderBy('created_at')
        .orderBy('id')
        .execute(),
    });
    const made = await hand({ name: 'Mum Paper', role: 'budget-holder' }, ACCOUNTS.administrator, WORLD.mother);
    expect(made.statusCode, made.body).toBe(201);
    const { accountId } = made.json();
    expect((await told()).messages).toEqual([{ kind: 'account.handed-over' }]);
    await post('/api/paper-codes', { accountId }, await as(ACCOUNTS.administrator));
    const { letters, messages } = await told();
    expect(messages).toEqual([{ kind: 'account.handed-over' }, { kind: 'paper-code.printed' }]);
    expect(letters.map(({ subject }) => subject)).toEqual(['An account was made for you', 'A new code was printed']);
    for (const { body_text } of letters) expect(body_text).toMatch(/Mum Paper.*tell your council at once: .*contact/is);
  });

  test('and the word that it may act for somebody take two officers, whichever comes first', async () => {
    const body = { ...MAY_ORDER, lineIds: null, fromDate: '2026-11-02', untilDate: '2027-03-31' };
    const mandate = async (holder: string, account: string) =>
      post(`/api/people/${WORLD.asha}/mandates`, { ...body, holder }, await as(account));
    const { accountId, signInName } = (await hand({ name: 'Two Hands', role: 'representative' })).json();
    expect((await mandate(signInName, ACCOUNTS.practitioner)).json()).toMatchObject({
      code: 'mandate.same_person',
      errors: [{ pointer: '/holder' }],
    });
    expect((await mandate(signInName, ACCOUNTS.administrator)).statusCode).toBe(201);
    const print = async (account: string) => post('/api/paper-codes', { accountId }, await as(account));
    expect((await print(ACCOUNTS.administrator)).json()).toMatchObject({ code: 'paper_code.same_person' });
    const again = await post(`/api/people/${WORLD.asha}/paper-codes`, { accountId }, await as(ACCOUNTS.practitioner));
    expect(again.statusCode).toBe(200);

    // An officer who sends both at one moment does only one of them. To change by a file what it may do is to let it act, too.
    const other = (await hand({ name: 'Four Hands', role: 'representative' })).json();
    const headers = await as(ACCOUNTS.administrator);
    const both = await Promise.all([
      post(`/api/people/${WORLD.asha}/mandates`, { ...body, holder: other.signInName }, headers),
      post('/api/paper-codes', { accountId: other.accountId }, headers),
    ]);
    expect(both.filter(({ statusCode }) => statusCode < 300)).toHaveLength(1);
    const made = { made_by: ACCOUNTS.manager, changed_by: [ACCOUNTS.administrator] };
    const { ownerDb } = world.database;
    await ownerDb.updateTable('mandates').set(made).where('account_id', '=', accountId).execute();
    expect((await print(ACCOUNTS.administrator)).json()).toMatchObject({ code: 'paper_code.same_person' });
  });

  test('is refused for a name that is taken, and slowed like a password where codes are guessed', async () => {
    await hand({ name: 'One', role: 'budget-holder', signInName: 'taken-name' });
    expect((await hand({ name: 'Two', role: 'budget-holder', signInName: 'TAKEN-name' })).json()).toMatchObject({
      errors: [{ pointer: '/signInName', code: 'sign_in_name.taken' }],
    });
    const answers: number[] = [];
    for (let tries = 0; tries < 12; tries += 1) answers.push((await use('taken-name', 'AAAA-BBBB-CCCC')).statusCode);
    expect(answers).toEqual([...Array.from({ length: 10 }, () => 422), 429, 429]);
  });
});

test('no one is invited, and no account is made, for a person who has died or left', async () => {
  const headers = await world.signIn(ACCOUNTS.administrator, WORLD.council);
  const ended = await post(
    `/api/people/${WORLD.stranger}/end`,
    { ending: 'left', lastDay: '2026-10-31', reason: '', seen: { visits: 0, backPence: 0, payIns: 0, mandates: 0 } },
    headers,
  );
  expect(ended.statusCode, ended.body).toBe(204);
  const invited = await post(
    '/api/invitations',
    { email: 'new@public.example', role: 'budget-holder', personId: WORLD.stranger },
    headers,
  );
  expect(invited.json()).toMatchObject({ errors: [{ pointer: '/personId', code: 'invitation.person_ended' }] });
  const made = await post(
    `/api/people/${WORLD.stranger}/paper-accounts`,
    { name: 'S', role: 'representative' },
    headers,
  );
  expect(made.json()).toMatchObject({ code: 'invitation.person_ended' });
});
