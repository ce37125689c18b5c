// Demonstration mode has a published password and lets anyone look around as anyone, so it and real people never share a database.

import type { Db } from '@support-market/db/pool';

/** Throws an Error that says what to do when the database holds a council that is not made up. */
export async function assertDemonstrationAllowed(db: Db): Promise<void> {
  const real = await db
    .selectFrom('councils')
    .select('name')
    .where('demonstration', '=', false)
    .limit(1)
    .executeTakeFirst();
  if (real) {
    throw new Error(
      `Demonstration mode does not start: this database holds a real council (${real.name}). Set DEMONSTRATION=false, or use another database.`,
    );
  }
}
