// A page in another language has its money and numbers in that language too, and its document says which way it is written.
import { EN_PLAIN } from '@support-market/words/generated/en-plain';
import { afterEach, describe, expect, it } from 'vitest';
import { newWords, startWords } from '../words/words.ts';
import { formatPence } from './money.ts';
import { formatNumber } from './numbers.ts';
import { speakIn, spokenTag } from './spoken.ts';

afterEach(() => speakIn('en'));

describe('a page in a language', () => {
  it('writes money and numbers as the language of its words does', async () => {
    expect([formatPence(462_400), formatNumber(10_927)]).toEqual(['£4,624.00', '10,927']);
    const spoken = newWords();
    await startWords(spoken, { tag: 'de', extra: EN_PLAIN });
    expect(spokenTag()).toBe('de');
    expect([formatPence(462_400), formatNumber(10_927)]).toEqual(['4.624,00\u00a0£', '10.927']);
  });

  it('in Easy Read writes them as the language does', () => {
    speakIn('en-x-easy');
    expect(formatPence(5)).toBe('£0.05');
  });
});
