// Money due to those who hold it for a person.

import { inTransaction } from '@support-market/db/transaction';
import { Type } from 'typebox';
import { reachFor, viewerOf } from '../../http/access.ts';
import type { App } from '../../http/app-instance.ts';
import {
  answers,
  closed,
  DateOut,
  Id,
  IdempotencyHeaders,
  orNull,
  PageQuery,
  PenceOut,
  pageOf,
} from '../../http/schemas.ts';
import type { AppContext } from '../../platform/context.ts';
import { once } from '../../platform/idempotency.repo.ts';
import { schedulePayIns, viewPayIns } from './pay-ins.service.ts';

const PayInOut = closed({
  id: Id,
  lineId: Id,
  lineName: Type.String(),
  arrangement: Type.String(),
  personName: Type.String(),
  holderName: orNull(Type.String()),
  fromDate: DateOut,
  toDate: DateOut,
  amountPence: PenceOut,
  state: Type.String(),
});

const PayInsQuery = closed({
  state: Type.Optional(
    Type.Union([Type.Literal('due'), Type.Literal('paying'), Type.Literal('paid'), Type.Literal('stopped')]),
  ),
  ...PageQuery,
});

export function registerPayIns(app: App, context: AppContext): void {
  app.get(
    '/api/pay-ins',
    {
      config: { action: 'pay-in.view', audit: null },
      schema: {
        tags: ['payments'],
        operationId: 'listPayIns',
        summary: 'Money due or paid to those who hold it for a person',
        querystring: PayInsQuery,
        response: answers({ 200: pageOf(PayInOut) }),
      },
    },
    (request) => viewPayIns(context, viewerOf(request), reachFor(request), { limit: 25, ...request.query }),
  );
  app.post(
    '/api/pay-ins/schedule',
    {
      config: { action: 'pay-in.schedule', audit: 'pay-in.scheduled' },
      schema: {
        tags: ['payments'],
        operationId: 'schedulePayIns',
        summary: 'Create the pay-ins that are due by now; again creates nothing',
        headers: IdempotencyHeaders,
        body: closed({}),
        response: answers({
          200: closed({ created: Type.Integer(), totalPence: Type.Integer({ description: 'whole pence' }) }),
        }),
      },
    },
    async (request) => {
      const viewer = viewerOf(request);
      const key = request.headers['idempotency-key'];
      return inTransaction(context.db, viewer.councilId, (tx) =>
        once(tx, context.clock, viewer, { key, operation: 'schedulePayIns', body: request.body }, async () => {
          const { created, totalPence } = await schedulePayIns(tx, context.clock, viewer);
          return { created, totalPence: Number(totalPence) };
        }),
      );
    },
  );
}
