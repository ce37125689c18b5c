// The journey from an order to its payment at concurrency, through a real pgbouncer in transaction mode: nothing of one
// transaction stays on a connection for the next, and no query runs as the owner of the tables.

import { createDb, type Db } from '@support-market/db/pool';
import { inTransaction } from '@support-market/db/transaction';
import { sql } from 'kysely';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildApp } from '../app.ts';
import { wrongInTheBooks } from '../testing/books.ts';
import { newKey } from '../testing/place-order.ts';
import { startTestApp, type TestApp } from '../testing/test-app.ts';
import { ACCOUNTS, type AccountName, buildWorld, WORLD } from '../testing/world.ts';
import { type Pooler, startPooler } from './pooler.ts';
import { BASKET_PENCE, type Buyer, createBuyers } from './population.repo.ts';

const BUYERS = 12;
const PROBES = 240;
/** Tables that the journey writes; the login that writes each row is noted. */
const WRITTEN = ['orders', 'visits', 'invoices', 'payments', 'audit_entries', 'ledger_transfers', 'messages'] as const;

let world: TestApp;
let pooler: Pooler | { readonly why: string };
let pooled: Db;
let app: TestApp['app'];
let buyers: readonly Buyer[];

beforeAll(async () => {
  world = await startTestApp();
  await buildWorld(world);
  buyers = await createBuyers(world.database.ownerDb, BUYERS, world.clock);
  pooler = await startPooler(world.database.appUrl);
  if ('why' in pooler) console.warn(`The pooled journey runs without a pooler: ${pooler.why}.`);
  else console.info(`The pooled journey runs through ${pooler.version}.`);
  const url = 'why' in pooler ? world.database.appUrl : pooler.url;
  pooled = createDb(url, { max: 30, role: 'app', name: 'pooled journey' });
  const config = { ...world.context.config, appDatabaseUrl: url, readDatabaseUrl: url };
  app = await buildApp({ ...world.context, config, db: pooled, reads: pooled, identities: pooled });
  await sql`create table logins (name text, owner boolean)`.execute(world.database.ownerDb);
  await sql`grant insert on logins to public`.execute(world.database.ownerDb);
  await sql`create function note_login() returns trigger language plpgsql as $$
    begin insert into logins values (session_user, pg_has_role(session_user, (select relowner from pg_class where relname = 'orders'), 'usage')); return new; end $$`.execute(
    world.database.ownerDb,
  );
  for (const table of WRITTEN)
    await sql`create trigger note_login before insert or update on ${sql.table(table)} for each row execute function note_login()`.execute(
      world.database.ownerDb,
    );
}, 120_000);

afterAll(async () => {
  await app?.close();
  await pooled?.destroy();
  if (pooler && 'stop' in pooler) await pooler.stop();
  await world.close();
});

async function send(accountId: string, method: 'GET' | 'POST', url: string, payload?: object) {
  const headers = { ...(await world.signIn(accountId, WORLD.council)), 'idempotency-key': newKey() };
  const answer = await app.inject({ method, url, headers, ...(payload ? { payload } : {}) });
  expect(answer.statusCode, `${url} ${answer.body}`).toBeLessThan(300);
  return answer;
}

const as = (who: AccountName, method: 'GET' | 'POST', url: string, payload?: object) =>
  send(ACCOUNTS[who], method, url, payload);

interface Probe {
  readonly login: string;
  readonly bound: boolean;
  readonly council: string | null;
}

/** Asks on a connection of the application who it is and what is left on it. */
async function probe(council: string | null): Promise<Probe> {
  const ask = sql<Probe>`select session_user::text as login, row_security_active('orders') as bound,
    nullif(current_setting('app.council_id', true), '') as council`;
  const { rows } =
    council === null ? await ask.execute(pooled) : await inTransaction(pooled, council, (tx) => ask.execute(tx));
  const [row] = rows;
  if (!row) throw new Error('no answer');
  return row;
}

test('names of statements are left out behind a pooler, and where they are asked for nothing fails', async () => {
  const url = 'why' in pooler ? world.database.appUrl : pooler.url;
  const follows = 'why' in pooler || pooler.followsNames;
  const asking = async (prepare: 'auto' | 'on'): Promise<number> => {
    const db = createDb(url, { max: 12, role: 'app', name: 'pooled names', prepare });
    try {
      const ask = (number: number) =>
        inTransaction(db, WORLD.council, async (tx) => {
          const people = sql`select id from people where council_id = ${WORLD.council} order by id limit 1`;
          expect((await people.execute(tx)).rows).toHaveLength(1);
          const { rows } = await sql<{ n: number }>`select ${number}::int as n`.execute(tx);
          expect(rows).toEqual([{ n: number }]);
        });
      for (let turn = 0; turn < 10; turn += 1)
        await Promise.all(Array.from({ length: 20 }, (_, index) => ask(turn * 20 + index)));
      const kept = await sql<{ n: number }>`select count(*)::int as n from pg_prepared_statements`.execute(db);
      return kept.rows[0]?.n ?? 0;
    } finally {
      await db.destroy();
    }
  };
  if ('stop' in pooler) expect(await asking('auto')).toBe(0);
  const kept = await asking('on');
  if (follows) expect(kept).toBeGreaterThan(0);
});

test('order, visit, confirmation, invoice and payment of many at once run whole, and none as the owner', async () => {
  const { ownerDb } = world.database;
  const probes: Promise<{ asked: string | null; seen: Probe }>[] = [];
  const alongside = (count: number): void => {
    for (let index = 0; index < count; index += 1) {
      const asked = [null, WORLD.council, WORLD.elsewhere][index % 3] ?? null;
      probes.push(probe(asked).then((seen) => ({ asked, seen })));
    }
  };

  alongside(PROBES / 4);
  await Promise.all(
    buyers.map(async ({ accountId }) => {
      const placed = (await send(accountId, 'POST', '/api/basket/place', {})).json<{ orders: { id: string }[] }>();
      expect(placed.orders).toHaveLength(2);
    }),
  );
  const orders = await ownerDb.selectFrom('orders').select(['id', 'organisation_id']).execute();
  expect(orders).toHaveLength(2 * BUYERS);
  const providerOf = (organisationId: string): AccountName =>
    organisationId === WORLD.agency ? 'provider' : 'clubProvider';
  alongside(PROBES / 4);
  await Promise.all(
    orders.map(({ id, organisation_id }) => as(providerOf(organisation_id), 'POST', `/api/orders/${id}/accept`)),
  );

  const day = world.clock.today().add({ days: 10 });
  world.clock.set(Temporal.Instant.from(`${day.add({ days: 1 })}T09:00:00Z`));
  const visits = await ownerDb
    .selectFrom('visits')
    .innerJoin('orders', (join) =>
      join.onRef('orders.council_id', '=', 'visits.council_id').onRef('orders.id', '=', 'visits.order_id'),
    )
    .select(['visits.id', 'orders.organisation_id', 'orders.placed_by'])
    .orderBy('visits.id')
    .execute();
  alongside(PROBES / 4);
  await Promise.all(
    visits.map(async ({ id, organisation_id, placed_by }, index) => {
      const times = organisation_id === WORLD.agency ? { start: `${day}T10:00`, end: `${day}T11:30` } : {};
      await as(providerOf(organisation_id), 'POST', `/api/visits/${id}/record`, {
        worker: `Worker ${index}`,
        ...times,
      });
      await send(placed_by, 'POST', `/api/visits/${id}/confirm`);
    }),
  );

  // When the month is over. Two officers at once: each visit is billed once.
  world.clock.set(Temporal.Instant.from(`${day.add({ months: 1 }).with({ day: 2 })}T09:00:00Z`));
  await Promise.all([
    as('finance', 'POST', '/api/invoices/bill', {}),
    as('financeSecond', 'POST', '/api/invoices/bill', {}),
  ]);
  const { id: runId } = (await as('finance', 'POST', '/api/payment-runs', { funderId: WORLD.adults })).json<{
    id: string;
  }>();
  await as('financeSecond', 'POST', `/api/payment-runs/${runId}/authorise`);
  await as('finance', 'POST', `/api/payment-runs/${runId}/emit`);
  alongside(PROBES / 4);
  const payments = (await as('finance', 'GET', `/api/payment-runs/${runId}/payments`)).json<{
    items: { endToEndId: string }[];
  }>();
  const results = payments.items.map(({ endToEndId }) => ({ endToEndId, status: 'paid' }));
  expect((await as('finance', 'POST', `/api/payment-runs/${runId}/results`, { results })).json()).toMatchObject({
    state: 'settled',
    paid: results.length,
  });

  const [paid] = await ownerDb
    .selectFrom('payments')
    .select(sql<bigint>`sum(amount_pence)::bigint`.as('pence'))
    .where('state', '=', 'paid')
    .execute();
  expect(paid?.pence).toBe(BASKET_PENCE * BigInt(BUYERS));
  expect(await wrongInTheBooks(world)).toEqual([]);

  for (const { asked, seen } of await Promise.all(probes)) {
    expect(seen).toEqual({ login: 'support_market_app', bound: true, council: asked });
  }
  const logins = await sql<{ name: string; owner: boolean; rows: number }>`
    select name, owner, count(*)::int as rows from logins group by 1, 2`.execute(ownerDb);
  expect(logins.rows).toEqual([{ name: 'support_market_app', owner: false, rows: expect.any(Number) }]);
  expect(logins.rows[0]?.rows).toBeGreaterThan(BUYERS * 20);
  expect((await app.inject({ url: '/readyz' })).json()).toEqual({ status: 'ready' });
  // It is the pooler that answers, so connections are shared: far fewer than the application holds.
  const open = await sql<{ n: number }>`select count(distinct pid)::int as n from pg_stat_activity
    where datname = current_database() and usename = 'support_market_app' and application_name <> 'support-market app'`.execute(
    ownerDb,
  );
  if ('stop' in pooler) expect(open.rows[0]?.n).toBeLessThanOrEqual(4);
}, 180_000);
