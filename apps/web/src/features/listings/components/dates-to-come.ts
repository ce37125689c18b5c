// The dates of an event that are still to come: a listing is kept for a day, and what ended this morning is over at noon.
import type { Temporal } from 'temporal-polyfill';

const LONDON = 'Europe/London';

interface Happening {
  readonly startTime: string;
  readonly endTime: string;
  readonly nextDates: readonly string[];
}

/** The listing without today's dates that are over. An event that ends after midnight ends on the day after. */
export function withDatesToCome<Shown extends { readonly events: readonly Happening[] }>(
  listing: Shown,
  now: Temporal.Instant,
): Shown {
  const here = now.toZonedDateTimeISO(LONDON);
  const [today, time] = [here.toPlainDate().toString(), here.toPlainTime().toString({ smallestUnit: 'minute' })];
  const isOver = (date: string, { startTime, endTime }: Happening): boolean =>
    date === today && endTime >= startTime && endTime <= time;
  return {
    ...listing,
    events: listing.events.map((event) => ({
      ...event,
      nextDates: event.nextDates.filter((date) => !isOver(date, event)),
    })),
  };
}
