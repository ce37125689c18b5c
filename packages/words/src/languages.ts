// Which languages and reading levels there are, and which stands in for which: a sentence that one does not have is said in
// the nearest that does.

export const LANGUAGES = ['en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Plain English is what everything is written in first; Easy Read is plain until a sentence of its own is there. */
export const LEVELS = ['plain', 'easy'] as const;
export type Level = (typeof LEVELS)[number];

/** The first language of an Accept-Language header that we speak; English when there is none. */
export function languageFor(header: string | undefined): Language {
  const wanted = (header ?? '')
    .split(',')
    .map((one) => {
      const [tag = '', quality] = one
        .trim()
        .toLowerCase()
        .split(/;\s*q=/);
      return { language: tag.split('-')[0] ?? '', quality: Number(quality ?? 1) || 0 };
    })
    .sort((a, b) => b.quality - a.quality);
  const known = wanted.find(({ language, quality }) => quality > 0 && isLanguage(language))?.language;
  return known !== undefined && isLanguage(known) ? known : 'en';
}

function isLanguage(text: string): text is Language {
  return LANGUAGES.some((one) => one === text);
}

/** The tag of a set of words (BCP 47): "en" for plain, "en-x-easy" for Easy Read. */
export function tagOf(language: string, level: Level = 'plain'): string {
  return level === 'plain' ? language : `${language}-x-${level}`;
}

/** Where to look next, nearest first: Easy Read in Welsh, then plain Welsh, then plain English. */
export function fallbacksOf(tag: string): readonly string[] {
  const plain = tag.replace(/-x-[a-z]+$/, '');
  return [...new Set([plain, 'en'])].filter((one) => one !== tag);
}

/** Where a language does not say how its numbers are written, its home does. */
const HOMES: Readonly<Record<string, string>> = { en: 'en-GB' };

/** The language and its home, without the reading level: what a browser, a voice and a number's format go by ("en-GB"). */
export function localeOf(tag = 'en'): string {
  const plain = tag.replace(/-x-.*$/, '');
  return HOMES[plain] ?? plain;
}

const FROM_RIGHT_TO_LEFT = new Set(['ar', 'ckb', 'fa', 'he', 'ku-arab', 'ps', 'sd', 'ug', 'ur', 'yi']);

/** Which way a language is written; `<html dir>` says it, and styles follow by themselves. */
export function directionOf(tag = 'en'): 'ltr' | 'rtl' {
  const [language = ''] = tag.toLowerCase().split('-');
  return FROM_RIGHT_TO_LEFT.has(language) || FROM_RIGHT_TO_LEFT.has(tag.toLowerCase()) ? 'rtl' : 'ltr';
}
