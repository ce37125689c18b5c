// Reports of what was written in a question, over HTTP: for its two sides, and for the officers who look at them.

import { reachFor, viewerOf } from '../../http/access.ts';
import type { App } from '../../http/app-instance.ts';
import { answers, IdParams } from '../../http/schemas.ts';
import type { AppContext } from '../../platform/context.ts';
import { ReasonIn, ReplyIn, ReportedOut, ReportsOut, ReportsQuery, SettledOut } from './question-reports.schemas.ts';
import { reportEntry, settle, viewReports } from './question-reports.service.ts';

export function registerQuestionReports(app: App, context: AppContext): void {
  const tags = ['questions'];
  app.post(
    '/api/question-entries/:id/report',
    {
      config: { action: 'question.view', audit: 'question-report.made' },
      schema: {
        tags,
        operationId: 'reportQuestionEntry',
        summary: 'Have the council look at something that was written in a question',
        params: IdParams,
        body: ReasonIn,
        response: answers({ 200: ReportedOut }),
      },
    },
    (request) => {
      const asking = { viewer: viewerOf(request), reach: reachFor(request) };
      return reportEntry(context, asking, request.params.id, request.body.reason);
    },
  );
  app.get(
    '/api/question-reports',
    {
      config: { action: 'question-report.settle', audit: 'question-report.listed' },
      schema: {
        tags,
        operationId: 'listQuestionReports',
        summary: 'What was reported and no one has settled, the oldest first',
        querystring: ReportsQuery,
        response: answers({ 200: ReportsOut }),
      },
    },
    (request) => viewReports(context, viewerOf(request), request.query),
  );
  app.post(
    '/api/question-reports/:id/settle',
    {
      config: { action: 'question-report.settle', audit: 'question-report.settled' },
      schema: {
        tags,
        operationId: 'settleQuestionReport',
        summary: 'Settle a report, and say to the side that made it what comes of it',
        params: IdParams,
        body: ReplyIn,
        response: answers({ 200: SettledOut }),
      },
    },
    (request) => settle(context, viewerOf(request), request.params.id, request.body.reply),
  );
}
