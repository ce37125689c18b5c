// What the council learns, as JSON for the page and as CSV for a spreadsheet. Aggregates only: no route here takes a person.

import type { Viewer } from '@support-market/domain/access/roles';
import type { TSchema } from 'typebox';
import { viewerOf } from '../../http/access.ts';
import type { App } from '../../http/app-instance.ts';
import { answers, closed } from '../../http/schemas.ts';
import type { AppContext } from '../../platform/context.ts';
import {
  CsvOut,
  DaysToPayOut,
  DeclinedOrdersOut,
  SearchesOut,
  SpanQuery,
  SpendOut,
  SummaryOut,
} from './insights.schemas.ts';
import { type AskedSpan, daysToPay, declinedOrders, searches, spend, summary } from './insights.service.ts';
import { daysToPayCsv, declinedOrdersCsv, searchesCsv, spendCsv, summaryCsv } from './insights-csv.ts';

interface Insight<Answer> {
  readonly name: string;
  readonly operation: string;
  readonly summary: string;
  readonly spans: boolean;
  readonly out: TSchema;
  readonly read: (viewer: Viewer, span: AskedSpan) => Promise<Answer>;
  readonly csv: (answer: Answer) => string;
}

function register<Answer>(app: App, insight: Insight<Answer>): void {
  const querystring = insight.spans ? SpanQuery : closed({});
  app.get(
    `/api/insights/${insight.name}`,
    {
      config: { action: 'insight.view', audit: null },
      schema: {
        tags: ['insights'],
        operationId: `view${insight.operation}`,
        summary: insight.summary,
        querystring,
        response: answers({ 200: insight.out }),
      },
    },
    (request) => insight.read(viewerOf(request), request.query as AskedSpan),
  );
  app.get(
    `/api/insights/${insight.name}.csv`,
    {
      config: { action: 'insight.view', audit: null },
      schema: {
        tags: ['insights'],
        operationId: `download${insight.operation}`,
        summary: `${insight.summary}, as CSV`,
        querystring,
        response: { ...answers({}), 200: CsvOut },
      },
    },
    async (request, reply) => {
      const file = insight.csv(await insight.read(viewerOf(request), request.query as AskedSpan));
      return reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', `attachment; filename="${insight.name}.csv"`)
        .send(file);
    },
  );
}

export function registerInsights(app: App, context: AppContext): void {
  register(app, {
    name: 'summary',
    operation: 'InsightSummary',
    summary: 'The figures of three sentences about the last twelve months',
    spans: false,
    out: SummaryOut,
    read: (viewer) => summary(context, viewer),
    csv: summaryCsv,
  });
  register(app, {
    name: 'spend',
    operation: 'Spend',
    summary: 'What deliveries cost, by month, category and stream',
    spans: true,
    out: SpendOut,
    read: (viewer, span) => spend(context, viewer, span),
    csv: spendCsv,
  });
  register(app, {
    name: 'searches',
    operation: 'Searches',
    summary: 'What people looked for and did not find',
    spans: false,
    out: SearchesOut,
    read: (viewer) => searches(context, viewer),
    csv: searchesCsv,
  });
  register(app, {
    name: 'declined-orders',
    operation: 'DeclinedOrders',
    summary: 'Orders that providers declined, by reason, category and provider',
    spans: false,
    out: DeclinedOrdersOut,
    read: (viewer) => declinedOrders(context, viewer),
    csv: declinedOrdersCsv,
  });
  register(app, {
    name: 'days-to-pay',
    operation: 'DaysToPay',
    summary: 'Days from delivery to payment, by month and payer',
    spans: true,
    out: DaysToPayOut,
    read: (viewer, span) => daysToPay(context, viewer, span),
    csv: daysToPayCsv,
  });
}
