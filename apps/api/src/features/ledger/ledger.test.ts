// The ledger under attack: what it refuses, what it answers to repeats, and that a lost or forged penny shows.

import { inTransaction } from '@support-market/db/transaction';
import { accruedAccount, fundingAccount, lineAccount } from '@support-market/domain/ledger/accounts';
import type { Transfer } from '@support-market/domain/ledger/transfers';
import { pence } from '@support-market/domain/shared/money';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openAccounts, postTransfers } from '../../ports/ledger/ledger.repo.ts';
import { openSealKeys } from '../../ports/seal-keys/seal-keys.ts';
import { lineBalances } from '../../testing/line-balances.repo.ts';
import { careToSeed, seedConfirmedVisits } from '../../testing/seed-confirmed-visits.ts';
import { startTestApp, type TestApp } from '../../testing/test-app.ts';
import { buildWorld, WORLD } from '../../testing/world.ts';
import { type Proof, verifyBooks } from '../../workflows/verify-books.ts';

let world: TestApp;
const line = lineAccount(WORLD.motherCare).id;
const accrued = accruedAccount(WORLD.agency).id;

beforeAll(async () => {
  world = await startTestApp();
  await buildWorld(world);
  await inTransaction(world.database.db, WORLD.council, (tx) =>
    openAccounts(tx, WORLD.council, [accruedAccount(WORLD.agency)]),
  );
});
afterAll(() => world.close());

function post(transfers: readonly Transfer[], council: string = WORLD.council): Promise<number> {
  const now = world.clock.now();
  return inTransaction(world.database.db, council, (tx) =>
    postTransfers(tx, { councilId: council, effectiveAt: now, recordedAt: now, recordedBy: 'system' }, transfers),
  );
}

const verifyLedger = (): Promise<Proof> => verifyBooks(world.database.ownerDb, openSealKeys(world.context.config));

async function left(lineId: string = WORLD.motherCare): Promise<bigint | undefined> {
  const balances = await inTransaction(world.database.db, WORLD.council, (tx) =>
    lineBalances(tx, WORLD.council, [lineId]),
  );
  return balances.get(lineId)?.leftPence;
}

const reserve = (id: string, amount: number): Transfer => ({
  kind: 'pending',
  id,
  code: 'reserve',
  debit: line,
  credit: accrued,
  amountPence: pence(amount),
});

describe('the ledger', () => {
  test('answers a repeat with nothing new and refuses the same id with another body', async () => {
    expect(await post([reserve('tr_repeat', 100)])).toBe(1);
    expect(await post([reserve('tr_repeat', 100)])).toBe(0);
    await expect(post([reserve('tr_repeat', 101)])).rejects.toMatchObject({ constraint: 'ledger_other_body' });
    expect(await post([{ kind: 'void', id: 'tr_repeat_void', code: 'release', pendingId: 'tr_repeat' }])).toBe(1);
    expect(await left()).toBe(100_000n);
  });

  test('never lets a line go below zero, and leaves nothing of a refused batch', async () => {
    await expect(post([reserve('tr_part_one', 60_000), reserve('tr_part_two', 60_000)])).rejects.toMatchObject({
      constraint: 'ledger_accounts_never_below_zero',
    });
    expect(await left()).toBe(100_000n);
  });

  test('settles a reservation once, for no more than was reserved', async () => {
    await post([reserve('tr_once', 500)]);
    await expect(
      post([{ kind: 'post', id: 'tr_more', code: 'deliver', pendingId: 'tr_once', amountPence: pence(501) }]),
    ).rejects.toMatchObject({ constraint: 'ledger_not_reserved' });
    await post([{ kind: 'post', id: 'tr_less', code: 'deliver', pendingId: 'tr_once', amountPence: pence(400) }]);
    await expect(post([{ kind: 'void', id: 'tr_again', code: 'release', pendingId: 'tr_once' }])).rejects.toMatchObject(
      { constraint: 'ledger_transfers_settled_once' },
    );
    expect(await left()).toBe(99_600n);
  });

  test('lets exactly as many buyers spend the last pounds as there are pounds, at once', async () => {
    await inTransaction(world.database.db, WORLD.council, (tx) =>
      openAccounts(tx, WORLD.council, [fundingAccount(WORLD.adults)]),
    );
    const tries = await Promise.allSettled(
      Array.from({ length: 40 }, (_, index) =>
        post([
          {
            kind: 'pending',
            id: `tr_race_${index}`,
            code: 'reserve',
            debit: lineAccount(WORLD.strangerCare).id,
            credit: accrued,
            amountPence: pence(7_000),
          },
        ]),
      ),
    );
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(14);
    expect(await left(WORLD.strangerCare)).toBe(2_000n);
  });

  test('makes a transfer once that many ask for at one moment, alone or beside others', async () => {
    const one = (id: string) => ({
      kind: 'pending' as const,
      ...{ id, code: 'reserve' as const, debit: lineAccount(WORLD.strangerCare).id, credit: accrued },
      amountPence: pence(500),
    });
    const before = await left(WORLD.strangerCare);
    const made = await Promise.all(
      Array.from({ length: 12 }, (_, index) =>
        post(index % 2 === 0 ? [one('tr_same')] : [one('tr_same'), one('tr_two')]),
      ),
    );
    expect(made.reduce((sum, count) => sum + count, 0)).toBe(2);
    // Also where one call names it twice.
    expect(await post([one('tr_twice'), one('tr_twice')])).toBe(1);
    expect(await left(WORLD.strangerCare)).toBe((before ?? 0n) - 1_500n);
  });

  test('keeps every balance equal to its entries through any sequence of reservations, posts and voids', async () => {
    let serial = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.record({ amount: fc.integer({ min: 1, max: 3_000 }), end: fc.constantFrom('post', 'void', 'wait') }),
          { maxLength: 6 },
        ),
        async (steps) => {
          for (const { amount, end } of steps) {
            serial += 1;
            const id = `tr_any_${serial}`;
            const sonLine = lineAccount(WORLD.sonOneBreaks).id;
            try {
              await post([
                { kind: 'pending', id, code: 'reserve', debit: sonLine, credit: accrued, amountPence: pence(amount) },
              ]);
            } catch {
              continue;
            }
            if (end === 'post')
              await post([
                {
                  kind: 'post',
                  id: `${id}_p`,
                  code: 'deliver',
                  pendingId: id,
                  amountPence: pence(Math.ceil(amount / 2)),
                },
              ]);
            if (end === 'void') await post([{ kind: 'void', id: `${id}_v`, code: 'release', pendingId: id }]);
          }
          const { checks } = await verifyLedger();
          expect(checks.flatMap(({ wrong }) => wrong)).toEqual([]);
        },
      ),
      { numRuns: 12 },
    );
  });

  test("refuses to move another council's money", async () => {
    const now = world.clock.now();
    await expect(
      inTransaction(world.database.db, WORLD.elsewhere, (tx) =>
        postTransfers(tx, { councilId: WORLD.council, effectiveAt: now, recordedAt: now, recordedBy: 'system' }, [
          reserve('tr_foreign', 1),
        ]),
      ),
    ).rejects.toThrow(/another council/);
  });
});

describe('the books are never rewritten', () => {
  test.each([
    'update ledger_transfers set amount_pence = 1',
    'delete from ledger_transfers',
    'update ledger_entries set posted_pence = 1',
    'delete from ledger_entries',
    'truncate ledger_entries',
  ])('even the owner of the tables is refused: %s', async (statement) => {
    await expect(sql.raw(statement).execute(world.database.ownerDb)).rejects.toThrow(
      /never changed or removed|cannot truncate/,
    );
  });

  test('an entry without its twin cannot be committed', async () => {
    await expect(
      sql`insert into ledger_entries (council_id, transfer_id, side, account_id, posted_pence, pending_pence, recorded_at)
          values (${WORLD.council}, 'tr_once', 'debit', ${line}, 5, 0, '2026-05-01T00:00:00Z')`.execute(
        world.database.ownerDb,
      ),
    ).rejects.toMatchObject({ constraint: 'ledger_balanced' });
  });

  test("a balance changed behind the program's back is found", async () => {
    const owner = world.database.ownerDb;
    await sql`update ledger_accounts set credits_posted = credits_posted + 1 where council_id = ${WORLD.council} and id = ${line}`.execute(
      owner,
    );
    const { balanced, checks } = await verifyLedger();
    expect(balanced).toBe(false);
    expect(checks.flatMap(({ wrong }) => wrong)).toEqual([
      { council: WORLD.council, what: 'its balance is not the sum of its entries', record: line },
    ]);
    await sql`update ledger_accounts set credits_posted = credits_posted - 1 where council_id = ${WORLD.council} and id = ${line}`.execute(
      owner,
    );
    expect((await verifyLedger()).balanced).toBe(true);
  });

  test('a delivery that was billed and stands on no invoice, or was charged and never posted, is found', async () => {
    const owner = world.database.ownerDb;
    const [billed = '', unposted = ''] = await seedConfirmedVisits(world.database.db, careToSeed('lost', 2));
    expect((await verifyLedger()).balanced).toBe(true);
    await sql`update visits set billed_at = now() where id = ${billed}`.execute(owner);
    await sql`insert into visits select (jsonb_populate_record(visit, '{"id": "vis_never_posted"}')).* from visits as visit where id = ${unposted}`.execute(
      owner,
    );
    const { checks } = await verifyLedger();
    expect(checks.flatMap(({ wrong }) => wrong.map(({ record, what }) => [record, what]))).toEqual([
      ['vis_never_posted', 'nothing was posted for it, and no one is asked'],
      [billed, 'its invoices come to something else'],
    ]);
    await sql`delete from visits where id = 'vis_never_posted'`.execute(owner);
    await sql`update visits set billed_at = null where id = ${billed}`.execute(owner);
  });

  test('a load reads few transfers for each that it makes, also before PostgreSQL has measured the table', async () => {
    const fresh = await startTestApp();
    await buildWorld(fresh);
    const posting = {
      councilId: WORLD.council,
      effectiveAt: fresh.clock.now(),
      recordedAt: fresh.clock.now(),
      recordedBy: 'system',
    };
    const read = await inTransaction(fresh.database.db, WORLD.council, async (tx) => {
      await openAccounts(tx, WORLD.council, [accruedAccount(WORLD.agency)]);
      for (let batch = 0; batch < 4; batch += 1) {
        const ids = Array.from({ length: 500 }, (_, index) => `tr_load_${batch}_${index}`);
        const reserved = ids.map((id) => reserve(id, 10));
        const posted = ids.map((id): Transfer => {
          return { kind: 'post', id: `${id}_post`, code: 'deliver', pendingId: id, amountPence: pence(10) };
        });
        await postTransfers(tx, posting, reserved);
        await postTransfers(tx, posting, posted);
      }
      const { rows } = await sql<{ read: string }>`
        select coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0) as read from pg_stat_xact_user_tables where relname = 'ledger_transfers'`.execute(
        tx,
      );
      return Number(rows[0]?.read);
    });
    await fresh.close();
    expect(read).toBeGreaterThan(0);
    expect(read).toBeLessThan(50 * 4_000);
  });
});
