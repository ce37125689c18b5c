// What is on as a calendar that other programs follow, for a group, a kind of support, a place, or all of these at once.

import { createHash } from 'node:crypto';
import { Type } from 'typebox';
import type { App } from '../../http/app-instance.ts';
import { disposition } from '../../http/downloads.ts';
import { answers, closed } from '../../http/schemas.ts';
import type { AppContext } from '../../platform/context.ts';
import { makeCalendar } from './calendars.service.ts';
import { EVENTS_FILTER } from './events.routes.ts';
import { askedOf } from './events.service.ts';

/** Soon enough for a date that is called off, and many who follow one calendar cost one reading. */
const CACHED = 'public, max-age=900';

export function registerCalendars(app: App, context: AppContext): void {
  app.get(
    '/events.ics',
    {
      config: { action: 'event.view', audit: null },
      schema: {
        tags: ['events'],
        operationId: 'viewCalendar',
        summary:
          'What is on as a calendar (iCalendar, RFC 5545) of an organisation, a kind of support or a place: one of them is needed',
        querystring: closed(EVENTS_FILTER),
        produces: ['text/calendar'],
        response: answers({ 200: Type.String({ description: 'iCalendar' }) }),
      },
    },
    async (request, reply) => {
      const file = await makeCalendar(context, askedOf(request.query));
      const etag = `"${createHash('sha256').update(file).digest('base64url').slice(0, 27)}"`;
      void reply.headers({ 'cache-control': CACHED, etag, 'access-control-allow-origin': '*' });
      if (request.headers['if-none-match']?.includes(etag)) return reply.status(304).send('');
      return reply
        .headers({
          'content-type': 'text/calendar; charset=utf-8',
          'content-disposition': disposition('inline', 'events.ics'),
        })
        .send(file);
    },
  );
}
