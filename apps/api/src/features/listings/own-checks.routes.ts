// What is asked of an organisation before it is trusted and paid, over HTTP: for its members in the council that lists it.

import type { App } from '../../http/app-instance.ts';
import { answers, IdParams } from '../../http/schemas.ts';
import type { AppContext } from '../../platform/context.ts';
import { ChecksIn, ChecksOut } from './own-checks.schemas.ts';
import { agreeOwnSelfBilling, sayOwnChecks, viewOwnChecks } from './own-checks.service.ts';
import { askingOf } from './own-records.routes.ts';

export function registerOwnChecks(app: App, context: AppContext): void {
  const shared = { tags: ['listings'], params: IdParams, response: answers({ 200: ChecksOut }) };
  app.get(
    '/api/organisations/:id/checks',
    {
      config: { action: 'organisation.edit', audit: null },
      schema: {
        ...shared,
        operationId: 'viewOwnChecks',
        summary: 'What is asked of your organisation, what is done and what lacks',
      },
    },
    (request) => viewOwnChecks(context, askingOf(request)),
  );
  app.put(
    '/api/organisations/:id/checks',
    {
      config: { action: 'organisation.edit', audit: 'organisation.checks-said' },
      schema: {
        ...shared,
        operationId: 'sayOwnChecks',
        summary: 'Say until when you are insured, when workers were checked, and where you are registered',
        body: ChecksIn,
      },
    },
    (request) => sayOwnChecks(context, askingOf(request), request.body),
  );
  app.post(
    '/api/organisations/:id/self-billing',
    {
      config: { action: 'organisation.edit', audit: 'organisation.self-billing-agreed' },
      schema: { ...shared, operationId: 'agreeSelfBilling', summary: 'Agree that your council writes your invoices' },
    },
    (request) => agreeOwnSelfBilling(context, askingOf(request)),
  );
}
