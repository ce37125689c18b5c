// The rows of what a council chose, with who chose it; what holds on a day is read by platform/settings.repo.

import type { Tx } from '@support-market/db/pool';
import type { SettingKey } from '@support-market/domain/settings/council-settings';
import type { Temporal } from 'temporal-polyfill';

export interface Choice {
  readonly id: string;
  readonly key: string;
  readonly value: string | number | boolean;
  readonly fromDate: Temporal.PlainDate;
  readonly setAt: Temporal.Instant;
  readonly setByName: string | null;
  readonly reason: string;
}

const choices = (tx: Tx, councilId: string) =>
  tx
    .selectFrom('council_settings')
    .leftJoin('accounts', 'accounts.id', 'council_settings.set_by')
    .select([
      'council_settings.id',
      'council_settings.key',
      'council_settings.value',
      'council_settings.from_date as fromDate',
      'council_settings.set_at as setAt',
      'accounts.name as setByName',
      'council_settings.reason',
    ])
    .where('council_settings.council_id', '=', councilId);

const asChoice = (row: Omit<Choice, 'value'> & { readonly value: unknown }): Choice => ({
  ...row,
  value: row.value as Choice['value'],
});

/** Of each key, the choice that holds on a day. */
export async function choicesOn(tx: Tx, councilId: string, onDate: Temporal.PlainDate): Promise<Choice[]> {
  const rows = await choices(tx, councilId)
    .distinctOn('council_settings.key')
    .where('council_settings.from_date', '<=', onDate)
    .orderBy('council_settings.key')
    .orderBy('council_settings.from_date', 'desc')
    .orderBy('council_settings.set_at', 'desc')
    .orderBy('council_settings.id', 'desc')
    .execute();
  return rows.map(asChoice);
}

/** Choices that begin after a day: of each key and first day the one made last, the next to begin first. */
export async function choicesAfter(tx: Tx, councilId: string, date: Temporal.PlainDate): Promise<Choice[]> {
  const rows = await choices(tx, councilId)
    .distinctOn(['council_settings.key', 'council_settings.from_date'])
    .where('council_settings.from_date', '>', date)
    .orderBy('council_settings.key')
    .orderBy('council_settings.from_date')
    .orderBy('council_settings.set_at', 'desc')
    .orderBy('council_settings.id', 'desc')
    .execute();
  return rows.map(asChoice);
}

/** Everything that was ever chosen for one key, the latest choice first; one row more than asked for. */
export async function choicesOf(
  tx: Tx,
  councilId: string,
  key: SettingKey,
  query: { readonly after: string | null; readonly limit: number },
): Promise<Choice[]> {
  const rows = await choices(tx, councilId)
    .where('council_settings.key', '=', key)
    .$if(query.after !== null, (all) => all.where('council_settings.id', '<', query.after ?? ''))
    .orderBy('council_settings.id', 'desc')
    .limit(query.limit + 1)
    .execute();
  return rows.map(asChoice);
}

export interface NewChoice {
  readonly id: string;
  readonly key: SettingKey;
  readonly value: string | number | boolean;
  readonly fromDate: Temporal.PlainDate;
  readonly setBy: string | null;
  readonly setAt: Temporal.Instant;
  readonly reason: string;
}

export async function insertChoices(tx: Tx, councilId: string, rows: readonly NewChoice[]): Promise<void> {
  if (rows.length === 0) return;
  await tx
    .insertInto('council_settings')
    .values(
      rows.map((row) => ({
        council_id: councilId,
        id: row.id,
        key: row.key,
        from_date: row.fromDate,
        value: JSON.stringify(row.value),
        set_by: row.setBy,
        set_at: row.setAt,
        reason: row.reason,
      })),
    )
    .execute();
}
