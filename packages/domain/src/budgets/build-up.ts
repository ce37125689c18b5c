// Unspent money that builds up is a reason to ask whether support is missing; it is listed and talked over, never swept.
// Source: the domain notes, section 10 (unspent build-up beyond a council-set number of weeks, default 8; CA guidance).

import type { Temporal } from 'temporal-polyfill';
import { type Pence, pence, subtractPence } from '../shared/money.ts';

export const BUILD_UP_WEEKS = 8;

export type BuildUp = {
  /** What one week of this line comes to. */
  readonly weeklyPence: Pence;
  readonly unspentPence: Pence;
  /** Whole weeks of it. */
  readonly weeks: number;
  readonly over: boolean;
};

/**
 * How much is unspent that should have been used by `today`. Where someone holds the money, that is what they hold;
 * otherwise it is the award of the days that have passed, less what was spent. Spoken-for money is not yet spent, for
 * it is for days to come. Nothing is over where a week comes to nothing.
 */
export function unspentBuildUp(input: {
  readonly awardedPence: Pence;
  readonly spentPence: Pence;
  readonly weeklyPence: Pence | null;
  /** Cash with the holder, or null where no one holds any. */
  readonly heldPence: Pence | null;
  readonly startsOn: Temporal.PlainDate;
  readonly endsOn: Temporal.PlainDate;
  readonly today: Temporal.PlainDate;
  readonly limitWeeks?: number;
}): BuildUp {
  const days = Math.max(1, input.startsOn.until(input.endsOn, { largestUnit: 'day' }).days + 1);
  const passed = Math.min(days, Math.max(0, input.startsOn.until(input.today, { largestUnit: 'day' }).days));
  const weeklyPence = input.weeklyPence ?? pence((input.awardedPence * 7n) / BigInt(days));
  const meant = pence((input.awardedPence * BigInt(passed)) / BigInt(days));
  const unspentPence = input.heldPence ?? subtractPence(meant, input.spentPence);
  const weeks = weeklyPence > 0n && unspentPence > 0n ? Number(unspentPence / weeklyPence) : 0;
  return { weeklyPence, unspentPence, weeks, over: weeks > (input.limitWeeks ?? BUILD_UP_WEEKS) };
}
