// Who asks about orders, as of today, with what the council has chosen about what providers may know.

import type { Tx } from '@support-market/db/pool';
import type { Reach } from '@support-market/domain/access/permissions';
import type { Viewer } from '@support-market/domain/access/roles';
import type { AppContext } from '../../platform/context.ts';
import { readSettings } from '../../platform/settings.repo.ts';
import type { Asker } from './orders.repo.ts';

export async function askerIn(
  tx: Tx,
  { clock }: Pick<AppContext, 'clock'>,
  viewer: Viewer,
  reach: Reach | null,
): Promise<Asker> {
  const today = clock.today();
  const { visitorNoteDays } = await readSettings(tx, viewer.councilId, today);
  return { viewer, reach, today, days: visitorNoteDays };
}
