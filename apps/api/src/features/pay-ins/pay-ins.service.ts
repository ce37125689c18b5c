// Schedules what is paid in advance to the holder of a person's money, and shows it.

import type { Tx } from '@support-market/db/pool';
import { inTransaction } from '@support-market/db/transaction';
import type { Reach } from '@support-market/domain/access/permissions';
import type { Viewer } from '@support-market/domain/access/roles';
import { dueStretches, PAY_IN_LEAD_DAYS } from '@support-market/domain/budgets/pay-in-schedule';
import { londonDate } from '@support-market/domain/shared/local-time';
import { addPence, type Pence, ZERO_PENCE } from '@support-market/domain/shared/money';
import { type Actor, recordAudit, systemActor } from '../../platform/audit.repo.ts';
import type { AppContext } from '../../platform/context.ts';
import { listAsked, pageFrom, readCursor } from '../../platform/cursors.ts';
import { newId } from '../../platform/ids.ts';
import { readSettings } from '../../platform/settings.repo.ts';
import { begin } from '../../platform/transitions.repo.ts';
import type { Clock } from '../../ports/clock/clock.ts';
import { insertPayIns, listCouncilIds, listPayIns, lockPayableLines } from './pay-ins.repo.ts';

const BATCH = 1_000;

export interface Scheduled {
  readonly created: number;
  readonly totalPence: Pence;
}

/**
 * Creates the pay-ins of one council that are due by now, in the caller's transaction. Running it again creates nothing.
 */
export async function schedulePayIns(tx: Tx, clock: Clock, actor: Actor): Promise<Scheduled> {
  const today = clock.today();
  const latest = today.add({ days: PAY_IN_LEAD_DAYS });
  const { payInWeeksInAdvance: weeksInAdvance } = await readSettings(tx, actor.councilId, today);
  let created = 0;
  let totalPence = ZERO_PENCE;
  for (let afterId = ''; ; ) {
    const lines = await lockPayableLines(tx, actor.councilId, { today, latest, afterId, limit: BATCH });
    const wanted = lines.flatMap(({ knownAt, ...line }) => {
      if (knownAt === null) return [];
      return dueStretches({ ...line, knownSince: londonDate(knownAt), weeksInAdvance, today }).map((stretch) => ({
        id: newId(clock, 'payIn'),
        lineId: line.lineId,
        ...stretch,
      }));
    });
    for (let start = 0; start < wanted.length; start += BATCH) {
      const batch = wanted.slice(start, start + BATCH);
      const made = new Set(await insertPayIns(tx, actor.councilId, clock.now(), batch));
      const kept = batch.filter(({ id }) => made.has(id));
      created += kept.length;
      totalPence = addPence(totalPence, ...kept.map(({ amountPence }) => amountPence));
      await begin({ tx, clock, actor }, 'pay_ins', 'schedule', kept, { audit: null });
    }
    const last = lines.at(-1);
    if (lines.length < BATCH || last === undefined) break;
    afterId = last.lineId;
  }
  if (created > 0) {
    await recordAudit(tx, clock, actor, {
      event: 'pay-in.scheduled',
      noun: 'pay-in',
      recordId: null,
      details: { created, totalPence: Number(totalPence) },
    });
  }
  return { created, totalPence };
}

/** The scheduled task: every council in a transaction of its own. */
export async function schedulePayInsOfAll(context: AppContext): Promise<void> {
  for (const councilId of await listCouncilIds(context.db)) {
    await inTransaction(context.db, councilId, (tx) =>
      schedulePayIns(tx, context.clock, systemActor(councilId, 'schedule')),
    );
  }
}

/** A page of pay-ins within reach, the latest first. */
export async function viewPayIns(
  context: AppContext,
  viewer: Viewer,
  reach: Reach,
  query: { readonly state?: string; readonly cursor?: string; readonly limit: number },
) {
  const list = listAsked('pay-ins', query);
  const after = readCursor(list, query.cursor, ['date', 'text']);
  const { state, limit } = query;
  const rows = await inTransaction(context.db, viewer.councilId, (tx) =>
    listPayIns(tx, viewer, reach, context.clock.today(), { ...(state === undefined ? {} : { state }), after, limit }),
  );
  return pageFrom(list, rows, limit, (row) => [row.fromDate.toString(), row.id]);
}
