// What the words of a search say becomes filters that are shown and can be taken off: a language, who comes, free, when.

import type { SearchWishes } from './search-wishes.ts';

/** As the address of a search names them. */
export const WORD_FILTERS = ['language', 'workerGender', 'free', 'evenings', 'weekends'] as const;
export type WordFilter = (typeof WORD_FILTERS)[number];

/** What one filter lets through. Of several languages any will do: a script can be that of more than one. */
export interface FilterInWords {
  readonly filter: WordFilter;
  /** "Urdu", "female"; none where the filter says it all. */
  readonly values: readonly string[];
}

const valuesOf = (wishes: SearchWishes, key: string) =>
  wishes.facets.filter((facet) => facet.startsWith(key)).map((facet) => facet.slice(key.length));

/** The filters that the words speak of. Who asks for a woman and for a man has asked for neither. */
export function filtersInWords(wishes: SearchWishes): readonly FilterInWords[] {
  const genders = valuesOf(wishes, 'worker=');
  return WORD_FILTERS.flatMap((filter): FilterInWords[] => {
    if (filter === 'language') return wishes.languages.length > 0 ? [{ filter, values: wishes.languages }] : [];
    if (filter === 'workerGender') return genders.length === 1 ? [{ filter, values: genders }] : [];
    return wishes.facets.includes(filter) ? [{ filter, values: [] }] : [];
  });
}

const FACET_OF: Readonly<Record<WordFilter, string>> = {
  language: 'language=',
  workerGender: 'worker=',
  free: 'free',
  evenings: 'evenings',
  weekends: 'weekends',
};

/** What is left to wish for when these filters were taken off. Their words are still none to look for. */
export function withoutFilters(wishes: SearchWishes, off: readonly WordFilter[]): SearchWishes {
  const isOff = (facet: string) => off.some((filter) => facet.startsWith(FACET_OF[filter]));
  return {
    ...wishes,
    facets: wishes.facets.filter((facet) => !isOff(facet)),
    languages: off.includes('language') ? [] : wishes.languages,
  };
}
