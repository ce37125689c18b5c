// Starting and publishing a listing over HTTP: for members of the organisation in the council that lists it.

import type { App } from '../../http/app-instance.ts';
import { answers, IdempotencyHeaders, IdParams } from '../../http/schemas.ts';
import type { AppContext } from '../../platform/context.ts';
import { ListingIdOut, NewListingIn, PublishedOut } from './own-listings.schemas.ts';
import { publishListing, startListing } from './own-listings.service.ts';
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
        summary: 'Let everybody find a listing that you started',
        params: IdParams,
        response: answers({ 200: PublishedOut }),
      },
    },
    (request) => publishListing(context, askingOf(request)),
  );
}
