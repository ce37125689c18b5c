// Shows that what is asked every day reads few rows, however many there are: the plans of the very statements that the
// repositories send, on tables with enough rows that a whole read would be the worse plan.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createPool, type Db, type DbPool, dbOverPool, type Tx } from '@support-market/db/pool';
import { allOf, inTransaction } from '@support-market/db/transaction';
import { type Reach, reachOf } from '@support-market/domain/access/permissions';
import type { Viewer } from '@support-market/domain/access/roles';
import { sql } from 'kysely';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findOrganisations } from '../features/accounts/invitations.repo.ts';
import { holdOpenBasket } from '../features/baskets/baskets.repo.ts';
import { countUnread, listMessages } from '../features/messages/messages.repo.ts';
import { findHitVisits } from '../features/orders/ending.repo.ts';
import { findLinesOfOrders, findPlacedTogether } from '../features/orders/orders.repo.ts';
import { openReturnsOf } from '../features/payee-accounts/payee-accounts.repo.ts';
import { finalLines } from '../features/people/final-statements.repo.ts';
import { listPeople } from '../features/people/people.repo.ts';
import { listTransfers, sumsOf } from '../features/traces/traces.repo.ts';
import { startTestApp, type TestApp } from '../testing/test-app.ts';
import { ACCOUNTS, buildWorld, WORLD } from '../testing/world.ts';

const TODAY = Temporal.PlainDate.from('2026-11-02');
/** A day's work on one council's tables that hold twenty thousand rows each. */
const ROWS = 20_000;
const COUNCIL = `'${WORLD.council}'`;
const FILL: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  organisations: {
    ...{ id: `'org_' || n`, slug: `'org-' || n`, kind: `'agency'`, name: 'md5(n::text)' },
    ...{ created_at: 'now()', changed_at: 'now()' },
  },
  people: { council_id: COUNCIL, id: `'per_' || n`, reference: `'R-' || n`, full_name: 'md5(n::text)' },
  orders: {
    council_id: COUNCIL,
    id: `'ord_' || n`,
    reference: `'O-' || n`,
    basket_id: `'bas_' || n`,
    person_id: `'per_' || n`,
    organisation_id: `'org_' || n`,
    state: `'accepted'`,
    total_pence: '100',
    placed_by: `'${ACCOUNTS.asha}'`,
    placed_at: 'now()',
  },
  visits: {
    council_id: COUNCIL,
    id: `'vis_' || n`,
    order_id: `'ord_' || n`,
    order_line_id: `'oln_' || n`,
    person_id: `'per_' || n`,
    organisation_id: `'org_' || n`,
    state: `'planned'`,
    service_date: `date '2026-11-09'`,
    unit_price_pence: '100',
    price_source: `'public'`,
    planned_pence: '100',
  },
  visit_shares: {
    council_id: COUNCIL,
    visit_id: `'vis_' || n`,
    position: '0',
    line_id: `'line_' || n`,
    weight: '1',
    planned_pence: '100',
    reservation_id: `'tr_' || n`,
  },
  budget_lines: {
    council_id: COUNCIL,
    id: `'line_' || n`,
    budget_id: `'bud_' || n`,
    person_id: `'per_' || n`,
    reference: `'L-' || n`,
    name: `'Line'`,
    funder_id: `'${WORLD.adults}'`,
    stream: `'social-care'`,
    arrangement: `'council-managed'`,
    starts_on: `date '2026-04-01'`,
    ends_on: `date '2027-03-31'`,
    award_pence: '100',
  },
  ledger_accounts: {
    council_id: COUNCIL,
    id: `'line:line_' || n`,
    purpose: `'line'`,
    normal: `'credit'`,
    hot: 'false',
    line_id: `'line_' || n`,
  },
  ledger_transfers: {
    council_id: COUNCIL,
    id: `'tr_' || n`,
    kind: `'pending'`,
    debit_account_id: `'a'`,
    credit_account_id: `'b'`,
    amount_pence: '100',
    code: `'reserve'`,
    line_id: `'line_' || n`,
    order_id: `'ord_' || n`,
    visit_id: `'vis_' || n`,
    invoice_id: `'inv_' || n`,
    effective_at: 'now()',
    recorded_at: 'now()',
    recorded_by: `'system'`,
    fingerprint: `'f'`,
  },
  messages: {
    council_id: COUNCIL,
    id: `'msg_' || n`,
    person_id: `case when n % 3 = 0 then 'per_' || n end`,
    organisation_id: `case when n % 3 = 1 then 'org_' || n end`,
    role: `case when n % 300 = 2 then 'finance' when n % 3 = 2 then 'auditor' end`,
    kind: `'kind'`,
    created_at: `now() - n * interval '1 minute'`,
  },
  payments: {
    council_id: COUNCIL,
    id: `'pay_' || n`,
    run_id: `'run_' || n / 100`,
    position: 'n',
    payee_organisation_id: `'org_' || n`,
    payee_account_id: `'acc_' || n`,
    payee_name: `'P'`,
    sort_code: `'000000'`,
    account_number: `'00000000'`,
    end_to_end_id: `'E' || n`,
    amount_pence: '100',
    state: `'paid'`,
  },
  exceptions: {
    council_id: COUNCIL,
    id: `'exc_' || n`,
    kind: `'payment-returned'`,
    payment_id: `'pay_' || n`,
    subject: `'pay_' || n`,
    expected_pence: '100',
    found_pence: '0',
    state: `'settled'`,
    raised_at: 'now()',
    settled_at: 'now()',
  },
};

interface Plan {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Index Cond'?: string;
  readonly Plans?: readonly Plan[];
}

let world: TestApp;
/** Answers what it is asked, and keeps the plan of each statement. */
let explaining: Db;
let plans: Plan[] = [];

/** A pool whose connections explain each statement before they send it. */
function explainingPool(pool: DbPool): DbPool {
  const connect = async () => {
    const client = await pool.connect();
    const query = async (text: string, values?: unknown[]) => {
      if (/^\s*(select|with)\b/i.test(text)) {
        const { rows } = await client.query<{ 'QUERY PLAN': { Plan: Plan }[] }>(
          `explain (format json) ${text}`,
          values,
        );
        plans.push(...(rows[0]?.['QUERY PLAN'] ?? []).map(({ Plan: plan }) => plan));
      }
      return client.query(text, values);
    };
    return { query, release: (broken?: boolean) => client.release(broken) };
  };
  return { connect, end: () => pool.end() } as unknown as DbPool;
}

function* nodesOf(plan: Plan): Generator<Plan> {
  yield plan;
  for (const below of plan.Plans ?? []) yield* nodesOf(below);
}

/** Whole reads of a filled table, in every plan since the last question. */
const wholeReads = (): string[] =>
  plans
    .flatMap((plan) => [...nodesOf(plan)])
    .filter(
      (node) =>
        node['Node Type'].includes('Seq Scan') && node['Relation Name'] !== undefined && node['Relation Name'] in FILL,
    )
    .map((node) => `${node['Node Type']} on ${node['Relation Name']}`);

beforeAll(async () => {
  world = await startTestApp();
  await buildWorld(world);
  const { ownerDb, appUrl } = world.database;
  await ownerDb.transaction().execute(async (tx) => {
    // Neither keys nor triggers look: the rows are there to be many, not to make sense.
    await sql`set local session_replication_role = replica`.execute(tx);
    for (const [table, values] of Object.entries(FILL))
      await sql
        .raw(
          `insert into ${table} (${Object.keys(values).join(', ')}) select ${Object.values(values).join(', ')} from generate_series(1, ${ROWS}) as n`,
        )
        .execute(tx);
  });
  await sql`analyze`.execute(ownerDb);
  explaining = dbOverPool(explainingPool(createPool(appUrl, { max: 1, role: 'app', prepare: 'off' })));
});
afterAll(async () => {
  await explaining.destroy();
  await world.close();
});

const as = (accountId: string, role: Viewer['memberships'][number]['role'], more: object = {}): Viewer => ({
  accountId,
  councilId: WORLD.council,
  memberships: [{ role, personId: null, organisationId: null, ...more }],
});
const asker = (viewer: Viewer, action: Parameters<typeof reachOf>[1]) => ({
  viewer,
  reach: reachOfRole(viewer, action),
  today: TODAY,
});

const FINANCE = as(ACCOUNTS.finance, 'finance');
const PROVIDER = as(ACCOUNTS.provider, 'provider', { organisationId: 'org_7' });
const MANAGER = as(ACCOUNTS.manager, 'manager');

const reachOfRole = (viewer: Viewer, action: Parameters<typeof reachOf>[1]): Reach => {
  const reach = reachOf(viewer, action);
  if (reach === null) throw new Error(`this role may not ${action}`);
  return reach;
};

/** A day's questions about one thing among many. */
const QUESTIONS: readonly (readonly [string, (tx: Tx) => Promise<unknown>])[] = [
  [
    'what came back of the payments to a payee',
    (tx) => openReturnsOf(tx, WORLD.council, [{ organisationId: 'org_7', lineId: null }]),
  ],
  ['the unread messages of a role', (tx) => countUnread(tx, asker(FINANCE, 'message.read'), undefined)],
  [
    'the messages of an organisation',
    (tx) => listMessages(tx, asker(PROVIDER, 'message.read'), { after: null, limit: 50 }),
  ],
  ['the orders that were placed together', (tx) => findPlacedTogether(tx, asker(FINANCE, 'order.view'), 'bas_7')],
  [
    'the visits that a line of money pays for',
    (tx) => findHitVisits(tx, WORLD.council, { lineId: 'line_7' }, TODAY, 'all'),
  ],
  [
    'the money of an order from its reservation on',
    (tx) => sumsOf(tx, WORLD.council, { kind: 'order', ids: ['ord_7'] }),
  ],
  ['what the lines of a person still have', (tx) => finalLines(tx, WORLD.council, 'per_7')],
  ['what the lines of an order still have', (tx) => findLinesOfOrders(tx, asker(FINANCE, 'order.view'), ['ord_7'])],
  [
    'the movements of a visit, a line and an invoice',
    (tx) =>
      listTransfers(tx, WORLD.council, { visits: ['vis_7'], lines: ['line_7'], invoices: ['inv_7'], ids: ['tr_7'] }),
  ],
  [
    'people by a part of a name',
    (tx) => listPeople(tx, asker(MANAGER, 'person.view'), { search: 'c81e72', after: null, limit: 50 }),
  ],
  [
    'what is in a basket and what it takes',
    (tx) => allOf(tx, holdOpenBasket(asker(as(ACCOUNTS.asha, 'budget-holder', { personId: 'per_7' }), 'basket.place'))),
  ],
  ['organisations by a part of a name', (tx) => findOrganisations(tx, 'c81e72')],
];

test.each(QUESTIONS)('%s are found without reading the whole of any table', async (_, ask) => {
  plans = [];
  await inTransaction(explaining, WORLD.council, (tx) => ask(tx));
  expect(plans.length).toBeGreaterThan(0);
  expect(wholeReads()).toEqual([]);
});

test('the statement inside people_named reads the index of names', async () => {
  const { rows } = await sql<{
    body: string;
  }>`select prosrc as body from pg_proc where proname = 'people_named'`.execute(world.database.ownerDb);
  const [, statement = ''] = /(SELECT array_agg[^;]+);/.exec(rows[0]?.body ?? '') ?? [];
  const asked = statement
    .replace(' INTO found', '')
    .replaceAll('in_council', COUNCIL)
    .replaceAll('in_words', `'c81e72'`)
    .replaceAll('in_pattern', `'%c81e72%'`)
    .replaceAll('in_most', '1000');
  const explained = await sql<{ 'QUERY PLAN': { Plan: Plan }[] }>`explain (format json) ${sql.raw(asked)}`.execute(
    world.database.ownerDb,
  );
  plans = (explained.rows[0]?.['QUERY PLAN'] ?? []).map(({ Plan: plan }) => plan);
  expect(wholeReads()).toEqual([]);
  expect(JSON.stringify(plans)).toContain('people_plain_name');
});

test('no statement finds an account of the ledger by an id that it puts together', () => {
  const sources = fileURLToPath(new URL('..', import.meta.url));
  const puts = readdirSync(sources, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.repo.ts') && !file.startsWith('testing/'))
    .filter((file) =>
      /\.id\b[^\n]{0,12}'(line|purse|debt|returned|accrued):' *\|\|/.test(readFileSync(join(sources, file), 'utf8')),
    );
  expect(puts).toEqual([]);
});

test('a whole read is noticed', async () => {
  plans = [];
  await inTransaction(explaining, WORLD.council, (tx) =>
    sql`select count(*) from messages where kind = 'kind'`.execute(tx),
  );
  expect(wholeReads()).toEqual(['Seq Scan on messages']);
});
