// Statements, on the screen and on paper.

import { wordsIn } from '@support-market/words/words-in';
import { Type } from 'typebox';
import { reachFor, viewerOf } from '../../http/access.ts';
import type { App } from '../../http/app-instance.ts';
import { disposition } from '../../http/downloads.ts';
import { answers, IdParams } from '../../http/schemas.ts';
import type { AppContext } from '../../platform/context.ts';
import { statementPdf } from '../../ports/documents/statement-pdf.ts';
import { MonthQuery, StatementOut } from './statements.schemas.ts';
import { viewStatement, viewStatementDocument } from './statements.service.ts';

const sayFile = wordsIn().say('documents');

export function registerStatements(app: App, context: AppContext): void {
  app.get(
    '/api/budget-lines/:id/statement',
    {
      config: { action: 'statement.view', audit: 'statement.viewed' },
      schema: {
        tags: ['statements'],
        operationId: 'viewStatement',
        summary: 'What came in, what went out and what is left on one line in one month',
        params: IdParams,
        querystring: MonthQuery,
        response: answers({ 200: StatementOut }),
      },
    },
    (request) => viewStatement(context, viewerOf(request), reachFor(request), request.params.id, request.query.month),
  );
  app.get(
    '/api/budget-lines/:id/statement.pdf',
    {
      config: { action: 'statement.view', audit: 'statement.viewed' },
      schema: {
        tags: ['statements'],
        operationId: 'printStatement',
        summary: 'The same statement as a PDF',
        params: IdParams,
        querystring: MonthQuery,
        produces: ['application/pdf'],
        response: answers({ 200: Type.Unsafe<Buffer>(Type.String({ description: 'PDF bytes' })) }),
      },
    },
    async (request, reply) => {
      const document = await viewStatementDocument(
        context,
        viewerOf(request),
        reachFor(request),
        request.params.id,
        request.query.month,
      );
      const month = document.period.startDate.toPlainYearMonth();
      return reply
        .type('application/pdf')
        .header('content-disposition', disposition('inline', sayFile('files.statement', { month: month.toString() })))
        .send(Buffer.from(await statementPdf(document)));
    },
  );
}
