// What a person types into the search box is taken apart: where, for whom, and what, in today's words and yesterday's.
// Source: the domain notes, sections 8 (things people search for) and 13 (dated words appear only as search synonyms).

import { findPostcode } from '../shared/postcodes.ts';
import { foldText } from '../shared/text.ts';
import { categoriesInText, type TopCategorySlug } from './categories.ts';
import { needsInEnglish } from './other-languages-said.ts';
import { searchTokens } from './search-tokens.ts';
import { readWishes, type SearchWishes } from './search-wishes.ts';

export type SearchPlace =
  | { readonly kind: 'postcode' | 'outward'; readonly value: string }
  /** "near me": the searcher's own postcode, if they gave one. */
  | { readonly kind: 'home' };

export type AgeRange = { readonly from: number; readonly to: number };

export type SearchQuery = {
  /** What is left to search for, as typed and folded: "dementia cafe". */
  readonly words: string;
  /** One group for each idea, the typed words first; any member of a group stands for the idea. */
  readonly groups: readonly (readonly string[])[];
  /** For each group, what finds it in the index: the lexemes of its ideas, and the typed words unless an idea has them. */
  readonly finding: readonly (readonly string[])[];
  readonly near?: SearchPlace;
  /** The ages that a word such as "teenager" means. */
  readonly ages?: AgeRange;
  /** Headings that the words speak of, the likeliest first. */
  readonly categoryHints: readonly TopCategorySlug[];
  /** What was typed but the place, and in English what it names in another language. */
  readonly typed: string;
  readonly wishes: SearchWishes;
  /** Whether something is typed that can be no word of a listing, and nothing else: "🍔", "_". */
  readonly isWordless: boolean;
  /** Little words that are looked for only when nothing has all of the others: "help" in "help at hom". */
  readonly lastResort: readonly string[];
};

/** Ideas with several names. Every phrase finds every other one of its row. */
const SYNONYMS: readonly (readonly string[])[] = [
  ['dbs', 'crb', 'disclosure and barring', 'criminal records check', 'police check'],
  ['personal assistant', 'pa', 'support worker'],
  ['carer', 'care worker', 'home care', 'homecare', 'domiciliary care', 'care assistant', 'personal care'],
  ['short break', 'respite', 'sitting service', 'sitter'],
  ['day centre', 'day center', 'day service', 'day opportunities', 'day care', 'drop in'],
  ['befriending', 'befriender', 'buddy', 'companionship', 'company', 'companion'],
  ['counselling', 'counsellor', 'counseling', 'counselor', 'therapy', 'talking therapies', 'someone to talk to'],
  ['teenager', 'teen', 'teenage', 'adolescent', 'young people', 'young person', 'youth', 'children', '13 to 19'],
  ['child', 'children', 'kid', 'young people', 'youth'],
  ['older people', 'older person', 'elderly', 'pensioner', 'over 60', 'senior', 'later life'],
  ['dementia', 'alzheimer', 'memory loss', 'memory'],
  ['learning disability', 'learning disabilities', 'learning difficulties', 'mental handicap', 'special needs'],
  ['autism', 'autistic', 'asperger', 'asd'],
  ['mental health', 'mental illness', 'psychiatric'],
  ['depression', 'low mood'],
  ['wheelchair', 'wheelchair user', 'wheelchair access', 'step free'],
  ['deaf', 'hearing loss', 'hard of hearing', 'hearing impaired', 'bsl', 'sign language'],
  ['blind', 'sight loss', 'visually impaired', 'partially sighted', 'visual impairment'],
  ['individual service fund', 'isf'],
  ['direct payment', 'personal budget', 'individual budget'],
  ['integrated care board', 'icb', 'ccg', 'pct', 'primary care trust'],
  ['meals on wheels', 'delivered meals', 'meal delivery'],
  ['lunch club', 'luncheon club', 'community lunch'],
  ['food bank', 'foodbank', 'food pantry', 'pantry'],
  ['transport', 'lift', 'taxi', 'dial a ride', 'community transport', 'ring and ride', 'minibus'],
  ['cleaner', 'cleaning', 'housework', 'home help', 'domestic help'],
  ['handyman', 'handyperson', 'odd jobs', 'repairs'],
  ['care home', 'residential home', 'nursing home', 'old folks home', 'old peoples home'],
  ['supported living', 'supported housing'],
  ['sleeping night', 'sleep in', 'waking night', 'overnight', 'night sitter', 'night care'],
  ['advocacy', 'advocate'],
  ['advice', 'information', 'signposting'],
  ['cafe', 'coffee morning', 'tea room'],
  ['swimming', 'swim', 'pool'],
  ['gym', 'fitness', 'exercise', 'keep fit'],
  ['choir', 'singing', 'sing'],
  ['football', 'soccer'],
  ['gardener', 'gardening', 'garden help'],
  ['job', 'employment', 'work', 'supported internship'],
  ['holiday', 'trip', 'days out'],
];

const AGES: readonly { readonly words: readonly string[]; readonly ages: AgeRange }[] = [
  { words: ['teenager', 'teen', 'teenage', 'adolescent'], ages: { from: 13, to: 19 } },
  { words: ['young people', 'young person', 'youth', 'young adult'], ages: { from: 11, to: 25 } },
  { words: ['toddler', 'baby'], ages: { from: 0, to: 4 } },
  { words: ['child', 'children', 'kid'], ages: { from: 0, to: 17 } },
  {
    words: ['older people', 'older person', 'elderly', 'pensioner', 'senior', 'later life'],
    ages: { from: 60, to: 120 },
  },
];

const STOP_WORDS = new Set(
  (
    'a an and any are at be by can could do does find for from get give have help i id im is it like looking me my need of on or our please ' +
    'show some someone something that the their them there these this to want we what where which who will with would you your us he she they'
  ).split(' '),
);
/** Those of them that say what is looked for, although nearly every listing could. */
const LAST_RESORT = ['help'];
const PLACE_WORDS = new Set(['near', 'nearby', 'in', 'around', 'close', 'within', 'local']);
const MAX_QUERY = 200;
const MAX_GROUPS = 12;

const singular = (word: string): string =>
  word.length > 3 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;

export type SearchIdea = {
  /** Stands for the idea in the index: a word that is never typed and that no stemmer touches. */
  readonly lexeme: string;
  readonly names: readonly string[];
};

/** Every idea with several names, to be indexed with whatever has one of them. */
export const SEARCH_IDEAS: readonly SearchIdea[] = SYNONYMS.map((names) => ({
  lexeme: `idea0${searchTokens(names[0] ?? '').join('')}`,
  names,
}));

type Known = { readonly words: readonly string[]; readonly idea: SearchIdea };

const KNOWN: readonly Known[] = SEARCH_IDEAS.flatMap((idea) =>
  idea.names.map((text) => ({ words: searchTokens(text).map(singular), idea })),
)
  // Longer phrases first, so that "day centre" is one idea and not two; where a word is in two rows, its own row first.
  .sort((a, b) => b.words.length - a.words.length);

/** In the same order, by their first word. */
const KNOWN_BY_FIRST_WORD: ReadonlyMap<string, readonly Known[]> = KNOWN.reduce((map, known) => {
  const [first = ''] = known.words;
  return map.set(first, [...(map.get(first) ?? []), known]);
}, new Map<string, readonly Known[]>());

function matchesAt(words: readonly string[], at: number, phrase: readonly string[]): boolean {
  return phrase.every((word, index) => words[at + index] === word);
}

type Group = { readonly names: readonly string[]; readonly finding: readonly string[] };

function groupsOf(words: readonly string[]): readonly Group[] {
  const groups: Group[] = [];
  const singulars = words.map(singular);
  for (let at = 0; at < words.length && groups.length < MAX_GROUPS; ) {
    const hits = (KNOWN_BY_FIRST_WORD.get(singulars[at] ?? '') ?? []).filter((known) =>
      matchesAt(singulars, at, known.words),
    );
    const length = hits[0]?.words.length ?? 1;
    const typed = words.slice(at, at + length).join(' ');
    if (hits.length > 0 || !(STOP_WORDS.has(typed) || PLACE_WORDS.has(typed))) {
      const ideas = hits.filter((known) => known.words.length === length).map(({ idea }) => idea);
      const others = ideas.flatMap(({ names }) => names);
      const lexemes = [...new Set(ideas.map(({ lexeme }) => lexeme))];
      groups.push({
        names: [...new Set([typed, ...others])],
        finding: others.includes(typed) ? lexemes : [typed, ...lexemes],
      });
    }
    at += length;
  }
  return groups;
}

const AGE_PHRASES = AGES.map(({ words, ages }) => ({
  phrases: words.map((name) => searchTokens(name).map(singular)),
  ages,
}));

function agesIn(words: readonly string[]): AgeRange | undefined {
  const singulars = words.map(singular);
  return AGE_PHRASES.find(({ phrases }) =>
    phrases.some((phrase) => singulars.some((_, at) => matchesAt(singulars, at, phrase))),
  )?.ages;
}

/** What is seen, and is no mark that shows nothing by itself. */
const SEEN = /[^\s\p{C}\p{Z}\p{M}]/u;
const PICTURE = /\p{Extended_Pictographic}/u;

/** Reads a search of any length (only the first 200 characters count); never fails, an empty one has no groups. */
export function readSearch(text: string): SearchQuery {
  const query = text.slice(0, MAX_QUERY);
  const place = findPostcode(query);
  const rest = place ? `${query.slice(0, place.start)} ${query.slice(place.end)}` : query;
  const folded = foldText(rest);
  const atHome = /\b(?:near(?:by)?|close) (?:to )?me\b|\bnear(?:by)?$|\bnear (?:to )?(?:my )?home\b/.test(folded);
  const all = searchTokens(
    atHome && !place ? folded.replace(/\b(?:near(?:by)?|close) (?:to )?(?:me|my home|home)\b/g, ' ') : folded,
  );
  const english = needsInEnglish(rest);
  const groups = groupsOf(all);
  const words = groups.map(({ names: [typed] }) => typed).join(' ');
  const ages = agesIn(all);
  const near: SearchPlace | undefined = place
    ? { kind: place.kind, value: place.value }
    : atHome
      ? { kind: 'home' }
      : undefined;
  const categoryHints = [...new Set(categoriesInText(words).map((found) => found.top))];
  return {
    words,
    groups: groups.map(({ names }) => names),
    finding: groups.map(({ finding }) => finding),
    categoryHints,
    typed: [...all, ...searchTokens(english)].join(' '),
    wishes: readWishes(rest, english),
    isWordless:
      groups.length === 0 && (PICTURE.test(rest) || (!place && all.length === 0 && !atHome && SEEN.test(rest))),
    lastResort: groups.length === 0 ? [] : LAST_RESORT.filter((word) => all.includes(word)),
    ...(near ? { near } : {}),
    ...(ages ? { ages } : {}),
  };
}

/**
 * The groups as a PostgreSQL tsquery for `to_tsquery('english', …)`: alternatives with |, phrases with <->, ideas with
 * & ("every") or | ("any"). Only letters, digits and these marks can be in it. Empty text when there is nothing to ask.
 */
export function toTsQuery(groups: readonly (readonly string[])[], join: 'every' | 'any' = 'every'): string {
  const group = (alternatives: readonly string[]) =>
    alternatives
      .map((phrase) => searchTokens(phrase))
      .filter((words) => words.length > 0)
      .map((words) => (words.length > 1 ? `(${words.join(' <-> ')})` : words.join('')))
      .join(' | ');
  return groups
    .map(group)
    .filter((text) => text !== '')
    .map((text) => `(${text})`)
    .join(join === 'every' ? ' & ' : ' | ');
}
