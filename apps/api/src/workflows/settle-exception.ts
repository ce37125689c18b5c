// Settling an exception: the visit is charged what the finance officer decided, the money moves, both sides are told, and
// the invoice that waited for it is approved or, at nothing, closed, all in one transaction.

import type { Tx } from '@support-market/db/pool';
import { inTransaction } from '@support-market/db/transaction';
import type { Viewer } from '@support-market/domain/access/roles';
import { type Pence, pence } from '@support-market/domain/shared/money';
import { mayAgreeToSettlement, mostSettledAlone } from '@support-market/domain/visits/settle-rules';
import { type ExceptionRow, lockException } from '../features/exceptions/exceptions.repo.ts';
import { SettledExceptionOut, SettleExceptionIn } from '../features/exceptions/exceptions.schemas.ts';
import { decideSettledInvoices } from '../features/invoices/held-invoices.service.ts';
import { viewerOf } from '../http/access.ts';
import type { App } from '../http/app-instance.ts';
import { answers, IdParams } from '../http/schemas.ts';
import type { AppContext } from '../platform/context.ts';
import { invitedLately } from '../platform/officer-invitations.repo.ts';
import { found, ProblemError, unwrap } from '../platform/problem-error.ts';
import { readSettings } from '../platform/settings.repo.ts';
import { settleVisit } from './confirm-visits.ts';

type Needs = Pick<AppContext, 'db' | 'clock'>;

interface Decision {
  readonly amountPence: Pence;
  readonly note: string;
}

export interface SettledException {
  readonly id: string;
  readonly visitId: string;
  readonly settledPence: number;
  readonly invoiceIds: string[];
}

async function settleAt(
  tx: Tx,
  context: Needs,
  viewer: Viewer,
  exception: ExceptionRow,
  decision: Decision,
): Promise<SettledException> {
  const { id, visitId } = exception;
  const settled = await settleVisit(tx, context, viewer, { visitId, ...decision });
  const invoiceIds = await decideSettledInvoices(tx, context, viewer, visitId);
  return { id, visitId, settledPence: Number(settled.settledPence), invoiceIds: [...invoiceIds] };
}

/**
 * Settles an open exception at an amount in pence with a note that both sides read. Refuses with `record.not_found`,
 * `exception.already_settled`, `exception.needs_second_officer` (more than one may decide alone), `visit.already_settled`
 * and `budget.not_enough_money`.
 */
export function settleException(
  context: Needs,
  viewer: Viewer,
  id: string,
  decision: Decision,
): Promise<SettledException> {
  const { councilId } = viewer;
  return inTransaction(context.db, councilId, async (tx) => {
    const exception = found(await lockException(tx, councilId, id));
    if (exception.state !== 'open') throw new ProblemError('exception.already_settled');
    const { settleAlonePence } = await readSettings(tx, councilId, context.clock.today());
    const alonePence = mostSettledAlone({ ...exception, overAgreedPence: settleAlonePence });
    if (decision.amountPence > alonePence)
      throw new ProblemError('exception.needs_second_officer', {
        errors: [{ pointer: '/amountPence', code: 'exception.needs_second_officer' }],
        details: { alonePence: Number(alonePence) },
      });
    return settleAt(tx, context, viewer, exception, decision);
  });
}

/**
 * A second officer agrees to the sum that another asked for: the visit is settled at it. Refuses with `record.not_found`,
 * `exception.not_proposed`, `exception.same_person`, `exception.invited_by_proposer`, `visit.already_settled` and
 * `budget.not_enough_money`.
 */
export function agreeToSettlement(context: Needs, viewer: Viewer, id: string): Promise<SettledException> {
  const { councilId } = viewer;
  return inTransaction(context.db, councilId, async (tx) => {
    const exception = found(await lockException(tx, councilId, id));
    const { proposedBy, proposedPence, proposedNote } = exception;
    if (proposedBy === null || proposedPence === null) throw new ProblemError('exception.not_proposed');
    const invited = await invitedLately(tx, context, councilId, proposedBy, viewer.accountId);
    unwrap(mayAgreeToSettlement(proposedBy, viewer.accountId, invited));
    return settleAt(tx, context, viewer, exception, { amountPence: proposedPence, note: proposedNote ?? '' });
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

  app.post(
    '/api/exceptions/:id/agree',
    {
      config: { action: 'exception.settle', audit: 'exception.settled' },
      schema: {
        tags: ['exceptions'],
        operationId: 'agreeToSettlement',
        summary: 'Agree, as a second officer, to the sum that another asked for',
        params: IdParams,
        response: answers({ 200: SettledExceptionOut }),
      },
    },
    (request) => agreeToSettlement(context, viewerOf(request), request.params.id),
  );
}
