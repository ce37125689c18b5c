// Price rises over HTTP: the list, one, what they come to on orders, and taking one back. What moves prices and money is in
// workflows/propose-price-rise.ts and workflows/raise-order-prices.ts.

import { reachFor, viewerOf } from '../../http/access.ts';
import type { App } from '../../http/app-instance.ts';
import { answers, IdParams, pageOf } from '../../http/schemas.ts';
import type { AppContext } from '../../platform/context.ts';
import {
  PriceRiseOrderOut,
  PriceRiseOrdersQuery,
  PriceRiseOut,
  PriceRiseSummaryOut,
  PriceRisesQuery,
} from './price-rises.schemas.ts';
import { viewPriceRise, viewPriceRiseOrders, viewPriceRises, withdrawPriceRise } from './price-rises.service.ts';

export function registerPriceRises(app: App, context: AppContext): void {
  app.get(
    '/api/price-rises',
    {
      config: { action: 'price-rise.view', audit: null },
      schema: {
        tags: ['price-rises'],
        operationId: 'listPriceRises',
        summary: 'The price rises that the viewer may see, newest first',
        querystring: PriceRisesQuery,
        response: answers({ 200: pageOf(PriceRiseSummaryOut) }),
      },
    },
    (request) => viewPriceRises(context, viewerOf(request), reachFor(request), request.query),
  );
  app.get(
    '/api/price-rises/:id',
    {
      config: { action: 'price-rise.view', audit: null },
      schema: {
        tags: ['price-rises'],
        operationId: 'viewPriceRise',
        summary: 'One price rise, with what it comes to on running orders',
        params: IdParams,
        response: answers({ 200: PriceRiseOut }),
      },
    },
    (request) => viewPriceRise(context, viewerOf(request), reachFor(request), request.params.id),
  );
  app.post(
    '/api/price-rises/:id/withdraw',
    {
      config: { action: 'price-rise.propose', audit: 'price-rise.withdrawn' },
      schema: {
        tags: ['price-rises'],
        operationId: 'withdrawPriceRise',
        summary: 'Take a price rise back; what was accepted stays accepted',
        params: IdParams,
        response: answers({ 200: PriceRiseOut }),
      },
    },
    (request) => withdrawPriceRise(context, viewerOf(request), reachFor(request), request.params.id),
  );
  app.get(
    '/api/price-rise-orders',
    {
      config: { action: 'price-rise-order.view', audit: null },
      schema: {
        tags: ['price-rises'],
        operationId: 'listPriceRiseOrders',
        summary: 'What price rises come to on orders within reach, newest first',
        querystring: PriceRiseOrdersQuery,
        response: answers({ 200: pageOf(PriceRiseOrderOut) }),
      },
    },
    (request) => viewPriceRiseOrders(context, viewerOf(request), reachFor(request), request.query),
  );
}
