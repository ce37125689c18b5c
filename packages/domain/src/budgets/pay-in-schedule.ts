// When money is paid to whoever holds it, and for which days: a stretch of weeks at a time, before the stretch begins.
// Source: domain.md section 6 (individual service fund: net of contribution, two weeks in advance; council setting).

import { Temporal } from 'temporal-polyfill';
import { addPence, divideHalfUp, minPence, type Pence, pence, subtractPence, ZERO_PENCE } from '../shared/money.ts';

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

/** A pay-in that exists, with how far it has come. */
export type KeptPayIn = PayInStretch & {
  readonly id: string;
  /** `claimed` is in a run that the bank does not have yet; `gone` is with the bank, or paid. */
  readonly standing: 'due' | 'stopped' | 'claimed' | 'gone';
};

/** What a pay-in becomes; an amount of zero stops it. */
export type PayInChange<PayIn extends KeptPayIn> = {
  readonly payIn: PayIn;
  readonly toDate: Temporal.PlainDate;
  readonly amountPence: Pence;
};

const daysOf = (from: Temporal.PlainDate, to: Temporal.PlainDate): number =>
  from.until(to, { largestUnit: 'day' }).days + 1;

/** The last day of the stretch that a day is in: stretches are counted from the line's first day. */
function stretchEnd(startsOn: Temporal.PlainDate, day: Temporal.PlainDate, days: number): Temporal.PlainDate {
  const stretch = Math.floor(startsOn.until(day, { largestUnit: 'day' }).days / days);
  return startsOn.add({ days: (stretch + 1) * days - 1 });
}

const earlierOf = (a: Temporal.PlainDate, b: Temporal.PlainDate): Temporal.PlainDate =>
  Temporal.PlainDate.compare(a, b) <= 0 ? a : b;

/**
 * What has to change in a line's pay-ins (all of them, by their first day) so that none that is still to go pays for a
 * day after the line's last, and all together do not pass the award. What had been stopped or cut goes on where the
 * line reaches it again. `endsOn` is null where nothing is paid any more. `overPence` is what has gone already for days
 * after the last, or above the award: that cannot be changed here.
 */
export function rightPayIns<PayIn extends KeptPayIn>(
  line: {
    readonly startsOn: Temporal.PlainDate;
    readonly endsOn: Temporal.PlainDate | null;
    readonly weeklyPence: Pence;
    readonly awardPence: Pence;
    readonly weeksInAdvance: number;
  },
  payIns: readonly PayIn[],
): { readonly changes: readonly PayInChange<PayIn>[]; readonly overPence: Pence } {
  const { endsOn, weeklyPence, awardPence } = line;
  const days = 7 * Math.max(1, line.weeksInAdvance);
  const gone = payIns.filter(({ standing }) => standing === 'gone');
  const gonePence = addPence(...gone.map(({ amountPence }) => amountPence));
  const withinDays = addPence(
    ...gone.map(({ fromDate, toDate, amountPence }) => {
      if (endsOn === null || Temporal.PlainDate.compare(fromDate, endsOn) > 0) return ZERO_PENCE;
      const kept = BigInt(daysOf(fromDate, earlierOf(toDate, endsOn)));
      return pence(divideHalfUp(amountPence * kept, BigInt(daysOf(fromDate, toDate))));
    }),
  );
  let left = subtractPence(awardPence, gonePence);
  const changes = payIns.flatMap((payIn, index): PayInChange<PayIn>[] => {
    if (payIn.standing === 'gone') return [];
    const { fromDate } = payIn;
    const whole = stretchEnd(line.startsOn, fromDate, days);
    const next = payIns[index + 1]?.fromDate.subtract({ days: 1 }) ?? whole;
    const toDate = earlierOf(earlierOf(whole, next), endsOn ?? fromDate);
    const isOver = endsOn === null || Temporal.PlainDate.compare(fromDate, endsOn) > 0;
    const wanted = isOver ? ZERO_PENCE : pence(divideHalfUp(weeklyPence * BigInt(daysOf(fromDate, toDate)), 7n));
    const amountPence = left > 0n ? minPence(wanted, left) : ZERO_PENCE;
    // A run keeps what it has claimed unless that is too much: more is not worth taking it out.
    const isEnough = amountPence >= payIn.amountPence && Temporal.PlainDate.compare(toDate, payIn.toDate) >= 0;
    if (payIn.standing === 'claimed' && isEnough) {
      left = subtractPence(left, payIn.amountPence);
      return [];
    }
    left = subtractPence(left, amountPence);
    if (amountPence === 0n) return payIn.standing === 'stopped' ? [] : [{ payIn, toDate: payIn.toDate, amountPence }];
    const same = amountPence === payIn.amountPence && toDate.equals(payIn.toDate);
    return same && payIn.standing !== 'stopped' ? [] : [{ payIn, toDate, amountPence }];
  });
  return { changes, overPence: subtractPence(gonePence, minPence(withinDays, awardPence)) };
}
