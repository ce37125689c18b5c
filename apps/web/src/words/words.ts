// Brings the words that pages speak: the shell's come at once, a page's come with the page. On the server each request has
// words of its own (`newWords`); a browser has one set, `words`.
import problems from '@support-market/words/en/plain/problems.json' with { type: 'json' };
import shell from '@support-market/words/en/plain/shell.json' with { type: 'json' };
import ui from '@support-market/words/en/plain/ui.json' with { type: 'json' };
import { LATER } from '@support-market/words/generated/later';
import { addFormats, interpolationIn, NOT_KNOWN, type Reaches, SET_UP } from '@support-market/words/set-up';
import i18next, { type BackendModule, type i18n, type ResourceLanguage } from 'i18next';
import { speakIn } from '../format/spoken.ts';

const pagesWords: BackendModule = {
  type: 'backend',
  init: () => undefined,
  read: (tag, noun, done) => {
    const load = LATER[tag]?.[noun];
    if (!load) {
      done(new Error(`no words for ${noun}`), null);
      return;
    }
    load().then(
      (loaded) => done(null, loaded.default),
      (error: unknown) => done(error instanceof Error ? error : new Error(String(error)), null),
    );
  },
};

/** Words not yet started: `startWords` makes them ready to be spoken. */
export function newWords(): i18n {
  return i18next.createInstance();
}

/** The browser's. A component takes its words from the provider around it, which on the server holds others. */
export const words = newWords();

/** Sets how the council is reached in every sentence that says to tell or ask it; what is on the screen follows. */
export function sayCouncilReach(known: Reaches | null, spoken: i18n = words): void {
  const { interpolation } = spoken.options;
  const reaches = known ?? NOT_KNOWN;
  const before: Readonly<Record<string, unknown>> = interpolation?.defaultVariables ?? {};
  if (!interpolation || Object.entries(reaches).every(([key, value]) => before[key] === value)) return;
  interpolation.defaultVariables = { ...reaches };
  spoken.emit('languageChanged', spoken.language);
}

type Start = {
  readonly tag?: string;
  /** By noun, for tests and for the server, which want more than the shell's words at once. */
  readonly extra?: Readonly<Record<string, ResourceLanguage>>;
};

/** Call once for a set of words, before the first render. */
export async function startWords(spoken: i18n = words, { tag = 'en', extra = {} }: Start = {}): Promise<void> {
  if (spoken.isInitialized) return;
  spoken.on('languageChanged', speakIn);
  await spoken.use(pagesWords).init({
    ...SET_UP,
    lng: tag,
    ns: ['shell'],
    partialBundledLanguages: true,
    // Of its own, because a council's numbers are put into it.
    interpolation: interpolationIn(() => spoken.language),
    resources: { en: { problems, shell, ui, ...extra } },
  });
  addFormats(spoken);
}

/** Starts loading a noun's words beside its page, so that the page need not wait for them in turn. */
export function loadWords(...nouns: readonly string[]): Promise<void> {
  return words.loadNamespaces([...nouns]);
}
