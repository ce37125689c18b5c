// A person's money, and money that builds up.

import { reachFor, viewerOf } from '../../http/access.ts';
import type { App } from '../../http/app-instance.ts';
import { answers, IdParams } from '../../http/schemas.ts';
import type { AppContext } from '../../platform/context.ts';
import { BuildUpOut, BuildUpQuery, MoneyOut, MoneyQuery } from './budgets.schemas.ts';
import { viewBuildUp, viewMoney } from './budgets.service.ts';

export function registerBudgets(app: App, context: AppContext): void {
  app.get(
    '/api/people/:id/money',
    {
      config: { action: 'budget.view', audit: 'budget.viewed' },
      schema: {
        tags: ['budgets'],
        operationId: 'viewMoney',
        summary: "One person's budget and lines: spent, spoken for, left",
        params: IdParams,
        querystring: MoneyQuery,
        response: answers({ 200: MoneyOut }),
      },
    },
    (request) => viewMoney(context, viewerOf(request), reachFor(request), request.params.id, request.query),
  );
  app.get(
    '/api/build-up',
    {
      config: { action: 'build-up.view', audit: null },
      schema: {
        tags: ['budgets'],
        operationId: 'listBuildUp',
        summary: 'Lines with more unspent than the council expects: to ask about, never to sweep',
        querystring: BuildUpQuery,
        response: answers({ 200: BuildUpOut }),
      },
    },
    (request) => viewBuildUp(context, viewerOf(request), reachFor(request), { limit: 25, ...request.query }),
  );
}
