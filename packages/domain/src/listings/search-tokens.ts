// Takes a search apart into words, the same way wherever searches are read.

import { foldText } from '../shared/text.ts';

/** Letters that are no other letter with an accent, and what people type for them. */
const LETTERS: Readonly<Record<string, string>> = { ł: 'l', ø: 'o', đ: 'd', ı: 'i', ß: 'ss', æ: 'ae', œ: 'oe' };

const PLAIN = /^[a-z0-9 ]*$/;

/** The words of a text for comparing: folded, one by one, without apostrophes of any form. */
export function searchTokens(text: string): readonly string[] {
  // Most of what is asked has nothing to fold.
  const folded = PLAIN.test(text)
    ? text
    : foldText(text.replace(/[`´\u2018\u2019\u201B\u02BC\u2032\uFF07]/g, "'"))
        .replaceAll("'", '')
        .replace(/[łøđıßæœ]/g, (letter) => LETTERS[letter] ?? letter);
  return folded.match(/[a-z0-9]+/g) ?? [];
}
