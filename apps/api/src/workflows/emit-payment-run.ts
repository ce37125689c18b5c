// An authorised run goes to the bank: payees whose details changed meanwhile are dropped, the file is made once, and what
// it pays is sent. Spans payment runs and payment files.

import { inTransaction } from '@support-market/db/transaction';
import type { Viewer } from '@support-market/domain/access/roles';
import { nextExecutionDate } from '@support-market/domain/payments/run-rules';
import { makeFile } from '../features/payment-files/payment-files.service.ts';
import { lockRun } from '../features/payment-runs/payment-runs.repo.ts';
import { shownRun } from '../features/payment-runs/payment-runs.routes.ts';
import { RunOut } from '../features/payment-runs/payment-runs.schemas.ts';
import {
  dropChanged,
  mayStep,
  mustPayFromReleased,
  type RunView,
  viewOfRun,
} from '../features/payment-runs/payment-runs.service.ts';
import { viewerOf } from '../http/access.ts';
import type { App } from '../http/app-instance.ts';
import { answers, IdParams } from '../http/schemas.ts';
import { recordAudit } from '../platform/audit.repo.ts';
import { extraHolidays } from '../platform/bank-holidays.repo.ts';
import type { AppContext } from '../platform/context.ts';
import { cancelEmpty } from '../platform/payment-moves.repo.ts';
import { found } from '../platform/problem-error.ts';
import { step } from '../platform/transitions.repo.ts';

/**
 * Makes the bank's file, once: emitting again answers the same run with the same bytes. A date that has passed moves to
 * the next working day. A run with no payment left is cancelled instead. Refuses with `state.not_allowed` and
 * `payment_run.funder_account_changed`.
 */
export function emitRun(context: Pick<AppContext, 'db' | 'clock'>, viewer: Viewer, id: string): Promise<RunView> {
  const { db, clock } = context;
  const { councilId } = viewer;
  return inTransaction(db, councilId, async (tx) => {
    const run = found(await lockRun(tx, councilId, id));
    if (run.state === 'emitted' || run.state === 'settled') return viewOfRun(tx, viewer, id);
    mayStep(run, 'emit');
    mustPayFromReleased(run);
    const work = { tx, clock, actor: viewer };
    const payments = await dropChanged(tx, context, viewer, run);
    if (payments.length === 0) {
      await cancelEmpty(work, run);
      return viewOfRun(tx, viewer, id);
    }
    const today = clock.today();
    const isPast = run.executionDate.toString() < today.toString();
    const executionDate = isPast ? nextExecutionDate(today, await extraHolidays(tx, today)) : run.executionDate;
    await step(work, 'payments', 'send', payments, { audit: null });
    const file = await makeFile(tx, context, councilId, { ...run, executionDate, payments });
    await step(work, 'payment_runs', 'emit', [run], {
      set: { emitted_at: clock.now(), execution_date: executionDate },
      audit: () => ({}),
      otherwise: 'state.not_allowed',
    });
    await recordAudit(tx, clock, viewer, {
      event: 'payment-file.made',
      noun: 'payment-file',
      recordId: file.id,
      details: { messageId: file.messageId, sha256: file.sha256 },
    });
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
        summary: 'Make the bank file; again gives the same file',
        params: IdParams,
        response: answers({ 200: RunOut }),
      },
    },
    async (request) => shownRun(await emitRun(context, viewerOf(request), request.params.id)),
  );
}
