// When money is paid to whoever holds it, and for which days: a stretch of weeks at a time, before the stretch begins.
// Source: domain.md section 6 (individual service fund: net of contribution, two weeks in advance; council setting).

import { Temporal } from 'temporal-polyfill';
import { divideHalfUp, minPence, type Pence, pence, subtractPence } from '../shared/money.ts';

/** Days before a stretch begins from which its pay-in is due, so that a payment run can still reach the bank in time. */
export const PAY_IN_LEAD_DAYS = 7;

export type PayInStretch = {
  readonly fromDate: Temporal.PlainDate;
  /** The last day that it pays for. */
  readonly toDate: Temporal.PlainDate;
  readonly amountPence: Pence;
};

/**
 * The stretches that are due on `today` and not among `already` (by their first day). Stretches are counted from the
 * line's first day; the last is cut at the line's end and paid by the day. What had passed before the line was known
 * here (`knownSince`) is not paid from here, and all pay-ins together never pass the award. A council that pays
 * nothing in advance (0 weeks) pays each week as it begins.
 */
export function dueStretches(input: {
  readonly startsOn: Temporal.PlainDate;
  readonly endsOn: Temporal.PlainDate;
  readonly knownSince: Temporal.PlainDate;
  readonly weeklyPence: Pence;
  readonly awardPence: Pence;
  readonly scheduledPence: Pence;
  readonly weeksInAdvance: number;
  readonly already: ReadonlySet<string>;
  readonly today: Temporal.PlainDate;
}): readonly PayInStretch[] {
  const days = 7 * Math.max(1, input.weeksInAdvance);
  const lead = input.weeksInAdvance === 0 ? 0 : PAY_IN_LEAD_DAYS;
  const latest = input.today.add({ days: lead });
  const stretches: PayInStretch[] = [];
  let left = subtractPence(input.awardPence, input.scheduledPence);
  for (
    let fromDate = input.startsOn;
    Temporal.PlainDate.compare(fromDate, latest) <= 0 && Temporal.PlainDate.compare(fromDate, input.endsOn) <= 0;
    fromDate = fromDate.add({ days })
  ) {
    const whole = fromDate.add({ days: days - 1 });
    const toDate = Temporal.PlainDate.compare(whole, input.endsOn) > 0 ? input.endsOn : whole;
    const isPast = Temporal.PlainDate.compare(toDate, input.knownSince) < 0;
    if (isPast || input.already.has(fromDate.toString())) continue;
    const length = fromDate.until(toDate, { largestUnit: 'day' }).days + 1;
    const amountPence = minPence(pence(divideHalfUp(input.weeklyPence * BigInt(length), 7n)), left);
    if (amountPence <= 0n) continue;
    stretches.push({ fromDate, toDate, amountPence });
    left = subtractPence(left, amountPence);
  }
  return stretches;
}
