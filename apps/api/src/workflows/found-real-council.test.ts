// The command that founds a real council, run as a command on a fresh database, from typing to signing in.

import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runCommand } from '../failure/child-process.ts';
import { systemClock } from '../ports/clock/clock.ts';
import { startTestApp, type TestApp } from '../testing/test-app.ts';

const RIVERSIDE = {
  name: 'Riverside Council',
  slug: 'riverside',
  code: 'RIV',
  email: 'support@riverside.example',
  address: 'Town Hall, High Street',
  city: 'Riverside',
  postcode: 'hb9 1aa',
  administrator: 'Ada Lovelace <Ada@riverside.example>',
};
const PASSWORD = 'purple kettle morning';

let world: TestApp;
beforeAll(async () => {
  // The command writes at the true time, so the API that takes its invitation lives then too.
  world = await startTestApp({ now: systemClock().now().toString() });
});
afterAll(() => world.close());

const ENVIRONMENT = (): NodeJS.ProcessEnv => ({
  DATABASE_URL: world.database.url,
  SESSION_SECRET: 'a secret that only this test knows, and long enough',
  SEAL_KEY: 'a seal key that only this test knows, and long enough',
  SMTP_URL: 'smtp://127.0.0.1:1',
  PUBLIC_URL: 'https://market.example',
});

const found = (values: Partial<typeof RIVERSIDE> = {}, environment: NodeJS.ProcessEnv = {}) =>
  runCommand(
    'found-council.ts',
    Object.entries({ ...RIVERSIDE, ...values }).map(([name, value]) => `--${name}=${value}`),
    { ...ENVIRONMENT(), ...environment },
  );

/** How many rows there are of everything that founding writes. */
async function rows(): Promise<object> {
  const counted = await sql<object>`
    select (select count(*)::int from councils) as councils, (select count(*)::int from invitations) as invitations,
           (select count(*)::int from one_time_links) as links, (select count(*)::int from mails) as mails,
           (select count(*)::int from audit_entries) as audits`.execute(world.database.ownerDb);
  return counted.rows[0] ?? {};
}

const post = (url: string, payload: object) => world.app.inject({ method: 'POST', url, payload });

test('a council is founded with the published settings, and who accepts the mail is its administrator', async () => {
  const { code, out, err } = await found();
  expect(code, err).toBe(0);
  const mail = await world.database.ownerDb.selectFrom('mails').selectAll().executeTakeFirstOrThrow();
  expect(out).toContain('Riverside Council is founded');
  expect(out).toContain(mail.id);
  expect(mail).toMatchObject({ recipient: 'ada@riverside.example' });
  expect(mail.body_text).toContain('Hello Ada Lovelace,');
  const council = await world.database.ownerDb.selectFrom('councils').selectAll().executeTakeFirstOrThrow();
  expect(council).toMatchObject({
    slug: 'riverside',
    code: 'RIV',
    postcode: 'HB9 1AA',
    demonstration: false,
  });
  const audit = await world.database.ownerDb.selectFrom('audit_entries').select(['event', 'account_id']).execute();
  expect(audit).toEqual([
    { event: 'council.founded', account_id: 'system' },
    { event: 'invitation.sent', account_id: 'system' },
  ]);
  const again = (more: string[] = []) =>
    runCommand(
      'found-council.ts',
      ['--again', '--slug=riverside', `--administrator=${RIVERSIDE.administrator}`, ...more],
      ENVIRONMENT(),
    );
  const second = await again();
  expect(second.code, second.err).toBe(0);
  const mails = await world.database.ownerDb.selectFrom('mails').select(['id', 'body_text']).orderBy('id').execute();
  expect(mails).toHaveLength(2);
  world.clock.set(systemClock().now());
  const old = /https:\/\/market\.example\/invitations\/([\w-]+)/.exec(mail.body_text)?.[1];
  const stale = await post('/api/invitations/accept', { token: old, name: 'Ada Lovelace', password: PASSWORD });
  expect(stale.statusCode).not.toBe(200);
  const newest = mails.find(({ id }) => id !== mail.id)?.body_text ?? '';
  const token = /https:\/\/market\.example\/invitations\/([\w-]+)/.exec(newest)?.[1];
  world.clock.set(systemClock().now());
  const accepted = await post('/api/invitations/accept', { token, name: 'Ada Lovelace', password: PASSWORD });
  expect([accepted.statusCode, accepted.json()]).toEqual([200, { email: 'ada@riverside.example' }]);
  const session = await post('/api/session', { email: 'ada@riverside.example', password: PASSWORD });
  const authorization = `Bearer ${session.json().accessToken}`;
  const me = await world.app.inject({ url: '/api/session', headers: { authorization } });
  expect(me.json()).toMatchObject({ councilSlug: 'riverside', roles: [{ role: 'administrator' }] });
  const next = await world.app.inject({
    method: 'POST',
    url: '/api/invitations',
    headers: { authorization },
    payload: { email: 'fin@riverside.example', role: 'finance' },
  });
  expect(next.statusCode).toBe(201);
  const late = await again();
  expect([late.code, late.err]).toEqual([1, expect.stringContaining('The council has an administrator')]);
});

test.each([
  ['the same again', {}, {}, 'There is a council "riverside" already.'],
  ['another with a code that is taken', { slug: 'lakeside' }, {}, 'Another council has the code RIV.'],
  ['a slug with a space', { slug: 'lake side', code: 'LAK' }, {}, '--slug must be'],
  ['no address to invite', { slug: 'lakeside', code: 'LAK', administrator: 'Ada' }, {}, '--administrator must be'],
  ['no postcode', { slug: 'lakeside', code: 'LAK', postcode: '' }, {}, '--postcode is missing'],
  ['no way to send mail', { slug: 'lakeside', code: 'LAK' }, { SMTP_URL: '' }, 'SMTP_URL is missing'],
  ['demonstration mode', { slug: 'lakeside', code: 'LAK' }, { DEMONSTRATION: 'true' }, 'for the demonstration'],
])('%s ends with 1 and says why, and nothing is written', async (_, values, environment, sentence) => {
  const before = await rows();
  const { code, out, err } = await found(values, environment);
  expect(code).toBe(1);
  expect(err).toContain(sentence);
  expect(err).not.toMatch(/\bat .*\.ts:\d+/);
  expect(out).toBe('');
  expect(await rows()).toEqual(before);
});

test('beside a made-up council no real one is founded', async () => {
  const { ownerDb } = world.database;
  await ownerDb.updateTable('councils').set({ demonstration: true }).execute();
  const before = await rows();
  const { code, err } = await found({ slug: 'lakeside', code: 'LAK' });
  expect(code).toBe(1);
  expect(err).toContain('This database holds the demonstration.');
  expect(await rows()).toEqual(before);
});
