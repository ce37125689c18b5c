// What a council no longer keeps leaves, month by month, and what stays is still proved.

import { IMPORT_KINDS } from '@support-market/domain/imports/import-states';
import { sql } from 'kysely';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listImports } from '../features/imports/import-log.repo.ts';
import { keepMonthsReady } from '../features/retention/month-partitions.service.ts';
import { collectHeads } from '../features/seals/heads.service.ts';
import { sealBatch, sealRecords } from '../features/seals/sealing.service.ts';
import { verifySeals } from '../features/seals/verification.service.ts';
import { systemActor } from '../platform/audit.repo.ts';
import { openSealKeys } from '../ports/seal-keys/seal-keys.ts';
import { newKey, placeOrder } from '../testing/place-order.ts';
import { careToSeed, seedConfirmedVisits } from '../testing/seed-confirmed-visits.ts';
import { startTestApp, type TestApp } from '../testing/test-app.ts';
import { ACCOUNTS, type AccountName, buildWorld, WORLD } from '../testing/world.ts';
import { undoImport } from './imports/undo-import.ts';
import { removeOldRecords } from './remove-old-records.ts';
import { verifyBooks } from './verify-books.ts';

let world: TestApp;
const owner = () => world.database.ownerDb;

async function send(who: AccountName, url: string, payload?: object, method: 'GET' | 'POST' = 'POST') {
  const headers = { ...(await world.signIn(ACCOUNTS[who], WORLD.council)), 'idempotency-key': newKey() };
  const answer = await world.app.inject({ method, url, headers, ...(payload ? { payload } : {}) });
  expect(answer.statusCode, `${url}: ${answer.body}`).toBeLessThan(300);
  return answer;
}

const count = async (table: string, councilId: string, before = '2027-06-01'): Promise<number> => {
  const at =
    { audit_entries: 'happened_at', state_changes: 'changed_at', searches: 'searched_at' }[table] ?? 'created_at';
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from ${sql.table(table)} where council_id = ${councilId} and ${sql.ref(at)} < ${before}::timestamptz`.execute(
    owner(),
  );
  return rows[0]?.n ?? -1;
};

const wrong = async (heads: Awaited<ReturnType<typeof collectHeads>> = []) =>
  (await verifyBooks(owner(), openSealKeys(world.context.config), heads)).checks.flatMap((check) => check.wrong);

const leaveAudit = (councilId: string, id: string) =>
  sql`insert into audit_entries (council_id, id, happened_at, account_id, role, event, record_noun)
      values (${councilId}, ${id}, ${world.clock.now()}, 'system', 'system', 'test.done', 'test')`.execute(owner());
const tellSealer = (councilId: string, id: string) =>
  sql`insert into unsealed_records (council_id, kind, record_id, record_at)
      values (${councilId}, 'audit-entry', ${id}, ${world.clock.now()})`.execute(owner());

beforeAll(async () => {
  world = await startTestApp();
  await buildWorld(world);
  await keepMonthsReady(owner(), world.clock);
  await seedConfirmedVisits(world.database.db, careToSeed('care', 3));
  await send('finance', '/api/invoices/bill', {});
  await placeOrder(world, {
    account: ACCOUNTS.asha,
    person: WORLD.asha,
    offer: WORLD.careOffer,
    lines: [WORLD.ashaCare],
    oneOff: { date: '2026-11-20', startTime: '09:30', minutes: 90 },
    accept: ACCOUNTS.provider,
  });
  await sql`
    insert into council_settings (council_id, id, key, from_date, value, set_at)
    values (${WORLD.elsewhere}, 'set_longer', 'keepAuditMonths', '2026-01-01', '120', now())`.execute(owner());
  await leaveAudit(WORLD.elsewhere, 'aud_elsewhere');
  await tellSealer(WORLD.elsewhere, 'aud_elsewhere');
  await sql`
    insert into searches (council_id, id, words, hits, searched_at) values (${WORLD.council}, 'srch_1', 'gardening', 0, ${world.clock.now()})`.execute(
    owner(),
  );
  await sealRecords(world.context);
}, 60_000);
afterAll(() => world.close());

const KINDS = ['audit_entries', 'state_changes', 'searches', 'messages', 'idempotency_keys'];
const counts = (councilId: string) => Promise.all(KINDS.map((table) => count(table, councilId)));

test('nothing leaves before its time', async () => {
  const before = await counts(WORLD.council);
  expect(before.every((rows) => rows > 0)).toBe(true);
  world.clock.set(Temporal.Instant.from('2026-12-05T03:00:00Z'));
  await removeOldRecords(world.context, owner());
  expect(await counts(WORLD.council)).toEqual(before);
  expect(await sql`select from months_left`.execute(owner())).toMatchObject({ rows: [] });
});

test('a month that says it left in a year to come excuses no missing record', async () => {
  const seen: unknown[] = [];
  await owner()
    .transaction()
    .execute(async (tx) => {
      await sql`alter table audit_entries disable trigger user`.execute(tx);
      await sql`delete from audit_entries where council_id = ${WORLD.elsewhere}`.execute(tx);
      await sql`
        insert into months_left (council_id, id, record_kind, month, kept_months, left_at)
        values (${WORLD.elsewhere}, 'forged', 'audit-entry', '2026-11-01', 24, '2040-01-01')`.execute(tx);
      await sql`insert into unsealed_records (council_id, kind, record_id) values (${WORLD.elsewhere}, 'month-left', 'forged')`.execute(
        tx,
      );
      const keys = openSealKeys(world.context.config);
      while ((await sealBatch(tx, WORLD.elsewhere, keys, world.clock.now())) > 0);
      seen.push(...(await verifySeals(tx, [WORLD.elsewhere], keys)).flatMap((check) => check.wrong));
      throw new Error('taken back');
    })
    .catch((error: Error) => expect(error.message).toBe('taken back'));
  expect(seen).toContainEqual(expect.objectContaining({ record: 'aud_elsewhere' }));
});

test('after its time a month leaves, another council keeps its own, and every seal and head still holds', async () => {
  const heads = await collectHeads(world.context);
  const transfers = await sql`select count(*) from ledger_transfers`.execute(owner());
  // 84 months after November 2026, with the month itself whole
  world.clock.set(Temporal.Instant.from('2033-12-01T03:00:00Z'));
  await keepMonthsReady(owner(), world.clock);
  await removeOldRecords(world.context, owner());
  expect(await counts(WORLD.council)).toEqual([0, 0, 0, 0, 0]);
  expect(await count('audit_entries', WORLD.elsewhere)).toBeGreaterThan(0);
  expect(await sql`select count(*) from ledger_transfers`.execute(owner())).toEqual(transfers);
  expect(await wrong(heads)).toEqual([]);
  const { rows } = await sql<{ name: string }>`
    select relname as name from pg_class where relname in ('audit_entries_2026_11', 'state_changes_2026_11', 'searches_2026_11') and relkind = 'r'`.execute(
    owner(),
  );
  // the other council's audit of that month is still in it
  expect(rows).toEqual([{ name: 'audit_entries_2026_11' }]);
  await removeOldRecords(world.context, owner());
  expect(await wrong(heads)).toEqual([]);
});

test('printed letters, what an import changed and a processor’s events go after their months, not before', async () => {
  const ids = async (table: 'letters' | 'import_records' | 'webhook_events', column: string) =>
    (
      await sql<{ id: string }>`select ${sql.ref(column)} as id from ${sql.table(table)} order by 1`.execute(owner())
    ).rows.map(({ id }) => id);
  const kept = async () => [
    await ids('letters', 'id'),
    await ids('import_records', 'import_id'),
    await ids('webhook_events', 'event_id'),
  ];
  const council_id = WORLD.council;
  const letter = { council_id, recipient_name: 'Asha', subject: 'A word', body_text: 'Hello' };
  const at = Temporal.Instant.from('2034-01-10T09:00:00Z');
  await owner().deleteFrom('letters').execute();
  await owner()
    .insertInto('letters')
    .values([
      { ...letter, id: 'let_printed', created_at: at, printed_at: at, printed_by: ACCOUNTS.administrator },
      { ...letter, id: 'let_waiting', created_at: at },
    ])
    .execute();
  await owner()
    .insertInto('imports')
    .values({
      ...{ council_id, id: 'imp_old', kind: 'people', layout: 'people', state: 'taken', file_name: 'people.csv' },
      ...{
        file_sha256: '0'.repeat(64),
        totals: '{}',
        made_by: 'system',
        made_at: at,
        taken_by: 'system',
        taken_at: at,
      },
    })
    .execute();
  await owner()
    .insertInto('import_records')
    .values({
      council_id,
      import_id: 'imp_old',
      noun: 'people',
      record_id: WORLD.asha,
      before: '{}',
      after_digest: 'x',
    })
    .execute();
  await owner()
    .insertInto('webhook_events')
    .values({ provider: 'stripe', event_id: 'evt_old', type: 'test', object_id: 'x', received_at: at })
    .execute();
  const all = [['let_printed', 'let_waiting'], ['imp_old'], ['evt_old']];
  const on = async (night: string) => {
    world.clock.set(Temporal.Instant.from(`${night}T03:00:00Z`));
    await removeOldRecords(world.context, owner());
    return kept();
  };
  expect(await on('2034-07-31')).toEqual(all);
  expect(await on('2034-08-01')).toEqual([['let_printed', 'let_waiting'], [], ['evt_old']]);
  await expect(undoImport(world.context, systemActor(council_id, 'import'), 'imp_old')).rejects.toMatchObject({
    code: 'import.too_old',
  });
  const [tooOld] = await listImports(owner(), council_id, IMPORT_KINDS, { before: null, most: 1 });
  expect([tooOld?.id, tooOld?.forgotten_at]).toEqual(['imp_old', expect.any(Temporal.Instant)]);
  expect(await on('2035-03-01')).toEqual([['let_printed', 'let_waiting'], [], []]);
  expect(await on('2036-02-01')).toEqual([['let_waiting'], [], []]);
});

test('what was kept goes a month after it was taken off, or with the messages of somebody who left', async () => {
  const kept = { council_id: WORLD.council, listing_id: WORLD.careListing, title: 'Care', kept_by: ACCOUNTS.asha };
  const at = Temporal.Instant.from('2036-02-10T09:00:00Z');
  await owner()
    .insertInto('kept_listings')
    .values([
      { ...kept, id: 'kept_stays', person_id: WORLD.asha, kept_at: at },
      { ...kept, id: 'kept_off', person_id: WORLD.asha, kept_at: at, removed_at: at },
      { ...kept, id: 'kept_left', person_id: WORLD.mother, kept_at: at },
    ])
    .execute();
  await sql`update people set state = 'left', last_day = '2036-02-20' where id = ${WORLD.mother}`.execute(owner());
  const on = async (night: string) => {
    world.clock.set(Temporal.Instant.from(`${night}T03:00:00Z`));
    await removeOldRecords(world.context, owner());
    return (await owner().selectFrom('kept_listings').select('id').orderBy('id').execute()).map(({ id }) => id);
  };
  expect(await on('2036-03-31')).toEqual(['kept_left', 'kept_off', 'kept_stays']);
  expect(await on('2036-04-01')).toEqual(['kept_left', 'kept_stays']);
  expect(await on('2038-02-28')).toEqual(['kept_left', 'kept_stays']);
  expect(await on('2038-03-01')).toEqual(['kept_stays']);
});

test('a question goes with the messages, and one beside an order with the order’s history', async () => {
  const asked = { council_id: WORLD.council, person_id: WORLD.asha, organisation_id: WORLD.agency, title: 'Care' };
  const at = Temporal.Instant.from('2038-03-10T09:00:00Z');
  const times = { asked_at: at, written_at: at };
  await owner()
    .insertInto('questions')
    .values([
      { ...asked, ...times, id: 'que_ordered', listing_id: WORLD.careListing },
      { ...asked, ...times, id: 'que_other', listing_id: WORLD.clubListing },
    ])
    .execute();
  await sql`insert into question_entries (council_id, id, question_id, side, words, written_by, written_at)
    values (${WORLD.council}, 'quen_1', 'que_other', 'person', 'Hello?', ${ACCOUNTS.asha}, ${at})`.execute(owner());
  const report = {
    ...{ council_id: WORLD.council, question_id: 'que_other', person_id: WORLD.asha, organisation_id: WORLD.agency },
    ...{ title: 'Care', side: 'provider', words: 'Rude', reported_side: 'person', reason: 'Rude' },
    ...{ reported_by: ACCOUNTS.asha, reported_at: at },
  };
  await owner()
    .insertInto('question_reports')
    .values([
      { ...report, id: 'quer_open', entry_id: 'quen_1' },
      { ...report, id: 'quer_settled', entry_id: 'quen_2', settled_at: at, reply: 'We spoke with them.' },
    ])
    .execute();
  const on = async (night: string) => {
    world.clock.set(Temporal.Instant.from(`${night}T03:00:00Z`));
    await removeOldRecords(world.context, owner());
    return (await owner().selectFrom('questions').select('id').orderBy('id').execute()).map(({ id }) => id);
  };
  expect(await on('2040-03-31')).toEqual(['que_ordered', 'que_other']);
  expect(await on('2040-04-01')).toEqual(['que_ordered']);
  expect(await owner().selectFrom('question_entries').select('id').execute()).toEqual([]);
  expect(await owner().selectFrom('question_reports').select('id').execute()).toEqual([{ id: 'quer_open' }]);
  expect(await on('2045-03-31')).toEqual(['que_ordered']);
  expect(await on('2045-04-01')).toEqual([]);
});

test('a month with a record that was never sealed stays, and says so', async () => {
  world.clock.set(Temporal.Instant.from('2034-01-10T10:00:00Z'));
  await leaveAudit(WORLD.council, 'aud_unsealed');
  world.clock.set(Temporal.Instant.from('2041-03-01T03:00:00Z'));
  await expect(removeOldRecords(world.context, owner())).rejects.toThrow(
    /1 records \(audit-entry\) of 2034-01 in .* have no seal/,
  );
  expect(await count('audit_entries', WORLD.council, '2034-02-01')).toBe(1);
});
