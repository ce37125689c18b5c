import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addPence, pence } from '../shared/money.ts';
import { type MonthAmounts, showMonth } from './month-cells.ts';
import { SMALLEST_SHOWN } from './small-numbers.ts';
import { sumYear } from './year-sums.ts';

type Cells = Readonly<Record<string, readonly [people: number, amount: number]>>;

const month = (name: string, people: number, cells: Cells): MonthAmounts => ({
  month: name,
  people,
  groups: Object.entries(cells).map(([group, [inGroup, amount]]) => ({
    group,
    people: inGroup,
    amountPence: pence(amount),
  })),
});

const year = (months: readonly MonthAmounts[], people: Readonly<Record<string, number>>) => {
  const shown = months.map((one) => showMonth(one));
  return { shown, sum: sumYear(months, shown, new Map(Object.entries(people))) };
};

test('a kind with thin months has its true sum when its hidden months cannot be told apart', () => {
  const { sum } = year(
    [
      month('2026-08', 60, { transport: [3, 900], meals: [20, 5_000], home: [50, 40_000] }),
      month('2026-09', 60, { transport: [4, 1_100], meals: [21, 5_500], home: [50, 41_000] }),
      month('2026-10', 60, { transport: [9, 3_000], meals: [22, 6_000], home: [50, 42_000] }),
    ],
    { transport: 9, meals: 30, home: 50 },
  );
  expect(sum.groups).toEqual([
    { group: 'home', amountPence: 123_000n, peopleAMonth: 50, isWhole: true },
    { group: 'meals', amountPence: 16_500n, peopleAMonth: 22, isWhole: true },
    { group: 'transport', amountPence: 5_000n, peopleAMonth: 9, isWhole: true },
  ]);
  expect([sum.totalPence, sum.pooledPence]).toEqual([144_500n, 0n]);
});

test('one thin month alone stays out of its kind’s sum, since subtracting would give it away', () => {
  const { sum } = year(
    [
      month('2026-09', 60, { transport: [9, 3_000], meals: [20, 5_000], home: [50, 40_000] }),
      month('2026-10', 60, { transport: [3, 900], meals: [20, 5_200], home: [50, 40_000] }),
    ],
    { transport: 9, meals: 30, home: 50 },
  );
  expect(sum.groups).toEqual([
    { group: 'home', amountPence: 80_000n, peopleAMonth: 50, isWhole: true },
    { group: 'meals', amountPence: 5_000n, peopleAMonth: 20, isWhole: false },
    { group: 'transport', amountPence: 3_000n, peopleAMonth: 9, isWhole: false },
  ]);
  expect(sum.pooledPence).toBe(6_100n);
});

test('a kind of fewer than five people in all the year is named nowhere', () => {
  const thin = (name: string) => month(name, 60, { advice: [2, 700], home: [50, 40_000] });
  const { sum } = year([thin('2026-09'), thin('2026-10')], { advice: 4, home: 50 });
  expect(sum.groups.map(({ group }) => group)).not.toContain('advice');
  expect(sum.pooledPence + addPence(...sum.groups.map(({ amountPence }) => amountPence))).toBe(81_400n);
});

/** Whether the sums that are known fix the value of one unknown: it is a sum of their multiples. Counted modulo a prime. */
function isFixed(equations: readonly (readonly number[])[], unknown: number): boolean {
  const prime = 1_000_003;
  const mod = (value: number) => ((value % prime) + prime) % prime;
  const inverse = (value: number) => {
    let [result, base] = [1n, BigInt(mod(value))];
    for (let power = BigInt(prime - 2); power > 0n; power >>= 1n) {
      if (power & 1n) result = (result * base) % BigInt(prime);
      base = (base * base) % BigInt(prime);
    }
    return Number(result);
  };
  const rows = equations.map((row) => row.map(mod));
  const target = (rows[0] ?? []).map((_, index) => (index === unknown ? 1 : 0));
  for (let column = 0, top = 0; column < target.length; column += 1) {
    const found = rows.findIndex((row, index) => index >= top && row[column] !== 0);
    if (found < 0) continue;
    [rows[top], rows[found]] = [rows[found] ?? [], rows[top] ?? []];
    const pivot = rows[top] ?? [];
    const by = inverse(pivot[column] ?? 1);
    const without = (row: number[]) => {
      const times = mod((row[column] ?? 0) * by);
      for (let at = 0; at < row.length; at += 1) row[at] = mod((row[at] ?? 0) - times * (pivot[at] ?? 0));
    };
    for (let index = top + 1; index < rows.length; index += 1) without(rows[index] ?? []);
    without(target);
    top += 1;
  }
  return target.every((value) => value === 0);
}

test('no amount of too few people can be worked out, and no penny is lost', () => {
  const names = ['a', 'b', 'c', 'd'];
  const cell = fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 1, max: 9_999 }));
  const months = fc.array(fc.tuple(cell, cell, cell, cell), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(months, fc.integer({ min: 0, max: 6 }), (given, more) => {
      const made = given.map((cells, index) => {
        const present = Object.fromEntries(
          cells.flatMap(([people, amount], at) => (people === 0 ? [] : [[names[at] ?? '', [people, amount] as const]])),
        );
        const counts = Object.values(present).map(([people]) => people);
        // different people in a month: at least the largest group, at most all groups together
        const all = counts.reduce((sum, people) => sum + people, 0);
        return month(`m${index}`, Math.min(all, Math.max(0, ...counts) + more), present);
      });
      const people: Record<string, number> = {};
      for (const one of made)
        if (one.people >= SMALLEST_SHOWN)
          for (const { group, people: count } of one.groups)
            people[group] = Math.max(people[group] ?? 0, count + (more % 3));
      const { shown, sum } = year(made, people);
      expect(sum.pooledPence + addPence(...sum.groups.map(({ amountPence }) => amountPence))).toBe(sum.totalPence);

      const open = made.filter((_, index) => shown[index]?.totalPence !== null);
      const cells = open.flatMap((one) =>
        one.groups.map(({ group, people: count }) => ({ group, count, of: one.month })),
      );
      const hidden = cells.filter(
        ({ group, of }) => !shown.find((one) => one.month === of)?.groups.some((visible) => visible.group === group),
      );
      const whole = new Set(sum.groups.flatMap(({ group, isWhole }) => (isWhole ? [group] : [])));
      const where = (test: (cell: (typeof hidden)[number]) => boolean) => hidden.map((one) => (test(one) ? 1 : 0));
      const equations = [
        ...open.map((one) => where(({ of }) => of === one.month)),
        ...[...whole].map((group) => where((one) => one.group === group)),
        where(({ group }) => !whole.has(group)),
      ];
      for (const [index, { count }] of hidden.entries())
        if (count < SMALLEST_SHOWN) expect(isFixed(equations, index)).toBe(false);
      for (const { group, amountPence, isWhole } of sum.groups) {
        const truth = addPence(
          ...open.flatMap((one) => one.groups.flatMap((g) => (g.group === group ? [g.amountPence] : []))),
        );
        if (isWhole) expect(amountPence).toBe(truth);
        else expect(amountPence < truth).toBe(true);
      }
    }),
  );
});
