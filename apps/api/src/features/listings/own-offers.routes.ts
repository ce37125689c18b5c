// The prices of an organisation's own listing over HTTP: for its members in the council that lists it.

import type { App } from '../../http/app-instance.ts';
import { answers, IdempotencyHeaders, IdParams } from '../../http/schemas.ts';
import type { AppContext } from '../../platform/context.ts';
import { NewOfferIn, OfferIn, OfferPriceIn, OfferTermsIn, OwnOffersOut, PriceIn } from './own-offers.schemas.ts';
import {
  addOffer,
  changeTerms,
  removePrice,
  setOfferPrice,
  setWithdrawn,
  viewOwnOffers,
} from './own-offers.service.ts';
import { askingOf } from './own-records.routes.ts';

export function registerOwnOffers(app: App, context: AppContext): void {
  const shared = { tags: ['listings'], params: IdParams, response: answers({ 200: OwnOffersOut }) };
  app.get(
    '/api/listings/:id/offers',
    {
      config: { action: 'listing.edit', audit: null },
      schema: { ...shared, operationId: 'viewOwnOffers', summary: 'What a listing of yours sells, with every price' },
    },
    (request) => viewOwnOffers(context, askingOf(request)),
  );
  app.post(
    '/api/listings/:id/offers',
    {
      config: { action: 'listing.edit', audit: 'listing.offer-added' },
      schema: {
        ...shared,
        operationId: 'addOffer',
        summary: 'Add something for sale, with its first price',
        headers: IdempotencyHeaders,
        body: NewOfferIn,
        response: answers({ 201: OwnOffersOut }),
      },
    },
    async (request, reply) => {
      const key = request.headers['idempotency-key'];
      return reply.status(201).send(await addOffer(context, askingOf(request), key, request.body));
    },
  );
  app.put(
    '/api/listings/:id/offers',
    {
      config: { action: 'listing.edit', audit: 'listing.offer-changed' },
      schema: {
        ...shared,
        operationId: 'changeOfferTerms',
        summary:
          'Change what an offer is called, its shortest visit, its notice and its VAT; what is ordered keeps its terms',
        body: OfferTermsIn,
      },
    },
    (request) => changeTerms(context, askingOf(request), request.body),
  );
  app.post(
    '/api/listings/:id/prices/remove',
    {
      config: { action: 'listing.edit', audit: 'listing.price-removed' },
      schema: {
        ...shared,
        operationId: 'removePrice',
        summary: 'Take a price away that has not begun and at which no order was made; the one before it goes on',
        body: PriceIn,
      },
    },
    (request) => removePrice(context, askingOf(request), request.body.priceId),
  );
  app.post(
    '/api/listings/:id/prices',
    {
      config: { action: 'listing.edit', audit: 'listing.price-set' },
      schema: {
        ...shared,
        operationId: 'setOfferPrice',
        summary: 'Say what an offer costs from a day on; what is ordered keeps its price',
        body: OfferPriceIn,
      },
    },
    (request) => setOfferPrice(context, askingOf(request), request.body),
  );
  app.post(
    '/api/listings/:id/withdraw',
    {
      config: { action: 'listing.edit', audit: 'listing.offer-withdrawn' },
      schema: {
        ...shared,
        operationId: 'withdrawOffer',
        summary: 'Take an offer off sale; what is ordered stays ordered',
        body: OfferIn,
      },
    },
    (request) => setWithdrawn(context, askingOf(request), request.body.offerId, true),
  );
  app.post(
    '/api/listings/:id/put-back',
    {
      config: { action: 'listing.edit', audit: 'listing.offer-put-back' },
      schema: { ...shared, operationId: 'putBackOffer', summary: 'Put an offer back on sale', body: OfferIn },
    },
    (request) => setWithdrawn(context, askingOf(request), request.body.offerId, false),
  );
}
