// The days between which the demonstration's story runs, counted from the real today: a year of it, within the budget
// years of 1 April to 31 March that it touches.

import { startOfLondonDay } from '@support-market/domain/shared/local-time';
import { Temporal } from 'temporal-polyfill';

export interface BudgetYear {
  readonly startsOn: Temporal.PlainDate;
  readonly endsOn: Temporal.PlainDate;
}

export interface Timeline {
  readonly today: Temporal.PlainDate;
  /** A Monday. */
  readonly firstDay: Temporal.PlainDate;
  /** The first moment of today: nothing in the story is later. */
  readonly end: Temporal.Instant;
  /** The earlier first; the last is the one that today is in. */
  readonly years: readonly BudgetYear[];
  /** The last Monday on which bills were made. */
  readonly lastBillingDay: Temporal.PlainDate;
}

/** A stretch of a budget year shorter than this is left out of the story. */
const LEAST_DAYS = 21;

export function timelineOf(today: Temporal.PlainDate, days: number): Timeline {
  const april = Temporal.PlainDate.from({ year: today.year, month: 4, day: 1 });
  const yearStart = Temporal.PlainDate.compare(today, april) >= 0 ? april : april.subtract({ years: 1 });
  const from = today.subtract({ days });
  const monday = from.add({ days: (8 - from.dayOfWeek) % 7 });
  const before = monday.until(yearStart, { largestUnit: 'day' }).days;
  const current = { startsOn: yearStart, endsOn: yearStart.add({ years: 1 }).subtract({ days: 1 }) };
  const years =
    before >= LEAST_DAYS ? [{ startsOn: monday, endsOn: yearStart.subtract({ days: 1 }) }, current] : [current];
  const first = years[0]?.startsOn ?? monday;
  const firstDay =
    Temporal.PlainDate.compare(first, monday) > 0 ? first.add({ days: (8 - first.dayOfWeek) % 7 }) : monday;
  const lastBillingDay = today.subtract({ days: today.dayOfWeek === 1 ? 7 : today.dayOfWeek - 1 });
  return { today, firstDay, end: startOfLondonDay(today), years, lastBillingDay };
}

/** The same moment by day, or for one at night the same minutes past seven of the morning after: people sleep. */
export function byDay(at: Temporal.Instant): Temporal.Instant {
  const local = at.toZonedDateTimeISO('Europe/London');
  if (local.hour >= 7 && local.hour < 22) return at;
  const morning = local.hour < 7 ? local : local.add({ days: 1 });
  return morning.with({ hour: 7 }).toInstant();
}
