// A demonstration is made once, for the budget year of that day. Later it grows old: this says so, and clears it away for
// a new one when a person asks; never anything but the built-in database with made-up councils alone.

import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { findRealCouncil } from '@support-market/api/platform/demonstration-guard.repo';
import type { OpenDatabase } from '@support-market/db/database-url';
import { emptyDatabase } from '@support-market/db/empty-database';
import { createPool, dbOverPool } from '@support-market/db/pool';
import { datesIn } from '@support-market/words/dates';
import type { Temporal } from 'temporal-polyfill';

/** The budget year of councils begins on 1 April. */
function budgetYearOf(date: Temporal.PlainDate): number {
  return date.month >= 4 ? date.year : date.year - 1;
}

/** After so many days the week that it shows is over, and what waited for an answer has waited too long to look alive. */
const DAYS_FRESH = 14;

/** What to say of a demonstration that was made on an earlier day; null while it is as good as new. */
export function sayAge(madeOn: Temporal.PlainDate, today: Temporal.PlainDate): string | null {
  const days = madeOn.until(today, { largestUnit: 'day' }).days;
  if (days >= 0 && days <= DAYS_FRESH && budgetYearOf(madeOn) === budgetYearOf(today)) return null;
  const made = `The demonstration was made on ${datesIn().day(madeOn, 'with-year')}.`;
  const shows =
    budgetYearOf(madeOn) === budgetYearOf(today)
      ? 'The weeks since then are empty.'
      : 'Its budgets belong to another year than today, so there is little left to order with.';
  return `${made} ${shows}\nTo make it again, as of today:  npm start -- --fresh`;
}

const UNDEFINED_TABLE = '42P01';

/** Whether the database has a real council in it; one without our tables has none. Anything unclear throws. */
async function realCouncilIn(databaseUrl: string): Promise<string | null> {
  const owner = createPool(databaseUrl, { max: 1, role: 'owner', name: 'support-market fresh' });
  try {
    return await findRealCouncil(dbOverPool(owner));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === UNDEFINED_TABLE) return null;
    throw error;
  } finally {
    await owner.end();
  }
}

/**
 * Deletes the built-in demonstration, its database and its files, so that the next step loads it again. Throws in plain
 * words, and deletes nothing, where the database is an operator's, in use by another program, or holds a real council.
 */
export async function clearDemonstration(
  database: Pick<OpenDatabase, 'url' | 'source'>,
  options: { readonly dataDir: string; readonly demonstration: boolean },
): Promise<void> {
  const refuse = (why: string): never => {
    throw new Error(`Nothing was deleted: ${why}`);
  };
  if (database.source === 'operator') refuse('--fresh is for the built-in database, and DATABASE_URL names another.');
  if (!options.demonstration) refuse('--fresh is for the demonstration, and DEMONSTRATION is not true.');
  if (database.source !== 'built-in') refuse('another program uses this demonstration. Stop it, then start again.');
  const real = await realCouncilIn(database.url);
  if (real !== null) refuse(`this database holds a real council (${real}).`);
  await emptyDatabase(database.url);
  rmSync(join(options.dataDir, 'files'), { recursive: true, force: true });
}
