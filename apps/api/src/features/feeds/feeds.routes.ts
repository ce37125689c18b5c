// Feeds over HTTP: the list, one with its readings, adding one, reading it now, and stopping and resuming that.

import { viewerOf } from '../../http/access.ts';
import type { App } from '../../http/app-instance.ts';
import { answers, IdempotencyHeaders, IdParams, pageOf } from '../../http/schemas.ts';
import type { AppContext } from '../../platform/context.ts';
import { FeedIdOut, FeedIn, FeedOut, FeedSummaryOut, FeedsQuery } from './feeds.schemas.ts';
import { addFeed, askToRead, turnFeed, viewFeed, viewFeeds } from './feeds.service.ts';

export function registerFeeds(app: App, context: AppContext): void {
  app.get(
    '/api/feeds',
    {
      config: { action: 'feed.view', audit: null },
      schema: {
        tags: ['feeds'],
        operationId: 'listFeeds',
        summary: 'The feeds of other people that the council keeps, newest first',
        querystring: FeedsQuery,
        response: answers({ 200: pageOf(FeedSummaryOut) }),
      },
    },
    (request) => viewFeeds(context, viewerOf(request), request.query),
  );
  app.get(
    '/api/feeds/:id',
    {
      config: { action: 'feed.view', audit: null },
      schema: {
        tags: ['feeds'],
        operationId: 'viewFeed',
        summary: 'One feed, with what came of its last readings',
        params: IdParams,
        response: answers({ 200: FeedOut }),
      },
    },
    (request) => viewFeed(context, viewerOf(request), request.params.id),
  );
  app.post(
    '/api/feeds',
    {
      config: { action: 'feed.write', audit: 'feed.added' },
      schema: {
        tags: ['feeds'],
        operationId: 'addFeed',
        summary: 'Keep the address of a feed, and have it read',
        headers: IdempotencyHeaders,
        body: FeedIn,
        response: answers({ 201: FeedIdOut }),
      },
    },
    async (request, reply) => {
      const key = request.headers['idempotency-key'];
      return reply.code(201).send(await addFeed(context, viewerOf(request), key, request.body));
    },
  );
  app.post(
    '/api/feeds/:id/read',
    {
      config: { action: 'feed.write', audit: 'feed.asked' },
      schema: {
        tags: ['feeds'],
        operationId: 'readFeed',
        summary: 'Have a feed read as soon as may be',
        params: IdParams,
        response: answers({ 200: FeedOut }),
      },
    },
    (request) => askToRead(context, viewerOf(request), request.params.id),
  );
  app.post(
    '/api/feeds/:id/stop',
    {
      config: { action: 'feed.write', audit: 'feed.stopped' },
      schema: {
        tags: ['feeds'],
        operationId: 'stopFeed',
        summary: 'Read a feed no more',
        params: IdParams,
        response: answers({ 200: FeedOut }),
      },
    },
    (request) => turnFeed(context, viewerOf(request), request.params.id, 'stop'),
  );
  app.post(
    '/api/feeds/:id/resume',
    {
      config: { action: 'feed.write', audit: 'feed.resumed' },
      schema: {
        tags: ['feeds'],
        operationId: 'resumeFeed',
        summary: 'Read a feed every night again',
        params: IdParams,
        response: answers({ 200: FeedOut }),
      },
    },
    (request) => turnFeed(context, viewerOf(request), request.params.id, 'resume'),
  );
}
