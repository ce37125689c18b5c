// A number of people too small to publish is hidden together with enough of its neighbours that no subtraction from the
// total brings it back. Source: the domain notes, section 10 (under 5); Government Statistical Service, disclosure control for
// tables (primary and complementary suppression). Zeros are shown, as NHS publications do: no one is in them.

export const SMALLEST_SHOWN = 5;

export type Cell<Key extends string = string> = { readonly key: Key; readonly count: number };

/** Null is "too few to show". Nothing tells a small number from one hidden beside it: that would give it away. */
export type ShownCell<Key extends string = string> = { readonly key: Key; readonly count: number | null };

export type ShownTable<Key extends string = string> = {
  readonly cells: readonly ShownCell<Key>[];
  readonly total: number | null;
};

/**
 * Hides cells of 1 to `smallest`−1, then the next smallest ones until the total leaves every hidden cell free to be a
 * number that could have been shown; where that cannot be, the total is hidden too.
 * Throws RangeError on a part of a person.
 */
export function suppressSmallNumbers<Key extends string>(
  cells: readonly Cell<Key>[],
  smallest: number = SMALLEST_SHOWN,
): ShownTable<Key> {
  if (cells.some((cell) => !Number.isSafeInteger(cell.count) || cell.count < 0)) {
    throw new RangeError('counts must be whole and not negative');
  }
  const total = cells.reduce((sum, cell) => sum + cell.count, 0);
  const hidden = new Set(cells.filter((cell) => cell.count > 0 && cell.count < smallest).map((cell) => cell.key));
  if (hidden.size === 0) return { cells: cells.map(({ key, count }) => ({ key, count })), total };

  // Knowing the sum of the hidden cells and that none is zero, a reader can say of each only that it is at most this.
  const largestPossible = () =>
    cells.reduce((sum, cell) => (hidden.has(cell.key) ? sum + cell.count : sum), 0) - (hidden.size - 1);
  // One hidden cell alone is itself too small, so this asks for at least two.
  const isSafe = () => largestPossible() >= smallest;
  const rest = cells.filter((cell) => cell.count >= smallest).sort((a, b) => a.count - b.count);
  for (const cell of rest) {
    if (isSafe()) break;
    hidden.add(cell.key);
  }
  return {
    cells: cells.map(({ key, count }) => ({ key, count: hidden.has(key) ? null : count })),
    total: isSafe() ? total : null,
  };
}
