// An authorised run goes to the bank: payees whose details changed meanwhile are dropped, the files are made once, and what
// they pay is sent. Spans payment runs and payment files.

import { inTransaction } from '@support-market/db/transaction';
import type { Viewer } from '@support-market/domain/access/roles';
import { nextExecutionDate } from '@support-market/domain/payments/run-rules';
import { makeFiles } from '../features/payment-files/payment-files.service.ts';
import { lockRun } from '../features/payment-runs/payment-runs.repo.ts';
import { shownRun } from '../features/payment-runs/payment-runs.routes.ts';
import { RunOut } from '../features/payment-runs/payment-runs.schemas.ts';
import {
  dropChanged,
  type RunView,
  stepOf,
  stepRun,
  viewOfRun,
} from '../features/payment-runs/payment-runs.service.ts';
import { viewerOf } from '../http/access.ts';
import type { App } from '../http/app-instance.ts';
import { answers, IdParams } from '../http/schemas.ts';
import { recordAudit, recordStateChanges } from '../platform/audit.repo.ts';
import { extraHolidays } from '../platform/bank-holidays.repo.ts';
import type { AppContext } from '../platform/context.ts';
import { movePayments } from '../platform/payment-moves.repo.ts';
import { found, ProblemError } from '../platform/problem-error.ts';

/**
 * Makes the bank's files, once: emitting again answers the same run with the same bytes. A date that has passed moves to
 * the next working day. A run with no payment left is cancelled instead. Refuses with `state.not_allowed`.
 */
export function emitRun(context: Pick<AppContext, 'db' | 'clock'>, viewer: Viewer, id: string): Promise<RunView> {
  const { db, clock } = context;
  const { councilId } = viewer;
  return inTransaction(db, councilId, async (tx) => {
    const run = found(await lockRun(tx, councilId, id));
    if (run.state === 'emitted' || run.state === 'settled') return viewOfRun(tx, viewer, id);
    const step = stepOf(run, 'emit');
    const payments = await dropChanged(tx, context, viewer, run);
    if (payments.length === 0) {
      await stepRun(tx, context, viewer, run, stepOf(run, 'cancel'));
      return viewOfRun(tx, viewer, id);
    }
    const today = clock.today();
    const isPast = run.executionDate.toString() < today.toString();
    const executionDate = isPast ? nextExecutionDate(today, await extraHolidays(tx, today)) : run.executionDate;
    const ids = payments.map((payment) => payment.id);
    const sent = await movePayments(tx, councilId, ids, ['pending'], 'sent', { code: null, at: null });
    if (sent !== payments.length) throw new ProblemError('record.changed');
    await recordStateChanges(
      tx,
      clock,
      viewer,
      ids.map((recordId) => ({ noun: 'payment', recordId, from: 'pending', to: 'sent', event: 'payment.sent' })),
    );
    const files = await makeFiles(tx, context, councilId, { ...run, executionDate, payments });
    await stepRun(tx, context, viewer, run, step, { emittedAt: clock.now(), executionDate });
    await recordAudit(
      tx,
      clock,
      viewer,
      ...files.map(({ id: fileId, messageId, sha256 }) => ({
        event: 'payment-file.made',
        noun: 'payment-file',
        recordId: fileId,
        details: { messageId, sha256 },
      })),
    );
    return viewOfRun(tx, viewer, id);
  });
}

export function registerEmitPaymentRun(app: App, context: AppContext): void {
  app.post(
    '/api/payment-runs/:id/emit',
    {
      config: { action: 'payment-run.emit', audit: 'payment-run.emitted' },
      schema: {
        tags: ['payment-runs'],
        operationId: 'emitPaymentRun',
        summary: 'Make the bank files; again gives the same files',
        params: IdParams,
        response: answers({ 200: RunOut }),
      },
    },
    async (request) => shownRun(await emitRun(context, viewerOf(request), request.params.id)),
  );
}
