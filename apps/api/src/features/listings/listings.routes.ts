// The catalogue over HTTP: open to everybody; a signed-in reader may name a budget line and see what it would pay.

import { inTransaction } from '@support-market/db/transaction';
import { mainLine } from '@support-market/domain/budgets/main-line';
import { reachFor, viewerOf } from '../../http/access.ts';
import type { App } from '../../http/app-instance.ts';
import { answers } from '../../http/schemas.ts';
import type { AppContext } from '../../platform/context.ts';
import { sendText } from './as-json.ts';
import { viewListingForLine, viewPublicListing } from './listing-page.service.ts';
import {
  ListingPage,
  PayerQuery,
  PayingLines,
  PayingLinesQuery,
  SearchAnswer,
  SearchQuery,
  SlugParams,
} from './listings.schemas.ts';
import { listPayingLines } from './payers.repo.ts';
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
      const { body, note } = await searchCatalogue(context, request.viewer, request.query);
      if (note) hooks.onSearched(note);
      return reply.type(JSON_TYPE).send(sendText<SearchAnswer>(body));
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

  app.get(
    '/api/paying-lines',
    {
      config: { action: 'basket.view', audit: null },
      schema: {
        tags: ['listings'],
        operationId: 'listPayingLines',
        summary: 'List the budget lines that could pay, so that prices can be shown for one of them',
        querystring: PayingLinesQuery,
        response: answers({ 200: PayingLines }),
      },
    },
    async (request) => {
      const viewer = viewerOf(request);
      const rows = await inTransaction(context.db, viewer.councilId, (tx) =>
        listPayingLines(tx, viewer, reachFor(request), context.clock.today(), request.query.personId),
      );
      const people = [...new Set(rows.map((row) => row.person_id))];
      const main = new Set(
        people.map((personId) => {
          const own = rows.filter((row) => row.person_id === personId);
          return mainLine(own.map((row) => ({ lineId: row.line_id, stream: row.stream, awardPence: row.award_pence })))
            ?.lineId;
        }),
      );
      return {
        items: rows.map((row) => ({
          lineId: row.line_id,
          lineName: row.line_name,
          stream: row.stream,
          personId: row.person_id,
          personName: row.person_name,
          main: main.has(row.line_id),
        })),
      };
    },
  );
}
