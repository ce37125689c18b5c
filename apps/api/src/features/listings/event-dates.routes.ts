// The dates of what a group puts on, over HTTP: its members call one off, move it, or have it on again.

import type { App } from '../../http/app-instance.ts';
import { answers, IdParams } from '../../http/schemas.ts';
import type { AppContext } from '../../platform/context.ts';
import { EventDateIn, OwnDatesOut } from './event-dates.schemas.ts';
import { changeEventDate, viewOwnDates } from './event-dates.service.ts';
import { askingOf } from './own-records.routes.ts';

export function registerEventDates(app: App, context: AppContext): void {
  const tags = ['events'];
  app.get(
    '/api/listings/:id/dates',
    {
      config: { action: 'listing.edit', audit: null },
      schema: {
        tags,
        operationId: 'listOwnDates',
        summary:
          'The dates of the next half year on which a listing of your organisation is on, with those called off or moved',
        params: IdParams,
        response: answers({ 200: OwnDatesOut }),
      },
    },
    (request) => viewOwnDates(context, askingOf(request)),
  );
  app.put(
    '/api/listings/:id/dates',
    {
      config: { action: 'listing.edit', audit: 'listing.date-changed' },
      schema: {
        tags,
        operationId: 'changeEventDate',
        summary: 'Call off one date, move it to another day or time, or have it on as it was',
        params: IdParams,
        body: EventDateIn,
        response: answers({ 200: OwnDatesOut }),
      },
    },
    (request) => changeEventDate(context, askingOf(request), request.body),
  );
}
