// Lets scheduled work fall due by the product's clock where that is ahead of real time: the queue knows the computer's alone.

import type { ParsedCronItem } from 'graphile-worker';
import { Temporal } from 'temporal-polyfill';

/** The minute that the queue asks about, in UTC; it leaves out the year. */
type Digest = Parameters<ParsedCronItem['match']>[0];

/** The next or last moment of real time that a digest may mean: the queue asks about now, and a day or so back. */
function momentOf({ month, date, hour, min, dow }: Digest, now: Temporal.Instant): Temporal.ZonedDateTime {
  const { year } = now.toZonedDateTimeISO('UTC');
  const years = [year, year - 1, year + 1].map((one) =>
    Temporal.PlainDateTime.from({ year: one, month, day: date, hour, minute: min }).toZonedDateTime('UTC'),
  );
  const found = years.find((moment) => moment.dayOfWeek % 7 === dow && moment.month === month) ?? years[0];
  if (!found) throw new RangeError('a digest of no year');
  return found;
}

/** The same items, each falling due `aheadSeconds` earlier by real time. */
export function movedSchedule(
  items: readonly ParsedCronItem[],
  aheadSeconds: number,
  now: Temporal.Instant,
): ParsedCronItem[] {
  if (aheadSeconds === 0) return [...items];
  return items.map((item) => ({
    ...item,
    match: (digest) => {
      const moment = momentOf(digest, now).add({ seconds: aheadSeconds });
      return item.match({
        min: moment.minute,
        hour: moment.hour,
        date: moment.day,
        month: moment.month,
        dow: moment.dayOfWeek % 7,
      });
    },
  }));
}
