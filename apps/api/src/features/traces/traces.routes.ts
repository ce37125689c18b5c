// Following one pound over HTTP.

import { viewerOf } from '../../http/access.ts';
import type { App } from '../../http/app-instance.ts';
import { answers } from '../../http/schemas.ts';
import type { AppContext } from '../../platform/context.ts';
import { TraceOut, TraceParams, TraceQuery } from './traces.schemas.ts';
import { followReference } from './traces.service.ts';

export function registerTraces(app: App, context: AppContext): void {
  app.get(
    '/api/traces/:reference',
    {
      config: { action: 'ledger.trace', audit: 'trace.viewed' },
      schema: {
        tags: ['traces'],
        operationId: 'followReference',
        summary: 'One pound from the award to the bank file and back, by the number of anything on its way',
        params: TraceParams,
        querystring: TraceQuery,
        response: answers({ 200: TraceOut }),
      },
    },
    (request) => {
      const { reason, cursor, limit = 25 } = request.query;
      return followReference(context, viewerOf(request), request.params.reference, { reason, cursor, limit });
    },
  );
}
