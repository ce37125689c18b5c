// Loads the demonstration as a process of its own, for `npm start` and nobody else: its memory goes when it is done.

import { createPool, dbOverPool } from '@support-market/db/pool';
import { readConfig } from '../config.ts';
import { systemClock } from '../ports/clock/clock.ts';
import { loadDemonstration } from '../workflows/load-demonstration.ts';

const config = readConfig(process.env);
const pool = createPool(config.databaseUrl, { max: 2, role: 'owner', name: 'support-market demonstration' });
try {
  await loadDemonstration({ db: dbOverPool(pool), config, today: systemClock().today() }, (line) =>
    process.stdout.write(`${line}\n`),
  );
} finally {
  await pool.end();
}
// Whoever started us waits for the end, not for a channel that stays open.
process.disconnect?.();
