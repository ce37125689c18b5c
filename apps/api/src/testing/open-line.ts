// Lines of money beyond those of the shared world, opened as an import would.

import { inTransaction } from '@support-market/db/transaction';
import { pence } from '@support-market/domain/shared/money';
import { Temporal } from 'temporal-polyfill';
import type { NewLine } from '../features/budget-lines/open-lines.repo.ts';
import { openLines } from '../features/budget-lines/open-lines.service.ts';
import { systemActor } from '../platform/audit.repo.ts';
import type { TestApp } from './test-app.ts';
import { WORLD } from './world.ts';

/** Asha's fund, held by the agency: £350.00 a week for the year, of health money, unless said otherwise. */
export function fundOf(more: Partial<NewLine> = {}): NewLine {
  return {
    budgetId: `bud_${WORLD.asha.slice(4)}`,
    personId: WORLD.asha,
    reference: 'FUND-1',
    name: 'Fund with Bright Care',
    stream: 'health',
    arrangement: 'individual-service-fund',
    holderOrganisationId: WORLD.agency,
    holderName: null,
    startsOn: Temporal.PlainDate.from('2026-11-02'),
    endsOn: Temporal.PlainDate.from('2027-03-31'),
    awardPence: pence(750_000),
    weeklyPence: pence(35_000),
    sourceHash: 'one',
    ...more,
  };
}

/** Opens it; answers its id. Throws when it is refused. */
export async function openLine(test: TestApp, line: NewLine): Promise<string> {
  const [saved] = await inTransaction(test.database.db, WORLD.council, (tx) =>
    openLines(tx, test.clock, systemActor(WORLD.council, 'import'), [line]),
  );
  if (saved === undefined || saved.outcome === 'refused') throw new Error(`the line was not opened: ${saved?.code}`);
  return saved.lineId;
}
