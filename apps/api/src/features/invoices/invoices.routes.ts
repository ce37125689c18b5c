// Invoices over HTTP: billing by hand, lists, documents, and settling those that no payment run pays.

import { ownShare } from '@support-market/domain/invoices/own-share';
import { pence } from '@support-market/domain/shared/money';
import { reachFor, viewerOf } from '../../http/access.ts';
import type { App } from '../../http/app-instance.ts';
import { answers, IdempotencyHeaders, IdParams } from '../../http/schemas.ts';
import type { AppContext } from '../../platform/context.ts';
import { listAsked, pageFrom, readCursor } from '../../platform/cursors.ts';
import { readPastDate } from '../../platform/dates.ts';
import { billCouncil } from './billing.service.ts';
import { creditInvoice } from './credit-notes.service.ts';
import {
  BilledOut,
  BillIn,
  CreditInvoiceIn,
  CreditNoteOut,
  FileOut,
  InvoiceOut,
  InvoicesOut,
  InvoicesQuery,
  SettledInvoiceOut,
  SettleInvoiceIn,
} from './invoices.schemas.ts';
import { invoiceFile, settleInvoice, viewInvoice, viewInvoices } from './invoices.service.ts';

export function registerInvoices(app: App, context: AppContext): void {
  app.post(
    '/api/invoices/bill',
    {
      config: { action: 'invoice.bill', audit: 'invoice.billed' },
      schema: {
        tags: ['invoices'],
        operationId: 'billDeliveries',
        summary: 'Make invoices of every confirmed delivery in finished billing periods; again makes nothing twice',
        body: BillIn,
        response: answers({ 200: BilledOut }),
      },
    },
    async (request) => {
      const today = context.clock.today();
      const date = readPastDate(request.body.date, '/date', today) ?? today;
      const { totalPence, ...billed } = await billCouncil(context, viewerOf(request), date);
      return { ...billed, totalPence: pence(totalPence) };
    },
  );

  app.get(
    '/api/invoices',
    {
      config: { action: 'invoice.view', audit: null },
      schema: {
        tags: ['invoices'],
        operationId: 'listInvoices',
        summary: 'Invoices that concern me, newest first',
        querystring: InvoicesQuery,
        response: answers({ 200: InvoicesOut }),
      },
    },
    async (request) => {
      const { cursor, limit = 25, ...filter } = request.query;
      const list = listAsked('invoices', filter);
      const rows = await viewInvoices(context, viewerOf(request), reachFor(request), {
        ...filter,
        after: readCursor(list, cursor, ['date', 'text']),
        limit,
      });
      return pageFrom(list, rows, limit, ({ issueDate, id }) => [issueDate.toString(), id]);
    },
  );

  app.get(
    '/api/invoices/:id',
    {
      config: { action: 'invoice.view', audit: 'invoice.viewed' },
      schema: {
        tags: ['invoices'],
        operationId: 'viewInvoice',
        summary: 'One invoice with its lines, and how it was paid',
        params: IdParams,
        response: answers({ 200: InvoiceOut }),
      },
    },
    async (request) => {
      const {
        lines,
        creditsIssueDate: _date,
        creditNotes,
        ...invoice
      } = await viewInvoice(context, viewerOf(request), reachFor(request), request.params.id);
      return {
        ...invoice,
        creditNotes: creditNotes.map(({ totalPence, ...note }) => ({ ...note, totalPence: pence(totalPence) })),
        lines: lines.map(({ orderLineId: _orderLine, ...line }) => ownShare(line)),
      };
    },
  );

  for (const format of ['xml', 'pdf'] as const) {
    app.get(
      `/api/invoices/:id/document.${format}`,
      {
        config: { action: 'invoice.view', audit: 'invoice.downloaded' },
        schema: {
          tags: ['invoices'],
          operationId: format === 'xml' ? 'downloadElectronicInvoice' : 'downloadInvoicePdf',
          summary:
            format === 'xml' ? 'The invoice as UBL 2.1 (EN 16931, Peppol BIS Billing 3.0)' : 'The invoice as a PDF',
          params: IdParams,
          response: answers({ 200: FileOut }),
        },
      },
      async (request, reply) => {
        const { id } = request.params;
        const file = await invoiceFile(context, viewerOf(request), reachFor(request), id, format);
        return reply
          .type(format === 'xml' ? 'application/xml; charset=utf-8' : 'application/pdf')
          .header('content-disposition', `${format === 'xml' ? 'attachment' : 'inline'}; filename="${file.name}"`)
          .send(Buffer.from(file.bytes));
      },
    );
  }

  app.post(
    '/api/invoices/:id/credit-notes',
    {
      config: { action: 'invoice.credit', audit: 'invoice.credit-note-issued' },
      schema: {
        tags: ['invoices'],
        operationId: 'creditInvoice',
        summary:
          'Take an invoice back, or part of it, with a credit note; its visits can be billed again at the right price',
        params: IdParams,
        headers: IdempotencyHeaders,
        body: CreditInvoiceIn,
        response: answers({ 201: CreditNoteOut }),
      },
    },
    async (request, reply) => {
      const made = await creditInvoice(context, viewerOf(request), request.params.id, {
        key: request.headers['idempotency-key'],
        ...request.body,
      });
      return reply.status(201).send(made);
    },
  );

  app.post(
    '/api/invoices/:id/settle',
    {
      config: { action: 'invoice.pay', audit: 'invoice.paid-directly' },
      schema: {
        tags: ['invoices'],
        operationId: 'settleInvoice',
        summary:
          'Say that I paid an invoice of mine from the money that I hold, or that what a credit note takes back was paid back',
        params: IdParams,
        headers: IdempotencyHeaders,
        body: SettleInvoiceIn,
        response: answers({ 200: SettledInvoiceOut }),
      },
    },
    (request) =>
      settleInvoice(context, viewerOf(request), reachFor(request), request.params.id, {
        key: request.headers['idempotency-key'],
        paidOn: readPastDate(request.body.paidOn, '/paidOn', context.clock.today()),
      }),
  );
}
