// Hiding a listing from everybody and showing it again, over HTTP: for the officers of the council that lists it.

import { viewerOf } from '../../http/access.ts';
import type { App } from '../../http/app-instance.ts';
import { answers, IdParams } from '../../http/schemas.ts';
import type { AppContext } from '../../platform/context.ts';
import { ReasonIn, StandingOut, WithheldOut, WithheldQuery } from './withheld-listings.schemas.ts';
import { moveListing, viewStanding, viewWithheld } from './withheld-listings.service.ts';

export function registerWithheldListings(app: App, context: AppContext): void {
  const tags = ['listings'];
  app.get(
    '/api/withheld-listings',
    {
      config: { action: 'listing.withhold', audit: null },
      schema: {
        tags,
        operationId: 'listWithheldListings',
        summary: 'The listings that your council hides from everybody, and why',
        querystring: WithheldQuery,
        response: answers({ 200: WithheldOut }),
      },
    },
    (request) => viewWithheld(context, viewerOf(request), request.query),
  );
  app.get(
    '/api/listings/:id/standing',
    {
      config: { action: 'listing.withhold', audit: null },
      schema: {
        tags,
        operationId: 'viewListingStanding',
        summary: 'Whether people can find a listing that your council lists',
        params: IdParams,
        response: answers({ 200: StandingOut }),
      },
    },
    (request) => viewStanding(context, viewerOf(request), request.params.id),
  );
  for (const { event, path, audit, summary } of [
    {
      event: 'withhold',
      path: 'withhold',
      audit: 'listing.withheld',
      summary: 'Hide a listing from everybody; what is ordered goes on',
    },
    {
      event: 'showAgain',
      path: 'show-again',
      audit: 'listing.shown-again',
      summary: 'Let everybody find a listing again that your council hid',
    },
  ] as const)
    app.post(
      `/api/listings/:id/${path}`,
      {
        config: { action: 'listing.withhold', audit },
        schema: {
          tags,
          operationId: `${event}Listing`,
          summary,
          params: IdParams,
          body: ReasonIn,
          response: answers({ 200: StandingOut }),
        },
      },
      (request) => moveListing(context, viewerOf(request), request.params.id, event, request.body.reason),
    );
}
