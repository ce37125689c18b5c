// How a component speaks: by noun, and for problems by code, in the language of the words around it.
import type { Noun, Say } from '@support-market/words/say';
import type { i18n } from 'i18next';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';

/** `const say = useWords('orders'); say('placed.title', { count: 2 })`. Waits (Suspense) until the words are here. */
export function useWords<const Of extends Noun = 'shell'>(noun?: Of): Say<Of> {
  // i18next knows keys by declaration merging, one set for the whole program; ours are told apart by noun.
  return useTranslation(noun ?? 'shell').t as unknown as Say<Of>;
}

export type ProblemWords = (code: string, details?: Readonly<Record<string, unknown>>, field?: string) => string;

/**
 * The plain sentence for a problem code. Looks for "code@field" first, so that a missing answer can say which.
 * Numbers in `details` may be used in the sentence: "{{neededPence, money}}".
 */
export function sayProblem(
  words: i18n,
  code: string,
  details: Readonly<Record<string, unknown>> = {},
  field?: string,
): string {
  const has = (key: string): boolean => words.exists(key, { ns: 'problems', keySeparator: false });
  const key = [field === undefined ? code : `${code}@${field}`, code].find(has) ?? 'unknown';
  return words.t(key, { ...details, ns: 'problems', keySeparator: false });
}

export function useProblemWords(): ProblemWords {
  const { i18n: words } = useTranslation('problems');
  return useCallback<ProblemWords>((code, details, field) => sayProblem(words, code, details, field), [words]);
}
