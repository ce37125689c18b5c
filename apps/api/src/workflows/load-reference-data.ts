// Brings what every council shares (the catalogue's categories, the bank holidays) up to what the program knows, at each start.

import type { Db } from '@support-market/db/pool';
import { inTransaction } from '@support-market/db/transaction';
import { upsertBankHolidays, upsertCategories, upsertSearchIdeas } from '../features/categories/reference-data.repo.ts';
import type { Clock } from '../ports/clock/clock.ts';

/** Safe to run again at any time: it writes only what differs. */
export async function loadReferenceData(db: Db, clock: Clock): Promise<void> {
  await inTransaction(db, null, async (tx) => {
    await upsertCategories(tx, clock);
    await upsertSearchIdeas(tx);
    await upsertBankHolidays(tx);
  });
}
