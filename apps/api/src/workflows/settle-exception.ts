// Settling an exception: the visit is charged what the finance officer decided, the money moves, both sides are told, and
// the invoice that waited for it is approved or, at nothing, closed, all in one transaction.

import { inTransaction } from '@support-market/db/transaction';
import type { Viewer } from '@support-market/domain/access/roles';
import { type Pence, pence } from '@support-market/domain/shared/money';
import { findException } from '../features/exceptions/exceptions.repo.ts';
import { SettledExceptionOut, SettleExceptionIn } from '../features/exceptions/exceptions.schemas.ts';
import { decideSettledInvoices } from '../features/invoices/held-invoices.service.ts';
import { viewerOf } from '../http/access.ts';
import type { App } from '../http/app-instance.ts';
import { answers, IdParams } from '../http/schemas.ts';
import type { AppContext } from '../platform/context.ts';
import { found, ProblemError } from '../platform/problem-error.ts';
import { settleVisit } from './confirm-visits.ts';

export interface SettledException {
  readonly id: string;
  readonly visitId: string;
  readonly settledPence: number;
  readonly invoiceIds: string[];
}

/**
 * Settles an open exception at an amount in pence with a note that both sides read. Refuses with `record.not_found`,
 * `exception.already_settled`, `visit.already_settled` and `budget.not_enough_money`.
 */
export function settleException(
  context: Pick<AppContext, 'db' | 'clock'>,
  viewer: Viewer,
  id: string,
  decision: { readonly amountPence: Pence; readonly note: string },
): Promise<SettledException> {
  const { councilId } = viewer;
  return inTransaction(context.db, councilId, async (tx) => {
    const exception = found(await findException(tx, councilId, id));
    if (exception.state !== 'open') throw new ProblemError('exception.already_settled');
    // Locks the visit first, as billing does, so that neither can miss what the other did.
    const settled = await settleVisit(tx, context, viewer, { visitId: exception.visitId, ...decision });
    const invoiceIds = await decideSettledInvoices(tx, context, viewer, exception.visitId);
    return {
      id,
      visitId: exception.visitId,
      settledPence: Number(settled.settledPence),
      invoiceIds: [...invoiceIds],
    };
  });
}

export function registerSettleException(app: App, context: AppContext): void {
  app.post(
    '/api/exceptions/:id/settle',
    {
      config: { action: 'exception.settle', audit: 'exception.settled' },
      schema: {
        tags: ['exceptions'],
        operationId: 'settleException',
        summary: 'Decide what a visit costs; what waited for it goes on, and both sides are told why',
        params: IdParams,
        body: SettleExceptionIn,
        response: answers({ 200: SettledExceptionOut }),
      },
    },
    (request) =>
      settleException(context, viewerOf(request), request.params.id, {
        amountPence: pence(request.body.amountPence),
        note: request.body.note,
      }),
  );
}
