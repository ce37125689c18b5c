// Removes what a council no longer keeps, every night. That a month left is sealed in the same transaction, so that the
// chain still proves what stays (docs/decisions/0014-seals-that-last.md).

import type { Db } from '@support-market/db/pool';
import { inTransaction } from '@support-market/db/transaction';
import {
  firstKeptMonth,
  MONTHLY_RECORDS,
  type MonthlyRecord,
  UNKEPT_LISTING_MONTHS,
  WEBHOOK_EVENT_MONTHS,
} from '@support-market/domain/retention/kept-records';
import type { CouncilSettings } from '@support-market/domain/settings/council-settings';
import { startOfLondonDay } from '@support-market/domain/shared/local-time';
import { Temporal } from 'temporal-polyfill';
import { dropEmptyMonths } from '../features/retention/month-partitions.repo.ts';
import {
  forgetImports,
  noteMonthLeft,
  oldestMonth,
  removeKeptListings,
  removeLetters,
  removeMessages,
  removeMonth,
  removeOrderedQuestions,
  removeQuestionReports,
  removeQuestions,
  removeRequestKeys,
  removeUnkeptListings,
  removeWebhookEvents,
  TABLE_OF,
  unprovedInMonth,
} from '../features/retention/old-records.repo.ts';
import { sealBatch } from '../features/seals/sealing.service.ts';
import type { AppContext } from '../platform/context.ts';
import { listCouncilIds } from '../platform/council-ids.repo.ts';
import { readSettings } from '../platform/settings.repo.ts';
import { recordUnsealed } from '../platform/unsealed.repo.ts';
import { openSealKeys, type SealKeys } from '../ports/seal-keys/seal-keys.ts';

type Needs = Pick<AppContext, 'clock' | 'config'>;

const BATCH = 1_000;

const KEPT: Readonly<Record<MonthlyRecord, (settings: CouncilSettings) => number>> = {
  'audit-entry': ({ keepAuditMonths }) => keepAuditMonths,
  'state-change': ({ keepHistoryMonths }) => keepHistoryMonths,
  search: ({ keepSearchMonths }) => keepSearchMonths,
};

/** The oldest month of a kind leaves, if its time is over. Answers which; null where nothing is old enough. */
function removeOldestMonth(
  { clock }: Needs,
  ownerDb: Db,
  keys: SealKeys,
  councilId: string,
  record: MonthlyRecord,
): Promise<Temporal.PlainYearMonth | null> {
  return inTransaction(ownerDb, councilId, async (tx) => {
    const keptMonths = KEPT[record](await readSettings(tx, councilId, clock.today()));
    const month = await oldestMonth(tx, councilId, record);
    if (month === null) return null;
    if (Temporal.PlainYearMonth.compare(month, firstKeptMonth(keptMonths, clock.today())) >= 0) return null;
    const noted = await noteMonthLeft(tx, councilId, { record, month, keptMonths, at: clock.now() });
    if (noted !== null) await recordUnsealed(tx, councilId, [{ kind: 'month-left', recordId: noted, recordAt: null }]);
    while ((await sealBatch(tx, councilId, keys, clock.now())) > 0);
    if (record !== 'search') {
      const unproved = await unprovedInMonth(tx, councilId, record, month);
      if (unproved > 0)
        throw new Error(`${unproved} records (${record}) of ${month} in ${councilId} have no seal, so the month stays`);
    }
    await removeMonth(tx, councilId, record, month);
    return month;
  });
}

const firstKept = (clock: Needs['clock'], keptMonths: number): Temporal.Instant =>
  startOfLondonDay(firstKeptMonth(keptMonths, clock.today()).toPlainDate({ day: 1 }));

async function removeBefore(
  { clock }: Needs,
  ownerDb: Db,
  councilId: string,
  removeBatch: typeof removeMessages,
  keptMonths: number,
): Promise<void> {
  const before = firstKept(clock, keptMonths);
  let removed = 0;
  do {
    removed = await inTransaction(ownerDb, councilId, (tx) => removeBatch(tx, councilId, before, BATCH));
  } while (removed === BATCH);
}

/** Removes all that is over, council by council, each month in a transaction of its own; then the months that are empty. */
export async function removeOldRecords(context: Needs & Pick<AppContext, 'db'>, ownerDb: Db): Promise<void> {
  const keys = openSealKeys(context.config);
  for (const councilId of await listCouncilIds(context.db)) {
    for (const record of MONTHLY_RECORDS)
      while ((await removeOldestMonth(context, ownerDb, keys, councilId, record)) !== null);
    const settings = await inTransaction(ownerDb, councilId, (tx) =>
      readSettings(tx, councilId, context.clock.today()),
    );
    await removeBefore(context, ownerDb, councilId, removeMessages, settings.keepMessageMonths);
    await removeBefore(context, ownerDb, councilId, removeKeptListings, settings.keepMessageMonths);
    await removeBefore(context, ownerDb, councilId, removeQuestions, settings.keepMessageMonths);
    await removeBefore(context, ownerDb, councilId, removeQuestionReports, settings.keepMessageMonths);
    await removeBefore(context, ownerDb, councilId, removeOrderedQuestions, settings.keepHistoryMonths);
    await removeBefore(context, ownerDb, councilId, removeUnkeptListings, UNKEPT_LISTING_MONTHS);
    await removeBefore(context, ownerDb, councilId, removeRequestKeys, settings.keepRequestKeyMonths);
    await removeBefore(context, ownerDb, councilId, removeLetters, settings.keepLetterMonths);
    const forget: typeof removeMessages = (tx, council, before, most) =>
      forgetImports(tx, council, before, most, context.clock.now());
    await removeBefore(context, ownerDb, councilId, forget, settings.keepImportUndoMonths);
  }
  await removeWebhookEvents(ownerDb, firstKept(context.clock, WEBHOOK_EVENT_MONTHS));
  // Months ahead are empty too, and stay; what is behind a year is not written to any longer.
  const before = context.clock.today().toPlainYearMonth().subtract({ months: 16 });
  for (const table of Object.values(TABLE_OF)) await dropEmptyMonths(ownerDb, table, before);
}
