// Makes sure that the demonstration is there for those who work on it alone (its loader, its documents).

import { type Environment, readConfig } from '@support-market/api/config';
import { systemClock } from '@support-market/api/ports/clock/clock';
import { loadReferenceData } from '@support-market/api/workflows/load-reference-data';
import { createDb, createPool, dbOverPool } from '@support-market/db/pool';
import { loadDemonstration } from './load-demonstration.ts';

/** Loads the demonstration where it is not yet; `environment` has DATABASE_URL and DEMONSTRATION. Throws beside a real council. */
export async function openDemonstration(environment: Environment, say: (line: string) => void): Promise<void> {
  const config = readConfig(environment);
  const owner = createPool(config.databaseUrl, { max: 2, role: 'owner', name: 'support-market demonstration' });
  const db = createDb(config.appDatabaseUrl, {
    max: 1,
    role: 'app',
    work: 'job',
    name: 'support-market demonstration',
  });
  try {
    const clock = systemClock(config.clockAheadSeconds);
    await loadReferenceData(dbOverPool(owner), clock);
    const { loaded } = await loadDemonstration({ db, config, today: clock.today() }, say);
    // So many rows are new at once that the planner would otherwise guess until the next automatic look.
    if (loaded) await owner.query('analyze');
  } finally {
    await Promise.all([owner.end(), db.destroy()]);
  }
}
