// How a component speaks: by noun, and for problems by code.
import type { DefaultNamespace, FlatNamespace, TFunction } from 'i18next';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { words } from './words.ts';

/** `const say = useWords('orders'); say('placed.title', { count: 2 })`. Waits (Suspense) until the words are here. */
export function useWords<const Noun extends FlatNamespace = DefaultNamespace & FlatNamespace>(
  noun?: Noun,
): TFunction<Noun> {
  // The types of the two libraries differ only in how they spell "one namespace".
  return useTranslation(noun ?? 'shell').t as unknown as TFunction<Noun>;
}

export type ProblemWords = (code: string, details?: Readonly<Record<string, unknown>>, field?: string) => string;

/**
 * The plain sentence for a problem code. Looks for "code@field" first, so that a missing answer can say which.
 * Numbers in `details` may be used in the sentence: "{{neededPence, money}}".
 */
export function sayProblem(code: string, details: Readonly<Record<string, unknown>> = {}, field?: string): string {
  const keys = [field === undefined ? '' : `${code}@${field}`, code].filter((key) => has(key));
  return words.t((keys[0] ?? 'unknown') as 'unknown', { ...details, ns: 'problems', keySeparator: false });
}

function has(key: string): boolean {
  return key !== '' && words.exists(key, { ns: 'problems', keySeparator: false });
}

export function useProblemWords(): ProblemWords {
  return useCallback<ProblemWords>((code, details, field) => sayProblem(code, details, field), []);
}
