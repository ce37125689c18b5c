// An administrator reads and chooses what holds in the council, from today or a later day on.

import { inTransaction } from '@support-market/db/transaction';
import type { Viewer } from '@support-market/domain/access/roles';
import {
  readSettingValue,
  SETTING_KEYS,
  type SettingKey,
  settingRule,
} from '@support-market/domain/settings/council-settings';
import { parseDate } from '@support-market/domain/shared/local-time';
import { Temporal } from 'temporal-polyfill';
import { recordAudit } from '../../platform/audit.repo.ts';
import type { AppContext } from '../../platform/context.ts';
import { listAsked, pageFrom, readCursor } from '../../platform/cursors.ts';
import { newId } from '../../platform/ids.ts';
import { ProblemError, unwrap } from '../../platform/problem-error.ts';
import { type Choice, choicesAfter, choicesOf, choicesOn, insertChoices } from './council-settings.repo.ts';

const shown = ({ key: _key, ...choice }: Choice) => choice;

/** Every setting with what holds today, its default, and what begins later. */
export async function viewSettings(context: AppContext, { councilId }: Viewer) {
  const today = context.clock.today();
  return inTransaction(context.db, councilId, async (tx) => {
    const held = new Map((await choicesOn(tx, councilId, today)).map((choice) => [choice.key, choice]));
    const later = await choicesAfter(tx, councilId, today);
    return {
      today,
      items: SETTING_KEYS.map((key) => {
        const chosen = held.get(key);
        const byDefault = settingRule(key).default;
        return {
          key,
          value: chosen?.value ?? byDefault,
          default: byDefault,
          chosen: chosen ? shown(chosen) : null,
          later: later.filter((choice) => choice.key === key).map(shown),
        };
      }),
    };
  });
}

/** Everything that was ever chosen for one setting, a page at a time, the latest first. */
export async function viewSettingHistory(
  context: AppContext,
  { councilId }: Viewer,
  key: SettingKey,
  query: { readonly cursor?: string; readonly limit: number },
) {
  const list = listAsked('setting-history', { key });
  const after = readCursor(list, query.cursor, ['text'])?.[0] ?? null;
  const rows = await inTransaction(context.db, councilId, (tx) =>
    choicesOf(tx, councilId, key, { after, limit: query.limit }),
  );
  const page = pageFrom(list, rows, query.limit, ({ id }) => [id]);
  return { ...page, items: page.items.map(shown) };
}

/** Adds a choice from its day on. What held before stays written down and goes on holding for the days before. */
export async function chooseSetting(
  context: AppContext,
  viewer: Viewer,
  given: {
    readonly key: SettingKey;
    readonly value: string | number | boolean;
    readonly fromDate: string;
    readonly reason?: string;
  },
) {
  const { key, reason = '' } = given;
  const value = unwrap(readSettingValue(key, given.value), '/value');
  const fromDate = unwrap(parseDate(given.fromDate), '/fromDate');
  if (Temporal.PlainDate.compare(fromDate, context.clock.today()) < 0) {
    throw new ProblemError('setting.begins_in_the_past', {
      errors: [{ pointer: '/fromDate', code: 'setting.begins_in_the_past' }],
    });
  }
  const id = newId(context.clock, 'councilSetting');
  return inTransaction(context.db, viewer.councilId, async (tx) => {
    await insertChoices(tx, viewer.councilId, [
      { id, key, value, fromDate, setBy: viewer.accountId, setAt: context.clock.now(), reason: reason.trim() },
    ]);
    await recordAudit(tx, context.clock, viewer, {
      event: 'council-setting.chosen',
      noun: 'council-setting',
      recordId: id,
      reason: reason.trim(),
      details: { key, fromDate: fromDate.toString(), value: typeof value === 'string' ? value.slice(0, 200) : value },
    });
    return { id, key, fromDate };
  });
}
