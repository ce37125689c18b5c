// Has the lowest price of every listing follow the calendar: a price that begins or ends on a day changes it with nothing written.

import { inTransaction } from '@support-market/db/transaction';
import type { AppContext } from '../../platform/context.ts';
import { listingsAfter, refreshFromPrice } from './from-prices.repo.ts';

const CHUNK = 1_000;

/** Works out the lowest price of all listings for today, and writes those that are others than yesterday. */
export async function followPriceDays({ db, clock }: Pick<AppContext, 'db' | 'clock'>): Promise<void> {
  for (let last = ''; ; ) {
    const listingIds = await inTransaction(db, null, async (tx) => {
      const ids = await listingsAfter(tx, last, CHUNK);
      await refreshFromPrice(tx, clock.today(), { listingIds: ids });
      return ids;
    });
    if (listingIds.length < CHUNK) return;
    last = listingIds.at(-1) ?? '';
  }
}
