// Payment runs over HTTP, step by step: proposal, run, payments, authorisation.

import { causeOf } from '@support-market/domain/payments/bank-result';
import { pence } from '@support-market/domain/shared/money';
import { viewerOf } from '../../http/access.ts';
import type { App } from '../../http/app-instance.ts';
import { answers, IdempotencyHeaders, IdParams } from '../../http/schemas.ts';
import type { AppContext } from '../../platform/context.ts';
import { type AskedList, listAsked, makeCursor, pageFrom, readCursor } from '../../platform/cursors.ts';
import { readDate } from '../../platform/dates.ts';
import type { PaymentRow } from './payment-runs.repo.ts';
import {
  PaymentsOut,
  PaymentsQuery,
  ProposalOut,
  ProposalQuery,
  ProposedOut,
  ProposeIn,
  RunOut,
  RunsOut,
  RunsQuery,
} from './payment-runs.schemas.ts';
import {
  authoriseRun,
  cancelRun,
  type Proposal,
  proposeRun,
  type RunView,
  viewPayments,
  viewProposal,
  viewRun,
  viewRuns,
} from './payment-runs.service.ts';

const proposedPayments = (funderId: string) => listAsked('proposed-payments', { funderId });
const leftOutPayments = (funderId: string) => listAsked('left-out-payments', { funderId });
const cursorTo = (list: AskedList, key: readonly string[] | null): string | null =>
  key === null ? null : makeCursor(list, key);

function shownProposal({ funder, payments, leftOut, ...proposal }: Proposal) {
  const { account: from } = funder;
  return {
    ...proposal,
    funderId: funder.id,
    funderName: funder.name,
    from: from && { accountName: from.name, sortCode: from.sortCode, lastFour: from.accountNumber.slice(-4) },
    payments: payments.items.map(({ payeeName, organisationId, amountPence, items, account }) => ({
      payeeName,
      organisationId,
      amountPence,
      accountLastFour: account.accountNumber.slice(-4),
      accountSince: account.inForceAt,
      paidBefore: account.paidBefore,
      items: items.map((item) => ({
        invoiceId: item.invoiceId,
        payInId: item.payInId,
        reference: item.reference,
        amountPence: item.amountPence,
        dueDate: item.dueDate,
      })),
    })),
    nextCursor: cursorTo(proposedPayments(funder.id), payments.next),
    leftOut: leftOut.items.map(({ item, reason }) => ({
      payeeName: item.payeeName,
      organisationId: item.organisationId,
      lineId: item.payeeLineId,
      reason,
      reference: item.reference,
      amountPence: item.amountPence,
      invoiceId: item.invoiceId,
      payInId: item.payInId,
    })),
    nextLeftOutCursor: cursorTo(leftOutPayments(funder.id), leftOut.next),
  };
}

const withoutIds = <Row extends { readonly proposedBy: string; readonly funderAccountId: string }>({
  proposedBy: _proposer,
  funderAccountId: _account,
  ...run
}: Row) => run;

export const shownRun = ({ files, ...run }: RunView) => ({ ...withoutIds(run), files: [...files] });

function shownPayment(payment: PaymentRow) {
  return {
    id: payment.id,
    position: payment.position,
    organisationId: payment.organisationId,
    payeeName: payment.payeeName,
    sortCode: payment.sortCode,
    accountLastFour: payment.accountNumber.slice(-4),
    accountSince: payment.accountSince,
    paidBefore: payment.paidBefore,
    endToEndId: payment.endToEndId,
    amountPence: payment.amountPence,
    state: payment.state,
    resultCode: payment.resultCode,
    cause: payment.resultCode === null ? null : causeOf(payment.resultCode),
    remittanceId: payment.remittanceId,
    remittanceNumber: payment.remittanceNumber,
    items: payment.items.map(({ invoiceId, payInId, reference, amountPence }) => ({
      invoiceId,
      payInId,
      reference,
      amountPence: pence(amountPence),
    })),
  };
}

export function registerPaymentRuns(app: App, context: AppContext): void {
  app.get(
    '/api/payment-runs',
    {
      config: { action: 'payment-run.view', audit: null },
      schema: {
        tags: ['payment-runs'],
        operationId: 'listPaymentRuns',
        summary: 'Payment runs, newest first',
        querystring: RunsQuery,
        response: answers({ 200: RunsOut }),
      },
    },
    async (request) => {
      const { cursor, limit = 25, state, funderId } = request.query;
      const list = listAsked('payment-runs', { state, funderId });
      const rows = await viewRuns(context, viewerOf(request), {
        state,
        funderId,
        after: readCursor(list, cursor, ['text']),
        limit,
      });
      const page = pageFrom(list, rows, limit, ({ id }) => [id]);
      return { ...page, items: page.items.map(withoutIds) };
    },
  );

  app.get(
    '/api/payment-runs/proposal',
    {
      config: { action: 'payment-run.propose', audit: null },
      schema: {
        tags: ['payment-runs'],
        operationId: 'viewPaymentProposal',
        summary: 'What a run of one funder would pay now, and what it would leave out and why',
        querystring: ProposalQuery,
        response: answers({ 200: ProposalOut }),
      },
    },
    async (request) => {
      const { funderId, cursor, leftOutCursor, limit = 25 } = request.query;
      return shownProposal(
        await viewProposal(context, viewerOf(request), funderId, {
          after: readCursor(proposedPayments(funderId), cursor, ['text', 'text']),
          leftOutAfter: readCursor(leftOutPayments(funderId), leftOutCursor, ['text', 'text', 'text'], 'leftOutCursor'),
          limit,
        }),
      );
    },
  );

  app.post(
    '/api/payment-runs',
    {
      config: { action: 'payment-run.propose', audit: 'payment-run.proposed' },
      schema: {
        tags: ['payment-runs'],
        operationId: 'proposePaymentRun',
        summary: 'Propose a run over everything that one funder can pay',
        headers: IdempotencyHeaders,
        body: ProposeIn,
        response: answers({ 201: ProposedOut }),
      },
    },
    async (request, reply) => {
      const proposed = await proposeRun(context, viewerOf(request), {
        key: request.headers['idempotency-key'],
        funderId: request.body.funderId,
        executionDate: readDate(request.body.executionDate, '/executionDate'),
      });
      return reply.status(201).send(proposed);
    },
  );

  app.get(
    '/api/payment-runs/:id',
    {
      config: { action: 'payment-run.view', audit: null },
      schema: {
        tags: ['payment-runs'],
        operationId: 'viewPaymentRun',
        summary: 'One run: how much in all, who took which step and where it stands',
        params: IdParams,
        response: answers({ 200: RunOut }),
      },
    },
    async (request) => shownRun(await viewRun(context, viewerOf(request), request.params.id)),
  );

  app.get(
    '/api/payment-runs/:id/payments',
    {
      config: { action: 'payment-run.view', audit: null },
      schema: {
        tags: ['payment-runs'],
        operationId: 'listRunPayments',
        summary: 'The payments of a run by their number: who is paid what, and for which invoices',
        params: IdParams,
        querystring: PaymentsQuery,
        response: answers({ 200: PaymentsOut }),
      },
    },
    async (request) => {
      const { cursor, limit = 25 } = request.query;
      const list = listAsked('run-payments', request.params);
      const afterPosition = Number(readCursor(list, cursor, ['count'])?.[0] ?? 0);
      const rows = await viewPayments(context, viewerOf(request), request.params.id, { afterPosition, limit });
      return pageFrom(list, rows.map(shownPayment), limit, ({ position }) => [String(position)]);
    },
  );

  const steps = [
    {
      name: 'authorise',
      action: 'payment-run.authorise',
      audit: 'payment-run.authorised',
      operationId: 'authorisePaymentRun',
      summary: 'Authorise a run that somebody else proposed; payees whose bank details changed are dropped',
      run: authoriseRun,
    },
    {
      name: 'cancel',
      action: 'payment-run.propose',
      audit: 'payment-run.cancelled',
      operationId: 'cancelPaymentRun',
      summary: 'Cancel a run before there is a file; everything in it can be paid in another',
      run: cancelRun,
    },
  ] as const;
  for (const step of steps) {
    app.post(
      `/api/payment-runs/:id/${step.name}`,
      {
        config: { action: step.action, audit: step.audit },
        schema: {
          tags: ['payment-runs'],
          operationId: step.operationId,
          summary: step.summary,
          params: IdParams,
          response: answers({ 200: RunOut }),
        },
      },
      async (request) => shownRun(await step.run(context, viewerOf(request), request.params.id)),
    );
  }
}
