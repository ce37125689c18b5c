// Orders over HTTP: those who may see them look, their provider decides, their buyer cancels.

import { reachFor, viewerOf } from '../../http/access.ts';
import type { App } from '../../http/app-instance.ts';
import { answers, closed, Id, IdempotencyHeaders, IdParams } from '../../http/schemas.ts';
import type { AppContext } from '../../platform/context.ts';
import {
  CancelIn,
  DeclineIn,
  NeedsShared,
  OrderChanged,
  OrderOut,
  OrdersPage,
  OrdersQuery,
  PutBackIn,
  ReceiptOut,
  ShareNeedsIn,
  VisitorNoteOut,
} from './orders.schemas.ts';
import { acceptOrder, cancelOrder, declineOrder, viewOrder, viewOrders, viewReceipt } from './orders.service.ts';
import { putOrderBack } from './put-back.service.ts';
import { shareNeeds, viewVisitorNote } from './visitor-notes.service.ts';

export function registerOrders(app: App, context: AppContext): void {
  app.get(
    '/api/orders',
    {
      config: { action: 'order.view', audit: 'order.listed' },
      schema: {
        tags: ['orders'],
        operationId: 'listOrders',
        summary: 'Orders that I may see, newest first',
        querystring: OrdersQuery,
        response: answers({ 200: OrdersPage }),
      },
    },
    (request) => viewOrders(context, viewerOf(request), reachFor(request), request.query),
  );

  app.get(
    '/api/orders/:id',
    {
      config: { action: 'order.view', audit: 'order.viewed' },
      schema: {
        tags: ['orders'],
        operationId: 'viewOrder',
        summary: 'One order with its visits, and what I may do with it',
        params: IdParams,
        response: answers({ 200: OrderOut }),
      },
    },
    (request) => viewOrder(context, viewerOf(request), reachFor(request), request.params.id),
  );

  app.get(
    '/api/receipts/:id',
    {
      config: { action: 'order.view', audit: 'order.viewed' },
      schema: {
        tags: ['orders'],
        operationId: 'viewReceipt',
        summary: 'What was placed together, by the id of its basket',
        params: IdParams,
        response: answers({ 200: ReceiptOut }),
      },
    },
    (request) => viewReceipt(context, viewerOf(request), reachFor(request), request.params.id),
  );

  app.get(
    '/api/orders/:id/visitor-note',
    {
      config: { action: 'visitor-note.view', audit: 'visitor-note.viewed' },
      schema: {
        tags: ['orders'],
        operationId: 'viewVisitorNote',
        summary: 'How to reach the person of an order that my organisation accepted',
        params: IdParams,
        response: answers({ 200: VisitorNoteOut }),
      },
    },
    (request) => viewVisitorNote(context, viewerOf(request), reachFor(request), request.params.id),
  );

  app.put(
    '/api/orders/:id/shared-needs',
    {
      config: { action: 'order.share-needs', audit: 'order.needs-shared' },
      schema: {
        tags: ['orders'],
        operationId: 'shareNeeds',
        summary: 'Say which needs of mine the provider of an order may know once it accepts',
        params: IdParams,
        body: ShareNeedsIn,
        response: answers({ 200: NeedsShared }),
      },
    },
    (request) => shareNeeds(context, viewerOf(request), reachFor(request), request.params.id, request.body.sharedNeeds),
  );

  app.post(
    '/api/orders/:id/accept',
    {
      config: { action: 'order.decide', audit: 'order.accepted' },
      schema: {
        tags: ['orders'],
        operationId: 'acceptOrder',
        summary: 'Accept an order placed with my organisation',
        params: IdParams,
        response: answers({ 200: OrderChanged }),
      },
    },
    (request) => acceptOrder(context, viewerOf(request), reachFor(request), request.params.id),
  );

  app.post(
    '/api/orders/:id/decline',
    {
      config: { action: 'order.decide', audit: 'order.declined' },
      schema: {
        tags: ['orders'],
        operationId: 'declineOrder',
        summary: 'Decline an order with a reason; the money goes back at once',
        params: IdParams,
        headers: IdempotencyHeaders,
        body: DeclineIn,
        response: answers({ 200: OrderChanged }),
      },
    },
    (request) =>
      declineOrder(context, viewerOf(request), reachFor(request), {
        id: request.params.id,
        key: request.headers['idempotency-key'],
        body: request.body,
      }),
  );

  app.post(
    '/api/orders/:id/put-back',
    {
      config: { action: 'order.put-back', audit: 'order.put-back' },
      schema: {
        tags: ['orders'],
        operationId: 'putOrderBack',
        summary:
          'Undo a no that was said by mistake: the order waits for its provider again, its money is set aside again',
        params: IdParams,
        headers: IdempotencyHeaders,
        body: PutBackIn,
        response: answers({ 200: closed({ id: Id }) }),
      },
    },
    (request) =>
      putOrderBack(context, viewerOf(request), reachFor(request), {
        id: request.params.id,
        key: request.headers['idempotency-key'],
        body: request.body,
      }),
  );

  app.post(
    '/api/orders/:id/cancel',
    {
      config: { action: 'order.cancel', audit: 'order.cancelled' },
      schema: {
        tags: ['orders'],
        operationId: 'cancelOrder',
        summary: 'Cancel an order; visits inside their notice are still charged',
        params: IdParams,
        headers: IdempotencyHeaders,
        body: CancelIn,
        response: answers({ 200: OrderChanged }),
      },
    },
    (request) =>
      cancelOrder(context, viewerOf(request), reachFor(request), {
        id: request.params.id,
        key: request.headers['idempotency-key'],
        body: request.body,
      }),
  );
}
