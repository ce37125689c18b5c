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
