// How many visits of a thing in the basket could no longer be cancelled free, so that no moment is promised that has passed.
import { cancellationNotice } from '@support-market/domain/orders/notice';
import { expandSchedule, type PatternEntry, type Weekday } from '@support-market/domain/orders/schedule';
import { londonInstant } from '@support-market/domain/shared/local-time';
import { Temporal } from 'temporal-polyfill';
import type { BasketItem } from '../api/basket.ts';

type Timed = Pick<BasketItem, 'kind' | 'firstDate' | 'lastDate' | 'startTime' | 'clockChoice' | 'pattern'>;

/** When each visit begins; a day without a time begins at midnight. Empty where the dates themselves are still wrong. */
function startsOf(item: Timed): readonly Temporal.Instant[] {
  const firstDate = Temporal.PlainDate.from(item.firstDate);
  const clockChoice = item.clockChoice ?? undefined;
  if (item.kind === 'one-off') {
    const start = londonInstant(firstDate, Temporal.PlainTime.from(item.startTime ?? '00:00'), clockChoice);
    return start.ok ? [start.value] : [];
  }
  const lastDate = Temporal.PlainDate.from(item.lastDate);
  const visits = expandSchedule({
    pattern: item.pattern.map(
      ({ weekday, startTime, minutes }): PatternEntry => ({
        weekday: weekday as Weekday,
        startTime: Temporal.PlainTime.from(startTime),
        minutes,
      }),
    ),
    firstDate,
    lastDate,
    budgetYear: { firstDate, lastDate },
    ...(clockChoice && { clockChoice }),
  });
  return visits.ok ? visits.value.map(({ start }) => start) : [];
}

/** How many visits would be charged if they were cancelled at `now`, once a provider has accepted them. */
export function visitsTooLate(item: Timed & Pick<BasketItem, 'noticeHours'>, now: Temporal.Instant): number {
  const isLate = (visitStart: Temporal.Instant): boolean =>
    cancellationNotice({ visitStart, cancelledAt: now, noticeHours: item.noticeHours, cancelledBy: 'buyer' }).charged;
  return startsOf(item).filter(isLate).length;
}
