// What a council has chosen, as of one day. A setting counts on the day on which the program decides by it.

import type { Tx } from '@support-market/db/pool';
import { type CouncilSettings, settingsFrom } from '@support-market/domain/settings/council-settings';
import type { Temporal } from 'temporal-polyfill';

/** Every setting of the council of this transaction as it holds on a day: one indexed read of a few rows. */
export async function readSettings(tx: Tx, councilId: string, onDate: Temporal.PlainDate): Promise<CouncilSettings> {
  const rows = await tx
    .selectFrom('council_settings')
    .distinctOn('key')
    .select(['key', 'value'])
    .where('council_id', '=', councilId)
    .where('from_date', '<=', onDate)
    .orderBy('key')
    .orderBy('from_date', 'desc')
    .orderBy('set_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return settingsFrom(rows);
}
