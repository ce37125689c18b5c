// Scores what the search finds against what people meant: data in, figures out, for whichever catalogue was asked.

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export interface RelevanceQuery {
  readonly words: string;
  /** Slugs of the kinds of support that are right answers; left out where any kind is. */
  readonly kinds?: readonly string[];
  /** What else must hold of a right answer. */
  readonly must?: {
    readonly language?: string;
    readonly workerGender?: string;
    readonly free?: boolean;
    readonly evenings?: boolean;
    readonly weekends?: boolean;
  };
}

export function readQueries(): readonly RelevanceQuery[] {
  const path = fileURLToPath(new URL('queries.json', import.meta.url));
  return (JSON.parse(readFileSync(path, 'utf8')) as { queries: RelevanceQuery[] }).queries;
}

/** Whether a listing with these facets, as search-facets.ts reads them, is a right answer. */
export function isRight({ kinds, must = {} }: RelevanceQuery, facets: string): boolean {
  const wanted = [
    ...(must.language === undefined ? [] : [`language=${must.language}`]),
    ...(must.workerGender === undefined ? [] : [`worker=${must.workerGender}`]),
    ...(['free', 'evenings', 'weekends'] as const).filter((flag) => must[flag]),
  ];
  return (
    (kinds === undefined || kinds.some((kind) => facets.includes(`/${kind}\t`))) &&
    wanted.every((facet) => facets.includes(`\t${facet}\t`))
  );
}

export interface Answer {
  readonly query: RelevanceQuery;
  /** Where the first right answer stands, from 1; null where none is on the first page. */
  readonly rank: number | null;
  /** The titles and kinds of the first three. */
  readonly first: readonly string[];
}

const shareOf = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);

export function scoresOf(answers: readonly Answer[]): {
  readonly meanReciprocalRank: number;
  readonly inThree: number;
} {
  const sum = answers.reduce((total, { rank }) => total + (rank === null ? 0 : 1 / rank), 0);
  return {
    meanReciprocalRank: shareOf(sum, answers.length),
    inThree: shareOf(answers.filter(({ rank }) => rank !== null && rank <= 3).length, answers.length),
  };
}
