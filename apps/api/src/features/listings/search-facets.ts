// What the filters of a search count and choose by: how a listing's facets are written, and how the numbers beside the filters
// add up. The statement counts listings by their whole set of facets; a few dozen sets are added here in no time, and each
// aggregate there costs more than that before it has seen a row.

import { LRUCache } from 'lru-cache';
import type { SearchAnswer } from './listings.schemas.ts';

export interface ListingFilters {
  /** A heading or a subcategory; a heading stands for all of its subcategories. */
  readonly category: string | null;
  readonly kind: 'service' | 'community' | null;
  readonly free: boolean;
  readonly hasSpace: boolean;
  readonly evenings: boolean;
  readonly weekends: boolean;
  readonly language: string | null;
  readonly workerGender: string | null;
  readonly acceptsIsf: boolean;
}

export const NO_FILTERS: ListingFilters = {
  ...{ category: null, kind: null, free: false, hasSpace: false, evenings: false, weekends: false },
  ...{ language: null, workerGender: null, acceptsIsf: false },
};

/** Facets that a listing has or has not. */
export const FLAGS = ['free', 'hasSpace', 'evenings', 'weekends', 'acceptsIsf'] as const;
type Flag = (typeof FLAGS)[number];

/** A facet as it stands in an entry, between tabs; none of them has a tab in it. */
export const written = (facet: string): string => `\t${facet}\t`;

interface Category {
  readonly slug: string;
  readonly heading: string | null;
}

/** The facets of an entry, read. */
interface FacetSet {
  readonly categories: readonly Category[];
  /** The headings of those, or the categories themselves where they are headings: each once. */
  readonly headings: readonly string[];
  readonly kind: string;
  readonly flags: Readonly<Record<Flag, boolean>>;
  readonly languages: readonly string[];
  readonly workerGenders: readonly string[];
}

/** `⇥category=heading/slug⇥kind=service⇥free⇥language=Urdu⇥worker=female⇥`, as platform/search-entries.repo.ts writes it. */
function readFacets(text: string): FacetSet {
  const parts = text.split('\t');
  const of = (key: string) => parts.filter((part) => part.startsWith(key)).map((part) => part.slice(key.length));
  const categories = of('category=').map((path) => {
    const [heading = '', slug = ''] = path.split('/');
    return { slug, heading: heading === '' ? null : heading };
  });
  return {
    categories,
    headings: [...new Set(categories.map(({ slug, heading }) => heading ?? slug))],
    kind: of('kind=')[0] ?? '',
    flags: {
      ...{ free: parts.includes('free'), hasSpace: parts.includes('hasSpace'), evenings: parts.includes('evenings') },
      ...{ weekends: parts.includes('weekends'), acceptsIsf: parts.includes('acceptsIsf') },
    },
    languages: of('language='),
    workerGenders: of('worker='),
  };
}

/** Sets of facets that were read, by their text: a catalogue has some hundreds, and each search meets dozens of them again. */
const MOST_SETS = 5_000;
const sets = new LRUCache<string, FacetSet>({ max: MOST_SETS });

function facetSet(text: string): FacetSet {
  let set = sets.get(text);
  if (set === undefined) {
    set = readFacets(text);
    sets.set(text, set);
  }
  return set;
}

/** The filters that a set of facets does not pass. */
function failing(set: FacetSet, filters: ListingFilters): (keyof ListingFilters)[] {
  const fails: (keyof ListingFilters)[] = FLAGS.filter((flag) => filters[flag] && !set.flags[flag]);
  const { category, kind, language, workerGender } = filters;
  if (category !== null && !set.categories.some((one) => one.slug === category || one.heading === category))
    fails.push('category');
  if (kind !== null && set.kind !== kind) fails.push('kind');
  if (language !== null && !set.languages.includes(language)) fails.push('language');
  if (workerGender !== null && !set.workerGenders.includes(workerGender)) fails.push('workerGender');
  return fails;
}

export interface Sums {
  readonly total: number;
  readonly facets: SearchAnswer['facets'];
}

/** How many hits there are in all, whatever is filtered. `counted` is `SearchRow.facets`. */
export function hitsIn(counted: string): number {
  return counted.split('\n').reduce((sum, line) => sum + Number(line.slice(line.lastIndexOf('\t') + 1)), 0);
}

/** What each filter would find: its own number counts what every other filter lets through. `counted` is `SearchRow.facets`. */
export function facetsOf(counted: string | null, filters: ListingFilters): Sums {
  let total = 0;
  const flags: Record<Flag, number> = { free: 0, hasSpace: 0, evenings: 0, weekends: 0, acceptsIsf: 0 };
  const kinds = { service: 0, community: 0 };
  const workerGenders = { female: 0, male: 0 };
  const categories = new Map<string, { slug: string; parent: string | null; count: number }>();
  const headings = new Map<string, number>();
  const languages = new Map<string, number>();
  const add = (to: Map<string, number>, key: string, hits: number) => void to.set(key, (to.get(key) ?? 0) + hits);

  for (const line of counted === null ? [] : counted.split('\n')) {
    const end = line.lastIndexOf('\t') + 1;
    const set = facetSet(line.slice(0, end));
    const hits = Number(line.slice(end));
    const [first, second] = failing(set, filters);
    if (second !== undefined) continue;
    const counts = (filter: keyof ListingFilters) => first === undefined || first === filter;
    if (first === undefined) total += hits;
    for (const flag of FLAGS) if (set.flags[flag] && counts(flag)) flags[flag] += hits;
    if (counts('kind') && (set.kind === 'service' || set.kind === 'community')) kinds[set.kind] += hits;
    if (counts('language')) for (const language of set.languages) add(languages, language, hits);
    if (counts('workerGender'))
      for (const gender of set.workerGenders)
        if (gender === 'female' || gender === 'male') workerGenders[gender] += hits;
    if (!counts('category')) continue;
    for (const heading of set.headings) add(headings, heading, hits);
    for (const { slug, heading } of set.categories) {
      const before = categories.get(slug);
      if (before) before.count += hits;
      else categories.set(slug, { slug, parent: heading, count: hits });
    }
  }
  return {
    total,
    facets: {
      categories: [...categories.values()],
      headings: [...headings].map(([slug, count]) => ({ slug, count })),
      kinds,
      ...flags,
      workerGenders,
      languages: [...languages]
        .map(([language, count]) => ({ language, count }))
        .sort((a, b) => b.count - a.count || (a.language < b.language ? -1 : 1)),
    },
  };
}
