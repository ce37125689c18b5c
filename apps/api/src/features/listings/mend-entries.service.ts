// Has the search find what changed without it: a server of the version before, still running while this one begins, writes listings
// and not what the search reads of them, and so does a person who changes a listing by hand in SQL.

import { inTransaction } from '@support-market/db/transaction';
import type { AppContext } from '../../platform/context.ts';
import { listingsChanged } from '../../platform/listing-changes.repo.ts';
import { forgetWords, listingsToEnterAgain, rememberWords } from '../../platform/search-entries.repo.ts';
import { listingsAfter } from './from-prices.repo.ts';

const PAGE = 500;

/** Forgets the words that no listing has any more. Those of a listing that is written meanwhile are remembered again by the mend. */
async function forgetAllWords({ db }: Pick<AppContext, 'db'>, size: number): Promise<void> {
  for (let last: string | null = ''; last !== null; ) {
    const from: string = last;
    last = await inTransaction(db, null, (tx) => forgetWords(tx, from, size));
  }
}

/** Compares the entries of all listings with what they should be, without holding any, and writes those that differ. Answers how many did. */
export async function mendSearchEntries({ db }: Pick<AppContext, 'db'>, size = PAGE): Promise<number> {
  await forgetAllWords({ db }, size);
  let mended = 0;
  for (let last = ''; ; ) {
    const { ids, differing } = await inTransaction(db, null, async (tx) => {
      const page = await listingsAfter(tx, last, size);
      return { ids: page, differing: await listingsToEnterAgain(tx, page) };
    });
    await inTransaction(db, null, async (tx) => {
      await listingsChanged(tx, differing);
      await rememberWords(tx, ids);
    });
    mended += differing.length;
    if (ids.length < size) return mended;
    last = ids.at(-1) ?? '';
  }
}
