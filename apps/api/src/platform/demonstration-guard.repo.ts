// Demonstration mode has a published password and lets anyone look around as anyone, so it and real people never share a database.

import type { Db } from '@support-market/db/pool';
import type { Temporal } from 'temporal-polyfill';

/** The name of a council in the database that is not made up, if there is one. */
export async function findRealCouncil(db: Db): Promise<string | null> {
  const real = await db
    .selectFrom('councils')
    .select('name')
    .where('demonstration', '=', false)
    .limit(1)
    .executeTakeFirst();
  return real?.name ?? null;
}

/** Throws an Error that says what to do when the database holds a council that is not made up. */
export async function assertDemonstrationAllowed(db: Db): Promise<void> {
  const real = await findRealCouncil(db);
  if (real !== null) {
    throw new Error(
      `Demonstration mode does not start: this database holds a real council (${real}). Set DEMONSTRATION=false, or use another database.`,
    );
  }
}

/** The council that was made up first, and the day on which it was; null where none is. */
export async function findDemonstration(
  db: Db,
): Promise<{ readonly slug: string; readonly madeOn: Temporal.PlainDate | null } | null> {
  const council = await db
    .selectFrom('councils')
    .select(['slug', 'demonstration_made_on as madeOn'])
    .where('demonstration', '=', true)
    // Ids are in the order in which they were made.
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
  return council ?? null;
}

/** The day on which the demonstration was made; null where it is not there. It is there whole: one transaction loads it. */
export async function demonstrationMadeOn(db: Db): Promise<Temporal.PlainDate | null> {
  return (await findDemonstration(db))?.madeOn ?? null;
}
