// Looking at and filling the viewer's own basket; placing it is a workflow, because it makes orders.

import { reachFor, viewerOf } from '../../http/access.ts';
import type { App } from '../../http/app-instance.ts';
import { answers, IdParams } from '../../http/schemas.ts';
import type { AppContext } from '../../platform/context.ts';
import { viewChoices } from './basket-choices.service.ts';
import { BasketItemIn, BasketOut, ChoicesOut, ChoicesQuery, ItemChanged } from './baskets.schemas.ts';
import { addItem, changeItem, removeItem, viewBasket } from './baskets.service.ts';

export function registerBaskets(app: App, context: AppContext): void {
  app.get(
    '/api/basket',
    {
      config: { action: 'basket.view', audit: null },
      schema: {
        tags: ['baskets'],
        operationId: 'viewBasket',
        summary: 'My open basket, with what each line of money will have left',
        response: answers({ 200: BasketOut }),
      },
    },
    (request) => viewBasket(context, viewerOf(request), reachFor(request)),
  );

  app.get(
    '/api/basket/choices',
    {
      config: { action: 'basket.view', audit: null },
      schema: {
        tags: ['baskets'],
        operationId: 'viewBasketChoices',
        summary: 'Whom I may order an offer for, which lines could pay, and the price from each',
        querystring: ChoicesQuery,
        response: answers({ 200: ChoicesOut }),
      },
    },
    (request) => viewChoices(context, viewerOf(request), reachFor(request), request.query.offerId),
  );

  app.post(
    '/api/basket/items',
    {
      config: { action: 'basket.edit', audit: 'basket.item-added' },
      schema: {
        tags: ['baskets'],
        operationId: 'addBasketItem',
        summary: 'Put something in my basket',
        body: BasketItemIn,
        response: answers({ 201: ItemChanged }),
      },
    },
    async (request, reply) => {
      const changed = await addItem(context, viewerOf(request), reachFor(request), request.body);
      return reply.status(201).send(changed);
    },
  );

  app.put(
    '/api/basket/items/:id',
    {
      config: { action: 'basket.edit', audit: 'basket.item-changed' },
      schema: {
        tags: ['baskets'],
        operationId: 'changeBasketItem',
        summary: 'Change something in my basket',
        params: IdParams,
        body: BasketItemIn,
        response: answers({ 200: ItemChanged }),
      },
    },
    (request) => changeItem(context, viewerOf(request), reachFor(request), request.params.id, request.body),
  );

  app.delete(
    '/api/basket/items/:id',
    {
      config: { action: 'basket.edit', audit: 'basket.item-removed' },
      schema: {
        tags: ['baskets'],
        operationId: 'removeBasketItem',
        summary: 'Take something out of my basket',
        params: IdParams,
        response: answers({ 200: BasketOut }),
      },
    },
    (request) => removeItem(context, viewerOf(request), reachFor(request), request.params.id),
  );
}
