// The forms in which a feature's noun is written, so that one word names its folder, table, address and functions.

import { articleOf, singularOf } from './nouns.ts';
import { RESERVED } from './reserved.ts';

/** Whose record one is: a person's, an organisation's, or the council's own. */
export const OWNERS = ['person', 'organisation', 'council'] as const;
export type Owner = (typeof OWNERS)[number];

export interface Noun {
  /** kebab-case: `support-plans`. */
  readonly plural: string;
  readonly singular: string;
  readonly owner: Owner;
}

const KEBAB_WORDS = /^[a-z]{2,}(-[a-z]{2,})*$/;
/** PostgreSQL cuts names after 63 letters, and an index has more to its name than its table. */
const MOST_LETTERS = 40;

/** Why these two words name no feature; undefined when they do. */
export function nounFault({ plural, singular }: Omit<Noun, 'owner'>): string | undefined {
  for (const word of [plural, singular]) {
    if (!KEBAB_WORDS.test(word)) return `"${word}" is not a noun in kebab-case, such as support-plan`;
    if (RESERVED.has(word)) return `"${word}" is a word of SQL or TypeScript, so it cannot name a table and a variable`;
    if (word.length > MOST_LETTERS) return `"${word}" is longer than ${MOST_LETTERS} letters`;
  }
  if (plural === singular) return 'give the plural and then the singular: support-plans support-plan';
  // Said the wrong way round: the rules make the first word out of the second.
  if (singularOf(singular) === plural) return `the plural comes first: ${singular} ${plural}`;
  return undefined;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const pascal = (kebab: string): string => kebab.split('-').map(capital).join('');
const camel = (kebab: string): string => {
  const [first = '', ...rest] = kebab.split('-');
  return first + rest.map(capital).join('');
};

/** Every form of the noun, under the form that the templates write between percent signs. */
export function formsOf({ plural, singular }: Omit<Noun, 'owner'>): Readonly<Record<string, string>> {
  const forms = (word: string, end: string) => ({
    [`my-noun${end}`]: word,
    [`my_noun${end}`]: word.replaceAll('-', '_'),
    [`myNoun${end}`]: camel(word),
    [`MyNoun${end}`]: pascal(word),
    [`my noun${end}`]: word.replaceAll('-', ' '),
    [`My noun${end}`]: capital(word.replaceAll('-', ' ')),
  });
  return {
    ...forms(plural, 's'),
    ...forms(singular, ''),
    'a my noun': `${articleOf(singular)} ${singular.replaceAll('-', ' ')}`,
  };
}

/** Puts the forms where a text says `%my-nouns%` and the like. Throws RangeError at a form that there is not. */
export function fill(text: string, forms: Readonly<Record<string, string>>): string {
  return text.replace(/%([A-Za-z][A-Za-z_ -]*)%/g, (whole, name: string) => {
    const form = forms[name];
    if (form === undefined) throw new RangeError(`no such form: ${whole}`);
    return form;
  });
}

const FOR_OWNERS = /^\[((?:person|organisation|council)(?: (?:person|organisation|council))*)\] ?(.*)$/;

/** The lines of a template for one kind of owner: one that begins with `[person council] ` is for these two alone. */
export function linesFor(text: string, owner: Owner): string {
  return text
    .split('\n')
    .flatMap((line) => {
      const [, owners, rest = ''] = FOR_OWNERS.exec(line) ?? [];
      if (owners === undefined) return [line];
      return owners.split(' ').includes(owner) ? [rest] : [];
    })
    .join('\n');
}
