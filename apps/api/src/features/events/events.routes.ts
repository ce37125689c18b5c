// What is on, over HTTP: every day on which something happens between two dates, soonest first.

import { LONGEST_SEARCH } from '@support-market/domain/listings/search-length';
import { parseDate } from '@support-market/domain/shared/local-time';
import { Type } from 'typebox';
import type { App } from '../../http/app-instance.ts';
import { answers, closed, DateIn, InstantOut, orNull } from '../../http/schemas.ts';
import type { AppContext } from '../../platform/context.ts';
import { unwrap } from '../../platform/problem-error.ts';
import { askedOf, whatIsOn } from './events.service.ts';

const SLUG = '^[a-z0-9-]{1,100}$';

/** Which events are meant, for the list and for calendars. */
export const EVENTS_FILTER = {
  near: Type.Optional(Type.String({ maxLength: LONGEST_SEARCH.near, description: 'a postcode or its first half' })),
  miles: Type.Optional(
    Type.Integer({ minimum: 1, maximum: 25, default: 25, description: 'how far from there at most' }),
  ),
  organisation: Type.Optional(
    Type.String({ pattern: SLUG, description: 'only what this organisation puts on, by its address' }),
  ),
  category: Type.Optional(
    Type.String({ pattern: SLUG, description: 'only of this kind of support and of those below it' }),
  ),
};

export const EventsQuery = closed({
  from: Type.Optional(DateIn),
  to: Type.Optional(DateIn),
  ...EVENTS_FILTER,
  withOff: Type.Optional(
    Type.Boolean({ default: true, description: 'also what is called off or moved to another day' }),
  ),
  counts: Type.Optional(Type.Boolean({ default: false, description: 'also how much is on each day, for a month' })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500, default: 200 })),
});

const EventsAnswer = closed({
  items: Type.Array(
    closed({
      /** The event and its day: every item has its own. */
      id: Type.String(),
      title: Type.String(),
      date: Type.String(),
      startsAt: InstantOut,
      endsAt: InstantOut,
      listingSlug: Type.String(),
      organisationName: Type.String(),
      placeName: orNull(Type.String()),
      postcode: orNull(Type.String()),
      categorySlug: Type.String(),
      distanceMetres: orNull(Type.Integer()),
      free: Type.Boolean(),
      frequency: Type.String(),
      /** It is not on that day: called off, or moved to another. */
      isOff: Type.Boolean(),
      /** The day on which it is instead; null where it is on, or called off. */
      movedTo: orNull(Type.String()),
      /** The day on which it is as a rule, where it was moved to this one. */
      movedFrom: orNull(Type.String()),
      /** Why it is called off or moved; '' where that is not said. */
      reason: Type.String(),
    }),
  ),
  from: Type.String(),
  to: Type.String(),
  /** More happens than fits in the answer. */
  more: Type.Boolean(),
  near: orNull(closed({ asked: Type.String(), known: Type.Boolean() })),
  /** Where counts are asked for: each day on which something is on, and how much, up to 100. */
  days: Type.Array(closed({ date: Type.String(), count: Type.Integer() })),
  /** Where a calendar of these is to be had; null where they are not of an organisation, a kind or a place. */
  calendarUrl: orNull(Type.String()),
});

export function registerEvents(app: App, context: AppContext): void {
  app.get(
    '/api/events',
    {
      config: { action: 'event.view', audit: null },
      schema: {
        tags: ['events'],
        operationId: 'listEvents',
        summary: 'List what is on between two dates (a week from today if none are given, at most 92 days)',
        querystring: EventsQuery,
        response: answers({ 200: EventsAnswer }),
      },
    },
    async (request) => {
      const { from, to, withOff, counts, limit } = request.query;
      return whatIsOn(context, {
        from: from === undefined ? null : unwrap(parseDate(from), '/querystring/from'),
        to: to === undefined ? null : unwrap(parseDate(to), '/querystring/to'),
        ...askedOf(request.query),
        withOff: withOff ?? true,
        counts: counts ?? false,
        limit: limit ?? 200,
      });
    },
  );
}
