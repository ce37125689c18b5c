// Lines of money that an organisation holds for people.

import { reachFor, viewerOf } from '../../http/access.ts';
import type { App } from '../../http/app-instance.ts';
import { answers, pageOf } from '../../http/schemas.ts';
import type { AppContext } from '../../platform/context.ts';
import { HeldLineOut, HeldLinesQuery } from './budget-lines.schemas.ts';
import { viewHeldLines } from './budget-lines.service.ts';

export function registerBudgetLines(app: App, context: AppContext): void {
  app.get(
    '/api/budget-lines',
    {
      config: { action: 'budget-line.view', audit: null },
      schema: {
        tags: ['budgets'],
        operationId: 'listHeldLines',
        summary: "The lines whose money the viewer's organisation holds",
        querystring: HeldLinesQuery,
        response: answers({ 200: pageOf(HeldLineOut) }),
      },
    },
    (request) => viewHeldLines(context, viewerOf(request), reachFor(request), { limit: 25, ...request.query }),
  );
}
