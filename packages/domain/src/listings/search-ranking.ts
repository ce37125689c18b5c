// How search ranks: which words find a listing and which make it a better one, and how words, nearness, kind, age and
// freshness weigh. The statement in apps/api (search.repo.ts) computes `rankOf` with these same numbers, for every listing.
// Source: the domain notes, section 8 (finding).

import type { SearchQuery } from './search-words.ts';
import { SHORTEST_UNKNOWN, standIns } from './spelling.ts';

/** What each part of a rank is multiplied by. */
export const RANKING = {
  /** How much a word counts in the text, the summary, the names of ideas and the title, as PostgreSQL writes weights. */
  wordWeights: '{0.05,0.2,0.5,1}',
  /** What only a synonym or a forgiven slip found still has a little, and place decides. */
  wordsAtLeast: 0.02,
  noWords: 0.1,
  /** Half as good at 4 km; a listing without a place counts as 8 km away. */
  halfAtMetres: 4_000,
  unknownMetres: 8_000,
  /** What is in the asked district is never worse than 1 km away, nor who comes to the person than 2 km. */
  inDistrictAtMostMetres: 1_000,
  comingAtMostMetres: 2_000,
  /** Meaning before letters: no word in a title makes up for another kind of support, nor does a place that is near. */
  meantKind: 60,
  /** What has the words in its title one after another is surely meant, whatever its kind; it stands close behind. */
  named: 40,
  askedSubcategory: 1.5,
  askedHeading: 1.15,
  /** For each wish that it meets: the language, who comes, the price, the time. */
  wish: 8,
  otherAge: 0.2,
  thisAge: 1.3,
  stale: 0.7,
  full: 0.85,
} as const;

export interface RankedFacts {
  /** What PostgreSQL says of the words; null where none were asked. */
  readonly words: number | null;
  /** Null where no place was asked; `metres` null where the listing has none. */
  readonly place: {
    readonly metres: number | null;
    readonly isInDistrict: boolean;
    readonly servesMetres: number | null;
  } | null;
  /** Whether the words mean its kind (or stand in its title, one after another), or named its subcategory or its heading; null where they named none. */
  readonly kind: 'meant' | 'named' | 'subcategory' | 'heading' | 'other' | null;
  /** How many of the wishes it meets. */
  readonly wishesMet: number;
  /** Ages that were asked for, and those that the listing is for; null where none were asked. */
  readonly ages: {
    readonly asked: { readonly from: number; readonly to: number };
    readonly minimum: number | null;
    readonly maximum: number | null;
  } | null;
  readonly isStale: boolean;
  readonly hasSpace: boolean;
}

function nearness({ metres, isInDistrict, servesMetres }: NonNullable<RankedFacts['place']>): number {
  const felt =
    metres === null
      ? RANKING.unknownMetres
      : isInDistrict
        ? Math.min(metres, RANKING.inDistrictAtMostMetres)
        : servesMetres !== null && metres <= servesMetres
          ? Math.min(metres, RANKING.comingAtMostMetres)
          : metres;
  return RANKING.halfAtMetres / (RANKING.halfAtMetres + felt);
}

function fitOfAges({ asked, minimum, maximum }: NonNullable<RankedFacts['ages']>): number {
  if ((maximum !== null && maximum < asked.from) || (minimum !== null && minimum > asked.to)) return RANKING.otherAge;
  return minimum !== null || maximum !== null ? RANKING.thisAge : 1;
}

const KIND_FACTORS = {
  meant: RANKING.meantKind,
  named: RANKING.named,
  subcategory: RANKING.askedSubcategory,
  heading: RANKING.askedHeading,
  other: 1,
} as const;

/**
 * How good a listing is for a question: the greater, the earlier it stands.
 * @proof The search's statement works it out in the database, and a test lays the two side by side.
 */
export function rankOf({ words, place, kind, wishesMet, ages, isStale, hasSpace }: RankedFacts): number {
  const parts = [
    words === null ? RANKING.noWords : RANKING.wordsAtLeast + words,
    place === null ? 1 : nearness(place),
    kind === null ? 1 : KIND_FACTORS[kind],
    RANKING.wish ** wishesMet,
    ages === null ? 1 : fitOfAges(ages),
    isStale ? RANKING.stale : hasSpace ? 1 : RANKING.full,
  ];
  return parts.reduce((product, part) => product * part, 1);
}

type Groups = readonly (readonly string[])[];

/** A typed word, and those of the catalogue that it may have been meant as. */
interface Neighbours {
  readonly word: string;
  readonly known: boolean;
  readonly others: Parameters<typeof standIns>[1];
}

const AGE_WORDS = new Set(['young people', 'children', 'older people']);
const MOST_SPELT_WORDS = 8;

/**
 * Which words find a listing, and which of them make it a better one. Ideas and forgiven slips find, an idea by the one
 * lexeme that the index has for all of its names; what was typed ranks, and so do all names of an age ("teenager", "young
 * people") and the slips of a word that the catalogue does not know, which was surely meant as one of them.
 */
export function findingAndRanking(
  asked: Pick<SearchQuery, 'groups' | 'finding'>,
  neighbours: readonly Neighbours[],
): { readonly finding: Groups; readonly ranking: Groups } {
  const slips = new Map(
    neighbours.map(({ word, known, others }) => [word, { known, words: standIns(word, others, known) }]),
  );
  const finding: (readonly string[])[] = [];
  const ranking: (readonly string[])[] = [];
  for (const [at, group] of asked.groups.entries()) {
    const [typed = ''] = group;
    const slip = slips.get(typed);
    const names = group.some((word) => AGE_WORDS.has(word)) ? group : [typed];
    finding.push([...(asked.finding[at] ?? []), ...(slip?.words ?? [])]);
    ranking.push(slip && !slip.known ? [...names, ...slip.words] : names);
  }
  return { finding, ranking };
}

/** The typed words that are long enough to look for slips in. */
export function wordsToSpell(groups: Groups): string[] {
  return groups
    .map(([typed = '']) => typed)
    .filter((word) => word.length >= SHORTEST_UNKNOWN && /^[a-z]+$/.test(word))
    .slice(0, MOST_SPELT_WORDS);
}
