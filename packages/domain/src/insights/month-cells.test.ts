import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addPence, pence } from '../shared/money.ts';
import { type GroupAmount, type MonthAmounts, showMonth, sumMonths } from './month-cells.ts';
import { SMALLEST_SHOWN } from './small-numbers.ts';

const group = (name: string, people: number, amount: number): GroupAmount => ({
  group: name,
  people,
  amountPence: pence(amount),
});

const month = (people: number, ...groups: readonly GroupAmount[]): MonthAmounts => ({
  month: '2026-10',
  people,
  groups,
});

describe('money by month and group', () => {
  it('pools a category of 3 people with the next smallest, so that the total does not give it back', () => {
    const shown = showMonth(
      month(60, group('transport', 3, 900), group('meals', 20, 5_000), group('home', 50, 40_000)),
    );
    expect(shown.totalPence).toBe(45_900n);
    expect(shown.groups.map(({ group: name }) => name)).toEqual(['home']);
    expect(shown.pooledPence).toBe(5_900n);
  });

  it('shows only the total when nothing larger stands beside the small ones', () => {
    const shown = showMonth(month(6, group('transport', 3, 900), group('meals', 4, 500)));
    expect(shown).toMatchObject({ people: 6, totalPence: 1_400n, groups: [], pooledPence: 1_400n });
  });

  it('hides a whole month of too few people, and keeps its money out of every span', () => {
    const hidden = showMonth(month(4, group('home', 4, 9_000)));
    expect(hidden).toMatchObject({ people: null, totalPence: null, pooledPence: null, groups: [] });
    expect(sumMonths([hidden])).toMatchObject({ totalPence: 0n, hiddenMonths: 1, groups: [] });
  });

  it('gives nothing new to a reader who subtracts one span from another', () => {
    const quiet = showMonth(
      month(50, group('transport', 3, 900), group('meals', 20, 5_000), group('home', 50, 40_000)),
    );
    const busy = showMonth(month(70, group('transport', 9, 3_000), group('home', 66, 50_000)));
    const [longer, shorter] = [sumMonths([busy, quiet]), sumMonths([busy])];
    const transport = (span: typeof longer) => span.groups.find(({ group: name }) => name === 'transport')?.amountPence;
    expect(transport(longer)).toBe(3_000n);
    expect(transport(shorter)).toBe(3_000n);
    expect(longer.totalPence - shorter.totalPence).toBe(45_900n);
  });

  it('never shows a small group, never loses a penny, and never leaves a pool that is one small group', () => {
    const groups = fc
      .array(fc.record({ people: fc.integer({ min: 1, max: 15 }), amount: fc.integer({ min: 0, max: 9_999 }) }), {
        maxLength: 8,
      })
      .map((cells) => cells.map(({ people, amount }, index) => group(`category ${index}`, people, amount)));
    fc.assert(
      fc.property(groups, fc.integer({ min: 0, max: 20 }), (cells, more) => {
        const people = cells.length === 0 ? 0 : Math.max(...cells.map((cell) => cell.people)) + more;
        const shown = showMonth(month(people, ...cells));
        for (const cell of shown.groups) expect(cell.people).toBeGreaterThanOrEqual(SMALLEST_SHOWN);
        if (shown.totalPence === null || shown.pooledPence === null) {
          expect(people).toBeLessThan(SMALLEST_SHOWN);
          return;
        }
        expect(addPence(shown.pooledPence, ...shown.groups.map(({ amountPence }) => amountPence))).toBe(
          shown.totalPence,
        );
        const names = new Set(shown.groups.map(({ group: name }) => name));
        const pooled = cells.filter(({ group: name }) => !names.has(name));
        if (pooled.length === 0) return;
        const protectedByOne = pooled.length > 1 && pooled.some((cell) => cell.people >= SMALLEST_SHOWN);
        expect(protectedByOne || (names.size === 0 && people >= SMALLEST_SHOWN)).toBe(true);
      }),
    );
  });

  it('refuses part of a person', () => {
    expect(() => showMonth(month(1.5))).toThrow(RangeError);
  });
});
