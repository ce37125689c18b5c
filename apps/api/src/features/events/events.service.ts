// Expands the rules of events into days and puts them in the order in which a person would look for them.

import { occurrences } from '@support-market/domain/events/occurrences';
import { londonInstant, parseTime } from '@support-market/domain/shared/local-time';
import { distanceMetres, findPostcode } from '@support-market/domain/shared/postcodes';
import { Temporal } from 'temporal-polyfill';
import type { AppContext } from '../../platform/context.ts';
import { ProblemError } from '../../platform/problem-error.ts';
import { findEventRules, findPlace } from './events.repo.ts';

const MOST_DAYS = 92;

export interface EventsQuestion {
  readonly from: Temporal.PlainDate | null;
  readonly to: Temporal.PlainDate | null;
  readonly near: string;
  /** The address of the only organisation that is asked about; null for all. */
  readonly organisation: string | null;
  readonly limit: number;
}

/** A time that the clocks skip or repeat is taken as the later reading, since a poster on a door says no more. */
function instantOf(date: Temporal.PlainDate, time: string): Temporal.Instant {
  const clock = parseTime(time);
  const at = clock.ok ? clock.value : Temporal.PlainTime.from('00:00');
  const exact = londonInstant(date, at);
  return exact.ok ? exact.value : date.toZonedDateTime({ timeZone: 'Europe/London', plainTime: at }).toInstant();
}

/** What happens from one day to another (both included). Refuses a span that ends before it starts or is too long. */
export async function whatIsOn(context: AppContext, question: EventsQuestion) {
  const from = question.from ?? context.clock.today();
  const to = question.to ?? from.add({ days: 7 });
  const days = from.until(to).days;
  if (days < 0)
    throw new ProblemError('schedule.ends_before_start', {
      errors: [{ pointer: '/querystring/to', code: 'schedule.ends_before_start' }],
    });
  if (days > MOST_DAYS)
    throw new ProblemError('request.invalid', {
      errors: [{ pointer: '/querystring/to', code: 'field.maximum', details: { days: MOST_DAYS } }],
    });
  const near = question.near.trim();
  const place = near === '' ? undefined : findPostcode(near);
  const point = place ? await findPlace(context.reads, place) : null;
  const rules = await findEventRules(context.reads, from, to, question.organisation);
  const items = rules.flatMap((rule) =>
    occurrences(
      {
        frequency: rule.frequency,
        weekday: rule.weekday,
        weekOfMonth: rule.week_of_month,
        firstDate: rule.first_date,
        lastDate: rule.last_date,
        notOn: rule.not_on,
      },
      from,
      to,
    ).map((date) => ({
      id: `${rule.id}_${date.toString()}`,
      title: rule.name,
      date: date.toString(),
      startsAt: instantOf(date, rule.start_time),
      endsAt: instantOf(rule.end_time < rule.start_time ? date.add({ days: 1 }) : date, rule.end_time),
      listingSlug: rule.listing_slug,
      organisationName: rule.organisation_name,
      placeName: rule.venue === '' ? null : rule.venue,
      postcode: rule.postcode,
      categorySlug: rule.category_slug,
      distanceMetres:
        point && rule.latitude !== null && rule.longitude !== null
          ? distanceMetres(point, { lat: rule.latitude, lon: rule.longitude })
          : null,
      free: rule.free,
      frequency: rule.frequency,
    })),
  );
  const far = Number.MAX_SAFE_INTEGER;
  items.sort(
    (a, b) =>
      (a.date < b.date ? -1 : a.date > b.date ? 1 : 0) ||
      // Somebody who asks "near" wants today's nearest first; nobody else is helped by a distance.
      (point ? (a.distanceMetres ?? far) - (b.distanceMetres ?? far) : 0) ||
      Temporal.Instant.compare(a.startsAt, b.startsAt) ||
      (a.title < b.title ? -1 : a.title > b.title ? 1 : 0),
  );
  return {
    items: items.slice(0, question.limit),
    from: from.toString(),
    to: to.toString(),
    more: items.length > question.limit,
    near: near === '' ? null : { asked: near, known: point !== null },
  };
}
