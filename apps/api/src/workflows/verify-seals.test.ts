// What the owner of the database can do behind the program's back, and that each of it is found: the guards are
// switched off, the record is changed, and the proof is asked again.

import type { Tx } from '@support-market/db/pool';
import { headLine, readHeads, type SealHead } from '@support-market/domain/seals/heads';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { collectHeads } from '../features/seals/heads.service.ts';
import { sealBatch, sealRecords } from '../features/seals/sealing.service.ts';
import { type SealFinding, verifySeals } from '../features/seals/verification.service.ts';
import { openSealKeys, type SealKeys } from '../ports/seal-keys/seal-keys.ts';
import { newKey } from '../testing/place-order.ts';
import { careToSeed, seedConfirmedVisits } from '../testing/seed-confirmed-visits.ts';
import { startTestApp, type TestApp } from '../testing/test-app.ts';
import { ACCOUNTS, type AccountName, buildWorld, WORLD } from '../testing/world.ts';
import { verifyBooks } from './verify-books.ts';

let world: TestApp;
let keys: SealKeys;

async function send(who: AccountName, url: string, payload?: object, method: 'GET' | 'POST' | 'PUT' = 'POST') {
  const headers = { ...(await world.signIn(ACCOUNTS[who], WORLD.council)), 'idempotency-key': newKey() };
  const answer = await world.app.inject({ method, url, headers, ...(payload ? { payload } : {}) });
  expect(answer.statusCode, `${url}: ${answer.body}`).toBeLessThan(300);
  return answer;
}

/** Money from an award to a paid provider, and own money put in by card. */
async function spendAndPay(): Promise<void> {
  await seedConfirmedVisits(world.database.db, careToSeed('care', 3));
  await send('finance', '/api/invoices/bill', {});
  const { id } = (await send('finance', '/api/payment-runs', { funderId: WORLD.adults })).json<{ id: string }>();
  await send('financeSecond', `/api/payment-runs/${id}/authorise`);
  await send('finance', `/api/payment-runs/${id}/emit`);
  const payments = await send('finance', `/api/payment-runs/${id}/payments`, undefined, 'GET');
  const results = payments
    .json<{ items: { endToEndId: string }[] }>()
    .items.map(({ endToEndId }) => ({ endToEndId, status: 'paid' }));
  await send('finance', `/api/payment-runs/${id}/results`, { results });
  const card = await send('asha', '/api/card-payments', { lineId: WORLD.ashaOwn, amountPence: 2_500 });
  await send('asha', `/api/card-payments/${card.json<{ id: string }>().id}/sandbox-card`, { card: 'succeeds' });
}

beforeAll(async () => {
  world = await startTestApp({ config: { demonstration: true } });
  await buildWorld(world);
  keys = openSealKeys(world.context.config);
  await spendAndPay();
  await sealRecords(world.context);
}, 60_000);
afterAll(() => world.close());

class Undone extends Error {}

/** Does something as the owner of the database, with the guards of these tables off, looks, and takes it back. */
async function lookWhile<Seen>(
  tables: readonly string[],
  does: (tx: Tx) => Promise<unknown>,
  look: (tx: Tx) => Promise<Seen>,
): Promise<Seen> {
  const seen: Seen[] = [];
  await world.database.ownerDb
    .transaction()
    .execute(async (tx) => {
      for (const table of tables) await sql`alter table ${sql.table(table)} disable trigger user`.execute(tx);
      await does(tx);
      seen.push(await look(tx));
      throw new Undone();
    })
    .catch((error: unknown) => {
      if (!(error instanceof Undone)) throw error;
    });
  const [first] = seen;
  if (first === undefined) throw new Error('nothing was seen');
  return first;
}

const wrongIn = async (
  tx: Tx,
  heads: readonly SealHead[] | null = null,
): Promise<(Omit<SealFinding, 'council'> & { check: string })[]> =>
  (await verifySeals(tx, [WORLD.council], keys, heads)).flatMap(({ name, wrong }) =>
    wrong.map(({ what, record }) => ({ check: name, what, record })),
  );

const CHANGED = 'it was changed after it was sealed';
test('when nothing was touched the books balance and every seal holds', async () => {
  const { checks, balanced } = await verifyBooks(world.database.ownerDb, keys);
  expect(checks.flatMap(({ wrong }) => wrong)).toEqual([]);
  expect(balanced).toBe(true);
  const counted = new Map(checks.map(({ name, counted }) => [name, counted]));
  for (const name of [
    'transfers are as they were sealed',
    'invoices are as they were approved',
    'payment runs name those who proposed and authorised them',
    'payments go to the account that was authorised',
    'stored bank files are the ones that were made',
    'lines have the award that was sealed',
    'card payments are as the card company took them',
    'remittances are as they were sent',
  ])
    expect(counted.get(name), name).toBeGreaterThan(0);
});

test('a worker who takes another name leaves every seal valid, and the name said before is still proved', async () => {
  const { id } = (await send('provider', '/api/workers', { name: 'Before Wedding', reference: 'B1' })).json();
  await sealRecords(world.context);
  await send('provider', `/api/workers/${id}`, { name: 'After Wedding', reference: 'B1' }, 'PUT');
  await sealRecords(world.context);
  const { ownerDb } = world.database;
  expect(await ownerDb.transaction().execute((tx) => wrongIn(tx))).toEqual([]);
  const forged = await lookWhile(
    ['audit_entries'],
    (tx) =>
      sql`update audit_entries set details = details || '{"name":"Forged"}' where event = 'worker.added'`.execute(tx),
    wrongIn,
  );
  expect(forged.map(({ what }) => what)).toEqual([CHANGED]);
});

describe('a record that the owner of the database changed is found', () => {
  test.each([
    ['the amount of a transfer', 'ledger_transfers', `amount_pence = amount_pence + 1`, `code = 'award'`],
    ['who recorded a transfer', 'ledger_transfers', `recorded_by = 'somebody else'`, `code = 'award'`],
    ['the reason of an audit entry', 'audit_entries', `reason = 'another'`, `event = 'payment-run.authorised'`],
    ['who an audit entry names', 'audit_entries', `account_id = 'acc_other'`, `event = 'payment-run.authorised'`],
    ['the net and VAT of an invoice', 'invoices', 'net_pence = net_pence - 1, vat_pence = vat_pence + 1', 'true'],
    ['the issue date of an invoice', 'invoices', 'issue_date = issue_date - 1', 'true'],
    ['the due date of an invoice', 'invoices', 'due_date = due_date + 1', 'true'],
    ['the account of a paid payment', 'payments', `account_number = '12345678'`, `state = 'paid'`],
    ['the name of a paid payment', 'payments', `payee_name = 'Mallory Ltd'`, `state = 'paid'`],
    ['the award of a line', 'budget_lines', 'award_pence = award_pence + 1', 'award_pence > 0'],
    ['the amount of a card payment', 'card_payments', 'amount_pence = amount_pence + 1', 'true'],
    ['where a state of the history led', 'state_changes', `to_state = 'closed'`, `noun = 'invoice'`],
    ['who changed a state of the history', 'state_changes', `changed_by = 'somebody'`, `noun = 'invoice'`],
  ])('%s', async (_what, table, change, which) => {
    const wrong = await lookWhile(
      [table],
      (tx) =>
        sql`update ${sql.table(table)} set ${sql.raw(change)} where ctid = (select ctid from ${sql.table(table)} where ${sql.raw(which)} order by id limit 1)`.execute(
          tx,
        ),
      wrongIn,
    );
    expect(wrong.map(({ what }) => what)).toEqual([CHANGED]);
  });

  test('the line of an invoice', async () => {
    const wrong = await lookWhile(
      ['invoice_lines'],
      (tx) => sql`update invoice_lines set description = 'something else'`.execute(tx),
      wrongIn,
    );
    expect(wrong).toMatchObject([{ check: 'invoices are as they were approved', what: CHANGED }]);
  });

  test('who authorised a payment run', async () => {
    const wrong = await lookWhile(
      ['payment_runs'],
      (tx) => sql`update payment_runs set authorised_by = ${ACCOUNTS.auditor}`.execute(tx),
      wrongIn,
    );
    expect(wrong).toMatchObject([{ check: 'payment runs name those who proposed and authorised them', what: CHANGED }]);
  });

  test('the bytes of a stored bank file, with their hash or without', async () => {
    for (const change of [`bytes = bytes || 'x'::bytea`, `bytes = 'x', sha256 = encode(sha256('x'), 'hex')`]) {
      const wrong = await lookWhile(
        ['payment_files'],
        (tx) => sql`update payment_files set ${sql.raw(change)}`.execute(tx),
        wrongIn,
      );
      expect(wrong).toMatchObject([{ check: 'stored bank files are the ones that were made', what: CHANGED }]);
    }
  });

  test('a remittance that was deleted', async () => {
    const wrong = await lookWhile(['remittances'], (tx) => sql`delete from remittances`.execute(tx), wrongIn);
    expect(wrong).toMatchObject([
      { check: 'remittances are as they were sent', what: 'it was removed after it was sealed' },
    ]);
  });

  test('a history row that was deleted', async () => {
    const wrong = await lookWhile(
      ['state_changes'],
      (tx) => sql`delete from state_changes where id = (select min(id) from state_changes)`.execute(tx),
      wrongIn,
    );
    expect(wrong).toMatchObject([{ what: 'it was removed after it was sealed' }]);
  });

  test('one audit entry whose seals were all deleted', async () => {
    const wrong = await lookWhile(
      ['seals'],
      (tx) =>
        sql`delete from seals where position = (select min(position) from seals where kind = 'audit-entry')`.execute(
          tx,
        ),
      wrongIn,
    );
    expect(wrong).toMatchObject([
      {
        check: 'every seal follows from the one before it',
        what: expect.stringMatching(/^seals (\d+) to \1 are missing$/),
      },
      { check: 'nothing that must have a seal is without one', what: 'it has no seal: audit-entry' },
    ]);
  });

  test('a record that was written past the program and never sealed', async () => {
    const wrong = await lookWhile(
      [],
      (tx) =>
        sql`insert into state_changes (council_id, id, noun, record_id, to_state, event, changed_at, changed_by)
            values (${WORLD.council}, 'hist_forged', 'invoice', 'inv_x', 'approved', 'invoice.approved', now(), 'system')`.execute(
          tx,
        ),
      wrongIn,
    );
    expect(wrong).toEqual([
      {
        check: 'nothing that must have a seal is without one',
        what: 'it has no seal: state-change',
        record: 'hist_forged',
      },
    ]);
  });

  test('a change that is put before the sealer again is not confirmed by it', async () => {
    const wrong = await lookWhile(
      ['invoices'],
      async (tx) => {
        await sql`update invoices set due_date = due_date + 1`.execute(tx);
        await sql`insert into unsealed_records (council_id, kind, record_id) select council_id, 'invoice', id from invoices`.execute(
          tx,
        );
        await sealBatch(tx, WORLD.council, keys, world.clock.now());
      },
      wrongIn,
    );
    expect(wrong).toMatchObject([{ check: 'invoices are as they were approved', what: CHANGED }]);
  });
});

describe('with the heads that left the database', () => {
  let heads: SealHead[] = [];
  beforeAll(async () => {
    // The last that is sealed is a look at the audit trail.
    await send('auditor', '/api/audit-entries', undefined, 'GET');
    await sealRecords(world.context);
    const lines = (await collectHeads(world.context)).map(headLine);
    heads = readHeads(lines.map((line) => `2026-11-02T09:00:00Z worker[42]: ${line}`).join('\n'));
    expect(heads.map(({ councilId }) => councilId)).toContain(WORLD.council);
  });

  test('chains that hold them are right', async () => {
    const { balanced, checks } = await verifyBooks(world.database.ownerDb, keys, heads);
    expect(checks.at(-1)).toMatchObject({ counted: heads.length, wrong: [] });
    expect(balanced).toBe(true);
  });

  test('the newest audit entries deleted with their seals are found, and only with the heads', async () => {
    const cutTail = async (tx: Tx) => {
      await sql`create temporary table cut on commit drop as
        select position, record_id from seals where council_id = ${WORLD.council} and kind = 'audit-entry'
           and position > (select max(position) from seals where council_id = ${WORLD.council} and kind <> 'audit-entry')`.execute(
        tx,
      );
      await sql`delete from audit_entries where id in (select record_id from cut)`.execute(tx);
      await sql`delete from seals where council_id = ${WORLD.council} and position in (select position from cut)`.execute(
        tx,
      );
    };
    const cut = await lookWhile(['audit_entries', 'seals'], cutTail, async (tx) => ({
      without: await wrongIn(tx),
      withHeads: await wrongIn(tx, heads),
    }));
    expect(cut.without).toEqual([]);
    expect(cut.withHeads).toMatchObject([
      {
        check: 'the chains still hold the heads that were sent away',
        what: expect.stringContaining('that seal is gone'),
      },
    ]);
  });

  test('a chain made again over a changed record is found, even when the program itself sealed it', async () => {
    const madeAnew = async (tx: Tx) => {
      await sql`update ledger_transfers set amount_pence = amount_pence + 1 where code = 'award'`.execute(tx);
      await sql`insert into unsealed_records (council_id, kind, record_id, record_at)
        select council_id, kind, record_id, record_at from seals where council_id = ${WORLD.council} order by position`.execute(
        tx,
      );
      await sql`delete from seals where council_id = ${WORLD.council}`.execute(tx);
      await sealBatch(tx, WORLD.council, keys, world.clock.now().add({ seconds: 1 }));
    };
    const wrong = await lookWhile(['ledger_transfers', 'seals'], madeAnew, async (tx) => ({
      without: await wrongIn(tx),
      withHeads: await wrongIn(tx, heads),
    }));
    expect(wrong.without).toEqual([]);
    expect(wrong.withHeads).toMatchObject([{ what: expect.stringMatching(/the chain was made again$/) }]);
  });

  test('a chain made with another key is found without them', async () => {
    const foreign = openSealKeys({
      sealKey: 'a key that somebody else made up, long enough',
      earlierSealKeys: [],
      dataDir: '',
    });
    const wrong = await lookWhile(
      ['seals'],
      async (tx) => {
        await sql`insert into unsealed_records (council_id, kind, record_id, record_at)
          select council_id, kind, record_id, record_at from seals where council_id = ${WORLD.council} order by position`.execute(
          tx,
        );
        await sql`delete from seals where council_id = ${WORLD.council}`.execute(tx);
        await sealBatch(tx, WORLD.council, foreign, world.clock.now());
      },
      wrongIn,
    );
    expect(wrong).toMatchObject([{ what: `it needs the seal key ${foreign.current.id}, which was not given` }]);
  });
});

test('a new column on every sealed table leaves every seal valid', async () => {
  const tables = [
    'ledger_transfers',
    'audit_entries',
    'state_changes',
    'invoices',
    'invoice_lines',
    'payment_runs',
    'payment_files',
    'payments',
    'budget_lines',
    'card_payments',
    'remittances',
    'months_left',
    'seals',
  ];
  const wrong = await lookWhile(
    [],
    async (tx) => {
      for (const table of tables)
        await sql`alter table ${sql.table(table)} add column added_later text default 'x'`.execute(tx);
    },
    wrongIn,
  );
  expect(wrong).toEqual([]);
});

test('after a key is changed, what the key before sealed is proved with it', async () => {
  const { sealKey, dataDir } = world.context.config;
  const next = openSealKeys({
    sealKey: 'the key of the next year, long enough too',
    earlierSealKeys: [sealKey ?? ''],
    dataDir,
  });
  const seen = await lookWhile(
    [],
    async (tx) => {
      await sql`insert into state_changes (council_id, id, noun, record_id, to_state, event, changed_at, changed_by)
                values (${WORLD.council}, 'hist_next', 'order', 'ord_x', 'placed', 'order.placed', now(), 'system')`.execute(
        tx,
      );
      await sql`insert into unsealed_records (council_id, kind, record_id, record_at) select council_id, 'state-change', id, changed_at from state_changes where id = 'hist_next'`.execute(
        tx,
      );
      await sealBatch(tx, WORLD.council, next, world.clock.now());
    },
    async (tx) => ({
      both: (await verifySeals(tx, [WORLD.council], next)).flatMap(({ wrong }) => wrong),
      oldAlone: (await verifySeals(tx, [WORLD.council], keys)).flatMap(({ wrong }) => wrong.map(({ what }) => what)),
    }),
  );
  expect(seen.both).toEqual([]);
  expect(seen.oldAlone).toEqual([`it needs the seal key ${next.current.id}, which was not given`]);
});
