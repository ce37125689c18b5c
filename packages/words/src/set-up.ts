// The one set-up of i18next for pages and for the server, so that a sentence comes out the same wherever it is said.
import type { InitOptions, i18n } from 'i18next';
import { datesIn } from './dates.ts';
import shell from './en/plain/shell.json' with { type: 'json' };
import { isolated } from './isolate.ts';
import { fallbacksOf } from './languages.ts';
import { sayMoney } from './money.ts';

/** How the council is reached, in every sentence that says to tell or ask it. */
export type Reaches = {
  readonly councilReach: string;
  readonly safeguardingReach: string;
  readonly emergencyTelephone: string;
};

/** What stands in such a sentence until the council's own numbers are known, or where it gave none. */
export const NOT_KNOWN: Reaches = {
  councilReach: shell.reach.none,
  safeguardingReach: shell.reach.none,
  emergencyTelephone: '999',
};

export const SET_UP = {
  fallbackLng: (tag: string | undefined) => (tag === undefined ? ['en'] : [...fallbacksOf(tag)]),
  load: 'currentOnly',
  defaultNS: 'shell',
  returnNull: false,
} satisfies InitOptions;

/** How values are put into sentences of the language that `tagNow` answers. */
export function interpolationIn(tagNow: () => string) {
  return {
    // React escapes what it draws, a mail escapes what it wraps in HTML, and a file is text: only directions are kept apart.
    escapeValue: true,
    escape: (value: string) => isolated(value, tagNow()),
    defaultVariables: { ...NOT_KNOWN },
  };
}

/** `{{leftPence, money}}`, `{{untilDate, day}}` and lists, as the language writes them. Call it once words are set up. */
export function addFormats(words: i18n): void {
  const { services } = words;
  const say = (key: string, tag: string | undefined, values = {}): string =>
    words.t(key, { ...values, lng: tag ?? 'en', ns: 'shell' });
  services.formatter?.add('money', (value, tag) =>
    typeof value === 'number' || typeof value === 'bigint' ? sayMoney(value, tag) : String(value),
  );
  // "SJ1, SJ2 and one without a reference", for workers of one name.
  services.formatter?.add('references', (value, tag) => {
    const said = Array.isArray(value)
      ? value.map((one) => (one === null ? say('references.none', tag) : String(one)))
      : [];
    const last = said.pop() ?? '';
    return said.length === 0 ? last : say('references.and', tag, { list: said.join(', '), last });
  });
  services.formatter?.add('day', (value, tag) => datesIn(tag).day(String(value), 'with-year'));
}
