// How the numbers beside the filters add up, for listings with several categories under one heading and under several.

import { expect, test } from 'vitest';
import { facetsOf, type ListingFilters } from './search-facets.ts';

const NO_FILTERS: ListingFilters = {
  ...{ category: null, kind: null, language: null, workerGender: null },
  ...{ free: false, hasSpace: false, evenings: false, weekends: false, acceptsIsf: false },
};
const set = (hits: number, ...facets: readonly string[]) => `\t${facets.join('\t')}\t${hits}`;
const FOUND = [
  set(2, 'category=sport/swimming', 'kind=service', 'free', 'language=Urdu', 'worker=female'),
  set(1, 'category=arts/choirs', 'category=arts/crafts', 'category=sport/diving', 'kind=community', 'free', 'evenings'),
  set(4, 'category=/parks', 'kind=service', 'language=Polish', 'language=Urdu'),
].join('\n');

test('numbers of categories add up, and a listing counts once under each heading', () => {
  const { total, facets } = facetsOf(FOUND, NO_FILTERS);
  expect(total).toBe(7);
  expect(facets).toEqual({
    categories: [
      { slug: 'swimming', parent: 'sport', count: 2 },
      { slug: 'choirs', parent: 'arts', count: 1 },
      { slug: 'crafts', parent: 'arts', count: 1 },
      { slug: 'diving', parent: 'sport', count: 1 },
      { slug: 'parks', parent: null, count: 4 },
    ],
    headings: [
      { slug: 'sport', count: 3 },
      { slug: 'arts', count: 1 },
      { slug: 'parks', count: 4 },
    ],
    kinds: { service: 6, community: 1 },
    ...{ free: 3, hasSpace: 0, evenings: 1, weekends: 0, acceptsIsf: 0 },
    workerGenders: { female: 2, male: 0 },
    languages: [
      { language: 'Urdu', count: 6 },
      { language: 'Polish', count: 4 },
    ],
  });
});

test('the number beside a filter counts what every other filter lets through', () => {
  const { total, facets } = facetsOf(FOUND, { ...NO_FILTERS, category: 'sport', language: 'Urdu' });
  expect(total).toBe(2);
  expect(facets.headings).toEqual([
    { slug: 'sport', count: 2 },
    { slug: 'parks', count: 4 },
  ]);
  expect(facets.languages).toEqual([{ language: 'Urdu', count: 2 }]);
  expect([facets.kinds, facets.free, facets.evenings]).toEqual([{ service: 2, community: 0 }, 2, 0]);
});

test('a further category lets a listing through as its main one does', () => {
  for (const category of ['crafts', 'diving', 'choirs'])
    expect(facetsOf(FOUND, { ...NO_FILTERS, category }).total, category).toBe(1);
});

test('nothing found is nothing in every number', () => {
  const { total, facets } = facetsOf(null, NO_FILTERS);
  expect([total, facets.categories, facets.headings, facets.free]).toEqual([0, [], [], 0]);
});
