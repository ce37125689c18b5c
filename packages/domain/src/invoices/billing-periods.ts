// Deliveries become an invoice at the end of a billing period; here is where each period begins and ends.
// Source: the domain notes, section 9 (weekly, four-weekly, calendar month: an agreement setting).

import { Temporal } from 'temporal-polyfill';

export const BILLING_CYCLES = ['weekly', 'four-weekly', 'calendar-month'] as const;
export type BillingCycle = (typeof BILLING_CYCLES)[number];

/** First and last day, both included. */
export type BillingPeriod = { readonly firstDate: Temporal.PlainDate; readonly lastDate: Temporal.PlainDate };

/** A Monday far enough back; weeks and four-weeks count from it unless an agreement names its own first day. */
export const DEFAULT_ANCHOR = Temporal.PlainDate.from('2024-01-01');

function floorDivide(a: number, b: number): number {
  return Math.floor(a / b);
}

/** The period that a date falls in. The anchor is any first day of a weekly or four-weekly period. */
export function periodContaining(
  cycle: BillingCycle,
  date: Temporal.PlainDate,
  anchor: Temporal.PlainDate = DEFAULT_ANCHOR,
): BillingPeriod {
  if (cycle === 'calendar-month') {
    return { firstDate: date.with({ day: 1 }), lastDate: date.with({ day: date.daysInMonth }) };
  }
  const length = cycle === 'weekly' ? 7 : 28;
  const days = anchor.until(date, { largestUnit: 'day' }).days;
  const firstDate = anchor.add({ days: floorDivide(days, length) * length });
  return { firstDate, lastDate: firstDate.add({ days: length - 1 }) };
}

/** The latest period whose last day is before a date: what can be billed on that day. */
export function lastFinishedPeriod(
  cycle: BillingCycle,
  date: Temporal.PlainDate,
  anchor: Temporal.PlainDate = DEFAULT_ANCHOR,
): BillingPeriod {
  const current = periodContaining(cycle, date, anchor);
  return periodContaining(cycle, current.firstDate.subtract({ days: 1 }), anchor);
}
