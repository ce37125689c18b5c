// Mandates over HTTP: a person and who works with them see them, a council worker makes them, either ends them.

import { Type } from 'typebox';
import { reachFor, viewerOf } from '../../http/access.ts';
import type { App } from '../../http/app-instance.ts';
import { answers, closed, Id, IdParams } from '../../http/schemas.ts';
import type { AppContext } from '../../platform/context.ts';
import { MandateIn, MandatesOut } from './mandates.schemas.ts';
import { endMandate, makeMandate, viewMandates } from './mandates.service.ts';

export function registerMandates(app: App, context: AppContext): void {
  app.get(
    '/api/people/:id/mandates',
    {
      config: { action: 'mandate.view', audit: 'mandate.listed' },
      schema: {
        tags: ['mandates'],
        operationId: 'listMandates',
        summary: 'Who may act for a person, with which money and until when',
        params: IdParams,
        response: answers({ 200: MandatesOut }),
      },
    },
    (request) => viewMandates(context, viewerOf(request), reachFor(request), request.params.id),
  );
  app.post(
    '/api/people/:id/mandates',
    {
      config: { action: 'mandate.make', audit: 'mandate.made' },
      schema: {
        tags: ['mandates'],
        operationId: 'makeMandate',
        summary: 'Let a representative or a broker act for a person, with lines, limits and dates',
        params: IdParams,
        body: MandateIn,
        response: answers({ 201: closed({ id: Id }) }),
      },
    },
    async (request, reply) => {
      const made = await makeMandate(context, viewerOf(request), reachFor(request), request.params.id, request.body);
      return reply.code(201).send(made);
    },
  );
  app.post(
    '/api/mandates/:id/end',
    {
      config: { action: 'mandate.end', audit: 'mandate.ended' },
      schema: {
        tags: ['mandates'],
        operationId: 'endMandate',
        summary: 'End a mandate today; the orders that its holder placed stay, and both sides are told',
        params: IdParams,
        body: closed({ reason: Type.String({ maxLength: 500 }) }),
        response: answers({ 200: closed({ orders: Type.Integer() }) }),
      },
    },
    (request) => endMandate(context, viewerOf(request), reachFor(request), request.params.id, request.body.reason),
  );
}
