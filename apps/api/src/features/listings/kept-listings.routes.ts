// Listings kept for a person, over HTTP: for the person and those who act for them.

import type { FastifyRequest } from 'fastify';
import { reachFor, viewerOf } from '../../http/access.ts';
import type { App } from '../../http/app-instance.ts';
import { answers, IdParams } from '../../http/schemas.ts';
import type { AppContext } from '../../platform/context.ts';
import { KeepIn, KeptIdOut, KeptOut, KeptQuery, MarksOut, MarksQuery, NoteIn } from './kept-listings.schemas.ts';
import { type Asking, keepListing, moveKept, noteKept, viewKept, viewMarks } from './kept-listings.service.ts';

const askingOf = (request: FastifyRequest): Asking => ({ viewer: viewerOf(request), reach: reachFor(request) });

export function registerKeptListings(app: App, context: AppContext): void {
  const tags = ['listings'];
  app.get(
    '/api/kept-listings',
    {
      config: { action: 'listing.view-kept', audit: null },
      schema: {
        tags,
        operationId: 'listKeptMarks',
        summary: 'Which listings are kept for a person, by their ids',
        querystring: MarksQuery,
        response: answers({ 200: MarksOut }),
      },
    },
    (request) => viewMarks(context, askingOf(request), request.query.personId),
  );
  app.get(
    '/api/people/:id/kept-listings',
    {
      config: { action: 'listing.view-kept', audit: 'kept-listing.listed' },
      schema: {
        tags,
        operationId: 'listKeptListings',
        summary: 'The listings kept for a person, newest first, and who else sees them',
        params: IdParams,
        querystring: KeptQuery,
        response: answers({ 200: KeptOut }),
      },
    },
    (request) => viewKept(context, askingOf(request), request.params.id, request.query),
  );
  app.post(
    '/api/kept-listings',
    {
      config: { action: 'listing.keep', audit: 'kept-listing.kept' },
      schema: {
        tags,
        operationId: 'keepListing',
        summary: 'Keep a listing for a person; one that is kept already stays as it is',
        body: KeepIn,
        response: answers({ 201: KeptIdOut }),
      },
    },
    async (request, reply) => reply.status(201).send(await keepListing(context, askingOf(request), request.body)),
  );
  app.put(
    '/api/kept-listings/:id',
    {
      config: { action: 'listing.keep', audit: 'kept-listing.noted' },
      schema: {
        tags,
        operationId: 'noteKeptListing',
        summary: 'Change the note beside a kept listing',
        params: IdParams,
        body: NoteIn,
        response: answers({ 200: KeptIdOut }),
      },
    },
    (request) => noteKept(context, askingOf(request), request.params.id, request.body.note),
  );
  for (const { to, path, operationId, summary } of [
    { to: 'removed', path: 'remove', operationId: 'removeKeptListing', summary: 'Take a kept listing off the list' },
    {
      to: 'put-back',
      path: 'put-back',
      operationId: 'putBackKeptListing',
      summary: 'Put a kept listing back that was taken off the list',
    },
  ] as const)
    app.post(
      `/api/kept-listings/:id/${path}`,
      {
        config: { action: 'listing.keep', audit: `kept-listing.${to}` },
        schema: { tags, operationId, summary, params: IdParams, response: answers({ 200: KeptIdOut }) },
      },
      (request) => moveKept(context, askingOf(request), request.params.id, to),
    );
}
