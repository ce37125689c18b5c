// The numbers behind the home page's first sentence: what is left, and what that means a week until the year ends.
// Source: the domain notes, section 1: a personal budget is real only if the person knows how much money there is.

import type { Temporal } from 'temporal-polyfill';
import { addPence, type Pence, pence, subtractPence } from '../shared/money.ts';

export type MoneyNumbers = {
  readonly allocatedPence: Pence;
  readonly spentPence: Pence;
  readonly spokenForPence: Pence;
  readonly leftPence: Pence;
  /** "About £132 a week": rounded down to whole pounds, so that it never promises more; undefined in the last week. */
  readonly aboutPerWeekPence?: Pence;
  /** Days from today to the last day of the budget year, both counted; 0 when it has passed. */
  readonly daysLeft: number;
};

/** Pure arithmetic over one line or the sum of several; below a pound a week, whole pence are kept. */
export function moneyNumbers(input: {
  readonly allocatedPence: Pence;
  readonly spentPence: Pence;
  readonly spokenForPence: Pence;
  readonly today: Temporal.PlainDate;
  readonly yearEnd: Temporal.PlainDate;
}): MoneyNumbers {
  const leftPence = subtractPence(input.allocatedPence, addPence(input.spentPence, input.spokenForPence));
  const daysLeft = Math.max(0, input.today.until(input.yearEnd, { largestUnit: 'day' }).days + 1);
  const numbers = {
    allocatedPence: input.allocatedPence,
    spentPence: input.spentPence,
    spokenForPence: input.spokenForPence,
    leftPence,
    daysLeft,
  };
  if (daysLeft < 7 || leftPence <= 0n) return numbers;
  const exact = (leftPence * 7n) / BigInt(daysLeft);
  return { ...numbers, aboutPerWeekPence: pence(exact >= 100n ? exact - (exact % 100n) : exact) };
}
