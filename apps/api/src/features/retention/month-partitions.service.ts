// Keeps a year of months ready ahead of today, and the past year for what is brought in with its own date.

import type { Db } from '@support-market/db/pool';
import type { Clock } from '../../ports/clock/clock.ts';
import { makeMonthPartitions } from './month-partitions.repo.ts';

const MONTHS_BEHIND = 15;
const MONTHS_AHEAD = 12;

/** Makes what is missing; asking again changes nothing. Answers how many months were made. */
export function keepMonthsReady(ownerDb: Db, clock: Pick<Clock, 'today'>): Promise<number> {
  const month = clock.today().toPlainYearMonth();
  return makeMonthPartitions(ownerDb, month.subtract({ months: MONTHS_BEHIND }), month.add({ months: MONTHS_AHEAD }));
}
