// When money is paid to its holder, and for which days: a stretch of weeks at a time, before the stretch begins.
// Source: the domain notes, section 6 (individual service fund: net of contribution, two weeks in advance; council setting).

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

/** A pay-in that a line has already, by its days. */
export type TakenDays = {
  readonly fromDate: Temporal.PlainDate;
  readonly toDate: Temporal.PlainDate;
  /** It pays nothing now; when it goes on, it is for its whole stretch. */
  readonly stopped: boolean;
};

/**
 * What is paid from a day to a day, counted from the line's first day on: so that a stretch in however many parts costs
 * what it costs in one, to the penny.
 */
function priceOf(
  line: { readonly startsOn: Temporal.PlainDate; readonly weeklyPence: Pence },
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
): Pence {
  const until = (day: Temporal.PlainDate): bigint =>
    divideHalfUp(line.weeklyPence * BigInt(line.startsOn.until(day, { largestUnit: 'day' }).days), 7n);
  return pence(until(to.add({ days: 1 })) - until(from));
}

/** The days from a day to a day that no pay-in has, in parts that hang together. */
function freeDays(
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
  taken: readonly Omit<TakenDays, 'stopped'>[],
): readonly { readonly fromDate: Temporal.PlainDate; readonly toDate: Temporal.PlainDate }[] {
  const free: { fromDate: Temporal.PlainDate; toDate: Temporal.PlainDate }[] = [];
  let next = from;
  for (const { fromDate, toDate } of taken) {
    if (Temporal.PlainDate.compare(toDate, next) < 0) continue;
    if (Temporal.PlainDate.compare(fromDate, to) > 0) break;
    if (Temporal.PlainDate.compare(fromDate, next) > 0)
      free.push({ fromDate: next, toDate: fromDate.subtract({ days: 1 }) });
    next = toDate.add({ days: 1 });
  }
  if (Temporal.PlainDate.compare(next, to) <= 0) free.push({ fromDate: next, toDate: to });
  return free;
}

/**
 * What is due on `today` and not `taken`. Stretches are counted from the line's first day; the last is cut at the line's
 * end and paid by the day. Of a stretch that was cut and has gone, and that the line reaches again, the rest is paid by
 * itself. What had passed before the line was known here (`knownSince`) is not paid from here, and all pay-ins together
 * never pass the award. A council that pays nothing in advance (0 weeks) pays each week as it begins.
 */
export function dueStretches(input: {
  readonly startsOn: Temporal.PlainDate;
  readonly endsOn: Temporal.PlainDate;
  readonly knownSince: Temporal.PlainDate;
  readonly weeklyPence: Pence;
  readonly awardPence: Pence;
  readonly scheduledPence: Pence;
  readonly weeksInAdvance: number;
  /** Every pay-in that the line has, by its first day. */
  readonly taken: readonly TakenDays[];
  readonly today: Temporal.PlainDate;
}): readonly PayInStretch[] {
  const { startsOn, endsOn } = input;
  const days = 7 * Math.max(1, input.weeksInAdvance);
  const lead = input.weeksInAdvance === 0 ? 0 : PAY_IN_LEAD_DAYS;
  const latest = input.today.add({ days: lead });
  const taken = input.taken.map(({ fromDate, toDate, stopped }) => ({
    fromDate,
    toDate: stopped ? stretchEnd(startsOn, fromDate, days) : toDate,
  }));
  const stretches: PayInStretch[] = [];
  let left = subtractPence(input.awardPence, input.scheduledPence);
  for (
    let first = startsOn;
    Temporal.PlainDate.compare(first, latest) <= 0 && Temporal.PlainDate.compare(first, endsOn) <= 0;
    first = first.add({ days })
  ) {
    for (const { fromDate, toDate } of freeDays(first, earlierOf(first.add({ days: days - 1 }), endsOn), taken)) {
      if (Temporal.PlainDate.compare(toDate, input.knownSince) < 0) continue;
      const amountPence = minPence(priceOf(input, fromDate, toDate), left);
      if (amountPence <= 0n) continue;
      stretches.push({ fromDate, toDate, amountPence });
      left = subtractPence(left, amountPence);
    }
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
  const { endsOn, awardPence } = line;
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
    const wanted = isOver ? ZERO_PENCE : priceOf(line, fromDate, toDate);
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
