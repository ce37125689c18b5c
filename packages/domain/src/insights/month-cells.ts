// Amounts of money by month and group are published so that no set of questions gives one person's money away: a group
// of too few people is added to its month's pool before anything leaves, and a span that is asked for is a sum of what the
// months show, so subtracting one span from another only gives back what was shown anyway. Years: year-sums.ts.
// Source: the domain notes, section 12; Government Statistical Service, disclosure control for tables (pooling of categories).

import { addPence, type Pence, ZERO_PENCE } from '../shared/money.ts';
import { SMALLEST_SHOWN } from './small-numbers.ts';

/** What one group (a category, a stream) cost in one month, and how many people it was for. */
export interface GroupAmount {
  readonly group: string;
  readonly people: number;
  readonly amountPence: Pence;
}

export interface MonthAmounts {
  /** YYYY-MM */
  readonly month: string;
  /** Different people in the whole month; people in several groups count once. */
  readonly people: number;
  readonly groups: readonly GroupAmount[];
}

/** Null people or amount is "too few to show". */
export interface ShownMonth {
  readonly month: string;
  readonly people: number | null;
  readonly totalPence: Pence | null;
  /** Groups of enough people. */
  readonly groups: readonly GroupAmount[];
  /** Groups of too few people, and whatever had to join them, as one amount; null where the whole month is hidden. */
  readonly pooledPence: Pence | null;
  readonly pooledGroups: number;
}

/**
 * One month as it may be shown. A pool has at least two groups, one of which had enough people on its own, or it is the
 * whole month. Throws RangeError on a part of a person.
 */
export function showMonth(month: MonthAmounts, smallest: number = SMALLEST_SHOWN): ShownMonth {
  if ([month.people, ...month.groups.map(({ people }) => people)].some((n) => !Number.isSafeInteger(n) || n < 0)) {
    throw new RangeError('people must be whole and not negative');
  }
  const sum = (groups: readonly GroupAmount[]) => addPence(...groups.map(({ amountPence }) => amountPence));
  if (month.people === 0) {
    return {
      month: month.month,
      people: 0,
      totalPence: ZERO_PENCE,
      groups: [],
      pooledPence: ZERO_PENCE,
      pooledGroups: 0,
    };
  }
  if (month.people < smallest) {
    return {
      month: month.month,
      people: null,
      totalPence: null,
      groups: [],
      pooledPence: null,
      pooledGroups: month.groups.length,
    };
  }
  const pool = month.groups.filter(({ people }) => people < smallest);
  const large = month.groups
    .filter(({ people }) => people >= smallest)
    .sort((a, b) => a.people - b.people || (a.group < b.group ? -1 : 1));
  // People in several small groups may all be the same few, so only a group that is large by itself protects the others.
  const companion = pool.length > 0 ? large.slice(0, 1) : [];
  const pooled = [...pool, ...companion];
  const shown = large.slice(companion.length);
  return {
    month: month.month,
    people: month.people,
    totalPence: sum(month.groups),
    groups: shown,
    pooledPence: sum(pooled),
    pooledGroups: pooled.length,
  };
}

/** A span as the sum of what its months show; null people where no month may say. */
export interface ShownSpan {
  readonly totalPence: Pence;
  readonly pooledPence: Pence;
  /** Months hidden whole; their money is in none of the sums. */
  readonly hiddenMonths: number;
  readonly groups: readonly {
    readonly group: string;
    readonly amountPence: Pence;
    /** In the months that show it; null where none does. */
    readonly peopleAMonth: number | null;
    /** False: months of too few people are missing from it, and it was at least this. */
    readonly isWhole: boolean;
  }[];
}

/**
 * Adds up months that were made with `showMonth`; groups by amount, largest first. For any span that is asked for, so that
 * subtracting one span from another gives nothing new; a year has its true sums in year-sums.ts.
 */
export function sumMonths(months: readonly ShownMonth[]): ShownSpan {
  const groups = new Map<string, { amountPence: Pence; people: number; months: number }>();
  for (const { groups: shown } of months) {
    for (const { group, people, amountPence } of shown) {
      const before = groups.get(group) ?? { amountPence: ZERO_PENCE, people: 0, months: 0 };
      groups.set(group, {
        amountPence: addPence(before.amountPence, amountPence),
        people: before.people + people,
        months: before.months + 1,
      });
    }
  }
  const isWhole = months.every(({ pooledGroups }) => pooledGroups === 0);
  return {
    totalPence: addPence(...months.map(({ totalPence }) => totalPence ?? ZERO_PENCE)),
    pooledPence: addPence(...months.map(({ pooledPence }) => pooledPence ?? ZERO_PENCE)),
    hiddenMonths: months.filter(({ totalPence }) => totalPence === null).length,
    groups: [...groups.entries()]
      .map(([group, { amountPence, people, months: counted }]) => ({
        group,
        amountPence,
        peopleAMonth: Math.round(people / counted),
        isWhole,
      }))
      .sort((a, b) =>
        a.amountPence === b.amountPence ? (a.group < b.group ? -1 : 1) : a.amountPence > b.amountPence ? -1 : 1,
      ),
  };
}
