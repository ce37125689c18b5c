// People who each had one visit, for tests that need to know how many people are behind a sum.

import { inTransaction } from '@support-market/db/transaction';
import { fundingAccount, lineAccount } from '@support-market/domain/ledger/accounts';
import { pence } from '@support-market/domain/shared/money';
import { Temporal } from 'temporal-polyfill';
import { openAccounts, postTransfers } from '../ports/ledger/ledger.repo.ts';
import { seedConfirmedVisits } from './seed-confirmed-visits.ts';
import type { TestApp } from './test-app.ts';
import { ACCOUNTS, WORLD, YEAR_END, YEAR_START } from './world.ts';

export interface Spender {
  readonly personId: string;
  readonly lineId: string;
}

/** A new person with £10,000.00 of social care money; `name` is 1 to 6 letters (not i, l, o, u) or digits. */
export async function seedSpender(test: TestApp, name: string): Promise<Spender> {
  const spender = { personId: `per_${name.padEnd(24, '0')}`, lineId: `line_${name.padEnd(24, '0')}` };
  const budgetId = `bud_${name.padEnd(24, '0')}`;
  const at = Temporal.Instant.from('2026-04-01T08:00:00Z');
  const year = { starts_on: YEAR_START, ends_on: YEAR_END };
  await inTransaction(test.database.db, WORLD.council, async (tx) => {
    const council = { council_id: WORLD.council };
    const person = { ...council, id: spender.personId, reference: `T-${name}`, full_name: `Test ${name}` };
    await tx
      .insertInto('people')
      .values({ ...person, care_groups: ['older-people'] })
      .execute();
    await tx
      .insertInto('budgets')
      .values({
        ...council,
        ...year,
        id: budgetId,
        person_id: spender.personId,
        cost_pence: 1_000_000n,
        contribution_pence: 0n,
        council_pence: 1_000_000n,
      })
      .execute();
    await tx
      .insertInto('budget_lines')
      .values({
        ...council,
        ...year,
        id: spender.lineId,
        budget_id: budgetId,
        person_id: spender.personId,
        reference: name,
        name: 'Social care',
        funder_id: WORLD.adults,
        stream: 'social-care',
        arrangement: 'council-managed',
        award_pence: 1_000_000n,
      })
      .execute();
    await openAccounts(tx, WORLD.council, [fundingAccount(WORLD.adults), lineAccount(spender.lineId)]);
    await postTransfers(tx, { councilId: WORLD.council, effectiveAt: at, recordedAt: at, recordedBy: 'system' }, [
      {
        kind: 'single',
        id: `tr_award:${spender.lineId}`,
        code: 'award',
        debit: fundingAccount(WORLD.adults).id,
        credit: lineAccount(spender.lineId).id,
        amountPence: pence(1_000_000),
        lineId: spender.lineId,
      },
    ]);
  });
  return spender;
}

/** Confirmed visits of a spender, one a day from `date`, each at `amountPence`; answers their ids. */
export async function seedVisits(
  test: TestApp,
  spender: Spender,
  visit: {
    readonly name: string;
    readonly date: string;
    readonly amountPence: bigint;
    readonly offer: 'care' | 'club';
    readonly visits?: number;
  },
): Promise<readonly string[]> {
  const care = visit.offer === 'care';
  return seedConfirmedVisits(test.database.db, {
    councilId: WORLD.council,
    organisationId: care ? WORLD.agency : WORLD.club,
    personId: spender.personId,
    offerId: care ? WORLD.careOffer : WORLD.clubOffer,
    listingId: care ? WORLD.careListing : WORLD.clubListing,
    placedBy: ACCOUNTS.broker,
    name: visit.name,
    unit: care ? 'hour' : 'session',
    unitPricePence: care ? 1_920n : 1_250n,
    vatCategory: 'E',
    vatRateBasisPoints: 0,
    minutes: care ? 60 : null,
    lines: [{ lineId: spender.lineId, weight: 1 }],
    visits: visit.visits ?? 1,
    firstDate: Temporal.PlainDate.from(visit.date),
    overDays: visit.visits ?? 1,
    plannedPence: visit.amountPence,
    chargePence: visit.amountPence,
    plannedParts: [visit.amountPence],
    chargeParts: [visit.amountPence],
    at: Temporal.PlainDate.from(visit.date)
      .add({ days: visit.visits ?? 1 })
      .toZonedDateTime('UTC')
      .toInstant(),
  });
}
