// Statements with the scenarios' exact amounts, on the screen and on paper, from confirmed visits to the person's page.

import { inTransaction } from '@support-market/db/transaction';
import { bankAccount, purseAccount } from '@support-market/domain/ledger/accounts';
import { pence } from '@support-market/domain/shared/money';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openAccounts, postTransfers } from '../../ports/ledger/ledger.repo.ts';
import { fundOf, openLine } from '../../testing/open-line.ts';
import { pdfText } from '../../testing/pdf-text.ts';
import { newKey } from '../../testing/place-order.ts';
import { type SeedOrder, seedConfirmedVisits } from '../../testing/seed-confirmed-visits.ts';
import { startTestApp, type TestApp } from '../../testing/test-app.ts';
import { ACCOUNTS, type AccountName, buildWorld, WORLD } from '../../testing/world.ts';

let world: TestApp;
beforeAll(async () => {
  world = await startTestApp();
  await buildWorld(world);
});
afterAll(() => world.close());

async function get(who: AccountName, url: string) {
  return world.app.inject({ url, headers: await world.signIn(ACCOUNTS[who], WORLD.council) });
}

async function post(who: AccountName, url: string, payload: object = {}) {
  const headers = { ...(await world.signIn(ACCOUNTS[who], WORLD.council)), 'idempotency-key': newKey() };
  const answer = await world.app.inject({ method: 'POST', url, headers, payload });
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json();
}

async function looks(personId: string): Promise<number> {
  const rows = await world.database.ownerDb
    .selectFrom('audit_entries')
    .select('id')
    .where('event', '=', 'statement.viewed')
    .where('person_id', '=', personId)
    .execute();
  return rows.length;
}

const seed = (
  more: Pick<SeedOrder, 'name' | 'lines' | 'plannedPence' | 'plannedParts'> & Partial<SeedOrder>,
): SeedOrder => ({
  councilId: WORLD.council,
  organisationId: WORLD.agency,
  personId: WORLD.asha,
  offerId: WORLD.careOffer,
  listingId: WORLD.careListing,
  placedBy: ACCOUNTS.asha,
  unit: 'hour',
  unitPricePence: 2150n,
  vatCategory: 'E',
  vatRateBasisPoints: 0,
  minutes: 120,
  visits: 1,
  firstDate: Temporal.PlainDate.from('2026-11-03'),
  overDays: 6,
  chargePence: more.plannedPence,
  chargeParts: more.plannedParts,
  at: Temporal.Instant.from('2026-11-09T12:00:00Z'),
  ...more,
});

describe('an individual service fund', () => {
  let fund = '';
  beforeAll(async () => {
    fund = await openLine(world, fundOf());
    // Two weeks in advance, as the payment run pays it.
    expect(await post('finance', '/api/pay-ins/schedule')).toMatchObject({ created: 1, totalPence: 70_000 });
    const payIns = (await get('finance', '/api/pay-ins?state=due')).json().items;
    expect(payIns).toMatchObject([{ lineId: fund, fromDate: '2026-11-02', toDate: '2026-11-15', amountPence: 70_000 }]);
    const at = Temporal.Instant.from('2026-11-02T09:00:00Z');
    await inTransaction(world.database.db, WORLD.council, async (tx) => {
      await openAccounts(tx, WORLD.council, [bankAccount(WORLD.adults)]);
      await postTransfers(tx, { councilId: WORLD.council, effectiveAt: at, recordedAt: at, recordedBy: 'system' }, [
        {
          kind: 'single',
          id: `tr_payin:${payIns[0].id}`,
          code: 'pay-in',
          debit: purseAccount(fund).id,
          credit: bankAccount(WORLD.adults).id,
          amountPence: pence(70_000),
          lineId: fund,
        },
      ]);
    });
    await seedConfirmedVisits(
      world.database.db,
      seed({
        name: 'fund',
        lines: [{ lineId: fund, weight: 1 }],
        visits: 6,
        plannedPence: 4300n,
        plannedParts: [4300n],
      }),
    );
    await seedConfirmedVisits(
      world.database.db,
      seed({
        name: 'gym',
        organisationId: WORLD.club,
        offerId: WORLD.clubOffer,
        listingId: WORLD.clubListing,
        unit: 'session',
        unitPricePence: 4000n,
        minutes: null,
        lines: [{ lineId: fund, weight: 1 }],
        plannedPence: 4000n,
        plannedParts: [4000n],
      }),
    );
    world.clock.set(Temporal.Instant.from('2026-11-16T09:00:00Z'));
    await post('finance', '/api/invoices/bill');
    const invoices = (await get('isfHolder', '/api/invoices?toPay=true')).json().items;
    expect(invoices).toHaveLength(2);
    const ownFirst = invoices.sort((a: { organisationId: string }) => (a.organisationId === WORLD.agency ? -1 : 1));
    for (const { id } of ownFirst) {
      world.clock.advance({ minutes: 1 });
      await post('isfHolder', `/api/invoices/${id}/settle`);
    }
  });

  test('says: in £700.00, out £298.00, left £402.00, under the limit of £1,400.00', async () => {
    const statement = (await get('asha', `/api/budget-lines/${fund}/statement?month=2026-11`)).json();
    expect(statement.purse).toMatchObject({
      openingPence: 0,
      inPence: 70_000,
      outPence: 29_800,
      leftPence: 40_200,
      limitPence: 140_000,
      over: false,
      overPence: 0,
    });
    expect(
      statement.purse.entries.map((entry: Record<string, unknown>) => [
        entry.code,
        entry.organisationName,
        entry.minutes,
        entry.quantity,
        entry.unitPricePence,
        entry.inPence,
        entry.outPence,
      ]),
    ).toEqual([
      ['pay-in', null, null, null, null, 70_000, 0],
      ['pay', 'Bright Care', 720, 6, 2150, 0, 25_800],
      ['pay', 'Quayside Club', null, 1, 4000, 0, 4_000],
    ]);
    expect(statement).toMatchObject({ inPence: 750_000, outPence: 29_800, leftPence: 720_200 });
  });

  test('says the same on paper, with the hours and the price', async () => {
    const answer = await get('asha', `/api/budget-lines/${fund}/statement.pdf?month=2026-11`);
    expect(answer.headers['content-type']).toBe('application/pdf');
    const text = pdfText(answer.rawPayload);
    expect(text).toContain('£402.00 left in your fund with Bright Care.');
    expect(text).toContain('Came in £700.00');
    expect(text).toContain('Went out £298.00');
    expect(text).toContain('under the £1,400.00 that may be kept');
    expect(text).toContain('12 hours at £21.50 an hour');
    expect(text).toContain('£258.00');
    expect(text).toContain('£40.00');
  });

  test('is seen by its holder line by line, with a trace for the person, and its other lines stay hidden', async () => {
    const before = await looks(WORLD.asha);
    expect((await get('isfHolder', `/api/budget-lines/${fund}/statement`)).statusCode).toBe(200);
    expect(await looks(WORLD.asha)).toBe(before + 1);
    expect((await get('isfHolder', `/api/budget-lines/${WORLD.ashaCare}/statement`)).statusCode).toBe(404);
    const money = (await get('isfHolder', `/api/people/${WORLD.asha}/money`)).json();
    expect(money.budget).toBeNull();
    expect(money.lines.map(({ id }: { id: string }) => id)).toEqual([fund]);
    expect(money.lines[0].purse).toMatchObject({ inPence: 70_000, outPence: 29_800, leftPence: 40_200, over: false });
  });

  test('carries what is left into the next month', async () => {
    const next = (await get('asha', `/api/budget-lines/${fund}/statement?month=2026-12`)).json();
    expect(next.purse).toMatchObject({ openingPence: 40_200, inPence: 0, outPence: 0, leftPence: 40_200, entries: [] });
    const before = (await get('asha', `/api/budget-lines/${fund}/statement?month=2026-10`)).json();
    expect(before).toMatchObject({ openingPence: 0, closingPence: 0, nextMonth: '2026-11', previousMonth: null });
  });
});

describe('a visit that was settled at another amount', () => {
  test('shows its time without a price, for the one times the other is not what was paid', async () => {
    const [id = ''] = await seedConfirmedVisits(
      world.database.db,
      seed({
        name: 'settled',
        lines: [{ lineId: WORLD.strangerCare, weight: 1 }],
        personId: WORLD.stranger,
        plannedPence: 4000n,
        plannedParts: [4000n],
      }),
    );
    await world.database.ownerDb
      .updateTable('visits')
      .set({ charge_pence: 4300n, settled_pence: 4000n })
      .where('id', '=', id)
      .execute();
    const { entries } = (
      await get('auditor', `/api/budget-lines/${WORLD.strangerCare}/statement?month=2026-11`)
    ).json();
    const settled = entries.find(({ outPence }: { outPence: number }) => outPence === 4000);
    expect(settled).toMatchObject({ minutes: 120, unitPricePence: null, outPence: 4000 });
    const paper = await get('auditor', `/api/budget-lines/${WORLD.strangerCare}/statement.pdf?month=2026-11`);
    const text = pdfText(paper.rawPayload);
    expect(text).toContain('2 hours');
    expect(text).not.toContain('2 hours at');
  });
});

describe('a family that pays together', () => {
  beforeAll(async () => {
    await seedConfirmedVisits(
      world.database.db,
      seed({
        name: 'fam',
        personId: WORLD.mother,
        placedBy: ACCOUNTS.broker,
        unit: 'session',
        unitPricePence: 5000n,
        minutes: null,
        lines: [WORLD.motherCare, WORLD.sonOneBreaks, WORLD.sonTwoBreaks].map((lineId) => ({ lineId, weight: 1 })),
        plannedPence: 5000n,
        plannedParts: [1667n, 1667n, 1666n],
      }),
    );
  });

  test.each([
    [WORLD.motherCare, 'social-care', 1667],
    [WORLD.sonOneBreaks, 'short-breaks', 1667],
    [WORLD.sonTwoBreaks, 'short-breaks', 1666],
  ])('shows on %s (%s) its own part alone', async (lineId, stream, part) => {
    const answer = await get('broker', `/api/budget-lines/${lineId}/statement?month=2026-11`);
    const statement = answer.json();
    expect(statement.line.stream).toBe(stream);
    expect(statement).toMatchObject({ openingPence: 100_000, inPence: 0, outPence: part, leftPence: 100_000 - part });
    expect(statement.entries).toMatchObject([
      { code: 'deliver', isShare: true, outPence: part, unitPricePence: null, minutes: null, quantity: null },
    ]);
    expect(answer.body).not.toContain('5000');
    expect(
      pdfText((await get('broker', `/api/budget-lines/${lineId}/statement.pdf?month=2026-11`)).rawPayload),
    ).not.toContain('£50.00');
  });
});

describe('a statement', () => {
  test('of a line of a stranger answers the same bytes as one that does not exist', async () => {
    const hidden = await get('asha', `/api/budget-lines/${WORLD.strangerCare}/statement`);
    const missing = await get('asha', '/api/budget-lines/line_nowhere0000000000000000/statement');
    expect(hidden.statusCode).toBe(404);
    expect(hidden.body).toBe(missing.body);
    const paper = await get('asha', `/api/budget-lines/${WORLD.strangerCare}/statement.pdf`);
    expect(paper.body).toBe(missing.body);
  });

  test('leaves no trace when it is one’s own', async () => {
    const before = await looks(WORLD.asha);
    await get('asha', `/api/budget-lines/${WORLD.ashaCare}/statement`);
    expect(await looks(WORLD.asha)).toBe(before);
    await get('practitioner', `/api/budget-lines/${WORLD.ashaCare}/statement.pdf`);
    expect(await looks(WORLD.asha)).toBe(before + 1);
  });

  test('refuses months that are none, unknown questions, and those who may not', async () => {
    const url = `/api/budget-lines/${WORLD.ashaCare}/statement`;
    expect((await get('asha', `${url}?month=2026-13`)).statusCode).toBe(400);
    expect((await get('asha', `${url}?year=2026`)).statusCode).toBe(400);
    expect((await get('provider', url)).statusCode).toBe(403);
    expect((await world.app.inject(url)).statusCode).toBe(401);
  });
});
