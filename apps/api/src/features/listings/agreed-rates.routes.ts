// A council's agreed rates over HTTP, for the officers who keep and read them.

import { viewerOf } from '../../http/access.ts';
import type { App } from '../../http/app-instance.ts';
import { answers, IdempotencyHeaders } from '../../http/schemas.ts';
import type { AppContext } from '../../platform/context.ts';
import {
  AgreedRateIn,
  EndRateIn,
  OfferParams,
  RatedOfferOut,
  RatedOffersOut,
  RatedOffersQuery,
  RemoveRateIn,
} from './agreed-rates.schemas.ts';
import {
  endAgreedRate,
  removeAgreedRate,
  setAgreedRate,
  viewRatedOffer,
  viewRatedOffers,
} from './agreed-rates.service.ts';

export function registerAgreedRates(app: App, context: AppContext): void {
  const tags = ['listings'];
  const response = answers({ 200: RatedOfferOut });
  app.get(
    '/api/agreed-rates',
    {
      config: { action: 'agreed-rate.view', audit: null },
      schema: {
        tags,
        operationId: 'listAgreedRates',
        summary: 'What your council agreed a rate for, or what the providers of a name sell',
        querystring: RatedOffersQuery,
        response: answers({ 200: RatedOffersOut }),
      },
    },
    (request) => viewRatedOffers(context, viewerOf(request), request.query),
  );
  app.get(
    '/api/agreed-rates/:offerId',
    {
      config: { action: 'agreed-rate.view', audit: null },
      schema: {
        tags,
        operationId: 'viewAgreedRates',
        summary: 'Every rate that your council agreed for one thing, now, later and before',
        params: OfferParams,
        response,
      },
    },
    (request) => viewRatedOffer(context, viewerOf(request), request.params.offerId),
  );
  app.post(
    '/api/agreed-rates',
    {
      config: { action: 'agreed-rate.keep', audit: 'agreed-rate.set' },
      schema: {
        tags,
        operationId: 'setAgreedRate',
        summary: 'Say what your council’s own money pays from a day on; what is ordered keeps its price',
        headers: IdempotencyHeaders,
        body: AgreedRateIn,
        response,
      },
    },
    (request) => setAgreedRate(context, viewerOf(request), request.headers['idempotency-key'], request.body),
  );
  app.post(
    '/api/agreed-rates/end',
    {
      config: { action: 'agreed-rate.keep', audit: 'agreed-rate.ended' },
      schema: {
        tags,
        operationId: 'endAgreedRate',
        summary: 'Say the last day of a rate; then the public price is charged',
        body: EndRateIn,
        response,
      },
    },
    (request) => endAgreedRate(context, viewerOf(request), request.body),
  );
  app.post(
    '/api/agreed-rates/remove',
    {
      config: { action: 'agreed-rate.keep', audit: 'agreed-rate.removed' },
      schema: {
        tags,
        operationId: 'removeAgreedRate',
        summary: 'Take a rate away that has not begun; the one before it goes on',
        body: RemoveRateIn,
        response,
      },
    },
    (request) => removeAgreedRate(context, viewerOf(request), request.body.rateId),
  );
}
