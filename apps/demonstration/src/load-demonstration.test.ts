// The demonstration loaded whole on a real database: everything that it promises is there, and the books balance.

import { demonstrationMadeOn } from '@support-market/api/platform/demonstration-guard.repo';
import { openSealKeys } from '@support-market/api/ports/seal-keys/seal-keys';
import { keepAllPages, outOfDate } from '@support-market/api/testing/catalogue-check.repo';
import { startTestApp, type TestApp } from '@support-market/api/testing/test-app';
import { buildWorld } from '@support-market/api/testing/world';
import { loadReferenceData } from '@support-market/api/workflows/load-reference-data';
import { verifyBooks } from '@support-market/api/workflows/verify-books';
import { createPool } from '@support-market/db/pool';
import { inTransaction } from '@support-market/db/transaction';
import { sql } from 'kysely';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DEMONSTRATION_ACCOUNTS, DEMONSTRATION_PASSWORD } from './accounts.ts';
import { loadDemonstration } from './load-demonstration.ts';

const TODAY = Temporal.PlainDate.from('2026-11-23');
let loaded: TestApp;

const load = (on: TestApp) =>
  loadDemonstration({ db: on.database.db, config: on.context.config, today: TODAY }, () => undefined);

async function count(from: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${sql.raw(from)}`.execute(
    loaded.database.ownerDb,
  );
  return rows[0]?.n ?? 0;
}

beforeAll(async () => {
  loaded = await startTestApp({ now: '2026-11-23T09:00:00Z', config: { demonstration: true } });
  await loadReferenceData(loaded.database.ownerDb, loaded.clock);
  await load(loaded);
}, 300_000);
afterAll(() => loaded.close());

describe('the demonstration council', () => {
  test('has the catalogue, the people and the year that it promises', async () => {
    const harbourside = `council_id = (select id from councils where slug = 'harbourside')`;
    expect(await count(`listings where kind = 'service' and source = 'demonstration-harbourside'`)).toBe(300);
    expect(await count(`listings where kind = 'community'`)).toBe(60);
    expect(await count('events')).toBe(60);
    expect(await count(`organisations where kind = 'broker'`)).toBe(3);
    expect(await count(`people where ${harbourside}`)).toBe(200);
    expect(await count(`orders where ${harbourside}`)).toBeGreaterThan(500);
    expect(await count(`visits where ${harbourside} and state = 'confirmed'`)).toBeGreaterThan(5_000);
    expect(await count(`invoices where ${harbourside} and state = 'paid'`)).toBeGreaterThan(500);
    expect(await count(`listings where from_price_pence is null and kind = 'service'`)).toBe(0);
    expect(await count('listings where latitude is null')).toBe(0);
    await keepAllPages(loaded);
    expect(await outOfDate(loaded)).toEqual([]);
    // Each photo in two sizes, of a provider and a group as which anybody may look around.
    expect(await count('photos')).toBe(3);
    expect(await count('photo_files')).toBe(6);
    const shown = `photos join listings on listings.id = photos.listing_id and listings.state = 'published'`;
    expect(await count(shown)).toBe(2);
  });

  test('holds money in all six arrangements and as own money', async () => {
    expect(await count(`(select distinct arrangement from budget_lines where state = 'open') as kept`)).toBe(7);
  });

  test('leaves things to do for a visitor who looks around', async () => {
    expect(await count(`orders where state = 'placed'`)).toBeGreaterThan(0);
    expect(await count(`orders where state = 'declined'`)).toBeGreaterThan(0);
    expect(await count(`visits where state = 'recorded'`)).toBeGreaterThan(0);
    expect(await count(`visits where state = 'planned' and service_date >= '2026-11-23'`)).toBeGreaterThan(50);
    expect(await count(`exceptions where state = 'open' and kind = 'over-tolerance' and invoice_id is null`)).toBe(2);
    expect(await count(`visits where state = 'queried'`)).toBe(1);
    expect(await count(`invoices where state = 'held'`)).toBeGreaterThan(0);
    expect(
      await count(`invoices where state = 'approved' and payer_id in (select id from payers where kind = 'funder')`),
    ).toBeGreaterThan(0);
    expect(await count(`payment_runs where state = 'proposed'`)).toBe(1);
    expect(await count(`payments where state = 'returned'`)).toBe(1);
    expect(await count('searches where hits = 0')).toBeGreaterThan(20);
    const over =
      await count(`budget_lines l join ledger_accounts a on a.council_id = l.council_id and a.id = 'purse:' || l.id
      where l.state = 'open' and l.arrangement = 'individual-service-fund' and a.available > 4 * l.weekly_pence`);
    expect(over).toBeGreaterThan(0);
  });

  test('leaves an ISF holder an invoice of its own and one of another provider, and money for both', async () => {
    const [email, url] = ['isf-holder@harbourside.example', '/api/session'];
    const session = await loaded.app.inject({
      method: 'POST',
      url,
      payload: { email, password: DEMONSTRATION_PASSWORD },
    });
    const headers = { authorization: `Bearer ${session.json().accessToken}` };
    const list = await loaded.app.inject({ url: '/api/invoices?toPay=true&limit=50', headers });
    const paid = new Set<string>();
    for (const { id } of list.json().items) {
      const answer = await loaded.app.inject({
        method: 'POST',
        url: `/api/invoices/${id}/settle`,
        headers: { ...headers, 'idempotency-key': `pays-${id}` },
        payload: {},
      });
      if (answer.statusCode === 200) paid.add(answer.json().how);
    }
    expect(paid).toEqual(new Set(['drawn-down', 'paid-by-holder']));
  });

  test('has books that balance to the penny', async () => {
    const { checks, balanced } = await verifyBooks(loaded.database.ownerDb, openSealKeys(loaded.context.config));
    expect(checks.flatMap(({ wrong }) => wrong)).toEqual([]);
    expect(balanced).toBe(true);
  });

  test.each(DEMONSTRATION_ACCOUNTS.map(({ email }) => email))('lets %s sign in', async (email) => {
    const answer = await loaded.app.inject({
      method: 'POST',
      url: '/api/session',
      payload: { email, password: DEMONSTRATION_PASSWORD },
    });
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toHaveProperty('accessToken');
  });

  test('is what a stranger meets, although another council comes first by its name', async () => {
    const { councilSlug, councils } = (await loaded.app.inject('/api/session')).json();
    expect(councils.map(({ slug }: { slug: string }) => slug)).toEqual(['elsewhere', 'harbourside']);
    expect(councilSlug).toBe('harbourside');
  });

  test('is loaded once: asking again changes nothing', async () => {
    expect(String(await demonstrationMadeOn(loaded.database.ownerDb))).toBe('2026-11-23');
    const before = await count('ledger_transfers');
    expect(await load(loaded)).toEqual({ loaded: false });
    expect(await count('ledger_transfers')).toBe(before);
  });
});

describe('where it must not be', () => {
  test('a database with a real council is left alone', async () => {
    const real = await startTestApp();
    try {
      await buildWorld(real);
      await expect(load(real)).rejects.toThrow(/real council/);
      expect(await demonstrationMadeOn(real.database.ownerDb)).toBeNull();
    } finally {
      await real.close();
    }
  });

  test('a load that is killed half way leaves nothing, and the next one is whole', async () => {
    const broken = await startTestApp({ config: { demonstration: true } });
    try {
      await loadReferenceData(broken.database.ownerDb, broken.clock);
      const pool = createPool(broken.database.url, { max: 1, role: 'owner', name: 'to be killed' });
      const killed = loadDemonstration(
        { db: broken.database.db, config: broken.context.config, today: TODAY },
        (line) => {
          if (!line.includes('listings')) return;
          void pool.query(
            `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and state <> 'idle'`,
          );
        },
      );
      await expect(killed).rejects.toThrow();
      await pool.end();
      expect(await demonstrationMadeOn(broken.database.ownerDb)).toBeNull();
      const left = await inTransaction(broken.database.ownerDb, null, (tx) =>
        tx.selectFrom('organisations').select('id').execute(),
      );
      expect(left).toEqual([]);
    } finally {
      await broken.close();
    }
  }, 120_000);
});
