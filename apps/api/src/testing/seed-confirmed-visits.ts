// Confirmed visits by the thousand, for tests and measurements of billing and payment.

import type { Db } from '@support-market/db/pool';
import { pence, splitPence } from '@support-market/domain/shared/money';
import { Temporal } from 'temporal-polyfill';
import { insertConfirmedVisits, type SeedOrder } from './seed-confirmed-visits.repo.ts';
import { ACCOUNTS, WORLD } from './world.ts';

export type { SeedOrder };

/** Asha's care by the hour from the agency, 90 minutes at £19.20, on each day of the last week of October 2026. */
export function careToSeed(name: string, visits: number, more: Partial<SeedOrder> = {}): SeedOrder {
  const lines = more.lines ?? [{ lineId: WORLD.ashaCare, weight: 1 }];
  const plannedPence = more.plannedPence ?? 2_880n;
  const chargePence = more.chargePence ?? plannedPence;
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
    unitPricePence: 1_920n,
    vatCategory: 'E',
    vatRateBasisPoints: 0,
    minutes: 90,
    lines,
    visits,
    firstDate: Temporal.PlainDate.from('2026-10-26'),
    overDays: 7,
    plannedPence,
    chargePence,
    plannedParts: parts(plannedPence),
    chargeParts: parts(chargePence),
    at: Temporal.Instant.from('2026-10-31T12:00:00Z'),
    ...more,
  };
}

/** One order with many visits that were all confirmed; its lines must hold enough. Answers the visits' ids. */
export function seedConfirmedVisits(db: Db, seed: SeedOrder): Promise<readonly string[]> {
  return insertConfirmedVisits(db, seed);
}
