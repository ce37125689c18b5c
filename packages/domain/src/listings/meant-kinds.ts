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
/** A word that is mended to is no shorter; a shorter one that is typed lost a letter of such a word ("lunc", "choi"). */
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

const plain = (word: string): string => singular(british(word));
const keyOf = (words: readonly string[]): string => words.map(plain).join('');
const stemKeyOf = (words: readonly string[]): string => words.map((word) => stem(plain(word))).join('');

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
/** Every word of every phrase, and those that a slip may be meant as, by their first letters. */
const WORDS: ReadonlySet<string> = new Set(
  CATEGORIES.flatMap(({ children }) =>
    children.flatMap((facts: CategoryFacts) =>
      [...facts.words, ...(KINDS_SAID[facts.slug] ?? [])].flatMap(searchTokens).map(singular),
    ),
  ),
);
const WORD_STEMS: ReadonlySet<string> = new Set([...WORDS].map(stem));
/** By the letter that a slip begins with: the word's own, or its second where the first was lost. */
const BY_FIRST_LETTER = new Map<string, string[]>();
for (const word of WORDS) {
  if (word.length < SHORTEST_SLIP) continue;
  for (const first of new Set(word.slice(0, 2)))
    BY_FIRST_LETTER.set(first, [...(BY_FIRST_LETTER.get(first) ?? []), word]);
}

/** The word that a misspelt one was meant as: of the fewest slips, one that means a kind by itself before others. */
function mended(typed: string): string {
  const word = singular(typed);
  if (typed.length < SHORTEST_SLIP - 1 || /\d/.test(word) || WORDS.has(word) || WORD_STEMS.has(stem(word)))
    return typed;
  if (EXACT.has(keyOf([typed])) || STEMS.has(stemKeyOf([typed]))) return typed;
  const lostALetter = (other: string) => typed.length >= SHORTEST_SLIP || other.length > word.length;
  const near = (BY_FIRST_LETTER.get(word[0] ?? '') ?? []).filter(lostALetter);
  for (const slips of [1, 2]) {
    const found = near.filter((other) => [word, typed].some((one) => slipsAway(one, other, false) === slips));
    const best = found.find((other) => EXACT.has(keyOf([other]))) ?? found[0];
    if (best !== undefined) return best;
  }
  return typed;
}

interface Said {
  readonly at: number;
  readonly length: number;
  readonly kinds: ReadonlySet<string>;
}

/** A word with its forms. */
interface Formed {
  readonly word: string;
  readonly plain: string;
  readonly stem: string;
}

const formed = (word: string): Formed => {
  const one = plain(word);
  return { word, plain: one, stem: stem(one) };
};

/** What is said at a place: the longest phrase, as it is written before as it is formed. */
function saidAt(words: readonly Formed[], at: number): Said | undefined {
  let key = '';
  let stems = '';
  let said: Said | undefined;
  const most = Math.min(LONGEST_PHRASE, words.length - at);
  for (let length = 1; length <= most; length += 1) {
    const next = words[at + length - 1];
    key += next?.plain ?? '';
    stems += next?.stem ?? '';
    if (length === 1 && NOT_ALONE.has(next?.word ?? '')) continue;
    const kinds = EXACT.get(key) ?? STEMS.get(stems);
    if (kinds) said = { at, length, kinds };
  }
  return said;
}

/**
 * The kinds that a question means. What stands before "for", "to" or "with" is what is looked for; what stands after says more
 * of it. `isKnown` tells the words of the catalogue, which are not slips of others.
 */
export function meantKinds(text: string, isKnown: (word: string) => boolean = () => false): MeantKinds {
  const typed = searchTokens(text);
  const words = typed.map((word) => (isKnown(word) ? word : mended(word)));
  const forms = words.map(formed);
  const said: Said[] = [];
  for (let at = 0; at < words.length; ) {
    const found = saidAt(forms, at);
    if (found) said.push(found);
    at += found?.length ?? 1;
  }
  const isTelling = ({ at, length }: Said) => length > 1 || !SAY_LITTLE.has(singular(words[at] ?? ''));
  const isAnyGroup = (one: Said) => !isTelling(one) && one.kinds.has('clubs-and-groups');
  const isMain = ({ kinds }: Said) => [...kinds].some((kind) => !KINDS_BESIDE_OTHERS.has(kind));
  const preferred = (among: readonly Said[]) => (among.some(isMain) ? among.filter(isMain) : among);
  const turn = words.findIndex(
    (word, at) => TURNS.has(word) && !said.some((one) => at >= one.at && at < one.at + one.length),
  );
  const first = turn < 0 ? [] : said.filter(({ at }) => at < turn);
  // "A group for people after a stroke" says of a group alone that it is one.
  const before = first.some((one) => !isAnyGroup(one)) ? first : [];
  const meant = preferred(before.length > 0 && (before.some(isMain) || !said.some(isMain)) ? before : said);
  // The longer phrase says more: "hospital bed for a walk" is no walk.
  const longest = Math.max(0, ...meant.map(({ length }) => length));
  const long = meant.filter(({ length }) => longest === 1 || length > 1);
  const telling = long.some(isTelling) ? long.filter(isTelling) : long;
  return {
    kinds: [...new Set(telling.flatMap(({ kinds }) => [...kinds]))],
    saying: new Set(said.flatMap(({ at, length }) => typed.slice(at, at + length))),
  };
}
