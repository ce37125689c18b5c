// The auditor proves their own council's books, and sees nothing of any other's.

import { inTransaction } from '@support-market/db/transaction';
import { lineAccount } from '@support-market/domain/ledger/accounts';
import { sql } from 'kysely';
import type { Static } from 'typebox';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { beginVerification } from '../features/ledger/verification.repo.ts';
import { startTestApp, type TestApp } from '../testing/test-app.ts';
import { ACCOUNTS, buildWorld, WORLD } from '../testing/world.ts';
import type { VerificationOut } from './verify-council.ts';

let world: TestApp;
beforeAll(async () => {
  world = await startTestApp();
  await buildWorld(world);
  await world.database.ownerDb
    .insertInto('memberships')
    .values({
      council_id: WORLD.elsewhere,
      id: 'mem_elsewhereauditor00000000',
      account_id: ACCOUNTS.auditor,
      role: 'auditor',
    })
    .execute();
});
afterAll(() => world.close());

async function verify(council: string): Promise<Static<typeof VerificationOut>> {
  const headers = await world.signIn(ACCOUNTS.auditor, council);
  const answer = await world.app.inject({ url: '/api/verification', headers });
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json();
}

test('says what it counted, and that the books balance', async () => {
  const proof = await verify(WORLD.council);
  expect(proof.balanced).toBe(true);
  expect(proof.checks.find(({ name }) => name === 'journals balance')?.counted).toBe(6);
  const entry = await world.database.ownerDb
    .selectFrom('audit_entries')
    .selectAll()
    .where('event', '=', 'ledger.verified')
    .executeTakeFirstOrThrow();
  expect(entry).toMatchObject({ account_id: ACCOUNTS.auditor, details: { balanced: true } });
});

test('a forged balance is found by its own council and is out of sight of another', async () => {
  const line = lineAccount(WORLD.ashaCare).id;
  await sql`update ledger_accounts set credits_posted = credits_posted + 1 where id = ${line}`.execute(
    world.database.ownerDb,
  );
  const own = await verify(WORLD.council);
  expect(own.balanced).toBe(false);
  expect(own.checks.flatMap(({ wrong }) => wrong)).toEqual([
    { what: 'its balance is not the sum of its entries', record: line },
  ]);
  const other = await verify(WORLD.elsewhere);
  expect(other.balanced).toBe(true);
  expect(other.checks.find(({ name }) => name === 'journals balance')?.counted).toBe(0);
});

test('while a council is being checked it is not checked again, and another council’s check goes on', async () => {
  const ask = async (council: string) =>
    world.app.inject({ url: '/api/verification', headers: await world.signIn(ACCOUNTS.auditor, council) });
  await inTransaction(world.database.db, WORLD.council, async (tx) => {
    expect(await beginVerification(tx, WORLD.council)).toBe(true);
    const second = await ask(WORLD.council);
    expect([second.statusCode, second.headers['content-type']]).toEqual([
      409,
      expect.stringContaining('application/problem+json'),
    ]);
    expect(second.json()).toMatchObject({ code: 'ledger.being_verified' });
    expect((await ask(WORLD.elsewhere)).statusCode).toBe(200);
  });
  expect((await ask(WORLD.council)).statusCode).toBe(200);
});

test('is for auditors and finance officers', async () => {
  expect((await world.app.inject('/api/verification')).statusCode).toBe(401);
  const headers = await world.signIn(ACCOUNTS.commissioner, WORLD.council);
  expect((await world.app.inject({ url: '/api/verification', headers })).statusCode).toBe(403);
});
