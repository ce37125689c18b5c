// An organisation's own record and listings over HTTP: for its members in the council that lists it.

import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { reachFor, viewerOf } from '../../http/access.ts';
import type { App } from '../../http/app-instance.ts';
import { answers, closed, IdParams } from '../../http/schemas.ts';
import type { AppContext } from '../../platform/context.ts';
import {
  FileValueIn,
  ListingHistoryOut,
  ListingIn,
  ListingRecordOut,
  OrganisationIn,
  OrganisationRecordOut,
} from './own-records.schemas.ts';
import {
  confirmOwn,
  editOwnListing,
  editOwnOrganisation,
  settleFileValue,
  viewListingHistory,
  viewOwnListing,
  viewOwnOrganisation,
} from './own-records.service.ts';

const ConfirmedOut = closed({ confirmedOn: Type.String({ description: 'YYYY-MM-DD' }) });
const SettledOut = closed({ taken: Type.Boolean() });

export const askingOf = (request: FastifyRequest & { params: { id: string } }) => ({
  viewer: viewerOf(request),
  reach: reachFor(request),
  id: request.params.id,
});

export function registerOwnRecords(app: App, context: AppContext): void {
  const tags = ['listings'];
  const params = IdParams;
  app.get(
    '/api/organisations/:id/record',
    {
      config: { action: 'organisation.edit', audit: null },
      schema: {
        tags,
        operationId: 'viewOwnOrganisation',
        summary: 'What your organisation says of itself, where each fact came from, and what a file says otherwise',
        params,
        response: answers({ 200: OrganisationRecordOut }),
      },
    },
    (request) => viewOwnOrganisation(context, askingOf(request)),
  );
  app.put(
    '/api/organisations/:id/record',
    {
      config: { action: 'organisation.edit', audit: 'organisation.changed' },
      schema: {
        tags,
        operationId: 'editOwnOrganisation',
        summary: 'Say what is right about your organisation: no file changes it after that',
        params,
        body: OrganisationIn,
        response: answers({ 200: OrganisationRecordOut }),
      },
    },
    (request) => editOwnOrganisation(context, askingOf(request), request.body),
  );
  app.get(
    '/api/listings/:id/record',
    {
      config: { action: 'listing.edit', audit: null },
      schema: {
        tags,
        operationId: 'viewOwnListing',
        summary: 'A listing of your organisation, with its places, contacts, events, and where each fact came from',
        params,
        response: answers({ 200: ListingRecordOut }),
      },
    },
    (request) => viewOwnListing(context, askingOf(request)),
  );
  app.put(
    '/api/listings/:id/record',
    {
      config: { action: 'listing.edit', audit: 'listing.changed' },
      schema: {
        tags,
        operationId: 'editOwnListing',
        summary: 'Say what is right about a listing, part by part: no file changes it after that',
        params,
        body: ListingIn,
        response: answers({ 200: ListingRecordOut }),
      },
    },
    (request) => editOwnListing(context, askingOf(request), request.body),
  );
  for (const { table, noun, operation } of [
    { table: 'organisations', noun: 'organisation', operation: 'Organisation' },
    { table: 'listings', noun: 'listing', operation: 'Listing' },
  ] as const) {
    app.post(
      `/api/${table}/:id/confirm`,
      {
        config: { action: `${noun}.edit`, audit: `${noun}.confirmed` },
        schema: {
          tags,
          operationId: `confirmOwn${operation}`,
          summary: 'Say that all of it is still right today',
          params,
          response: answers({ 200: ConfirmedOut }),
        },
      },
      (request) => confirmOwn(context, table, askingOf(request)),
    );
    app.post(
      `/api/${table}/:id/file-values`,
      {
        config: { action: `${noun}.edit`, audit: `${noun}.file-value-settled` },
        schema: {
          tags,
          operationId: `settle${operation}FileValue`,
          summary: 'Take what a file said of a field, or stay with your own',
          params,
          body: FileValueIn,
          response: answers({ 200: SettledOut }),
        },
      },
      (request) => settleFileValue(context, table, askingOf(request), request.body),
    );
  }
  app.get(
    '/api/listings/:id/history',
    {
      config: { action: 'listing.view-history', audit: null },
      schema: {
        tags,
        operationId: 'viewListingHistory',
        summary: 'How a listing began and came to its state',
        params,
        response: answers({ 200: ListingHistoryOut }),
      },
    },
    (request) => viewListingHistory(context, askingOf(request)),
  );
}
