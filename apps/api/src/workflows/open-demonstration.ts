// Makes sure that the demonstration is there for those who work on it alone (its loader, its documents).

import { createDb, createPool, dbOverPool } from '@support-market/db/pool';
import { type Environment, readConfig } from '../config.ts';
import { systemClock } from '../ports/clock/clock.ts';
import { loadDemonstration } from './load-demonstration.ts';
import { loadReferenceData } from './load-reference-data.ts';

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
