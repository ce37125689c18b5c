// Trouble around us (a database that is busy, full or gone; a full disk) is told apart from faults of ours, with a time to try again.

import { createDb } from '@support-market/db/pool';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildApp } from '../app.ts';
import { troubleOf } from '../platform/trouble.ts';
import { startTestApp, type TestApp } from '../testing/test-app.ts';

let world: TestApp;
let somebody: { readonly authorization: string };
beforeAll(async () => {
  world = await startTestApp();
  somebody = {
    authorization: `Bearer ${world.app.jwt.sign({ sid: 'ses_absent', iat: 1_700_000_000 }, { expiresIn: '9999d' })}`,
  };
  // Stands where every signed-in request asks first, and fails as it is told to.
  const { ownerDb } = world.database;
  await sql`create table faults (code text)`.execute(ownerDb);
  await sql`create or replace function session_viewer(in_session text, in_at timestamptz) returns jsonb
    language plpgsql stable security definer set search_path = public as $$
    begin
      raise exception 'a row of somebody' using errcode = (select code from faults);
    end $$`.execute(ownerDb);
});
afterAll(() => world.close());

test.each([
  ['the disk of the database is full', '53100', 'service.unavailable', '30'],
  ['the database is out of memory', '53200', 'service.unavailable', '30'],
  ['it has too many connections', '53300', 'service.busy', '5'],
  ['a lock does not come free', '55P03', 'service.busy', '5'],
  ['a statement runs out of time', '57014', 'service.busy', '5'],
  ['it is told to stop', '57P01', 'service.unavailable', '30'],
  ['it only reads', '25006', 'service.unavailable', '30'],
  ['a pooler refuses', '08P01', 'service.unavailable', '30'],
  ['the same two meet each time', '40P01', 'service.busy', '5'],
])('when %s, the answer is 503 with a time to try again', async (_, sqlstate, code, seconds) => {
  await sql`delete from faults`.execute(world.database.ownerDb);
  await sql`insert into faults values (${sqlstate})`.execute(world.database.ownerDb);
  const answer = await world.app.inject({ url: '/api/orders', headers: somebody });
  expect(answer.statusCode).toBe(503);
  expect(answer.headers['content-type']).toContain('application/problem+json');
  expect(answer.headers['retry-after']).toBe(seconds);
  expect(answer.json()).toMatchObject({ code, status: 503 });
  expect(answer.body).not.toContain('somebody');
});

test('a fault of ours in the database is still a 500, which is not worth a second try', async () => {
  await sql`update faults set code = '22012'`.execute(world.database.ownerDb);
  const answer = await world.app.inject({ url: '/api/orders', headers: somebody });
  expect(answer.statusCode).toBe(500);
  expect(answer.headers['retry-after']).toBeUndefined();
});

test('when nothing answers at the address of the database, the answer is 503', async () => {
  const gone = createDb('postgres://no-login:nothing@127.0.0.1:1/nothing', { max: 1, role: 'app' });
  const app = await buildApp({ ...world.context, db: gone, reads: gone, identities: gone });
  try {
    for (const request of [{ url: '/api/listings?words=care' }, { url: '/api/orders', headers: somebody }]) {
      const answer = await app.inject(request);
      expect(answer.statusCode).toBe(503);
      expect(answer.json()).toMatchObject({ code: 'service.unavailable' });
    }
  } finally {
    await app.close();
    await gone.destroy();
  }
});

test('when every connection stays taken, the answer is 503 after a wait', async () => {
  const one = createDb(world.database.appUrl, { max: 1, role: 'app', connectMillis: 50 });
  const app = await buildApp({ ...world.context, reads: one });
  try {
    const answer = await one.connection().execute(async () => app.inject({ url: '/api/listings?words=care' }));
    expect(answer.statusCode).toBe(503);
    expect(answer.json()).toMatchObject({ code: 'service.busy' });
  } finally {
    await app.close();
    await one.destroy();
  }
});

test('a disk of our own that is full is trouble too, and a missing file is not', () => {
  const failed = (code: string) => troubleOf(Object.assign(new Error('write failed'), { code }));
  expect(failed('ENOSPC')).toBe('service.unavailable');
  expect(failed('ENOENT')).toBeUndefined();
});
