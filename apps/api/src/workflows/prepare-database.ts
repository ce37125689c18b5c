// Brings a database to where the API and the worker can open it: the schema, the queue, and what every council shares.
// `npm start` does it by itself; where API and worker run as services, it is a step of its own before them.

import { ensureAppLogin } from '@support-market/db/app-login';
import { migrate } from '@support-market/db/migrate';
import { createPool, dbOverPool } from '@support-market/db/pool';
import type { Temporal } from 'temporal-polyfill';
import type { Config } from '../config.ts';
import { keepMonthsReady } from '../features/retention/month-partitions.service.ts';
import { prepareQueue } from '../jobs/worker.ts';
import { assertDemonstrationAllowed, demonstrationMadeOn } from '../platform/demonstration-guard.repo.ts';
import { systemClock } from '../ports/clock/clock.ts';
import { loadReferenceData } from './load-reference-data.ts';

/**
 * Safe to run again at any time, and by several programs at once. Answers when the demonstration was made, or null where
 * demonstration mode still wants its councils loaded; undefined outside demonstration mode. Throws where a migration fails, and where demonstration mode meets a real council.
 */
export async function prepareDatabase(
  config: Pick<Config, 'databaseUrl' | 'appDatabaseUrl' | 'demonstration' | 'clockAheadSeconds'>,
  say: (line: string) => void,
): Promise<{ readonly madeOn: Temporal.PlainDate | null | undefined }> {
  const applied = await migrate(config.databaseUrl);
  if (applied.length > 0) say(`Database schema: ${applied.length} change${applied.length === 1 ? '' : 's'} applied.`);
  await ensureAppLogin(config.databaseUrl, config.appDatabaseUrl);
  const owner = createPool(config.databaseUrl, { max: 2, role: 'owner', name: 'support-market prepare' });
  try {
    const db = dbOverPool(owner);
    if (config.demonstration) await assertDemonstrationAllowed(db);
    await prepareQueue(owner);
    await keepMonthsReady(db, systemClock(config.clockAheadSeconds));
    await loadReferenceData(db, systemClock(config.clockAheadSeconds));
    return { madeOn: config.demonstration ? await demonstrationMadeOn(db) : undefined };
  } finally {
    await owner.end();
  }
}
