import { expect, test } from 'vitest';
import { readWishes } from './search-wishes.ts';
import { filtersInWords, withoutFilters } from './word-filters.ts';

test('the words name the language, who comes, the price and the time as filters', () => {
  expect(filtersInWords(readWishes('free evening class with an urdu speaking lady teacher at weekends'))).toEqual([
    { filter: 'language', values: ['Urdu'] },
    { filter: 'workerGender', values: ['female'] },
    { filter: 'free', values: [] },
    { filter: 'evenings', values: [] },
    { filter: 'weekends', values: [] },
  ]);
  expect(filtersInWords(readWishes('lunch club'))).toEqual([]);
});

test('a script that several languages share is one filter with all of them', () => {
  expect(filtersInWords(readWishes('помощь дома'))).toEqual([
    { filter: 'language', values: ['Russian', 'Ukrainian', 'Bulgarian'] },
  ]);
});

test('a woman or a man as worker is no filter', () => {
  expect(filtersInWords(readWishes('female carer and male carer'))).toEqual([]);
});

test('what was taken off is wished no more, and everything else still is', () => {
  const wishes = readWishes('free urdu lunch with a female carer');
  const left = withoutFilters(wishes, ['free', 'language']);
  expect(filtersInWords(left)).toEqual([{ filter: 'workerGender', values: ['female'] }]);
  expect(left.saying).toEqual(wishes.saying);
  expect(filtersInWords(withoutFilters(wishes, []))).toEqual(filtersInWords(wishes));
});

test.each([
  'not free',
  'not in the evening',
  'no weekends',
  'carer not polish',
  'carer not a female carer',
  'not urdu speaking',
])('what is refused in "%s" is no filter', (words) => {
  expect(filtersInWords(readWishes(words))).toEqual([]);
});

test.each(['sugar free cooking', 'fat free cooking', 'toll free', 'I am free'])(
  '"%s" says nothing of a price',
  (words) => {
    const wishes = readWishes(words);
    expect(filtersInWords(wishes)).toEqual([]);
    expect(wishes.saying).toContain('free');
  },
);

test('"free of charge" is free, and no charge is looked for', () => {
  const wishes = readWishes('lunch club free of charge');
  expect(filtersInWords(wishes)).toEqual([{ filter: 'free', values: [] }]);
  expect([...wishes.saying]).toEqual(['free', 'charge']);
});

test.each(['female personal assistant', 'arabic speaking woman for evenings', 'woman carer', 'lady to help me wash'])(
  'in "%s" a woman is who should come',
  (words) => {
    expect(filtersInWords(readWishes(words))).toContainEqual({ filter: 'workerGender', values: ['female'] });
  },
);
