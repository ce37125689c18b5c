// Sets up every sentence a person reads: the shell's words come at once, a page's words come with the page.
import { NO_REACH } from '@support-market/domain/settings/council-reach';
import i18next, { type BackendModule, type ResourceLanguage } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { sayDay } from '../format/dates.ts';
import { formatPence } from '../format/money.ts';
import problems from './en/problems.json';
import shell from './en/shell.json';
import ui from './en/ui.json';

const later = import.meta.glob<{ default: ResourceLanguage }>([
  './en/*.json',
  '!./en/problems.json',
  '!./en/shell.json',
  '!./en/ui.json',
]);

const pagesWords: BackendModule = {
  type: 'backend',
  init: () => undefined,
  read: (language, noun, done) => {
    const load = later[`./${language}/${noun}.json`];
    if (!load) {
      done(new Error(`no words for ${noun}`), null);
      return;
    }
    load().then(
      (words) => done(null, words.default),
      (error: unknown) => done(error instanceof Error ? error : new Error(String(error)), null),
    );
  },
};

export const words = i18next.createInstance();

type Reaches = {
  readonly councilReach: string;
  readonly safeguardingReach: string;
  readonly emergencyTelephone: string;
};

// What stands in such a sentence until the council's own numbers are known, or where it gave none.
const NOT_KNOWN: Reaches = { councilReach: NO_REACH, safeguardingReach: NO_REACH, emergencyTelephone: '999' };

/** Sets how the council is reached in every sentence that says to tell or ask it; what is on the screen follows. */
export function sayCouncilReach(known: Reaches | null): void {
  const { interpolation } = words.options;
  const reaches = known ?? NOT_KNOWN;
  const before: Readonly<Record<string, unknown>> = interpolation?.defaultVariables ?? {};
  if (!interpolation || Object.entries(reaches).every(([key, value]) => before[key] === value)) return;
  interpolation.defaultVariables = { ...reaches };
  words.emit('languageChanged', words.language);
}

/** Call once before the first render. `extra` is for tests, which want every noun at once. */
export async function startWords(extra: Readonly<Record<string, ResourceLanguage>> = {}): Promise<void> {
  if (words.isInitialized) return;
  await words
    .use(pagesWords)
    .use(initReactI18next)
    .init({
      lng: 'en',
      fallbackLng: 'en',
      ns: ['shell'],
      defaultNS: 'shell',
      partialBundledLanguages: true,
      resources: { en: { problems, shell, ui, ...extra } },
      // React escapes what it draws.
      interpolation: { escapeValue: false, defaultVariables: { ...NOT_KNOWN } },
      returnNull: false,
    });
  words.services.formatter?.add('money', (value) =>
    typeof value === 'number' || typeof value === 'bigint' ? formatPence(value) : String(value),
  );
  words.services.formatter?.add('day', (value) => sayDay(String(value), 'with year'));
}

/** Starts loading a noun's words beside its page, so that the page need not wait for them in turn. */
export function loadWords(...nouns: readonly string[]): Promise<void> {
  return words.loadNamespaces([...nouns]);
}
