// How the numbers beside the filters add up, for listings with several categories under one heading and under several.

import { expect, test } from 'vitest';
import { COUNTED } from './search.repo.ts';
import { facetsOf } from './search-facets.ts';

const counts = (given: Partial<Record<(typeof COUNTED)[number], number>>) => COUNTED.map((name) => given[name] ?? 0);

test('numbers of categories add up, and a listing counts once under each heading', () => {
  const { total, facets } = facetsOf({
    counted: [
      ['swimming', 'sport', ...counts({ total: 2, hits: 3, service: 2, free: 1 })],
      ['choirs', 'arts', ...counts({ total: 1, hits: 1, community: 1, free: 1 })],
      // What a filter other than the category leaves out of the list still counts there.
      ['parks', null, ...counts({ service: 4 })],
    ],
    further: [
      ['lst_1', 'diving', 'sport', 'sport'],
      ['lst_1', 'choirs', 'arts', 'sport'],
      ['lst_1', 'crafts', 'arts', 'sport'],
    ],
    languages: null,
  });
  expect(total).toBe(3);
  expect(facets).toMatchObject({ kinds: { service: 6, community: 1 }, free: 2, evenings: 0, languages: [] });
  expect(facets.categories).toEqual([
    { slug: 'swimming', parent: 'sport', count: 3 },
    { slug: 'choirs', parent: 'arts', count: 2 },
    { slug: 'diving', parent: 'sport', count: 1 },
    { slug: 'crafts', parent: 'arts', count: 1 },
  ]);
  expect(facets.headings).toEqual([
    { slug: 'sport', count: 3 },
    { slug: 'arts', count: 2 },
  ]);
});

test('nothing found has no categories, which is how a search knows to ask for some of the words', () => {
  const { total, facets } = facetsOf({ counted: null, further: null, languages: null });
  expect([total, facets.categories, facets.headings, facets.free]).toEqual([0, [], [], 0]);
});
