// What the bank said of a run, over HTTP: typed by an officer, as its file, or from the bank of the demonstration.

import type { Static } from 'typebox';
import { viewerOf } from '../../http/access.ts';
import type { App } from '../../http/app-instance.ts';
import { answers, IdParams } from '../../http/schemas.ts';
import type { AppContext } from '../../platform/context.ts';
import { listAsked, pageFrom, readCursor } from '../../platform/cursors.ts';
import { readPastDate } from '../../platform/dates.ts';
import { ProblemError } from '../../platform/problem-error.ts';
import { BankEntriesOut, BankEntriesQuery, ResultsIn, ResultsOut } from './bank-results.schemas.ts';
import { importResultFile, recordResults, sandboxResults, viewEntries } from './bank-results.service.ts';

export function registerBankResults(app: App, context: AppContext): void {
  app.post(
    '/api/payment-runs/:id/results',
    {
      config: { action: 'payment-run.record-result', audit: 'payment-run.result-recorded' },
      schema: {
        tags: ['bank-results'],
        operationId: 'recordPaymentResults',
        summary: 'Record what the bank said: as JSON, or its pain.002 file as multipart/form-data',
        consumes: ['application/json', 'multipart/form-data'],
        params: IdParams,
        body: { content: { 'application/json': { schema: ResultsIn } } },
        response: answers({ 200: ResultsOut }),
      },
    },
    async (request) => {
      const viewer = viewerOf(request);
      const { id } = request.params;
      if (request.isMultipart()) {
        const file = await request.file();
        if (!file) throw new ProblemError('bank_result.unreadable');
        return importResultFile(context, viewer, id, await file.toBuffer());
      }
      if (!request.body) throw new ProblemError('request.not_json');
      const { results, entryDate } = request.body as Static<typeof ResultsIn>;
      return recordResults(
        context,
        viewer,
        id,
        results.map(({ endToEndId, status, reason }) => ({ endToEndId, status, reason: reason ?? null })),
        readPastDate(entryDate, '/entryDate', context.clock.today()),
      );
    },
  );

  app.post(
    '/api/payment-runs/:id/sandbox-results',
    {
      config: { action: 'payment-run.record-result', audit: 'payment-run.result-recorded' },
      schema: {
        tags: ['bank-results'],
        operationId: 'recordSandboxResults',
        summary: 'Demonstration only: the bank answers that everything was paid',
        params: IdParams,
        response: answers({ 200: ResultsOut }),
      },
    },
    (request) => sandboxResults(context, viewerOf(request), request.params.id),
  );

  app.get(
    '/api/payment-runs/:id/bank-entries',
    {
      config: { action: 'payment-run.view', audit: null },
      schema: {
        tags: ['bank-results'],
        operationId: 'listBankEntries',
        summary: 'Everything that the bank said of a run, newest first',
        params: IdParams,
        querystring: BankEntriesQuery,
        response: answers({ 200: BankEntriesOut }),
      },
    },
    async (request) => {
      const { cursor, limit = 25 } = request.query;
      const list = listAsked('bank-entries', request.params);
      const before = readCursor(list, cursor, ['text'])?.[0] ?? null;
      const rows = await viewEntries(context, viewerOf(request), request.params.id, { before, limit });
      return pageFrom(list, rows, limit, ({ id }) => [id]);
    },
  );
}
