// Which kinds of support the words of a search mean, so that meaning stands before letters: "lift to hospital" is transport,
// whatever has a lift in its name.

import { CATEGORIES, type CategoryFacts } from './categories.ts';
import { KINDS_BESIDE_OTHERS, KINDS_SAID, SAY_LITTLE } from './kinds-said.ts';
import { searchTokens } from './search-tokens.ts';
import { slipsAway } from './spelling.ts';

/** Stands for a kind in the index: a word that is never typed and that no stemmer touches. It is kept with the kind's synonyms. */
export const kindLexeme = (slug: string): string => `kind0${slug.replaceAll('-', '')}`;

export interface MeantKinds {
  /** Slugs of subcategories. */
  readonly kinds: readonly string[];
  /** The typed words that say so. */
  readonly saying: ReadonlySet<string>;
}

const LONGEST_PHRASE = 5;
const SHORTEST_STEM = 4;
const SHORTEST_SLIP = 5;
/** What comes after one of these is what for, for whom or where. */
const TURNS = new Set('for to with from after about who that which when while because so near in at on of'.split(' '));
const NOT_ALONE = new Set('of in on at to the a my me i it is and or house home'.split(' '));

const singular = (word: string): string => {
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  return word.length > 3 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;
};
const british = (word: string): string => word.replace(/(.{3})ter$/, (all) => (all === 'center' ? 'centre' : all));

/** "befriender", "befriending" and "befriended" are one. Short words are left as they are. */
function stem(word: string): string {
  const bare = word.replace(/(?:therapists?|therapies)$/, 'therapy');
  const cut = bare.replace(/(?:ingly|ings?|(?<!e)ers?|ors?|ed|ists?|ations?|ments?|e|y)$/, '');
  const short = cut.length >= SHORTEST_STEM ? cut : bare;
  return short.length > SHORTEST_STEM ? short.replace(/([bdgklmnprt])\1$/, '$1') : short;
}

const keyOf = (words: readonly string[]): string => words.map((word) => singular(british(word))).join('');
const stemKeyOf = (words: readonly string[]): string => words.map((word) => stem(singular(british(word)))).join('');

type Vocabulary = ReadonlyMap<string, ReadonlySet<string>>;

function vocabulary(key: (words: readonly string[]) => string): Vocabulary {
  const map = new Map<string, Set<string>>();
  const add = (slug: string, phrase: string) => {
    const name = key(searchTokens(phrase));
    map.set(name, (map.get(name) ?? new Set<string>()).add(slug));
  };
  for (const top of CATEGORIES) {
    top.children.forEach((facts: CategoryFacts) => {
      const words = KINDS_SAID[facts.slug] ?? facts.words;
      for (const phrase of words) add(facts.slug, phrase);
    });
  }
  // What only tells an imported listing's kind is no other kind's word in a search.
  for (const top of CATEGORIES) {
    top.children.forEach((facts: CategoryFacts) => {
      for (const phrase of facts.words) if (!map.has(key(searchTokens(phrase)))) add(facts.slug, phrase);
    });
  }
  return map;
}

const EXACT = vocabulary(keyOf);
const STEMS = vocabulary(stemKeyOf);
const BY_FIRST_LETTER: ReadonlyMap<string, readonly string[]> = [...EXACT.keys()]
  .filter((key) => key.length >= SHORTEST_SLIP)
  .reduce((map, key) => map.set(key[0] ?? '', [...(map.get(key[0] ?? '') ?? []), key]), new Map<string, string[]>());

/** The kinds that a misspelt word was meant as: of the fewest slips, where any is near enough. */
function slipped(key: string): ReadonlySet<string> | undefined {
  if (key.length < SHORTEST_SLIP || /\d/.test(key)) return undefined;
  const near = BY_FIRST_LETTER.get(key[0] ?? '') ?? [];
  for (const slips of [1, 2]) {
    const found = near.filter((other) => slipsAway(key, other, false) === slips);
    if (found.length > 0) return new Set(found.flatMap((other) => [...(EXACT.get(other) ?? [])]));
  }
  return undefined;
}

interface Said {
  readonly at: number;
  readonly length: number;
  readonly kinds: ReadonlySet<string>;
}

/** What is said at a place: the longest phrase, as it is written before as it is formed. */
function saidAt(words: readonly string[], at: number, isKnown: (word: string) => boolean): Said | undefined {
  for (let length = Math.min(LONGEST_PHRASE, words.length - at); length > 0; length -= 1) {
    const part = words.slice(at, at + length);
    if (length === 1 && NOT_ALONE.has(part[0] ?? '')) return undefined;
    const kinds = EXACT.get(keyOf(part)) ?? STEMS.get(stemKeyOf(part));
    if (kinds) return { at, length, kinds };
  }
  const [word = ''] = words.slice(at);
  const kinds = isKnown(word) || NOT_ALONE.has(word) ? undefined : slipped(singular(word));
  return kinds && { at, length: 1, kinds };
}

/**
 * The kinds that a question means. What stands before "for", "to" or "with" is what is looked for; what stands after says more
 * of it. `isKnown` tells the words of the catalogue, which are not slips of others.
 */
export function meantKinds(text: string, isKnown: (word: string) => boolean = () => false): MeantKinds {
  const words = searchTokens(text);
  const said: Said[] = [];
  for (let at = 0; at < words.length; ) {
    const found = saidAt(words, at, isKnown);
    if (found) said.push(found);
    at += found?.length ?? 1;
  }
  const isMain = ({ kinds }: Said) => [...kinds].some((kind) => !KINDS_BESIDE_OTHERS.has(kind));
  const preferred = (among: readonly Said[]) => (among.some(isMain) ? among.filter(isMain) : among);
  const turn = words.findIndex(
    (word, at) => TURNS.has(word) && !said.some((one) => at >= one.at && at < one.at + one.length),
  );
  const before = turn < 0 ? [] : said.filter(({ at }) => at < turn);
  const meant = preferred(before.length > 0 && (before.some(isMain) || !said.some(isMain)) ? before : said);
  // The longer phrase says more: "hospital bed for a walk" is no walk.
  const longest = Math.max(0, ...meant.map(({ length }) => length));
  const long = meant.filter(({ length }) => longest === 1 || length > 1);
  const isTelling = ({ at, length }: Said) => length > 1 || !SAY_LITTLE.has(singular(words[at] ?? ''));
  const telling = long.some(isTelling) ? long.filter(isTelling) : long;
  return {
    kinds: [...new Set(telling.flatMap(({ kinds }) => [...kinds]))],
    saying: new Set(said.flatMap(({ at, length }) => words.slice(at, at + length))),
  };
}
