// Who works with whom, over HTTP.

import { Type } from 'typebox';
import { viewerOf } from '../../http/access.ts';
import type { App } from '../../http/app-instance.ts';
import { answers, closed, Id, IdParams } from '../../http/schemas.ts';
import type { AppContext } from '../../platform/context.ts';
import { CaseloadEndIn, CaseloadIn, CaseloadsOut, CaseloadsQuery } from './caseloads.schemas.ts';
import { beginCaseload, endCaseload, viewCaseloads } from './caseloads.service.ts';

export function registerCaseloads(app: App, context: AppContext): void {
  app.get(
    '/api/caseloads',
    {
      config: { action: 'caseload.view', audit: null },
      schema: {
        tags: ['people'],
        operationId: 'listCaseloads',
        summary: 'Who works with whom, today and later, by name',
        querystring: CaseloadsQuery,
        response: answers({ 200: CaseloadsOut }),
      },
    },
    (request) => viewCaseloads(context, viewerOf(request), request.query),
  );
  app.post(
    '/api/caseloads',
    {
      config: { action: 'caseload.change', audit: 'caseload.made' },
      schema: {
        tags: ['people'],
        operationId: 'beginCaseload',
        summary: 'Put a person on a practitioner’s caseload, from a day and until one',
        body: CaseloadIn,
        response: answers({ 201: closed({ id: Id }) }),
      },
    },
    async (request, reply) => reply.status(201).send(await beginCaseload(context, viewerOf(request), request.body)),
  );
  app.post(
    '/api/caseloads/:id/end',
    {
      config: { action: 'caseload.change', audit: 'caseload.changed' },
      schema: {
        tags: ['people'],
        operationId: 'endCaseload',
        summary: 'Say the last day of an entry, or end it at once',
        params: IdParams,
        body: CaseloadEndIn,
        response: answers({ 204: Type.Null() }),
      },
    },
    async (request, reply) => {
      await endCaseload(context, viewerOf(request), request.params.id, request.body);
      return reply.status(204).send(null);
    },
  );
}
