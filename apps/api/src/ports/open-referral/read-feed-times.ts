// Reads when a service of a feed is on: what repeats from a first day is an event of ours, what has no first day is told as an
// opening, and what only words say stays words.

import { eventTimesOf, weekdayOf } from '@support-market/domain/open-referral/schedules';
import type { FeedEvent, FeedOpening } from './feed-service.ts';
import {
  dateOf,
  type FeedFault,
  type FeedRecord,
  lineOf,
  numberOf,
  recordOf,
  recordsOf,
  timeOf,
} from './feed-value.ts';

export interface ReadTimes {
  readonly events: readonly FeedEvent[];
  readonly openings: readonly FeedOpening[];
  readonly whenTexts: readonly string[];
}

const NAMES = ['schedules', 'regular_schedules'];

export function readTimes(service: FeedRecord, faults: FeedFault[]): ReadTimes {
  const events: FeedEvent[] = [];
  const openings: FeedOpening[] = [];
  const whenTexts: string[] = [];
  const links = recordsOf(service, ['service_at_locations']);
  // A time may hang under a place, and then it is of that place.
  const all = [
    ...recordsOf(service, NAMES).map((schedule, index) => ({
      schedule,
      at: `schedules[${index}]`,
      link: linkOf(schedule, links),
    })),
    ...links.flatMap((link, place) =>
      recordsOf(link, NAMES).map((schedule, index) => ({
        ...{ schedule, link, at: `service_at_locations[${place}].schedules[${index}]` },
      })),
    ),
  ];
  for (const { schedule, at, link } of all) {
    const words = lineOf(schedule, ['description', 'notes'], 300);
    const startTime = timeOf(schedule, ['opens_at']);
    const endTime = timeOf(schedule, ['closes_at']);
    if (startTime === null || endTime === null) {
      whenTexts.push(words);
      continue;
    }
    if (endTime <= startTime) {
      faults.push({ place: `${at}.closes_at`, code: 'schedule.ends_before_start' });
      whenTexts.push(words);
      continue;
    }
    const byday = lineOf(schedule, ['byday'], 100) || lineOf(schedule, ['weekday'], 20);
    const rule = {
      dtstart: dateOf(schedule, ['dtstart']),
      validFrom: dateOf(schedule, ['valid_from']),
      validTo: dateOf(schedule, ['valid_to', 'until']),
      freq: lineOf(schedule, ['freq'], 20),
      interval: numberOf(schedule, ['interval']),
      byday,
    };
    const times = eventTimesOf(rule);
    const placeId = link === undefined ? null : lineOf(recordOf(link['location']), ['id'], 60) || null;
    const name = words || lineOf(service, ['name']);
    events.push(...times.map((one) => ({ ...one, name, startTime, endTime, placeId })));
    if (times.length > 0) continue;
    const weekdays = byday.split(',').map((day) => weekdayOf(day));
    if (words !== '') whenTexts.push(words);
    for (const weekday of weekdays) openings.push({ weekday, startTime, endTime });
  }
  return { events, openings, whenTexts: [...new Set(whenTexts.filter(Boolean))] };
}

/** Our own feed names the service at its place. */
function linkOf(schedule: FeedRecord, links: readonly FeedRecord[]): FeedRecord | undefined {
  const id = lineOf(schedule, ['service_at_location_id'], 60);
  return id === '' ? undefined : links.find((link) => lineOf(link, ['id'], 60) === id);
}
