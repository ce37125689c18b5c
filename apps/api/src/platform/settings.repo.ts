// What a council has chosen, as of one day. A setting counts on the day on which the program decides by it.

import type { Tx } from '@support-market/db/pool';
import { type CouncilSettings, DEFAULT_SETTINGS, settingsFrom } from '@support-market/domain/settings/council-settings';
import { type RawBuilder, sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';

/** One setting that is a number, for a statement of which it is a part, as it holds on a day. */
export function settingNumber(
  councilId: string,
  key: 'cancellationNoticeHours',
  onDate: Temporal.PlainDate,
): RawBuilder<number> {
  return sql`coalesce((select (setting.value #>> '{}')::integer from council_settings as setting
    where setting.council_id = ${councilId} and setting.key = ${key} and setting.from_date <= ${onDate}
    order by setting.from_date desc, setting.set_at desc, setting.id desc limit 1), ${sql.lit(DEFAULT_SETTINGS[key])})`;
}

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
