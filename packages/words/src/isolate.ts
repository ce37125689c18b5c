// Values within a sentence from right to left keep their own direction: a telephone number or an English name would
// otherwise be drawn in another order, or take the signs beside it along.
import { directionOf } from './languages.ts';

/** First strong isolate, and the end of it (UAX 9): the letters of the value say which way it runs, digits from the left. */
const [FROM, TO] = ['\u2068', '\u2069'];

/** The value as it stands in a sentence of that language. */
export function isolated(value: string, tag: string): string {
  return value === '' || directionOf(tag) === 'ltr' ? value : `${FROM}${value}${TO}`;
}
