// Billing from confirmed visits to numbered invoices, on a real database.

import { pence, splitPence } from '@support-market/domain/shared/money';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { systemActor } from '../../http/audit.repo.ts';
import { type SeedOrder, seedConfirmedVisits } from '../../testing/seed-confirmed-visits.ts';
import { startTestApp, type TestApp } from '../../testing/test-app.ts';
import { ACCOUNTS, buildWorld, WORLD } from '../../testing/world.ts';
import { runChecks } from '../ledger/verification.repo.ts';
import { billCouncil } from './billing.service.ts';

let world: TestApp;
beforeAll(async () => {
  world = await startTestApp();
  await buildWorld(world);
});
afterAll(() => world.close());

const TODAY = Temporal.PlainDate.from('2026-11-02');

function care(name: string, visits: number, more: Partial<SeedOrder> = {}): SeedOrder {
  const lines = more.lines ?? [{ lineId: WORLD.ashaCare, weight: 1 }];
  const planned = more.plannedPence ?? 2880n;
  const charge = more.chargePence ?? planned;
  const parts = (amount: bigint) =>
    splitPence(
      pence(amount),
      lines.map(({ weight }) => weight),
    );
  return {
    councilId: WORLD.council,
    organisationId: WORLD.agency,
    personId: WORLD.asha,
    offerId: WORLD.careOffer,
    listingId: WORLD.careListing,
    placedBy: ACCOUNTS.asha,
    name,
    unit: 'hour',
    unitPricePence: 1920n,
    vatCategory: 'E',
    vatRateBasisPoints: 0,
    minutes: 90,
    lines,
    visits,
    firstDate: Temporal.PlainDate.from('2026-10-26'),
    overDays: 7,
    plannedPence: planned,
    chargePence: charge,
    plannedParts: parts(planned),
    chargeParts: parts(charge),
    at: Temporal.Instant.from('2026-10-31T12:00:00Z'),
    ...more,
  };
}

async function wrongFindings(): Promise<unknown[]> {
  return (await runChecks(world.database.ownerDb)).flatMap(({ wrong }) => wrong);
}

test('a week of visits becomes one approved invoice, and billing again makes nothing', async () => {
  await seedConfirmedVisits(world.database.db, care('firstseed', 20));
  const billed = await billCouncil(world.context, systemActor(WORLD.council, 'billing'), TODAY);
  expect(billed).toEqual({ invoices: 1, held: 0, visits: 20, totalPence: 57_600n });
  expect(await billCouncil(world.context, systemActor(WORLD.council, 'billing'), TODAY)).toEqual({
    invoices: 0,
    held: 0,
    visits: 0,
    totalPence: 0n,
  });
  const invoice = await world.database.ownerDb.selectFrom('invoices').selectAll().executeTakeFirstOrThrow();
  expect(invoice).toMatchObject({
    number: 'BC-000001',
    state: 'approved',
    payer_kind: 'council',
    total_pence: 57_600n,
  });
  expect(invoice.period_start.toString()).toBe('2026-10-26');
  expect(invoice.due_date.toString()).toBe('2026-12-02');
  expect(await wrongFindings()).toEqual([]);
});
