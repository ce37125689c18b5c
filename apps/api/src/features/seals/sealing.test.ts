// What sealing costs and what it never passes over: the new rows alone are read, and a transaction that commits late is
// sealed all the same.

import type { Tx } from '@support-market/db/pool';
import { inTransaction } from '@support-market/db/transaction';
import { sql } from 'kysely';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { recordAudit, systemActor } from '../../platform/audit.repo.ts';
import { openSealKeys } from '../../ports/seal-keys/seal-keys.ts';
import { startTestApp, type TestApp } from '../../testing/test-app.ts';
import { buildWorld, WORLD } from '../../testing/world.ts';
import { sealBatch, sealRecords } from './sealing.service.ts';

let world: TestApp;
beforeAll(async () => {
  world = await startTestApp();
  await buildWorld(world);
  await sealRecords(world.context);
});
afterAll(() => world.close());

const inCouncil = <Value>(work: (tx: Tx) => Promise<Value>): Promise<Value> =>
  inTransaction(world.database.db, WORLD.council, work);

const leave = (tx: Tx, count: number, noun = 'test'): Promise<void> =>
  recordAudit(
    tx,
    world.clock,
    systemActor(WORLD.council, 'test'),
    ...Array.from({ length: count }, () => ({ event: 'test.done', noun, recordId: null })),
  );

async function unsealed(noun: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from audit_entries as entry where record_noun = ${noun}
       and not exists (select from seals where council_id = entry.council_id and kind = 'audit-entry' and record_id = entry.id)`.execute(
    world.database.ownerDb,
  );
  return rows[0]?.n ?? -1;
}

/** Rows of any table that this connection has read and not reported yet. */
async function rowsRead(tx: Tx): Promise<number> {
  const { rows } = await sql<{ read: number }>`
    select coalesce(sum(seq_tup_read + coalesce(idx_tup_fetch, 0)), 0)::int as read from pg_stat_xact_user_tables`.execute(
    tx,
  );
  return rows[0]?.read ?? -1;
}

/** How many rows are read while one batch is sealed, as PostgreSQL counts them. */
async function rowsReadBySealing(): Promise<{ sealed: number; read: number }> {
  return inCouncil(async (tx) => {
    // The planner may read a small table whole whatever its indexes; what counts is that no step needs to.
    await sql`set local enable_seqscan = off`.execute(tx);
    const before = await rowsRead(tx);
    const sealed = await sealBatch(tx, WORLD.council, openSealKeys(world.context.config), world.clock.now());
    return { sealed, read: (await rowsRead(tx)) - before };
  });
}

test('sealing three new rows reads no more when thousands were sealed before', async () => {
  await inCouncil((tx) => leave(tx, 3));
  const few = await rowsReadBySealing();
  for (let done = 0; done < 4; done += 1) await inCouncil((tx) => leave(tx, 1_000));
  await sealRecords(world.context);
  await sql`analyze audit_entries, seals, unsealed_records`.execute(world.database.ownerDb);
  await inCouncil((tx) => leave(tx, 3));
  const many = await rowsReadBySealing();
  expect([few.sealed, many.sealed]).toEqual([3, 3]);
  expect(many.read).toBeLessThanOrEqual(few.read + 5);
  expect(many.read).toBeLessThan(60);
});

test('records of a whole second and of its parts are all sealed, whichever came first', async () => {
  await inCouncil(async (tx) => {
    for (const millis of [900, 100, 0]) {
      world.clock.set(Temporal.Instant.from('2026-11-02T10:00:05Z').add({ milliseconds: millis }));
      await leave(tx, 2, 'parts of a second');
    }
  });
  await sealRecords(world.context);
  expect(await unsealed('parts of a second')).toBe(0);
});

test('a transaction that commits after later ones were sealed is sealed the next time', async () => {
  let commit = (): void => undefined;
  const mayCommit = new Promise<void>((resolve) => {
    commit = resolve;
  });
  let written = (): void => undefined;
  const isWritten = new Promise<void>((resolve) => {
    written = resolve;
  });
  const late = inCouncil(async (tx) => {
    await leave(tx, 2, 'late');
    written();
    await mayCommit;
  });
  await isWritten;
  world.clock.advance({ minutes: 1 });
  await inCouncil((tx) => leave(tx, 2, 'early'));
  await sealRecords(world.context);
  expect(await unsealed('early')).toBe(0);
  commit();
  await late;
  expect(await unsealed('late')).toBe(2);
  await sealRecords(world.context);
  expect(await unsealed('late')).toBe(0);
});

test('what a transaction undid leaves nothing to seal', async () => {
  await expect(
    inCouncil(async (tx) => {
      await leave(tx, 1, 'undone');
      throw new Error('no');
    }),
  ).rejects.toThrow('no');
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from unsealed_records`.execute(
    world.database.ownerDb,
  );
  expect(rows[0]?.n).toBe(0);
});

test('many who seal at once make one chain without gaps', async () => {
  for (let done = 0; done < 5; done += 1) await inCouncil((tx) => leave(tx, 20, 'at-once'));
  await Promise.all(Array.from({ length: 6 }, () => sealRecords(world.context)));
  expect(await unsealed('at-once')).toBe(0);
  const { rows } = await sql<{ seals: number; last: number; records: number }>`
    select count(*)::int as seals, max(position)::int as last, count(distinct (kind, record_id))::int as records
      from seals where council_id = ${WORLD.council}`.execute(world.database.ownerDb);
  expect(rows[0]?.seals).toBe(rows[0]?.last);
  expect(rows[0]?.seals).toBe(rows[0]?.records);
});
