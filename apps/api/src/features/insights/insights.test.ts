// What a commissioner may learn, and that no route or sum lets them see one person.

import { inTransaction } from '@support-market/db/transaction';
import { mayDo, PERMISSIONS } from '@support-market/domain/access/permissions';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Spender, seedSpender, seedVisits } from '../../testing/seed-spenders.ts';
import { startTestApp, type TestApp } from '../../testing/test-app.ts';
import { ACCOUNTS, buildWorld, WORLD } from '../../testing/world.ts';
import type {
  DaysToPayAnswer,
  DeclinedOrdersAnswer,
  SearchesAnswer,
  SpendAnswer,
  SummaryAnswer,
} from './insights.schemas.ts';

let world: TestApp;
let commissioner: { authorization: string };
const spenders: Spender[] = [];

async function get<Answer>(url: string): Promise<Answer> {
  const answer = await world.app.inject({ url, headers: commissioner });
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json<Answer>();
}

beforeAll(async () => {
  world = await startTestApp();
  await buildWorld(world);
  commissioner = await world.signIn(ACCOUNTS.commissioner, WORLD.council);
  await sql`insert into categories (id, slug, name, position) values ('cat_garden0000000000000000000', 'garden', 'Garden', 3)`.execute(
    world.database.ownerDb,
  );
  for (let index = 0; index < 8; index += 1) spenders.push(await seedSpender(world, `s${index}`));
  // September: 8 people have care. October: 6 have care, 3 go to the club.
  for (const [index, spender] of spenders.entries()) {
    await seedVisits(world, spender, { name: `sep${index}`, date: '2026-09-10', amountPence: 2_000n, offer: 'care' });
    if (index < 6)
      await seedVisits(world, spender, { name: `act${index}`, date: '2026-10-10', amountPence: 3_000n, offer: 'care' });
    if (index < 3)
      await seedVisits(world, spender, { name: `cab${index}`, date: '2026-10-12', amountPence: 1_250n, offer: 'club' });
  }
  // November is not over: it is not shown.
  const [first] = spenders;
  if (first) await seedVisits(world, first, { name: 'nav', date: '2026-11-01', amountPence: 9_999n, offer: 'care' });
});
afterAll(() => world.close());

describe('spend', () => {
  test('is what the ledger posted, by month of service, over the twelve months that are over', async () => {
    const spend = await get<SpendAnswer>('/api/insights/spend');
    expect([spend.from, spend.to]).toEqual(['2025-11', '2026-10']);
    expect(spend.months).toHaveLength(12);
    expect(spend.months.slice(-2)).toEqual([
      { month: '2026-09', people: 8, amountPence: 16_000 },
      { month: '2026-10', people: 6, amountPence: 21_750 },
    ]);
    expect(spend.totalPence).toBe(37_750);
    expect(spend.byStream.groups).toEqual([
      { key: 'social-care', name: 'Social care', amountPence: 37_750, peopleAMonth: 7, isWhole: true },
    ]);
  });

  test('a category of 3 people is not shown and cannot be worked out from the total', async () => {
    const { byCategory, totalPence } = await get<SpendAnswer>('/api/insights/spend?from=2026-10&to=2026-10');
    expect(totalPence).toBe(21_750);
    expect(byCategory.groups).toEqual([]);
    expect(byCategory.pooledPence).toBe(21_750);
    expect(JSON.stringify(byCategory)).not.toContain('3750');
  });

  test('taking a shorter span from a longer one gives only what the months show', async () => {
    const longer = await get<SpendAnswer>('/api/insights/spend?from=2026-09&to=2026-10');
    const shorter = await get<SpendAnswer>('/api/insights/spend?from=2026-09&to=2026-09');
    const care = (spend: SpendAnswer) => spend.byCategory.groups.find(({ key }) => key === 'help-at-home')?.amountPence;
    expect([care(longer), care(shorter)]).toEqual([16_000, 16_000]);
    expect(JSON.stringify(longer.byCategory)).not.toContain('day-activities');
  });

  test.each([
    ['from=2026-11&to=2026-11', 422, 'insight.month_not_over'],
    ['from=2026-10&to=2026-09', 422, 'insight.months_out_of_range'],
    ['from=2020-01&to=2026-09', 422, 'insight.months_out_of_range'],
    ['person=per_1', 400, 'request.invalid'],
    ['from=2026-10-01', 400, 'request.invalid'],
  ])('refuses %s', async (query, status, code) => {
    const answer = await world.app.inject({ url: `/api/insights/spend?${query}`, headers: commissioner });
    expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([status, code]);
  });
});

describe('searches that found nothing', () => {
  test('shows words that came often, where they came from often, and no one’s rare words', async () => {
    const add = (words: string, times: number, outward: string | null, hits = 0) =>
      inTransaction(world.database.db, WORLD.council, (tx) =>
        sql`insert into searches (council_id, id, words, outward, hits, searched_at)
            select ${WORLD.council}, 'srch_' || md5(${words} || coalesce(${outward}, '') || n), ${words}, ${outward}, ${hits}, timestamptz '2026-10-01T10:00:00Z' + make_interval(days => n % 3)
              from generate_series(1, ${times}::int) n`.execute(tx),
      );
    await add('Wheelchair  football', 6, 'WA15');
    await add('wheelchair football', 2, 'M31');
    await add('=cmd|calc', 5, null);
    await add('bengali speaking help for nadia khan', 2, 'WA15');
    await add('gardening', 9, 'WA15', 4);
    const searches = await get<SearchesAnswer>('/api/insights/searches');
    expect(searches).toMatchObject({ searches: 24, foundNothing: 15 });
    expect(searches.words).toEqual([
      { words: 'wheelchair football', times: 8, near: [{ outward: 'WA15', times: 6 }] },
      { words: '=cmd|calc', times: 5, near: [] },
    ]);
  });

  test('an exported file cannot run a formula', async () => {
    const file = await world.app.inject({ url: '/api/insights/searches.csv', headers: commissioner });
    expect(file.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(file.body).toContain("\r\n'=cmd|calc,5,");
  });
});

describe('declined orders', () => {
  test('counts reasons and hides those of too few people with enough others to protect them', async () => {
    const decline = (spender: Spender | undefined, name: string, reason: string, offer: 'care' | 'club' = 'club') =>
      inTransaction(world.database.db, WORLD.council, async (tx) => {
        const order = `ord_${name.padEnd(24, '0')}`;
        await sql`insert into orders (council_id, id, reference, person_id, organisation_id, state, total_pence, placed_by, placed_at, decided_at, decline_reason)
          values (${WORLD.council}, ${order}, ${`D-${name}`}, ${spender?.personId ?? ''}, ${offer === 'club' ? WORLD.club : WORLD.agency}, 'declined', 100,
            ${ACCOUNTS.broker}, '2026-10-01T10:00:00Z', '2026-11-02T08:00:00Z', ${reason})`.execute(tx);
        await sql`insert into order_lines (council_id, id, order_id, offer_id, listing_id, description, unit, vat_category, vat_rate_basis_points, kind, quantity, first_date, last_date, notice_hours)
          values (${WORLD.council}, ${`ordl_${name.padEnd(24, '0')}`}, ${order}, ${WORLD.clubOffer}, ${offer === 'club' ? WORLD.clubListing : WORLD.careListing}, 'x', 'session', 'E', 0, 'one-off', 1, '2026-10-01', '2026-10-01', 48)`.execute(
          tx,
        );
      });
    await decline(spenders[0], 'd0', 'no-space');
    const one = await get<DeclinedOrdersAnswer>('/api/insights/declined-orders');
    expect(one).toMatchObject({ orders: null, byReason: [{ key: 'no-space', orders: null }] });
    for (let index = 1; index < 8; index += 1) await decline(spenders[index], `d${index}`, 'no-space');
    for (let index = 0; index < 6; index += 1) await decline(spenders[index], `e${index}`, 'too-far');
    for (let index = 0; index < 3; index += 1) await decline(spenders[index], `f${index}`, 'other', 'care');
    const declined = await get<DeclinedOrdersAnswer>('/api/insights/declined-orders');
    expect(declined.byReason).toEqual([
      { key: 'no-space', name: 'no-space', orders: 8 },
      { key: 'too-far', name: 'too-far', orders: null },
      { key: 'other', name: 'other', orders: null },
    ]);
    expect(declined.byProvider.map(({ orders }) => orders)).toEqual([null, null]);
    const csv = await world.app.inject({ url: '/api/insights/declined-orders.csv', headers: commissioner });
    expect(csv.body).toContain('reason,no-space,8\r\nreason,too-far,too few to show');
  });
});

describe('days from delivery to payment', () => {
  test('are counted for each paid delivery, with the median by month and payer', async () => {
    await sql`insert into payers (council_id, id, kind, funder_id) values (${WORLD.council}, 'payr_adults00000000000000000', 'funder', ${WORLD.adults})`.execute(
      world.database.ownerDb,
    );
    await sql`
      insert into invoices (council_id, id, number, organisation_id, funder_id, payer_id, state, period_start, period_end, issue_date, due_date, net_pence, vat_pence, total_pence, outside_vat, created_at, approved_at, paid_at)
      values (${WORLD.council}, 'inv_dayspaid0000000000000000', 'X-1', ${WORLD.agency}, ${WORLD.adults}, 'payr_adults00000000000000000', 'paid', '2026-09-01', '2026-09-30', '2026-10-01', '2026-10-31', 16000, 0, 16000, false, '2026-10-01T08:00:00Z', '2026-10-01T08:00:00Z', '2026-10-01T23:30:00Z')`.execute(
      world.database.ownerDb,
    );
    await sql`
      insert into invoice_lines (council_id, id, invoice_id, position, visit_id, share_position, order_id, person_id, line_id, description, service_date, unit, quantity, unit_price_pence, share_weight, share_total, vat_category, vat_rate_basis_points, net_pence, gross_pence)
      select visit.council_id, 'invl_' || right(visit.id, 24), 'inv_dayspaid0000000000000000', row_number() over (order by visit.id), visit.id, 0, visit.order_id, visit.person_id, share.line_id, 'x', visit.service_date, 'hour', 1, 2000, 1, 1, 'E', 0, 2000, 2000
        from visits visit join visit_shares share on share.council_id = visit.council_id and share.visit_id = visit.id where visit.service_date = '2026-09-10'`.execute(
      world.database.ownerDb,
    );
    const days = await get<DaysToPayAnswer>('/api/insights/days-to-pay');
    // Half past midnight on 2 October in London: 22 days after 10 September.
    expect(days).toMatchObject({ deliveries: 8, medianDays: 22 });
    expect(days.byPayer).toContainEqual({ payerKind: 'funder', medianDays: 22 });
    expect(days.byPayer).toContainEqual({ payerKind: 'person', medianDays: null });
    expect(days.distribution).toContainEqual({ fromDays: 15, toDays: 30, percent: 100 });
    expect(days.months.at(-1)).toMatchObject({ month: '2026-10', deliveries: 8, medianDays: 22 });
    const csv = await world.app.inject({ url: '/api/insights/days-to-pay.csv', headers: commissioner });
    expect(csv.body).toContain('2026-10,8,22,22,');
  });
});

test('the summary has the figures of three sentences', async () => {
  expect(await get<SummaryAnswer>('/api/insights/summary')).toEqual({
    from: '2025-11',
    to: '2026-10',
    spend: { totalPence: 37_750, people: 8, largestCategory: null },
    searches: { foundNothing: 15, most: { words: 'wheelchair football', times: 8 } },
    orders: { declined: 17, mostReason: 'no-space' },
    daysToPay: { medianDays: 22 },
  });
  for (const name of ['summary', 'spend']) {
    const csv = await world.app.inject({ url: `/api/insights/${name}.csv`, headers: commissioner });
    expect(csv.statusCode).toBe(200);
    expect(csv.body.startsWith('\uFEFF')).toBe(true);
  }
});

describe('who may ask', () => {
  test('a commissioner has no route to one person’s money or records', async () => {
    const viewer = {
      accountId: ACCOUNTS.commissioner,
      councilId: WORLD.council,
      memberships: [{ role: 'commissioner' as const, personId: null, organisationId: null }],
    };
    const allowed = Object.keys(PERMISSIONS).filter((action) => mayDo(viewer, action as keyof typeof PERMISSIONS));
    // Of what providers are paid they agree the rates, which are of no one person.
    const ofRates = ['agreed-rate.keep', 'agreed-rate.view', 'price-rise.decide', 'price-rise.view'];
    expect(allowed.filter((action) => action !== 'message.read').sort()).toEqual([...ofRates, 'insight.view'].sort());
    const described = world.app.swagger() as { paths: Record<string, Record<string, unknown>> };
    const told = world.app.routeTable.filter(({ action }) => ofRates.includes(action));
    expect(told.length).toBeGreaterThan(6);
    for (const { method, url } of told) {
      const route = described.paths[url.replace(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()];
      expect(route, url).toBeDefined();
      expect(JSON.stringify(route), url).not.toMatch(/"(person\w*|order(Id|Reference)|reference|visitId|lineId)"/);
    }
    const insights = world.app.routeTable.filter(({ action }) => action === 'insight.view');
    expect(insights.length).toBe(10);
    expect(insights.filter(({ url }) => url.includes(':'))).toEqual([]);
    const others = world.app.routeTable.filter(
      ({ method, action }) => method === 'GET' && !mayDo(viewer, action) && action in PERMISSIONS,
    );
    for (const { url } of others) {
      const path = url.replace(/:reference/, 'D-d0').replace(/:\w+/g, WORLD.ashaCare);
      const answer = await world.app.inject({ url: `${path}?reason=curious`, headers: commissioner });
      expect([url, answer.statusCode]).toEqual([url, 403]);
    }
  });

  test('refuses readers without the role, and readers who are signed out', async () => {
    expect((await world.app.inject('/api/insights/spend')).statusCode).toBe(401);
    for (const account of [ACCOUNTS.asha, ACCOUNTS.provider, ACCOUNTS.finance, ACCOUNTS.practitioner]) {
      const headers = await world.signIn(account, WORLD.council);
      expect((await world.app.inject({ url: '/api/insights/spend', headers })).statusCode).toBe(403);
    }
  });
});

test('what a credit note gives back of a month’s visits leaves the spend of that month', async () => {
  const finance = { ...(await world.signIn(ACCOUNTS.finance, WORLD.council)), 'idempotency-key': 'credit-a-month-1' };
  await world.app.inject({ method: 'POST', url: '/api/invoices/bill', headers: finance, payload: {} });
  const [item] = await world.database.ownerDb
    .selectFrom('invoice_lines')
    .select(['id', 'invoice_id'])
    .where('gross_pence', '=', 2_000n)
    .execute();
  const credited = await world.app.inject({
    method: 'POST',
    url: `/api/invoices/${item?.invoice_id}/credit-notes`,
    headers: finance,
    payload: { reason: 'Too dear.', billAgain: false, lines: [{ id: item?.id, rightPence: 1_500 }] },
  });
  expect(credited.statusCode, credited.body).toBe(201);
  const { months, byStream } = await get<SpendAnswer>('/api/insights/spend?from=2026-09&to=2026-09');
  expect(months).toEqual([{ month: '2026-09', people: 8, amountPence: 15_500 }]);
  expect(byStream.groups).toMatchObject([{ key: 'social-care', amountPence: 15_500 }]);
});
