// An organisation's workers over HTTP: seen and kept by that organisation alone.

import { reachFor, viewerOf } from '../../http/access.ts';
import type { App } from '../../http/app-instance.ts';
import { answers, IdParams } from '../../http/schemas.ts';
import type { AppContext } from '../../platform/context.ts';
import {
  WorkerChangeIn,
  WorkerDetailOut,
  WorkerEndIn,
  WorkerIn,
  WorkerOut,
  WorkersPage,
  WorkersQuery,
} from './workers.schemas.ts';
import { addWorker, bringWorkerBack, changeWorker, endWorker, viewWorker, viewWorkers } from './workers.service.ts';

export function registerWorkers(app: App, context: AppContext): void {
  app.get(
    '/api/workers',
    {
      config: { action: 'worker.view', audit: null },
      schema: {
        tags: ['workers'],
        operationId: 'listWorkers',
        summary: 'The workers of my organisation, by name',
        querystring: WorkersQuery,
        response: answers({ 200: WorkersPage }),
      },
    },
    (request) => viewWorkers(context, viewerOf(request), reachFor(request), request.query),
  );
  app.post(
    '/api/workers',
    {
      config: { action: 'worker.add', audit: 'worker.added' },
      schema: {
        tags: ['workers'],
        operationId: 'addWorker',
        summary: 'Add a worker; a name that another has needs a reference that tells them apart',
        body: WorkerIn,
        response: answers({ 201: WorkerOut }),
      },
    },
    async (request, reply) =>
      reply.code(201).send(await addWorker(context, viewerOf(request), reachFor(request), request.body)),
  );
  app.get(
    '/api/workers/:id',
    {
      config: { action: 'worker.view', audit: null },
      schema: {
        tags: ['workers'],
        operationId: 'viewWorker',
        summary: 'One worker, and what happened to the record',
        params: IdParams,
        response: answers({ 200: WorkerDetailOut }),
      },
    },
    (request) => viewWorker(context, viewerOf(request), reachFor(request), request.params.id),
  );
  app.put(
    '/api/workers/:id',
    {
      config: { action: 'worker.change', audit: 'worker.changed' },
      schema: {
        tags: ['workers'],
        operationId: 'changeWorker',
        summary: 'Another name or reference of the same person; their visits stay theirs',
        params: IdParams,
        body: WorkerChangeIn,
        response: answers({ 200: WorkerOut }),
      },
    },
    (request) => changeWorker(context, viewerOf(request), reachFor(request), request.params.id, request.body),
  );
  app.post(
    '/api/workers/:id/end',
    {
      config: { action: 'worker.end', audit: 'worker.ended' },
      schema: {
        tags: ['workers'],
        operationId: 'endWorker',
        summary: 'The last day on which somebody worked here; visits until then can still be recorded for them',
        params: IdParams,
        body: WorkerEndIn,
        response: answers({ 200: WorkerOut }),
      },
    },
    (request) => endWorker(context, viewerOf(request), reachFor(request), request.params.id, request.body.lastDate),
  );
  app.post(
    '/api/workers/:id/come-back',
    {
      config: { action: 'worker.end', audit: 'worker.came-back' },
      schema: {
        tags: ['workers'],
        operationId: 'bringWorkerBack',
        summary: 'Somebody works here again',
        params: IdParams,
        response: answers({ 200: WorkerOut }),
      },
    },
    (request) => bringWorkerBack(context, viewerOf(request), reachFor(request), request.params.id),
  );
}
