// The catalogue over HTTP: open to everybody; whoever signs in may name a budget line and see what it would pay.

import type { App } from '../../http/app-instance.ts';
import type { AppContext } from '../../http/context.ts';
import { answers } from '../../http/schemas.ts';
import { asJson, sendText } from './as-json.ts';
import { viewListingForLine, viewPublicListing } from './listing-page.service.ts';
import { ListingPage, PayerQuery, SearchAnswer, SearchQuery, SlugParams } from './listings.schemas.ts';
import { type SearchNote, searchCatalogue } from './search.service.ts';

const JSON_TYPE = 'application/json; charset=utf-8';

export interface ListingHooks {
  /** Told of every search; it must not make the searcher wait. */
  readonly onSearched: (note: SearchNote) => void;
}

export function registerListings(app: App, context: AppContext, hooks: ListingHooks): void {
  app.get(
    '/api/listings',
    {
      config: { action: 'listing.search', audit: null },
      schema: {
        tags: ['listings'],
        operationId: 'searchListings',
        summary:
          'Search the catalogue by words, place, category and filters, with prices for a budget line if one is named',
        querystring: SearchQuery,
        response: answers({ 200: SearchAnswer }),
      },
    },
    async (request, reply) => {
      const { answer, note } = await searchCatalogue(context, request.viewer, request.query);
      if (note) hooks.onSearched(note);
      return reply.type(JSON_TYPE).send(sendText<SearchAnswer>(asJson(answer)));
    },
  );

  app.get(
    '/api/listings/:slug',
    {
      config: { action: 'listing.view', audit: null },
      schema: {
        tags: ['listings'],
        operationId: 'viewListing',
        summary:
          'Show one listing with its offers, dates and trust marks, with prices for a budget line if one is named',
        params: SlugParams,
        querystring: PayerQuery,
        response: answers({ 200: ListingPage }),
      },
    },
    async (request, reply) => {
      const { slug } = request.params;
      const { lineId } = request.query;
      if (lineId !== undefined) return viewListingForLine(context, request.viewer, slug, lineId);
      return reply.type(JSON_TYPE).send(sendText<ListingPage>(await viewPublicListing(context, slug)));
    },
  );
}
