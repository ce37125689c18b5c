// Adds up what a search counted by category into what its filters show, so that the statement need not: a few dozen numbers
// are added here in no time, and each aggregate there costs more than that before it has seen a row.

import type { SearchAnswer } from './listings.schemas.ts';
import { COUNTED, type Counted, type FacetRow } from './search.repo.ts';

type Facets = SearchAnswer['facets'];

export interface Sums {
  readonly total: number;
  readonly facets: Facets;
}

export function facetsOf({ counted, further, languages }: FacetRow): Sums {
  const sums: Record<keyof Counted, number> = {
    ...{ total: 0, hits: 0, service: 0, community: 0, free: 0, hasSpace: 0, evenings: 0, weekends: 0 },
    ...{ acceptsIsf: 0, female: 0, male: 0 },
  };
  const categories = new Map<string, { slug: string; parent: string | null; count: number }>();
  const headings = new Map<string, number>();
  const count = (slug: string, parent: string | null, hits: number): void => {
    const before = categories.get(slug);
    if (before) before.count += hits;
    else categories.set(slug, { slug, parent, count: hits });
  };
  const countHeading = (slug: string, hits: number): void => void headings.set(slug, (headings.get(slug) ?? 0) + hits);

  for (const [slug, parent, ...counts] of counted ?? []) {
    for (const [at, name] of COUNTED.entries()) sums[name] += counts[at] ?? 0;
    const hits = counts[COUNTED.indexOf('hits')] ?? 0;
    if (hits === 0) continue;
    count(slug, parent, hits);
    countHeading(parent ?? slug, hits);
  }
  // A hit counts once under a heading, however many of its categories are there.
  const seen = new Set<string>();
  for (const [id, slug, parent, already] of further ?? []) {
    count(slug, parent, 1);
    const heading = parent ?? slug;
    if (heading === already || seen.has(`${id} ${heading}`)) continue;
    seen.add(`${id} ${heading}`);
    countHeading(heading, 1);
  }
  return {
    total: sums.total,
    facets: {
      categories: [...categories.values()],
      headings: [...headings].map(([slug, hits]) => ({ slug, count: hits })),
      kinds: { service: sums.service, community: sums.community },
      free: sums.free,
      hasSpace: sums.hasSpace,
      evenings: sums.evenings,
      weekends: sums.weekends,
      acceptsIsf: sums.acceptsIsf,
      workerGenders: { female: sums.female, male: sums.male },
      languages: languages ?? [],
    },
  };
}
