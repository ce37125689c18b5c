// How many there are of something, as the language of the page writes numbers: "10,927".
import { localeOf } from '@support-market/words/languages';
import { spokenTag } from './spoken.ts';

export function formatNumber(count: number): string {
  return count.toLocaleString(localeOf(spokenTag()));
}
