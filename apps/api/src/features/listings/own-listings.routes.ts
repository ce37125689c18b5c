// Starting and publishing a listing over HTTP: for members of the organisation in the council that lists it.

import type { App } from '../../http/app-instance.ts';
import { answers, IdempotencyHeaders, IdParams } from '../../http/schemas.ts';
import type { AppContext } from '../../platform/context.ts';
import { ListingPage } from './listings.schemas.ts';
import { ListingIdOut, NewListingIn, PublishedOut, TakenDownOut } from './own-listings.schemas.ts';
import { previewOwnListing, publishListing, startListing, takeListingDown } from './own-listings.service.ts';
import { askingOf } from './own-records.routes.ts';

export function registerOwnListings(app: App, context: AppContext): void {
  app.post(
    '/api/organisations/:id/listings',
    {
      config: { action: 'listing.add', audit: 'listing.drafted' },
      schema: {
        tags: ['listings'],
        operationId: 'startListing',
        summary: 'Start a listing of your organisation; only its members see it until you publish it',
        params: IdParams,
        headers: IdempotencyHeaders,
        body: NewListingIn,
        response: answers({ 201: ListingIdOut }),
      },
    },
    async (request, reply) => {
      const key = request.headers['idempotency-key'];
      return reply.status(201).send(await startListing(context, askingOf(request), key, request.body));
    },
  );
  app.post(
    '/api/listings/:id/publish',
    {
      config: { action: 'listing.edit', audit: 'listing.published' },
      schema: {
        tags: ['listings'],
        operationId: 'publishListing',
        summary: 'Let everybody find a listing that you started, or send it to the council that looks at it first',
        params: IdParams,
        response: answers({ 200: PublishedOut }),
      },
    },
    (request) => publishListing(context, askingOf(request)),
  );
  app.post(
    '/api/listings/:id/take-down',
    {
      config: { action: 'listing.edit', audit: 'listing.taken-down' },
      schema: {
        tags: ['listings'],
        operationId: 'takeListingDown',
        summary:
          'Take a listing back so that only its members see it, until they send it again; what is ordered goes on',
        params: IdParams,
        response: answers({ 200: TakenDownOut }),
      },
    },
    (request) => takeListingDown(context, askingOf(request)),
  );
  app.get(
    '/api/listings/:id/preview',
    {
      config: { action: 'listing.edit', audit: null },
      schema: {
        tags: ['listings'],
        operationId: 'previewListing',
        summary: 'A listing of your organisation as people see it or would',
        params: IdParams,
        response: answers({ 200: ListingPage }),
      },
    },
    (request) => previewOwnListing(context, askingOf(request)),
  );
}
