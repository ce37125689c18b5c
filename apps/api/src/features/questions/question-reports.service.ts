// Either side of a question can have the council look at what was written. An officer sees that alone, with who the two sides
// are, and tells the side that reported it what comes of it.

import { inTransaction } from '@support-market/db/transaction';
import type { Viewer } from '@support-market/domain/access/roles';
import { recordAudit } from '../../platform/audit.repo.ts';
import type { AppContext } from '../../platform/context.ts';
import { listAsked, pageFrom, readCursor } from '../../platform/cursors.ts';
import { newId } from '../../platform/ids.ts';
import { recordMessages } from '../../platform/messages.repo.ts';
import { found, ProblemError } from '../../platform/problem-error.ts';
import { findEntry, insertReport, isReport, listOpenReports, settleReport } from './question-reports.repo.ts';
import type { ReportsQuery } from './question-reports.schemas.ts';
import { findThread } from './questions.repo.ts';
import { type Asking, askerOf } from './questions.service.ts';

/** Reports what was written; a side's second report of the same changes nothing. Throws record.not_found out of reach. */
export async function reportEntry(
  context: AppContext,
  asking: Asking,
  entryId: string,
  reason: string,
): Promise<{ reported: boolean }> {
  const { viewer } = asking;
  const { clock } = context;
  return inTransaction(context.db, viewer.councilId, async (tx) => {
    const entry = found(await findEntry(tx, viewer.councilId, entryId));
    const thread = found(await findThread(tx, await askerOf(context, tx, asking), entry.questionId));
    const { personId, organisationId, title } = thread;
    const id = newId(clock, 'questionReport');
    const isNew = await insertReport(tx, viewer, {
      ...entry,
      ...{ id, entryId, personId, organisationId, title, reportedSide: thread.side },
      ...{ reason: reason.trim(), at: clock.now() },
    });
    if (isNew) {
      await recordAudit(tx, clock, viewer, {
        ...{ event: 'question-report.made', noun: 'question-report', recordId: id, personId },
      });
      await recordMessages(tx, clock, viewer.councilId, [
        { role: 'administrator', kind: 'question-report.made', details: { questionReportId: id, title } },
      ]);
    }
    return { reported: true };
  });
}

/** A page of the reports that no one has settled, the oldest first. Each look at what was written is kept. */
export async function viewReports(context: AppContext, viewer: Viewer, { cursor, limit = 25 }: ReportsQuery) {
  const list = listAsked('question-reports');
  const after = readCursor(list, cursor, ['instant', 'text']);
  return inTransaction(context.db, viewer.councilId, async (tx) => {
    const rows = await listOpenReports(tx, viewer.councilId, { after, limit });
    await recordAudit(tx, context.clock, viewer, {
      ...{ event: 'question-report.listed', noun: 'question-report', recordId: null },
    });
    return pageFrom(list, rows, limit, (row) => [row.reportedAt.toString(), row.id]);
  });
}

/** Settles a report, and tells the side that made it. Throws record.changed where it is settled already. */
export async function settle(context: AppContext, viewer: Viewer, id: string, given: string): Promise<{ id: string }> {
  const { clock } = context;
  const reply = given.trim();
  return inTransaction(context.db, viewer.councilId, async (tx) => {
    const report = await settleReport(tx, viewer, id, reply, clock.now());
    if (report === null)
      throw new ProblemError((await isReport(tx, viewer.councilId, id)) ? 'record.changed' : 'record.not_found');
    const { personId, organisationId, questionId, title } = report;
    await recordAudit(tx, clock, viewer, {
      ...{ event: 'question-report.settled', noun: 'question-report', recordId: id, personId },
    });
    await recordMessages(tx, clock, viewer.councilId, [
      {
        ...(report.reportedSide === 'person' ? { personId } : { organisationId }),
        ...{ kind: 'question-report.settled' as const, details: { questionId, title, reply } },
      },
    ]);
    return { id };
  });
}
