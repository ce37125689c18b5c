// Looking at listings before people see them, over HTTP: for the officers of the council that lists their organisation.

import { viewerOf } from '../../http/access.ts';
import type { App } from '../../http/app-instance.ts';
import { answers, IdParams } from '../../http/schemas.ts';
import type { AppContext } from '../../platform/context.ts';
import { AnsweredOut, ApproveIn, ChangesIn, ReviewOut, ReviewsOut, ReviewsQuery } from './listing-reviews.schemas.ts';
import { answerReview, viewReview, viewReviews } from './listing-reviews.service.ts';

export function registerListingReviews(app: App, context: AppContext): void {
  const tags = ['listings'];
  app.get(
    '/api/listing-reviews',
    {
      config: { action: 'listing.review', audit: null },
      schema: {
        tags,
        operationId: 'listListingReviews',
        summary: 'The listings that wait to be looked at before people see them, the longest first',
        querystring: ReviewsQuery,
        response: answers({ 200: ReviewsOut }),
      },
    },
    (request) => viewReviews(context, viewerOf(request), request.query),
  );
  app.get(
    '/api/listings/:id/review',
    {
      config: { action: 'listing.review', audit: null },
      schema: {
        tags,
        operationId: 'viewListingReview',
        summary: 'A listing that waits, as people would see it, with what changed since it was looked at last',
        params: IdParams,
        response: answers({ 200: ReviewOut }),
      },
    },
    (request) => viewReview(context, viewerOf(request), request.params.id),
  );
  app.post(
    '/api/listings/:id/approve',
    {
      config: { action: 'listing.review', audit: 'listing.approved' },
      schema: {
        tags,
        operationId: 'approveListing',
        summary: 'Let everybody find a listing that waits, exactly as it was looked at',
        params: IdParams,
        body: ApproveIn,
        response: answers({ 200: AnsweredOut }),
      },
    },
    (request) => answerReview(context, viewerOf(request), request.params.id, request.body),
  );
  app.post(
    '/api/listings/:id/ask-for-changes',
    {
      config: { action: 'listing.review', audit: 'listing.changes-asked' },
      schema: {
        tags,
        operationId: 'askForListingChanges',
        summary: 'Say what has to change before people see a listing; its owner reads it, mends it and sends it again',
        params: IdParams,
        body: ChangesIn,
        response: answers({ 200: AnsweredOut }),
      },
    },
    (request) => answerReview(context, viewerOf(request), request.params.id, request.body),
  );
}
