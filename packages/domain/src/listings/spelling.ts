// Which other words a typed word may have been meant as, or may have been misspelt as in somebody's listing.
// The catalogue has slips of its own ("Demetia Cafe"), so a word that is spelt right has neighbours too.

/** Shortest word that may be a slip of another; shorter ones have too many neighbours that are real words. */
export const SHORTEST_UNKNOWN = 4;
const SHORTEST_KNOWN = 6;
/** Shortest word that may have lost its first letter ("entre"): what is left of a shorter one is too often a word. */
const SHORTEST_BEHEADED = 5;

/** Letters typed (Damerau, adjacent swaps) between two words, stopping at three. */
function distance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 2) return 3;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      let best = Math.min((last[j] ?? 9) + 1, (row[j - 1] ?? 9) + 1, (last[j - 1] ?? 9) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        best = Math.min(best, (before[j - 2] ?? 9) + 1);
      }
      row.push(best);
    }
    before = last;
    last = row;
  }
  return Math.min(3, last[b.length] ?? 3);
}

const sameLetters = (a: string, b: string): boolean => [...a].sort().join('') === [...b].sort().join('');

/** How many slips `other` is away when it may stand for `typed`; 0 where it may not. */
export function slipsAway(typed: string, other: string, known: boolean): number {
  if (/\d/.test(typed)) return 0;
  if (typed[0] !== other[0]) return !known && typed.length >= SHORTEST_BEHEADED && other.slice(1) === typed ? 1 : 0;
  if (typed.length < (known ? SHORTEST_KNOWN : SHORTEST_UNKNOWN)) return 0;
  const slips = distance(typed, other);
  if (slips === 1) return !known || typed.length !== other.length || sameLetters(typed, other) ? 1 : 0;
  return slips === 2 && !known && typed.length >= 8 ? 2 : 0;
}

/**
 * The words of the catalogue, among `others`, that may stand for `typed`; all folded. A typed word that the catalogue
 * knows is probably right: only a lost, doubled or swapped letter of a long word counts, since one other letter makes
 * another word ("swimming", "slimming"). One that it does not know may be two slips away when it is long, and nothing
 * is nearer.
 */
export function standIns(typed: string, others: readonly string[], known: boolean): readonly string[] {
  const one = others.filter((other) => slipsAway(typed, other, known) === 1);
  return one.length > 0 ? one : others.filter((other) => slipsAway(typed, other, known) === 2);
}
