// Visits over HTTP: what is planned, start, finish, record, missed, queried. Confirming is a workflow: it moves money.

import { inTransaction } from '@support-market/db/transaction';
import { reachFor, viewerOf } from '../../http/access.ts';
import type { App } from '../../http/app-instance.ts';
import { plain } from '../../http/plain-answers.ts';
import { answers, closed, Id, IdempotencyHeaders, IdParams } from '../../http/schemas.ts';
import type { AppContext } from '../../platform/context.ts';
import { once } from '../../platform/idempotency.repo.ts';
import { putVisitBack } from './put-back.service.ts';
import {
  MissIn,
  MoneyComingOut,
  QueryIn,
  RecordIn,
  StartIn,
  VisitDetailOut,
  VisitOut,
  VisitsPage,
  VisitsQuery,
} from './visits.schemas.ts';
import {
  finishVisit,
  listVisitsFor,
  missVisit,
  queryVisit,
  recordVisitTimes,
  startVisit,
  viewMoneyComing,
  viewVisit,
} from './visits.service.ts';

export function registerVisits(app: App, context: AppContext): void {
  app.get(
    '/api/visits',
    {
      config: { action: 'visit.view', audit: 'visit.listed' },
      schema: {
        tags: ['visits'],
        operationId: 'listVisits',
        summary: 'Visits of some days, soonest first; this week unless said otherwise',
        querystring: VisitsQuery,
        response: answers({ 200: VisitsPage }),
      },
    },
    (request) => listVisitsFor(context, viewerOf(request), reachFor(request), request.query),
  );

  app.get(
    '/api/visits/money-coming',
    {
      config: { action: 'visit.record', audit: null },
      schema: {
        tags: ['visits'],
        operationId: 'viewMoneyComing',
        summary: 'What my organisation has earned and has not been paid yet',
        response: answers({ 200: MoneyComingOut }),
      },
    },
    (request) => viewMoneyComing(context, viewerOf(request), reachFor(request)),
  );

  app.get(
    '/api/visits/:id',
    {
      config: { action: 'visit.view', audit: 'visit.viewed' },
      schema: {
        tags: ['visits'],
        operationId: 'viewVisit',
        summary: 'One visit, planned and as it was',
        params: IdParams,
        response: answers({ 200: VisitDetailOut }),
      },
    },
    (request) => viewVisit(context, viewerOf(request), reachFor(request), request.params.id),
  );

  app.post(
    '/api/visits/:id/start',
    {
      config: { action: 'visit.record', audit: 'visit.started' },
      schema: {
        tags: ['visits'],
        operationId: 'startVisit',
        summary: 'The worker has arrived',
        params: IdParams,
        body: StartIn,
        response: answers({ 200: VisitOut }),
      },
    },
    (request) => startVisit(context, viewerOf(request), reachFor(request), request.params.id, request.body),
  );

  app.post(
    '/api/visits/:id/finish',
    {
      config: { action: 'visit.record', audit: 'visit.recorded' },
      schema: {
        tags: ['visits'],
        operationId: 'finishVisit',
        summary: 'The worker leaves: the visit is recorded from its start until now',
        params: IdParams,
        response: answers({ 200: VisitOut }),
      },
    },
    (request) => finishVisit(context, viewerOf(request), reachFor(request), request.params.id),
  );

  app.post(
    '/api/visits/:id/record',
    {
      config: { action: 'visit.record', audit: 'visit.recorded' },
      schema: {
        tags: ['visits'],
        operationId: 'recordVisit',
        summary: 'When the visit really began and ended, or that it was delivered; again to correct it',
        params: IdParams,
        body: RecordIn,
        response: answers({ 200: VisitOut }),
      },
    },
    (request) => recordVisitTimes(context, viewerOf(request), reachFor(request), request.params.id, request.body),
  );

  app.post(
    '/api/visits/:id/miss',
    {
      config: { action: 'visit.record', audit: 'visit.missed' },
      schema: {
        tags: ['visits'],
        operationId: 'missVisit',
        summary: 'The visit did not happen: its money goes back to the person',
        params: IdParams,
        headers: IdempotencyHeaders,
        body: MissIn,
        response: answers({ 200: VisitOut }),
      },
    },
    (request) => {
      const viewer = viewerOf(request);
      const { id } = request.params;
      return inTransaction(context.db, viewer.councilId, (tx) =>
        once(
          tx,
          context.clock,
          viewer,
          { key: request.headers['idempotency-key'], operation: `missVisit ${id}`, body: request.body },
          async () =>
            plain(await missVisit(tx, context, viewer, reachFor(request), id, request.body.reason)) as VisitOut,
        ),
      );
    },
  );

  app.post(
    '/api/visits/:id/put-back',
    {
      config: { action: 'visit.put-back', audit: 'visit.put-back' },
      schema: {
        tags: ['visits'],
        operationId: 'putVisitBack',
        summary: 'Undo that a visit did not happen: it is planned again and its money is set aside again',
        params: IdParams,
        headers: IdempotencyHeaders,
        body: MissIn,
        response: answers({ 200: closed({ id: Id }) }),
      },
    },
    (request) => {
      const viewer = viewerOf(request);
      const { id } = request.params;
      return inTransaction(context.db, viewer.councilId, (tx) =>
        once(
          tx,
          context.clock,
          viewer,
          { key: request.headers['idempotency-key'], operation: `putVisitBack ${id}`, body: request.body },
          () => putVisitBack(tx, context, viewer, reachFor(request), id, request.body.reason),
        ),
      );
    },
  );

  app.post(
    '/api/visits/:id/query',
    {
      config: { action: 'visit.confirm', audit: 'visit.queried' },
      schema: {
        tags: ['visits'],
        operationId: 'queryVisit',
        summary: 'Something was wrong: nothing is paid until it is put right or decided',
        params: IdParams,
        body: QueryIn,
        response: answers({ 200: VisitOut }),
      },
    },
    (request) => queryVisit(context, viewerOf(request), reachFor(request), request.params.id, request.body.note),
  );
}
