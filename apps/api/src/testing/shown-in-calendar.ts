// What another program shows of a calendar of ours: read with a library that is not the one that wrote it.

import nodeIcal, { type VEvent } from 'node-ical';
import { Temporal } from 'temporal-polyfill';

export const eventsIn = (file: string): VEvent[] =>
  Object.values(nodeIcal.sync.parseICS(file)).filter((one): one is VEvent => one?.type === 'VEVENT');

/** The library's own kind of moment. */
// biome-ignore lint/style/noRestrictedGlobals: no clock is asked
const moment = (day: string) => new Date(day);

/** From one day to before another: when it begins and ends as London's clocks say, and what it is, in order. */
export function shownInCalendar(file: string, from: string, before: string): string[] {
  const wall = (at: { getTime: () => number }) =>
    Temporal.Instant.fromEpochMilliseconds(at.getTime())
      .toZonedDateTimeISO('Europe/London')
      .toString({ smallestUnit: 'minute', timeZoneName: 'never' });
  return eventsIn(file)
    .flatMap((one) => nodeIcal.expandRecurringEvent(one, { from: moment(from), to: moment(before) }))
    .map(({ start, end, summary }) => `${wall(start)} ${wall(end).slice(11, 16)} ${String(summary)}`)
    .sort();
}
