// Remittance advice over HTTP: what a payment was for, as a list and as a paper.

import { inTransaction } from '@support-market/db/transaction';
import { pence } from '@support-market/domain/shared/money';
import { wordsIn } from '@support-market/words/words-in';
import { Temporal } from 'temporal-polyfill';
import { Type } from 'typebox';
import { reachFor, viewerOf } from '../../http/access.ts';
import type { App } from '../../http/app-instance.ts';
import { disposition } from '../../http/downloads.ts';
import {
  answers,
  closed,
  DateOut,
  Id,
  IdParams,
  InstantOut,
  orNull,
  PageQuery,
  PenceOut,
  pageOf,
} from '../../http/schemas.ts';
import { recordAudit } from '../../platform/audit.repo.ts';
import type { AppContext } from '../../platform/context.ts';
import { listAsked, pageFrom, readCursor } from '../../platform/cursors.ts';
import { found } from '../../platform/problem-error.ts';
import { remittancePdf } from '../../ports/documents/remittance-pdf.ts';
import { findRemittance, listRemittances, type RemittancePaper } from './remittances.repo.ts';

const RemittanceOut = closed({
  id: Id,
  number: Type.String(),
  createdAt: InstantOut,
  runReference: Type.String(),
  funderName: Type.String({ description: 'Whose money it is' }),
  executionDate: DateOut,
  organisationId: orNull(Id),
  payeeName: Type.String(),
  amountPence: PenceOut,
  state: Type.String({ description: 'paid, or returned when the bank sent it back later' }),
  items: Type.Array(
    closed({ invoiceId: orNull(Id), payInId: orNull(Id), reference: Type.String(), amountPence: PenceOut }),
  ),
});

/** The bytes of a remittance advice. */
export function remittanceBytes(paper: RemittancePaper): Promise<Uint8Array> {
  return remittancePdf({
    number: paper.number,
    paymentDate: paper.executionDate,
    payer: { name: paper.payer.name, addressLines: paper.payer.address },
    payee: { name: paper.payeeName, addressLines: paper.payeeAddress },
    bankReference: `${paper.council.code} ${paper.runReference}`,
    accountLastFour: paper.accountNumber.slice(-4),
    payments: paper.items.map(({ reference, date, what, amountPence }) => ({
      invoiceNumber: reference,
      invoiceDate: Temporal.PlainDate.from(date),
      ...(what === null ? {} : { what }),
      amountPence: pence(amountPence),
    })),
    totalPence: pence(paper.amountPence),
    contact: wordsIn().say('documents')('contactOf', { email: paper.council.email }),
  });
}

const sayFile = wordsIn().say('documents');

export function registerRemittances(app: App, context: AppContext): void {
  app.get(
    '/api/remittances',
    {
      config: { action: 'remittance.view', audit: null },
      schema: {
        tags: ['remittances'],
        operationId: 'listRemittances',
        summary: 'Payments made to my organisation, newest first',
        querystring: closed(PageQuery),
        response: answers({ 200: pageOf(RemittanceOut) }),
      },
    },
    (request) => {
      const viewer = viewerOf(request);
      const { cursor, limit = 25 } = request.query;
      const list = listAsked('remittances');
      const scope = { ...viewer, today: context.clock.today(), reach: reachFor(request) };
      return inTransaction(context.db, viewer.councilId, async (tx) => {
        const rows = await listRemittances(tx, scope, { after: readCursor(list, cursor, ['text']), limit });
        const page = pageFrom(list, rows, limit, ({ id }) => [id]);
        return {
          ...page,
          items: page.items.map((row) => ({
            ...row,
            items: row.items.map(({ invoiceId, payInId, reference, amountPence }) => ({
              invoiceId,
              payInId,
              reference,
              amountPence: pence(amountPence),
            })),
          })),
        };
      });
    },
  );

  app.get(
    '/api/remittances/:id.pdf',
    {
      config: { action: 'remittance.view', audit: 'remittance.downloaded' },
      schema: {
        tags: ['remittances'],
        operationId: 'downloadRemittance',
        summary: 'The remittance advice as a PDF',
        params: IdParams,
        response: answers({ 200: Type.Unsafe<Buffer>({ type: 'string', format: 'binary' }) }),
      },
    },
    async (request, reply) => {
      const viewer = viewerOf(request);
      const { id } = request.params;
      const scope = { ...viewer, today: context.clock.today(), reach: reachFor(request) };
      const paper = await inTransaction(context.db, viewer.councilId, async (tx) => {
        const remittance = found(await findRemittance(tx, scope, id));
        await recordAudit(tx, context.clock, viewer, {
          event: 'remittance.downloaded',
          noun: 'remittance',
          recordId: id,
        });
        return remittance;
      });
      return reply
        .type('application/pdf')
        .header('content-disposition', disposition('inline', sayFile('files.remittance', { number: paper.number })))
        .send(Buffer.from(await remittanceBytes(paper)));
    },
  );
}
