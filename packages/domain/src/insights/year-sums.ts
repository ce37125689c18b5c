// What each kind of support cost in a whole year, months of too few people with it: the true sum, unless that sum and
// what the months show would together give a hidden amount away. Months stay as they are shown everywhere else.
// Source: Government Statistical Service, disclosure control for tables (secondary suppression in a table with totals).

import { addPence, type Pence, subtractPence, ZERO_PENCE } from '../shared/money.ts';
import type { MonthAmounts, ShownMonth, ShownSpan } from './month-cells.ts';
import { SMALLEST_SHOWN } from './small-numbers.ts';

/** One amount that its month does not show, between the row (kind) and the month whose sums are both known. */
interface HiddenCell {
  readonly group: string;
  readonly month: string;
  readonly isSmall: boolean;
}

const POOL = 'pool';

/** Whether two ends are joined by any other hidden cell: if not, both sums together give this one away. */
function isGivenAway(cell: HiddenCell, cells: readonly HiddenCell[], rowOf: (group: string) => string): boolean {
  const reached = new Set([`row:${rowOf(cell.group)}`]);
  for (let grew = true; grew; ) {
    grew = false;
    for (const other of cells) {
      if (other === cell) continue;
      const [row, month] = [`row:${rowOf(other.group)}`, `month:${other.month}`];
      if (reached.has(row) === reached.has(month)) continue;
      reached.add(row).add(month);
      grew = true;
    }
  }
  return !reached.has(`month:${cell.month}`);
}

/** The groups whose year may be told; the others are told as far as their months are, and the rest of them together. */
function groupsOfWholeYear(cells: readonly HiddenCell[], people: ReadonlyMap<string, number>): ReadonlySet<string> {
  const whole = new Set([...people].flatMap(([group, count]) => (count >= SMALLEST_SHOWN ? [group] : [])));
  const rowOf = (group: string) => (whole.has(group) ? `group:${group}` : POOL);
  for (;;) {
    const given = cells.find((cell) => cell.isSmall && isGivenAway(cell, cells, rowOf));
    if (given === undefined) return whole;
    // Its own kind joins the pool; if that did not help, one that is hidden in the same month does.
    const next = cells.find((cell) => cell.month === given.month && whole.has(cell.group));
    if (whole.has(given.group)) whole.delete(given.group);
    else if (next !== undefined) whole.delete(next.group);
    else return whole;
  }
}

/**
 * A year of months as they are shown, with the true sum of every kind that can bear it (`isWhole`). `people` is how many
 * different people each kind was for, in the months that are not hidden whole; the money of those is in no sum.
 */
export function sumYear(
  months: readonly MonthAmounts[],
  shown: readonly ShownMonth[],
  people: ReadonlyMap<string, number>,
): ShownSpan {
  const told = new Map<string, { amountPence: Pence; people: number; months: number }>();
  const rest = new Map<string, Pence>();
  const cells: HiddenCell[] = [];
  for (const { month, groups } of months) {
    const asShown = shown.find((one) => one.month === month);
    if (asShown === undefined || asShown.totalPence === null) continue;
    for (const cell of groups) {
      if (asShown.groups.some(({ group }) => group === cell.group)) {
        const before = told.get(cell.group) ?? { amountPence: ZERO_PENCE, people: 0, months: 0 };
        told.set(cell.group, {
          amountPence: addPence(before.amountPence, cell.amountPence),
          people: before.people + cell.people,
          months: before.months + 1,
        });
      } else {
        rest.set(cell.group, addPence(rest.get(cell.group) ?? ZERO_PENCE, cell.amountPence));
        cells.push({ group: cell.group, month, isSmall: cell.people < SMALLEST_SHOWN });
      }
    }
  }
  const whole = groupsOfWholeYear(cells, people);
  const groups = [...new Set([...told.keys(), ...rest.keys()])].flatMap((group) => {
    const seen = told.get(group);
    const hidden = rest.get(group);
    const isWhole = hidden === undefined || whole.has(group);
    if (seen === undefined && !isWhole) return [];
    return [
      {
        group,
        amountPence: addPence(seen?.amountPence ?? ZERO_PENCE, isWhole ? (hidden ?? ZERO_PENCE) : ZERO_PENCE),
        peopleAMonth: seen === undefined ? null : Math.round(seen.people / seen.months),
        isWhole,
      },
    ];
  });
  const totalPence = addPence(...shown.map((month) => month.totalPence ?? ZERO_PENCE));
  return {
    totalPence,
    pooledPence: subtractPence(totalPence, addPence(...groups.map(({ amountPence }) => amountPence))),
    hiddenMonths: shown.filter((month) => month.totalPence === null).length,
    groups: groups.sort((a, b) =>
      a.amountPence === b.amountPence ? (a.group < b.group ? -1 : 1) : a.amountPence > b.amountPence ? -1 : 1,
    ),
  };
}
