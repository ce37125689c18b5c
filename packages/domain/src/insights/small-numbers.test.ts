import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SMALLEST_SHOWN, suppressSmallNumbers } from './small-numbers.ts';

const suppress = (...counts: readonly number[]) => {
  const shown = suppressSmallNumbers(counts.map((count, index) => ({ key: `ward ${index}`, count })));
  return { counts: shown.cells.map((cell) => cell.count), total: shown.total };
};

describe('numbers too small to show', () => {
  it('hide a ward of 3 people and the next smallest ward, so that the total does not give it back', () => {
    expect(suppress(3, 20, 50)).toEqual({ counts: [null, null, 50], total: 73 });
  });

  it('leave a table alone when nothing in it is small', () => {
    expect(suppress(5, 0, 12)).toEqual({ counts: [5, 0, 12], total: 17 });
    expect(suppress()).toEqual({ counts: [], total: 0 });
  });

  it('hide a third ward when two hidden ones could be worked out from their sum', () => {
    expect(suppress(1, 1, 9)).toEqual({ counts: [null, null, null], total: 11 });
  });

  it('hide the total too when nothing else can protect a small number', () => {
    expect(suppress(3)).toEqual({ counts: [null], total: null });
    expect(suppress(1, 1, 1)).toEqual({ counts: [null, null, null], total: null });
    expect(suppress(3, 0)).toEqual({ counts: [null, 0], total: null });
  });

  it('never show a small number, never show a wrong one, and never leave a hidden one certain', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 12 }), (input) => {
        const { counts, total } = suppress(...input);
        counts.forEach((count, index) => {
          if (count === null) return;
          expect(count).toBe(input[index]);
          expect(count === 0 || count >= SMALLEST_SHOWN).toBe(true);
        });
        const hidden = counts.filter((count) => count === null).length;
        if (hidden === 0 || total === null) return;
        const shownSum = counts.reduce<number>((sum, count) => sum + (count ?? 0), 0);
        // Each hidden count may be anything from 1 to this, given the total and at least 1 in every other.
        const largest = total - shownSum - (hidden - 1);
        expect(hidden).toBeGreaterThanOrEqual(2);
        expect(largest).toBeGreaterThanOrEqual(SMALLEST_SHOWN);
      }),
    );
  });

  it('refuse part of a person', () => {
    expect(() => suppress(1.5)).toThrow(RangeError);
    expect(() => suppress(-1)).toThrow(RangeError);
  });
});
